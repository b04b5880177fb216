"""Words with a sign beside them."""

import pytest
from pytestqt.qtbot import QtBot

from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.sign_label import SignLabel

PADDED = "QLabel { padding: 7px 12px 9px 11px; border: 1px solid black; }"


@pytest.mark.parametrize("is_behind", [False, True])
def test_the_sign_has_its_room_inside_of_what_the_style_has_round_the_words(qtbot: QtBot, is_behind: bool) -> None:
    label = SignLabel(Sign.OPEN, "tailgate open", behind=is_behind)
    qtbot.addWidget(label)
    plain = label.contentsMargins()
    label.setStyleSheet(PADDED)
    label.ensurePolished()
    margins = label.contentsMargins()
    added = [getattr(margins, side)() - getattr(plain, side)() for side in ("left", "top", "right", "bottom")]
    assert added == [12, 8, 13, 10]
    assert max(plain.left(), plain.right()) > 0

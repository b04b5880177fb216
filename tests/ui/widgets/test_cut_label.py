"""A line that says less where it has less room."""

import pytest
from PySide6.QtWidgets import QApplication

from micra_assistant.ui.widgets.cut_label import CutLabel

ALL, LESS, LEAST = "Replace the button · step 2 of 5 · about 10 min", "Step 2 of 5 · about 10 min", "Step 2 of 5"


@pytest.mark.parametrize(("room_for", "shown"), [(ALL, ALL), (LESS, LESS), (LEAST, LEAST)])
def test_it_says_as_much_as_there_is_room_for(application: QApplication, room_for: str, shown: str) -> None:
    label = CutLabel()
    label.resize(label.fontMetrics().horizontalAdvance(room_for) + 2, 30)
    label.show_words(ALL, LESS, LEAST)
    assert (label.text(), label.toolTip(), label.accessibleName()) == (shown, "" if shown == ALL else ALL, ALL)


def test_only_the_shortest_words_are_cut(application: QApplication) -> None:
    label = CutLabel()
    label.resize(label.fontMetrics().horizontalAdvance(LEAST) - 8, 30)
    label.show_words(ALL, LESS, LEAST)
    assert label.text().startswith("Step 2")
    assert label.text().endswith("…")

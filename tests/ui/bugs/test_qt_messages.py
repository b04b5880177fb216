"""What Qt complains of goes to the log, without what somebody typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qWarning

from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.ui.bugs.qt_messages import QtMessages, message_place

pytestmark = [pytest.mark.qt_log_level_fail("CRITICAL"), pytest.mark.no_qt_log]


@pytest.fixture
def catcher(tmp_path: Path) -> Iterator[BugCatcher]:
    """Return a catcher that Qt's messages go to."""
    catcher = BugCatcher(BugLog(tmp_path))
    with QtMessages(catcher, None).listened_to():
        yield catcher


def test_warnings_and_worse_are_logged_with_the_place_in_the_program(catcher: BugCatcher) -> None:
    qWarning("QFont::setPointSizeF: Point size <= 0 (Mrs Miller)")
    qCritical("Mrs Miller: not at home")
    text = "\n".join(catcher.log.tail())
    assert "Qt warning QFont::setPointSizeF [default]" in text
    assert "Qt error (its words are not kept) [default]" in text
    assert "tests/ui/bugs/test_qt_messages.py:" in text
    assert "Miller" not in text


def test_what_qt_says_where_there_is_no_screen_is_not_logged(catcher: BugCatcher) -> None:
    qWarning("This plugin does not support propagateSizeHints()")
    assert catcher.log.tail() == []


def test_a_flood_is_cut_off(catcher: BugCatcher) -> None:
    for _ in range(1000):
        qWarning("QPainter::begin: no device")
    assert len(catcher.log.tail(5000)) == 400


def test_with_debug_they_are_shown_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with QtMessages(BugCatcher(BugLog(tmp_path), debug=True), None).listened_to():
        qWarning("QFont::setPointSizeF: Point size <= 0")
    assert capsys.readouterr().err == "micra-assistant: Qt: QFont::setPointSizeF: Point size <= 0\n"


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin"),
        ("Miller: hello", "(its words are not kept)"),
        ("Miller", "(its words are not kept)"),
        ("", "(its words are not kept)"),
    ],
)
def test_only_the_function_of_qt_is_told(message: str, place: str) -> None:
    assert message_place(message) == place

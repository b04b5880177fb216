"""What the program is, and what it stands on."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextBrowser

from micra_assistant import __version__, assets
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.about_dialog import AboutDialog
from micra_assistant.ui.widgets.path_row import PathRow
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.in_sight import text


def shown(hands: Hands) -> tuple[str, str]:
    """Return what the dialog says above, and in its notices."""
    hands.choose("about")
    (dialog,) = hands.window.frame.findChildren(AboutDialog)
    (notices,) = dialog.findChildren(QTextBrowser)
    said = text(dialog), notices.toPlainText()
    dialog.close()
    settle()
    return said


def test_it_tells_version_licence_and_notices(hands: Hands) -> None:
    words, notices = shown(hands)
    assert f"Micra Assistant {__version__}" in words
    assert "MIT licence" in words
    for name in (
        "PySide6-Essentials",
        "LGPL-3.0-only",
        "Apache-2.0",
        "Jim Crist-Harif",
        "WITHOUT WARRANTY OF ANY KIND",
    ):
        assert name in notices


def test_the_folder_of_the_records_and_the_log_can_be_opened(
    hands: Hands, workshop: Workshop, opened: list[str]
) -> None:
    hands.choose("about")
    (dialog,) = hands.window.frame.findChildren(AboutDialog)
    records, log = dialog.findChildren(PathRow)
    for row in (records, log):
        row.findChildren(QPushButton)[0].click()
    assert opened == [str(workshop.files.folder)]
    assert log.said == "It is not there yet: it is made when something is kept in it.", "nothing went wrong yet"
    log.findChildren(QPushButton)[1].click()
    assert QGuiApplication.clipboard().text() == str(workshop.files.folder / "faults.log")
    dialog.close()


def test_a_copy_without_the_notices_says_where_they_are(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assets, "third_party", lambda: tmp_path / "none.md")
    assert "docs/third-party.md" in shown(hands)[1]


def test_it_is_in_the_view_menu(hands: Hands) -> None:
    from PySide6.QtWidgets import QMenu

    about = hands.window._actions[Action.ABOUT]
    menus = [menu for menu in hands.window.frame.findChildren(QMenu) if about in menu.actions()]
    assert len(menus) == 1

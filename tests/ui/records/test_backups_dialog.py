"""The list of backups by the three keys."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.rescue.backups import Backup, Reason
from micra_assistant.ui.records.backups_dialog import BackupsDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.ui.hands import settle
from tests.ui.three_keys import go_to, press_in, said_in

Key = Qt.Key


def backup(day: int) -> Backup:
    """Return a sound backup of a day."""
    at = datetime(2026, 5, day, 12)  # noqa: DTZ001 - the clock on the wall
    return Backup(file=Path(f"{day}.sqlite3"), at=at, reason=Reason.DAILY, size=4096, jobs=1, events=day, good=True)


@pytest.fixture
def dialog(qtbot: QtBot) -> BackupsDialog:
    """Return the dialog in front, while the backups are looked for."""
    dialog = BackupsDialog(Path("backups"), Look(load_theme(ThemeName.LIGHT)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def test_while_it_is_busy_space_does_nothing_and_says_why(dialog: BackupsDialog) -> None:
    asked = QSignalSpy(dialog.backup_wanted)
    assert said_in(dialog) == "Make a backup now · The backups are being checked…"
    press_in(dialog, Key.Key_Space)
    assert asked.count() == 0


def test_space_chooses_a_backup_and_asks_to_restore_it(dialog: BackupsDialog) -> None:
    dialog.show_backups([backup(2), backup(1)])
    wanted = QSignalSpy(dialog.restore_wanted)
    assert said_in(dialog).startswith("Next one · ")
    press_in(dialog, Key.Key_Space)
    go_to(dialog, "Restore…")
    press_in(dialog, Key.Key_Space)
    assert [wanted.at(0)[0].events, wanted.count()] == [1, 1]


def test_a_backup_is_made_where_nothing_is_marked(dialog: BackupsDialog) -> None:
    dialog.show_backups([])
    asked = QSignalSpy(dialog.backup_wanted)
    assert said_in(dialog) == "Make a backup now"
    press_in(dialog, Key.Key_Space)
    assert asked.count() == 1

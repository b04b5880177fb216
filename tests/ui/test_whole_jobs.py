"""A whole job of each complaint with PageUp, Space, PageDown and digits, from home until its report is printed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from micra_assistant import assets
from micra_assistant.jobs import open_job
from micra_assistant.jobs.events import utc_now
from micra_assistant.ui.sheets.to_paper import ToPaper
from tests.ui.hands import Workshop, settle
from tests.ui.sheets.print_window import TestPrinters
from tests.ui.three_key_worker import Car, ThreeKeyWorker
from tests.ui.touch_worker import KeysPressed, TouchWorker

pytestmark = pytest.mark.thorough

THREE_KEYS = {"back", "space", "on", "digits"}
CARS = {
    "The tailgate no longer opens from its button": Car(
        answers={
            "you listen at the latch": "Nothing",
            "Car standing, all doors unlocked": "No, it stays shut",
            "How does it feel": "As it always did",
            "the rear wiper and the high brake light": "All of them work",
            "how did it stop": "From one day to the next",
            "Fit a new button of another maker": "Cured",
        },
        readings={"leads": "0.2", "pressed": "14"},
    ),
    "The tailgate opens by itself or will not stay locked": Car(
        answers={
            "how does it open": "The latch clicks",
            "when does it happen": "In rain",
            "does it click and come back": "Yes",
            "the rubber pad of the button": "Whole",
            "do all handles hold": "All locked",
            "sleeve flexed": "It never clicks",
            "Fit a new button": "Cured",
        }
    ),
    "Both keys used to lock the car and stopped": Car(
        answers={
            "Press the switch inside": "Yes, all doors",
            "first key, then the spare key": "Both are dead",
            "What was done just before": "A key was made or programmed",
            "you listen at each door": "All of them",
            "Key out, doors and tailgate": "Lamps out, no chime",
            "press lock twice in a row": "Done, it changed nothing",
            "What do hazards": "No flash",
            "all keys registered": "Cured",
        }
    ),
    "One key is dead, the other works": Car(
        answers={
            "does one of its buttons still work": "None of them",
            "What came before": "The range got shorter",
            "Put the battery of the key that works": "Still dead",
            "press lock twice in a row": "Cured",
        }
    ),
    "A new or replacement key never worked": Car(
        answers={
            "Does an older key": "Yes",
            "from another car": "Yes",
            "whoever made the key": "Nobody knows",
            "Where is the chip": "Loose in the case",
            "right remote key made": "Cured",
        }
    ),
}


@pytest.mark.walk
@pytest.mark.parametrize("complaint", CARS)
def test_three_keys_and_digits_are_enough_for_a_whole_job(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, complaint: str
) -> None:
    worker = do_a_whole_job(workshop, monkeypatch, qtbot, complaint)
    assert set(worker.presses) <= THREE_KEYS


FROM_AFAR = [
    complaint if complaint.startswith("One key") else pytest.param(complaint, marks=pytest.mark.slow)
    for complaint in CARS
]


@pytest.mark.parametrize("complaint", FROM_AFAR)
def test_they_are_at_arms_length_too(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, complaint: str
) -> None:
    worker = do_a_whole_job(workshop, monkeypatch, qtbot, complaint, Qt.Key.Key_F11)
    assert set(worker.presses) <= THREE_KEYS


@pytest.mark.parametrize("size", [(1366, 768), pytest.param((1024, 600), marks=pytest.mark.slow)])
def test_fingers_and_digits_are_enough_for_a_whole_job(
    workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    application: QApplication,
    size: tuple[int, int],
) -> None:
    keys = KeysPressed()
    application.installEventFilter(keys)
    worker = do_a_whole_job(workshop, monkeypatch, qtbot, next(iter(CARS)), kind=TouchWorker, size=size)
    application.removeEventFilter(keys)
    assert not keys.others
    assert keys.digits
    assert all(worker.presses[what] for what in ("card", "answer", "box", "sign", "foot"))


def do_a_whole_job(
    workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    complaint: str,
    *first: Qt.Key,
    kind: type[ThreeKeyWorker] = ThreeKeyWorker,
    size: tuple[int, int] = (1366, 768),
) -> ThreeKeyWorker:
    """Do a job from home until its report is printed; the ``first`` keys are pressed before it."""
    later = [timedelta(0)]
    monkeypatch.setattr(open_job, "utc_now", lambda: utc_now() + later[0])
    workshop.guides = assets.guides_folder()
    hands = workshop.open(*size)
    hands.press(*first)
    printers = TestPrinters("Workshop")
    hands.window.sheets._to_paper = ToPaper(hands.window.sheets._to_paper.make_setter, lambda: printers)

    def wait() -> None:
        later[0] += timedelta(minutes=5)
        qtbot.waitUntil(lambda: not worker.said()[0].startswith("Wait: "))

    worker = kind(hands, CARS[complaint], wait)
    worker.find_fault(complaint)
    qtbot.waitUntil(lambda: bool(printers.jobs))
    printers.finish()
    settle()
    assert [job.title for job in printers.jobs] == ["Job report"]
    assert worker.spaces[-1].startswith("Print: ")
    job = hands.window.workbench.job
    assert job
    assert (job.state.is_closed, job.checklist.car_now()) == (True, ())
    return worker

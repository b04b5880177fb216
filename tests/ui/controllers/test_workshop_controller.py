"""The settings of the workshop in the window: what another changes, what is wrong with them, what cannot be kept."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from micra_assistant.errors import NotSavedError
from micra_assistant.jobs.events import Closed
from micra_assistant.numbers import Numbers
from micra_assistant.ui.actions import Action
from micra_assistant.workshop.workshopfile import WorkshopFile
from tests.ui.hands import Hands, Workshop
from tests.ui.parts.test_parts_panel import type_rate


def write(workshop: Workshop, text: str) -> None:
    """Write the file of the settings as somebody else does."""
    workshop.files.folder.mkdir(parents=True, exist_ok=True)
    workshop.files.workshop.write_text(text, encoding="utf-8")


def test_what_another_window_changes_is_shown(workshop: Workshop, hands: Hands) -> None:
    write(workshop, 'rate.RUB = 45.50\nnumbers = "space"\nwho = "Bea"')
    hands.window.workshop_settings.check()
    assert hands.rate == "45,50"
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.who == "Bea"
    checked = [action.objectName() for action in hands.window.actions() if action.isChecked()]
    assert Action.NUMBERS_SPACE in checked


def test_what_is_typed_meanwhile_goes_on(workshop: Workshop, hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12", then=Qt.Key.Key_End)
    write(workshop, 'numbers = "comma"')
    hands.window.workshop_settings.check()
    assert hands.typed("battery") == "12"
    assert hands.window.body.checklist.typing_in == "battery"


def test_what_is_wrong_with_the_file_is_said_once_and_the_rest_holds(workshop: Workshop) -> None:
    write(workshop, "rate.RUB = 1500\npapr = 1\n")
    hands = workshop.open()
    assert hands.said.endswith("workshop.toml:2: there is no setting “papr”: did you mean “paper”?")
    assert hands.rate == "1500"
    hands.window.body.messages.dismiss()
    type_rate(hands, "1600")
    hands.window.workshop_settings.check()
    assert hands.said == ""
    assert workshop.files.workshop.read_text() == "rate.RUB = 1600\npapr = 1\n"
    write(workshop, "rate.RUB = 1700\npapr = 1\n")
    hands.window.workshop_settings.check()
    assert (hands.rate, hands.said) == ("1700", "")


def test_what_goes_wrong_later_is_said_then(workshop: Workshop, hands: Hands) -> None:
    write(workshop, "paper = 5")
    hands.window.workshop_settings.check()
    assert "workshop.toml:1: “paper”: this must be one of" in hands.said


def test_what_cannot_be_kept_is_said_and_not_shown(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError("the disk is full")

    monkeypatch.setattr(WorkshopFile, "change", refuse)
    type_rate(hands, "1500")
    assert (hands.said, hands.rate) == ("the disk is full", "1200")
    hands.choose(Action.NUMBERS_COMMA)
    assert not hands.choose("numbers-comma").isChecked()


def test_a_rate_for_other_jobs_can_be_typed_in_a_closed_one(workshop: Workshop, hands: Hands) -> None:
    type_rate(hands, "1500")
    hands.window.workbench.attempt(lambda job: job.do(Closed()))
    type_rate(hands, "2000")
    assert hands.said == "This job keeps the rate that it was closed with; the new one holds for the others."
    assert hands.rate == "1500"
    assert workshop.settings.rates == {"RUB": Decimal(2000)}


def test_what_an_earlier_version_kept_holds(workshop: Workshop) -> None:
    workshop.files.folder.mkdir(parents=True)
    workshop.files.settings.write_text("[General]\nnumbers=comma\nwho=Anna\n[rate]\nRUB=1500.5\n")
    hands = workshop.open()
    assert hands.rate == "1500,50"
    assert hands.window.workbench.shown is not None
    assert (hands.window.workbench.shown.who, hands.window.workshop_settings.now.numbers) == ("Anna", Numbers.COMMA)

"""The dialog of the settings: the same checks as in the file, said beside the field; cancelling changes nothing."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from micra_assistant.numbers import Numbers
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.workshop.workshop_dialog import WorkshopDialog
from micra_assistant.workshop.settings import SETTINGS
from micra_assistant.workshop.values import Distance, PaperSize, Workshop
from tests.ui.hands import Hands, answer
from tests.ui.hands import Workshop as Place
from tests.ui.photos import encoded, two_halves

pytestmark = pytest.mark.thorough

KEPT = Workshop({"RUB": Decimal("1200.50")}, who="Anna", numbers=Numbers.COMMA, paper=PaperSize.A5)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> WorkshopDialog:
    """Return the dialog of a workshop."""
    made = WorkshopDialog(KEPT, tmp_path, Look(load_theme(ThemeName.LIGHT)))
    qtbot.addWidget(made)
    return made


def write(dialog: WorkshopDialog, key: str, words: str) -> None:
    """Write words into the field of a setting, or choose what they name."""
    editor = dialog.fields[key].editor
    if isinstance(editor, ChoiceBox):
        editor.setCurrentText(words)
    else:
        editor.setText(words)


def refusals(dialog: WorkshopDialog) -> dict[str, str]:
    """Return what is said beside the fields."""
    return {key: field.refusal for key, field in dialog.fields.items() if field.refusal}


def test_there_is_a_field_for_each_setting_as_it_is(dialog: WorkshopDialog) -> None:
    assert list(dialog.fields) == [key for key, setting in SETTINGS.items() if setting.kind.has_choice]
    assert dialog.fields["rate.RUB"].text == "1200,50"
    assert dialog.fields["rate.EUR"].text == ""
    assert (dialog.fields["paper"].text, dialog.fields["numbers"].text) == ("a5", "comma")
    assert dialog.changes == {}, "nothing was changed"


def test_what_is_typed_is_read_as_numbers_are_written_here(dialog: WorkshopDialog) -> None:
    for key, words in {"rate.EUR": "1.054,50", "who": " Bea  B. ", "paper": "Letter", "distance": "miles"}.items():
        write(dialog, key, words)
    assert dialog.changes == {
        "who": "Bea B.",
        "paper": PaperSize.LETTER,
        "distance": Distance.MI,
        "rate.EUR": Decimal("1054.50"),
    }


def test_numbers_that_are_chosen_count_at_once(dialog: WorkshopDialog) -> None:
    write(dialog, "numbers", Numbers.POINT.example)
    write(dialog, "rate.EUR", "1,054.50")
    assert dialog.changes == {"numbers": Numbers.POINT, "rate.EUR": Decimal("1054.50")}


def test_a_rate_that_is_emptied_is_taken_back(dialog: WorkshopDialog) -> None:
    write(dialog, "rate.RUB", "")
    assert dialog.changes == {"rate.RUB": None}


def test_what_cannot_be_is_said_beside_the_field_and_the_dialog_stays(dialog: WorkshopDialog, tmp_path: Path) -> None:
    dialog.show()
    for key, words in {"rate.EUR": "dear", "rate.RUB": "5 £", "logo": "none.png", "who": "x" * 61}.items():
        write(dialog, key, words)
    dialog.accept()
    assert dialog.isVisible()
    assert refusals(dialog) == {
        "logo": "This cannot be shown: picture none.png does not exist",
        "who": "This has more than 60 letters: shorten it",
        "rate.RUB": "The labour rate here is in RUB, not in GBP.",
        "rate.EUR": "“dear” is not a number. Type a price such as 45,50.",
    }
    for key, words in {"rate.EUR": "", "rate.RUB": "5", "logo": "", "who": "Bea"}.items():
        write(dialog, key, words)
    dialog.accept()
    assert not dialog.isVisible()
    assert refusals(dialog) == {}


def test_a_logo_can_be_chosen_anywhere(dialog: WorkshopDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logo = tmp_path / "elsewhere" / "logo.png"
    logo.parent.mkdir()
    logo.write_bytes(encoded(two_halves(), "png"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))
    dialog.fields["logo"]._on_choose()
    assert dialog.changes == {"logo": logo}


# in the window


def take_more(dialog: WorkshopDialog) -> None:
    """Change name and rate."""
    write(dialog, "name", "Garage")
    write(dialog, "rate.RUB", "6000")
    write(dialog, "numbers", Numbers.COMMA.example)


def test_what_is_kept_holds_in_the_window_at_once(workshop: Place, hands: Hands) -> None:
    answer(WorkshopDialog, take_more, WorkshopDialog.accept)
    hands.choose("workshop")
    assert workshop.settings == Workshop({"RUB": Decimal(6000)}, name="Garage", numbers=Numbers.COMMA)
    assert hands.rate == "6000"
    checked = [action.objectName() for action in hands.window.actions() if action.isChecked()]
    assert "numbers-comma" in checked


def test_cancelling_changes_nothing(workshop: Place, hands: Hands) -> None:
    answer(WorkshopDialog, take_more, WorkshopDialog.reject)
    hands.choose("workshop")
    assert not workshop.files.workshop.exists()
    assert hands.rate == "1200"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600), (640, 360)])
def test_it_is_no_larger_than_the_window(workshop: Place, width: int, height: int) -> None:
    hands = workshop.open(width, height)
    sizes: list[tuple[int, int]] = []
    answer(WorkshopDialog, lambda dialog: sizes.append((dialog.width(), dialog.height())), WorkshopDialog.reject)
    hands.choose("workshop")
    ((wide, high),) = sizes
    assert (wide <= width, high <= height) == (True, True)

"""The print window, driven as a person drives it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QFileDialog, QWidget

from micra_assistant.jobs.events import Closed
from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.key_button import KeyButton
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.sheets.paper_view import Fit
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.three_keys import Key as ThreeKey
from tests.ui.hands import Hands, Workshop, settle, tap
from tests.ui.in_sight import button_with, dialogs, text
from tests.ui.sheets.print_window import TestPrinters, print_window, printers
from tests.ui.test_look_up import look_up
from tests.ui.three_keys import press_in, said_in

__all__ = ["printers"]

pytestmark = [pytest.mark.usefixtures("workshop"), pytest.mark.thorough]

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(hands: Hands) -> PrintDialog:
    """Return the print window over what is in front."""
    hands.press(Key.Key_P, held=CONTROL)
    return print_window()


# what is in front of the person


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        (None, SheetKind.CHECKLIST),
        (Action.PUT_BACK, SheetKind.PUT_BACK),
        (Action.TIMELINE, SheetKind.REPORT),
        (Action.JOBS, SheetKind.REPORT),
    ],
)
def test_what_is_in_front_is_printed(hands: Hands, before: Action | None, kind: SheetKind) -> None:
    if before:
        hands.choose(before)
    assert opened(hands).sheets.kind is kind


def test_a_closed_job_is_printed_as_its_report(hands: Hands) -> None:
    hands.window.workbench.attempt(lambda job: job.do(Closed("worn")))
    assert opened(hands).sheets.kind is SheetKind.REPORT


def test_a_guide_that_is_looked_up_is_printed_and_what_needs_a_job_is_not(workshop: Workshop, hands: Hands) -> None:
    shutil.copytree(workshop.guides / "button", workshop.guides / "key")
    look_up(hands)
    dialog = opened(hands)
    assert dialog.sheets.kind is SheetKind.GUIDE
    assert (dialog.sheets.neighbour(1), dialog.sheets.neighbour(-1)) == (SheetKind.DECISION_TREE, SheetKind.CHECKLIST)


def test_of_a_list_the_chosen_job_is_printed(hands: Hands) -> None:
    former = hands.window.workbench.job_id
    hands.begin("button", "NEW 1")
    hands.choose(Action.JOBS)
    view = hands.aside(JobsView)
    row = next(row for row in range(2) if (job := view.model.job(row)) and job.id == former)
    view.table.selectRow(row)
    assert opened(hands).sheets.kind is SheetKind.REPORT
    assert hands.window.workbench.job_id == former


def test_an_entry_of_the_menu_opens_the_window_with_its_sheet(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_PUT_BACK)
    assert print_window().sheets.kind is SheetKind.PUT_BACK


# what is shown


def chosen(dialog: PrintDialog) -> str:
    """Return the name of the sheet that is chosen."""
    return dialog.sheets.kind.value


def test_the_paper_itself_is_shown(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_GUIDE)
    dialog = print_window()
    assert dialog.preview.pages == 4
    image = dialog.paper.images.image(0)
    assert image is not None
    place = dialog.paper._page_place(dialog.paper._side_rect(0), 0)
    assert image.width() == place.width()
    assert abs(image.height() - place.height()) <= 1


def test_it_is_asked_for_once_the_window_is_shown(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(hands)
    asked: list[str] = []
    monkeypatch.setattr(dialog.preview, "refresh", lambda: asked.append("the sheet"))
    dialog.showEvent(QShowEvent())
    assert asked == []
    settle()
    assert asked == ["the sheet"]


def test_keys_lead_from_sheet_to_sheet_and_through_the_pages(hands: Hands) -> None:
    dialog = opened(hands)
    hands.press(Key.Key_PageDown)
    assert chosen(dialog) == "guide"
    dialog.paper.setFocus()
    hands.press(Key.Key_Right, Key.Key_Right)
    assert dialog.paper.side == 3
    assert "Page 3 of 4" in text(dialog)
    hands.press(Key.Key_End, Key.Key_Left, Key.Key_Home)
    assert dialog.paper.side == 1
    hands.press(Key.Key_PageUp)
    assert chosen(dialog) == "checklist"


def test_a_larger_view_is_set_sharper_and_stays_at_its_page(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_GUIDE)
    dialog = print_window()
    former = dialog.paper.ppi
    dialog.paper.go_to(2)
    hands.press(Key.Key_Plus, held=CONTROL)
    dialog.preview._settled.timeout.emit()
    assert dialog.paper.ppi == pytest.approx(former * 1.25, rel=0.01)
    assert print_window().preview._shown[2] == pytest.approx(dialog.paper.ppi, abs=0.01)  # type: ignore[index]
    assert dialog.paper.side == 2
    dialog.paper.fit(Fit.WIDTH)
    assert dialog.paper.ppi > former
    dialog.paper.show_real_size()
    assert dialog.paper.ppi == pytest.approx(dialog.paper.logicalDpiX(), rel=0.01)
    dialog.paper.fit(Fit.WHOLE)
    assert dialog.paper.ppi == pytest.approx(former, rel=0.01)


def test_only_the_pages_in_sight_are_decoded(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_GUIDE)
    dialog = print_window()
    assert set(dialog.paper.images._images) == {0}


# what can be chosen


def choose(dialog: PrintDialog, words: str) -> PrintDialog:
    """Tap a choice, and return the window with the sheet in sight."""
    button_with(dialog, words).click()
    return print_window()


def test_a_begun_job_is_printed_as_what_is_left_unless_all_is_wanted(hands: Hands) -> None:
    assert not opened(hands).chosen.only_left
    hands.press(Key.Key_Escape, Key.Key_Space)
    dialog = opened(hands)
    assert dialog.chosen.only_left
    assert not choose(dialog, "Only what is left").chosen.only_left
    hands.press(Key.Key_Escape)
    assert not opened(hands).chosen.only_left, "that was chosen by hand"


def test_what_was_chosen_is_kept_for_the_next_time(workshop: Workshop, hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    for words in ("Paper: A5", "Text size: Large", "Two pages on a side", "Both sides of the paper", "One copy more"):
        choose(dialog, words)
    dialog.choices.printer._box.setCurrentIndex(1)  # type: ignore[union-attr]
    assert dialog.choices.copies.count == 2
    hands.press(Key.Key_Escape)
    workshop.close()
    again = workshop.open()
    again.window.sheets._to_paper = hands.window.sheets._to_paper._replace(
        make_printing=lambda: TestPrinters("Workshop", "Office")
    )
    dialog = opened(again)
    assert (dialog.chosen.paper, dialog.chosen.text_size) == (PaperSize.A5, 120)
    assert (dialog.kept.two_on_a_side, dialog.kept.both_sides) == (True, True)
    assert dialog.choices.printer.chosen == "Office"
    assert dialog.choices.copies.count == 1, "the next sheet is another one"


def test_pictures_are_chosen_for_each_sheet(hands: Hands) -> None:
    dialog = opened(hands)
    assert not dialog.choices.pictures.isChecked()
    choose(dialog, "With pictures")
    hands.press(Key.Key_PageDown)
    assert dialog.sheets.kind is SheetKind.GUIDE
    choose(dialog, "With pictures")
    assert not dialog.chosen.pictures
    hands.press(Key.Key_PageDown)
    assert not dialog.choices.pictures.isEnabled(), "there are none on the put-back sheet"
    hands.press(Key.Key_PageUp, Key.Key_PageUp)
    assert dialog.chosen.pictures


def test_two_pages_on_a_side_are_shown_so(hands: Hands, printers: TestPrinters) -> None:
    hands.choose(Action.PREVIEW_GUIDE)
    dialog = choose(print_window(), "Two pages on a side")
    assert dialog.paper.side_count == 2
    side = dialog.paper._side_rect(0)
    assert side.width() > side.height()
    assert "Print: 2 sides, 1 copy" in print_button(dialog).said[0]


def test_the_label_sheet_is_chosen_by_paper_and_kept(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_LABELS)
    dialog = print_window()
    assert dialog.choices.labels.isVisible()
    assert not dialog.choices.short.isVisible()
    dialog.choices.labels.setCurrentIndex(1)
    dialog.choices.labels.activated.emit(1)
    assert dialog.chosen.labels == "64x38"
    assert choose(print_window(), "Paper: Letter").choices.labels.name == "4x2in"
    assert choose(print_window(), "Paper: A4").chosen.labels == "64x38"
    hands.press(Key.Key_Escape)
    hands.choose(Action.PREVIEW_LABELS)
    assert print_window().chosen.labels == "64x38"
    hands.press(Key.Key_PageUp)
    assert not print_window().choices.labels.isVisible()


def test_labels_are_printed_on_one_side_as_large_as_they_are(hands: Hands, printers: TestPrinters) -> None:
    hands.choose(Action.PREVIEW_FORMS)
    dialog = choose(choose(print_window(), "Two pages on a side"), "Both sides of the paper")
    dialog.sheets.choose(SheetKind.LABELS)
    dialog = print_window()
    for box in (dialog.choices.two_on_a_side, dialog.choices.both_sides):
        assert (box.isEnabled(), box.isChecked()) == (False, False)
    assert "1 page" in print_button(dialog).said[0]
    hands.press(Key.Key_Space)
    settle()
    assert (printers.jobs[-1].two_on_a_side, printers.jobs[-1].both_sides) == (False, False)
    printers.finish("The printer is off.")
    dialog.sheets.choose(SheetKind.FORMS)
    assert print_window().choices.two_on_a_side.isChecked(), "it holds for the others"


def test_one_form_is_chosen_alone_and_kept(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_FORMS)
    dialog = print_window()
    assert (dialog.preview.pages, dialog.choices.form.isVisible()) == (4, True)
    dialog.choices.form.setCurrentIndex(2)
    dialog.choices.form.activated.emit(2)
    dialog = print_window()
    assert (dialog.preview.pages, dialog.chosen.form) == (1, BlankForm.READINGS)
    hands.press(Key.Key_Escape)
    hands.choose(Action.PREVIEW_FORMS)
    assert print_window().preview.pages == 1
    hands.press(Key.Key_PageUp)
    assert not print_window().choices.form.isVisible()
    assert print_window().chosen.form is None


def test_a_report_is_had_in_short(hands: Hands) -> None:
    hands.choose(Action.PREVIEW_REPORT)
    pages = print_window().preview.pages
    dialog = choose(print_window(), "Short, for the customer")
    assert dialog.chosen.short
    assert dialog.preview.pages <= pages
    hands.press(Key.Key_PageDown)
    assert not print_window().chosen.short, "only a report is"


# printing


def print_button(dialog: PrintDialog) -> KeyButton:
    """Return the key that prints."""
    return dialog.foot.buttons[ThreeKey.SPACE]


def test_space_prints_what_is_shown(hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    choose(dialog, "One copy more")
    assert print_button(dialog).said[0] == "Print: 1 page, 2 copies"
    dialog.sheets.setFocus()
    hands.press(Key.Key_Space)
    (job,) = printers.jobs
    assert (job.printer, job.title, job.paper, job.copies) == ("Workshop", "Checklist", PaperSize.A4, 2)
    assert len(job.pages) == dialog.preview.pages
    printers.paint(1)
    assert dialog.status.words == f"Printing side 1 of {len(job.pages)} …"
    printers.finish()
    settle()
    assert dialogs(hands.window.frame, PrintDialog) == []
    assert hands.said == "Sent to the printer “Workshop”: Checklist."


def test_space_presses_the_button_that_tab_has_led_to_and_the_foot_says_so(
    hands: Hands, printers: TestPrinters
) -> None:
    dialog = opened(hands)
    box = next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Both sides of the paper")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert said_in(dialog) == "Both sides of the paper"
    press_in(dialog, Qt.Key.Key_Space)
    assert box.isChecked()
    dialog.sheets.setFocus()
    tap(box)
    assert not box.isChecked()
    assert said_in(dialog).startswith("Print: ")


def test_escape_stops_the_printing_first_and_closes_then(hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    hands.press(Key.Key_P, held=CONTROL)
    assert len(printers.jobs) == 1
    assert not print_button(dialog).isEnabled()
    hands.press(Key.Key_Escape)
    assert (printers.stops, dialog.status.words) == (1, "Stopped: nothing is printed.")
    printers.finish()
    assert dialog.isVisible(), "what comes too late is not told"
    hands.press(Key.Key_Escape)
    settle()
    assert dialogs(hands.window.frame, PrintDialog) == []


def test_why_nothing_is_printed_is_said_and_it_can_be_printed_again(hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    dialog.print()
    printers.finish("The printer is off.")
    assert dialog.status.words == "The printer is off."
    hands.press(Key.Key_Return, held=CONTROL)
    assert len(printers.jobs) == 2


def test_without_a_printer_that_is_said_and_space_saves_the_sheet(
    hands: Hands, printers: TestPrinters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "list.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(output), ""))
    printers.there = TestPrinters().there
    dialog = opened(hands)
    assert "No printer is set up on this PC." in dialog.choices.printer._words.text()
    assert print_button(dialog).said == ("Save as PDF…", "No printer is set up on this PC.")
    hands.press(Key.Key_Space)
    settle()
    assert (printers.jobs, hands.said) == ([], f"Saved: {output}")


def test_the_keys_of_the_foot_lead_from_sheet_to_sheet(hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    up, down = (dialog.foot.buttons[key] for key in (ThreeKey.BACK, ThreeKey.ON))
    assert (up.said, up.isEnabled()) == (("Up", "This is the first sheet."), False)
    assert down.said == ("Down", "Guide")
    hands.tap(down)
    assert (dialog.sheets.kind, up.said) == (SheetKind.GUIDE, ("Up", "Checklist"))
    hands.tap(up)
    assert dialog.sheets.kind is SheetKind.CHECKLIST


def test_a_sheet_is_saved_as_it_is_chosen(hands: Hands, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    output = f"{tmp_path}/a5"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (output, ""))
    choose(opened(hands), "Paper: A5")
    hands.press(Key.Key_S, held=CONTROL)
    settle()
    assert hands.said == f"Saved: {output}.pdf"
    assert dialogs(hands.window.frame, PrintDialog) == []


def test_the_window_stays_if_the_person_would_rather_not_save(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog = opened(hands)
    dialog.save()
    assert dialog.isVisible()


# what goes wrong


def test_a_sheet_that_cannot_be_set_is_said_why(workshop: Workshop, hands: Hands) -> None:
    picture = workshop.guides / "button" / "diagrams" / "tailgate.svg"
    picture.unlink()
    hands.choose(Action.PREVIEW_GUIDE)
    dialog = print_window()
    assert dialog.status.words == f"the picture {picture} cannot be read: No such file or directory; put it back"
    assert choose(dialog, "With pictures").preview.pages > 0


def test_a_closed_print_window_leaves_nothing_behind(hands: Hands) -> None:
    opened(hands)
    hands.press(Key.Key_Escape)
    settle()
    assert hands.window.frame.findChild(PrintDialog) is None
    hands.press(Key.Key_Space)
    assert "1 of 12" in hands.text


# for everybody


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    ("width", "height", "larger"), [(1024, 600, 0), (1024, 600, 3), (800, 600, 0), (1920, 1080, 0)]
)
def test_every_button_of_the_foot_is_in_the_window(hands: Hands, width: int, height: int, larger: int) -> None:
    hands.press(*[Key.Key_Plus] * larger, held=CONTROL)
    hands.window.frame.resize(width, height)
    dialog = opened(hands)
    assert hands.window.frame.size().expandedTo(dialog.size()) == hands.window.frame.size()
    assert not dialog.paper.visibleRegion().isEmpty()
    for button in dialog.foot.findChildren(QAbstractButton):
        assert dialog.rect().contains(place_of(dialog, button)), button.text()


def place_of(dialog: PrintDialog, widget: QWidget) -> QRect:
    """Return where something is in the window."""
    return QRect(widget.mapTo(dialog, widget.rect().topLeft()), widget.size())


def test_tab_leads_to_everything_and_all_of_it_has_a_name(hands: Hands, printers: TestPrinters) -> None:
    dialog = opened(hands)
    met: list[QWidget] = []
    for _time in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in met:
            break
        met.append(focus)
        hands.press(Key.Key_Tab)
    choices, foot = dialog.choices, dialog.foot
    wanted = [
        dialog.sheets,
        dialog.paper,
        choices.only_left,
        choices.two_on_a_side,
        choices.copies.number,
        foot.buttons[ThreeKey.SPACE],
    ]
    assert [widget for widget in wanted if widget not in met] == []
    named = [widget.accessibleName() or getattr(widget, "text", str)() for widget in met]
    assert all(named), named


def test_its_keys_are_those_that_were_chosen(
    hands: Hands, printers: TestPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    chosen = hands.window._assigned
    chosen.choose(Action.SAVE_CHECKLIST, ("F14",))
    for action, pedal in ((Action.BACK, "F15"), (Action.TICK, "F16"), (Action.NEXT, "F17")):
        chosen.choose(action, (pedal,))
    dialog = opened(hands)
    save = next(button for button in dialog.foot.findChildren(QAbstractButton) if "Save as PDF" in button.text())
    assert save.accessibleDescription() == "F14"
    asked: list[object] = []
    dialog.save_wanted.connect(lambda *what: asked.append(what))
    hands.press(Key.Key_S, held=CONTROL)
    assert not asked
    hands.press(Key.Key_F14)
    assert len(asked) == 1
    first = dialog.sheets.kind
    hands.press(Key.Key_F17)
    assert dialog.sheets.kind is not first
    hands.press(Key.Key_F15)
    assert dialog.sheets.kind is first
    hands.press(Key.Key_F16)
    assert len(printers.jobs) == 1

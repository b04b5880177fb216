"""Closing a job: what it was, what was done, whether it held; not while anything is open, unless somebody says why."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from micra_assistant.guide.model import plain
from micra_assistant.jobs.checklist import Line, Opening
from micra_assistant.jobs.closing import Unfinished
from micra_assistant.jobs.events import Closed, Described
from micra_assistant.ui.drafts import CLOSE, Drafts
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.guide_words import caption
from micra_assistant.ui.jobs.car_question import AskedCar, CarQuestion
from micra_assistant.ui.jobs.form_draft import is_filled_in
from micra_assistant.ui.jobs.held_choice import HeldChoice
from micra_assistant.ui.jobs.override_card import OverrideCard
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.check_box import CheckBox
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.dialog_room import grow
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.line_field import LineField
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.suggest_box import SuggestBox
from micra_assistant.ui.widgets.typed_field import ENTER
from micra_assistant.words import _, ngettext

_WIDTH = 820
_MOST_SAID = 4
_MOST_LETTERS = 500


class CloseDialog(Dialog):
    """Asks for the outcome of a job; ``former`` is what is to be put right, None if the job is open.

    ``openings`` are open on the car and stand against it. ``amiss`` and ``unfinished`` are only said. ``causes`` and
    ``repairs`` are suggested; what has come to a price says so. ``car`` is asked for as far as nobody has said it.
    Enter goes to the next field or presses a button, Ctrl+Enter closes, and Esc leaves only what nothing was typed
    into.
    """

    def __init__(
        self,
        openings: Sequence[Opening],
        amiss: Sequence[Line],
        former: Closed | None,
        causes: Sequence[str],
        repairs: Sequence[str],
        look: Look,
        parent: QWidget | None = None,
        *,
        unfinished: Sequence[Unfinished] = (),
        suggested: Closed | None = None,
        price: str = "",
        car: AskedCar | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setWindowTitle(_("Close the job") if former is None else _("How the job ended"))
        before = former or suggested or Closed()
        self._is_closed = former is not None
        self._price = price
        self._remarks = [*_amiss_words(amiss), *_unfinished_words(unfinished)]
        self._card = _override_card(openings, before, look)
        self._car = CarQuestion(car) if car else None
        self._make_fields(before, causes, repairs, look)
        self._make_foot(look)
        self._column = Column()
        self._lay_out(look)
        self._blank = self._typed
        self._connect()
        self.resize(look.size(_WIDTH), self.height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _make_fields(self, before: Closed, causes: Sequence[str], repairs: Sequence[str], look: Look) -> None:
        """Make what the outcome is said in, filled in with what was said ``before``."""
        self._cause = SuggestBox(causes, before.cause, look)
        self._sure = CheckBox(_("I am sure of the cause: learn from this job"), look) if causes else None
        if self._sure:
            self._sure.setChecked(before.sure)
        self._repair = SuggestBox(repairs, before.repair, look)
        self._held = HeldChoice(before.held, look)
        self._note = LineField(before.note)
        self._note.setMaxLength(_MOST_LETTERS)

    def _make_foot(self, look: Look) -> None:
        self._hint = label("", "wrong")
        self._hint.hide()
        self._keys = DialogKeys(self, self._stops, self._done, look)
        self._keys.show_leave(_("Cancel"), partial(self.done, QDialog.DialogCode.Rejected))
        self._keys.leave_marks_to_keys()

    def _connect(self) -> None:
        if self._car:
            self._car.submitted.connect(self._close)
        if self._card:
            self._card.changed.connect(self._fit)
            self._card.changed.connect(self._keys.refresh)
        for changed in (self._cause.editTextChanged, *(button.toggled for button in self._held.buttons)):
            changed.connect(self._keys.refresh)

    @property
    def outcome(self) -> Closed:
        """What the person says of the job; what is left open is added when it is kept."""
        return Closed(
            cause=self._cause.words,
            repair=self._repair.words,
            held=self._held.held,
            note=self._note.text().strip(),
            override=self._card.reason if self._card else "",
            sure=self._is_sure,
        )

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """The fields that words are typed into, by name."""
        boxes = {"cause": self._cause.lineEdit(), "repair": self._repair.lineEdit()}
        card = {"override": self._card.field} if self._card else {}
        car = self._car.missing if self._car else {}
        return {**{name: field for name, field in boxes.items() if field}, "note": self._note, **card, **car}

    @property
    def _is_sure(self) -> bool:
        return self._sure is not None and self._sure.isChecked()

    @property
    def hint(self) -> str:
        """What is said above the buttons."""
        return self._hint.text()

    def reject(self) -> None:
        """Leave, as Esc and the ✕ of the window do, unless something would be lost; Cancel leaves all the same."""
        if self._typed == self._blank:
            super().reject()
        else:
            self._hint.show()
            self._hint.setText(_("Nothing is kept yet. Cancel leaves without keeping what you typed."))
            announce(self, self._hint.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            self._take_letter(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._close()
        elif isinstance(self.focusWidget(), QLineEdit | SuggestBox):
            self.focusNextChild()
        elif isinstance(focus := self.focusWidget(), QAbstractButton) and not event.isAutoRepeat():
            focus.click()

    def accept(self) -> None:
        """Close, unless the mileage is none or has to be confirmed first."""
        if self._car is None or self._car.finish():
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @classmethod
    def ask(
        cls,
        openings: Sequence[Opening],
        amiss: Sequence[Line],
        former: Closed | None,
        causes: Sequence[str],
        repairs: Sequence[str],
        look: Look,
        parent: QWidget,
        *,
        unfinished: Sequence[Unfinished] = (),
        suggested: Closed | None = None,
        price: str = "",
        car: AskedCar | None = None,
        drafts: Drafts | None = None,
    ) -> Closed | None:
        """Ask, tell of the car, and return the outcome, None if the job is rather left as it is."""
        shown = openings, amiss, former, causes, repairs, look, parent
        dialog = cls(*shown, unfinished=unfinished, suggested=suggested, price=price, car=car)
        outcome = dialog.outcome if is_filled_in(dialog, drafts, CLOSE, dialog.fields) else None
        if outcome and car and dialog.details:
            car.told(*dialog.details)
        dialog.deleteLater()
        return outcome

    @property
    def details(self) -> tuple[Described, str] | None:
        """What was said of the car, and who works on it; None if that was not asked, or nothing was said."""
        if self._car is None or not any(self._car.typed):
            return None
        described = self._car.described()
        return (described, self._car.name) if described else None

    @property
    def _typed(self) -> tuple[object, ...]:
        words = (self._cause.currentText(), self._repair.currentText(), self._note.text())
        card, car = self._card.typed if self._card else None, self._car.typed if self._car else None
        return (*words, self._held.held, self._is_sure, card, car)

    def _fit(self) -> None:
        """Be as high as all that is shown needs, where the screen has room; never lower than it is, nor from afar."""
        if self.is_from_afar:
            return
        self._column.ensurePolished()
        room = self._column.heightForWidth(self._area.viewport().width()) - self._area.viewport().height()
        grow(self, QSize(self.width(), self.height() + max(room, 0)))

    def _lay_out(self, look: Look) -> None:
        body = QVBoxLayout(self._column)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(look.size(12))
        if self._card:
            body.addWidget(self._card)
        if self._car and self._car.missing:
            words = _("Which car was it?") if "car" in self._car.missing else _("What nobody has said yet")
            body.addWidget(label(words, "panel-title"))
            body.addWidget(self._car)
        body.addLayout(self._form(look))
        if self._price:
            words = _("Work and parts came to {price}, as the finder reckons. It is kept with the job.")
            body.addWidget(label(words.format(price=self._price), "hint"))
        if self._remarks:
            body.addWidget(self._remarks_label())
        body.addStretch(1)
        self._area = ScrollColumn()
        self._area.show_column(self._column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(22), look.size(18), look.size(14), look.size(16))
        layout.setSpacing(look.size(10))
        layout.addWidget(self._area, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._keys.foot)

    def _form(self, look: Look) -> QGridLayout:
        """Return the fields under what they are called; cause and repair side by side, unless read from afar."""
        form = QGridLayout()
        form.setHorizontalSpacing(look.size(14))
        form.setVerticalSpacing(look.size(5))
        fields = (
            (_("What was the cause?"), self._cause, 0, 0, 2 if look.far else 1),
            (_("What was done?"), self._repair, *((3, 0, 2) if look.far else (0, 1, 1))),
            (_("Did it hold?"), self._held, 5, 0, 2),
            (_("Note"), self._note, 7, 0, 2),
        )
        if self._sure:
            form.addWidget(self._sure, 2, 0, 1, 2)
        for words, field, row, column, columns in fields:
            field.setAccessibleName(words)
            caption = label(words, "")
            caption.setBuddy(field)
            form.addWidget(caption, row, column, 1, columns)
            form.addWidget(field, row + 1, column, 1, columns)
        return form

    def _remarks_label(self) -> QLabel:
        more = len(self._remarks) - _MOST_SAID
        rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
        lines = [*self._remarks[:_MOST_SAID], *([rest] if more > 0 else [])]
        remarks = QLabel("\n".join([_("For your information:"), *(f"•  {line}" for line in lines)]))
        remarks.setTextFormat(Qt.TextFormat.PlainText)
        remarks.setWordWrap(True)
        remarks.setProperty("kind", "hint")
        return remarks

    def _take_letter(self, event: QKeyEvent) -> None:
        """Let words that are typed where no field is go into the first one."""
        field = self._first_field
        if field and not field.hasFocus() and event.text().strip() and event.text().isprintable():
            field.setFocus()
            QApplication.sendEvent(field, event)
        else:
            super().keyPressEvent(event)

    @property
    def _first_field(self) -> QLineEdit | None:
        """The registration if that is asked for, else the cause."""
        return self._car.missing["car"] if self._car and "car" in self._car.missing else self._cause.lineEdit()

    def _stops(self) -> list[QWidget]:
        """Return what the keys mark, from the top to the bottom."""
        sure = [self._sure] if self._sure else []
        card = self._card.stops if self._card else []
        car = self._car.missing.values() if self._car else ()
        return [*card, *car, self._cause, *sure, self._repair, *self._held.buttons, self._note]

    def _done(self) -> KeyAct:
        """Return what the dialog is for: to keep or close; not while something is open and nobody said why."""
        reason = self._card.reason if self._card else ""
        if self._card and not reason:
            return KeyAct(self._done_words(reason), _("Something is still open on the car."))
        said = " · ".join(filter(None, (self.outcome.cause, self._held.words)))
        return KeyAct(self._done_words(reason), said, self.accept)

    def _done_words(self, reason: str) -> str:
        if self._is_closed:
            return _("Keep")
        return _("Close, not finished") if reason else _("Close as finished")

    def _close(self) -> None:
        if act := self._done().act:
            act()


def _override_card(openings: Sequence[Opening], before: Closed, look: Look) -> OverrideCard | None:
    """Return what stands against closing, None if nothing does."""
    states = list(dict.fromkeys(opening.words for opening in openings))
    return OverrideCard(states, before.override, look) if states else None


def _amiss_words(amiss: Sequence[Line]) -> list[str]:
    return [f"{plain(line.item.label)}: {line.value} · {caption(line)}" for line in amiss]


def _unfinished_words(unfinished: Sequence[Unfinished]) -> list[str]:
    return [_of_step(one) for one in sorted(unfinished, key=lambda one: not one.gates)]


def _of_step(one: Unfinished) -> str:
    gated, other = _("{step}: {done} of {all} done, not the line of a warning"), _("{step}: {done} of {all} done")
    return (gated if one.gates else other).format(step=one.step.title, done=one.done, all=one.of)

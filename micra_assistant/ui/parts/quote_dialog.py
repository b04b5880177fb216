"""A quote, typed or changed: kept only as a whole, and only if it can be one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from micra_assistant.numbers import Numbers
from micra_assistant.parts.quotes import Quote
from micra_assistant.parts.typed_quote import QuoteError, QuoteField, TypedQuote, read_quote
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.keyed_dialog import FormDialog
from micra_assistant.ui.parts.quote_form import QuoteForm
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.dialog_room import room_for
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.words import _

_WIDTH, _HEIGHT = 820, 720

NumberCheck = Callable[[str], str]
"""Says of a part number whether it is the one on the old part."""


class QuoteDialog(FormDialog):
    """The form of a quote; ``currency`` is that of the guide, in which a price without one is.

    Attributes:
        form: the fields.
        quote: what was kept, None so far.
    """

    def __init__(
        self,
        typed: TypedQuote,
        parts: Sequence[str],
        currency: str,
        numbers: Numbers,
        check: NumberCheck,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("quote")
        self.setWindowTitle(_("What a supplier asks"))
        self._begun = typed
        self._currency = currency
        self._numbers = numbers
        self._check = check
        self.quote: Quote | None = None
        self.form = QuoteForm(typed, parts, currency, look)
        self._hint = label(_("Nothing is kept yet. Cancel leaves without keeping what you typed."), "wrong")
        self._hint.hide()
        self.form.submitted.connect(self.accept)
        self.form.number_typed.connect(self._show_check)
        self._keys = DialogKeys(self, lambda: self.form.stops, self._done, look)
        self._keys.show_leave(_("Cancel"), self._leave)
        for line in self.form.fields.values():
            line.textChanged.connect(self._keys.refresh)
        self._lay_out(look)
        self._show_check(typed.number)
        self.form.fields[QuoteField.SUPPLIER].setFocus()

    def accept(self) -> None:
        """Keep the quote, or say at its field what is wrong with it."""
        today = date.today()  # noqa: DTZ011 - the day on the wall
        try:
            self.quote = read_quote(self.form.typed, self._currency, self._numbers, today)
        except QuoteError as error:
            self.form.refuse(error.field, str(error))
            self._keys.refresh()
            return
        super().accept()

    def reject(self) -> None:
        """Leave, as Esc and the ✕ of the window do, unless something would be lost; Cancel leaves all the same."""
        if self.form.typed == self._begun:
            super().reject()
        else:
            self._hint.show()

    def _show_check(self, number: str) -> None:
        words = self._check(number.strip()) if number.strip() else ""
        self.form.number_check.setText(words)
        self.form.number_check.setVisible(bool(words))

    def _leave(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def _done(self) -> KeyAct:
        typed = self.form.typed
        said = ", ".join(filter(None, (typed.supplier.strip(), typed.price.strip())))
        return KeyAct(_("Keep the quote"), said, self.accept)

    def _lay_out(self, look: Look) -> None:
        area = ScrollColumn()
        area.show_column(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(20), look.size(16), look.size(12), look.size(12))
        layout.setSpacing(look.size(10))
        layout.addWidget(area, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._keys.foot)
        self.resize(QSize(look.size(_WIDTH), look.size(_HEIGHT)).boundedTo(room_for(self)))

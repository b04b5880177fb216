"""A quote to be filled in, field by field, each with what is wrong with it below."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.parts.currencies import QUOTED
from micra_assistant.parts.money import symbol
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import TAX_WORDS, Tax
from micra_assistant.parts.typed_quote import LONGEST, QuoteField, TypedQuote
from micra_assistant.ui.jobs.form_field import FormField, field
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.choice_box import ChoiceBox
from micra_assistant.ui.widgets.labels import label
from micra_assistant.words import N_, _

_LONGEST_NUMBER = 40
_LABELS = {
    QuoteField.SUPPLIER: N_("Who asks that price"),
    QuoteField.PRICE: N_("Price of the part"),
    QuoteField.CURRENCY: N_("Currency"),
    QuoteField.TAX: N_("Tax"),
    QuoteField.KIND: N_("Kind"),
    QuoteField.PART: N_("Part"),
    QuoteField.CARRIAGE: N_("Carriage"),
    QuoteField.NUMBER: N_("Part number"),
    QuoteField.DELIVERY: N_("Delivery"),
    QuoteField.CONDITION: N_("Condition"),
    QuoteField.WARRANTY_MONTHS: N_("Months of warranty"),
    QuoteField.ON: N_("Day"),
    QuoteField.CONTACT: N_("Link or phone"),
    QuoteField.NOTE: N_("Note"),
}
_HINTS = {
    QuoteField.SUPPLIER: N_("such as Nissan Leeds"),
    QuoteField.PRICE: N_("such as 1 200 or £9.99"),
    QuoteField.CARRIAGE: N_("empty if there is none"),
    QuoteField.NUMBER: N_("as the supplier names it"),
    QuoteField.DELIVERY: N_("such as 3 days"),
    QuoteField.CONDITION: N_("such as scratched, tested"),
    QuoteField.WARRANTY_MONTHS: N_("empty if nobody said"),
}
_KIND_WORDS = {
    OptionKind.ORIGINAL: N_("Original"),
    OptionKind.ANALOGUE: N_("Analogue"),
    OptionKind.USED: N_("Used"),
    OptionKind.REPAIR: N_("For the old part"),
}


class QuoteForm(QWidget):
    """Fields that begin as ``typed``; ``parts`` are those of the guide, the one that it is about first.

    Prices without a currency are in ``currency``.

    Attributes:
        fields: those that words are typed into.
        refusals: what is said against each field.
        choices: those of which one of several words is chosen.

    Signals:
        submitted: as FormField.
        number_typed: another part number is typed; carries it.
    """

    submitted = Signal()
    number_typed = Signal(str)

    def __init__(
        self, typed: TypedQuote, parts: Sequence[str], currency: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: dict[QuoteField, list[str]] = {
            QuoteField.CURRENCY: ["", *QUOTED],
            QuoteField.TAX: list(Tax),
            QuoteField.KIND: list(OptionKind),
            QuoteField.PART: ["", *parts[1:], *({typed.part} - {"", *parts})],
        }
        words: dict[QuoteField, list[str]] = {
            QuoteField.CURRENCY: [
                _("as beside the price, else {currency}").format(currency=symbol(currency)),
                *(f"{code} {known.sign}" for code, known in QUOTED.items()),
            ],
            QuoteField.TAX: [_(TAX_WORDS[tax]) for tax in Tax],
            QuoteField.KIND: [_(_KIND_WORDS[kind]) for kind in OptionKind],
            QuoteField.PART: [parts[0], *self._values[QuoteField.PART][1:]],
        }
        self.choices = {name: self._choice(name, said, typed, look) for name, said in words.items()}
        self.fields = {name: self._field(name, typed) for name in QuoteField if name not in self.choices}
        self.refusals = {name: label("", "refusal") for name in QuoteField}
        self.number_check = label("", "hint")
        self.number_check.hide()
        self._grid = QGridLayout(self)
        self._lay_out(look)
        self.fields[QuoteField.NUMBER].textChanged.connect(self.number_typed)

    @property
    def typed(self) -> TypedQuote:
        """What stands in the form."""
        chosen = {str(name): str(self._values[name][box.currentIndex()]) for name, box in self.choices.items()}
        said = {str(name): line.text() for name, line in self.fields.items()}
        return TypedQuote(**said, **chosen)

    @property
    def stops(self) -> list[QWidget]:
        """The fields in order."""
        return [self._editor(name) for name in _LABELS]

    def refuse(self, name: QuoteField, words: str) -> None:
        """Say what is wrong with a field, and go there."""
        self.forgive()
        self.refusals[name].setText(words)
        self.refusals[name].show()
        editor = self._editor(name)
        editor.setProperty("wrong", True)
        editor.setAccessibleDescription(words)
        restyle(editor)
        editor.setFocus()

    def forgive(self) -> None:
        """Say nothing against any field."""
        for name in _LABELS:
            editor = self._editor(name)
            if editor.property("wrong"):
                editor.setProperty("wrong", False)
                editor.setAccessibleDescription("")
                restyle(editor)
            self.refusals[name].hide()

    def _editor(self, name: QuoteField) -> FormField | ChoiceBox:
        return self.fields[name] if name in self.fields else self.choices[name]

    def _choice(self, name: QuoteField, words: list[str], typed: TypedQuote, look: Look) -> ChoiceBox:
        box = ChoiceBox(words, look)
        values = list(map(str, self._values[name]))
        said = getattr(typed, name)
        box.setCurrentIndex(values.index(said) if said in values else 0)
        return box

    def _field(self, name: QuoteField, typed: TypedQuote) -> FormField:
        hint = _(_HINTS[name]) if name in _HINTS else ""
        line = field(getattr(typed, name), LONGEST.get(name, _LONGEST_NUMBER), hint)
        line.submitted.connect(self.submitted)
        line.typed.connect(self.forgive)
        return line

    def _lay_out(self, look: Look) -> None:
        self._grid.setContentsMargins(0, 0, look.size(8), 0)
        self._grid.setHorizontalSpacing(look.size(16))
        self._grid.setVerticalSpacing(look.size(8))
        columns = 1 if look.far else 2
        for place, (name, words) in enumerate(_LABELS.items()):
            self._grid.addWidget(self._block(name, _(words)), place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _block(self, name: QuoteField, words: str) -> QWidget:
        editor, holder = self._editor(name), QWidget()
        editor.setAccessibleName(words)
        editor.setObjectName(str(name))
        named = QLabel(words)
        named.setBuddy(editor)
        below = [self.number_check] if name is QuoteField.NUMBER else []
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (named, editor, self.refusals[name], *below):
            column.addWidget(widget)
        self.refusals[name].hide()
        column.addStretch(1)
        return holder

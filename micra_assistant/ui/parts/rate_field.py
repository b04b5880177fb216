"""The labour rate of the workshop as it is typed: an amount, or refused in words, the one before still in force."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from micra_assistant.numbers import Numbers
from micra_assistant.parts import money
from micra_assistant.ui.widgets.typed_field import TypedField
from micra_assistant.words import _


class RateField(TypedField):
    """What an hour of work costs. Nothing that is typed is changed before it is understood.

    Signals:
        changed: another rate was typed; carries it as a Decimal.
        refused: what was typed is no rate; carries why, in words, or nothing once it is typed anew.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rate = Decimal(0)
        self._currency = "EUR"
        self._numbers = Numbers.POINT
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.finished.connect(self._on_finished)
        self.typed.connect(lambda: self.refused.emit(""))
        self.taken_back.connect(self._on_taken_back)

    def show_rate(self, rate: Decimal, currency: str, numbers: Numbers) -> None:
        """Show the rate in force; what is being typed stays."""
        self._rate, self._currency, self._numbers = rate, currency, numbers
        self._show()

    def _show(self) -> None:
        is_whole = self._rate == self._rate.to_integral_value()
        self.show_value(
            f"{self._rate:f}".partition(".")[0] if is_whole else f"{self._rate:.2f}".replace(".", self._numbers.mark)
        )

    def _on_taken_back(self) -> None:
        self.refused.emit("")
        self._show()

    def _on_finished(self) -> None:
        if not self.text().strip():
            self.take_back()
            return
        from micra_assistant.parts.price import PriceError, parse_rate  # noqa: PLC0415 - loaded when it is wanted

        try:
            rate = parse_rate(self.text(), self._currency, self._numbers)
        except PriceError as error:
            still = _("{rate} is still used.").format(rate=money.show_exactly(self._rate, self._currency))
            self.refused.emit(f"{error} {still}")
            return
        self.settle()
        self.refused.emit("")
        self.changed.emit(rate)

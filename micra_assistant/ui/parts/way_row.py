"""One way to get a part as a row: what it is, what it costs bought, fitted and kept, and the choice of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.parts.curve_pens import CurveSample
from micra_assistant.ui.parts.price_bar import PriceBar
from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.fold_button import FoldButton
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.short_button import ShortButton
from micra_assistant.ui.widgets.sure_button import SureButton, literal
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _

_WIDE_PRICE = 240
_FIGURES_WIDTH = 118
_MARGIN, _BORDER = 10, 3
_ROOM_FOR_CHOICE = 360
"""From this width on, in pixels at scale 1, the choice stands beside the name, else below all."""


class WayRow(QFrame):
    """A row; ``years`` is the head over what it costs over the years.

    Attributes:
        shown: what the row says.
        choose: the button that chooses it, or takes that back.
        make_up: the button with the cost over the years, which unfolds what that is made up of and all else.
        origin: the badge that says who names the price.

    Signals:
        chosen, marked: the row is to be chosen, or was tapped; carry its id.
        source_wanted: the badge was tapped; carries the id of the source.
        change_wanted, order_wanted, remove_wanted: something is to be done about a quote; carry the id of its row.
    """

    chosen = Signal(str)
    marked = Signal(str)
    source_wanted = Signal(str)
    change_wanted = Signal(str)
    order_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, shown: WayShown, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("way")
        self.shown = shown
        self._look = look
        self._sample = CurveSample(look)
        self._name = label("", "way-name")
        self._pros, self._cons = label("", "way-pros"), label("", "hint")
        self._heard = label("", "way-heard")
        self._price = _in_one_line("", "way-price")
        self._bar = PriceBar(look)
        self.origin = ShortButton("", "origin")
        self._fitted = QLabel()
        self._fitted.setProperty("kind", "way-fitted")
        heads = (_("Price of the part"), _("Fitted now"), "")
        self._captions = [_in_one_line(head, "caption") for head in heads]
        self.make_up = FoldButton("", kind="make-up")
        wear(self.make_up, Sign.DOWN, behind=True)
        self._times, self._basis = _in_one_line(_("≈ our times"), "guess"), _in_one_line("", "guess")
        self._cheapest = _in_one_line(_("cheapest"), "way-cheapest")
        self.choose = SureButton(_("Choose"), "choose")
        self.choose.setCheckable(True)
        self._more = QWidget()
        self._details = TextBlock("", "hint")
        self.quote_acts = self._made_quote_acts() if shown.is_quote else []
        self._lay_out()
        self._connect()

    def show_way(self, shown: WayShown, kept_head: str) -> None:
        """Show how the way stands now."""
        self.shown = shown
        for words, widget in (
            *((shown.name, self._name), (shown.pros, self._pros), (shown.cons, self._cons)),
            *((shown.price, self._price), (shown.fitted, self._fitted), (kept_head, self._captions[2])),
            (shown.heard, self._heard),
        ):
            widget.setText(words)
            widget.setVisible(bool(words))
        self._heard.setProperty("supports", shown.is_supported)
        restyle(self._heard)
        self._sample.show_curve(shown.curve)
        self._bar.show_span(shown.bar, shown.strength)
        self._bar.setVisible(shown.bar is not None)
        self._times.setVisible(shown.is_fitted_known)
        self._basis.setText(shown.basis)
        self._basis.setVisible(bool(shown.basis))
        self._show_origin()
        self.make_up.setText(literal(shown.kept))
        words = _("{years}: {amount}; what that is made up of")
        self.make_up.setAccessibleName(words.format(years=kept_head, amount=shown.kept))
        self._cheapest.setVisible(shown.is_cheapest)
        self._details.show_html(shown.details)
        self.setAccessibleName(shown.words)

    def show_standing(self, *, marked: bool, chosen: bool) -> None:
        """Show whether the row is marked, and whether it is the chosen one."""
        self.choose.setChecked(chosen)
        self.choose.setText(_("Chosen") if chosen else _("Choose"))
        words = _("Take back the choice of {way}") if chosen else _("Choose {way}")
        self.choose.setAccessibleName(words.format(way=self.shown.name))
        if self.property("marked") != marked:
            self.setProperty("marked", marked)
            restyle(self)

    @property
    def is_unfolded(self) -> bool:
        """Whether all of the way is told."""
        return self.make_up.isChecked()

    @property
    def amounts(self) -> tuple[QLabel, QLabel]:
        """Its price, and what it costs fitted."""
        return self._price, self._fitted

    @property
    def figures_width(self) -> int:
        """The width that an amount of the row needs."""
        return max(self._fitted.sizeHint().width(), self.make_up.sizeHint().width())

    @property
    def price_width(self) -> int:
        """The width that the price and who names it need."""
        return max(self._price.sizeHint().width(), self.origin.sizeHint().width())

    def fit(self, room: int, price_width: int, figures_width: int, *, wide: bool) -> None:
        """Be laid out in one line if there is room, else the amounts below the name, in as many lines as they need."""
        width = max(figures_width, self._look.size(_FIGURES_WIDTH))
        self._fitted.setMinimumWidth(width)
        self.make_up.setFixedWidth(width)
        self._priced.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        price_width = max(price_width, self._look.size(_WIDE_PRICE) if wide else 0)
        self._price_block.setFixedWidth(min(price_width, room - 2 * (self._look.size(_MARGIN) + _BORDER)))
        self._figures.setMinimumWidth(self._figures.sizeHint().width() if wide else 0)
        self._grid.addWidget(self._figures, *((0, 1) if wide else (1, 0, 1, 3)))
        beside = room >= self._look.size(_ROOM_FOR_CHOICE)
        self._grid.addWidget(self.choose, 0 if beside else 2, 2 if beside else 0, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.marked.emit(self.shown.id)

    def _show_origin(self) -> None:
        shown = self.shown
        self.origin.setText(literal(shown.origin))
        self.origin.setToolTip(escape(shown.origin))
        self.origin.setAccessibleName(_("Who names the price: {origin}").format(origin=shown.origin))
        self.origin.setVisible(bool(shown.origin))
        self.origin.setEnabled(bool(shown.source))
        if self.origin.property("guess") != shown.is_guess:
            self.origin.setProperty("guess", shown.is_guess)
            restyle(self.origin)

    def _made_quote_acts(self) -> list[SureButton]:
        acts = {
            _("Change…"): self.change_wanted,
            _("Order: the job waits for it"): self.order_wanted,
            _("Remove"): self.remove_wanted,
        }
        buttons = []
        for words, wanted in acts.items():
            button = SureButton(words, "finder")
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self.shown.id))
            buttons.append(button)
        return buttons

    def _connect(self) -> None:
        self.choose.clicked.connect(lambda: self.chosen.emit(self.shown.id))
        self.origin.clicked.connect(lambda: self.source_wanted.emit(self.shown.source))
        self.make_up.toggled.connect(self._more.setVisible)

    def _lay_out(self) -> None:
        look = self._look
        self._name_block = _column(self._name, self._heard, self._pros, self._cons)
        named = QWidget()
        line = QHBoxLayout(named)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._name_block, 1)
        self._name_block = named
        self._priced = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._priced.setSpacing(look.size(8))
        self._priced.addWidget(self._price)
        self._priced.addWidget(self._bar, 1)
        self._price_block = _column(self._captions[0], self._priced, self.origin)
        self._figures = QWidget()
        figures = FlowRow(parent=self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(look.size(12))
        figures.addWidget(self._price_block)
        figures.addWidget(_column(self._captions[1], self._fitted, self._times))
        figures.addWidget(_column(self._captions[2], self.make_up, self._basis, self._cheapest))
        self._lay_out_more()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(look.size(_MARGIN), look.size(6), look.size(_MARGIN), look.size(6))
        self._grid.setHorizontalSpacing(look.size(12))
        self._grid.setVerticalSpacing(look.size(6))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._name_block, 0, 0)
        self._grid.addWidget(self._figures, 1, 0, 1, 3)
        self._grid.addWidget(self.choose, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._more, 3, 0, 1, 3)

    def _lay_out_more(self) -> None:
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, self._look.size(4), 0, 0)
        more.addWidget(self._details)
        acts = FlowRow(*self.quote_acts)
        more.addLayout(acts)
        self._more.hide()


def _in_one_line(words: str, kind: str) -> QLabel:
    made = label(words, kind)
    made.setWordWrap(False)
    return made


def _column(*parts: QWidget | QBoxLayout) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
    column.addStretch(1)
    return holder

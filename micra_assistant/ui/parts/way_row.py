"""One way to get a part as a row: what it is, what it costs bought, fitted and kept, and the choice of it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from micra_assistant.guide.html import escape
from micra_assistant.ui.parts.curve_pens import draw_sample
from micra_assistant.ui.parts.price_bar import draw_bar
from micra_assistant.ui.parts.way_details import WayDetails
from micra_assistant.ui.parts.way_figures import Needed, WayFigures
from micra_assistant.ui.parts.way_pens import BADGE_SIDE, FITTED, PRICE, Pens
from micra_assistant.ui.parts.way_places import WayPlaces
from micra_assistant.ui.parts.ways_shown import WayShown
from micra_assistant.ui.parts.written_column import WayPiece
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign, wear
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.fold_button import FoldButton
from micra_assistant.ui.widgets.short_button import ShortButton
from micra_assistant.ui.widgets.sure_button import SureButton, literal
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _

_MARGIN, _UPRIGHT_MARGIN, _BORDER = 10, 6, 2
_UNFOLDED_GAP = 10
_BADGE_CORNER = 6


class WayRow(Flowing, QFrame):
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

    def __init__(self, shown: WayShown, pens: Pens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("way")
        self.shown = shown
        self._look = pens.look
        self._kept_head = ""
        self._price_width = self._figures_width = 0
        self._wide = False
        self._pens = pens
        self._placed: dict[object, WayPlaces] = {}
        self._columns: dict[object, WayFigures] = {}
        self._needed: Needed | None = None
        self._details: WayDetails | None = None
        self.origin = ShortButton("", "origin", self)
        self.make_up = FoldButton("", self, kind="make-up")
        wear(self.make_up, Sign.DOWN, behind=True)
        self.choose = SureButton(_("Choose"), "choose", self)
        self.choose.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()

    def show_way(self, shown: WayShown, kept_head: str) -> None:
        """Show how the way stands now; nothing happens if it is shown already."""
        if (shown, kept_head) == (self.shown, self._kept_head):
            return
        self.shown, self._kept_head = shown, kept_head
        self._show_origin()
        self.make_up.setText(literal(shown.kept))
        words = _("{years}: {amount}; what that is made up of")
        self.make_up.setAccessibleName(words.format(years=kept_head, amount=shown.kept))
        if self._details:
            self._details.show_html(shown.details)
        self.setAccessibleName(shown.words)
        self.setAccessibleDescription(shown.beside)
        self._place_anew()

    def suit(self, pens: Pens) -> None:
        """Be drawn in another look; all stays in its place if that has other colours alone."""
        before, self._pens, self._look = self._look, pens, pens.look
        if pens.look.measures != before.measures:
            self._place_anew()

    def show_standing(self, *, marked: bool, chosen: bool) -> None:
        """Show whether the row is marked, and whether it is the chosen one."""
        if self.choose.isChecked() != chosen or not self.choose.accessibleName():
            self.choose.setChecked(chosen)
            self.choose.setText(_("Chosen") if chosen else _("Choose"))
            self._place_anew()
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
    def quote_acts(self) -> Sequence[SureButton]:
        """What can be done about a quote, once all of it is told."""
        return self._details.quote_acts if self._details else ()

    @property
    def figures_width(self) -> int:
        """The width that an amount of the row needs."""
        return max(self._pens.width(self.shown.fitted, FITTED), self._sizes().make_up.width())

    @property
    def price_width(self) -> int:
        """The width that the price and who names it need."""
        origin = self._sizes().origin.width() if self.shown.origin else 0
        return max(self._pens.width(self.shown.price, PRICE), origin)

    def fit(self, price_width: int, figures_width: int, *, wide: bool) -> None:
        """Be laid out in one line if there is room, else the amounts below the name, in as many lines as they need."""
        wanted = (price_width, figures_width, wide)
        if wanted != (self._price_width, self._figures_width, self._wide):
            self._price_width, self._figures_width, self._wide = wanted
            self._lay_out()

    def heightForWidth(self, width: int) -> int:
        below = self._places(width).below
        return below.bottom() + 1 + self._unfolded_height(below.width()) + self._size(_UPRIGHT_MARGIN) + _BORDER

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_in_place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, places = QPainter(self), self._places(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.shown.curve is not None:
            draw_sample(painter, places.sample, self.shown.curve, self._look)
        if self.shown.bar is not None:
            draw_bar(painter, QRectF(places.bar), self.shown.bar, self.shown.strength, self._look)
        for piece in places.pieces:
            self._write(painter, piece)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.marked.emit(self.shown.id)

    def _write(self, painter: QPainter, piece: WayPiece) -> None:
        words, letters, room = piece
        colour = self._pens.colour(letters)
        if letters.is_badge:
            painter.setPen(QPen(colour, self._size(1), Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = self._size(_BADGE_CORNER)
            painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
            room = room.adjusted(self._size(BADGE_SIDE), 0, 0, 0)
        painter.setFont(self._pens.font(letters))
        painter.setPen(colour)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)

    def _places(self, width: int) -> WayPlaces:
        """Return where everything stands in a width, worked out once: layouts ask several times."""
        laid_out = width, self._price_width, self._figures_width, self._wide
        if laid_out not in self._placed:
            side, top = self._size(_MARGIN) + _BORDER, self._size(_UPRIGHT_MARGIN) + _BORDER
            inside = QRect(side, top, width - 2 * side, 0)
            figures, choose = self._figures(inside.width()), self._sizes().choose
            self._placed[laid_out] = WayPlaces(self.shown, figures, self._pens, choose, inside, wide=self._wide)
        return self._placed[laid_out]

    def _figures(self, room: int) -> WayFigures:
        """Return price and amounts, worked out once for all widths that have room for the price."""
        wanted = min(self._price_width, room), self._figures_width, self._wide
        if wanted not in self._columns:
            needed = self._sizes()._replace(price=wanted[0], figures=self._figures_width)
            self._columns[wanted] = WayFigures(self.shown, self._kept_head, self._pens, needed, wide=self._wide)
        return self._columns[wanted]

    def _sizes(self) -> Needed:
        if self._needed is None:
            self._needed = Needed(self.origin.sizeHint(), self.make_up.sizeHint(), self.choose.sizeHint())
        return self._needed

    def _place_anew(self) -> None:
        self._placed.clear()
        self._columns.clear()
        self._needed = None
        self._lay_out()

    def _lay_out(self) -> None:
        self.updateGeometry()
        self._put_in_place()
        self.update()

    def _put_in_place(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return
        places = self._places(self.width())
        for button, place in (
            *((self.origin, places.origin), (self.make_up, places.make_up), (self.choose, places.choose)),
        ):
            button.setGeometry(place)
        if self._details:
            below = places.below
            height = self._details.heightForWidth(below.width())
            self._details.setGeometry(below.left(), below.bottom() + 1 + self._gap, below.width(), height)

    def _unfolded_height(self, width: int) -> int:
        is_unfolded = self._details is not None and not self._details.isHidden()
        return self._details.heightForWidth(width) + self._gap if self._details and is_unfolded else 0

    @property
    def _gap(self) -> int:
        return self._size(_UNFOLDED_GAP)

    def _size(self, pixels: float) -> int:
        return self._look.size(pixels)

    def _unfold(self, is_unfolded: bool) -> None:
        if self._details is None:
            self._details = details = WayDetails(self.shown, self)
            details.change_wanted.connect(self.change_wanted)
            details.order_wanted.connect(self.order_wanted)
            details.remove_wanted.connect(self.remove_wanted)
        self._details.setVisible(is_unfolded)
        self._place_anew()

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

    def _connect(self) -> None:
        self.choose.clicked.connect(lambda: self.chosen.emit(self.shown.id))
        self.origin.clicked.connect(lambda: self.source_wanted.emit(self.shown.source))
        self.make_up.toggled.connect(self._unfold)

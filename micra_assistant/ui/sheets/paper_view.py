"""The sheet as it will lie in the printer: its sides one below the other, as large as the person wants."""

from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from micra_assistant.paper.kinds import PaperSize
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.ui.sheets.page_images import PageImages
from micra_assistant.ui.sheets.sides import place_on, rooms, side_size, sides_of
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _

_INCH = 25.4
_GAP = 14
"""Round each side, in pixels at scale 1."""
_ZOOM = 1.25
_LEAST, _MOST = 0.25, 4.0
"""Of the size on paper."""
_STEP = 60


class Fit(Enum):
    """What of a side fills the view."""

    WHOLE = "whole"
    WIDTH = "width"


class PaperView(QAbstractScrollArea):
    """Shows sides; only those in sight are decoded and painted. Left and Right go from side to side.

    Signals:
        resized: another resolution would be sharper.
        turned: another side is in the middle; carries which, from 1 on, and of how many.
        print_wanted: Space was pressed.
    """

    resized = Signal()
    turned = Signal(int, int)
    print_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # for one that Qt has made PySide first looks through all its classes, for 40 ms
        self.setObjectName("paper")
        let_flick(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._look = look
        self._images = PageImages(self)
        self._images.arrived.connect(self._repaint)
        self._pages: tuple[bytes, ...] = ()
        self._paper, self._two = PaperSize.A4, False
        self._zoom: Fit | float = Fit.WHOLE
        self.setAccessibleName(_("The sheet as it will be printed"))
        self.verticalScrollBar().valueChanged.connect(self._tell_side)

    @property
    def side_count(self) -> int:
        """How many sides there are."""
        return len(sides_of(self._pages, self._two))

    @property
    def side(self) -> int:
        """Which side is in the middle, from 1 on."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return min(max(1, int(middle // self._pitch) + 1), max(1, self.side_count))

    @property
    def ppi(self) -> float:
        """How many pixels to an inch the pages are seen with."""
        width = self._page_place(self._side_rect(0), 0).width() * self.devicePixelRatio()
        return width / PAPER_MM[self._paper][0] * _INCH

    @property
    def images(self) -> PageImages:
        """The pages as images."""
        return self._images

    def show_paper(self, paper: PaperSize, two_on_a_side: bool) -> None:
        """Get ready for pages on a paper."""
        self._paper, self._two = paper, two_on_a_side
        self._lay_out()

    def show_pages(self, pages: tuple[bytes, ...], *, same_sheet: bool) -> None:
        """Show pages as PNG; those of the ``same_sheet`` at the same place as before, others from their beginning."""
        self._images.show_pages(pages, same_sheet=same_sheet and len(pages) == len(self._pages))
        self._pages = pages
        self._lay_out()
        if not same_sheet:
            self.verticalScrollBar().setValue(0)
        self._tell_side()

    def fit(self, what: Fit) -> None:
        """Let the whole side, or its width, fill the view."""
        self._zoom_to(what)

    def show_real_size(self) -> None:
        """Show the sheet as large as it will be on paper, as far as the screen tells its size."""
        self._zoom_to(1.0)

    def zoom(self, steps: int) -> None:
        """Show the sheet larger, or smaller by negative steps."""
        self._zoom_to(min(max(_LEAST, self._scale / self._real * _ZOOM**steps), _MOST))

    def go_to(self, side: int) -> None:
        """Show a side, from 1 on."""
        self.verticalScrollBar().setValue(round((min(max(1, side), self.side_count) - 1) * self._pitch))

    def _repaint(self) -> None:
        self.viewport().update()

    def _zoom_to(self, zoom: Fit | float) -> None:
        side = self.side
        self._zoom = zoom
        self._lay_out()
        self.go_to(side)
        self.resized.emit()

    @property
    def _real(self) -> float:
        """Pixels to a millimetre at the size on paper."""
        return self.logicalDpiX() / _INCH

    @property
    def _scale(self) -> float:
        """Pixels to a millimetre as it is shown."""
        if isinstance(self._zoom, float):
            return self._zoom * self._real
        size, gap = side_size(self._paper, self._two), 2 * self._look.size(_GAP)
        # As wide as if there were a scroll bar: so that the bar's coming does not change the size that lets it come.
        room = self.maximumViewportSize() - QSize(self.verticalScrollBar().sizeHint().width() + gap, gap)
        wide, high = max(1, room.width()) / size.width(), max(1, room.height()) / size.height()
        return wide if self._zoom is Fit.WIDTH else min(wide, high)

    @property
    def _pitch(self) -> float:
        """How far a side is below the one before, in pixels."""
        return side_size(self._paper, self._two).height() * self._scale + self._look.size(_GAP)

    def _lay_out(self) -> None:
        size, gap, view = side_size(self._paper, self._two) * self._scale, self._look.size(_GAP), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self.side_count * self._pitch + gap) - view.height()))
        across.setRange(0, max(0, round(size.width()) + 2 * gap - view.width()))
        down.setPageStep(view.height())
        across.setPageStep(view.width())
        for bar in (down, across):
            bar.setSingleStep(self._look.size(_STEP))
        self.viewport().update()

    def _side_rect(self, number: int) -> QRect:
        """Return where a side is in the view, counted from 0."""
        size, gap = side_size(self._paper, self._two) * self._scale, self._look.size(_GAP)
        left = max(gap, (self.viewport().width() - size.width()) / 2) - self.horizontalScrollBar().value()
        top = gap + number * self._pitch - self.verticalScrollBar().value()
        return QRectF(QPointF(left, top), size).toRect()

    def _page_place(self, side: QRect, place: int) -> QRect:
        """Return where the page is on its side that stands there in this ``place``."""
        room = rooms(QRectF(side), self._two)[place]
        return place_on(QSizeF(*PAPER_MM[self._paper]), room).toRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, pages in enumerate(sides_of(range(len(self._pages)), self._two)):
            side = self._side_rect(number)
            if side.intersects(event.rect()):
                painter.fillRect(side, Qt.GlobalColor.white)
                for place, page in enumerate(pages):
                    self._paint_page(painter, self._page_place(side, place), page)
                painter.setPen(self._look.theme.colour("field-edge"))
                painter.drawRect(side.adjusted(0, 0, -1, -1))

    def _paint_page(self, painter: QPainter, place: QRect, page: int) -> None:
        if image := self._images.image(page):
            ratio = self.devicePixelRatio()
            if abs(image.width() - place.width() * ratio) <= 1:
                image.setDevicePixelRatio(ratio)
                painter.drawImage(place.topLeft(), image)
            else:
                painter.drawImage(place, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right:
                self.go_to(self.side + 1)
            case Qt.Key.Key_Left:
                self.go_to(self.side - 1)
            case Qt.Key.Key_Home:
                self.go_to(1)
            case Qt.Key.Key_End:
                self.go_to(self.side_count)
            case Qt.Key.Key_Space:
                self.print_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt's name
        self.viewport().update()

    def _tell_side(self) -> None:
        self.turned.emit(self.side, self.side_count)

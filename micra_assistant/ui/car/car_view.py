"""The page of a car."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.jobs.car_page import CarPage, PastPhoto
from micra_assistant.ui.car.car_words import job_words, note_words, part_words
from micra_assistant.ui.car.readings_table import ReadingsTable
from micra_assistant.ui.car.section import Section
from micra_assistant.ui.notes.photo_thumb import PhotoThumb, Picture
from micra_assistant.ui.notes.photo_wall import PhotoWall
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.short_button import ShortButton
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.values import Distance

_WIDEST = 1300
"""So wide all that scrolls is at the most, in pixels at scale 1."""
_PADDING = 10
"""What stands between the words and the frame that shows the focus, in pixels at scale 1."""


class CarView(QFrame):
    """All that is known of one car, under headings that scroll.

    Attributes:
        jobs: the buttons of its jobs, the latest first.

    Signals:
        job_wanted: a job is to be opened; carries its id.
        photo_wanted: a photo was tapped; carries the KeptPhoto.
        back_wanted: the person wants to go back.
        home_wanted: a job of it is to be begun, at home.
        keys_changed: the three keys do something else now.
    """

    job_wanted = Signal(str)
    photo_wanted = Signal(object)
    back_wanted = Signal()
    home_wanted = Signal()
    keys_changed = Signal()

    def __init__(
        self, page: CarPage, picture: Picture, distance: Distance, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(page.car)
        self._look = look
        self.jobs = self._job_buttons(page, distance)
        self._area = ScrollColumn()
        self._area.keep_within(look.size(_WIDEST))
        self._area.take_keys(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(page.car)
        bar = self._area.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged):
            changed.connect(self.keys_changed)
        self._area.show_column(self._column(page, picture))
        back = BackButton(_("Back"))
        back.clicked.connect(self.back_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(look.size(_PADDING), 0, 0, 0)
        head.addWidget(label(page.car, "title"))
        vin = label(_("VIN {vin}").format(vin=page.vin) if page.vin else "", "hint")
        head.addWidget(vin, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(back)
        column = QVBoxLayout(self)
        edges = page_edges(look)
        column.setContentsMargins(edges - QMargins(look.size(_PADDING), 0, 0, 0))
        column.addWidget(self._area, 1)
        column.insertLayout(0, head)  # last: Tab passes by what comes before the area that has the focus of all this
        self.setFocusProxy(self._area)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown scroll, from the top PageUp leads back; Space opens the latest job."""
        bar = self._area.verticalScrollBar()
        back = KeyAct(_("Back"), act=self.back_wanted.emit)
        home = KeyAct(_("Home"), _("where a job is begun"), self.home_wanted.emit)
        open_it = KeyAct(_("Open the job"), self.jobs[0].accessibleName(), self.jobs[0].click) if self.jobs else home
        return ThreeKeys(
            KeyAct(_("Up"), act=partial(self._scroll, -1)) if bar.value() > bar.minimum() else back,
            open_it,
            KeyAct(_("Down"), act=partial(self._scroll, 1))
            if bar.value() < bar.maximum()
            else KeyAct(_("Down"), _("This is the end.")),
        )

    def _scroll(self, direction: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep() * 9 // 10)

    def _column(self, page: CarPage, picture: Picture) -> Column:
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(self._look.size(_PADDING), self._look.size(4), self._look.size(8), 0)
        layout.setSpacing(self._look.size(8))
        for section in self._sections(page, picture):
            layout.addWidget(section)
        layout.addStretch(1)
        return column

    def _sections(self, page: CarPage, picture: Picture) -> tuple[Section, ...]:
        look = self._look
        if not page.jobs:
            none = label(_("No job of this car is in the records: begin one at home."), "body")
            return (Section(_("Jobs"), [none, self._begin_button()], "", look),)
        jobs: list[QWidget] = [*self._with_troubles(page), *self._more(page)]
        readings = [ReadingsTable(page.readings, look)] if page.readings else []
        parts = [label(part_words(part), "body") for part in page.parts]
        notes = [label(note_words(note), "body") for note in page.notes]
        photos = [PhotoWall([self._thumb(photo, picture) for photo in page.photos], look)] if page.photos else []
        return (
            Section(_("Jobs"), jobs, "", look),
            Section(_("Readings"), readings, _("Nothing was measured on it yet: measure in a step of its job."), look),
            Section(
                _("Fitted and mended"),
                parts,
                _("Nothing was fitted or mended yet: it stands here once its job is closed."),
                look,
            ),
            Section(_("Notes"), notes, _("There are no notes: write one in a step of its job."), look),
            Section(_("Photos"), photos, _("There are no photos: take one in a step of its job."), look),
        )

    def _begin_button(self) -> QWidget:
        button = SureButton(_("Home: begin a job"))
        button.clicked.connect(self.home_wanted)
        row = QWidget()
        FlowRow(button, parent=row)
        return row

    def _job_buttons(self, page: CarPage, distance: Distance) -> list[SureButton]:
        buttons: list[SureButton] = []
        for job in page.jobs:
            words = _("{number} · {job}").format(number=job.name, job=job_words(job, distance))
            button = ShortButton(words, "past-job")
            button.clicked.connect(partial(self.job_wanted.emit, job.id))
            buttons.append(button)
        return buttons

    def _with_troubles(self, page: CarPage) -> Iterator[QWidget]:
        """Yield the buttons of the jobs, each followed by why it cannot be read, if so."""
        for job, button in zip(page.jobs, self.jobs, strict=True):
            yield button
            if trouble := page.troubles.get(job.id):
                words = _("Not all of this job can be read: {reason}")
                yield label(words.format(reason=trouble), "wrong")

    def _more(self, page: CarPage) -> list[QWidget]:
        """Return that there are older jobs, if there are."""
        older = page.total - len(page.jobs)
        words = ngettext("{count} older job is in the list.", "{count} older jobs are in the list.", older)
        return [label(words.format(count=older), "hint")] if older else []

    def _thumb(self, past: PastPhoto, picture: Picture) -> PhotoThumb:
        thumb = PhotoThumb(past.photo, picture, self._look)
        thumb.clicked.connect(partial(self.photo_wanted.emit, past.photo))
        return thumb

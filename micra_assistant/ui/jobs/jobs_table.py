"""The table of jobs: rows to tap, headers that put them in order, one job chosen."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.ui.jobs.jobs_delegate import JobsDelegate
from micra_assistant.ui.jobs.jobs_head import JobsHead
from micra_assistant.ui.jobs.jobs_model import JobColumn, JobsModel
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _

_ROW = 46
_HEAD = 40
_WIDTHS = {JobColumn.JOB: 112, JobColumn.CAR: 138, JobColumn.STATE: 166, JobColumn.WORKED: 132}
_CUSTOMER_SHARE = 0.38
"""How much of what these columns leave is the customer's; the rest is the complaint's."""
_ROOM_FOR = {JobColumn.CUSTOMER: 780, JobColumn.WORKED: 640}
"""Below these widths, in pixels at scale 1, a column gives way to the complaint."""


class JobsTable(QTableView):
    """The jobs of a model; the keys go to the field above it, which moves the choice.

    Signals:
        chosen: another job is chosen, or the chosen one has changed, or none is any more.
        confirmed: the chosen job was tapped twice.
    """

    chosen = Signal()
    confirmed = Signal()

    def __init__(self, model: JobsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look: Look | None = None
        self._number = 0
        self._delegate = JobsDelegate(self)
        self._head = JobsHead(self)
        self.setHorizontalHeader(self._head)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        let_flick(self)
        model.modelReset.connect(self._choose_again)
        model.dataChanged.connect(self.chosen)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(self.confirmed)

    @property
    def job(self) -> JobRow | None:
        """The job that is chosen, None if none is."""
        return self._model.job(self.currentIndex().row())

    def show_look(self, look: Look) -> None:
        """Draw in ``look``."""
        self._look = self._head.look = self._delegate.look = look
        self.verticalHeader().setDefaultSectionSize(look.size(_ROW))
        self.horizontalHeader().setFixedHeight(look.size(_HEAD))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, look.size(width))
        self._share_width()

    def neighbour(self, rows: int) -> JobRow | None:
        """Return the job so many rows below the chosen one (or above, if negative), None if there is none."""
        place = self.currentIndex().row() + rows
        return self._model.job(place) if 0 <= place < self._model.rowCount() else None

    def choose_next(self, rows: int) -> None:
        """Choose the job so many rows below (or above, if negative)."""
        if self._model.rowCount():
            place = min(max(self.currentIndex().row() + rows, 0), self._model.rowCount() - 1)
            self.selectRow(place)

    def choose_first(self) -> None:
        """Choose the first job."""
        self.choose_next(-self._model.rowCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _set_up(self) -> None:
        self.setProperty("kind", "jobs")
        self.setAccessibleName(_("Jobs"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)  # or Tab would not lead on from the head
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self._head
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(JobColumn.COMPLAINT, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(JobColumn.WORKED, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def _share_width(self) -> None:
        if self._look:
            free = self.width() - self._look.size(sum(_WIDTHS.values()))
            self.setColumnWidth(JobColumn.CUSTOMER, round(free * _CUSTOMER_SHARE))
            for column, room in _ROOM_FOR.items():
                self.setColumnHidden(column, self.width() < self._look.size(room))

    def _on_row(self, index: QModelIndex) -> None:
        if job := self._model.job(index.row()):
            self._number = job.number
        self.chosen.emit()

    def _choose_again(self) -> None:
        """Choose the job that was chosen before the rows changed, else the first."""
        if self._model.rowCount():
            self.selectRow(max(self._model.place_of(self._number), 0))
        else:
            self.chosen.emit()

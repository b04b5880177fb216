"""The job list for Qt: every job that is found is a row, but only what is looked at is read."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from micra_assistant.errors import StoreError
from micra_assistant.jobs.records.found_jobs import FoundJobs
from micra_assistant.jobs.records.job_query import JobQuery, Order
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.ui.jobs.job_words import (
    blanked_words,
    complaint_words,
    day_words,
    left_open_words,
    standing,
    standing_words,
    waits_for_words,
)
from micra_assistant.words import _, pgettext

Index = QModelIndex | QPersistentModelIndex

STANDING_ROLE = Qt.ItemDataRole.UserRole
REMARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""What is said below the words of a cell, empty if nothing is."""

_UNREAD = JobRow(0, "")


class JobColumn(IntEnum):
    """The columns, left to right."""

    JOB = 0
    CAR = 1
    CUSTOMER = 2
    COMPLAINT = 3
    STATE = 4
    WORKED = 5


ORDERS = {
    JobColumn.JOB: Order.NUMBER,
    JobColumn.CAR: Order.CAR,
    JobColumn.CUSTOMER: Order.CUSTOMER,
    JobColumn.COMPLAINT: Order.COMPLAINT,
    JobColumn.STATE: Order.OUTCOME,
    JobColumn.WORKED: Order.WORKED,
}
_NEWEST_FIRST = (JobColumn.JOB, JobColumn.WORKED)


def _local_now() -> datetime:
    return datetime.now().astimezone()


class JobsModel(QAbstractTableModel):
    """The jobs of a store that a query finds.

    Signals:
        failed: the jobs could not be read; carries why.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, now: Callable[[], datetime] = _local_now) -> None:
        super().__init__(parent)
        self._now = now
        self._found: FoundJobs | None = None
        self._broken = False
        self._current = ""
        self._numbers: list[int] = []
        self.query = JobQuery()

    @property
    def total(self) -> int:
        """How many jobs there are, found or not."""
        return self._found.total if self._found else 0

    @property
    def is_unread(self) -> bool:
        """Whether nothing is shown because the jobs could not be read."""
        return self._broken

    def show_store(self, store: Store, current: str) -> None:
        """Show the jobs of ``store``; ``current`` is the id of the open one, empty if none is."""
        self._found = FoundJobs(store)
        self._current = current
        self.refresh()

    def ask(self, query: JobQuery) -> None:
        """Show what ``query`` finds."""
        if query != self.query:
            self.query = query
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(JobColumn) - 1)
            self._read(anew=False)

    def refresh(self) -> None:
        """Show the jobs as they are now."""
        self._read(anew=True)

    def job(self, place: int) -> JobRow | None:
        """Return the job in a row, None if there is no such row or it cannot be read."""
        if self._found is None or self._broken:
            return None
        try:
            return self._found.row(place)
        except StoreError as error:
            self._broken = True  # a table asks for every cell: saying it once is enough
            self.failed.emit(str(error))
            return None

    def place_of(self, number: int) -> int:
        """Return the row of the job that has a number, -1 if it is not among those found."""
        return self._found.place_of(number) if self._found else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0:
            descending = order is Qt.SortOrder.DescendingOrder
            self.ask(replace(self.query, order=ORDERS[JobColumn(column)], descending=descending))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            newest = JobColumn(section) in _NEWEST_FIRST
            return Qt.SortOrder.DescendingOrder if newest else Qt.SortOrder.AscendingOrder
        if role == Qt.ItemDataRole.AccessibleTextRole and ORDERS[JobColumn(section)] is self.query.order:
            return f"{_header(JobColumn(section))}, {_order_words(descending=self.query.descending)}"
        return _header(JobColumn(section)) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.job(index.row()) or _UNREAD, JobColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, column)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return ", ".join(words for words in (self._cell(row, column), self._remark(row, column)) if words)
            case _ if role == STANDING_ROLE:
                return standing(row)
            case _ if role == REMARK_ROLE:
                return self._remark(row, column)
        return None

    def _cell(self, row: JobRow, column: JobColumn) -> str:
        match column:
            case JobColumn.JOB:
                return row.name if row.id else ""
            case JobColumn.CAR:
                return row.car
            case JobColumn.CUSTOMER:
                return row.customer
            case JobColumn.COMPLAINT:
                return complaint_words(row)
            case JobColumn.STATE:
                return standing_words(row) if row.id else ""
            case JobColumn.WORKED:
                return day_words(row.worked, self._now())

    def _remark(self, row: JobRow, column: JobColumn) -> str:
        if column is JobColumn.JOB and row.id and row.id == self._current:
            return pgettext("the job that the window shows", "shown")
        if column is JobColumn.CUSTOMER:
            return blanked_words(row)
        if column is JobColumn.COMPLAINT:
            return waits_for_words(row)
        return left_open_words(row) if column is JobColumn.STATE else ""

    def _read(self, *, anew: bool) -> None:
        """Find the jobs; if that cannot be, say why, and go on showing those that were found before."""
        if self._found is None:
            return
        self._broken = False
        try:
            self._found.ask(self.query, anew=anew)
        except StoreError as error:
            self._broken = not self._numbers
            self.failed.emit(str(error))
            return
        numbers = self._found.numbers
        if numbers != self._numbers:
            self.beginResetModel()
            self._numbers = numbers
            self.endResetModel()
        elif numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(numbers) - 1, len(JobColumn) - 1))


def _order_words(*, descending: bool) -> str:
    return _("highest first") if descending else _("lowest first")


def _header(column: JobColumn) -> str:
    return {
        JobColumn.JOB: _("Job"),
        JobColumn.CAR: _("Registration"),
        JobColumn.CUSTOMER: _("Customer"),
        JobColumn.COMPLAINT: _("Complaint"),
        JobColumn.STATE: _("State"),
        JobColumn.WORKED: _("Worked on"),
    }[column]

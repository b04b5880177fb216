"""The order of the parts table: by what amounts are worth, with what is not known always at the end."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from micra_assistant.ui.parts.parts_model import SORT_ROLE, UNKNOWN


class PartsSorting(QSortFilterProxyModel):
    """Sorts by what stands in the role for sorting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)

    def lessThan(  # noqa: N802 - Qt's name
        self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex
    ) -> bool:
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if UNKNOWN in (one, other):
            falls = self.sortOrder() is Qt.SortOrder.DescendingOrder
            return bool((one if falls else other) == UNKNOWN and one != other)
        return bool(one < other)

"""The same readings of several jobs side by side, each with what it said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from micra_assistant.jobs.car_page import PastValue, ReadingOverTime
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.number_words import GAP
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.words import _

MOST_COLUMNS = 4
"""So many jobs stand side by side, the latest ones."""


class ReadingsTable(QFrame):
    """A row for each reading, a column for each job that has any."""

    def __init__(self, readings: Sequence[ReadingOverTime], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        jobs = columns(readings)
        for column, words in enumerate((_("Reading"), _("Should be"), *map(_job_words, jobs))):
            grid.addWidget(label(words, "table-head"), 0, column)
            grid.setColumnStretch(column, 2 if column == 0 else 1)
        for row, reading in enumerate(readings, 1):
            grid.addWidget(label(reading.label, "table-cell"), row, 0)
            grid.addWidget(label(reading.limits or "–", "table-cell"), row, 1)
            by_job = {value.job.id: value for value in reading.values}
            for column, job in enumerate(jobs, 2):
                grid.addWidget(_cell(by_job.get(job.id), look), row, column)


def columns(readings: Sequence[ReadingOverTime]) -> list[JobRow]:
    """Return the jobs that have readings, the latest first, no more than stand side by side."""
    jobs = {value.job.id: value.job for reading in readings for value in reading.values}
    return sorted(jobs.values(), key=lambda job: job.number, reverse=True)[:MOST_COLUMNS]


def _job_words(job: JobRow) -> str:
    return _("{job} · {date}").format(job=job.name, date=job.begun[:10])


def _cell(value: PastValue | None, look: Look) -> QLabel:
    """Return what was read on one job: a cross before what is wrong, a tick before what was judged right."""
    if value is None:
        return label("", "table-cell")
    words = _("{value}  {verdict}").format(value=value.value, verdict=value.verdict.replace(" ", GAP, 1))
    cell = SignLabel(Sign.CROSS if value.is_wrong else Sign.TICK, words) if value.verdict else label(words, "")
    cell.setWordWrap(True)
    cell.setProperty("kind", "past-wrong" if value.is_wrong else "past-right")
    cell.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    cell.setMinimumHeight(look.size(30))
    return cell

"""The history of a job as it is read: day by day, the newest in sight, and how long the steps took."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from micra_assistant.guide.html import STEP_SCHEME, escape
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.timeline import Entry, timeline
from micra_assistant.jobs.times import step_times
from micra_assistant.time_words import LEAST, clock_words, day_words, duration_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _, ngettext
from micra_assistant.workshop.values import Distance

_TIMES_WIDTH = 310
_CLOCK_WIDTH = 62


class TimelineView(QFrame):
    """Everything that happened on a job, the last at the bottom and in sight.

    Signals:
        back_wanted: the person wants to go on with the job.
        step_wanted: a step was tapped; carries its id.
    """

    back_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(_("What was done"))
        title.setProperty("kind", "title")
        self._told = QTextBrowser()
        self._told.setObjectName("timeline")
        self._told.setOpenLinks(False)
        self._told.document().setDocumentMargin(0)
        self._told.setAccessibleName(title.text())
        self._told.anchorClicked.connect(self._on_link)
        self._total = QLabel()
        self._total.setProperty("kind", "panel-title")
        self._total.setWordWrap(True)
        self._times = ScrollColumn()
        back = QPushButton(_("Back to the job"))
        back.clicked.connect(self.back_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addLayout(self._columns(), 1)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._told)

    @property
    def words(self) -> str:
        """What is told, as plain text."""
        return self._told.toPlainText()

    @property
    def times(self) -> str:
        """How long the steps took, as rich text."""
        return "\n".join([self._total.text(), *(block.text() for block in self._times.findChildren(TextBlock))])

    def show_history(
        self,
        guide: Guide,
        history: History,
        options: Mapping[str, str],
        look: Look,
        distance: Distance = Distance.KM,
    ) -> None:
        """Show all that happened; ``options`` are the names of the ways to get the part, by id."""
        self._times.setFixedWidth(look.size(_TIMES_WIDTH))
        self._total.setFixedWidth(look.size(_TIMES_WIDTH))
        self._told.setTabStopDistance(look.size(_CLOCK_WIDTH))
        self._told.setHtml("".join(_told(timeline(guide, history, options, distance), look)))
        self._show_newest()
        self._show_times(guide, step_times(history.events, guide.steps[0].id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._told.setFocus()
        self._show_newest()

    def _columns(self) -> QHBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._total)
        side.addWidget(self._times, 1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self._told, 1)
        columns.addLayout(side)
        return columns

    def _show_newest(self) -> None:
        bar = self._told.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _show_times(self, guide: Guide, times: Mapping[str, timedelta]) -> None:
        total = duration_words(sum(times.values(), timedelta(0)))
        self._total.setText(_("Time at the car: {total}").format(total=total))
        long = [(_title(guide, step), time) for step, time in times.items() if time >= LEAST]
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        if long:
            layout.addWidget(TextBlock(_times_html(long), "item"))
        if few := len(times) - len(long):
            hint = QLabel(ngettext("1 step under 1 min", "{count} steps under 1 min", few).format(count=few))
            hint.setProperty("kind", "hint")
            layout.addWidget(hint)
        layout.addStretch(1)
        self._times.show_column(column)

    def _on_link(self, link: QUrl) -> None:
        self.step_wanted.emit(link.toString().removeprefix(STEP_SCHEME))


def _title(guide: Guide, step_id: str) -> str:
    step = guide.find_step(step_id)
    return step.title if step else step_id


def _times_html(times: Sequence[tuple[str, timedelta]]) -> str:
    cell = '<td style="padding-bottom:6px;'
    rows = (
        f'<tr>{cell} padding-right:12px">{escape(title)}</td>'
        f'{cell} white-space:nowrap" align="right"><b>{duration_words(time)}</b></td></tr>'
        for title, time in times
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def _told(entries: Sequence[Entry], look: Look) -> Iterator[str]:
    """Return the entries as paragraphs, those of a day below its name.

    Paragraphs with a tab are a quarter of the work that a table of as many rows is for Qt.
    """
    timed = [(datetime.fromisoformat(entry.at), entry) for entry in entries]
    here = ""
    for day, moments in groupby(timed, key=lambda one: day_words(one[0])):
        lines = list(moments)
        people = list(dict.fromkeys(entry.by for _moment, entry in lines))
        yield _day_html(day, people[0] if len(people) == 1 else "", look)
        for moment, entry in lines:
            remarks = [entry.step if entry.step != here and not entry.is_step else "", entry.by if people[1:] else ""]
            yield _line_html(clock_words(moment), entry, remarks, look)
            here = entry.step or here


def _day_html(day: str, by: str, look: Look) -> str:
    person = f' <span style="color:{look.theme.colours["muted"]}">· {escape(by)}</span>' if by else ""
    style = f"margin:{look.size(16)}px 0 {look.size(4)}px 0; font-size:{look.size(17)}px"
    return f'<p style="{style}"><b>{escape(day)}</b>{person}</p>'


def _line_html(clock: str, entry: Entry, remarks: list[str], look: Look) -> str:
    muted, indent = look.theme.colours["muted"], look.size(_CLOCK_WIDTH)
    words = f"<b>{_step_link(entry)}</b>" if entry.is_step else escape(entry.words).replace("\n", "<br>")
    if entry.undone:
        words = f'<s style="color:{muted}">{words}</s>'
        remarks = [_("undone"), *remarks]
    said = " · ".join(escape(remark) for remark in remarks if remark)
    above, below = look.size(10 if entry.is_step else 3), look.size(3)
    style = f"margin:{above}px 0 {below}px {indent}px; text-indent:-{indent}px; white-space:pre-wrap"
    return (
        f'<p style="{style}"><span style="color:{muted}">{clock}</span>\t{words}'
        f'<span style="color:{muted}">{"   " if said else ""}{said}</span></p>'
    )


def _step_link(entry: Entry) -> str:
    if not entry.step_id:
        return escape(entry.step)
    return f'<a href="{STEP_SCHEME}{escape(entry.step_id)}" style="text-decoration:none">{escape(entry.step)}</a>'

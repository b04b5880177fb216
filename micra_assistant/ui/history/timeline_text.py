"""What happened on a job as a text that is filled from its end: what is earlier comes in as one scrolls up to it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from micra_assistant.guide.html import STEP_SCHEME, escape
from micra_assistant.jobs.timeline import Entry, Timeline
from micra_assistant.time_words import clock_words, day_words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.when_idle import WhenIdle
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.words import _

_CLOCK_WIDTH = 62
_PORTION = 500
"""How many entries are told at once, each portion under the name of its day: Qt lays them out in a frame or two."""
_LEAST_HEIGHT = 20
"""Of an entry, in pixels at scale 1: at first as many are told as the window could show."""


class TimelineText(QTextBrowser):
    """The entries of a timeline, the newest in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setOpenLinks(False)
        let_flick(self)
        self.document().setDocumentMargin(0)
        self._timeline: Timeline | None = None
        self._look: Look | None = None
        self._earlier = 0
        self._is_portion_told = True
        self._rest = WhenIdle(self)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._tell_before)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_timeline(self, timeline: Timeline, look: Look) -> None:
        """Tell the newest entries: those in sight now, a portion once a person looks at them, the rest when wanted."""
        self._filling.stop()
        self._timeline, self._look = timeline, look
        self.setTabStopDistance(look.size(_CLOCK_WIDTH))
        self._tell_newest(min(_PORTION, self.window().height() // look.size(_LEAST_HEIGHT) + 1), timeline, look)
        self.show_newest()
        if not self._is_portion_told:
            self._rest.begin(self._told_ahead())

    def _told_ahead(self) -> Iterator[None]:
        self._tell_earlier()
        yield

    def _tell_newest(self, count: int, timeline: Timeline, look: Look) -> None:
        """Tell so many entries from the end, in place of what is told."""
        self._earlier = 0  # what is scrolled to meanwhile is not wanted
        start = max(len(timeline) - count, 0)
        self.setHtml("".join(_told(timeline.entries(start), look)))
        self._earlier, self._is_portion_told = start, start == 0 or count == _PORTION

    def show_newest(self) -> None:
        """Bring the last entry in sight."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does while a step is marked."""
        marked = self.textCursor()
        target = QUrl(marked.charFormat().anchorHref()) if marked.hasSelection() else QUrl()
        if target.isEmpty():
            return None
        return KeyAct(_("Show the step"), marked.selectedText(), partial(self.anchorClicked.emit, target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell all, portion by portion, for who wants to be at the beginning."""
        is_start = event.key() == Qt.Key.Key_Home or event.matches(QKeySequence.StandardKey.MoveToStartOfDocument)
        if is_start and self._earlier:
            self._filling.start()
        elif self._filling.isActive():
            self._filling.stop()
        super().keyPressEvent(event)

    def _on_scrolled(self, value: int) -> None:
        if value == 0 and not self._filling.isActive():
            self._tell_earlier()

    def _tell_before(self) -> None:
        """Tell one portion more, and stay at the beginning."""
        self._tell_earlier()
        self.verticalScrollBar().setValue(0)
        if not self._earlier:
            self._filling.stop()

    def _tell_earlier(self) -> None:
        """Tell the rest of the newest portion, else one portion more above it; what was in sight stays there."""
        self._rest.drop()
        if not (self._earlier and self._timeline and self._look):
            return
        bar = self.verticalScrollBar()
        below = bar.maximum() - bar.value()
        if self._is_portion_told:
            end, self._earlier = self._earlier, max(self._earlier - _PORTION, 0)
            self._put_above("".join(_told(self._timeline.entries(self._earlier, end), self._look)))
        else:
            self._tell_newest_still_marked(self._timeline, self._look)
        bar.setValue(bar.maximum() - below)

    def _tell_newest_still_marked(self, timeline: Timeline, look: Look) -> None:
        """Tell the newest portion; what a person has marked of it meanwhile stays so."""
        marked, end = self.textCursor(), self.document().characterCount()
        places = end - marked.anchor(), end - marked.position()
        self._tell_newest(_PORTION, timeline, look)
        anchor, position = (self.document().characterCount() - place for place in places)
        marked = self.textCursor()
        marked.setPosition(anchor)
        marked.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(marked)

    def _put_above(self, html: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        cursor.insertHtml(html)
        cursor.endEditBlock()


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

"""All jobs: found by words, put in order, opened, begun, closed."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMargins, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from micra_assistant.jobs.records.job_query import Shown
from micra_assistant.jobs.records.listing import JobRow
from micra_assistant.jobs.records.store import Store
from micra_assistant.number_words import grouped
from micra_assistant.ui.actions import Action
from micra_assistant.ui.jobs.jobs_empty import EmptyJobs
from micra_assistant.ui.jobs.jobs_field import JobsField
from micra_assistant.ui.jobs.jobs_filter import JobsFilter
from micra_assistant.ui.jobs.jobs_model import JobsModel
from micra_assistant.ui.jobs.jobs_table import JobsTable
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import KeyAct, ThreeKeys
from micra_assistant.ui.widgets.back_button import BackButton
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.page_edges import page_edges
from micra_assistant.ui.widgets.scroll_column import scrolled
from micra_assistant.words import _, ngettext

_LEAST_FOUND = 60
"""How many pixels of the list are seen at the least, however low the window is."""
_LOW = 420
"""Below this height in pixels, nothing stays free that need not."""


class JobsView(QFrame):
    """The list of jobs, and what can be done with the chosen one.

    Signals:
        open_wanted, duplicate_wanted, details_wanted, close_wanted, reopen_wanted, export_wanted, print_wanted: that
            is to be done with a job; carry its id.
        new_wanted, import_wanted: a job is to be begun, or taken in from a file.
        back_wanted: the person wants the open job again.
        failed: the jobs could not be read; carries why.
        keys_changed: another job is marked, or it stands otherwise, or something is looked for.
    """

    place = Action.JOBS
    """Whose button in the bar leads here."""

    open_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    details_wanted = Signal(str)
    close_wanted = Signal(str)
    reopen_wanted = Signal(str)
    export_wanted = Signal(str)
    print_wanted = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    back_wanted = Signal()
    failed = Signal(str)
    keys_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("compact", True)
        self.setObjectName("card")
        self.model = JobsModel(self)
        self.field = JobsField()
        self.filter = JobsFilter()
        self._look: Look | None = None
        self.table = JobsTable(self.model)
        self._said = QLabel()
        self._said.setProperty("kind", "hint")
        self._empty = EmptyJobs()
        self._stack = QStackedWidget()
        self._stack.setObjectName("jobs-found")
        self._stack.setMinimumHeight(_LEAST_FOUND)
        self._stack.addWidget(self.table)
        self._stack.addWidget(scrolled(self._empty))
        self._open = self._button(_("Open job"), self.open_wanted)
        self._open.setObjectName("primary")
        self._close = self._button(_("Close job…"), self.close_wanted)
        self._reopen = self._button(_("Reopen"), self.reopen_wanted)
        self._others = (
            self._button(_("Duplicate"), self.duplicate_wanted),
            self._button(_("Details…"), self.details_wanted),
            self._button(_("Export…"), self.export_wanted),
        )
        self._back = BackButton(_("Back to the job"))
        self._back.clicked.connect(self.back_wanted)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def show_store(self, store: Store, current_job_id: str, look: Look) -> None:
        """Show the jobs of ``store``; the open one, if any, is marked."""
        self._look = look
        self._fit()
        self.table.show_look(look)
        self.model.show_store(store, current_job_id)
        self._back.setVisible(bool(current_job_id))
        self._show_found()

    def refresh(self, look: Look) -> None:
        """Show the jobs as they are now; the chosen one stays chosen."""
        self.table.show_look(look)
        self.model.refresh()
        self._show_found()

    def ask_to_print(self) -> None:
        """Have the chosen job printed."""
        self._announce(self.print_wanted)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp and PageDown mark a job, Space opens it, or prints the report of one that is closed."""
        return ThreeKeys(self._to(_("Up"), -1), self._space(), self._to(_("Down"), 1))

    @property
    def room_for_words(self) -> QRect:
        """The list: a message at its foot leaves what can be done with a job in sight."""
        return self._stack.geometry()

    def _to(self, words: str, rows: int) -> KeyAct:
        if job := self.table.neighbour(rows):
            return KeyAct(words, _job_words(job), partial(self.table.choose_next, rows))
        return KeyAct(words, _("There is no other job this way."))

    def _space(self) -> KeyAct:
        job, is_typing = self.table.job, self.field.hasFocus() and bool(self.field.text())
        if job is None:
            return replace(self._without_job(), cap=_("Enter") if is_typing else "")
        if is_typing:
            return KeyAct(_("Open the job"), _job_words(job), self._open.click, cap=_("Enter"))
        words, act = (_("Print the report"), self.ask_to_print) if job.closed else (_("Open the job"), self._open.click)
        return KeyAct(words, _job_words(job), act)

    def _without_job(self) -> KeyAct:
        return self._empty.help or KeyAct(_("Back"), _("There is no job here."), self.back_wanted.emit)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back, or let words that are typed on a button be looked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.text().strip().isprintable() and event.text().strip():
            self.field.setFocus()
            self.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.moved.connect(self.table.choose_next)
        self.field.confirmed.connect(self._on_confirmed)
        self.filter.changed.connect(self._ask)
        self.table.chosen.connect(self._show_chosen)
        self.table.confirmed.connect(self._open.click)
        self.model.failed.connect(self.failed)
        self._empty.all_wanted.connect(self._show_all)
        self._empty.new_wanted.connect(self.new_wanted)

    def _lay_out(self) -> None:
        title = QLabel(_("Jobs"))
        title.setProperty("kind", "title")
        head = FlowRow(title, self._said)
        head.add_gap()
        for words, wanted in ((_("Import…"), self.import_wanted), (_("New job"), self.new_wanted)):
            button = self._plain(words, wanted.emit)
            button.setProperty("kind", "finder")  # as high as the way back beside it
            head.addWidget(button)
        head.addWidget(self._back)
        find = QHBoxLayout()
        find.setSpacing(10)
        find.addWidget(self.field, 1)
        find.addWidget(self.filter)
        duplicate, details, export = self._others
        foot = FlowRow(self._open, details, self._close, self._reopen, duplicate, export)
        self._column = layout = QVBoxLayout(self)
        layout.addLayout(find)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        layout.insertLayout(0, head)  # last: Tab passes by what comes before the field that has the focus of all this

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave less free where there is little height."""
        is_low = self.height() < _LOW
        edges = QMargins(14, 6, 14, 6) if is_low or self._look is None else page_edges(self._look)
        self._column.setContentsMargins(edges)
        self._column.setSpacing(6 if is_low else 10)

    def _plain(self, words: str, handler: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)  # so that Enter presses it too
        button.clicked.connect(handler)
        return button

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        """Return a button that announces the chosen job."""
        return self._plain(words, partial(self._announce, signal))

    def _announce(self, signal: SignalInstance) -> None:
        if job := self.table.job:
            signal.emit(job.id)

    def _on_confirmed(self) -> None:
        if self.table.job:
            self._open.click()
        elif self.field.text() and (act := self._without_job().act):
            act()

    def _on_text(self) -> None:
        self._ask()
        self.table.choose_first()

    def _ask(self) -> None:
        self.model.ask(replace(self.model.query, text=self.field.text(), shown=self.filter.shown))
        self._show_found()
        announce(self, self._said.text())

    def _show_all(self) -> None:
        self.filter.choose(Shown.ALL)
        self.field.clear()
        self._ask()

    def _show_found(self) -> None:
        found, total = self.model.rowCount(), self.model.total
        self._said.setText(self._count_words(found, total))
        if self.model.is_unread:
            self._empty.show_unread()
        else:
            self._empty.show_query(self.model.query, total)
        self._stack.setCurrentIndex(0 if found else 1)
        self._show_chosen()

    def _count_words(self, found: int, total: int) -> str:
        if found < total:
            words = ngettext("{found} of {total} jobs", "{found} of {total} jobs", total)
            return words.format(found=grouped(found), total=grouped(total))
        return ngettext("{count} job", "{count} jobs", total).format(count=grouped(total)) if total else ""

    def _show_chosen(self) -> None:
        job: JobRow | None = self.table.job
        for button in (self._open, self._close, self._reopen, *self._others):
            button.setEnabled(job is not None)
        closed = job is not None and job.closed
        self._close.setVisible(not closed)
        self._reopen.setVisible(closed)
        self.keys_changed.emit()


def _job_words(job: JobRow) -> str:
    return " · ".join(filter(None, (job.name, job.car, job.complaint)))

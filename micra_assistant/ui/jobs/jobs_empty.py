"""What is shown where no job is: why, and the one tap that helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from micra_assistant.jobs.records.job_query import JobQuery, Shown
from micra_assistant.ui.frame.key_presser import press_of
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.words import _


class EmptyJobs(QWidget):
    """Says that there are no jobs yet, or that none was found.

    Signals:
        new_wanted: the first job is to be begun.
        all_wanted: all jobs are to be listed again.
    """

    new_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setProperty("kind", "body")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._new = QPushButton()
        self._new.setObjectName("primary")
        self._new.clicked.connect(self.new_wanted)
        self._all = QPushButton(_("Show all jobs"))
        self._all.clicked.connect(self.all_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self._words)
        for button in (self._new, self._all):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(True)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    @property
    def help(self) -> KeyAct | None:
        """What the button does that helps; None if nothing can be done."""
        return next((press_of(button) for button in (self._new, self._all) if not button.isHidden()), None)

    def show_query(self, query: JobQuery, total: int) -> None:
        """Say why ``query`` finds none of ``total`` jobs."""
        self._say(self._why(query) if total else self._nothing_yet())
        is_none_open = query.shown is Shown.OPEN and not query.text.strip()
        self._new.setText(_("Begin a job") if total else _("Begin the first job"))
        self._new.setVisible(is_none_open or not total)
        self._all.setVisible(bool(total))

    def show_unread(self) -> None:
        """Say that the jobs cannot be read; why, the message says."""
        self._say(_("The jobs cannot be read now. They are left as they are."))
        self._new.hide()
        self._all.hide()

    def _say(self, words: str) -> None:
        self._words.setText(words)

    def _nothing_yet(self) -> str:
        return _("There are no jobs yet. Begin one: everything you do is kept with it.")

    def _why(self, query: JobQuery) -> str:
        text = " ".join(query.text.split())
        if not text:
            return _none_open() if query.shown is Shown.OPEN else _none_closed()
        words = {
            Shown.ALL: _("Nothing found for “{words}”. Try fewer letters."),
            Shown.OPEN: _("Nothing found for “{words}” among the open jobs."),
            Shown.CLOSED: _("Nothing found for “{words}” among the closed jobs."),
        }
        return words[query.shown].format(words=text)


def _none_open() -> str:
    return _("No job is open. Begin one, or look at those that are closed.")


def _none_closed() -> str:
    return _("No job is closed yet: “Close job…” does that once the work is done.")

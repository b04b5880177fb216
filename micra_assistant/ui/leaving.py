"""When the window may close: a note that is not kept and a sheet that is being saved hold it, once."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog

from micra_assistant.ui.body import Body
from micra_assistant.words import _

_MOST_DIALOGS = 10


class Leaving:
    """Whether the window may close, and what is said if it waits; a second wish closes it at once.

    Attributes:
        is_ended: whether the system ends the program, and nothing holds the window.
    """

    def __init__(self, body: Body, is_saving: Callable[[], bool], close: Callable[[], object]) -> None:
        """Know whether a sheet ``is_saving``, and how to ``close`` the window once it is not."""
        self._body = body
        self._is_saving = is_saving
        self._close = close
        self.is_ended = False
        self._was_warned = False
        self._closes_later = False

    def may_close(self) -> bool:
        """Return whether nothing holds the window; else it was said what does."""
        self._body.step.note.keep()
        return not (self._waits_for_note() or self._waits_for_sheet())

    def _waits_for_note(self) -> bool:
        if not self._body.step.note.typed or self._was_warned or self.is_ended:
            return False
        self._was_warned = True
        words = _("The note you are writing could not be kept. Close again to leave without it.")
        self._body.messages.say_problem(words)
        return True

    def _waits_for_sheet(self) -> bool:
        if self._closes_later or self.is_ended or not self._is_saving():
            return False
        self._closes_later = True
        words = _("A sheet is still being saved. The window closes once that is done.")
        self._body.messages.offer(words, _("Close now"), self._close)
        return True

    def on_sheets_settled(self, is_there: bool) -> None:
        """Close if that was wished for while a sheet was being saved, unless that went wrong."""
        if self._closes_later and is_there:
            self._close()
        self._closes_later = False

    def end(self) -> None:
        """Close because the system ends the program: nothing holds the window any more, no dialog either."""
        self.is_ended = True
        for _time in range(_MOST_DIALOGS):
            if isinstance(dialog := QApplication.activeModalWidget(), QDialog):
                dialog.done(QDialog.DialogCode.Rejected)
        self._close()

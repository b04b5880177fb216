"""What the program says of itself: its keys, who made it, and what went wrong in it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from micra_assistant.ui.actions import Action, Actions, Handlers
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.bugs.bug_teller import BugTeller
from micra_assistant.userfiles import UserFiles


class HelpController(QObject):
    """Shows keys and licence, and copies the report about bugs."""

    def __init__(
        self, window: QWidget, appearance: Appearance, teller: BugTeller, files: UserFiles, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._teller = teller
        self._files = files
        self._actions = actions

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.KEYS: self._show_keys, Action.ABOUT: self._show_about, Action.BUG_REPORT: self._teller.copy}

    def _show_keys(self) -> None:
        from micra_assistant.ui.frame.keys_dialog import show_keys  # noqa: PLC0415 - loaded when it is wanted

        show_keys(self._actions, self._appearance.look.of_dialogs, self._window)

    def _show_about(self) -> None:
        from micra_assistant.ui.frame.about_dialog import AboutDialog  # noqa: PLC0415 - loaded when it is wanted

        AboutDialog(self._files, self._appearance.look.of_dialogs, self._window).open()

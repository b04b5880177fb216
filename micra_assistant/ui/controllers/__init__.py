"""What a person can do, by subject."""

from PySide6.QtCore import QObject

from micra_assistant.ui.actions import Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench


class Common:
    """What all controllers work with: what is open, the views, how they look, and the actions."""

    def __init__(self, workbench: Workbench, body: Body, appearance: Appearance, actions: Actions) -> None:
        self.workbench = workbench
        self.body = body
        self.appearance = appearance
        self.actions = actions


class Controller(QObject):
    """What a person can do on one subject; what it needs besides stands in its ``__init__``."""

    def __init__(self, common: Common) -> None:
        super().__init__(common.workbench)
        self._workbench = common.workbench
        self._body = common.body
        self._appearance = common.appearance
        self._actions = common.actions

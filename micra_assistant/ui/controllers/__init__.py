"""What a person can do, by subject."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from micra_assistant.ui.actions import Actions
from micra_assistant.ui.appearance import Appearance
from micra_assistant.ui.body import Body
from micra_assistant.ui.workbench import Workbench


class Common(NamedTuple):
    """What all controllers work with: what is open, the views, how they look, and the actions."""

    workbench: Workbench
    body: Body
    appearance: Appearance
    actions: Actions


class Controller(QObject):
    """What a person can do on one subject; what it needs besides stands in its ``__init__``."""

    def __init__(self, common: Common) -> None:
        super().__init__(common.workbench)
        self._workbench, self._body, self._appearance, self._actions = common

"""The desk that keeps the records of a window, and waiting for what it does in the background."""

from micra_assistant.ui.controllers.records_controller import RecordsController
from tests.ui.hands import Hands, settle


def desk_of(hands: Hands) -> RecordsController:
    """Return the desk of a window."""
    desk = hands.window.frame.findChild(RecordsController)
    assert desk
    return desk


def finish_work(hands: Hands) -> RecordsController:
    """Wait for what is done in the background; return the desk that has it done."""
    desk = desk_of(hands)
    desk._background.wait()
    settle()
    return desk

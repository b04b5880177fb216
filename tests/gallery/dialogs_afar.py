"""Every dialog at arm's length, and how a person comes there; some are made here that need damage or time."""

from collections.abc import Mapping

from micra_assistant.errors import DamagedError
from micra_assistant.guide.changes import ChangeKind, ChangeSign, LineChange, StepChange
from micra_assistant.jobs.routing.route import route_of
from micra_assistant.ui.actions import Action
from micra_assistant.ui.circuit.circuit_view import CircuitView
from micra_assistant.ui.frame.message_dialog import MessageDialog
from micra_assistant.ui.jobs.blank_dialog import BlankDialog
from micra_assistant.ui.jobs.changes_dialog import ChangesDialog
from micra_assistant.ui.records.recovery_dialog import RecoveryDialog
from tests.gallery.screens import Screen, after, do, far, picture, step
from tests.ui.hands import Hands

_TOLD = "The records of today take the place of those there are now. What was done since then is not in them."


def _leave_out(hands: Hands) -> None:
    """Ask why the first step is left out that lies ahead."""
    shown = hands.window.workbench.shown
    assert shown
    ahead = next(stop.step for stop in route_of(shown, None).stops if stop.step and stop.is_ahead)
    hands.window.workbench.jump(ahead.id)
    hands.choose(Action.LEAVE_OUT)


def _told(hands: Hands) -> None:
    MessageDialog("Job records", _TOLD, hands.window.appearance.look.of_dialogs, hands.window).tell()


def _asked(hands: Hands) -> None:
    look = hands.window.appearance.look.of_dialogs
    MessageDialog("Restore this backup?", _TOLD, look, hands.window).ask("Restore", lambda: None)


def _damaged(hands: Hands) -> None:
    look = hands.window.appearance.look.of_dialogs
    RecoveryDialog(DamagedError("No database: jobs.sqlite3"), None, look, hands.window).open()


def _blank(hands: Hands) -> None:
    BlankDialog("0003", 2, 1, hands.window.appearance.look.of_dialogs, hands.window).open()


def _changes(hands: Hands) -> None:
    line = LineChange(ChangeSign.NEW, "Measure once more, with the button held")
    changes = [StepChange(one, f"Step {one}", ChangeKind.CHANGED, (line,)) for one in ("one", "two", "three")]
    ChangesDialog(changes, ["Both doors open"], hands.window.appearance.look.of_dialogs, hands.window).open()


def _circuit(hands: Hands) -> None:
    hands.window.findChildren(CircuitView)[-1].picture.tapped.emit()


DIALOGS_AFAR: Mapping[str, Screen] = {
    "far-closing": far(do(Action.CLOSE_JOB)),
    "far-details": far(do(Action.DETAILS)),
    "far-new-job": far(do(Action.NEW_JOB)),
    "far-leaving-out": far(_leave_out),
    "far-quote": far(lambda hands: hands.window.quotes.add()),
    "far-print": far(do(Action.PRINT)),
    "far-settings": far(do(Action.SETTINGS)),
    "far-backups": far(do(Action.BACKUPS)),
    "far-keys": far(do(Action.KEYS)),
    "far-about": far(do(Action.ABOUT)),
    "far-large-picture": far(picture),
    "far-circuit": far(after(step("circuit"), _circuit)),
    "far-scan": far(lambda hands: hands.window.scans.ask("SJNFAAK12U1234567")),
    "far-told": far(_told),
    "far-asked": far(_asked),
    "far-damaged": far(_damaged),
    "far-changes": far(_changes),
    "far-blank": far(_blank),
}
"""Those of photos are as those of other pictures."""

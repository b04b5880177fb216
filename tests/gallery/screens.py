"""Every screen that the gallery has, and how a person comes there."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton

from micra_assistant.diagnosis.findings import Answered, LeftOut, Move, MoveKind
from micra_assistant.guide.model import Diagram
from micra_assistant.jobs.events import Described, Diagnosed, FaultSought
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from tests.screenshots import GUIDE, SHOWN, do_the_job
from tests.ui.hands import Hands, settle

Screen = Callable[[Hands], object]
"""Leads to a screen, from the step of the job that is half done."""

HALF_DONE = SHOWN
_FAULTS = "faults.toml"
_LOOKED = (
    ("latch-sound", "silent", "What do you hear at the latch? Nothing"),
    ("unlocked", "no", "Does the button open it now? No, it stays shut"),
    ("feel", "normal", "How does the button feel? As it always did"),
    ("lamps", "work", "Do plate light, wiper and brake light work? All of them work"),
    ("now-and-then", "sudden", "How did it stop? From one day to the next"),
    ("pad", "whole", "Is the rubber pad torn? The pad is whole"),
    ("fuses", "good", "Car battery and locking fuses: both are good"),
)
_OFFER = "A sheet is still being saved. The window closes once that is done."
_PROBLEM = "The records cannot be written: no space is left on the disk. Make room, then do it again."


def _do(action: Action) -> Screen:
    return lambda hands: hands.choose(action)


def _step(step: str) -> Screen:
    return lambda hands: hands.window.workbench.go_to(step)


def _after(*screens: Screen) -> Screen:
    """Return what leads to one screen from another."""

    def seen(hands: Hands) -> None:
        for screen in screens:
            screen(hands)
            settle()

    return seen


def _far(screen: Screen) -> Screen:
    """Return what leads to a screen at arm's length."""
    return _after(_do(Action.PLAYER), screen)


def _fresh(hands: Hands) -> None:
    """Begin another job, on which nothing is done."""
    hands.window.workbench.begin(GUIDE, Described("DE05 KLM", "M. Okafor", 91200))


def _measured(hands: Hands) -> None:
    """Begin another job, and do it as far as the one that is half done."""
    hands.window.workbench.begin(GUIDE, Described("FG08 NOP", "M. Okafor", 64400))
    do_the_job(hands.window)


def _gate(hands: Hands) -> None:
    hands.window.workbench.go_to("open-tailgate")
    hands.window.work.toggle("open-clear")


def _wait(hands: Hands) -> None:
    hands.window.workbench.go_to("airbag-wait")
    hands.window.workbench.attempt(lambda job: [job.toggle(item) for item in ("positive-off", "airbag-waited")])


def _sought(hands: Hands) -> None:
    """Come to the first question about the fault."""
    hands.window.workbench.attempt(lambda job: job.do(FaultSought(_FAULTS)))
    hands.window.diagnosis.show()


def _looked(hands: Hands) -> None:
    """Come to what is asked after all that can be looked at."""
    hands.window.workbench.attempt(_tell_looks)
    hands.window.diagnosis.show()


def _tell_looks(job: OpenJob) -> None:
    job.do(FaultSought(_FAULTS))
    for test, answer, words in _LOOKED:
        job.do(Diagnosed(_FAULTS, Answered(test, answer), words))


def _unmeasured(hands: Hands) -> None:
    """Take back the reading that tells most, and be asked for it."""
    _looked(hands)
    without = LeftOut(Move(MoveKind.TEST, "signal"))
    hands.window.workbench.attempt(lambda job: job.enter("pressed", ""))
    hands.window.workbench.attempt(lambda job: job.do(Diagnosed(_FAULTS, without, "")))


def _typed(hands: Hands) -> None:
    """Type a bad value, if one is asked for."""
    view = hands.window.body.aside
    if isinstance(view, QuestionView) and isinstance(view.card, AskCard) and view.card.fields:
        view.card.fields[-1].field.setFocus()
        view.card.fields[-1].field.insert("14")


def _found(hands: Hands) -> None:
    hands.choose(Action.SEARCH)
    hands.window.body.header.search.insert("clip")
    hands.window.body.header.search.typed.emit("clip")


def _menu(words: str) -> Screen:
    """Return what opens a menu of the bar, or the one that has all."""

    def opened(hands: Hands) -> None:
        buttons = [button for button in hands.window.body.header.findChildren(QToolButton) if button.isVisible()]
        button = next(button for button in buttons if button.text() in (words, "Menu"))
        menu = button.menu()
        assert isinstance(menu, QMenu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    return opened


def _press(words: str) -> Screen:
    """Return what presses a button that is there, in sight or not."""

    def pressed(hands: Hands) -> None:
        buttons = hands.window.findChildren(QAbstractButton)
        next(button for button in buttons if button.isVisible() and words in button.text()).click()

    return pressed


def _picture(hands: Hands) -> None:
    """Show the picture of the step large."""
    shown = hands.window.workbench.shown
    assert shown
    picture = next(block for block in shown.step.blocks if isinstance(block, Diagram))
    hands.window.body.step.diagram_wanted.emit(picture)


SCREENS: Mapping[str, Screen] = {
    "home": lambda hands: hands.window.home.show(),
    "car": lambda hands: hands.window.cars.show("AB12 CDE"),
    "step": _step(HALF_DONE),
    "step-first": _step("complaint"),
    "step-warning": _step("battery-off"),
    "step-table": _step("results"),
    "step-circuit": _step("circuit"),
    "step-notes": _step("connector-look"),
    "part-step": _step("choose-part"),
    "parts-docked": _do(Action.PARTS),
    "gate": _after(_fresh, _gate),
    "wait": _after(_measured, _wait),
    "all-lines": _do(Action.ALL_LINES),
    "note": _do(Action.NOTE),
    "picture": _picture,
    "put-back": _do(Action.PUT_BACK),
    "timeline": _do(Action.TIMELINE),
    "away": _do(Action.AWAY),
    "finder-choice": _after(_fresh, _do(Action.FIND_FAULT)),
    "finder-question": _after(_fresh, _sought),
    "finder-first": _after(_fresh, _looked),
    "finder-why": _after(_fresh, _sought, _press("Why this?")),
    "finder-else": _after(_fresh, _sought, _press("Something else instead")),
    "finder-known": _after(_fresh, _sought, _press("Something known already")),
    "finder-reading": _after(_measured, _unmeasured),
    "finder-typed": _after(_measured, _unmeasured, _typed),
    "finder-repair": _after(_measured, _looked),
    "jobs": _do(Action.JOBS),
    "basket": _do(Action.BASKET),
    "search": _found,
    "offer": lambda hands: hands.window.body.messages.offer(_OFFER, "Close now", lambda: None),
    "problem": lambda hands: hands.window.body.messages.say_problem(_PROBLEM),
    "menu-job": _menu("Job"),
    "menu-view": _menu("View"),
    "new-job": _do(Action.NEW_JOB),
    "details": _do(Action.DETAILS),
    "closing": _do(Action.CLOSE_JOB),
    "quote": lambda hands: hands.window.quotes.add(),
    "print": _do(Action.PRINT),
    "print-parts": _do(Action.PREVIEW_PARTS),
    "settings": _do(Action.SETTINGS),
    "backups": _do(Action.BACKUPS),
    "keys": _do(Action.KEYS),
    "about": _do(Action.ABOUT),
    "far-step": _far(_step(HALF_DONE)),
    "far-picture": _far(_step("trim-clips")),
    "far-part": _far(_step("choose-part")),
    "far-gate": _after(_fresh, _far(_gate)),
    "far-wait": _after(_measured, _far(_wait)),
    "far-question": _after(_fresh, _far(_sought)),
    "far-reading": _after(_measured, _far(_unmeasured)),
    "far-put-back": _far(_do(Action.PUT_BACK)),
    "far-home": _far(_do(Action.HOME)),
    "far-closing": _far(_do(Action.CLOSE_JOB)),
    "practice": _do(Action.PRACTICE),
}

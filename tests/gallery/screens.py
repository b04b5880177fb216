"""Every screen that the gallery has, and how a person comes there."""

from collections.abc import Callable, Mapping

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton

from micra_assistant.diagnosis.findings import Answered, LeftOut, Move, MoveKind
from micra_assistant.guide.model import Diagram
from micra_assistant.jobs.events import Described, Diagnosed, FaultSought
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.jobs.jobs_view import JobsView
from micra_assistant.ui.search.search_results import SearchResults
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
_LOOKS, _LOOK_EVERY = 200, 40
"""How often it is looked whether something is found, and how many milliseconds lie between."""
_OFFER = "A sheet is still being saved. The window closes once that is done."
_PROBLEM = "The records cannot be written: no space is left on the disk. Make room, then do it again."


def do(action: Action) -> Screen:
    return lambda hands: hands.choose(action)


def step(step: str) -> Screen:
    return lambda hands: hands.window.workbench.go_to(step)


def after(*screens: Screen) -> Screen:
    """Return what leads to one screen from another."""

    def seen(hands: Hands) -> None:
        for screen in screens:
            screen(hands)
            settle()

    return seen


def far(screen: Screen) -> Screen:
    """Return what leads to a screen at arm's length."""
    return after(do(Action.PLAYER), screen)


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


def _search(hands: Hands, words: str) -> None:
    """Search for words, and wait until all guides were read."""
    hands.choose(Action.SEARCH)
    hands.window.body.header.search.insert(words)
    hands.window.body.header.search.typed.emit(words)
    for _look in range(_LOOKS):
        if any(_is_answer(found) for found in hands.window.frame.findChildren(SearchResults)):
            return
        QTest.qWait(_LOOK_EVERY)


def _is_answer(found: SearchResults) -> bool:
    return bool(found.hits or (found.words and "Reading" not in found.words))


def _found(hands: Hands) -> None:
    _search(hands, "clip")


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


def picture(hands: Hands) -> None:
    """Show the picture of the step large."""
    shown = hands.window.workbench.shown
    assert shown
    picture = next(block for block in shown.step.blocks if isinstance(block, Diagram))
    hands.window.body.step.diagram_wanted.emit(picture)


def _new_car(hands: Hands) -> None:
    """Begin a job of a car that was never here."""
    hands.window.workbench.begin(GUIDE, Described("HJ10 RST"))


def _nothing_found(hands: Hands) -> None:
    _search(hands, "qqqxxx")


def _no_job_found(hands: Hands) -> None:
    hands.choose(Action.JOBS)
    hands.aside(JobsView).field.setText("qqqxxx")


UNUSED: Mapping[str, Screen] = {
    "first": lambda _hands: None,
    "empty-jobs": do(Action.JOBS),
    "empty-car": lambda hands: hands.window.cars.show("ZZ99 ZZZ", from_home=True),
    "empty-backups": do(Action.BACKUPS),
}
"""Screens of a program that was never used before."""
SCREENS: Mapping[str, Screen] = {
    "home": lambda hands: hands.window.home.show(),
    "car": lambda hands: hands.window.cars.show("AB12 CDE"),
    "step": step(HALF_DONE),
    "step-first": step("complaint"),
    "step-warning": step("battery-off"),
    "step-table": step("results"),
    "step-circuit": step("circuit"),
    "step-notes": step("connector-look"),
    "part-step": step("choose-part"),
    "parts-docked": do(Action.PARTS),
    "gate": after(_fresh, _gate),
    "wait": after(_measured, _wait),
    "all-lines": do(Action.ALL_LINES),
    "note": do(Action.NOTE),
    "picture": picture,
    "put-back": do(Action.PUT_BACK),
    "timeline": do(Action.TIMELINE),
    "away": do(Action.AWAY),
    "finder-choice": after(_fresh, do(Action.FIND_FAULT)),
    "finder-question": after(_fresh, _sought),
    "finder-first": after(_fresh, _looked),
    "finder-why": after(_fresh, _sought, _press("Why this?")),
    "finder-else": after(_fresh, _sought, _press("Something else instead")),
    "finder-known": after(_fresh, _sought, _press("Something known already")),
    "finder-reading": after(_measured, _unmeasured),
    "finder-typed": after(_measured, _unmeasured, _typed),
    "finder-repair": after(_measured, _looked),
    "jobs": do(Action.JOBS),
    "jobs-none-found": _no_job_found,
    "search-none-found": _nothing_found,
    "no-guides": lambda hands: hands.window.home.show(()),
    "empty-basket": after(_fresh, do(Action.BASKET)),
    "empty-put-back": after(_fresh, do(Action.PUT_BACK)),
    "empty-timeline": after(_fresh, do(Action.TIMELINE)),
    "empty-away": after(_fresh, do(Action.AWAY)),
    "empty-car-with-job": after(_new_car, do(Action.CAR_PAGE)),
    "basket": do(Action.BASKET),
    "search": _found,
    "offer": lambda hands: hands.window.body.messages.offer(_OFFER, "Close now", lambda: None),
    "problem": lambda hands: hands.window.body.messages.say_problem(_PROBLEM),
    "menu-job": _menu("Job"),
    "menu-view": _menu("View"),
    "new-job": do(Action.NEW_JOB),
    "details": do(Action.DETAILS),
    "closing": do(Action.CLOSE_JOB),
    "quote": lambda hands: hands.window.quotes.add(),
    "print": do(Action.PRINT),
    "print-parts": do(Action.PREVIEW_PARTS),
    "settings": do(Action.SETTINGS),
    "backups": do(Action.BACKUPS),
    "keys": do(Action.KEYS),
    "about": do(Action.ABOUT),
    "far-step": far(step(HALF_DONE)),
    "far-picture": far(step("trim-clips")),
    "far-part": far(step("choose-part")),
    "far-gate": after(_fresh, far(_gate)),
    "far-wait": after(_measured, far(_wait)),
    "far-question": after(_fresh, far(_sought)),
    "far-reading": after(_measured, far(_unmeasured)),
    "far-put-back": far(do(Action.PUT_BACK)),
    "far-note": far(do(Action.NOTE)),
    "far-problem": far(lambda hands: hands.window.body.messages.say_problem(_PROBLEM)),
    "far-home": far(do(Action.HOME)),
    "practice": do(Action.PRACTICE),
}

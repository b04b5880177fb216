"""The acts of a mechanic that ``window`` measures, each a row of turns of the window's loop."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt

from micra_assistant.guide.model import Tick
from micra_assistant.ui.actions import Action
from tests.bench.hand import Hand
from tests.bench.turns import Turn, paint, turn

RUNS = 20
TYPED = ("tailgate button", "measure voltage", "fuse connector", "a switch does not")
Turns = Iterator[Turn]


def acts(hand: Hand) -> dict[str, Callable[[], Turns]]:
    """Return the acts by name; in this order each finds the job as it needs it."""
    return {
        "tick": partial(_ticks, hand),
        "next step": partial(_walk, hand, 1, new_page=False),
        "previous step": partial(_walk, hand, -1, new_page=False),
        "next page": partial(_walk, hand, 1, new_page=True),
        "previous page": partial(_walk, hand, -1, new_page=True),
        "undo on another page": partial(_undo_elsewhere, hand),
        "dark, light": partial(_repeated, [hand.choose(Action.OTHER_COLOURS)]),
        "text size": partial(_repeated, [hand.choose(Action.LARGER), hand.choose(Action.SMALLER)]),
        "onto the parts": partial(_onto_parts, hand),
        "dark, light at the parts": partial(_at_parts, hand, [hand.choose(Action.OTHER_COLOURS)]),
        "search, a key": partial(_searched, hand),
        "job list": partial(_shown, hand, Action.JOBS),
        "put-back list": partial(_shown, hand, Action.PUT_BACK),
        "timeline": partial(_shown, hand, Action.TIMELINE),
    }


def _ticks(hand: Hand) -> Turns:
    item = next(item.id for item in hand.job.guide.items if isinstance(item, Tick))
    for _run in range(2 * RUNS):
        yield turn(partial(hand.window.work.toggle, item))


def _walk(hand: Hand, direction: int, *, new_page: bool) -> Turns:
    """Walk through the guide from its end or beginning, and give the steps that lead to a page of their kind.

    Each is looked at for a while before that, as it has to be read.
    """
    job = hand.job
    for _run in range(2):
        hand.window.workbench.go_to(job.guide.steps[0 if direction > 0 else -1].id)
        paint()
        while job.neighbour(direction):
            hand.look()
            page = job.page
            taken = turn(hand.choose(Action.NEXT_STEP if direction > 0 else Action.STEP_BEFORE))
            if (job.page is not page) is new_page:
                yield taken


def _undo_elsewhere(hand: Hand) -> Turns:
    """Undo what was done on the first page while the last one is shown."""
    job = hand.job
    item = next(item.id for item in job.guide.items if isinstance(item, Tick))
    for _run in range(RUNS):
        hand.window.workbench.attempt(lambda job: job.toggle(item))
        hand.window.workbench.go_to(job.guide.steps[-1].id)
        paint()
        yield turn(hand.choose(Action.UNDO))


def _repeated(chosen: list[Callable[[], object]]) -> Turns:
    for _run in range(RUNS):
        for act in chosen:
            yield turn(act)


def _onto_parts(hand: Hand) -> Turns:
    """Walk onto the step at which the part is chosen, again and again."""
    steps = [step.id for step in hand.job.guide.steps]
    before = steps[steps.index(hand.job.guide.part_step) - 1]
    for _run in range(RUNS):
        hand.window.workbench.go_to(before)
        paint()
        hand.look()
        yield turn(hand.choose(Action.NEXT_STEP))


def _at_parts(hand: Hand, chosen: list[Callable[[], object]]) -> Turns:
    """Do something at the step at which the part is chosen."""
    hand.window.workbench.go_to(hand.job.guide.part_step)
    paint()
    yield from _repeated(chosen)
    hand.window.workbench.go_to(hand.job.guide.steps[0].id)
    paint()


def _searched(hand: Hand) -> Turns:
    """Type into the search once all guides are read."""
    field = hand.window.body.header.search
    field.take_focus()
    paint()
    live = hand.window.search.live
    while live is not None and live._thread:
        paint()
    for words in TYPED * 2:
        for letter in words:
            yield turn(hand.type(letter))
        field.clear()
    hand.press(Qt.Key.Key_Escape)()
    paint()


def _shown(hand: Hand, view: Action) -> Turns:
    for _run in range(RUNS):
        yield turn(hand.choose(view))
        hand.choose(Action.SHOW_JOB)()
        paint()

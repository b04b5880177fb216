"""One ordinary job from its first step to its closing, and what kept the window from answering longest meanwhile."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt

from micra_assistant.guide.model import AnyItem, Tick
from micra_assistant.ui.actions import Action
from micra_assistant.ui.step.confirm_card import ConfirmCard
from tests.bench.hand import Act, Hand
from tests.bench.turns import Turn, turn

_VALUE = "12"
_NOTE = "Clip broken, new one ordered"
_SOUGHT = "fuse"
_VIEWS = (Action.PUT_BACK, Action.TIMELINE, Action.JOBS)
_LOOKS = (Action.OTHER_COLOURS, Action.OTHER_COLOURS, Action.LARGER, Action.SMALLER)
Key = Qt.Key


class Stop(NamedTuple):
    """A turn of the window's loop, in which it did not answer, and for what."""

    turn: Turn
    act: str


def stops(hand: Hand) -> list[Stop]:
    """Return every turn of the window's loop while the job is done."""
    return [Stop(turn(act), name) for name, act in _job(hand)]


def longest(all_stops: list[Stop]) -> list[Stop]:
    """Return the longest stop of each kind of act, the worst first."""
    worst: dict[str, Stop] = {}
    for stop in sorted(all_stops, key=lambda stop: stop.turn.ratio, reverse=True):
        worst.setdefault(stop.act, stop)
    return list(worst.values())


def _job(hand: Hand) -> Iterator[tuple[str, Act]]:
    yield from _look(hand)
    for step in hand.job.guide.steps:
        for item in step.items:
            if hand.job.step is not step:  # something was to be done elsewhere first
                yield "jump", partial(hand.window.workbench.jump, step.id)
            yield from _item(hand, item)
        if hand.job.step is not step:
            yield "jump", partial(hand.window.workbench.jump, step.id)
        if hand.job.neighbour(1):
            yield from _next_step(hand)
    for action in (Action.UNDO, Action.REDO):
        yield action, hand.choose(action)
    yield from _note(hand)
    yield from _search(hand)
    for view in _VIEWS:
        yield view, hand.choose(view)
        yield "back to the job", hand.choose(Action.SHOW_JOB)
    for look in _LOOKS:
        yield look, hand.choose(look)


def _look(hand: Hand) -> Iterator[tuple[str, Act]]:
    """Look at the step for a while, as everybody does who works by it."""
    for piece in hand.pieces_ahead():
        yield "made ready ahead", piece


def _next_step(hand: Hand) -> Iterator[tuple[str, Act]]:
    following = hand.job.neighbour(1)
    yield from _look(hand)
    leads_on = following is not None and hand.job.guide.page_of(following.id) is not hand.job.page
    yield ("next page" if leads_on else "next step"), hand.choose(Action.NEXT_STEP)


def _item(hand: Hand, item: AnyItem) -> Iterator[tuple[str, Act]]:
    """Tick an item, or type its value; what asks for a second act gets it."""
    checklist = hand.window.body.checklist
    if isinstance(item, Tick):
        yield "tick", partial(checklist.toggled.emit, item.id)
        card = hand.window.findChild(ConfirmCard)
        if card and card.isVisible():
            yield "confirm", partial(card.confirmed.emit, item.id)
            card.withdraw()
        return
    yield "field", partial(checklist.enter, item.id)
    for letter in _VALUE:
        yield "key in a field", hand.type(letter)
    yield "value", hand.press(Key.Key_Return)


def _note(hand: Hand) -> Iterator[tuple[str, Act]]:
    yield Action.NOTE, hand.choose(Action.NOTE)
    for letter in _NOTE:
        yield "key in a note", hand.type(letter)
    yield "note kept", hand.window.body.step.note.keep


def _search(hand: Hand) -> Iterator[tuple[str, Act]]:
    yield "into the search", hand.window.body.header.search.take_focus
    for letter in _SOUGHT:
        yield "key in the search", hand.type(letter)
    yield "out of the search", hand.press(Key.Key_Escape)

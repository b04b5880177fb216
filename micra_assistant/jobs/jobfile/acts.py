"""What a person did, as a job file says it: of a known kind, with ids of the right shape and numbers that can be."""

import re
from typing import Any, get_args

from msgspec import Raw, Struct

from micra_assistant.jobs.act_limits import oversize
from micra_assistant.jobs.events import (
    AnyAct,
    BasketEmptied,
    BasketFilled,
    Bought,
    Closed,
    Described,
    GuideTaken,
    Noted,
    Opened,
    PhotoAdded,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Undone,
)
from micra_assistant.jobs.jobfile.json_words import decoded, known_within, newer
from micra_assistant.jobs.jobfile.refusal import UnusableError, shown, shown_number, unusable
from micra_assistant.jobs.mileage import MOST as MOST_MILEAGE
from micra_assistant.jobs.rate import is_amount, is_rate
from micra_assistant.parts.basket_things import MOST_PIECES
from micra_assistant.parts.quotes import wrong_with
from micra_assistant.words import N_, _

_MOST_PIXELS = 65_535
_Shape = tuple[str, re.Pattern[str]]
_EVENT: _Shape = (N_("{value} is no event id"), re.compile(r"[0-9a-f]{32}"))
_FORMER: _Shape = (N_("{value} is no event id"), re.compile(r"([0-9a-f]{32})?"))
_PHOTO: _Shape = (N_("{value} is no photo id"), re.compile(r"([0-9a-f]{64})?"))
_TEXT: _Shape = (N_("{value} is no fingerprint"), re.compile(r"([0-9a-f]{64})?"))
_GUIDE: _Shape = (N_("{value} is no guide id"), re.compile(r'[^<>:"/\\|?*\x00-\x1f.][^<>:"/\\|?*\x00-\x1f]{0,149}'))
_SHAPES: dict[tuple[type, str], _Shape] = {
    (Opened, "guide"): _GUIDE,
    (Opened, "guide_fingerprint"): _TEXT,
    (GuideTaken, "guide_fingerprint"): _TEXT,
    (PhotoAdded, "photo"): _PHOTO,
    (Noted, "instead_of"): _FORMER,
    (Removed, "event"): _EVENT,
    (QuoteChanged, "event"): _EVENT,
    (QuoteRemoved, "event"): _EVENT,
    (PiecesChanged, "event"): _EVENT,
    (BasketEmptied, "event"): _EVENT,
    (Bought, "event"): _EVENT,
    (Undone, "event"): _EVENT,
    (Redone, "event"): _EVENT,
}
_BOUNDS: dict[tuple[type, str], tuple[int, int]] = {
    (Opened, "mileage"): (0, MOST_MILEAGE),
    (Described, "mileage"): (0, MOST_MILEAGE),
    (PhotoAdded, "width"): (1, _MOST_PIXELS),
    (PhotoAdded, "height"): (1, _MOST_PIXELS),
    (PiecesChanged, "pieces"): (1, MOST_PIECES),
}
_KINDS = frozenset(kind.__struct_config__.tag for kind in get_args(AnyAct))


class _Kind(Struct):
    act: str


def read_act(content: Raw, where: str) -> AnyAct:
    """Return the act that ``content`` is; UnusableError, with ``where`` it stands, if it makes no sense."""
    kind = decoded(content, _Kind, where).act
    if kind not in _KINDS:
        raise newer(
            _("{where} is of the kind {kind}, which this program does not know").format(where=where, kind=shown(kind))
        )
    act: AnyAct = known_within(content, AnyAct, where)
    if why := oversize(act):
        raise unusable(where, why)
    for name in act.__struct_fields__:
        _check_field(type(act), name, getattr(act, name), where)
    if isinstance(act, Closed) and not is_rate(act.rate, act.currency):
        raise malformed(where, N_("{value} is no labour rate"), f"{act.rate} {act.currency}")
    if isinstance(act, Closed) and act.price is not None and not (act.currency and is_amount(act.price)):
        raise malformed(where, N_("{value} is no price"), f"{act.price} {act.currency}")
    if isinstance(act, QuoteAdded | QuoteChanged) and (why := wrong_with(act.quote)):
        raise unusable(where, why)
    if isinstance(act, BasketFilled) and not 1 <= act.thing.pieces <= MOST_PIECES:
        raise malformed(where, N_("{value} is no number of pieces"), str(act.thing.pieces))
    return act


def _check_field(kind: type, name: str, value: Any, where: str) -> None:
    if (shape := _SHAPES.get((kind, name))) and not shape[1].fullmatch(value):
        raise malformed(where, shape[0], value)
    if value is not None and (bounds := _BOUNDS.get((kind, name))) and not bounds[0] <= value <= bounds[1]:
        raise UnusableError(
            _("{where}: {name} is {number}, and must be from {least} to {most}").format(
                where=where, name=name, number=shown_number(value), least=bounds[0], most=bounds[1]
            )
        )


def malformed(where: str, words: str, value: str) -> UnusableError:
    """Return the error over a value that is not written as such a thing is."""
    return unusable(where, _(words).format(value=shown(value)))

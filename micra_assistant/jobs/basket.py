"""The basket of a job: what could go into it is only offered, and what a person does about it are acts like others."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.guide.model import Count
from micra_assistant.jobs.counts import Counts
from micra_assistant.jobs.events import BasketEmptied, BasketFilled, Bought, PiecesChanged
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import KeptThing
from micra_assistant.parts.basket_things import MOST_PIECES, BasketThing, ThingKind
from micra_assistant.parts.breakage import Broken, spares_for
from micra_assistant.words import _


class BasketError(MicraError):
    """Something cannot be put into the basket, or is not in it any more."""


class Offer(Struct, frozen=True):
    """Something that may be wanted, and why; it is in no basket until a person puts it there."""

    thing: BasketThing
    why: str


def offers(open_job: OpenJob, broken: Mapping[str, Broken]) -> tuple[Offer, ...]:
    """Return what may be wanted for a job and is not in its basket yet.

    It is the part that was chosen, spares of what breaks, what is used up, and tools. ``broken`` says by the line what
    broke here so far.
    """
    known = {_what(kept.thing) for kept in open_job.state.basket}
    every = (*_part(open_job), *_spares(open_job, broken), *_tools(open_job))
    return tuple(offer for offer in every if _what(offer.thing) not in known)


def _what(thing: BasketThing) -> tuple[ThingKind, str]:
    return thing.kind, thing.option or thing.item or thing.words


def _part(open_job: OpenJob) -> Iterator[Offer]:
    ways, chosen = open_job.ways, open_job.state.option
    way = next((way for way in ways.options if way.id == chosen), None) if ways else None
    if ways and way:
        words = _("{part}: {way}").format(part=ways.part_of(way), way=way.name)
        yield Offer(BasketThing(ThingKind.PART, words, option=way.id), _("the way that was chosen"))


def _spares(open_job: OpenJob, broken: Mapping[str, Broken]) -> Iterator[Offer]:
    counts = Counts(open_job.guide, open_job.state.values)
    for name in open_job.parts.spares if open_job.parts else ():
        item = open_job.guide.find_item(name)
        seen = broken.get(name, Broken())
        if isinstance(item, Count) and (off := counts.number(item)):
            pieces = min(spares_for(off, seen), MOST_PIECES)
            yield Offer(BasketThing(ThingKind.SPARE, _beginning(item.noun), pieces, item=name), spare_reason(off, seen))


def _beginning(noun: str) -> str:
    """Return a noun as it begins a line."""
    return noun[:1].upper() + noun[1:]


def spare_reason(off: int, seen: Broken) -> str:
    """Return how many came off, and what is known of how many of them break."""
    if not seen.off:
        words = _("{count} came off; that one in 20 breaks is our estimate, nobody has counted")
        return words.format(count=off)
    words = _("{count} came off; {broke} of {off} broke here")
    return words.format(count=off, broke=seen.broke, off=seen.off)


def _tools(open_job: OpenJob) -> Iterator[Offer]:
    used_up = open_job.parts.used_up if open_job.parts else ()
    for tool in open_job.guide.tools:
        kind = ThingKind.CONSUMABLE if tool.name in used_up else ThingKind.TOOL
        yield Offer(BasketThing(kind, tool.name), tool.note or _("the guide asks for it"))


def put_in(open_job: OpenJob, thing: BasketThing) -> None:
    """Put something into the basket; BasketError if it is nothing or too much; raises what OpenJob.do does."""
    if not thing.words.strip():
        raise BasketError(_("Say what is to be bought."))
    _check(thing.pieces)
    open_job.do(BasketFilled(thing))


def change_pieces(open_job: OpenJob, thing_id: str, pieces: int) -> None:
    """Want so many pieces of something; BasketError if it is gone, or there cannot be so many; else as ``put_in``."""
    _check(pieces)
    if _thing(open_job, thing_id).thing.pieces != pieces:
        open_job.do(PiecesChanged(thing_id, pieces))


def take_out(open_job: OpenJob, thing_id: str) -> None:
    """Take something out of the basket; BasketError if it is gone; raises what OpenJob.do does."""
    open_job.do(BasketEmptied(_thing(open_job, thing_id).id))


def toggle_bought(open_job: OpenJob, thing_id: str) -> None:
    """Say that something was bought, or was not after all; BasketError if it is gone; raises what OpenJob.do does."""
    kept = _thing(open_job, thing_id)
    open_job.do(Bought(kept.id, not kept.is_there))


def _check(pieces: int) -> None:
    if not 1 <= pieces <= MOST_PIECES:
        raise BasketError(_("There are from 1 to {most} pieces of a thing.").format(most=MOST_PIECES))


def _thing(open_job: OpenJob, thing_id: str) -> KeptThing:
    found = next((kept for kept in open_job.state.basket if kept.id == thing_id), None)
    if found is None:
        raise BasketError(_("This is not in the basket any more: somebody has taken it out."))
    return found

"""The put-back list in bands: what is done with hands inside, then what that rested on, then what only now is shut."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from micra_assistant.guide.model import Guide, plain
from micra_assistant.jobs.put_back import PutBack
from micra_assistant.words import _, all_of


class SafetyBand(StrEnum):
    """The bands, in their order."""

    INSIDE = "inside"
    ENDED = "ended"
    ONLY_NOW = "only-now"


class PutBackBand(Struct, frozen=True):
    """Some rows of the list one after the other; ``title`` and ``why`` are empty if nothing holds them together."""

    rows: tuple[PutBack, ...]
    band: SafetyBand = SafetyBand.INSIDE
    title: str = ""
    why: str = ""


def in_bands(guide: Guide, rows: Sequence[PutBack]) -> tuple[PutBackBand, ...]:
    """Return the rows in bands round the state of the car that the work rests on, such as “battery negative off”.

    That is the one that the guide brings about last of those that its warnings ask for.
    """
    ended = _rested_on(guide, rows)
    places = [place for place, row in enumerate(rows) if row in ended]
    if not places or (all(row.done for row in ended) and not all(row.done for row in rows[: places[0]])):
        return (PutBackBand(tuple(rows)),) if rows else ()
    inside, between, after = rows[: places[0]], rows[places[0] : places[-1] + 1], rows[places[-1] + 1 :]
    states, last = all_of(dict.fromkeys(row.item.state for row in ended)), ended[-1].words
    bands = (
        (SafetyBand.INSIDE, inside, _("Hands inside: {states}").format(states=states), _hazard(guide, ended)),
        (SafetyBand.ENDED, between, _("Hands out"), _("all that needs a hand inside is back before this")),
        (SafetyBand.ONLY_NOW, after, _only_now(after), _("not before: {act}").format(act=last)),
    )
    return tuple(PutBackBand(tuple(rows), band, title, why) for band, rows, title, why in bands if rows)


def reasons(bands: Sequence[PutBackBand]) -> tuple[str, ...]:
    """Return in sentences why the bands follow each other as they do, and the things in a band."""
    said = [_("The last thing that came off goes back first.")]
    ended = next((band for band in bands if band.band is SafetyBand.ENDED), None)
    if ended:
        words = _("“{act}” waits until all is back that needs hands inside.")
        said.append(words.format(act=ended.rows[-1].words))
        said.append(_("If a test needed it for a while and it was undone again, it still waits."))
    if ended and bands[-1].band is SafetyBand.ONLY_NOW:
        words = _("“{act}” comes after it, whatever was opened first on this car.")
        said.append(words.format(act=bands[-1].rows[-1].words))
    return tuple(said)


def _only_now(rows: Sequence[PutBack]) -> str:
    return _("Only now: {act}").format(act=rows[-1].words) if rows else ""


def _rested_on(guide: Guide, rows: Sequence[PutBack]) -> list[PutBack]:
    """Return the rows that end what the work rests on: a state that warnings ask for, and those of the same page."""
    asked = {guide.item(name).state for item in guide.items if item.gate for name in item.confirms}
    pages: dict[str, int] = {}
    for number, page in enumerate(guide.pages):
        for item in page.items:
            pages.setdefault(item.state, number)
    rests = [row for row in rows if row.item.state in asked and row.item.state in pages]
    last = max((pages[row.item.state] for row in rests), default=-1)
    return [row for row in rests if pages[row.item.state] == last]


def _hazard(guide: Guide, ended: Sequence[PutBack]) -> str:
    """Return the hazard of the first warning that asks for a state, in its words."""
    states = {row.item.state for row in ended}
    asking = (
        callout
        for step in guide.steps
        for item in step.items
        if any(guide.item(name).state in states for name in item.confirms) and (callout := step.callout_of(item.id))
    )
    return plain(next((callout.title for callout in asking), ()))

"""What a person did, in words."""

from collections.abc import Iterator, Mapping

from micra_assistant.guide.entering import doubt
from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Guide, Reading, Tick, plain
from micra_assistant.guide.value_words import value_words
from micra_assistant.guide.verdict_words import verdict_word
from micra_assistant.jobs.events import (
    UNDOABLE,
    AnyAct,
    BasketEmptied,
    BasketFilled,
    Blanked,
    Bought,
    CalledAway,
    CameBack,
    Closed,
    Described,
    Diagnosed,
    Entered,
    FaultSought,
    GuideTaken,
    ItemAct,
    MoveChosen,
    Noted,
    Opened,
    OptionChosen,
    PartAct,
    PartAwaited,
    PartCame,
    PhotoAdded,
    PiecesChanged,
    QuoteAdded,
    QuoteChanged,
    QuoteRemoved,
    Redone,
    Removed,
    Reopened,
    StepShown,
    StopLeftOut,
    StopTakenUp,
    Ticked,
    ToolsOut,
    ToolsReady,
    Undone,
    Unticked,
    WaitBegun,
    WaitLeftOut,
)
from micra_assistant.jobs.history import History
from micra_assistant.jobs.mileage import show_mileage
from micra_assistant.jobs.repair_held_words import repair_held_words
from micra_assistant.jobs.stop_words import stop_title
from micra_assistant.parts.basket_words import thing_words
from micra_assistant.parts.quote_words import quote_words
from micra_assistant.words import N_, _, ngettext
from micra_assistant.workshop.values import Distance

_BLANKED = N_("blanked")
_SHORT = 80
"""How many letters of an act are told when another act is about it."""


class Teller:
    """Tells the acts of one job in the words of its guide.

    ``options`` are the names of the ways to get the part, by id. What the guide does not know is told by its id. A
    mileage is told in ``distance``.
    """

    def __init__(
        self, guide: Guide, history: History, options: Mapping[str, str], distance: Distance = Distance.KM
    ) -> None:
        self._distance = distance
        self._guide = guide
        self._events = {event.id: event for event in history.events}
        self._options = options

    def step(self, step_id: str) -> str:
        """Return the title of a step."""
        step = self._guide.find_step(step_id)
        return step.title if step else step_id

    def words(self, act: AnyAct) -> str:
        """Return an act in words."""
        match act:
            case Opened() | Described() | GuideTaken() | Closed() | Reopened() | Blanked():
                return self._of_job(act)
            case StepShown(step=step):
                return _("Step: {step}").format(step=self.step(step))
            case CalledAway() | CameBack() | ToolsOut():
                return self._of_leaving(act)
            case FaultSought():
                return _("Looked for the fault")
            case Diagnosed(words=words, reason=reason):
                return _("{found} ({reason})").format(found=words, reason=reason) if reason else words
            case MoveChosen() | ToolsReady() | StopLeftOut() | StopTakenUp() | PartAwaited() | PartCame():
                return self._of_route(act)
            case Noted() | PhotoAdded() | Removed() | Undone() | Redone():
                return self._of_remark(act)
            case Ticked() | Unticked() | WaitBegun() | WaitLeftOut() | Entered():
                return self._of_work(act)
            case _:
                return self._of_part(act)

    def _of_work(self, act: ItemAct) -> str:
        match act:
            case Ticked(item=item):
                return _("Ticked: {item}").format(item=self._label(item))
            case Unticked(item=item):
                return _("Tick taken back: {item}").format(item=self._label(item))
            case WaitBegun(item=item):
                return _("Wait begun: {item}").format(item=self._label(item))
            case WaitLeftOut(item=item, reason=reason):
                words = _("Ticked without the wait: {item} ({reason})")
                return words.format(item=self._label(item), reason=reason or _(_BLANKED))
            case Entered(item=item, typed=typed):
                value = self._value(item, typed)
                words = _("{item}: {value}") if value else _("{item}: taken back")
                return words.format(item=self._label(item), value=value)

    def _of_part(self, act: PartAct) -> str:
        match act:
            case OptionChosen(option=option):
                return _("Part: {part}").format(part=self._options.get(option, option) or _("choice taken back"))
            case QuoteAdded(quote=quote):
                return _("Quote: {quote}").format(quote=quote_words(quote))
            case QuoteChanged(quote=quote):
                return _("Quote changed: {quote}").format(quote=quote_words(quote))
            case BasketFilled(thing=thing):
                return _("Into the basket: {thing}").format(thing=thing_words(thing))
            case PiecesChanged(event=event, pieces=pieces):
                words = ngettext("Wanted: {thing}, {count} piece", "Wanted: {thing}, {count} pieces", pieces)
                return words.format(count=pieces, thing=self._thing(event))
            case Bought(event=event, is_there=there):
                words = _("Bought: {act}") if there else _("Not bought after all: {act}")
                return words.format(act=self._thing(event))
            case QuoteRemoved(event=event):
                return _("Taken out: {act}").format(act=self._told(event, QuoteAdded))
            case BasketEmptied(event=event):
                return _("Taken out: {act}").format(act=self._thing(event))

    def _thing(self, event_id: str) -> str:
        """Return what an event has put into the basket, in words; not how many: that may have been changed since."""
        event = self._events.get(event_id)
        if event is None or not isinstance(event.act, BasketFilled):
            return _("an earlier act")
        return event.act.thing.words or _(_BLANKED)

    def _of_route(self, act: MoveChosen | ToolsReady | StopLeftOut | StopTakenUp | PartAwaited | PartCame) -> str:
        match act:
            case MoveChosen(move=move, words=words):
                return _("Chosen instead: {what}").format(what=words) if move else _("Back to what is advised")
            case ToolsReady():
                return _("Tools and parts laid ready")
            case StopLeftOut(stop=stop, reason=reason):
                words = _("Left out: {stop} ({reason})") if reason else _("Left out: {stop}")
                return words.format(stop=self._stop(stop), reason=reason)
            case StopTakenUp(stop=stop):
                return _("To be done after all: {stop}").format(stop=self._stop(stop))
            case PartAwaited(part=part):
                return _("Waits for a part: {part}").format(part=part or _(_BLANKED))
            case PartCame():
                return _("The part is there")

    def _stop(self, stop_id: str) -> str:
        return stop_title(self._guide, stop_id)

    def _of_job(self, act: Opened | Described | GuideTaken | Closed | Reopened | Blanked) -> str:
        match act:
            case Opened():
                return _listed(_("Job begun"), act.title or act.guide, *self._details(act))
            case Described():
                return _listed(_("Details"), *self._details(act))
            case GuideTaken(version=version):
                return _("Goes on with another text of the guide, version {version}").format(version=version)
            case Closed():
                return _listed(_("Job closed"), *_outcome(act))
            case Reopened():
                return _("Job reopened")
            case Blanked(notes=notes):
                if notes:
                    return _("The customer's data, notes and photos were blanked")
                return _("The customer's data was blanked")

    def _details(self, act: Opened | Described) -> tuple[str, ...]:
        vin = _("VIN {vin}").format(vin=act.vin) if act.vin else ""
        return act.car, vin, act.customer, self._mileage(act), act.complaint

    def _mileage(self, act: Opened | Described) -> str:
        if act.mileage is None:
            return ""
        return _("mileage {mileage}").format(mileage=show_mileage(act.mileage, self._distance))

    def _of_leaving(self, act: CalledAway | CameBack | ToolsOut) -> str:
        match act:
            case CalledAway():
                return _("Called away")
            case CameBack():
                return _("Back at the car")
            case ToolsOut(tools=tools):
                return _("Tools at the car: {tools}").format(tools=", ".join(tools) or _("none"))

    def _of_remark(self, act: Noted | PhotoAdded | Removed | Undone | Redone) -> str:
        match act:
            case Noted(text=text, instead_of=former):
                words = _("Note changed: {text}") if former else _("Note: {text}")
                return words.format(text=text or _(_BLANKED))
            case PhotoAdded(name=name, photo=photo):
                return _listed(_("Photo"), name if photo else _(_BLANKED))
            case Removed(event=event):
                return _("Taken out: {act}").format(act=self._told(event, Noted, PhotoAdded))
            case Undone(event=event):
                return _("Undone: {act}").format(act=self._told(event, *UNDOABLE))
            case Redone(event=event):
                return _("Redone: {act}").format(act=self._told(event, *UNDOABLE))

    def _told(self, event_id: str, *kinds: type) -> str:
        """Return in short what an event was, if it is one of those that an act can refer to."""
        event = self._events.get(event_id)
        words = self.words(event.act) if event and isinstance(event.act, kinds) else _("an earlier act")
        short = words.partition("\n")[0][:_SHORT].rstrip()
        return short if short == words else f"{short}…"

    def _label(self, item_id: str) -> str:
        item = self._guide.find_item(item_id)
        return plain(item.label) if item else item_id

    def _value(self, item_id: str, typed: str) -> str:
        """Return a value with its noun or unit, or that it is none yet."""
        item = self._guide.find_item(item_id)
        if item is None or isinstance(item, Tick):
            return typed.strip()
        value = value_words(item, typed)
        if isinstance(item, Reading) and doubt(typed, item.unit):
            return _("{value} ({verdict})").format(value=value, verdict=verdict_word(Verdict.ASKED))
        return value


def _outcome(closed: Closed) -> Iterator[str]:
    yield from (closed.cause, closed.repair, repair_held_words(closed.held), closed.note)
    if closed.left_open:
        yield _("left open: {openings}").format(openings=", ".join(closed.left_open))
    if closed.override:
        yield _("closed all the same: {reason}").format(reason=closed.override)


def _listed(head: str, *parts: str) -> str:
    return _("{what}: {parts}").format(what=head, parts=" · ".join(filter(None, parts))) if any(parts) else head

"""What the three keys do in the conversation with the fault finder."""

from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QAbstractButton, QWidget

from micra_assistant.guide.model import plain
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.frame.key_presser import press_of
from micra_assistant.ui.three_keys import Key, KeyAct, ThreeKeys, cap_of
from micra_assistant.words import _


class MarkedByKeys(Protocol):
    """What is asked, and what there is to be marked; as QuestionView has it."""

    card: Card | None
    lead: KeyAct | None

    @property
    def stops(self) -> list[QWidget]: ...

    @property
    def marked(self) -> QWidget | None: ...

    def mark(self, stop: QWidget) -> None: ...


def keys_of(view: MarkedByKeys) -> ThreeKeys:
    """Return what the three keys do: mark an answer, a button or a field, and say what is marked."""
    marked = view.marked
    return ThreeKeys(
        _to_sign(marked, -1) or _to_stop(view, marked, -1),
        _space(view, marked),
        _to_sign(marked, 1) or _to_stop(view, marked, 1),
    )


def _space(view: MarkedByKeys, marked: QWidget | None) -> KeyAct:
    match marked:
        case ReadingField() if marked.signs.marked:
            return KeyAct(_("Type {sign}").format(sign=marked.signs.marked), act=marked.signs.type_marked)
        case ReadingField() if marked.typed and isinstance(view.card, AskCard):
            return view.card.keep_words(marked)
        case ReadingField():
            return view.lead or KeyAct(_("Type the value"), plain(marked.reading.label))
        case QAbstractButton():
            return press_of(marked)
    default = view.card.default if view.card else None
    if view.lead:
        return view.lead
    return (
        press_of(default)
        if default
        else KeyAct(_("Choose an answer"), _("{key} marks the first one.").format(key=cap_of(Key.ON)))
    )


def _to_sign(marked: QWidget | None, direction: int) -> KeyAct | None:
    """Return the way to a sign beside the field that is typed in, None if there is none that way."""
    signs = marked.signs if isinstance(marked, ReadingField) else None
    letters = signs.neighbour(direction) if signs and (direction > 0 or signs.marked) else None
    if signs is None or letters is None:
        return None
    detail = _("Type {sign}").format(sign=letters) if letters else _("to the field")
    return KeyAct(_words(direction), detail, partial(signs.mark_next, direction))


def _to_stop(view: MarkedByKeys, marked: QWidget | None, direction: int) -> KeyAct:
    """Return the way to the next answer, button or field, round and round."""
    stops = view.stops
    if not stops:
        return KeyAct(_words(direction), _("There is nothing to mark here."))
    place = stops.index(marked) + direction if marked and marked in stops else 0 if direction > 0 else -1
    stop = stops[place % len(stops)]
    return KeyAct(_words(direction), name_of(stop), partial(view.mark, stop))


def name_of(stop: QWidget) -> str:
    """Return what the three keys call something that can be marked."""
    if isinstance(stop, ReadingField):
        return plain(stop.reading.label)
    return press_of(stop).words if isinstance(stop, QAbstractButton) else stop.accessibleName()


def _words(direction: int) -> str:
    return _("On") if direction > 0 else _("Back")

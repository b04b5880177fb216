"""What must be so in the access work of a model: work of the guide, in an order that can be gone, with one end."""

from collections.abc import Iterator

from micra_assistant.diagnosis.entries import AccessEntry, ModelEntry
from micra_assistant.diagnosis.mistakes import Mistakes
from micra_assistant.guide.model import Guide
from micra_assistant.words import _


def check_access(entry: ModelEntry, mistakes: Mistakes) -> None:
    """Check what the access work needs, and that nothing of it is said twice."""
    needs = {access.id: access.needs for access in entry.access}
    for number, access in enumerate(entry.access):
        for name in access.needs:
            mistakes.check_known("access", name, needs, "access", number, "needs")
        if circle := _circle(access.id, needs):
            words = _("this access needs itself: {circle}").format(circle=" > ".join(circle))
            mistakes.add(words, "access", number, "needs")
        if access.steps and access.minutes is not None:
            words = _("the minutes of an access are those of its “steps”: leave “minutes” out")
            mistakes.add(words, "access", number, "minutes")
        if access.leaves and access.items:
            mistakes.add(_("“items” is the old word for “leaves”: leave it out"), "access", number, "items")
    for number, step, other in _twice(entry.access):
        words = _("step “{step}” is already one of access “{access}”: let this one need that")
        mistakes.add(words.format(step=step, access=other), "access", number, "steps")


def check_conditions(entry: ModelEntry, guide: Guide, mistakes: Mistakes) -> None:
    """Check that access work sets the conditions that it is said to leave."""
    for number, access in enumerate(entry.access):
        found = [step for name in access.steps if (step := guide.find_step(name))]
        done = {item.id: item for step in found for item in step.items}
        for name in access.leaves if len(found) == len(access.steps) > 0 else ():
            words = ""
            if guide.find_item(name) and name not in done:
                words = _("no step of this access does “{item}”, so nobody sets this condition")
            elif name in done and not done[name].state:
                words = _("“{item}” leaves the car as it was: it has no state")
            if words:
                mistakes.add(words.format(item=name), "access", number, "leaves")


def check_has_steps(entry: ModelEntry, mistakes: Mistakes) -> None:
    """Check that steps of the guide do the access work; a model of before is read without."""
    for number, access in enumerate(entry.access):
        if not access.steps:
            words = _("no step of the guide does this access: name its “steps”, in order")
            mistakes.add(words, "access", number, "id")


def _circle(start: str, needs: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way from access work back to itself, empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for name in needs.get(way[-1], ()):
            if name == start:
                return (*way, name)
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()


def _twice(access: tuple[AccessEntry, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield each step that is named again: by which access, and which named it before."""
    named: dict[str, str] = {}
    for number, work in enumerate(access):
        for step in work.steps:
            if step in named:
                yield number, step, named[step]
            named.setdefault(step, work.id)

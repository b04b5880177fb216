"""Check what one part of a guide says of another: links, ``minus``, ``undoes``, and where there is no way back."""

from collections.abc import Iterator

from micra_assistant.errors import Mistake
from micra_assistant.guide.confirming import confirm_mistakes
from micra_assistant.guide.model import AnyItem, Count, Page, Reading, Step
from micra_assistant.guide.register import Register
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _, all_of


def cross_reference_mistakes(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    """Yield every reference that leads nowhere."""
    steps = {step.id for page in pages for step in page.steps}
    for target, place in register.links:
        if target not in steps:
            yield Mistake(
                *place,
                asking(
                    _("link to step “{target}”, which does not exist").format(target=target), nearest(target, steps)
                ),
            )
    items = [item for page in pages for item in page.items]
    earlier: dict[str, AnyItem] = {}
    for item in items:
        for message in (
            *_minus_mistakes(item, earlier),
            *_undoes_mistakes(item, earlier),
            *_count_mistakes(item, earlier),
        ):
            yield Mistake(
                *register.places["item", item.id], _("item “{name}”: {message}").format(name=item.id, message=message)
            )
        earlier[item.id] = item
    for item, message in confirm_mistakes(pages):
        yield Mistake(
            *register.places["item", item.id], _("item “{name}”: {message}").format(name=item.id, message=message)
        )
    for step in (step for page in pages for step in page.steps):
        for item in _unexplained(step):
            message = _("no-return has its place in a danger, warning, caution or notice")
            yield Mistake(
                *register.places["item", item.id], _("item “{name}”: {message}").format(name=item.id, message=message)
            )


def left_open(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    """Yield every item that says how it is put back, and that no later item puts back."""
    put_back: set[str] = set()
    for item in reversed([item for page in pages for item in page.items]):
        if item.undo and item.id not in put_back:
            message = _('item “{name}”: no later item puts it back: write one with undoes="{name}"').format(
                name=item.id
            )
            yield Mistake(*register.places["item", item.id], message)
        put_back |= {*item.undoes}


def _unexplained(step: Step) -> Iterator[AnyItem]:
    """Yield the points of no return that no safety message speaks of."""
    for item in (item for item in step.items if item.no_return):
        callout = step.callout_of(item.id)
        if callout is None or not callout.signal.is_safety:
            yield item


def _minus_mistakes(item: AnyItem, earlier: dict[str, AnyItem]) -> Iterator[str]:
    if not isinstance(item, Reading) or not item.minus:
        return
    other = earlier.get(item.minus)
    if not isinstance(other, Reading):
        words = _("minus=“{minus}” is no earlier reading").format(minus=item.minus)
        yield asking(words, nearest(item.minus, earlier))
    elif other.unit != item.unit:
        yield _("minus=“{minus}” is in {other_unit}, not in {unit}").format(
            minus=item.minus, other_unit=other.unit, unit=item.unit
        )


def _count_mistakes(item: AnyItem, earlier: dict[str, AnyItem]) -> Iterator[str]:
    """Yield why it could not be reckoned how many are missing of what a count puts back."""
    counts = [name for name in item.undoes if isinstance(earlier.get(name), Count)] if isinstance(item, Count) else []
    if len(counts) > 1:
        yield _("undoes the counts {names}: count each back in a line of its own").format(
            names=all_of(f"“{name}”" for name in counts)
        )


def _undoes_mistakes(item: AnyItem, earlier: dict[str, AnyItem]) -> Iterator[str]:
    for name in item.undoes:
        other = earlier.get(name)
        if other is None:
            yield asking(_("undoes=“{name}” is no earlier item").format(name=name), nearest(name, earlier))
        elif not other.undo:
            yield _("undoes=“{name}”, but that item has no undo").format(name=name)

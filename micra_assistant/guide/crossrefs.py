"""Check what one part of a guide says of another: links, ``minus``, ``undoes``, and where there is no way back."""

from collections.abc import Iterator
from itertools import chain

from micra_assistant.errors import Mistake
from micra_assistant.guide.confirming import confirm_mistakes
from micra_assistant.guide.model import AnyItem, Count, Page, Reading
from micra_assistant.guide.register import Register
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _, all_of


def cross_reference_mistakes(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    """Yield every reference that leads nowhere."""
    yield from _link_mistakes(pages, register)
    for item, message in chain(_misled(pages), confirm_mistakes(pages), _unexplained(pages)):
        words = _("item “{name}”: {message}").format(name=item.id, message=message)
        yield Mistake(*register.places["item", item.id], words)


def _link_mistakes(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    steps = {step.id for page in pages for step in page.steps}
    for target, place in register.links:
        if target not in steps:
            words = _("link to step “{target}”, which does not exist").format(target=target)
            yield Mistake(*place, asking(words, nearest(target, steps)))


def _misled(pages: tuple[Page, ...]) -> Iterator[tuple[AnyItem, str]]:
    """Yield every item that names another which is not what it takes it for, with what is wrong."""
    earlier: dict[str, AnyItem] = {}
    for item in (item for page in pages for item in page.items):
        for find in (_minus_mistakes, _undoes_mistakes, _count_mistakes):
            for message in find(item, earlier):
                yield item, message
        earlier[item.id] = item


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


def _unexplained(pages: tuple[Page, ...]) -> Iterator[tuple[AnyItem, str]]:
    """Yield the points of no return that no safety message speaks of, with what is wrong."""
    for step in (step for page in pages for step in page.steps):
        for item in (item for item in step.items if item.no_return):
            callout = step.callout_of(item.id)
            if callout is None or not callout.signal.is_safety:
                yield item, _("no-return has its place in a danger, warning, caution or notice")


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

"""Check what one part of a guide says of another: links, ``minus``, ``undoes``, and where there is no way back."""

from collections.abc import Iterator

from micra_assistant.errors import Mistake
from micra_assistant.guide.model import AnyItem, Count, Page, Reading, Step
from micra_assistant.guide.register import Register
from micra_assistant.tomlfile import near_miss


def cross_reference_mistakes(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    """Yield every reference that leads nowhere."""
    steps = {step.id for page in pages for step in page.steps}
    for target, place in register.links:
        if target not in steps:
            yield Mistake(*place, f"link to step “{target}”, which does not exist{near_miss(target, steps)}")
    items = [item for page in pages for item in page.items]
    earlier: dict[str, AnyItem] = {}
    for item in items:
        for message in (
            *_minus_mistakes(item, earlier),
            *_undoes_mistakes(item, earlier),
            *_count_mistakes(item, earlier),
        ):
            yield Mistake(*register.places["item", item.id], f"item “{item.id}”: {message}")
        earlier[item.id] = item
    for step in (step for page in pages for step in page.steps):
        for item in _unexplained(step):
            message = "no-return has its place in a danger, warning, caution or notice"
            yield Mistake(*register.places["item", item.id], f"item “{item.id}”: {message}")


def left_open(pages: tuple[Page, ...], register: Register) -> Iterator[Mistake]:
    """Yield every item that says how it is put back, and that no later item puts back."""
    put_back: set[str] = set()
    for item in reversed([item for page in pages for item in page.items]):
        if item.undo and item.id not in put_back:
            message = f'item “{item.id}”: no later item puts it back: write one with undoes="{item.id}"'
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
        yield f"minus=“{item.minus}” is no earlier reading{near_miss(item.minus, earlier)}"
    elif other.unit != item.unit:
        yield f"minus=“{item.minus}” is in {other.unit}, not in {item.unit}"


def _count_mistakes(item: AnyItem, earlier: dict[str, AnyItem]) -> Iterator[str]:
    """Yield why it could not be reckoned how many are missing of what a count puts back."""
    counts = [name for name in item.undoes if isinstance(earlier.get(name), Count)] if isinstance(item, Count) else []
    if len(counts) > 1:
        yield f"undoes the counts {' and '.join(f'“{name}”' for name in counts)}: count each back in a line of its own"


def _undoes_mistakes(item: AnyItem, earlier: dict[str, AnyItem]) -> Iterator[str]:
    for name in item.undoes:
        other = earlier.get(name)
        if other is None:
            yield f"undoes=“{name}” is no earlier item{near_miss(name, earlier)}"
        elif not other.undo:
            yield f"undoes=“{name}”, but that item has no undo"

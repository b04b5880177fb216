"""Check that what a line confirms can be true: that a step opens this state, and can be done before."""

from collections.abc import Iterator

from micra_assistant.guide.model import AnyItem, Page
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.words import _


def confirm_mistakes(pages: tuple[Page, ...]) -> Iterator[tuple[AnyItem, str]]:
    """Yield each item that confirms what no step can make so, with what is wrong about it."""
    known = {item.id: item for page in pages for item in page.items}
    can_be_done = _can_be_done(pages)
    for item in known.values():
        for name in item.confirms:
            opener = known.get(name)
            if opener is None:
                yield item, asking(_("confirms=“{id}” is no item").format(id=name), nearest(name, known))
            elif not opener.state:
                yield item, _("confirms=“{id}”, but that item opens nothing: it has no state").format(id=name)
            elif name not in can_be_done:
                yield item, _("confirms=“{id}”, but that comes only after it: no step can make it so").format(id=name)


def _can_be_done(pages: tuple[Page, ...]) -> set[str]:
    """Return the items that can be done one after another: those on a page behind a gate once that can be confirmed."""
    left = [list(reversed(page.items)) for page in pages]
    done: set[str] = set()
    while more := {item.id for items in left for item in _taken(items, done)}:
        done |= more
    return done


def _taken(left: list[AnyItem], done: set[str]) -> Iterator[AnyItem]:
    """Take off the end of ``left``, and yield, what no gate holds once all of ``done`` are done."""
    while left and (not left[-1].gate or done.issuperset(left[-1].confirms)):
        yield left.pop()

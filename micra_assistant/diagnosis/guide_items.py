"""What a guide says of its items, for those who find the fault without a window."""

from collections.abc import Mapping

from msgspec import Struct, field

from micra_assistant.guide.model import Guide, Reading, plain


class Items(Struct, frozen=True):
    """The ``words`` of all items and the ``readings`` among them, by id."""

    words: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)


def items_of(guide: Guide) -> Items:
    """Return what a guide says of its items."""
    words = {item.id: plain(item.label) for item in guide.items}
    return Items(words, {item.id: item for item in guide.items if isinstance(item, Reading)})

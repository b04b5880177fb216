"""What a guide calls its items."""

from collections.abc import Mapping

from micra_assistant.guide.model import Guide, plain


def words_of_items(guide: Guide) -> Mapping[str, str]:
    """Return the words of all items by their id."""
    return {item.id: plain(item.label) for item in guide.items}

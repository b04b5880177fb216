"""The page of a guide on which the car is put together."""

from micra_assistant.guide.model import Guide, Page


def closing_page(guide: Guide) -> Page | None:
    """Return the last page that puts anything back, None if none does; its last step proves the work."""
    pages = (page for page in reversed(guide.pages) if any(item.undoes for item in page.items))
    return next(pages, None)

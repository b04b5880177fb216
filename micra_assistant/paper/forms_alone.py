"""What blank forms are made of without a guide: a guide that says nothing, with the complaints of all guides."""

from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide, Page, Step
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.titles import sheet_title


def forms_alone(library: Library) -> Guide:
    """Return the guide that forms for any repair are made with."""
    return Guide(
        id="",
        title=sheet_title(SheetKind.FORMS),
        car="",
        summary="",
        version="",
        folder=library.root,
        tools=(),
        pages=(Page("", "", (Step("", "", ()),)),),
        sources={},
        complaints=tuple(way.complaint for way in library.ways_in()),
    )

"""How a person would like a sheet: on which paper, how large, with or without what is done and the pictures."""

from msgspec import Struct

from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import PaperSize, SheetKind

TEXT_SIZES = (100, 120, 150)
"""In per cent of the usual size."""


class SheetChoices(Struct, frozen=True):
    """What was chosen for one sheet.

    Attributes:
        paper: what it is printed on.
        text_size: one of ``TEXT_SIZES``.
        only_left: whether what is done is left out, on the sheets that can do that.
        pictures: whether pictures and photos are on it, on the sheets that can have some.
        labels: the label sheet that labels are printed on; the usual one of the paper if that has none of this name.
        form: the one that is wanted of the forms, None for all.
        short: whether only the most important is on it, on the sheets that can be short.
    """

    paper: PaperSize
    text_size: int = 100
    only_left: bool = False
    pictures: bool = True
    labels: str = ""
    short: bool = False
    form: BlankForm | None = None


def usual(kind: SheetKind, paper: PaperSize) -> SheetChoices:
    """Return the choices of a whole sheet, as the commands set it."""
    return SheetChoices(paper, pictures=kind.has_pictures)

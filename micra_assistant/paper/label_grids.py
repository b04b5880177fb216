"""The label sheets that there are in shops: how many labels are on one, how large, and where."""

from msgspec import Struct

from micra_assistant.errors import UnknownNameError
from micra_assistant.words import N_, _
from micra_assistant.workshop.values import PaperSize

_INCH = 25.4


class LabelGrid(Struct, frozen=True):
    """The labels on one sheet of paper, all measures in millimetres.

    Attributes:
        name: what it goes by; ``title`` is what it is called.
        width, height: of a label.
        left, top: where the first label begins.
        across, down: from the edge of one label to that of the next.
    """

    name: str
    title: str
    paper: PaperSize
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def words(self) -> str:
        """What it is called, in the language of the person."""
        return _(self.title)


GRIDS = (
    LabelGrid("99x68", N_("99.1 × 67.7 mm, 8 labels"), PaperSize.A4, 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
    LabelGrid("64x38", N_("63.5 × 38.1 mm, 21 labels"), PaperSize.A4, 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1),
    LabelGrid("70x37", N_("70 × 37 mm, 24 labels"), PaperSize.A4, 3, 8, 70, 37, 0, 0.5, 70, 37),
    LabelGrid(
        "4x2in",
        N_("4 × 2 inches, 10 labels"),
        PaperSize.LETTER,
        *(2, 5, 4 * _INCH, 2 * _INCH, _INCH * 5 / 32, _INCH / 2, _INCH * 67 / 16, 2 * _INCH),
    ),
    LabelGrid(
        "2.6x1in",
        N_("2⅝ × 1 inches, 30 labels"),
        PaperSize.LETTER,
        *(3, 10, 2.625 * _INCH, _INCH, _INCH * 3 / 16, _INCH / 2, 2.75 * _INCH, _INCH),
    ),
    LabelGrid("a5", N_("64 × 45 mm, 8 to cut out"), PaperSize.A5, 2, 4, 64, 45, 10, 15, 64, 45),
)


def grids_for(paper: PaperSize) -> tuple[LabelGrid, ...]:
    """Return the label sheets of a paper; the first is the usual one."""
    return tuple(grid for grid in GRIDS if grid.paper is paper)


def grid_for(paper: PaperSize, name: str) -> LabelGrid:
    """Return the label sheet of that name if it is one of this paper, else the usual one of the paper."""
    grids = grids_for(paper)
    return next((grid for grid in grids if grid.name == name), grids[0])


def grid_called(name: str) -> LabelGrid:
    """Return the label sheet of that name; UnknownNameError if there is none."""
    for grid in GRIDS:
        if grid.name == name:
            return grid
    names = [grid.name for grid in GRIDS]
    raise UnknownNameError(_("there is no label sheet “{name}”; there is: {known}"), name, names)

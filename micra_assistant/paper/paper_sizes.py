"""How large the papers are, and what they are called."""

from micra_assistant.words import N_, _
from micra_assistant.workshop.values import PaperSize

_PAPERS = {PaperSize.A4: N_("A4"), PaperSize.LETTER: N_("Letter"), PaperSize.A5: N_("A5")}

PAPER_MM = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4), PaperSize.A5: (148.0, 210.0)}
"""Width and height of the papers, in millimetres."""


def paper_name(paper: PaperSize) -> str:
    """Return what a paper is called."""
    return _(_PAPERS[paper])

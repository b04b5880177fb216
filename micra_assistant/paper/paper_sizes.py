"""How large the papers are."""

from micra_assistant.paper.kinds import PaperSize

PAPER_MM = {PaperSize.A4: (210.0, 297.0), PaperSize.LETTER: (215.9, 279.4), PaperSize.A5: (148.0, 210.0)}
"""Width and height of the papers, in millimetres."""

"""What a step is made of: widgets as tall as their words need at the width they are given."""

from PySide6.QtCore import QSize

_USUAL_WIDTH = 330
_LEAST_WIDTH = 60
_A_LINE = 20


class Flowing:
    """To be put before the Qt class: gives fixed hints, since only ``heightForWidth`` tells a height.

    Qt would otherwise wrap the words of every block at several widths that none of them ever gets, which takes longer
    than all the rest of a step.
    """

    def sizeHint(self) -> QSize:
        """Return any size with a usual width."""
        return QSize(_USUAL_WIDTH, _A_LINE)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which words can be read."""
        return QSize(_LEAST_WIDTH, 0)

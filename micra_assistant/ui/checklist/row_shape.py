"""How the row of a line is laid out."""

from enum import StrEnum


class RowShape(StrEnum):
    """The shapes there are; in those to be read from afar others show what a value means."""

    USUAL = "usual"
    LARGE = "large"
    LARGE_NARROW = "large-narrow"
    """Where the signs have no room beside the field."""

    @property
    def is_large(self) -> bool:
        """Whether it is to be read from afar."""
        return self is not RowShape.USUAL

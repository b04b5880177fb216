"""Whether two part numbers are the same, however they are written."""

from micra_assistant.lookalikes import plate

_LEAST_LETTERS = 5
"""A shorter number may stand in another one by chance."""


def same_number(written: str, named: str) -> bool:
    """Whether a number that was written down from a case is the one that was named.

    Spaces, dashes and capitals do not count, nor does what else stands on the case beside it.
    """
    on_case, wanted = plate(written), plate(named)
    return on_case == wanted or (len(wanted) >= _LEAST_LETTERS and wanted in on_case)

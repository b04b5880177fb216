"""Why something is left out, or a job closed all the same: what a person says must say something."""

from micra_assistant.errors import MicraError

_LEAST_LETTERS = 3


class NoReasonError(MicraError):
    """Something is to be left out, and nobody has said why that may be."""


def is_reason(words: str) -> bool:
    """Whether ``words`` say anything: dots and digits do not."""
    return sum(letter.isalpha() for letter in words) >= _LEAST_LETTERS

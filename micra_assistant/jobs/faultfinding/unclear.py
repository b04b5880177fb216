"""What was typed in a conversation and can mean several things."""

from collections.abc import Mapping

from msgspec import Struct

from micra_assistant.guide.entering import entered
from micra_assistant.guide.measure import AskedError, Choice
from micra_assistant.number_words import in_one
from micra_assistant.words import _

ANSWER = "answer"
"""The choice that means the answer of that number, not a reading."""


class Unclear(Struct, frozen=True):
    """What was typed, the question what is meant by it, and what that can be.

    ``answer`` is the id of the answer that the choice ``ANSWER`` means, empty if that is none of them.
    """

    typed: str
    question: str
    choices: tuple[Choice, ...]
    answer: str = ""

    @property
    def answers(self) -> Mapping[str, str]:
        """The choices, in words by name."""
        return {choice.name: choice.words for choice in self.choices}

    def meant(self, name: str) -> str:
        """Return the reading, as it is to be typed, that a choice means."""
        return next(choice.typed for choice in self.choices if choice.name == name)


def answer_or_reading(number: int, answer: str, words: str, unit: str) -> Unclear:
    """Return the question whether a bare number is that of an answer, or what the meter shows."""
    first = Choice(ANSWER, "", _("Answer {number}: {words}").format(number=number, words=words))
    return Unclear(str(number), _("Which is meant?"), (first, *_as_reading(number, unit)), answer)


def _as_reading(number: int, unit: str) -> tuple[Choice, ...]:
    """Return what a whole number can be as a reading."""
    try:
        entered(str(number), unit)
    except AskedError as asked:
        return asked.choices
    return (Choice("reading", f"{number} {unit}", _("The meter shows {value}").format(value=in_one(number, unit))),)

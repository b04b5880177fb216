"""Why a job file is not taken, in words that fit in one line whatever the file says."""

from micra_assistant.errors import JobFileError
from micra_assistant.words import N_, _

_AGAIN = N_("copy it again, or export the job again where it was made")
DAMAGED = N_("it is damaged, or was not copied whole")

_MOST_LETTERS_SHOWN = 120
_MOST_NUMBER_SHOWN = 10**18


class UnusableError(JobFileError):
    """What a file holds is no job as this program knows it: ``why``, and in the text what to do about it too."""

    def __init__(self, why: str, advice: str = "") -> None:
        self.why = why
        super().__init__(_("{why}; {advice}").format(why=why, advice=advice or _(_AGAIN)))


def unusable(where: str, why: str) -> UnusableError:
    """Return the error over what stands ``where`` in a file."""
    return UnusableError(_("{where}: {why}").format(where=where, why=why))


def shown(text: str) -> str:
    """Return a name from outside in quotes, as it can be shown in one line."""
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[: _MOST_LETTERS_SHOWN + 1])
    return f"“{plain if len(plain) <= _MOST_LETTERS_SHOWN else plain[:_MOST_LETTERS_SHOWN] + '…'}”"


def shown_number(number: int) -> str:
    """Return a whole number from outside as it can be shown in one line."""
    return str(number) if abs(number) < _MOST_NUMBER_SHOWN else _("a very large number")

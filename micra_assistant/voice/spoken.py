"""What is to be read aloud: words for the ear, each run in its language."""

from collections.abc import Iterable

from msgspec import Struct


class Spoken(Struct, frozen=True):
    """Sentences in one ``language``, such as ``en``."""

    text: str
    language: str


def joined(parts: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Return parts without empty ones, those that follow each other in one language in one go."""
    runs: list[Spoken] = []
    for part in parts:
        if not part.text:
            continue
        if runs and runs[-1].language == part.language:
            runs[-1] = Spoken(f"{runs[-1].text}\n{part.text}", part.language)
        else:
            runs.append(part)
    return tuple(runs)

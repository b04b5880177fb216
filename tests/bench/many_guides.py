"""A workshop's library: a thousand guides that nobody has written, with the words of the bench as often as in ours."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from micra_assistant.guide.model import (
    Block,
    Bullets,
    Callout,
    Complaint,
    Guide,
    Page,
    Paragraph,
    SignalWord,
    Step,
    Table,
    Text,
    Tick,
    Tool,
    Words,
)

GUIDES = 1000
PAGES = 10
STEPS = 4
COMMON_PAGES = 2
"""Of the pages of each guide, those that all guides draw in."""

NAMES = ("Marita", "Kolo", "Tidena", "Vexaro", "Lurix", "Sanota", "Mario", "Kodelo", "Tixana", "Verito")
UNITS = ("V", "Ω", "A", "mm", "Nm", "minutes")


def bench_words() -> tuple[list[str], list[str], list[str]]:
    """Return things, the commonest first; what is done to them; and the words between."""
    things, acts, small = Path(__file__).with_name("bench-words.txt").read_text(encoding="utf-8").split("\n\n")
    return things.split(), acts.split(), small.split()


class Writer:
    """Writes guides, always the same."""

    def __init__(self) -> None:
        self._random = Random(20261120)  # noqa: S311 - no secret
        self._things, self._acts, self._small = bench_words()
        self._weights = [1 / (rank + 3) for rank in range(len(self._things))]
        self._common = tuple(self._page(f"common-{number}") for number in range(COMMON_PAGES))

    def guide(self, number: int) -> Guide:
        """Return the next guide."""
        title = self._title()
        own = tuple(self._page(f"page-{place}") for place in range(PAGES - COMMON_PAGES))
        name = f"guide-{number:04}"
        car = f"{NAMES[number % len(NAMES)]} {number % 17} (2003-2010)"
        complaints = (Complaint(self._title(), own[0].steps[0].id),)
        tools = (Tool("Multimeter"),)
        pages = (*own, *self._common)
        return Guide(name, title, car, self._sentence(), "1", Path(name), tools, pages, {}, complaints)

    def _page(self, name: str) -> Page:
        return Page(name, self._title(), tuple(self._step(f"{name}-{number}") for number in range(STEPS)))

    def _step(self, name: str) -> Step:
        ending = "?" if self._random.random() < 0.05 else ""
        return Step(name, self._title() + ending, tuple(self._blocks(name)))

    def _blocks(self, name: str) -> Iterator[Block]:
        yield Paragraph(self._text(3))
        yield Bullets(tuple(self._text(1) for _ in range(3)), numbers=(1, 2, 3))
        if self._random.random() < 0.3:
            yield Table((self._text(1), self._text(1)), tuple((self._text(1), self._text(1)) for _ in range(3)))
        yield Callout(SignalWord.WARNING, self._text(1), (Paragraph(self._text(2)),))
        for item in range(3):
            yield Tick(id=f"{name}-item-{item}", label=self._text(1))

    def _text(self, sentences: int) -> Text:
        return (Words(" ".join(self._sentence() for _ in range(sentences))),)

    def _sentence(self) -> str:
        words = [self._random.choice(self._acts).capitalize()]
        for _ in range(self._random.randint(4, 9)):
            words += [self._random.choice(self._small)] if self._random.random() < 0.4 else []
            words += self._words(1)
        return " ".join(words) + self._number() + "."

    def _title(self) -> str:
        return " ".join([self._random.choice(self._acts).capitalize(), "the", *self._words(self._random.randint(1, 3))])

    def _words(self, count: int) -> Sequence[str]:
        return self._random.choices(self._things, self._weights, k=count)

    def _number(self) -> str:
        chance = self._random.random()
        if chance < 0.02:
            return f" {part_number(self._random)}"
        if chance < 0.15:
            return f" {self._random.randint(1, 150) / 10} {self._random.choice(UNITS)}"
        return ""


def part_number(random: Random) -> str:
    """Return a number as a maker gives it."""
    return f"{random.randint(10000, 99999)}-{random.choice('ABEJ')}{random.choice('XUZ')}{random.randint(0, 99):02}A"

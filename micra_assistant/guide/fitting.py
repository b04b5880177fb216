"""Whether a step in another language does what the English one does: the same parts, items, limits and warnings."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.figures import lost_values
from micra_assistant.guide.fittingitems import item_differences
from micra_assistant.guide.model import (
    Block,
    Bullets,
    Callout,
    Diagram,
    Item,
    Paragraph,
    SourceMark,
    Step,
    Table,
    Text,
    Words,
    plain,
)
from micra_assistant.words import N_, _

_KINDS: tuple[tuple[type, str], ...] = (
    (Paragraph, N_("a paragraph")),
    (Bullets, N_("a list")),
    (Table, N_("a table")),
    (Circuit, N_("a circuit")),
    (Diagram, N_("a picture")),
    (Callout, N_("a callout")),
    (Item, N_("an item")),
)


class Misfit(NamedTuple):
    """What a translated step does not do as the English one, in which of its blocks, and at which item if at one."""

    message: str
    block: int
    item: str = ""


def misfits(english: Step, here: Step, own_path: str) -> Iterator[Misfit]:
    """Yield all that keeps ``here`` from being shown in the place of ``english``.

    ``own_path`` is how the pictures of the translated guide begin, such as ``../ru/button/``.
    """
    if here.minutes not in (0, english.minutes):
        yield Misfit(
            _("minutes={english} in English: write the same, or leave it out").format(english=english.minutes), -1
        )
    yield from _Fitting(own_path).blocks(english.blocks, here.blocks)


class _Fitting:
    def __init__(self, own_path: str) -> None:
        self._own_path = own_path
        self._shared_path = own_path.removesuffix("/").rpartition("/")[0] + "/"

    def blocks(self, english: Sequence[Block], here: Sequence[Block]) -> Iterator[Misfit]:
        """Yield what differs, up to where the parts are no longer the same."""
        for number, (expected, found) in enumerate(zip_longest(english, here)):
            if expected is None or found is None or _kind(expected) != _kind(found):
                yield Misfit(_parted(expected, found), number)
                return
            if isinstance(expected, Item) and isinstance(found, Item) and expected.id != found.id:
                words = _("the English step has item “{english}” here, not “{here}”: keep all items in their order")
                yield Misfit(words.format(english=expected.id, here=found.id), number, found.id)
                return
            yield from self._block(expected, found, number)

    def _block(self, english: Block, here: Block, number: int) -> Iterator[Misfit]:
        item = here.id if isinstance(here, Item) else ""
        yield from (Misfit(message, number, item) for message in self._differences(english, here))
        texts = _texts(english), _texts(here)
        if len(texts[0]) == len(texts[1]):  # else what is in one line may be in another
            for expected, found in zip(*texts, strict=True):
                yield from (Misfit(message, number, item) for message in _text_differences(expected, found))
        if isinstance(english, Callout) and isinstance(here, Callout):
            yield from (inner._replace(block=number) for inner in self.blocks(english.blocks, here.blocks))

    def _differences(self, english: Block, here: Block) -> Iterator[str]:
        match english, here:
            case Bullets(), Bullets():
                yield from _list_differences(english, here)
            case Table(), Table():
                if _size(english) != _size(here):
                    yield _("the table has as many rows and columns as the English one: write them all")
            case Callout(), Callout():
                yield from _callout_differences(english, here)
            case Diagram() | Circuit(), Diagram() | Circuit():
                yield from self._picture_differences(english, here)
            case Item(), Item():
                yield from item_differences(english, here)

    def _picture_differences(self, english: Diagram | Circuit, here: Diagram | Circuit) -> Iterator[str]:
        if self._original(here.path) != english.path:
            yield _("the English step shows {english} here: name the same picture").format(english=english.path)
        if here.sources != english.sources:
            yield _source_words(english.sources)
        if isinstance(english, Circuit) and isinstance(here, Circuit) and _circuit(english) != _circuit(here):
            yield _("the circuit reads other values than the English one: change nothing but names and says")

    def _original(self, path: str) -> str:
        """Return where the picture lies in English that a translated page shows."""
        own = path.removeprefix(self._own_path)
        return own if own != path else path.replace(self._shared_path, "../", 1)


def _kind(block: Block) -> str:
    return next(words for kind, words in _KINDS if isinstance(block, kind))


def _parted(english: Block | None, here: Block | None) -> str:
    if english is None:
        return _("the English step has nothing more here: take this away")
    if here is None:
        return _("the English step goes on with {part}: translate it too").format(part=_(_kind(english)))
    words = _("the English step has {english} here, not {here}: write the same parts in the same order")
    return words.format(english=_(_kind(english)), here=_(_kind(here)))


def _list_differences(english: Bullets, here: Bullets) -> Iterator[str]:
    if len(english.lines) != len(here.lines):
        words = _("the list has {here} lines, in English {english}: write a line for each")
        yield words.format(here=len(here.lines), english=len(english.lines))
    elif english.numbers != here.numbers:
        yield _("the lines of the list are numbered otherwise than in English")


def _callout_differences(english: Callout, here: Callout) -> Iterator[str]:
    if english.signal is not here.signal:
        words = _("the callout is !!! {english} in English, not !!! {here}")
        yield words.format(english=english.signal, here=here.signal)
    if bool(plain(english.title)) != bool(plain(here.title)):
        yield _("the callout has a title in one language only")


def _size(table: Table) -> tuple[int, ...]:
    return tuple(len(row) for row in (table.header, *table.rows))


def _circuit(circuit: Circuit) -> object:
    points = [(point.id, point.source) for point in circuit.points]
    return points, [(case.id, case.released, case.pressed) for case in circuit.cases]


def _texts(block: Block) -> Sequence[Text]:
    match block:
        case Paragraph():
            return (block.text,)
        case Bullets():
            return block.lines
        case Table():
            return [cell for row in (block.header, *block.rows) for cell in row]
        case Callout():
            return (block.title,)
        case Item():
            return (block.label,)
        case _:
            return ((Words(block.alt),),)


def _text_differences(english: Text, here: Text) -> Iterator[str]:
    expected, found = ([run.source for run in text if isinstance(run, SourceMark)] for text in (english, here))
    if sorted(expected) != sorted(found):
        yield _source_words(expected)
    if (links := _links(english)) != _links(here):
        words = _("the links lead elsewhere than in English: {links}")
        yield words.format(links=" ".join(f"(#{link})" for link in links) or _("there are none"))
    for value in lost_values(plain(english), plain(here)):
        yield _("{value} of the English words is missing here: keep each figure").format(value=value)


def _links(text: Text) -> list[str]:
    """Return the steps that a text leads to; a link in two styles is one."""
    return sorted({run.link for run in text if isinstance(run, Words) and run.link})


def _source_words(sources: Sequence[str]) -> str:
    cited = " ".join(f"[^{source}]" for source in sources) or _("none")
    return _("the sources are others than in English: {sources}").format(sources=cited)

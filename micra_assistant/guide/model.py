"""The model of a guide: what screen, paper and records all work from.

Everything here is plain, frozen data. A guide is read once, never changed, and may be encoded as it is.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from micra_assistant.catalogues import ENGLISH
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.source import Source

_Found = TypeVar("_Found")


class Words(Struct, frozen=True, tag="words"):
    """A run of text in one style. ``link`` is the id of the step it leads to, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


class SourceMark(Struct, frozen=True, tag="source"):
    """The badge that says where the words before it come from."""

    source: str


Text = tuple[Words | SourceMark, ...]


def plain(text: Text) -> str:
    """Return the words of ``text`` without style and badges."""
    return "".join(run.text for run in text if isinstance(run, Words)).strip()


class SignalWord(StrEnum):
    """The signal word of a callout, as ANSI Z535 and IEC/IEEE 82079-1 define them, strongest first."""

    DANGER = "danger"
    WARNING = "warning"
    CAUTION = "caution"
    NOTICE = "notice"
    NOTE = "note"
    TIP = "tip"

    @property
    def is_safety(self) -> bool:
        """Whether it warns of harm, so that hazard, consequence and avoidance must be said."""
        return self not in (SignalWord.NOTE, SignalWord.TIP)

    @property
    def holds_gate(self) -> bool:
        """Whether the items inside must be done before anything after them on the page."""
        return self in (SignalWord.DANGER, SignalWord.WARNING)


class Item(Struct, frozen=True, kw_only=True):
    """One line of the checklist.

    ``undo`` says how to put it back and ``state`` how the car stands until then; ``undoes`` names the items
    that this one puts back. ``confirms`` names items whose state this one only confirms: it is true while all of these
    states are open on the car, whatever opened them. ``gate`` items hold everything after them on their page.
    ``no_return`` is a sentence that says what cannot be taken back once it is done.
    """

    id: str
    label: Text
    gate: bool = False
    undo: str = ""
    state: str = ""
    undoes: tuple[str, ...] = ()
    confirms: tuple[str, ...] = ()
    no_return: str = ""

    @property
    def needs_second_act(self) -> bool:
        """Whether doing it must be confirmed; a value that is typed is deliberate enough."""
        return False


class Tick(Item, frozen=True, tag="tick"):
    """Something to do or to see. ``wait`` is how many seconds must pass before it is done, 0 if none need."""

    wait: int = 0

    @property
    def needs_second_act(self) -> bool:
        """Whether doing it must be confirmed: points of no return, and gates that do not confirm something already."""
        return bool(self.no_return) or (self.gate and not self.confirms)


class Reading(Item, frozen=True, tag="reading", kw_only=True):
    """A number read off a meter, in ``unit``, right from ``low`` to ``high`` inclusive.

    ``minus`` is the id of an earlier reading that is taken off first, such as that of the test leads.
    """

    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    minus: str = ""

    @property
    def has_limits(self) -> bool:
        """Whether it is known what is right."""
        return self.low is not None or self.high is not None


class Count(Item, frozen=True, tag="count", kw_only=True):
    """How many there were; ``noun`` is what one of them is called, ``plural`` what more are if not that with an s."""

    noun: str
    plural: str = ""

    @property
    def nouns(self) -> str:
        """What more than one of them are called."""
        return self.plural or f"{self.noun}s"


class Written(Item, frozen=True, tag="written", kw_only=True):
    """Words to be written down, such as the number on a case.

    ``pattern`` is what they are expected to be like (see ``guide/pattern.py``), ``like`` says it in words; both are
    empty if anything may be written.
    """

    pattern: str = ""
    like: str = ""


AnyItem = Tick | Reading | Count | Written


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph."""

    text: Text


class Bullets(Struct, frozen=True, tag="bullets"):
    """A list of lines; ``numbers`` are those that the author typed before them, none if the list has bullets."""

    lines: tuple[Text, ...]
    numbers: tuple[int, ...] = ()

    @property
    def signs(self) -> tuple[str, ...]:
        """What stands before each line."""
        return tuple(f"{number}." for number in self.numbers) or ("•",) * len(self.lines)


class Table(Struct, frozen=True, tag="table"):
    """A table with one header row."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


class Diagram(Struct, frozen=True, tag="diagram"):
    """A picture; ``path`` is relative to the guide's folder, ``alt`` says what is to be seen.

    ``sources`` are the ids of those that its values come from.
    """

    path: str
    alt: str
    sources: tuple[str, ...] = ()


class Callout(Struct, frozen=True, tag="callout"):
    """A safety message or a hint."""

    signal: SignalWord
    title: Text
    blocks: "tuple[Paragraph | Bullets | Tick | Reading | Count | Written, ...]"


Block = Paragraph | Bullets | Table | Diagram | Circuit | Callout | Tick | Reading | Count | Written


class Step(Struct, frozen=True, dict=True):
    """One screenful of a page. ``minutes`` is the author's estimate, 0 if there is none.

    ``untranslated`` says that it is in English, though its guide is in another language.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    minutes: int = 0
    untranslated: bool = False

    @cached_property
    def items(self) -> tuple[AnyItem, ...]:
        """The checklist items of the step in reading order, those inside callouts included."""
        return tuple(_items(self.blocks))

    def callout_of(self, item_id: str) -> Callout | None:
        """Return the callout that holds the item, None if none does."""
        callouts = (block for block in self.blocks if isinstance(block, Callout))
        return next((callout for callout in callouts if item_id in {item.id for item in _items(callout.blocks)}), None)


def _items(blocks: tuple[Block, ...]) -> Iterator[AnyItem]:
    for block in blocks:
        if isinstance(block, Callout):
            yield from _items(block.blocks)
        elif isinstance(block, Item):
            yield block


class Page(Struct, frozen=True, dict=True):
    """A chapter of the guide."""

    id: str
    title: str
    steps: tuple[Step, ...]

    @cached_property
    def items(self) -> tuple[AnyItem, ...]:
        """The checklist items of all steps of the page."""
        return tuple(item for step in self.steps for item in step.items)


class Tool(Struct, frozen=True, forbid_unknown_fields=True):
    """Something to have at hand before starting."""

    name: str
    note: str = ""


class Difficulty(StrEnum):
    """How hard a complaint is to mend, as its author sees it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Complaint(Struct, frozen=True, forbid_unknown_fields=True):
    """A way into the guide: what is wrong with the car, and the step to begin with.

    ``faults`` is the name of the model that the fault is found with, such as ``faults.toml``; empty if there is none.
    ``places`` are those on the drawing of the car, by id; ``why`` says why it is as hard as ``difficulty`` says.
    ``order`` is its place among the cards of home, from 1 on; those with 0 come behind all that have one.
    """

    title: str
    step: str
    faults: str = ""
    order: int = 0
    places: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    why: str = ""


class Guide(Struct, frozen=True, dict=True):
    """One repair. ``sources`` holds, by id, those that the guide refers to, in order of first use; first its pages do.

    ``price_sources`` are the ids of those that none of the pages does, but a price.

    ``fingerprint`` is that of the files it was read from, in whatever language; empty if it was read from none.

    ``part_step`` is the id of the step at which the part is chosen, empty if there is none.

    ``language`` is the one that it is in, ``words`` what its English words outside the pages are in that language.
    ``trouble`` says why it is in English although there is a translation.

    What is asked for by its id raises KeyError if there is none; where that may be so, there is a ``find_…`` that
    returns None.
    """

    id: str
    title: str
    car: str
    summary: str
    version: str
    folder: Path
    tools: tuple[Tool, ...]
    pages: tuple[Page, ...]
    sources: dict[str, Source]
    complaints: tuple[Complaint, ...] = ()
    fingerprint: str = ""
    language: str = ENGLISH
    words: dict[str, str] = {}
    trouble: str = ""
    price_sources: frozenset[str] = frozenset()
    part_step: str = ""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for page in self.pages for step in page.steps)

    @cached_property
    def items(self) -> tuple[AnyItem, ...]:
        """All checklist items, in order."""
        return tuple(item for page in self.pages for item in page.items)

    @property
    def complaint_titles(self) -> frozenset[str]:
        """How the guide words its complaints, in English and in its own language."""
        own = {complaint.title for complaint in self.complaints}
        return frozenset(own | {english for english, here in self.words.items() if here in own})

    def say(self, english: str) -> str:
        """Return what English words of the guide are in its language."""
        return self.words.get(english, english)

    @property
    def minutes(self) -> int:
        """The sum of the authors' estimates of all steps."""
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str) -> Step:
        """Return the step of that id; KeyError if there is none."""
        return _known("step", step_id, self._steps_by_id)

    def find_step(self, step_id: str) -> Step | None:
        """Return the step of that id, None if there is none."""
        return self._steps_by_id.get(step_id)

    def item(self, item_id: str) -> AnyItem:
        """Return the checklist item of that id; KeyError if there is none."""
        return _known("item", item_id, self._items_by_id)

    def find_item(self, item_id: str) -> AnyItem | None:
        """Return the checklist item of that id, None if there is none."""
        return self._items_by_id.get(item_id)

    def page_of(self, step_id: str) -> Page:
        """Return the page that holds the step; KeyError if none does."""
        return _known("step", step_id, self._pages_of_steps)

    def step_of(self, item_id: str) -> Step:
        """Return the step that holds the item; KeyError if none does."""
        return _known("item", item_id, self._steps_of_items)

    def find_step_of(self, item_id: str) -> Step | None:
        """Return the step that holds the item, None if none does."""
        return self._steps_of_items.get(item_id)

    @cached_property
    def _steps_by_id(self) -> dict[str, Step]:
        return {step.id: step for step in self.steps}

    @cached_property
    def _items_by_id(self) -> dict[str, AnyItem]:
        return {item.id: item for item in self.items}

    @cached_property
    def _pages_of_steps(self) -> dict[str, Page]:
        return {step.id: page for page in self.pages for step in page.steps}

    @cached_property
    def _steps_of_items(self) -> dict[str, Step]:
        return {item.id: step for step in self.steps for item in step.items}


def _known(what: str, name: str, known: Mapping[str, _Found]) -> _Found:
    """Return what has that name; KeyError if nothing has."""
    if name not in known:
        raise KeyError(f"the guide has no {what} “{name}”")
    return known[name]

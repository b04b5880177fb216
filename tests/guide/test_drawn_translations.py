"""Whatever is drawn: the same in other words fits, and an item that is lost, moved or altered is always noticed."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.guide.fitting import misfits
from micra_assistant.guide.model import AnyItem, Block, Callout, Count, Item, Reading, SignalWord, Step, Tick, Words

OWN = "../ru/button/"
ENGLISH, HERE = (Words("Words"),), (Words("Слова"),)


def item(name: str, kind: str) -> AnyItem:
    """Return an item of a kind."""
    if kind == "reading":
        return Reading(id=name, label=ENGLISH, unit="V", low=Decimal(1), high=Decimal(2), minus="leads")
    if kind == "count":
        return Count(id=name, label=ENGLISH, noun="clip", undoes=("earlier",))
    return Tick(id=name, label=ENGLISH, undo="Fit it", state="off")


KINDS = st.sampled_from(("tick", "reading", "count"))
ITEMS = st.lists(KINDS, min_size=1, max_size=6).map(lambda kinds: [item(f"i{n}", kind) for n, kind in enumerate(kinds)])


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """Return a step in English: some of its items in a callout."""
    items: list[AnyItem] = draw(ITEMS)
    first, last = sorted(draw(st.tuples(*[st.integers(0, len(items))] * 2)))
    signal = draw(st.sampled_from(SignalWord))
    gates = tuple(replace(held, gate=signal.holds_gate) for held in items[first:last])
    callout: list[Block] = [Callout(signal, ENGLISH, gates)] if gates else []
    return Step("step", "Step", (*items[:first], *callout, *items[last:]))


def in_other_words(block: Block) -> Block:
    """Return a block in another language."""
    match block:
        case Callout(blocks=blocks):
            inner = tuple(worded for part in blocks if isinstance(worded := in_other_words(part), Item))
            return replace(block, title=HERE, blocks=inner)
        case Count():
            return replace(block, label=HERE, noun="клипса")
        case Item():
            return replace(block, label=HERE, undo=block.undo and "Вставьте", state=block.state and "снято")
    return block


def said(english: Step, blocks: tuple[Block, ...]) -> list[str]:
    """Return what ``check`` has against blocks in another language."""
    here = replace(english, blocks=tuple(in_other_words(block) for block in blocks))
    return [misfit.message for misfit in misfits(english, here, OWN)]


def altered(block: Block) -> Block:
    """Return a block of which one thing besides its words is another."""
    match block:
        case Callout(signal=signal):
            return replace(block, signal=SignalWord.NOTE if signal is SignalWord.TIP else SignalWord.TIP)
        case Reading():
            return replace(block, high=Decimal(3))
        case Count():
            return replace(block, undoes=())
        case Item():
            return replace(block, undo="", state="")
    return block


@given(steps())
def test_the_same_in_other_words_fits(step: Step) -> None:
    assert said(step, step.blocks) == []


@given(steps(), st.data())
def test_a_part_that_is_lost_is_noticed(step: Step, data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(step.blocks) - 1))
    assert said(step, step.blocks[:lost] + step.blocks[lost + 1 :]) != []


@given(steps(), st.data())
def test_parts_in_another_order_are_noticed(step: Step, data: st.DataObject) -> None:
    blocks = tuple(data.draw(st.permutations(step.blocks)))
    assert bool(said(step, blocks)) is (blocks != step.blocks)


@given(steps(), st.data())
def test_a_part_that_is_altered_is_noticed(step: Step, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(step.blocks) - 1))
    changed = (*step.blocks[:place], altered(step.blocks[place]), *step.blocks[place + 1 :])
    assert said(step, changed) != []

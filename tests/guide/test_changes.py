"""What has changed from one text of a guide to another, drawn as a person would note it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.guide.changes import ChangeSign, StepChange, changes, lost_items
from micra_assistant.guide.model import Guide, Page, Paragraph, Step
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.snapshot import pack, unpack
from tests.builders import HEAD, SOURCES, Files, exchange, literal, words, write_guide
from tests.circuits import CIRCUIT, PICTURE
from tests.drawings import drawing
from tests.spaces import spaced

PAGE = """
    # Get ready {: #ready }

    ## Look at the car {: #look minutes=2 }

    Press the button. No click? Measure.

    The doors lock.

    The alarm is off.

    The lamps light.

    ![The tailgate](diagrams/tailgate.svg)

    - [ ] Doors lock {: #doors }

    ## Power off {: #power-off }

    !!! warning "Short circuit"
        A spanner burns you. Undo the negative clamp only.

        - [ ] Negative off {: #negative-off undo="Connect it" state="negative off" }

    # Measure {: #measure }

    ## Test it {: #test }

    - [ ] Pressed[^meters] {: #pressed unit="Ω" max="1" }

    ## Close {: #close }

    - [ ] Panel on {: #panel-on }
    """
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='9'/>"
OLD: Files = {"10-page.md": "", "diagrams/tailgate.svg": SVG.format(9)}


def guide_in(folder: Path, page: str = PAGE, files: Files | None = None) -> Guide:
    """Return the guide of the steps in ``page``; each ``# `` in it begins a file."""
    chapters = literal(page).split("\n# ")
    pages = {f"{number}0-page.md": f"# {text.removeprefix('# ')}\n" for number, text in enumerate(chapters, 1)}
    return read_guide(write_guide(folder, {**OLD, **pages, **(files or {})}))


@pytest.fixture
def old(tmp_path: Path) -> Guide:
    """Return the guide as it was when the job was begun, unpacked from what was kept of it."""
    now = guide_in(tmp_path / "then")
    return read_guide(unpack(pack(now.folder), tmp_path / "kept"))


def drawn(found: Iterable[StepChange]) -> str:
    """Return the drawing of changes: each step with its kind, its lines below with their signs."""
    lines = []
    for change in found:
        lines.append(f"{change.kind.upper()} {change.step or '(all)'}: {change.title}")
        lines += [f"{line.sign} {line.text}" for line in change.lines]
    return "\n".join(lines)


def compare(old: Guide, folder: Path, changed: dict[str, str], files: Files | None = None) -> str:
    """Return the drawing of what changes when these words of the page are exchanged."""
    page = PAGE
    for before, after in changed.items():
        assert before in page
        page = page.replace(before, after)
    return spaced(drawn(changes(old, guide_in(folder / "now", page, files))))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"../sources.toml": literal(SOURCES) + literal(SOURCES).replace("[meters]", "[m2]").replace("[versa]", "[v2]")},
        {"guide.toml": literal(HEAD).replace("2026.11", "2026.12")},
        {"parts.toml": ""},
    ],
)
def test_what_nobody_sees_is_no_change(old: Guide, tmp_path: Path, files: Files) -> None:
    assert compare(old, tmp_path, {}, files) == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"Press the button. No": "Press the button.\n    No"},
        {"Doors lock {": "Doors lock[^versa] {"},
        {"Measure.": "**Measure**."},
        {"#ready": "#begin"},
    ],
)
def test_how_it_looks_is_no_change(old: Guide, tmp_path: Path, changed: dict[str, str]) -> None:
    assert compare(old, tmp_path, changed) == ""


def test_a_changed_line_stands_between_those_around_it(old: Guide, tmp_path: Path) -> None:
    changed = {"The doors lock.": "The doors lock and unlock.", "- [ ] Doors lock": "- [ ] Doors unlock"}
    assert compare(old, tmp_path, changed) == drawing("""
        CHANGED look: Look at the car
          Press the button. No click? Measure.
        - The doors lock.
        + The doors lock and unlock.
          The alarm is off.
          The lamps light.
          Picture: The tailgate
        - [ ] Doors lock
        + [ ] Doors unlock
        """)


def test_lines_left_out_between_two_changes_are_said(old: Guide, tmp_path: Path) -> None:
    changed = {"Press the": "Push the", "- [ ] Doors lock": "- [ ] Doors unlock"}
    assert compare(old, tmp_path, changed) == drawing("""
        CHANGED look: Look at the car
        - Press the button. No click? Measure.
        + Push the button. No click? Measure.
          The doors lock.
          …
          Picture: The tailgate
        - [ ] Doors lock
        + [ ] Doors unlock
        """)


def test_limits_signal_words_and_what_puts_it_back_are_seen(old: Guide, tmp_path: Path) -> None:
    changed = {'max="1"': 'max="2"', "warning": "danger", 'undo="Connect it"': 'undo="Connect it, 5 Nm"'}
    assert compare(old, tmp_path, changed) == drawing("""
        CHANGED power-off: Power off
        - WARNING: Short circuit
        + DANGER: Short circuit
          A spanner burns you. Undo the negative clamp only.
        - [ ] Negative off · put back: Connect it; until then: negative off
        + [ ] Negative off · put back: Connect it, 5 Nm; until then: negative off
        CHANGED test: Test it
        - [ ] Pressed · 1 Ω or less
        + [ ] Pressed · 2 Ω or less
        """)


def test_titles_and_minutes_are_seen(old: Guide, tmp_path: Path) -> None:
    changed = {
        "# Measure {": "# Measure and close {",
        "Look at the car": "Look",
        " minutes=2": "",
        "#test": "#test minutes=9",
    }
    assert compare(old, tmp_path, changed) == drawing("""
        CHANGED look: Look
        - Look at the car
        + Look
        - about 2 min
        CHANGED test: Test it
        - Chapter: Measure
        + Chapter: Measure and close
        + about 9 min
        """)


def test_new_steps_and_steps_that_are_gone_stand_where_they_are_or_were(old: Guide, tmp_path: Path) -> None:
    changed = {
        "    ## Test it": "    ## Meter {: #meter }\n\n    Leads together.\n\n    ## Test it",
        "#power-off": "#dead",
    }
    assert compare(old, tmp_path, changed) == drawing("""
        GONE power-off: Power off
        - WARNING: Short circuit
        - A spanner burns you. Undo the negative clamp only.
        - [ ] Negative off · put back: Connect it; until then: negative off
        NEW dead: Power off
        + WARNING: Short circuit
        + A spanner burns you. Undo the negative clamp only.
        + [ ] Negative off · put back: Connect it; until then: negative off
        NEW meter: Meter
        + Leads together.
        """)


def test_a_step_that_was_moved_is_said_once_where_it_is_now(old: Guide, tmp_path: Path) -> None:
    before, close = literal(PAGE).split("## Close")
    first, rest = before.split("## Power off")
    page = f"{first}## Close{close}\n## Power off{rest}".replace('max="1"', 'max="3"')
    assert drawn(changes(old, guide_in(tmp_path / "now", page))) == drawing("""
        MOVED close: Close
        - Chapter: Measure
        + Chapter: Get ready
        CHANGED test: Test it
        - [ ] Pressed · 1 Ω or less
        + [ ] Pressed · 3 Ω or less
        """)


def test_another_picture_of_the_same_words_is_seen(old: Guide, tmp_path: Path) -> None:
    assert compare(old, tmp_path, {}, {"diagrams/tailgate.svg": SVG.format(8)}) == drawing("""
        CHANGED look: Look at the car
          The lamps light.
        + Picture: The tailgate (picture changed)
          [ ] Doors lock
        """)


@pytest.mark.parametrize("kind", ["pipe", "link", "device", "large"])
def test_a_picture_that_was_exchanged_since_is_another_one(old: Guide, tmp_path: Path, kind: str) -> None:
    new = guide_in(tmp_path / "now", PAGE)
    exchange(new.folder / "diagrams" / "tailgate.svg", kind)
    (change,) = changes(replace(old, fingerprint=""), new)
    assert [line.text for line in change.lines if line.sign is ChangeSign.NEW] == [
        "Picture: The tailgate (picture changed)"
    ]


def test_the_same_picture_under_another_name_is_no_change(old: Guide, tmp_path: Path) -> None:
    assert compare(old, tmp_path, {"tailgate.svg": "new.svg"}, {"diagrams/new.svg": SVG.format(9)}) == ""


def test_another_reading_of_a_circuit_is_seen(tmp_path: Path) -> None:
    page = f"{literal(PAGE)}\n{PICTURE}\n"
    table = {**CIRCUIT, "diagrams/circuit.toml": CIRCUIT["diagrams/circuit.toml"].replace("12 V", "11 V")}
    before, after = (guide_in(tmp_path / name, page, files) for name, files in (("a", CIRCUIT), ("b", table)))
    (change,) = changes(before, after)
    signs = [line.sign for line in change.lines if line.text.startswith("No fault: A press pulls")]
    assert signs == [ChangeSign.GONE, ChangeSign.NEW]


def test_the_head_is_seen_too(old: Guide, tmp_path: Path) -> None:
    head = literal(HEAD) + '[[tools]]\nname = "Torch"\n'
    assert compare(old, tmp_path, {}, {"guide.toml": head}) == drawing("""
        CHANGED (all): Tailgate button
          Nissan Micra K12
        + • Torch
        """)


def test_items_that_are_gone_are_named(old: Guide, tmp_path: Path) -> None:
    page = PAGE.replace("- [ ] Doors lock {: #doors }", "").replace("#panel-on", "#panel")
    new = guide_in(tmp_path / "now", page)
    assert [item.id for item in lost_items(old, new)] == ["doors", "panel-on"]
    assert [item.id for item in lost_items(new, old)] == ["panel"]
    assert lost_items(old, old) == ()


STEPS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(["one", "two"])), unique_by=lambda step: step[0]
)


@given(STEPS, STEPS)
def test_every_step_that_is_not_as_it_was_is_named_once(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    def made(steps: list[tuple[str, str]]) -> Guide:
        page = Page("page", "Page", tuple(Step(name, name, (Paragraph(words(text)),)) for name, text in steps))
        return Guide("button", "Button", "", "", "1", Path(), (), (page,), {})

    old, new = made(before), made(after)
    found = changes(old, new)
    was, now = dict(before), dict(after)
    kinds = {change.step: change.kind for change in found}
    assert len(kinds) == len(found)
    assert {name for name, kind in kinds.items() if kind == "gone"} == was.keys() - now.keys()
    assert {name for name, kind in kinds.items() if kind == "new"} == now.keys() - was.keys()
    changed = {name for name in was.keys() & now.keys() if was[name] != now[name]}
    assert changed <= {change.step for change in found if change.lines}
    assert [name for name in kinds if name in now] == [name for name in now if name in kinds], "in the new order"
    stayed = [name for name in was if name in now and kinds.get(name) != "moved"]
    assert stayed == [name for name in now if name in stayed], "those that were not moved stand as they stood"


def test_two_guides_of_one_fingerprint_need_no_look(old: Guide) -> None:
    assert changes(old, replace(old, pages=())) == ()

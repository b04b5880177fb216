"""What ``docs/writing-guides.md`` tells authors: its example is sound, its messages are real, nothing is left out."""

import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import fields

from micra_assistant.check import guide_mistakes
from micra_assistant.cli import main
from micra_assistant.cli.parser import parser
from micra_assistant.errors import Mistake
from micra_assistant.guide import items, pictures
from micra_assistant.guide.car import Car, Place
from micra_assistant.guide.circuit import CircuitFile
from micra_assistant.guide.circuit_model import CircuitCase, Point
from micra_assistant.guide.folders import COMMON_FOLDER, GUIDE_FILE, SOURCES_FILE, WORDING_FILE, WORDS_FILE
from micra_assistant.guide.head import Head
from micra_assistant.guide.model import Complaint, Difficulty, SignalWord, Tool
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from micra_assistant.guide.translation import read_guide_in
from micra_assistant.guide.units import UNITS
from micra_assistant.guide.wording import Worded, WordingFile
from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.parts.options import PARTS_FILE, Option, OptionKind, PartsTable
from micra_assistant.parts.reading_rules import Range, ReadingRule
from micra_assistant.search import wordlist as words
from micra_assistant.ui.style.theme import ThemeName, load_theme
from tests.builders import Files

DOCUMENT = (Path(__file__).parents[1] / "docs" / "writing-guides.md").read_text(encoding="utf-8")
EXAMPLE: Files = dict(re.findall(r"^`(guides/[^`]+)`[^\n]*\n```\w+\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL))
"""The files of the worked example: their text by their path."""
TRANSLATION: Files = dict(
    re.findall(r"^Translated: `(guides/[^`]+)`\n```\w+\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
)
"""The files of its translation."""
GUIDE = "guides/plate-light"
HEAD, FIND, CHANGE = (f"{GUIDE}/{name}" for name in ("guide.toml", "10-find-the-fault.md", "20-change-the-bulb.md"))


CONFIRMED_BEFORE = """!!! warning "Hot lamp"
    The lamp burns your fingers. Let it cool.

    - [ ] Sure {: #sure confirms="fuse-out" }"""


class Break(NamedTuple):
    """How the example is broken: in ``file``, what reads ``old`` comes to read ``new``."""

    file: str
    old: str
    new: str


BREAKS = {
    "no source “lamp-practise” in sources.toml: did you mean “lamp-practice”?": Break(
        CHANGE, "[^lamp-practice]", "[^lamp-practise]"
    ),
    "picture diagrams/bulbs.svg does not exist": Break(CHANGE, "(diagrams/bulb.svg)", "(diagrams/bulbs.svg)"),
    "item id “leads” is already used in 10-find-the-fault.md:27": Break(FIND, "{: #fuse unit", "{: #leads unit"),
    "the item needs an id of small letters, digits, dashes: {: #item-id }": Break(FIND, " {: #all-off }", ""),
    "link to step “test-the-fuze”, which does not exist: did you mean “test-the-fuse”?": Break(
        FIND, "plate lights dead | [The fuse](#test-the-fuse)", "plate lights dead | [The fuse](#test-the-fuze)"
    ),
    "no step “see-what-is-wrong” to begin with: did you mean “see-what-is-dead”?": Break(
        HEAD, 'step = "see-what-is-dead"', 'step = "see-what-is-wrong"'
    ),
    "no step “fit-a-new-bulb” to choose the part at: did you mean “fit-the-new-bulb”?": Break(
        HEAD, 'version = "2026.11"', 'version = "2026.11"\npart_step = "fit-a-new-bulb"'
    ),
    'the callout does not say the hazard: !!! warning "The hazard"': Break(
        CHANGE, '!!! warning "Car rolling back"', "!!! warning"
    ),
    "the callout must say, in two sentences, what happens and how to avoid it": Break(
        CHANGE, " Switch the lights off and let it cool first.", ""
    ),
    "item “screws-in”: undoes=“screws” is no earlier item: did you mean “screws-out”?": Break(
        CHANGE, 'undoes="screws-out"', 'undoes="screws"'
    ),
    "item “fuse-in”: undoes=“leads”, but that item has no undo": Break(FIND, 'undoes="fuse-out"', 'undoes="leads"'),
    "item “sure”: confirms=“fuse-in”, but that item opens nothing: it has no state": Break(
        FIND, 'undoes="fuse-out" }', 'undoes="fuse-out" }\n- [ ] Sure {: #sure confirms="fuse-in" }'
    ),
    "item “sure”: confirms=“fuse-out”, but that comes only after it: no step can make it so": Break(
        FIND, "- [ ] Lights and ignition off", f"{CONFIRMED_BEFORE}\n\n- [ ] Lights and ignition off"
    ),
    "item “sure”: it only confirms how the car stands, so it has no undo": Break(
        FIND,
        'undoes="fuse-out" }',
        'undoes="fuse-out" }\n- [ ] Sure {: #sure confirms="fuse-out" undo="Back" state="on" }',
    ),
    "item “fuse-out”: undo (how to put it back) and state (how it is till then) go together": Break(
        FIND, ' state="plate-light fuse out"', ""
    ),
    "item “bulb-out”: no-return has its place in a danger, warning, caution or notice": Break(
        CHANGE, "{: #bulb-out", '{: #bulb-out no-return="A bulb that is out has cooled."'
    ),
    'item “chocked”: no-return is no whole sentence: no-return="What cannot be taken back."': Break(
        CHANGE, "{: #chocked", '{: #chocked no-return="wheel"'
    ),
    "0.5 Ω has no source: say where it comes from with [^id], an entry of sources.toml": Break(
        FIND, "is good.[^meters]", "is good."
    ),
    "unknown attribute “minute”: did you mean “minutes”?": Break(FIND, "minutes=2", "minute=2"),
    "{: … } has its place at the end of a heading or of a line that begins with - [ ]": Break(
        FIND, "- [ ] Dead lights", "- [] Dead lights"
    ),
    "text indented by 4 spaces that belongs to no callout": Break(FIND, "The handbook, or", "    The handbook, or"),
    "“[fuse]: handbook” is not shown: …": Break(
        FIND, "The handbook, or the diagram at the fuse box, names the fuse.", "[fuse]: handbook"
    ),
    "a blank line is missing above this list: …": Break(FIND, "names the fuse.\n\n1.", "names the fuse.\n1."),
    "number 2 after 2: numbers are shown as they are typed, so count up": Break(FIND, "3. One probe", "2. One probe"),
    "unknown key “tool”: did you mean “tools”?": Break(HEAD, "[[tools]]", "[[tool]]"),
    "is not TOML: …": Break(HEAD, 'name = "Screwdriver"', 'name = "Screwdriver'),
}
"""For each message of the table, a slip that brings it about."""


def written(folder: Path, files: Files = EXAMPLE) -> Path:
    """Write the example below ``folder`` and return the folder of its guide."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder / GUIDE


def broken(slip: Break) -> Files:
    """Return the example with a slip in it."""
    text = EXAMPLE[slip.file]
    assert slip.old in text, f"the example has no {slip.old}"
    return {**EXAMPLE, slip.file: text.replace(slip.old, slip.new)}


def is_said(quoted: str, fault: Mistake) -> bool:
    """Whether a fault is in the words quoted; what the ellipsis at their end stands for may differ."""
    return fault.message.startswith(quoted[:-1]) if quoted.endswith(": …") else fault.message == quoted


def section(title: str) -> str:
    """Return what stands below a heading of the document."""
    return DOCUMENT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def named(part: str) -> set[str]:
    """Return every word that a part of the reference sets as code."""
    reference = section("What goes where").split(f"\n### {part}\n")[1].split("\n### ")[0]
    spans = re.findall(r"`([^`\n]+)`", reference)
    return {word for span in spans for word in re.split(r"[\s()\[\]{}<>=\"/,]+", span)}


def keys(*kinds: type) -> set[str]:
    """Return the keys that TOML tables of these kinds may have."""
    return {field.encode_name for kind in kinds for field in fields(kind)}


# the example


def test_the_example_is_whole() -> None:
    assert list(EXAMPLE) == [f"guides/{SOURCES_FILE}", HEAD, FIND, CHANGE, f"{GUIDE}/diagrams/bulb.svg"]


def test_the_example_has_no_fault(tmp_path: Path) -> None:
    assert guide_mistakes(written(tmp_path)) == []


def test_the_example_puts_back_what_it_takes_off_and_cites_all_its_sources(tmp_path: Path) -> None:
    guide = read_guide(written(tmp_path))
    assert [item.id for item in guide.items if item.undo] == ["fuse-out", "chocked", "screws-out", "bulb-out"]
    assert {name for item in guide.items for name in item.undoes} == {item.id for item in guide.items if item.undo}
    assert re.findall(r"^\[(.+)\]$", EXAMPLE["guides/sources.toml"], re.MULTILINE) == sorted(guide.sources)
    assert all(page.items for page in guide.pages)


def test_the_translation_of_the_example_fits(tmp_path: Path) -> None:
    folder = written(tmp_path, {**EXAMPLE, **TRANSLATION})
    assert [str(mistake) for mistake in guide_mistakes(folder)] == []
    guide = read_guide_in(folder, "de")
    assert [step.id for step in guide.steps if not step.untranslated] == ["take-the-bulb-out"]
    assert guide.complaints[0].title == "Die Kennzeichenleuchte geht nicht"
    assert guide.sources["lamp-practice"].title == "Übliche Praxis mit Lampen"


def test_the_picture_of_the_example_keeps_the_drawing_rules() -> None:
    drawing = EXAMPLE[f"{GUIDE}/diagrams/bulb.svg"]
    paints = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing)) - {"none"}
    assert paints <= load_theme(ThemeName.DARK).drawing.keys()
    assert set(re.findall(r"<(\w+)", drawing)) <= pictures._SHAPES
    assert "not to scale" in drawing


# what the program says


@pytest.mark.parametrize(("quoted", "slip"), BREAKS.items(), ids=BREAKS)
def test_a_message_is_what_the_program_says(tmp_path: Path, quoted: str, slip: Break) -> None:
    faults = guide_mistakes(written(tmp_path, broken(slip)))
    assert faults != []
    assert [str(fault) for fault in faults if not is_said(quoted, fault)] == []


def test_the_table_holds_just_the_messages_that_are_tried() -> None:
    assert re.findall(r"^\| `(.+?)` \| ", section("What the message says"), re.MULTILINE) == list(BREAKS)


def test_a_fault_has_the_form_that_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    written(tmp_path, broken(BREAKS["picture diagrams/bulbs.svg does not exist"]))
    monkeypatch.chdir(tmp_path)
    assert main(["check", GUIDE]) == 1
    assert capsys.readouterr().out.replace("\\", "/") == shown


def test_a_sound_guide_is_said_to_be_sound_as_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(written(tmp_path))]) == 0
    assert f"`{capsys.readouterr().out.strip()}`" in DOCUMENT


def test_the_commands_are_those_of_the_program() -> None:
    (commands,) = re.findall(r"^```sh\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
    for command in commands.splitlines():
        program, *arguments = shlex.split(command)
        assert program == parser().prog
        parser().parse_args(arguments)


# what is to be known


@pytest.mark.parametrize(
    ("part", "known"),
    [
        ("Pages and steps", ("#page-id", "#step-id", "minutes")),
        ("Items of the checklist", ("#item-id", *items._EVERY[1:], *items._OF_READING, "count", *UNITS)),
        ("Callouts and gates", SignalWord),
        ("Pictures", (*pictures.PICTURE_SUFFIXES, *pictures._SHAPES, *load_theme(ThemeName.DARK).drawing)),
        ("Circuits", keys(CircuitFile, Point, CircuitCase)),
        ("Sources and badges", (SOURCES_FILE, *keys(Source), *SourceKind, *Scope, *Confidence)),
        ("Common pages", (COMMON_FOLDER, GUIDE_FILE)),
        ("The other files", (GUIDE_FILE, *keys(Head, Tool, Complaint, Car, Place), *Difficulty)),
        ("The other files", (PARTS_FILE, *keys(PartsTable, Option, ReadingRule, Range), *OptionKind, *CURRENCIES)),
        ("The other files", (WORDS_FILE, *keys(words._File, words.Group))),
    ],
)
def test_all_that_the_reader_knows_is_named(part: str, known: Iterable[str]) -> None:
    assert set(known) - named(part) == set()


def test_all_that_a_translation_is_made_of_is_named() -> None:
    told = DOCUMENT.split("\n## A guide in another language\n")[1].split("\n## What the message says\n")[0]
    for name in (WORDING_FILE, *keys(WordingFile, Worded), *items._EVERY[1:], *items._OF_READING):
        assert f"`{name}`" in told or f"`[[{name}]]`" in told, name
    assert "“Not translated yet”" in " ".join(told.split())


def test_the_signs_of_a_badge_are_those_of_the_program() -> None:
    for kind in SourceKind:
        assert f"`{kind}` {Source('', kind, Scope.THIS_CAR, Confidence.HIGH).badge}" in DOCUMENT
    for word in (*Scope, *Confidence):
        assert f"`{word}` {word.sign or 'no sign'}" in DOCUMENT
    assert Source("", SourceKind.MANUAL, Scope.SISTER, Confidence.MEDIUM).badge == "M≈?"
    assert Source("", SourceKind.PRACTICE, Scope.GENERAL, Confidence.HIGH).badge == "P*"
    assert all(badge in DOCUMENT for badge in ("M≈?", "P*"))


def test_the_document_is_linked() -> None:
    readme = Path(__file__).parents[1] / "README.md"
    assert "(docs/writing-guides.md)" in readme.read_text(encoding="utf-8")

"""Letters that no font has are boxes on paper, and they are said."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant import assets
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Closed, Described, Held, Noted, Opened, PhotoAdded
from micra_assistant.paper import letters, setting
from micra_assistant.paper.letters import BOX, boxed, lacking_in, rare_in, words_on
from micra_assistant.paper.ordering import order_of
from micra_assistant.paper.sheets import Sheet, SheetKind
from micra_assistant.paper.typeset import pdf, svg_pages
from tests.builders import guide_fixture, step_file, write_guide
from tests.examples import fewer_examples
from tests.paper.printed import history_of, sheet_of, words_of
from tests.shipped import LIBRARY
from tests.ui.photos import encoded, two_halves

pytestmark = pytest.mark.thorough

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><text x="2" y="25">{}</text></svg>'
NOTHING_HAS = {
    "Chinese": "品",
    "Japanese": "あ",
    "Thai": "ก",
    "emoji": "😀",
    "enclosing mark": "\u20e3",
    "private use": "\U000f0000",
    "private use, and Roboto has a sign for it": "\uee01",
    "unassigned": "\u0378",
    "no letter": "\ufffe",
}
"""Letters that neither our own fonts have nor those that Typst carries, by what they are."""


@pytest.fixture(autouse=True)
def _no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this PC have no fonts but ours, whatever it has."""
    monkeypatch.setattr(setting, "_fonts_of_this_pc", setting._fonts)


guide = guide_fixture(files=step_file("- [ ] Battery off {: #off }"))


def report(guide: Guide, note: str) -> Sheet:
    return sheet_of(guide, SheetKind.REPORT, history_of(Opened("button", "1", "A"), Noted("step", note)))


def set_with(sheet: Sheet, guide: Guide) -> tuple[str, list[str]]:
    """Return the words of a sheet, and what was said of it; the preview says the same."""
    said, said_of_preview = list[str](), list[str]()
    text = " ".join(words_of(pdf(sheet, guide.folder, tell=said.append)))
    svg_pages(sheet, guide.folder, tell=said_of_preview.append)
    assert said == said_of_preview
    return text, said


@pytest.mark.parametrize("letter", NOTHING_HAS.values(), ids=NOTHING_HAS)
def test_a_letter_that_no_font_has_is_a_box_and_said_once(guide: Guide, letter: str) -> None:
    text, said = set_with(report(guide, f"note q{letter} e{letter}"), guide)
    assert f"note q{BOX} e{BOX}" in text
    assert "□ stands for a letter that could not be set." in text
    (words,) = said
    names = {"品": "CJK 品", "あ": "Hiragana あ", "ก": "Thai ก", "😀": "grinning face 😀"}
    shown = names.get(letter, f"{unicodedata.name(letter, '').lower()} U+{ord(letter):04X}".strip())
    assert words.startswith(f"These letters cannot be set on this PC, □ is printed for each: {shown} (in “note q")


@pytest.mark.parametrize("words", ["Ω µ → ± °C №5 «Ж» ½ ✓", "שלום", "مرحبا", "क्षत्रिय", "e\u0301 x\u0301", "a\u200bb"])
def test_what_can_be_set_is_not_talked_about(guide: Guide, words: str) -> None:
    text, said = set_with(report(guide, words), guide)
    assert said == []
    assert BOX not in text
    assert "stands for a letter" not in text


def test_whatever_is_typed_is_looked_at(guide: Guide) -> None:
    names = iter("品川京都東大阪横浜市名")
    acts = (
        Opened("button", "1", next(names)),
        Described(next(names), next(names), complaint=next(names)),
        Noted("step", next(names)),
        PhotoAdded("step", "p1", next(names), 40, 30),
        Closed(next(names), next(names), Held.NO, next(names), (), ""),
    )
    sheet = sheet_of(guide, SheetKind.REPORT, history_of(*acts, by=next(names)))
    said: list[str] = []
    text = " ".join(words_of(pdf(sheet, guide.folder, lambda _photo: encoded(two_halves(), "jpg"), said.append)))
    (words,) = said
    printed = set("川京都東大阪横浜市")  # the first registration is not the one in the end
    assert printed <= set(words.split(" (in ")[0])
    assert not printed & set(text)


@pytest.mark.parametrize("kind", [SheetKind.CHECKLIST, SheetKind.GUIDE])
@pytest.mark.parametrize("letter", ["品", "\x07", "q\u20e3"])
def test_the_words_of_a_guide_are_looked_at(tmp_path: Path, kind: SheetKind, letter: str) -> None:
    guide = read_guide(write_guide(tmp_path, step_file(f"- [ ] Battery{letter} off {{: #off }}")))
    text, said = set_with(sheet_of(guide, kind, history_of(Opened("button", "1", "A"))), guide)
    assert len(said) == 1
    assert f"Battery{letter[:-1]}{BOX} off" in text


@pytest.mark.parametrize("written", ["品", "&#x54c1;", "&#21697;"])
def test_a_letter_in_a_drawing_is_looked_at(tmp_path: Path, written: str) -> None:
    files = {**step_file("![It](it.svg)\n\n- [ ] Battery off {: #off }"), "it.svg": DRAWING.format(f"A {written} B")}
    guide = read_guide(write_guide(tmp_path, files))
    _, said = set_with(sheet_of(guide, SheetKind.GUIDE, history_of(Opened("button", "1", "A"))), guide)
    (words,) = said
    assert "each: CJK 品 (in the picture it.svg)" in words


def test_the_fonts_of_this_pc_are_asked_too(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    roboto = assets.fonts_folder()
    assert roboto
    few = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[roboto])
    more = setting._fonts()
    monkeypatch.setattr(setting, "_fonts", lambda: few)
    monkeypatch.setattr(setting, "_fonts_of_this_pc", lambda: more)
    text, said = set_with(report(guide, "a → b שלום"), guide)
    assert said == []
    assert BOX not in text
    _, said = set_with(report(guide, "a → b שלום 品"), guide)
    assert "each: CJK 品 (in" in said[0]


def test_the_letters_that_are_not_asked_about_are_in_every_face(guide: Guide) -> None:
    ordinary = [chr(code) for code in range(32, 0x3000) if not letters._RARE.match(chr(code))]
    faces = ("weight: 400", "weight: 700", "weight: 900", 'style: "italic"')
    shown = "\n".join(f'#text({face}, font: "Roboto")[#for one in json("letters.json") [#one ]]' for face in faces)
    main = f'#set document(title: "All")\n{shown}'
    given = {"main.typ": main.encode(), "letters.json": json.dumps(ordinary).encode()}
    with setting._plain_errors():
        setting._compiler(given).compile(format="pdf", pdf_standards=["ua-1"])
    assert BOX in ordinary
    assert len(ordinary) > 1500


def test_an_ordinary_sheet_is_not_looked_at_closely(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sheet] = []
    monkeypatch.setattr(setting, "_lacking", lambda sheet, *_: asked.append(sheet))
    pdf(report(guide, "Ω µ → ± °C №5 «Ж» ½"), guide.folder)
    assert asked == []
    svg_pages(report(guide, "שלום"), guide.folder)
    assert len(asked) == 1


def test_the_guides_that_ship_are_ordinary() -> None:
    library = LIBRARY
    for guide in map(library.guide, library.names()):
        sheet = sheet_of(guide, SheetKind.GUIDE, history_of(Opened(guide.id, "1", "AB12 CDE")))
        assert rare_in(setting._input(order_of(sheet, guide.folder))) == set()


@fewer_examples(0.15)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8))
def test_whatever_is_written_a_sheet_is_set_and_nothing_goes_unsaid(guide: Guide, typed: str) -> None:
    said: list[str] = []
    text = " ".join(words_of(pdf(report(guide, typed), guide.folder, tell=said.append)))
    assert (f"{BOX} stands for" in text) == bool(said)


GIVEN = {
    "sheet.json": json.dumps(
        {"sheet": {"note": "a 品 b", "path": "品.svg", "list": [["品", 1, None]]}, "pictures": {"品.svg": "p-0.svg"}},
        ensure_ascii=False,
    ).encode(),
    "p-0.svg": DRAWING.format("&#x54c1;&#65;").encode(),
    "main.typ": "品".encode(),
}


def test_names_of_files_stay_when_words_get_boxes() -> None:
    done = boxed(GIVEN, {"品"})
    data = json.loads(done["sheet.json"])
    assert data["sheet"] == {"note": "a □ b", "path": "品.svg", "list": [["□", 1, None]]}
    assert (data["pictures"], data["boxed"]) == ({"品.svg": "p-0.svg"}, True)
    assert "□&#65;" in done["p-0.svg"].decode()
    assert done["main.typ"] == GIVEN["main.typ"]
    assert rare_in(GIVEN) == {"品"}
    assert rare_in(done) == set()


def test_the_sentence_is_no_longer_than_a_person_reads() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E20)))
    given = {"sheet.json": json.dumps({"notes": [many, *many], "pictures": {}}).encode()}
    words = words_on(given, set(many))
    assert "一 丁 丂 七" in words
    assert " and 20 more (in “一”, “丁”, …); install a font" in words
    long = {"sheet.json": json.dumps({"note": "x" * 50 + "品", "pictures": {}}).encode()}
    assert f"(in “{'x' * 39}…”)" in words_on(long, {"品"})


def test_letters_of_one_script_and_signs_are_named_for_a_screen_that_cannot_show_them() -> None:
    given = {"sheet.json": json.dumps({"notes": ["ทย東🛠🚗\ue000"], "pictures": {}}).encode()}
    named = "Thai ท ย, CJK 東, U+E000, automobile 🚗, hammer and wrench 🛠 (in"
    assert f"for each: {named}" in words_on(given, set("ทย東🛠🚗\ue000"))


def test_what_typst_says() -> None:
    said = 'error: PDF/UA-1 error: the text `"q\\u{20e3}品"` could not be displayed with font `"Roboto"`'
    assert lacking_in(said) == frozenset({"\u20e3", "品"})
    assert lacking_in("error: file not found") is None
    assert re.search("no font", str(setting._MissingLettersError(frozenset("品"))))

"""A guide is shown in the language of the person as far as it is translated; all else is in English, and marked."""

from pathlib import Path

import pytest

from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.folders import guide_folders, is_guide, language_folders
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Callout, Diagram, Guide, Reading, Step, plain
from micra_assistant.guide.picturefiles import picture_content
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.snapshot import fingerprint_of, pack, unpack
from micra_assistant.guide.translation import read_guide_in
from micra_assistant.parts.options import parts_of
from tests.builders import Files, exchange, rewrite, write_guide
from tests.circuits import CIRCUIT, PICTURE, TABLE
from tests.translations import LANGUAGE, PAGE, RUSSIAN, WORDING, altered, write_translated
from tests.ui.small_guide import GUIDE


def russian(folder: Path, translation: Files = RUSSIAN) -> Guide:
    """Return the small guide in the language of a translation."""
    return read_guide_in(write_translated(folder, translation), LANGUAGE)


def labels(step: Step) -> list[str]:
    """Return the words of the items of a step."""
    return [plain(item.label) for item in step.items]


# what is shown


def test_pages_steps_and_items_are_in_the_language(tmp_path: Path) -> None:
    guide = russian(tmp_path)
    assert (guide.language, guide.title, guide.trouble) == (LANGUAGE, "Кнопка багажника", "")
    assert [page.title for page in guide.pages] == ["Подготовка", "Замер и сборка"]
    assert labels(guide.step("look")) == ["Двери запираются", "Аккумулятор в покое"]
    assert guide.sources["meters"].title == "Как показывает прибор"
    parts = parts_of(guide)
    assert parts
    assert [option.name for option in parts.options] == ["Original", "Б/у деталь"]


def test_a_step_that_is_missing_is_in_english_in_its_place_and_marked(tmp_path: Path) -> None:
    guide = russian(tmp_path)
    assert [(step.id, step.untranslated) for step in guide.steps] == [
        ("look", False),
        ("power-off", False),
        ("measure", True),
        ("close", False),
    ]
    assert labels(guide.step("measure")) == labels(read_guide(guide.folder).step("measure"))


def test_ids_limits_and_gates_are_those_of_the_english_guide(tmp_path: Path) -> None:
    guide = russian(tmp_path)
    english = read_guide(guide.folder)
    assert [item.id for item in guide.items] == [item.id for item in english.items]
    assert [item.gate for item in guide.items] == [item.gate for item in english.items]
    battery, original = guide.item("battery"), english.item("battery")
    assert isinstance(battery, Reading)
    assert isinstance(original, Reading)
    assert (battery.unit, battery.low, battery.high) == (original.unit, original.low, original.high)
    assert guide.fingerprint == english.fingerprint


@pytest.mark.parametrize(
    "change",
    [
        ('max="13"', 'max="14"'),
        ("#doors", "#door"),
        ("[^meters] Нет", " Нет"),
    ],
)
def test_a_step_that_does_something_else_is_not_shown(tmp_path: Path, change: tuple[str, str]) -> None:
    guide = russian(tmp_path, altered(PAGE, change))
    assert guide.step("look").untranslated
    assert "doors" in {item.id for item in guide.step("look").items}
    assert not guide.step("power-off").untranslated


def test_minutes_need_not_be_said_again(tmp_path: Path) -> None:
    assert russian(tmp_path, altered(PAGE, (" minutes=2", ""))).step("look").minutes == 2


def test_a_guide_without_a_translation_is_as_it_is(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, GUIDE)
    assert read_guide_in(folder, LANGUAGE) == read_guide(folder)


def test_english_is_never_translated(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, {**GUIDE, f"../en/button/{PAGE}": RUSSIAN[PAGE]})
    assert read_guide_in(folder, "en") == read_guide(folder)


# pictures


def picture(guide: Guide) -> bytes:
    """Return what is shown at the first step."""
    (diagram,) = [block for block in guide.step("look").blocks if isinstance(block, Diagram)]
    return picture_content(guide.folder, diagram.path)


def test_a_picture_of_the_language_is_shown(tmp_path: Path) -> None:
    assert "сзади" in picture(russian(tmp_path)).decode()


def test_without_one_the_english_picture_is_shown(tmp_path: Path) -> None:
    translation = {name: text for name, text in RUSSIAN.items() if not name.endswith(".svg")}
    guide = russian(tmp_path, translation)
    assert not guide.step("look").untranslated
    assert "сзади" not in picture(guide).decode()


STEP = f"# Page {{: #page }}\n\n## Step {{: #step }}\n\nSee it.\n\n{PICTURE}\n\n- [ ] Seen {{: #seen }}\n"


def circuit_of(folder: Path, table: str) -> tuple[bool, str]:
    """Return whether a translated circuit is not shown, and what its first case is called."""
    translated = {"../ru/button/10-page.md": STEP, "../ru/button/diagrams/circuit.toml": table} if table else {}
    files = {"10-page.md": STEP, **CIRCUIT, "../ru/button/10-page.md": STEP, **translated}
    step = read_guide_in(write_guide(folder, files), LANGUAGE).steps[0]
    (circuit,) = [block for block in step.blocks if isinstance(block, Circuit)]
    return step.untranslated, circuit.cases[0].name


def test_a_circuit_is_that_of_the_english_guide_or_its_names_are_translated(tmp_path: Path) -> None:
    name = circuit_of(tmp_path / "english", "")[1]
    assert circuit_of(tmp_path / "words", TABLE.replace(name, "Исправно")) == (False, "Исправно")


def test_a_circuit_that_reads_other_values_is_not_shown(tmp_path: Path) -> None:
    assert circuit_of(tmp_path, TABLE.replace("12 V", "11 V"))[0]


# common pages

COMMON: Files = {
    "guide.toml": """
        format = 1
        title = "Button"
        car = "K12"
        version = "1"
        common = ["30-meter.md"]
        """,
    "../common/meter.md": "# Meter {: #meter }\n\n## Zero {: #zero }\n\nTouch.\n\n- [ ] Zero {: #zeroed }\n",
}


def test_a_common_page_is_translated_once_for_all(tmp_path: Path) -> None:
    here = "# Прибор {: #meter }\n\n## Ноль {: #zero }\n\nКоснитесь.\n\n- [ ] Ноль {: #zeroed }\n"
    folder = write_translated(tmp_path, {**RUSSIAN, "../common/meter.md": here}, {**GUIDE, **COMMON})
    assert labels(read_guide_in(folder, LANGUAGE).step("zero")) == ["Ноль"]


# the library


def test_the_library_gives_guides_and_complaints_in_its_language(tmp_path: Path) -> None:
    library = Library(write_translated(tmp_path).parent)
    assert library.guide("button").title == "Tailgate button"
    library.speak(LANGUAGE)
    assert library.guide("button").title == "Кнопка багажника"
    assert [way.title for way in library.ways_in()] == ["Кнопка багажника"]


def test_each_language_is_kept_for_itself(tmp_path: Path) -> None:
    folder = write_translated(tmp_path)
    cache = GuideCache(tmp_path / "cache")
    for language, title in (("en", "Tailgate button"), (LANGUAGE, "Кнопка багажника")) * 2:
        assert Library(folder.parent, cache, language).guide("button").title == title
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_what_is_kept_counts_only_while_the_translation_stays(tmp_path: Path) -> None:
    folder, cache = write_translated(tmp_path), GuideCache(tmp_path / "cache")
    Library(folder.parent, cache, LANGUAGE).guide("button")
    rewrite(folder.parent / LANGUAGE / "button" / WORDING, "Кнопка багажника", "Кнопка")
    assert Library(folder.parent, cache, LANGUAGE).guide("button").title == "Кнопка"


def test_a_folder_of_a_language_is_no_guide(tmp_path: Path) -> None:
    folder = write_translated(tmp_path)
    translation = folder.parent / LANGUAGE / "button"
    assert not is_guide(translation)
    assert guide_folders([folder.parent]) == [folder]
    assert guide_folders([translation.parent]) == []
    assert Library(folder.parent).names() == ("button",)


def test_a_guide_with_a_short_name_is_no_language(tmp_path: Path) -> None:
    guides = write_guide(tmp_path, GUIDE).parent
    (guides / "button").rename(guides / "abs")
    assert language_folders(guides) == {}
    assert Library(guides, language="abs").guide("abs").language == "en"


# what is not sound


@pytest.mark.parametrize("name", [PAGE, WORDING])
@pytest.mark.parametrize("kind", ["link", "pipe", "large"])
def test_a_translation_that_cannot_be_read_leaves_the_guide_in_english(tmp_path: Path, name: str, kind: str) -> None:
    folder = write_translated(tmp_path)
    exchange(folder.parent / LANGUAGE / "button" / name, kind)
    guide = read_guide_in(folder, LANGUAGE)
    assert (guide.language, guide.title) == ("en", "Tailgate button")
    assert f"{name}:1: " in guide.trouble
    assert not any(step.untranslated for step in guide.steps)


def test_a_page_with_mistakes_leaves_the_guide_in_english(tmp_path: Path) -> None:
    guide = russian(tmp_path, altered(PAGE, (" {: #doors }", "")))
    assert guide.language == "en"
    assert f"{PAGE}:9: the item needs an id" in guide.trouble


# the text that a job keeps


def test_a_kept_text_holds_every_language(tmp_path: Path) -> None:
    guide = russian(tmp_path)
    packed = pack(guide.folder)
    assert fingerprint_of(packed) == guide.fingerprint
    kept = unpack(packed, tmp_path / "kept")
    again = read_guide_in(kept, LANGUAGE)
    assert (again.pages, again.words, again.fingerprint) == (guide.pages, guide.words, guide.fingerprint)
    assert read_guide(kept).title == "Tailgate button"


def test_another_word_of_a_translation_is_another_text(tmp_path: Path) -> None:
    before = russian(tmp_path).fingerprint
    assert russian(tmp_path, altered(PAGE, ("Осмотрите", "Обойдите"))).fingerprint != before


def test_a_guide_without_translation_has_the_fingerprint_that_it_always_had(tmp_path: Path) -> None:
    before = read_guide(write_guide(tmp_path, GUIDE)).fingerprint
    write_guide(tmp_path, {**GUIDE, "../ru/lamp/10-page.md": RUSSIAN[PAGE], "../ru/wording.toml": ""})
    assert read_guide(tmp_path / "guides" / "button").fingerprint == before


def test_a_translation_that_cannot_be_read_is_left_out_of_the_text(tmp_path: Path) -> None:
    folder = write_translated(tmp_path)
    exchange(folder.parent / LANGUAGE / "button" / PAGE, "large")
    kept = unpack(pack(folder), tmp_path / "kept")
    assert read_guide_in(kept, LANGUAGE) == read_guide(kept)


def test_a_callout_keeps_its_signal_word(tmp_path: Path) -> None:
    guide = russian(tmp_path, altered(PAGE, ("!!! warning", "!!! caution")))
    callouts = [block for block in guide.step("power-off").blocks if isinstance(block, Callout)]
    assert [callout.signal for callout in callouts] == ["warning"]
    assert guide.step("power-off").untranslated

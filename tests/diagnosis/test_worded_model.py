"""A fault model and a parts table in another language: other words, the same ids and numbers."""

from pathlib import Path

from msgspec import json
from msgspec.structs import replace

from micra_assistant.diagnosis.modelfile import read_entry
from micra_assistant.diagnosis.worded_model import model_in
from micra_assistant.parts.options import parts_in, parts_of, read_parts
from tests.diagnosis.lamp import LAMP, guide_with, read_in


def marked(words: str) -> str:
    """Return words that can be told from those that were left in English."""
    return f"«{words}»"


def unmarked(value: object) -> str:
    """Return a value as text, without the marks."""
    return json.encode(value).decode().replace("«", "").replace("»", "")


def test_all_words_of_a_model_are_in_the_language_and_nothing_else_is_another(tmp_path: Path) -> None:
    entry = read_entry(guide_with(tmp_path, {"faults.toml": LAMP}).folder / "faults.toml")
    here = model_in(entry, marked)
    assert unmarked(here) == unmarked(entry)
    told = [here.title, here.basis, here.give_up.text, *(fault.text for fault in here.faults)]
    told += [words for test in here.tests for words in (test.ask, *test.answers.values())]
    told += [*(repair.text for repair in here.repairs), *(work.text for work in here.access)]
    assert all(words.startswith("«") for words in told)


def test_a_guide_in_a_language_has_its_model_in_it(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, {"faults.toml": LAMP})
    first = read_in(guide).faults[0]
    here = read_in(replace(guide, words={first.text: "Лампа"})).faults[0]
    assert (here.text, here.id, here.weight) == ("Лампа", first.id, first.weight)


def test_all_words_of_the_parts_are_in_the_language_and_nothing_else_is_another(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, {"faults.toml": LAMP})
    table = read_parts(guide.folder)
    assert table
    here = parts_in(table, marked)
    assert unmarked(here) == unmarked(table)
    assert all(words.startswith("«") for words in (here.part, here.market, *(option.name for option in here.options)))
    assert parts_of(replace(guide, words={table.part: "Деталь"})) == replace(table, part="Деталь")

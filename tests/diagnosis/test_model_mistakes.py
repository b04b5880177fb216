"""What is wrong with a model file, each mistake in its line; and that nothing else ever happens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.diagnosis.fault_model import OTHER, Model
from micra_assistant.diagnosis.modelfile import read_model
from micra_assistant.diagnosis.trust import CAP
from tests.builders import compare_faults, faults_found
from tests.diagnosis.lamp import LAMP, changed, check_lamp, guide_with, read_in


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str], None]:
    """Return what checks that just the faults that a text points at are found in it."""
    return partial(check_lamp, tmp_path)


def test_a_file_that_says_little(check: Callable[[str], None]) -> None:
    check(
        """
        format = 1 ◀ “basis” is missing ◀ “faults” is missing ◀ “give_up” is missing ◀ “repairs” is missing
        id = "x"
        title = "T"
        test = [] ◀ unknown key “test”: did you mean “tests”?
        """
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 1", "format = 2 ◀ format 2 is newer than this program knows"),
        ('id = "plate-light"', 'id = "Plate Light" ◀ “Plate Light” is no id'),
        ('title = "The plate light is dark"', 'title = " " ◀ “title” must not be empty'),
        ('basis = "author\'s estimate"', 'basis = "" ◀ “basis” must not be empty'),
        ('currency = "EUR"', 'currency = "EURO" ◀ no currency “EURO”: did you mean “EUR”?'),
        ("rate_per_hour = 60", "rate_per_hour = 0 ◀ must say what an hour of work costs"),
        ("rate_per_hour = 60", "rate_per_hour = nan ◀ must say what an hour of work costs"),
        ("rate_per_hour = 60", "rate_per_hour = 60\ndoubt = 0.5 ◀ must be a number from 1 to 1000"),
        ("rate_per_hour = 60", "rate_per_hour = 60\ndoubt = nan ◀ must be a number from 1 to 1000"),
        ('text = "Send it to an electrician"', 'text = "" ◀ “text” must not be empty'),
        ("money = 100", "money = -1 ◀ “money” is an amount of 0 or more"),
        ("minutes = 30", "minutes = inf ◀ “minutes” are a number from 0 to 10000"),
        ('id = "change-fuse"', 'id = "others" ◀ “others” is no id'),
        ("minutes = 4", 'minutes = "4" ◀ “minutes”: Expected `float | null`, got `str`'),
        ("weight = 60", "weight = 0 ◀ “weight” is how many of 100 cars"),
        ("weight = 60", "weight = nan ◀ “weight” is how many of 100 cars"),
        ("weight = 60", "weight = 101 ◀ “weight” is how many of 100 cars"),
        ('id = "change-fuse"', 'id = "change-bulb" ◀ the id “change-bulb” is already used: give this one another'),
        ('id = "ohms"', 'id = "look" ◀ the id “look” is already used'),
        ('id = "change-bulb"', 'id = "ohms" ◀ the id “ohms” is already used'),
        ('trust = "sure"', 'trust = "sur" ◀ no trust “sur”: did you mean “sure”?'),
        ('trust = "sure"', 'trust = "95" ◀ no trust “95”; there is: sure, reliable, fair, weak'),
        ('access = "lens"\ntrust', 'access = "lense" ◀ no access “lense”: did you mean “lens”?\ntrust'),
        ('access = "lens"\nfixes', 'access = "lense" ◀ no access “lense”: did you mean “lens”?\nfixes'),
        ('stale = ["look"]', 'again = "looks" ◀ no test “looks”: did you mean “look”?'),
        ('stale = ["look"]', 'stale = ["looks"] ◀ no test “looks”: did you mean “look”?'),
        ('ask = "Ohms of the fuse?"', 'ask = "" ◀ “ask” must not be empty'),
        ('blown = "Blown" }', 'blown = "" } ◀ answer “blown” has no words'),
        ('blown = "Blown" }', 'blown = "Blown", any = "Any" } ◀ “any” is no id'),
    ],
)
def test_a_word_or_number_that_cannot_be(check: Callable[[str], None], old: str, new: str) -> None:
    check(changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('bulb = "good"', 'bulbs = "good" ◀ no fault “bulbs”: did you mean “bulb”?\nothers = "good"'),
        ('bulb = "good"', 'bulb = "god" ◀ no answer “god”: did you mean “good”?'),
        ('bulb = "good"', "bulb = 5 ◀ “bulb”: write an answer, “any”, or { answer = per cent }"),
        ("{ blown = 100 }", "{ blown = 60, good = 30 } ◀ “fuse”: the answers add to 90, not to 100"),
        ("{ blown = 100 }", "{ blow = 100 } ◀ no answer “blow”: did you mean “blown”?"),
        ("{ blown = 100 }", '{ blown = "100" } ◀ “fuse”: per cent are numbers from 0 to 100'),
        ("{ blown = 100 }", "{ blown = true } ◀ “fuse”: per cent are numbers from 0 to 100"),
        ("{ blown = 100 }", "{ blown = nan } ◀ “fuse”: per cent are numbers from 0 to 100"),
        ("{ blown = 100 }", "{ blown = 150, good = -50 } ◀ “fuse”: per cent are numbers from 0 to 100"),
        ("[tests.expect]\nbulb", "[tests.expect] ◀ nothing is expected of “bulb”: name it, or add “others”\nother"),
        ('"whole", bulb = "broken" }', '"hole", bulb = "broken" } ◀ no answer “hole”: did you mean “whole”?'),
        ('fixes = { fuse = "half" }', 'fixes = { fuze = "half" } ◀ no fault “fuze”: did you mean “fuse”?'),
        (
            'fixes = { fuse = "half" }',
            'fixes = { fuse = "allways" } ◀ did you mean “always”? ◀ a repair cures something',
        ),
        ('fixes = { fuse = "half" }', "fixes = { fuse = 101 } ◀ or per cent from 0 to 100 ◀ a repair cures something"),
        ('fixes = { fuse = "half" }', "fixes = {} ◀ a repair cures something: say what in “fixes”"),
        ('fixes = { fuse = "half" }', "fixes = { fuse = 0 } ◀ a repair cures something: say what in “fixes”"),
    ],
)
def test_an_expectation_that_cannot_be(check: Callable[[str], None], old: str, new: str) -> None:
    check(changed(old, new))


def test_faults_in_tables_of_their_own_have_their_lines(check: Callable[[str], None]) -> None:
    text = changed(
        'fixes = { fuse = "half" }',
        """
        [repairs.fixes]
        fuse = "half"
        bulbe = "often"      ◀ no fault “bulbe”: did you mean “bulb”?
        """.replace("        ", ""),
    )
    check(changed("fuse = { blown = 100 }", "fuse = { blown = 99 }      ◀ “fuse”: the answers add to 99", text))


@pytest.mark.parametrize("answers", ['{ good = "Good" }', "{}"])
def test_a_test_has_something_to_tell_apart(check: Callable[[str], None], answers: str) -> None:
    check(changed('{ good = "Good", blown = "Blown" }', f"{answers} ◀ a test has 2 to 8 “answers”"))


def test_a_model_has_a_fault_and_a_repair(check: Callable[[str], None]) -> None:
    head = LAMP[: LAMP.index("[give_up]")]
    nothing = "faults = [] ◀ at least one of the “faults”\nrepairs = [] ◀ at least one of the “repairs”\n"
    check(f'{head}{nothing}[give_up]\ntext = "Send it off"\n')


def test_a_model_has_an_end(check: Callable[[str], None]) -> None:
    one = '[[access]]\nid = "a{}"\ntext = "A"\nminutes = 1\n'
    many = "".join(one.format(number) for number in range(19))
    check(f"{LAMP}{many}{one.format(19).replace(']]', ']] ◀ at most 20 “access”, not 21')}")


def test_currency_and_rate_are_needed_from_somewhere(check: Callable[[str], None]) -> None:
    text = changed('currency = "EUR"\nrate_per_hour = 60\n', "").removeprefix("\nformat = 1")
    check(f"format = 1 ◀ “currency” is missing ◀ “rate_per_hour” must say{text}")


def test_a_model_is_in_the_currency_of_its_prices(tmp_path: Path) -> None:
    text = changed('"EUR"', '"GBP" ◀ “currency” is not that of the parts table, EUR')
    guide = guide_with(tmp_path, {"faults.toml": text})
    compare_faults(faults_found(lambda: read_in(guide)), {"faults.toml": text})


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "faults.toml").write_text("#" * 500_001)
    (fault,) = faults_found(lambda: read_model(tmp_path / "faults.toml"))
    assert fault.message == "is too large: at most 500000 bytes"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (fault,) = faults_found(lambda: read_model(tmp_path / "faults.toml"))
    assert fault.message == "cannot be read: No such file or directory"


# anything at all

LINES = LAMP.strip().split("\n")
NUMBERS = ["5", "-5", "1e9", "1e400", f"1{'0' * 400}", "nan", "inf"]
TABLES = ["{}", "{ good = 50, blown = 50 }", '{ to = "OL" }', "{ good = { from = nan } }"]
VALUE = st.sampled_from(
    [*NUMBERS, *TABLES, '"T"', '"any"', "[]", "[1]", "true", "1979-05-27", '["look"]', '"sure"', '""']
)
KEY = st.sampled_from([line.split(" = ")[0] for line in LINES if " = " in line])
EDIT = st.one_of(
    st.tuples(st.just("drop"), st.just("")),
    st.tuples(st.just("twice"), st.just("")),
    st.tuples(st.just("put"), st.builds("{} = {}".format, KEY, VALUE)),
    st.tuples(st.just("put"), st.sampled_from(["[[tests]]", "[[faults]]", "[tests.limits]", "[access]", "[x.y]"])),
    st.tuples(st.just("value"), VALUE),
    st.tuples(st.just("put"), st.text(max_size=10)),
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), EDIT), max_size=6))
def test_any_text_is_a_sound_model_or_faults_in_its_lines(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, tuple[str, str]]]
) -> None:
    lines = list(LINES)
    for place, (how, text) in edits:
        old = lines[place]
        lines[place] = {
            "drop": "",
            "twice": f"{old}\n{old}",
            "put": f"{old}\n{text}",
            "value": f"{old.split(' = ')[0]} = {text}" if " = " in old else old,
        }[how]
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text("\n".join(lines), encoding="utf-8", newline="")
    count = file.read_text(encoding="utf-8").count("\n") + 1
    found = faults_found(lambda: check_sound(read_model(file)))
    assert all(1 <= fault.line <= count for fault in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_faults(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "bytes.toml"
    file.write_bytes(content)
    assert faults_found(lambda: read_model(file))


def check_sound(model: Model) -> None:
    """Check that a model can be worked with."""
    assert sum(model.shares.values()) == pytest.approx(1)
    assert OTHER in model.shares
    costs = [model.give_up.cost, *(access.cost for access in model.access), *(repair.cost for repair in model.repairs)]
    costs += [test.cost for test in model.tests]
    assert all(0 <= cost.at(model.rate_per_hour) < float("inf") for cost in costs)
    for test in model.tests:
        assert test.likely.keys() == test.answers.keys()
        for fault in model.shares:
            column = [test.likely[answer][fault] for answer in test.answers]
            assert sum(column) == pytest.approx(1, abs=1e-9)
            assert all(0 < share < 1 for share in column)
    assert all(0 < share <= CAP for repair in model.repairs for share in repair.fixes.values())

"""What ``micra-assistant check`` says of the models of a guide."""

from collections.abc import Callable
from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.diagnosis import modelcheck
from micra_assistant.diagnosis.modelcheck import remarks_on, unseparated
from tests.builders import compare_faults, write_guide
from tests.diagnosis.lamp import read_lamp

LAMP = """
    format = 1
    id = "plate-light"
    title = "The plate light is dark"
    basis = "author's estimate"
    currency = "EUR"
    rate_per_hour = 60

    [give_up]
    text = "Send it off"
    minutes = 30
    money = 200

    [[faults]]
    id = "bulb"
    text = "Bulb blown"
    weight = 50

    [[faults]]
    id = "fuse"
    text = "Fuse blown"
    weight = 47

    [[tests]]
    id = "other-lights"
    ask = "Are other lights dead?"
    minutes = 1
    trust = "reliable"
    answers = { no = "No", yes = "Yes" }
    expect = { bulb = "no", fuse = "yes" }

    [[repairs]]
    id = "change-bulb"
    text = "Change the bulb"
    minutes = 10
    money = 40
    fixes = { bulb = "always" }

    [[repairs]]
    id = "change-fuse"
    text = "Change the fuse"
    minutes = 10
    money = 30
    fixes = { fuse = "always" }
    """
"""A model with one test, which decides all: each remark on what is changed or added stands alone."""
MORE = """
    [[faults]]
    id = "wire"
    text = "Wire broken"
    weight = 20

    [[repairs]]
    id = "mend-wire"
    text = "Mend the wire"
    minutes = 40
    money = 5
    fixes = { wire = "always" }
    """
NEEDLESS = """
    [[tests]]
    id = "colour"
    ask = "What colour is the car?"
    minutes = 5
    trust = "sure"
    answers = { red = "Red", blue = "Blue" }
    expect = { others = "any" }
    """
DEAR = """
    [[tests]]
    id = "at-the-dealer"
    ask = "What does the dealer find?"
    minutes = 900
    trust = "sure"
    answers = { bulb = "The bulb", fuse = "The fuse" }
    expect = { bulb = "bulb", fuse = "fuse" }
    """


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str], None]:
    """Return what checks that just the remarks that a text points at are made on a model."""

    def check(text: str) -> None:
        compare_faults(remarks_on(read_lamp(tmp_path, text), tmp_path / "faults.toml"), {"faults.toml": text})

    return check


def test_a_good_model_needs_no_remark(check: Callable[[str], None]) -> None:
    check(LAMP)


def test_faults_that_no_test_tells_apart(check: Callable[[str], None]) -> None:
    wire = "“bulb” and “wire” give the same answers to every test, but other repairs cure them"
    text = LAMP.replace('fuse = "yes" }', 'fuse = "yes", wire = "no" }')
    check(text + MORE.replace('id = "wire"', f'id = "wire" ◀ {wire}'))


def test_faults_that_the_same_repairs_cure_need_not_be_told_apart(tmp_path: Path) -> None:
    text = LAMP.replace('fuse = "yes" }', 'fuse = "yes", wire = "no" }').replace(
        '{ bulb = "always" }', '{ bulb = "always", wire = "always" }'
    )
    assert list(unseparated(read_lamp(tmp_path, text + MORE[: MORE.index("[[repairs]]")]))) == []


ACCESS = """
    [[access]]
    id = "safe"
    text = "Take the battery off"
    minutes = 1

    [[access]]
    id = "lens" ◀ {remark}
    text = "Take the lens off"
    minutes = 4
    needs = ["safe"]{after}
    """
BEHIND_THE_LENS = 'money = 40\n    access = "lens"'
NO_LOOK = "“{access}” may be done before any look that takes nothing apart: name those tests in its “after”"


def taken_apart(after: str, remark: str = "") -> str:
    """Return the model with the bulb behind a lens, which some tests come before."""
    access = ACCESS.format(remark=remark, after=after).replace(" ◀ \n", "\n")
    if remark:
        access = access.replace('id = "safe"', f'id = "safe" ◀ {NO_LOOK.format(access="safe")}')
    return LAMP.replace("money = 40", BEHIND_THE_LENS) + access


def test_what_is_taken_apart_before_any_look(check: Callable[[str], None]) -> None:
    check(taken_apart("", NO_LOOK.format(access="lens")))


def test_looks_before_one_access_hold_back_what_that_needs(check: Callable[[str], None]) -> None:
    check(taken_apart('\n    after = ["other-lights"]'))


def test_what_is_measured_again_is_part_of_a_repair(check: Callable[[str], None]) -> None:
    words = "“other-lights” is measured again, but no repair says in its “again” that this is part of it"
    again = 'item = "lights"\n    ticked = "yes"\n    again = ["lights-again"]'
    text = LAMP.replace('trust = "reliable"', f'trust = "reliable"\n    {again} ◀ {words}')
    check(text)
    check(
        text.replace(f" ◀ {words}", "").replace(
            '{ fuse = "always" }', '{ fuse = "always" }\n    again = "other-lights"'
        )
    )


def test_a_test_that_decides_nothing(check: Callable[[str], None]) -> None:
    what = "no answer to “colour” ever changes what is done next"
    check(LAMP + NEEDLESS.replace('id = "colour"', f'id = "colour" ◀ {what}'))


def test_a_test_that_costs_more_than_it_saves(check: Callable[[str], None]) -> None:
    what = "“at-the-dealer” is never recommended"
    check(LAMP + DEAR.replace('id = "at-the-dealer"', f'id = "at-the-dealer" ◀ {what}'))


def test_a_repair_that_costs_more_than_giving_up(check: Callable[[str], None]) -> None:
    text = LAMP.replace("money = 40", "money = 4000")
    check(text.replace('id = "change-bulb"', 'id = "change-bulb" ◀ “change-bulb” is never recommended'))


def test_a_large_model_is_looked_at_as_far_as_the_bound(
    check: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modelcheck, "MOST_SITUATIONS", 1)
    text = LAMP
    for step in ("change-bulb", "change-fuse"):
        never = f"“{step}” is not recommended in the 1 likeliest situations"
        text = text.replace(f'id = "{step}"', f'id = "{step}" ◀ {never}')
    check(text)


def test_costs_that_were_left_out(check: Callable[[str], None]) -> None:
    text = LAMP.replace("    money = 30\n", "").replace("    money = 200\n", "")
    text = text.replace("[give_up]", "[give_up] ◀ The price of “Send it off” is not given. Taken: ")
    check(
        text.replace(
            'id = "change-fuse"', 'id = "change-fuse" ◀ The price of “Change the fuse” is not known. Reckoned with: '
        )
    )


# in a guide

HEAD = """
    format = 1
    title = "Plate light"
    car = "Any"
    version = "1"

    [[complaints]]
    title = "It is dark"
    step = "look"
    faults = "faults.toml"

    [[complaints]]
    title = "It is dim"
    step = "look"
    """
PAGE = "# Page {: #page }\n\n## Look {: #look }\n\n- [ ] Looked {: #looked }\n"


def test_a_model_is_checked_with_its_guide(tmp_path: Path) -> None:
    text = LAMP.replace("weight = 50", 'weight = 50\n    step = "loook" ◀ no step “loook”: did you mean “look”?')
    folder = write_guide(tmp_path, {"guide.toml": HEAD, "10-page.md": PAGE, "faults.toml": text})
    compare_faults(tuple(guide_mistakes(folder)), {"faults.toml": text})


def test_a_guide_with_faults_hides_those_of_its_models(tmp_path: Path) -> None:
    page = PAGE.replace("Looked", "") + " "
    folder = write_guide(tmp_path, {"guide.toml": HEAD, "10-page.md": page, "faults.toml": "= 5"})
    assert {fault.file.name for fault in guide_mistakes(folder)} == {"10-page.md"}


def test_faulty_prices_hide_the_faults_of_models(tmp_path: Path) -> None:
    files = {"guide.toml": HEAD, "10-page.md": PAGE, "faults.toml": "= 5", "parts.toml": "= 5"}
    assert {fault.file.name for fault in guide_mistakes(write_guide(tmp_path, files))} == {"parts.toml"}


def test_a_sound_model_may_be_remarked_on(tmp_path: Path) -> None:
    files = {"guide.toml": HEAD, "10-page.md": PAGE, "faults.toml": LAMP + DEAR, "faults-dim.toml": LAMP}
    folder = write_guide(tmp_path, files)
    assert guide_mistakes(folder) == []
    assert [(remark.file.name, remark.message) for remark in guide_remarks(folder)] == [
        ("faults.toml", "“at-the-dealer” is never recommended"),
        ("faults-dim.toml", "no complaint in guide.toml names this model"),
    ]

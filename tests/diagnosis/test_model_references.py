"""What a model names of its guide, and the complaint that names it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.diagnosis.answers import answer_typed
from micra_assistant.diagnosis.fault_model import Limits, Model
from micra_assistant.diagnosis.modelfile import model_for, read_model
from micra_assistant.guide.measure import OPEN, ReadingError
from micra_assistant.guide.model import Complaint, Reading
from micra_assistant.parts.options import read_parts
from tests.builders import compare_faults, faults_found
from tests.diagnosis.lamp import LAMP, changed, guide_with, read_in

LIMITS = '{ good = { to = 1 }, blown = { from = "1 kΩ", to = "OL" } }'
MEASURED = changed(
    'answers = { good = "Good", blown = "Blown" }',
    f"""step = "measure"
item = "pressed"
gates = ["hands-out"]
limits = {LIMITS}
answers = {{ good = "Good", blown = "Blown" }}""",
)
"""The model with a test that a reading of the guide answers."""


def test_a_test_is_linked_to_its_guide(tmp_path: Path) -> None:
    ohms = read_in(guide_with(tmp_path, {"faults.toml": MEASURED})).tests[1]
    assert (ohms.step, ohms.item, ohms.gates) == ("measure", "pressed", ("hands-out",))
    assert ohms.limits == (Limits("good", None, Decimal(1)), Limits("blown", Decimal(1000), OPEN))


@pytest.mark.parametrize(
    ("typed", "less", "answer"),
    [
        ("0.4 Ω", "0.3", "good"),
        ("1.3", "0.3", "good"),
        ("2 k", "0.3", "blown"),
        ("OL", "0.3", "blown"),
        ("20", "0.3", ""),
        ("0.4", None, ""),
        ("0.2", "0.3", ""),
    ],
)
def test_a_reading_becomes_an_answer(tmp_path: Path, typed: str, less: str | None, answer: str) -> None:
    guide = guide_with(tmp_path, {"faults.toml": MEASURED})
    (reading,) = (item for item in guide.items if item.id == "pressed")
    assert isinstance(reading, Reading)
    ohms = read_in(guide).tests[1]
    assert answer_typed(ohms, reading, typed, Decimal(less) if less else None) == answer
    with pytest.raises(ReadingError):
        answer_typed(ohms, reading, "much", Decimal(0))


def test_a_tick_becomes_an_answer(tmp_path: Path) -> None:
    text = changed('trust = "sure"', 'trust = "sure"\nitem = "clean"\nticked = "good"')
    ohms = read_in(guide_with(tmp_path, {"faults.toml": text})).tests[1]
    assert (ohms.item, ohms.ticked) == ("clean", "good")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('step = "measure"', 'step = "mesure" ◀ no step “mesure”: did you mean “measure”?'),
        ('item = "pressed"', 'item = "presed" ◀ no item “presed”: did you mean “pressed”?'),
        ('item = "pressed"', 'item = "clips" ◀ item “clips” is a count, which answers nothing'),
        ('gates = ["hands-out"]', 'gates = ["hands"] ◀ no item “hands”'),
        ('gates = ["hands-out"]', 'not_with = ["hands"] ◀ no item “hands”'),
        ('gates = ["hands-out"]', 'not_with = ["hands-out"] ◀ “hands-out” leaves the car as it was: it has no state'),
        ('step = "close"', 'step = "shut" ◀ no step “shut”'),
        ("minutes = 4", 'minutes = 4\nitems = ["lens-off"] ◀ no item “lens-off”'),
        ("money = 1\n", 'option = "newer" ◀ no option “newer”: did you mean “new”?\n'),
        (LIMITS, '{ good = { to = "1 V" } } ◀ a limit is no reading: “V” is not Ω'),
        (LIMITS, "{ good = { to = nan } } ◀ a limit is no reading: Write a number, or “OL”"),
        (LIMITS, "{ good = { to = 2 }, blown = { from = 1 } } ◀ readings that are both “good” and “blown”"),
        (LIMITS, "{ good = { from = 2, to = 1 } } ◀ limits go up: “from” is not above “to”"),
    ],
)
def test_what_is_named_must_be_there(tmp_path: Path, old: str, new: str) -> None:
    text = changed(old, new, MEASURED)
    guide = guide_with(tmp_path, {"faults.toml": text})
    compare_faults(faults_found(lambda: read_in(guide)), {"faults.toml": text})


@pytest.mark.parametrize(
    "lines",
    [
        'opened = "lens" ◀ no item “lens”\nline = "shut" ◀ no item “shut”',
        (
            'opened = "clean" ◀ “clean” leaves the car as it was: it has no state\n'
            'line = "clean" ◀ “clean” does not put back what “clean” opens'
        ),
    ],
)
def test_what_is_put_back_for_a_test_is_open_and_put_back_by_its_line(tmp_path: Path, lines: str) -> None:
    bulb = '[[faults]]\nid = "bulb"'
    text = changed(bulb, f"[[back]]\n{lines}\nminutes = 1\n\n{bulb}")
    guide = guide_with(tmp_path, {"faults.toml": text})
    compare_faults(faults_found(lambda: read_in(guide)), {"faults.toml": text})


@pytest.mark.parametrize(
    "lines",
    [
        'item = "pressed" ◀ an “item” that is a reading needs “limits”, one that is a tick “ticked”',
        'item = "pressed"\nticked = "good" ◀ item “pressed” is a reading: write “limits”',
        'item = "clean"\nlimits = { good = { to = 1 } } ◀ item “clean” is a tick: write “ticked”',
        'item = "clean"\nticked = "god" ◀ no answer “god”: did you mean “good”?',
        'item = "pressed"\nlimits = { god = { to = 1 } } ◀ no answer “god”: did you mean “good”?',
    ],
)
def test_an_item_is_answered_as_what_it_is(tmp_path: Path, lines: str) -> None:
    text = changed('trust = "sure"', f'trust = "sure"\n{lines}')
    guide = guide_with(tmp_path, {"faults.toml": text})
    compare_faults(faults_found(lambda: read_in(guide)), {"faults.toml": text})


def test_without_a_guide_nothing_is_looked_for(lamp: Callable[[str], Model]) -> None:
    assert lamp(MEASURED).tests[1].limits == (Limits("good", None, Decimal(1)), Limits("blown", Decimal(1000), OPEN))


def test_an_option_needs_a_parts_table(tmp_path: Path) -> None:
    text = changed("money = 3\n", 'option = "new" ◀ option “new”, but the guide has no parts.toml\n')
    guide = guide_with(tmp_path, {"faults.toml": text})
    compare_faults(faults_found(lambda: read_model(guide.folder / "faults.toml", guide)), {"faults.toml": text})


# the complaint that names it

COMPLAINT = """
    format = 1
    title = "Plate light"
    car = "Any"
    version = "1"

    [[complaints]]
    title = "It is dark"
    step = "measure"
    faults = "faults-dark.toml"
    """


def test_a_complaint_names_its_model(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, {"guide.toml": COMPLAINT, "faults-dark.toml": LAMP})
    model = model_for(guide, guide.complaints[0], read_parts(guide.folder))
    assert model is not None
    assert model.id == "plate-light"


def test_a_complaint_may_have_none(tmp_path: Path) -> None:
    assert model_for(guide_with(tmp_path, {}), Complaint("It is dark", "measure"), None) is None


@pytest.mark.parametrize("name", ["faults-drak.toml", "../faults-dark.toml", "guide.toml", "/etc/faults.toml"])
def test_a_model_lies_in_the_folder_of_its_guide(tmp_path: Path, name: str) -> None:
    head = COMPLAINT.replace('"faults-dark.toml"', f'"{name}" ◀ there is no model “{name}” here')
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "faults-dark.toml").write_text(LAMP)
    guide = guide_with(tmp_path, {"guide.toml": head, "faults-dark.toml": LAMP})
    compare_faults(faults_found(lambda: model_for(guide, guide.complaints[0], None)), {"guide.toml": head})


def test_a_model_with_faults_does_not_keep_its_guide_shut(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, {"guide.toml": COMPLAINT, "faults-dark.toml": "= 5"})
    assert guide.complaints[0].faults == "faults-dark.toml"
    assert faults_found(lambda: model_for(guide, guide.complaints[0], None))

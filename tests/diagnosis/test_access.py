"""Access work: steps of the guide that come first, in what order, what they take, and what is wrong with them."""

from pathlib import Path

import pytest

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.fault_model import Access, Cost, Model
from micra_assistant.diagnosis.findings import Answered, Move, MoveKind
from micra_assistant.diagnosis.modelcheck import model_mistakes, model_remarks
from micra_assistant.diagnosis.modelfile import read_model
from micra_assistant.diagnosis.move_costs import cost_of, spent
from micra_assistant.diagnosis.planner import advise, alternatives
from micra_assistant.diagnosis.reach import unreached
from micra_assistant.diagnosis.repair_minutes import whole_minutes
from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from tests.builders import Files, compare_faults, faults_found, write_guide
from tests.diagnosis.lamp import changed

PAGE = """
    # Lamp {: #lamp }

    ## Open the lid {: #open-lid minutes=3 }

    - [ ] Lid open {: #lid undo="Shut the lid" state="lid open" }

    ## Take the lens off {: #take-lens minutes=6 }

    - [ ] Screws out {: #screws count="screw" undo="Fit the screws" state="screws out" }
    - [ ] Lens off {: #lens-off undo="Fit the lens" state="lens off" }
    - [ ] Water looked for {: #water }

    ## Change the bulb {: #bulb minutes=2 }

    - [ ] Bulb changed {: #changed }

    ## Lens out for a test {: #lens-in-for-test minutes=50 }

    - [ ] Lens in for the test {: #lens-test undoes="lens-off" }

    ## Put it back {: #put-back minutes=4 }

    - [ ] Lens on {: #lens-on undoes="lens-off" }
    - [ ] Screws in {: #screws-in count="screw" undoes="screws" }
    - [ ] Lid shut {: #lid-shut undoes="lid" }
    """
ALONE = """
    # Alone {: #alone }

    ## Read this {: #read-this }

    - [ ] Read {: #was-read }

    ## Open the hood {: #hood }

    - [ ] Hood open {: #hood-open undo="Shut the hood" state="hood open" }
    - [ ] Hood shut {: #hood-shut undoes="hood-open" }
    """
ACCESS = """[[access]]
id = "lens"
text = "Take the lens off"
steps = ["take-lens"]
needs = ["lid"]
leaves = ["lens-off"]

[[access]]
id = "lid"
text = "Open the lid"
steps = ["open-lid"]
leaves = ["lid"]
"""
OLD = '[[access]]\nid = "lens"\ntext = "Take the lens off"\nminutes = 4\n'
FAULTS = changed(OLD, ACCESS).replace('step = "close"\n', "")
HEAD = """
    format = 1
    title = "Plate light"
    car = "Any"
    version = "1"

    [[complaints]]
    title = "It is dark"
    step = "open-lid"
    faults = "faults.toml"
    """
LOOK = Move(MoveKind.TEST, "look")


def guide_with(folder: Path, faults: str = FAULTS) -> Guide:
    """Return the guide of a lamp with a model."""
    return read_guide(write_guide(folder, files_with(faults)))


def files_with(faults: str) -> Files:
    return {"guide.toml": HEAD, "10-page.md": PAGE, "faults.toml": faults}


def model_in(guide: Guide) -> Model:
    return read_model(guide.folder / "faults.toml", guide)


def test_the_minutes_of_access_work_are_those_of_its_steps_and_of_putting_back_once(tmp_path: Path) -> None:
    lens, lid = model_in(guide_with(tmp_path)).access
    assert lens == Access("lens", "Take the lens off", Cost(6 + 4), ("take-lens",), ("lid",), ("lens-off",))
    assert lid.cost == Cost(3)


def test_what_is_needed_comes_first_unless_it_is_done(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    assert [work.id for work in model.access_to("lens")] == ["lid", "lens"]
    assert [work.id for work in model.access_to("lens", {"lid"})] == ["lens"]
    assert model.access_to("lens", {"lens"}) == model.access_to("") == ()


def test_a_test_costs_all_access_work_that_is_still_to_do(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    shut = Case(model, model.rate_per_hour)
    open_lid = Case(model, model.rate_per_hour, items={"lid"})
    open_lens = Case(model, model.rate_per_hour, items={"lens-off"})
    assert [cost_of(case, LOOK) for case in (shut, open_lid, open_lens)] == [14, 11, 1]


def test_an_answer_shows_that_all_access_work_before_it_is_done(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    case = Case(model, model.rate_per_hour, [Answered("look", "whole")])
    assert (case.opened, spent(case)) == (frozenset({"lid", "lens"}), 14.0)


def test_the_planner_pays_each_access_work_once(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    case = Case(model, model.rate_per_hour)
    valued = {one.move.id: one.expected for one in alternatives(case)}
    one_piece = model_in(guide_with(tmp_path / "whole", FAULTS.replace('needs = ["lid"]\n', "money = 3\n")))
    whole = Case(one_piece, one_piece.rate_per_hour)
    assert {one.move.id: one.expected for one in alternatives(whole)} == pytest.approx(valued)
    assert advise(case).goal == advise(whole).goal


def test_the_minutes_of_a_repair_are_those_of_its_steps(tmp_path: Path) -> None:
    text = FAULTS.replace('minutes = 2\nmoney = 3\naccess = "lens"', 'steps = ["bulb", "put-back"]\nmoney = 3')
    repair = model_in(guide_with(tmp_path, text)).repair("change-bulb")
    assert (repair.cost.minutes, repair.step, repair.steps) == (6, "bulb", ("bulb", "put-back"))


def test_a_test_without_minutes_takes_those_of_its_step(tmp_path: Path) -> None:
    text = FAULTS.replace('minutes = 1\naccess = "lens"', 'step = "bulb"')
    assert model_in(guide_with(tmp_path, text)).test("look").cost == Cost(2)


def test_a_model_of_before_is_read_and_check_asks_for_its_steps(tmp_path: Path) -> None:
    text = FAULTS.replace(ACCESS, f'{OLD}items = ["lens-off"]\n')
    guide = guide_with(tmp_path, text)
    assert model_in(guide).access == (Access("lens", "Take the lens off", Cost(4), leaves=("lens-off",)),)
    (mistake,) = model_mistakes(guide, None)
    assert mistake.message == "no step of the guide does this access: name its “steps”, in order"


def test_access_work_with_steps_is_no_mistake(tmp_path: Path) -> None:
    assert model_mistakes(guide_with(tmp_path), None) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('steps = ["take-lens"]', 'steps = ["take-lense"] ◀ no step “take-lense”: did you mean “take-lens”?'),
        ('needs = ["lid"]', 'needs = ["lids"] ◀ no access “lids”: did you mean “lid”?'),
        ('leaves = ["lens-off"]', 'leaves = ["lense"] ◀ no item “lense”'),
        ('leaves = ["lens-off"]', 'leaves = ["water"] ◀ “water” leaves the car as it was: it has no state'),
        ('leaves = ["lid"]', 'leaves = ["screws"] ◀ no step of this access does “screws”, so nobody sets this'),
        ('steps = ["take-lens"]', 'steps = ["take-lens"]\nminutes = 5 ◀ those of its “steps”: leave “minutes” out'),
        ('leaves = ["lens-off"]', 'leaves = ["lens-off"]\nitems = ["lens-off"] ◀ “items” is the old word for “leaves”'),
        ('steps = ["open-lid"]', 'steps = ["open-lid", "take-lens"] ◀ is already one of access “lens”'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_access_work_is_said_in_its_line(tmp_path: Path, old: str, new: str) -> None:
    text = changed(old, new, FAULTS)
    guide = guide_with(tmp_path, text)
    compare_faults(faults_found(lambda: model_in(guide)), {"faults.toml": text})


def test_the_minutes_of_a_repair_are_said_once(tmp_path: Path) -> None:
    said = 'minutes = 2 ◀ of its “steps”: leave “minutes” out\nsteps = ["bulb"]\nmoney = 1\n'
    text = changed("minutes = 2\nmoney = 1\n", said, FAULTS)
    guide = guide_with(tmp_path, text)
    compare_faults(faults_found(lambda: model_in(guide)), {"faults.toml": text})


def test_access_work_that_needs_itself_is_refused(tmp_path: Path) -> None:
    text = changed('leaves = ["lid"]', 'leaves = ["lid"]\nneeds = ["lens"]', FAULTS)
    with pytest.raises(GuideError) as caught:
        model_in(guide_with(tmp_path, text))
    assert [mistake.message for mistake in caught.value.mistakes] == [
        "this access needs itself: lens > lid > lens",
        "this access needs itself: lid > lens > lid",
    ]


def test_the_minutes_of_a_repair_from_a_shut_car_count_all_access_work(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    assert whole_minutes(model, model.repair("change-bulb")) == 3 + 6 + 4 + 2
    assert whole_minutes(model, model.repair("change-fuse")) == 2


def test_what_is_done_of_access_work_is_not_paid_again(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    begun = Case(model, model.rate_per_hour, begun={"lens": 6})
    assert [work.cost.minutes for work in begun.to_open("lens")] == [3, 4]
    assert cost_of(begun, LOOK) == 8


def test_what_was_put_back_is_to_be_opened_once_more(tmp_path: Path) -> None:
    model = model_in(guide_with(tmp_path))
    case = Case(model, model.rate_per_hour, [Answered("look", "whole")], closed={"lens"})
    assert case.opened == {"lid"}


def test_a_step_of_work_that_no_route_leads_to_is_named(tmp_path: Path) -> None:
    guide = guide_with(tmp_path)
    assert [step.id for step in unreached(guide, [model_in(guide)])] == []
    alone = read_guide(write_guide(tmp_path / "alone", {**files_with(FAULTS), "05-alone.md": ALONE}))
    assert [step.id for step in unreached(alone, [model_in(alone)])] == ["hood"]
    words = "no route leads to the step “hood”: name it in a test, a repair or an access, or link to it"
    (remark,) = (remark for remark in model_remarks(alone, None) if remark.message == words)
    written = remark.file.read_text(encoding="utf-8").splitlines()[remark.line - 1]
    assert (remark.file.name, written) == ("05-alone.md", "## Open the hood {: #hood }")


def test_a_step_that_is_linked_from_a_route_is_reached(tmp_path: Path) -> None:
    linked = {
        **files_with(FAULTS),
        "05-alone.md": ALONE,
        "10-page.md": PAGE.replace("## Take", "Or [hood](#hood).\n\n    ## Take", 1),
    }
    guide = read_guide(write_guide(tmp_path, linked))
    assert unreached(guide, [model_in(guide)]) == ()

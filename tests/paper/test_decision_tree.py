"""The fault-finding tree: cards that lead from answer to answer as the finder itself would."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from micra_assistant.diagnosis.case import Case
from micra_assistant.diagnosis.explain import name_of
from micra_assistant.diagnosis.findings import Answered, AnyFinding, MoveKind, Outcome, Repaired
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.diagnosis.planner import advise
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import look_up
from micra_assistant.paper.decision_tree import MOST_CARDS, DecisionTree, Trees, growing_tree, last_of
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.paper.setting import set_pdf
from micra_assistant.parts.options import parts_of
from micra_assistant.workshop.values import Workshop
from tests.diagnosis.lamp import LAMP, guide_with, read_in
from tests.paper.printed import words_of
from tests.shipped import LIBRARY


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return a guide with the model of a plate light."""
    return guide_with(tmp_path_factory.mktemp("guide"), {"faults.toml": LAMP})


def case_of(guide: Guide) -> Case:
    return Case(read_in(guide), Decimal(60))


def tree_of(guide: Guide) -> DecisionTree:
    return last_of(growing_tree(guide, "It is dark", case_of(guide)))


def test_each_card_is_what_the_finder_advises_after_the_answers_that_lead_to_it(guide: Guide) -> None:
    check_tree(tree_of(guide), case_of(guide))


@pytest.mark.thorough
def test_so_it_is_in_a_shipped_guide_whose_ways_meet_again() -> None:
    guide = LIBRARY.guide("tailgate-button")
    model = model_for(guide, guide.complaints[0], parts_of(guide))
    assert model
    case = Case(model, model.rate_per_hour)
    check_tree(last_of(growing_tree(guide, "It stays shut", case)), case)


def check_tree(tree: DecisionTree, case: Case) -> None:
    """Check that whoever follows the cards does what the finder advises, also where they end."""
    cards = {card.number: card for card in tree.cards}
    walked = set()
    waiting = [(cards[1], case)]
    while waiting:
        card, here = waiting.pop()
        goal = advise(here).goal
        part = here.model.find_step(goal)
        assert part
        assert card.words == (getattr(part, "ask", "") or getattr(part, "text", ""))
        assert card.is_repair is (goal.kind is MoveKind.REPAIR)
        walked.add(card.number)
        if goal.kind is MoveKind.TEST:
            answers = here.model.test(goal.id).answers
            found: dict[str, AnyFinding] = {words: Answered(goal.id, answer) for answer, words in answers.items()}
        else:
            found = {"Done, it changed nothing": Repaired(goal.id, Outcome.NO_CHANGE)}
        after = [(one, here.found(found[one.words])) for one in card.answers]
        ends = [(one.then, name_of(there, advise(there).goal)) for one, there in after if not one.to]
        assert all(then.startswith(goal) for then, goal in ends if then != "go on at the PC")
        waiting += [(cards[one.to], there) for one, there in after if one.to]
    assert walked == cards.keys()


def test_every_card_is_led_to_and_the_numbers_are_in_order(guide: Guide) -> None:
    tree = tree_of(guide)
    assert [card.number for card in tree.cards] == list(range(1, len(tree.cards) + 1))
    led_to = {answer.to for card in tree.cards for answer in card.answers}
    assert led_to - {0} == {card.number for card in tree.cards} - {1}


def test_an_answer_without_a_card_says_what_comes_next(guide: Guide) -> None:
    ends = [answer for card in tree_of(guide).cards for answer in card.answers if not answer.to]
    assert ends
    assert all(answer.then for answer in ends)


def test_work_that_comes_first_is_said(guide: Guide) -> None:
    firsts = {card.words: card.first for card in tree_of(guide).cards}
    assert firsts["Change the bulb"] in (("Take the lens off",), ())
    assert ("Take the lens off",) in firsts.values()


def test_ways_that_go_on_alike_share_their_cards(guide: Guide) -> None:
    tree = tree_of(guide)
    said = [(card.words, card.answers) for card in tree.cards]
    assert len(set(said)) == len(said)


@cache
def grown_and_printed(name: str) -> tuple[Trees, list[str]]:
    """Return the trees of a shipped guide, and the words on each of their pages."""
    guide = LIBRARY.guide(name)
    sheets = JobSheets(look_up(SqliteStore(None), guide, parts_of(guide)), Workshop())
    trees = last_of(sheets.grow_trees())
    return trees, words_of(set_pdf(sheets.order(SheetKind.DECISION_TREE, trees=trees)))


@pytest.mark.thorough
@pytest.mark.parametrize("name", LIBRARY.names())
def test_a_shipped_guide_has_a_tree_for_each_complaint(name: str) -> None:
    trees, pages = grown_and_printed(name)
    assert [tree.complaint for tree in trees] == [one.title for one in LIBRARY.guide(name).complaints if one.faults]
    assert all(2 < len(tree.cards) <= MOST_CARDS for tree in trees)
    text = " ".join(pages)
    for card in (card for tree in trees for card in tree.cards):
        assert card.words in text


def test_a_guide_without_a_model_says_so(tmp_path: Path) -> None:
    guide = guide_with(tmp_path, {})
    sheets = JobSheets(look_up(SqliteStore(None), guide, parts_of(guide)), Workshop())
    assert "no list of faults" in words_of(sheets.pdf(SheetKind.DECISION_TREE))[0]


def test_it_grows_in_parts_a_card_at_a_time(guide: Guide) -> None:
    parts = sum(1 for _part in growing_tree(guide, "It is dark", case_of(guide)))
    assert parts >= len(tree_of(guide).cards) - 1


@pytest.mark.thorough
def test_each_page_repeats_the_warnings_of_its_cards_and_the_state_of_the_car() -> None:
    trees, pages = grown_and_printed("tailgate-button")
    titles = {warning.title for tree in trees for card in tree.cards for warning in card.warnings}
    assert len(pages) > 1
    for page in pages:
        _before, _in_force, rest = page.partition("In force:")
        head, _car_now, body = rest.partition("Car now:")
        in_head = {title for title in titles if f"WARNING {title}" in head}
        assert in_head == {title for title in titles if f"WARNING {title}" in body}
        assert body.split(" opened since")[0].strip() == "nothing open"

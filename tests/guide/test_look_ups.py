"""What is asked of a guide by its id."""

import pytest
from msgspec.structs import replace

from micra_assistant.guide.model import Guide
from tests.builders import guide_fixture
from tests.diagnosis.lamp import PAGE

guide = guide_fixture(PAGE)
"""A guide with one page, two steps and six items."""


def test_steps_pages_and_items_are_found_by_their_ids(guide: Guide) -> None:
    for step in guide.steps:
        assert guide.step(step.id) is guide.find_step(step.id) is step
        assert guide.page_of(step.id) is guide.pages[0]
        for item in step.items:
            assert guide.item(item.id) is guide.find_item(item.id) is item
            assert guide.step_of(item.id) is guide.find_step_of(item.id) is step


def test_what_there_is_not_is_an_error_or_none(guide: Guide) -> None:
    for ask in (guide.step, guide.page_of):
        with pytest.raises(KeyError, match="the guide has no step “hands-out”"):
            ask("hands-out")
    for ask_item in (guide.item, guide.step_of):
        with pytest.raises(KeyError, match="the guide has no item “measure”"):
            ask_item("measure")
    assert [guide.find_step("hands-out"), guide.find_item("measure"), guide.find_step_of("measure")] == [None] * 3


def test_another_text_of_a_guide_is_asked_by_itself(guide: Guide) -> None:
    assert guide.item("closed")
    page = replace(guide.pages[0], steps=guide.steps[:1])
    assert replace(guide, pages=(page,)).find_item("closed") is None

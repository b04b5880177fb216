"""Guides are opened, and shown as their author writes them."""

from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from micra_assistant.jobs.events import Entered, Ticked
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.history.timeline_view import TimelineView
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import rewrite
from tests.ui.diagnosis.finder import Finder
from tests.ui.hands import Hands, Workshop
from tests.ui.in_sight import text

pytestmark = pytest.mark.thorough

Key = Qt.Key
View = TypeVar("View", bound=QWidget)


def in_front(hands: Hands, kind: type[View]) -> View:
    """Return what is shown instead of the job."""
    aside = hands.window.body.aside
    assert isinstance(aside, kind)
    return aside


def steps_of(hands: Hands) -> list[str]:
    """Return the titles of the steps of the guide that is shown, also of those where nothing is to be done."""
    shown = hands.window.workbench.shown
    return [step.title for step in shown.guide.steps] if shown else []


@pytest.fixture
def page(workshop: Workshop) -> Path:
    """Return the page being read."""
    return workshop.guides / "button" / "10-get-ready.md"


def test_what_is_written_is_shown_and_the_job_goes_on(hands: Hands, page: Path, qtbot: QtBot) -> None:
    hands.press(Key.Key_Space)
    rewrite(page, "Press the button", "Push the button")
    qtbot.waitUntil(lambda: "Push the button" in hands.text)
    assert hands.said == "The guide was read anew."
    rewrite(page, "Push the button", "Push it")
    qtbot.waitUntil(lambda: "Push it" in hands.text)
    assert (hands.step, hands.row("doors").mark) == ("look", Mark.DONE)
    hands.turn(1)
    rewrite(page, "Look at the car", "Walk round the car")
    qtbot.waitUntil(lambda: "Walk round the car" in hands.stops)
    assert hands.step == "power-off"


def test_what_is_typed_while_the_guide_is_written_is_kept(hands: Hands, page: Path, qtbot: QtBot) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_Shift)
    rewrite(page, "Press the button", "Push the button")
    qtbot.waitUntil(lambda: "Push the button" in hands.text)
    assert hands.typed("battery") == "12.6"
    assert hands.row("battery").mark is Mark.DONE


def test_what_is_typed_is_kept_when_pages_are_added_or_ids_change(
    workshop: Workshop, hands: Hands, page: Path, qtbot: QtBot
) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.6", then=Key.Key_Shift)
    more = "# More {: #more }\n\n## Still more {: #still-more }\n\nWords.\n"
    (workshop.guides / "button" / "30-more.md").write_text(more, encoding="utf-8")
    rewrite(page, "#battery ", "#volts ")
    qtbot.waitUntil(lambda: "Still more" in steps_of(hands))
    assert hands.window.workbench.shown is not None
    assert hands.window.workbench.shown.state.values == {"battery": "12.6"}


def test_faults_are_shown_until_they_are_mended(hands: Hands, page: Path, qtbot: QtBot) -> None:
    hands.press(Key.Key_Space)
    rewrite(page, "(#measure)", "(#measur)")
    qtbot.waitUntil(lambda: hands.faults != "")
    assert hands.faults == f"{page}:5: link to step “measur”, which does not exist: did you mean “measure”?"
    rewrite(page, "(#measur)", "(#measure)")
    qtbot.waitUntil(lambda: hands.faults == "")
    assert hands.row("doors").mark is Mark.DONE


def test_the_job_goes_on_with_the_guide_as_it_was_while_its_author_mends_it(
    hands: Hands, page: Path, qtbot: QtBot
) -> None:
    rewrite(page, "(#measure)", "(#measur)")
    qtbot.waitUntil(lambda: hands.faults != "")
    hands.tap(hands.button("Back to the job"))
    hands.press(Key.Key_Space)
    assert (hands.faults, hands.row("doors").mark) == ("", Mark.DONE)
    rewrite(page, "(#measur)", "(#measure)")
    rewrite(page, "Press the button", "Push the button")
    qtbot.waitUntil(lambda: "Push the button" in hands.text)
    assert hands.row("doors").mark is Mark.DONE


def test_a_guide_that_was_refused_opens_once_it_is_sound(workshop: Workshop, page: Path, qtbot: QtBot) -> None:
    rewrite(page, "{: #doors }", "")
    hands = workshop.open()
    assert "the item needs an id" in hands.faults
    rewrite(page, "- [ ] Doors lock", "- [ ] Doors lock {: #doors }")
    qtbot.waitUntil(lambda: hands.step == "look")
    assert "Job 0001" in hands.text


def test_a_value_without_its_source_is_said_and_the_guide_shown(hands: Hands, page: Path, qtbot: QtBot) -> None:
    rewrite(page, "Press the button.[^meters]", "Wait 3 minutes.")
    qtbot.waitUntil(lambda: "Wait 3 minutes" in hands.text)
    assert hands.said.splitlines()[1].startswith(f"{page}:5: 3 minutes has no source")


@pytest.mark.parametrize("name", ["30-more.md", "../common/more.md"])
def test_a_page_that_is_added_is_shown(workshop: Workshop, name: str, qtbot: QtBot) -> None:
    shelf = workshop.guides / "common"
    shelf.mkdir()
    hands = workshop.open()
    page = workshop.guides / "button" / name
    page.write_text("# More {: #more }\n\n## Still more {: #still-more }\n\nWords.\n", encoding="utf-8")
    if "common" in name:
        rewrite(workshop.guides / "button" / "guide.toml", "format = 1", 'format = 1\ncommon = ["30-more.md"]')
    qtbot.waitUntil(lambda: "Still more" in steps_of(hands))
    rewrite(page, "## Still more", "## Even more")
    qtbot.waitUntil(lambda: "Even more" in steps_of(hands))


def test_sources_and_parts_are_shown_as_written(workshop: Workshop, hands: Hands, qtbot: QtBot) -> None:
    open_job = hands.window.workbench.shown
    assert open_job is not None
    rewrite(workshop.guides / "sources.toml", "How meters read", "How all meters read")
    qtbot.waitUntil(lambda: open_job.guide.sources["meters"].title == "How all meters read")
    rewrite(workshop.guides / "button" / "parts.toml", "Used part", "Second-hand part")
    qtbot.waitUntil(lambda: open_job.parts is not None and open_job.parts.options[1].name == "Second-hand part")


# who is elsewhere


def test_whoever_is_asked_is_still_asked(finder: Finder, page: Path, qtbot: QtBot) -> None:
    asked = text(finder.card)
    rewrite(page, "Press the button", "Push the button")
    qtbot.waitUntil(lambda: finder.hands.said.startswith("The guide was read anew."))
    assert text(finder.card) == asked
    assert finder.view is finder.hands.window.body.aside


def test_a_question_that_is_worded_anew_is_asked_so(finder: Finder, guide_with_faults: Path, qtbot: QtBot) -> None:
    rewrite(guide_with_faults / "faults.toml", "Do the doors lock", "Do all doors lock")
    qtbot.waitUntil(lambda: "Do all doors lock" in text(finder.view))
    assert finder.view is finder.hands.window.body.aside


def test_whoever_reads_the_put_back_list_goes_on_with_it(hands: Hands, page: Path, qtbot: QtBot) -> None:
    hands.window._actions[Action.PUT_BACK].trigger()
    shown = hands.window.body.aside
    assert shown
    rewrite(page, "Press the button", "Push the button")
    qtbot.waitUntil(lambda: hands.said == "The guide was read anew.")
    assert hands.window.body.aside is shown


def test_the_put_back_list_is_worded_as_written(hands: Hands, page: Path, qtbot: QtBot) -> None:
    for act in (Entered("clips", "11"), Ticked("panel")):
        hands.window.workbench.attempt(partial(OpenJob.do, act=act))
    hands.window._actions[Action.PUT_BACK].trigger()
    view = in_front(hands, PutBackView)
    field = next(row.field for row in view.rows if row.field)
    field.enter()
    hands.type("9", then=Key.Key_Shift)
    rewrite(page, "Fit the panel", "Push the panel on")
    qtbot.waitUntil(lambda: "Push the panel on" in text(view))
    rewrite(page, "Press home the clips", "Push all clips home")
    qtbot.waitUntil(lambda: "Push all clips home" in text(view))
    assert "Fit the panel" not in text(view)
    assert "Press home the clips" not in text(view)
    assert [row.field.text() for row in view.rows if row.field] == ["9"]
    rewrite(page, "Take the power off", "Cut the power")
    qtbot.waitUntil(lambda: "Came off at: Cut the power" in text(view))


def test_what_was_done_is_worded_as_written(hands: Hands, page: Path, qtbot: QtBot) -> None:
    hands.press(Key.Key_Space)
    hands.window._actions[Action.TIMELINE].trigger()
    told = in_front(hands, TimelineView).findChild(QTextBrowser)
    assert told
    assert "Ticked: Doors lock" in told.toPlainText()
    rewrite(page, "Doors lock", "All doors lock")
    qtbot.waitUntil(lambda: "Ticked: All doors lock" in told.toPlainText())

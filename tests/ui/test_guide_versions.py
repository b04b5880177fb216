"""A job stays with the text of its guide that it was done with, until the newer one is taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from micra_assistant.guide import snapshot
from micra_assistant.ui.jobs.changes_dialog import ChangesDialog
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import rewrite
from tests.ui.hands import Hands, Workshop

pytestmark = pytest.mark.thorough

Key = Qt.Key
CHANGED = "The guide has changed since this job was begun (steps: 1). The job is shown as it was done."


@pytest.fixture
def hands(workshop: Workshop, hands: Hands) -> Hands:
    """Return hands at a job that was begun before its guide was changed."""
    hands.press(Key.Key_Space)
    hands.fill_in("battery", "12.6")
    workshop.close()
    rewrite(workshop.guides / "button" / "10-get-ready.md", "Press the button", "Push the button")
    return workshop.open()


def answer(monkeypatch: pytest.MonkeyPatch, *, take: bool) -> list[str]:
    """Answer the question whether to take the newer text; return the words of what is shown as changed."""
    seen: list[str] = []

    def ask(changes: tuple[object, ...], lost: list[str], *_: object) -> bool:
        seen.extend([*(str(change) for change in changes), *lost])
        return take

    monkeypatch.setattr(ChangesDialog, "ask", ask)
    return seen


def test_the_job_is_shown_as_it_was_done(hands: Hands) -> None:
    assert hands.said == CHANGED
    assert "Press the button" in hands.text
    assert hands.row("doors").mark is Mark.DONE


def test_the_newer_text_is_taken_with_all_that_was_done(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answer(monkeypatch, take=True)
    hands.tap(hands.button("See what has changed"))
    assert "Push the button" in " ".join(seen)
    assert "Push the button" in hands.text
    assert (hands.row("doors").mark, hands.typed("battery")) == (Mark.DONE, "12.6")
    workshop.close()
    hands = workshop.open()
    assert ("Push the button" in hands.text, hands.said) == (True, "")


def test_the_old_text_may_be_kept_for_as_long_as_one_likes(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, take=False)
    hands.tap(hands.button("See what has changed"))
    hands.turn(1)
    hands.press(Key.Key_Space)
    assert hands.row("ignition").mark is Mark.DONE
    workshop.close()
    hands = workshop.open()
    assert hands.said == CHANGED
    hands.turn(-1)
    assert "Press the button" in hands.text


def test_done_lines_that_are_gone_are_named(workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.close()
    rewrite(workshop.guides / "button" / "10-get-ready.md", "- [ ] Doors lock {: #doors }", "")
    hands = workshop.open()
    seen = answer(monkeypatch, take=True)
    hands.window.changes.show_changes()
    assert seen[-1] == "Doors lock"
    assert hands.typed("battery") == "12.6"


def test_a_change_that_is_not_to_be_seen_is_not_told(workshop: Workshop, hands: Hands) -> None:
    workshop.close()
    folder = workshop.guides / "button"
    rewrite(folder / "10-get-ready.md", "Push the button", "Press the button")
    sources = workshop.guides / "sources.toml"
    sources.write_text(sources.read_text(encoding="utf-8") + "\n# more to come\n", encoding="utf-8")
    hands = workshop.open()
    assert hands.said == ""
    hands.window.changes.show_changes()
    assert hands.said == "The guide has not changed since this job was begun."


def test_a_new_job_has_the_new_text(hands: Hands) -> None:
    hands.begin("button")
    assert "Push the button" in hands.text


def test_what_is_written_while_the_old_text_is_shown_is_told(hands: Hands, workshop: Workshop) -> None:
    page: Path = workshop.guides / "button" / "20-measure.md"
    rewrite(page, "Close up", "Close it up")
    hands.turn(1)
    assert hands.window.workbench.newer is not None


def test_a_done_line_that_has_only_another_name_is_not_forgotten_unseen(workshop: Workshop, hands: Hands) -> None:
    page = workshop.guides / "button" / "10-get-ready.md"
    hands.begin("button")
    hands.pass_gate("negative-off")
    workshop.close()
    rewrite(page, "#negative-off", "#minus-off")
    rewrite(workshop.guides / "button" / "20-measure.md", "negative-off", "minus-off")
    hands = workshop.open()
    assert hands.said.startswith("The guide has changed")
    assert hands.window.body.strip.words == "negative off"
    hands.window.workbench.take_newer()
    assert hands.window.body.strip.words == "negative off"


@pytest.mark.parametrize(
    ("error", "why"), [(RuntimeError("the text is odd"), "the text is odd"), (RecursionError(), "RecursionError")]
)
def test_a_job_opens_without_its_text_if_that_cannot_be_read_any_more(
    workshop: Workshop, hands: Hands, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    def fail(_content: bytes, _into: Path) -> Path:
        raise error

    workshop.close()
    monkeypatch.setattr(snapshot, "unpack", fail)
    hands = workshop.open()
    assert hands.said == (
        f"The guide as it was then cannot be read any more; the job is shown with it as it is now. {why}"
    )
    assert "Push the button" in hands.text
    assert (hands.row("doors").mark, hands.typed("battery")) == (Mark.DONE, "12.6")

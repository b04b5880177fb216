"""The steps before and after are made while a person reads: they are as those made when they are wanted."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.ui.step.step_body import StepBody
from micra_assistant.ui.widgets.tick_box import Mark
from tests.ui.hands import Hands, settle

_PIECES = 12
"""More than two steps have."""
_MEASURE_LINES = {"leads": True, "pressed": False, "released": False}
"""The lines of the step “measure”, and whether they are marked when it comes."""


class PaintCount(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102 - Qt's
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def read_for_a_while(hands: Hands) -> None:
    """Press and tap nothing for so long that all is made that may be."""
    for _piece in range(_PIECES):
        hands.window.steps_ahead._ahead._go_on()
    settle()


def made_ahead(hands: Hands) -> dict[str, QWidget]:
    """Return what is there of the steps that are not shown, by their ids."""
    return {made.step.id: made.contents for made in hands.window.body.step._ahead._made}


def lines_ahead(hands: Hands, step: str) -> dict[str, object]:
    """Return the lines of a step that is not shown yet, and whether they are marked."""
    made = next(made for made in hands.window.body.step._ahead._made if made.step.id == step)
    return {item_id: row.property("current") for item_id, row in made.rows.by_item.items()}


def shown(hands: Hands) -> QWidget | None:
    """Return what is shown of the step."""
    return hands.window.body.step.words_area.column


def test_the_next_step_and_the_one_before_are_made_and_shown_as_they_are(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    ahead = made_ahead(hands)
    assert list(ahead) == ["measure", "look"]
    assert not any(contents.isVisible() for contents in ahead.values())
    hands.turn(1)
    assert (hands.step, shown(hands), ahead["measure"].isVisible()) == ("measure", ahead["measure"], True)


def test_it_is_painted_once_also_where_the_other_was_that_is_let_go(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    painted = PaintCount(made_ahead(hands)["measure"])
    hands.window.workbench.go_to("measure")
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()
    assert painted.count == 1


def test_the_line_that_will_be_marked_is_so_already_and_nobody_is_told(hands: Hands) -> None:
    told: set[str] = set()
    hands.window.body.step.lines.judged.connect(lambda line: told.add(line.item.id))
    hands.turn(1)
    read_for_a_while(hands)
    assert lines_ahead(hands, "measure") == _MEASURE_LINES
    assert not told & set(_MEASURE_LINES)
    hands.turn(1)


def test_what_was_begun_is_made_to_its_end(hands: Hands) -> None:
    hands.turn(1)
    hands.window.steps_ahead._ahead._go_on()
    hands.window.steps_ahead.refresh()
    read_for_a_while(hands)
    assert lines_ahead(hands, "measure") == _MEASURE_LINES
    hands.turn(1)


def test_it_is_laid_out_ahead_for_the_width_that_it_will_have(hands: Hands) -> None:
    step = hands.window.body.step
    hands.turn(1)
    read_for_a_while(hands)
    wide = step.words_area.inside.width()
    hands.turn(-1)
    read_for_a_while(hands)
    assert step.words_area.inside.width() < wide, "no picture stands beside it"
    ahead = next(made.contents for made in step._ahead._made if made.step.id == "power-off")
    assert isinstance(ahead, StepBody)
    assert list(ahead._at) == [wide]
    hands.turn(1)


def test_no_more_than_these_are_kept(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    hands.turn(1)
    assert list(made_ahead(hands)) == ["look"]
    read_for_a_while(hands)
    assert list(made_ahead(hands)) == ["close", "power-off"]


def test_the_lines_in_sight_stay_those_of_the_step(hands: Hands) -> None:
    read_for_a_while(hands)
    assert [row.item.id for row in hands.window.body.checklist.rows] == ["doors", "battery"]
    hands.turn(1)
    hands.tap(hands.row("ignition"))
    assert hands.row("ignition").mark is Mark.DONE


def test_a_step_made_ahead_shows_what_was_done_since(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    assert "look" in made_ahead(hands)
    hands.window.workbench.attempt(lambda job: job.toggle("doors"))
    hands.window.workbench.attempt(lambda job: job.enter("battery", "12.6"))
    read_for_a_while(hands)
    hands.turn(-1)
    assert (hands.row("doors").mark, hands.typed("battery")) == (Mark.DONE, "12.6")


def test_what_is_half_typed_goes_on_in_a_step_made_ahead(hands: Hands) -> None:
    hands.tap(hands.field("battery"))
    hands.type("12.", then=Qt.Key.Key_7)
    hands.turn(1)
    read_for_a_while(hands)
    hands.turn(-1)
    assert hands.typed("battery") == "12.7"


def test_in_other_colours_it_is_made_anew(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    before = made_ahead(hands)["measure"]
    hands.choose("other-colours")
    assert made_ahead(hands) == {}
    hands.turn(1)
    assert shown(hands) is not before
    hands.choose("other-colours")


def test_a_picture_stands_where_there_is_room_for_it_by_now(hands: Hands) -> None:
    hands.turn(1)
    read_for_a_while(hands)
    step = hands.window.body.step
    before = made_ahead(hands)["look"]
    step.give_room_beside(False)  # as the parts do, with which the step comes that they stand beside
    hands.turn(-1)
    assert step._body is not None
    assert step._body is not before
    assert step._body.picture is not None
    assert step._body.picture.parent() is step._body
    step.give_room_beside(True)


def test_from_afar_no_step_is_made_ahead(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F11)
    read_for_a_while(hands)
    assert made_ahead(hands) == {}
    hands.press(Qt.Key.Key_F11)

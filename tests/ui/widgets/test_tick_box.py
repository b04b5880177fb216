"""The box of a checklist line."""

from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from micra_assistant.guide.judging import Verdict
from micra_assistant.guide.model import Tick
from micra_assistant.jobs.checklist import Line
from micra_assistant.ui.style.theme import Theme, ThemeName, load_theme
from micra_assistant.ui.widgets.tick_box import Mark, TickBox, mark_of, mark_word
from tests.builders import words
from tests.ui.hands import settle

ITEM = Tick(id="item", label=words("Item"))


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        (Line(ITEM, done=False), Mark.EMPTY),
        (Line(ITEM, done=True), Mark.DONE),
        (Line(ITEM, done=False, held_by=ITEM), Mark.HELD),
        (Line(ITEM, done=True, held_by=ITEM), Mark.DONE),
        (Line(ITEM, done=True, verdict=Verdict.OK), Mark.DONE),
        (Line(ITEM, done=True, verdict=Verdict.KEPT), Mark.DONE),
        (Line(ITEM, done=True, verdict=Verdict.LOW), Mark.WRONG),
        (Line(ITEM, done=True, verdict=Verdict.HIGH), Mark.WRONG),
        (Line(ITEM, done=True, verdict=Verdict.DOUBTFUL), Mark.WRONG),
        (Line(ITEM, done=False, verdict=Verdict.UNREADABLE), Mark.WRONG),
        (Line(ITEM, done=True, verdict=Verdict.WAITING), Mark.WAITING),
        (Line(ITEM, done=True, verdict=Verdict.HIGH, held_by=ITEM), Mark.WRONG),
    ],
)
def test_the_mark_of_a_line(line: Line, mark: Mark) -> None:
    assert mark_of(line) is mark


def test_a_mark_is_said_to_those_who_do_not_see_it() -> None:
    assert [mark_word(mark) for mark in Mark] == ["empty", "done", "wrong", "waiting", "held"]


def drawn(qtbot: QtBot, theme: Theme, *marks: Mark, size: int = 28) -> QImage:
    """Return the picture of a box that has shown these marks, one after the other."""
    box = TickBox(theme, size)
    qtbot.addWidget(box)
    box.show()
    for mark in marks:
        box.show_mark(mark)
    return box.grab().toImage()


@pytest.mark.parametrize("theme", ThemeName)
def test_marks_differ_in_their_shape_and_not_by_colour_alone(qtbot: QtBot, theme: ThemeName) -> None:
    colours = load_theme(theme).colours
    one_colour = replace(
        load_theme(theme),
        colours=colours
        | dict.fromkeys(("good", "bad", "strip"), colours["field"])
        | dict.fromkeys(("good-ink", "card", "strip-ink", "muted"), colours["field-edge"]),
    )
    pictures = {mark: drawn(qtbot, one_colour, mark) for mark in Mark}
    assert [pair for pair in combinations(Mark, 2) if pictures[pair[0]] == pictures[pair[1]]] == []


def test_a_new_mark_is_painted_at_once(qtbot: QtBot) -> None:
    class Watch(QObject):
        painted = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.painted += event.type() is QEvent.Type.Paint
            return super().eventFilter(watched, event)

    box, watch = TickBox(load_theme(ThemeName.LIGHT), 28), Watch()
    qtbot.addWidget(box)
    box.installEventFilter(watch)
    box.show()
    painted = []
    for mark in (Mark.EMPTY, Mark.DONE, Mark.DONE, Mark.WRONG):
        box.show_mark(mark)
        settle()
        painted.append(watch.painted)
    assert painted[0] < painted[1] == painted[2] < painted[3]


def test_a_mark_taken_back_leaves_no_trace(qtbot: QtBot) -> None:
    theme = load_theme(ThemeName.LIGHT)
    assert drawn(qtbot, theme, Mark.DONE) != drawn(qtbot, theme, Mark.EMPTY)
    assert drawn(qtbot, theme, Mark.DONE, Mark.WRONG, Mark.EMPTY) == drawn(qtbot, theme, Mark.EMPTY)


@pytest.mark.parametrize(("size", "edge"), [(28, 2), (72, 3), (240, 10)])
def test_the_edge_of_a_large_box_is_seen_from_afar(qtbot: QtBot, size: int, edge: int) -> None:
    theme = load_theme(ThemeName.LIGHT)
    picture = drawn(qtbot, theme, Mark.EMPTY, size=size)
    at_left = [picture.pixelColor(x, size // 2) for x in range(size // 2)]
    assert at_left.count(theme.colour("field-edge")) in (edge, edge - 1)  # the pixels at its rims are mixed

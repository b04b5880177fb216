"""The put-back list in the window, drawn: ☑ back, ☐ not back, ✗ some are missing, ⊘ held, > what Space is for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from micra_assistant.guide.model import Guide, Tick, plain
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.jobs.events import AnyAct, Entered, Event, Ticked, Unticked
from micra_assistant.jobs.history import History
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.jobs.state_changes import changed_by
from micra_assistant.ui.history.put_back_list import PutBackList
from micra_assistant.ui.history.put_back_row import PutBackRow
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme, style_sheet
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import Files, write_guide
from tests.drawings import drawing
from tests.spaces import spaced
from tests.ui.hands import Hands, settle, tap
from tests.ui.in_sight import button_with, labels, text
from tests.ui.small_guide import GUIDE
from tests.ui.three_keys import press

Key = Qt.Key
LIGHT, DARK = (Look(load_theme(theme)) for theme in (ThemeName.LIGHT, ThemeName.DARK))
APART = (Ticked("negative-off"), Entered("clips", "11"), Ticked("panel"))
SIGNS = {Mark.DONE: "☑", Mark.EMPTY: "☐", Mark.WRONG: "✗", Mark.HELD: "⊘"}


class Job:
    """A job and the list of it in the window; what the list asks for is done, as the window does."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.view = PutBackView()
        self.history = History()
        self.view.toggled.connect(self._toggle)
        self.view.entered.connect(self._enter)

    def do(self, *acts: AnyAct, look: Look = LIGHT) -> None:
        """Do something on the job and show where that leads to."""
        for act in acts:
            turn = self.history.state.turn + 1
            self.history = self.history.after(Event(f"{turn:04}", "job", turn, "", act))
        self.view.show_list(self.guide, put_back_list(self.guide, self.history.state), look)
        settle()

    def _toggle(self, item: str) -> None:
        self.do(Unticked(item) if item in self.history.state.ticked else Ticked(item))

    def _enter(self, item: str, typed: str) -> None:
        self.do(Entered(item, typed))

    @property
    def drawn(self) -> str:
        """The drawing of the list."""
        return spaced("\n".join(_drawn(row) for row in self.view.rows))

    @property
    def list(self) -> PutBackList:
        """What takes the keys."""
        found = self.view.findChild(PutBackList)
        assert found is not None
        return found

    def row(self, words: str) -> PutBackRow:
        """Return the row that says these words."""
        return next(row for row in self.view.rows if words in plain(row.item.label))

    def field(self, words: str) -> QLineEdit:
        """Return the field of the row that says these words."""
        field = self.row(words).field
        assert field is not None
        return field


def _drawn(row: PutBackRow) -> str:
    here = "> " if row.property("current") else ""
    value = f" [{row.field.text()}]" if row.field else ""
    return f"{here}{SIGNS[row.mark]} {plain(row.item.label)}{value}" + (f" ({row.caption})" if row.caption else "")


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Callable[[Files], Job]:
    """Return what makes a job with a guide of these files, shown."""

    def made(files: Files) -> Job:
        job = Job(read_guide(write_guide(tmp_path, files)))
        qtbot.addWidget(job.view)
        job.view.setStyleSheet(style_sheet(LIGHT.theme, 1))
        job.view.resize(900, 600)
        job.view.show()
        job.view.activateWindow()
        job.do()
        return job

    return made


@pytest.fixture
def job(make: Callable[[Files], Job]) -> Job:
    """Return a job with the small guide of the workshop."""
    return make(GUIDE)


def test_nothing_taken_apart_says_so(job: Job) -> None:
    assert (job.drawn, job.view.advice) == (
        "",
        "Nothing was taken apart. What you take off while you work appears here.",
    )
    assert job.view.three_keys.space.words == "Back to the job"


def test_the_last_thing_off_stands_first_with_what_came_off(job: Job) -> None:
    job.do(*APART)
    assert job.drawn == drawing("""
        > ☐ Fit the panel
        ☐ Press home the clips [] (11 clips came off)
        ☐ Connect the negative
        """)
    assert job.view.advice.startswith("The last thing that came off goes back first.")


def test_in_a_window_of_usual_size_the_rows_are_laid_out_once(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: dict[str, set[tuple[int, int]]] = {}
    resized = PutBackRow.resizeEvent

    def note(row: PutBackRow, event: QResizeEvent) -> None:
        sizes.setdefault(row.item.id, set()).add((event.size().width(), event.size().height()))
        resized(row, event)

    monkeypatch.setattr(PutBackRow, "resizeEvent", note)
    hands.window.frame.resize(1366, 768)
    hands.begin("button")
    hands.pass_gate("negative-off")
    hands.fill_in("clips", "11")
    hands.choose("put-back")
    settle()
    assert {item: len(its) for item, its in sizes.items()} == {"clips-home": 1, "negative-on": 1}


def test_where_a_thing_came_off_has_the_width_that_words_and_count_leave(job: Job) -> None:
    job.do(Ticked("negative-off"), Entered("clips", "11"))
    job.view.resize(1400, 600)
    settle()
    places = [label for label in labels(job.view) if label.property("kind") == "place"]
    assert len(places) == 2
    assert min(place.width() for place in places) > 200


def test_what_is_said_of_a_count_stays_on_the_line_of_its_field_through_narrow_windows(job: Job) -> None:
    job.do(*APART)
    row = job.row("Press home the clips")
    for width in (900, 300, 900, 500):
        job.view.resize(width, 600)
        settle()
    said = next(label for label in row.findChildren(QLabel) if spaced(label.text()) == "11 clips came off")
    middle = [part.mapTo(row, part.rect().center()).y() for part in (said, job.field("Press home"))]
    assert abs(middle[0] - middle[1]) <= 1


def test_a_tap_puts_a_thing_back_and_another_takes_that_back(job: Job) -> None:
    job.do(*APART)
    tap(job.row("Fit the panel"))
    assert job.drawn.splitlines()[0] == "☑ Fit the panel"
    assert job.row("Fit the panel").property("back")
    assert "panel-on" in job.history.state.ticked
    tap(job.row("Fit the panel"))
    assert job.drawn.splitlines()[0] == "> ☐ Fit the panel"


def test_clips_are_counted_and_the_missing_one_is_named(job: Job) -> None:
    job.do(*APART)
    QTest.keyClicks(job.field("clips"), "10")
    QTest.keyClick(job.field("clips"), Key.Key_Return)
    settle()
    assert "✗ Press home the clips [10] (10 of 11 clips back: 1 missing)" in job.drawn
    assert job.row("clips").property("missing")
    job.do(Entered("clips-home", "11"))
    assert "☑ Press home the clips [11] (11 clips back, 11 came off)" in job.drawn
    assert not job.row("clips").property("missing")


def test_what_is_typed_is_judged_and_stays_while_other_things_are_put_back(job: Job) -> None:
    job.do(*APART)
    field = job.field("clips")
    field.setFocus()
    QTest.keyClicks(field, "1")
    state = changed_by(job.history.state, Event("new", "job", 99, "", Entered("clips-home", "1")))
    job.view.show_verdict(Checklist(job.guide, state).line("clips-home"))
    assert job.row("clips").caption == "TOO FEW: 11 came off"
    job.do(Ticked("panel-on"), Ticked("ignition"))
    assert job.field("clips") is field
    assert (field.text(), field.hasFocus()) == ("1", True)
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Key.Key_Return)
    assert job.history.state.values["clips-home"] == "11"


@pytest.mark.parametrize(("key", "kept"), [(Key.Key_Return, "[11]"), (Key.Key_Escape, "[]")])
def test_after_typing_the_keys_are_the_lists_again(job: Job, key: Key, kept: str) -> None:
    job.do(*APART)
    field = job.field("clips")
    field.setFocus()
    QTest.keyClicks(field, "11")
    QTest.keyClick(field, key)
    assert job.list.hasFocus()
    assert kept in job.drawn


def test_what_is_typed_stays_in_a_new_look_and_when_rows_come_and_go(job: Job) -> None:
    job.do(*APART)
    QTest.keyClicks(job.field("clips"), "7")
    job.do(Unticked("panel"), Ticked("doors"), look=DARK)
    assert job.drawn == drawing("""
        > ☐ Press home the clips [7] (11 clips came off)
        ☐ Connect the negative
        """)
    job.do(Ticked("panel"), look=DARK)
    assert job.field("clips").text() == "7"
    assert plain(job.view.rows[0].item.label) == "Fit the panel"
    assert "clips-home" not in job.history.state.values


def test_up_and_down_mark_a_row_and_space_puts_it_back_once(job: Job) -> None:
    job.do(*APART)
    job.view.setFocus()
    QTest.keyClick(job.list, Key.Key_Down)
    QTest.keyClick(job.list, Key.Key_Down)
    assert "> ☐ Connect the negative" in job.drawn
    assert job.view.three_keys.space.said == ("It is back", "Connect the negative")
    press(job.view)
    settle()
    assert "☑ Connect the negative" in job.drawn
    press(job.view)
    assert job.drawn.startswith("☑ Fit the panel")
    press(job.view)
    assert job.field("clips").hasFocus()


def test_the_keys_stay_with_the_list_when_something_out_of_sight_took_them(job: Job, qtbot: QtBot) -> None:
    job.do(*APART)
    job.field("clips").setFocus()
    job.field("clips").clearFocus()
    job.do(Ticked("panel-on"))
    assert job.list.hasFocus()


def test_a_row_leads_to_where_it_came_off(job: Job, qtbot: QtBot) -> None:
    job.do(*APART)
    place = next(label for label in job.row("negative").findChildren(QLabel) if "Came off" in label.text())
    assert place.text() == "Came off at: Take the power off\u00a0\u00a0›", "the sign stands on no line of its own"
    with qtbot.waitSignal(job.view.step_wanted) as wanted:
        QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert wanted.args == ["power-off"]
    assert "☑" not in job.drawn


def test_a_tap_marks_its_row_and_says_which_item_it_is(job: Job, qtbot: QtBot) -> None:
    job.do(*APART)
    with qtbot.waitSignal(job.view.chosen) as chosen:
        tap(job.row("clips"))
    assert chosen.args == ["clips-home"]
    assert "> ☐ Press home the clips" in job.drawn


@pytest.mark.parametrize(
    ("words", "signal"), [("Back", "back_wanted"), ("Close the job…", "close_wanted"), ("Print", "print_wanted")]
)
def test_its_buttons(job: Job, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(job.view, signal)):
        button_with(job.view, words).click()


def test_once_all_is_back_space_leads_on(job: Job) -> None:
    job.do(*APART)
    assert job.view.three_keys.space.words != "On"
    job.do(Ticked("panel-on"), Entered("clips-home", "11"), Ticked("negative-on"))
    assert job.view.three_keys.space.said == ("On", "Everything is back.")
    assert job.view.advice == "Everything is back. The job can be closed."


GATED: Files = {
    "10-page.md": """
        # Apart {: #apart }

        ## Off {: #step-off }

        - [ ] Cap off {: #cap undo="Press the cap on" state="cap off" }
        - [ ] Screws out {: #screws count="screw" undo="Fit the screws" state="screws out" }
        - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
        """,
    "20-page.md": """
        # Together {: #together }

        ## On {: #step-on }

        !!! warning "Short circuit"
            It burns. Ignition off.

            - [ ] Ignition off {: #ignition }

        - [ ] Panel on {: #panel-on undoes="panel" }
        """,
}


def test_a_row_held_by_a_gate_says_what_comes_first(make: Callable[[Files], Job]) -> None:
    job = make(GATED)
    job.do(Ticked("panel"))
    assert job.drawn == "> ⊘ Fit the panel (First: Ignition off)"
    job.do(Ticked("ignition"))
    assert job.drawn == "> ☐ Fit the panel"


def test_where_nothing_puts_it_back_its_own_tick_or_count_is_taken_back(make: Callable[[Files], Job]) -> None:
    job = make(GATED)
    job.do(Ticked("cap"), Entered("screws", "2"))
    assert job.drawn == drawing("""
        > ☐ Fit the screws (2 screws came off)
        ☐ Press the cap on
        """)
    assert all(isinstance(row.item, Tick) for row in job.view.rows)
    tap(job.row("cap"))
    tap(job.row("screws"))
    assert (job.drawn, job.history.state.ticked, dict(job.history.state.values)) == ("", frozenset(), {})


def test_more_back_than_came_off_is_wrong_and_never_everything_is_back(job: Job) -> None:
    job.do(Entered("clips", "3"), Entered("clips-home", "23"))
    assert "✗ Press home the clips [23] (23 clips back, 3 came off)" in job.drawn
    assert job.row("clips").property("missing")
    assert "Everything is back" not in job.view.advice
    job.do(Entered("clips-home", "3"))
    assert job.view.advice.startswith("Everything is back")


GUARDED = {
    **GUIDE,
    "10-get-ready.md": """
        # Get ready {: #get-ready }

        ## Safe {: #safe }

        - [ ] Propped {: #prop undo="Take the prop away" state="propped" }

        ## Take the power off {: #power-off }

        !!! warning "Short circuit"
            A spanner across the posts burns you. Undo the negative clamp only.

            - [ ] Negative off {: #negative-off undo="Connect the negative" state="negative off" }
        """,
    "15-apart.md": """
        # Apart {: #apart }

        ## Take it off {: #take-off }

        !!! warning "Latch jumping"
            With power on the latch crushes a finger. Take the negative off.

            - [ ] Negative is off {: #sure confirms="negative-off" }

        ![The panel](diagrams/tailgate.svg)

        - [ ] Clips out {: #clips count="clip" undo="Press home the clips" state="clips out" }
        - [ ] Panel off {: #panel undo="Fit the panel" state="panel off" }
        """,
}


def test_each_band_has_its_head_above_its_rows(make: Callable[[Files], Job]) -> None:
    job = make(GUARDED)
    job.do(Ticked("prop"), *APART)
    tops = {words.text(): words.mapTo(job.list, QPoint()).y() for head in job.list.heads for words in labels(head)}
    rows = {plain(row.item.label): row.mapTo(job.list, QPoint()).y() for row in job.view.rows}
    in_turn = [
        *("Hands inside: negative off", "Fit the panel", "Press home the clips", "Hands out", "Connect the negative"),
        *("Only now: Take the prop away", "Take the prop away"),
    ]
    assert sorted(in_turn, key={**tops, **rows}.__getitem__) == in_turn


def test_a_row_that_is_put_back_moves_no_head(make: Callable[[Files], Job]) -> None:
    job = make(GUARDED)
    job.do(Ticked("prop"), *APART)
    heads = job.list.heads
    job.do(Ticked("panel-on"))
    assert job.list.heads == heads


def test_pictures_and_reasons_stand_beside_the_list_where_there_is_room(make: Callable[[Files], Job]) -> None:
    job = make(GUARDED)
    job.do(Ticked("prop"), *APART)
    assert not job.view.findChildren(DiagramView)
    job.view.resize(1200, 600)
    settle()
    (picture,) = job.view.findChildren(DiagramView)
    assert picture.isVisible()
    assert "Why this order" in text(job.view)


def test_count_and_place_stand_in_the_line_of_the_words_where_there_is_room(job: Job) -> None:
    job.view.resize(1600, 600)
    job.do(*APART)
    row, field = job.row("clips"), job.field("clips")
    assert abs(field.mapTo(row, field.rect().center()).y() - row.rect().center().y()) <= 2
    job.view.resize(600, 600)
    settle()
    words = next(one for one in labels(row) if one.text() == "Press home the clips")
    assert field.mapTo(row, QPoint()).y() > words.mapTo(row, words.rect().bottomLeft()).y()


def test_what_space_is_for_is_in_sight_from_the_start_in_a_low_window(make: Callable[[Files], Job]) -> None:
    job = make(GUARDED)
    job.view.hide()
    job.view.resize(560, 170)
    job.do(Ticked("prop"), *APART)
    job.view.show()
    settle()
    marked = job.list.marked
    assert marked
    assert marked[1].visibleRegion().boundingRect().height() > marked[1].height() * 0.9


@pytest.fixture
def low(make: Callable[[Files], Job]) -> Job:
    """Return a job in a low window, in which one row of several is in sight."""
    job = make(GUIDE)
    job.view.resize(900, 360)
    job.do(*APART)
    return job


def made_rows(job: Job) -> list[str]:
    """Return the rows that are made, from above."""
    rows = [row for row in job.list.findChildren(PutBackRow) if row.isVisibleTo(job.list)]
    return [plain(row.item.label) for row in sorted(rows, key=lambda row: row.mapTo(job.list, QPoint()).y())]


ALL_ROWS = ["Fit the panel", "Press home the clips", "Connect the negative"]


def test_rows_out_of_sight_are_made_while_a_person_looks(low: Job) -> None:
    assert made_rows(low) == ALL_ROWS[:1]
    for count in (2, 3):
        low.list._rest._go_on()
        settle()
        assert made_rows(low) == ALL_ROWS[:count]
    drawn = ("> ☐ Fit the panel", "☐ Press home the clips [] (11 clips came off)", "☐ Connect the negative")
    assert low.drawn == "\n".join(drawn)


def test_once_all_is_back_the_keys_want_no_row_out_of_sight(make: Callable[[Files], Job]) -> None:
    job = make(GUIDE)
    job.view.resize(900, 360)
    job.do(*APART, Ticked("panel-on"), Entered("clips-home", "11"), Ticked("negative-on"))
    assert job.view.three_keys.space.words == "On"
    settle()
    assert made_rows(job) == ALL_ROWS[:1]


@pytest.mark.parametrize(
    "want",
    [
        lambda job: job.view.rows,
        lambda job: job.list.mark_next(1),
        lambda job: job.list.verticalScrollBar().valueChanged.emit(1),
        lambda job: job.do(Ticked("panel-on")),
        lambda job: job.do(look=DARK),
    ],
)
def test_rows_out_of_sight_are_there_once_they_are_wanted(low: Job, want: Callable[[Job], object]) -> None:
    want(low)
    settle()
    assert made_rows(low) == ALL_ROWS


def test_the_keys_know_what_comes_after_the_rows_that_are_made(low: Job) -> None:
    assert low.view.three_keys.on.said == ("On", "Press home the clips")


@pytest.mark.parametrize("act", [lambda job: job.do(Ticked("panel-on")), lambda job: job.do(look=DARK)])
def test_what_is_typed_in_a_row_outlasts_the_making_of_the_others(low: Job, act: Callable[[Job], object]) -> None:
    act(low)
    rows = [row for row in low.list.findChildren(PutBackRow) if row.isVisibleTo(low.list)]
    count = next(row.field for row in rows if row.field)
    QTest.keyClicks(count, "1")
    low.list._rest._go_on()
    settle()
    assert made_rows(low) == ALL_ROWS
    assert (low.field("Press home"), count.text()) == (count, "1")


def place_of(row: PutBackRow) -> QLabel:
    """Return what says where it came off."""
    return next(label for label in row.findChildren(QLabel) if label.text().startswith("Came off"))


def test_where_it_came_off_is_not_torn_in_the_middle(job: Job) -> None:
    job.do(*APART)
    place = place_of(job.row("clips"))
    whole = place.text().replace("\n", " ")
    letters = place.fontMetrics()
    step = whole.removeprefix("Came off at: ")
    for width, expected in (
        (letters.horizontalAdvance(whole) + 20, whole),
        (letters.horizontalAdvance(step) + 20, f"Came off at:\n{step}"),
        (letters.horizontalAdvance(step) // 2, whole),
    ):
        place.resize(width, 60)
        assert place.text() == expected

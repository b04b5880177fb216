"""Somebody who does a whole job with PageUp, Space, PageDown and the digits, and reads the foot before each Space."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from micra_assistant.guide.model import AnyItem, Count, Reading, plain
from micra_assistant.jobs.events import AnyAct, Entered, Ticked, Unticked, WaitBegun
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.sheets.foot_button import FootButton
from micra_assistant.ui.sheets.print_dialog import PrintDialog
from micra_assistant.ui.three_keys import Key
from micra_assistant.ui.widgets.typed_field import TypedField
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import labels

_KEYS = {Key.BACK: Qt.Key.Key_PageUp, Key.SPACE: Qt.Key.Key_Space, Key.ON: Qt.Key.Key_PageDown}
_MOST_PRESSES = 40
_MOST_TURNS = 700
_ANSWERED = ("Keep ",)

Check = Callable[[], None]


class ThreeKeyWorker:
    """Knows what the car answers: the beginning of the answer to each question, and what the meter shows.

    Attributes:
        presses: how often each key was pressed, the digits together.
        spaces: what the foot said before each Space, in order.
    """

    def __init__(
        self, hands: Hands, car: Mapping[str, str], meter: Mapping[str, str], wait: Callable[[], None]
    ) -> None:
        self.hands = hands
        self.presses: Counter[str] = Counter()
        self.spaces: list[str] = []
        self._car, self._meter, self._wait = car, meter, wait

    # what is seen

    @property
    def open_job(self) -> OpenJob:
        """The open job."""
        shown = self.hands.window.workbench.shown
        assert shown
        return shown

    def said(self, key: Key = Key.SPACE) -> tuple[str, str]:
        """Return what the foot of the window in front says of a key."""
        settle()
        in_front = QApplication.activeModalWidget() or self.hands.window
        if isinstance(in_front, PrintDialog):
            return self._print_button(in_front).accessibleName(), ""
        foot = next(foot for foot in in_front.findChildren(Foot) if foot.isVisible())
        return foot.buttons[key].said

    @staticmethod
    def _print_button(dialog: PrintDialog) -> QWidget:
        return next(button for button in dialog.findChildren(FootButton) if button.accessibleDescription() == "Space")

    @property
    def _acts(self) -> list[AnyAct]:
        shown = self.hands.window.workbench.shown
        return [event.act for event in shown.history.events] if shown else []

    # keys

    def press(self, key: Key) -> None:
        """Press one of the three keys."""
        self.presses[key.value] += 1
        self.hands.press(_KEYS[key])

    def digits(self, digits: str) -> None:
        """Press digits."""
        for digit in digits:
            self.presses["digits"] += 1
            self.hands.press(Qt.Key(ord(digit)))

    def space(self) -> None:
        """Read what Space does, press it, and see that just that was done."""
        words, detail = self.said()
        check = self._checked(words, detail)
        self.spaces.append(f"{words} · {detail}")
        if words == "Close the job":
            self._answer_dialog()
        self.press(Key.SPACE)
        settle()
        check()

    def go_to(self, words: str) -> None:
        """Press PageDown until Space says what begins with these words."""
        for _press in range(_MOST_PRESSES):
            if self.said()[0].startswith(words):
                return
            self.press(Key.ON)
        raise AssertionError(f"PageDown does not lead to “{words}”")

    def type(self, value: str) -> None:
        """Type a value: its digits as they are, its signs with the three keys."""
        for part in _parts(value):
            if part.isdigit():
                self.digits(part)
            else:
                self.go_to(f"Type {part}")
                self.space()

    # the job

    def begin(self, complaint: str) -> None:
        """Mark a complaint at home, and begin to find its fault."""
        for _press in range(_MOST_PRESSES):
            if self.said() == ("Find the fault", complaint):
                break
            self.press(Key.ON)
        self.space()

    def work(self) -> None:
        """Go on until the report is printed."""
        for _turn in range(_MOST_TURNS):
            if self.spaces[-1].startswith("Print:"):
                return
            self._go_on()
        raise AssertionError(f"it does not end: {self.spaces[-9:]}")

    def _go_on(self) -> None:
        words, detail = self.said()
        view = self.hands.window.body.aside
        if words.startswith("Wait: "):
            self._wait()
        elif isinstance(view, QuestionView) and words in ("Choose an answer", "Type the value"):
            self._answer(view)
        elif words == "Not yet":
            self.press(Key.BACK)
        elif words in ("Write", "Keep the words", "Change the value", "Change the words"):
            self.press(Key.ON)
        elif words in ("Type the value", "Type how many go back") and not self._is_enabled():
            self.type(self._value_of(detail))
        else:
            self.space()

    def _is_enabled(self) -> bool:
        return self.hands.window.body.foot.buttons[Key.SPACE].isEnabled()

    def _answer(self, view: QuestionView) -> None:
        if isinstance(view.card, AskCard) and view.card.fields:
            reading = next(field for field in view.card.fields if not field.field.text()).reading
            self.type(self._value_of(plain(reading.label), reading))
        else:
            assert view.card
            question = next(label.text() for label in labels(view.card) if label.property("kind") == "question")
            answer = next((answer for part, answer in self._car.items() if part in question), "")
            assert answer, f"no answer to “{question}”: {[choice.words for choice in view.card.choices]}"
            self.go_to(answer)
        self.space()

    def _value_of(self, label: str, item: AnyItem | None = None) -> str:
        """Return what the meter shows for a line: what is known of the car, else what is right."""
        if isinstance(self.hands.window.body.aside, PutBackView):
            rows = put_back_list(self.open_job.guide, self.open_job.state)
            return str(next(row.came_off for row in rows if row.words == label))
        found = item or next(item for item in self.open_job.step.items if plain(item.label) == label)
        if found.id in self._meter:
            return self._meter[found.id]
        if isinstance(found, Count):
            return str(self.open_job.checklist.line(found.id).expected or 4)
        assert isinstance(found, Reading)
        return "OL" if found.unit == "Ω" and found.high is None and found.low else f"{_right(found)}"

    # what Space has done

    def _checked(self, words: str, detail: str) -> Check:
        """Return what must be so after a Space that was said to do this."""
        before, shown = len(self._acts), self.hands.window.workbench.shown

        def new() -> list[AnyAct]:
            return self._acts[before if self.hands.window.workbench.shown is shown else 0 :]

        def did(kind: type[AnyAct], label: str) -> None:
            done = [act for act in new() if isinstance(act, kind)]
            assert [self._label(act) for act in done] == [label], (words, detail, new())

        match (
            "Yes"
            if self.hands.question and words != "Not yet"
            else words.split(":", maxsplit=1)[0].replace("Yes", "yes")
        ):
            case "Tick":
                return lambda: did(Ticked, detail)
            case "Begin the wait":
                return lambda: did(WaitBegun, detail)
            case "Yes":
                return lambda: did(Ticked, words.removeprefix("Yes: "))
            case "Confirm":
                return lambda: _true(bool(self.hands.question) and not new(), words, detail)
            case "Type OL" | "Type ." | "Type k":
                return lambda: _true(_typed().endswith(words.removeprefix("Type ")), words, _typed())
            case "Type the value" | "Count":
                return lambda: _true(isinstance(QApplication.focusWidget(), TypedField), words, detail)
            case "On" | "Do it" | "Do this first":
                return lambda: _true(
                    self.hands.window.body.aside is None and self._is_at(detail), words, detail, self.hands.step
                )
            case "To the question" | "Find the fault":
                return lambda: _true(isinstance(self.hands.window.body.aside, QuestionView), words, detail)
            case "To what comes first":
                return lambda: _true(self._marked_label() == detail, words, detail, self._marked_label())
            case "Put back":
                return lambda: _true(isinstance(self.hands.window.body.aside, PutBackView), words, detail)
            case "It is back":
                return lambda: _true(
                    len([act for act in new() if isinstance(act, Ticked | Unticked)]) == 1 and self._is_back(detail),
                    words,
                    detail,
                    new(),
                )
            case "Close the job":
                return lambda: _true(self.open_job.state.is_closed, words, detail)
            case "Close as finished":
                return lambda: None
            case "Print the report":
                return self._sees_report
            case "Print":
                return lambda: None
        if words.startswith("Keep ") and self._is_of_step(detail):
            return lambda: self._kept(words, detail, new())
        return lambda: _true(bool(new()), words, detail)

    def _kept(self, words: str, detail: str, new: list[AnyAct]) -> None:
        (act,) = [act for act in new if isinstance(act, Entered)]
        assert self._label(act) == detail, (words, detail, act)
        assert words.startswith(f"Keep {act.typed}"), (words, act)

    def _is_of_step(self, label: str) -> bool:
        is_in_step = self.hands.window.body.aside is None
        return is_in_step and any(plain(item.label) == label for item in self.open_job.step.items)

    def _is_at(self, detail: str) -> bool:
        return detail == self.open_job.step.title or detail in [plain(item.label) for item in self.open_job.step.items]

    def _label(self, act: AnyAct) -> str:
        item = self.open_job.guide.find_item(getattr(act, "item", ""))
        return plain(item.label) if item else ""

    def _marked_label(self) -> str:
        item = self.open_job.guide.find_item(self.hands.marked)
        return plain(item.label) if item else ""

    def _is_back(self, words: str) -> bool:
        view = self.hands.aside(PutBackView)
        return any(plain(row.item.label) == words and row.property("back") for row in view.rows)

    @staticmethod
    def _sees_report() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintDialog)
        assert dialog.sheets.kind is SheetKind.REPORT

    def _answer_dialog(self) -> None:
        """Close the job in the dialog that the next Space opens."""

        def close() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, CloseDialog)
            try:
                assert self.said()[0] == "Close as finished"
                self.space()
                assert not dialog.isVisible()
            except BaseException:
                dialog.done(QDialog.DialogCode.Rejected)
                raise

        QTimer.singleShot(0, close)


def _true(is_so: bool, *told: object) -> None:
    assert is_so, told


def _typed() -> str:
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, TypedField) else ""


def _right(reading: Reading) -> str:
    if reading.low is not None and reading.high is not None:
        return f"{(reading.low + reading.high) / 2:.1f}"
    return f"{reading.low if reading.high is None else reading.high / 2:f}"


def _parts(value: str) -> list[str]:
    """Return the digits and the signs of a value in turn."""
    if value == "OL":
        return ["OL"]
    whole, mark, rest = value.partition(".")
    return [part for part in (whole, mark, rest) if part]

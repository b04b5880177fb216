"""Somebody who does a whole job with PageUp, Space, PageDown and the digits, and reads the foot before each Space."""

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from micra_assistant.guide.model import AnyItem, Count, Reading, plain
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.put_back import put_back_list
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.frame.foot import Foot
from micra_assistant.ui.history.put_back_view import PutBackView
from micra_assistant.ui.jobs.close_dialog import CloseDialog
from micra_assistant.ui.three_keys import Key
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import labels
from tests.ui.space_checks import Said

_KEYS = {Key.BACK: Qt.Key.Key_PageUp, Key.SPACE: Qt.Key.Key_Space, Key.ON: Qt.Key.Key_PageDown}
_PASSED_OVER = ("Write", "Keep the words", "Change the value", "Change the words")
"""What need not be done, or is done."""
_MOST_PRESSES, _MOST_TURNS = 40, 700
_USUAL_COUNT = 4
_USUAL_ANSWERS = {"What is known already?": "That is all"}


class Car(Struct, frozen=True):
    """A car: the beginning of the answer to each question about it, by a part of that, and what the meter shows."""

    answers: Mapping[str, str]
    readings: Mapping[str, str] = {}


class ThreeKeyWorker:
    """Works on a car; ``wait`` lets time go by.

    Attributes:
        presses: how often each key was pressed, the digits together.
        spaces: what the foot said before each Space, in order.
    """

    def __init__(self, hands: Hands, car: Car, wait: Callable[[], None]) -> None:
        self._hands, self._car, self._wait = hands, car, wait
        self.presses: Counter[str] = Counter()
        self.spaces: list[str] = []

    # what is seen

    def said(self, key: Key = Key.SPACE) -> tuple[str, str]:
        """Return what the foot of the window in front says of a key, and what with."""
        button = self._button(key)
        return button.accessibleName(), button.toolTip().partition("\n")[2]

    def _button(self, key: Key) -> QAbstractButton:
        settle()
        return self._button_now(key)

    def _button_now(self, key: Key) -> QAbstractButton:
        in_front = QApplication.activeModalWidget() or self._hands.window
        return next(foot for foot in in_front.findChildren(Foot) if foot.isVisible()).buttons[key]

    @property
    def _job(self) -> OpenJob:
        shown = self._hands.window.workbench.shown
        assert shown
        return shown

    # keys

    def press(self, key: Key) -> None:
        """Press one of the three keys."""
        self.presses[key.value] += 1
        self._hands.press(_KEYS[key])

    def space(self) -> None:
        """Read what Space does, press it, and see that just that was done."""
        said = Said(self._hands, *self.said())
        assert self._button(Key.SPACE).isEnabled(), f"it does nothing: {self.said()}"
        self.spaces.append(" · ".join(filter(None, (said.words, said.detail))))
        if said.words == "Close the job":
            QTimer.singleShot(0, self._close)
        self._act(said.words)
        settle()
        if not self.is_printed and said.words != "Close as finished":
            assert said.is_done(), f"“{self.spaces[-1]}” was said, and this done: {said.acts}"

    def _act(self, _words: str) -> None:
        """Do what these words at the foot say."""
        self.press(Key.SPACE)

    @property
    def is_printed(self) -> bool:
        """Whether the last Space printed."""
        return bool(self.spaces) and self.spaces[-1].startswith("Print: ")

    def go_to(self, words: str, detail: str = "") -> None:
        """Press PageDown until Space says what begins with these words."""
        for _press in range(_MOST_PRESSES):
            said, with_what = self.said()
            if said.startswith(words) and detail in ("", with_what):
                return
            self.press(Key.ON)
        raise AssertionError(f"PageDown does not lead to “{words}”")

    def type(self, value: str) -> None:
        """Type a value: its digits as they are, its signs with the three keys."""
        for part in _parts(value):
            if part.isdigit():
                self.presses["digits"] += len(part)
                self._hands.press(*(Qt.Key(ord(digit)) for digit in part))
            else:
                self.type_sign(part)

    def type_sign(self, sign: str) -> None:
        """Type what is on no number pad."""
        self.go_to(f"Type {sign}")
        self.space()

    # the job

    def find_fault(self, complaint: str) -> None:
        """Begin at home with a complaint, and go on until the report is printed."""
        self.begin(complaint)
        for _turn in range(_MOST_TURNS):
            if self.is_printed:
                return
            self._go_on()
        raise AssertionError(f"it does not end: {self.spaces[-9:]}")

    def begin(self, complaint: str) -> None:
        """Begin to find the fault, at home."""
        self.go_to("Find the fault", complaint)
        self.space()

    def choose(self, answer: str) -> None:
        """Choose an answer to the question in sight."""
        self.go_to(answer)
        self.space()

    def _go_on(self) -> None:
        words, detail = self.said()
        view = self._hands.window.body.aside
        if words.startswith("Wait: "):
            self._wait()
        elif isinstance(view, QuestionView) and words in ("Choose an answer", "Type the value"):
            self._answer(view)
        elif words == "Not yet":
            self.press(Key.BACK)
        elif words in _PASSED_OVER:
            self._pass_over(detail)
        elif words in ("Type the value", "Type how many go back") and not self._button(Key.SPACE).isEnabled():
            self.type(self._value_of(detail))
        else:
            self.space()

    def _pass_over(self, label: str) -> None:
        """Read all that stands at a line, and leave it as it is."""
        for _press in range(_MOST_PRESSES):
            if self.said()[1] != label:
                return
            self.press(Key.ON)
        raise AssertionError(f"PageDown does not lead on from “{label}”")

    def _answer(self, view: QuestionView) -> None:
        assert view.card
        if isinstance(view.card, AskCard) and view.card.fields:
            reading = next(field for field in view.card.fields if not field.field.text()).reading
            self.type(self._value_on(reading))
            self.space()
        else:
            question = next(label.text() for label in labels(view.card) if label.property("kind") == "question")
            answers = {**self._car.answers, **_USUAL_ANSWERS}
            answer = next((answer for part, answer in answers.items() if part in question), "")
            assert answer, f"no answer to “{question}”: {[choice.words for choice in view.card.choices]}"
            self.choose(answer)

    def _value_of(self, label: str) -> str:
        """Return what is to be typed for a line of the step, or how many of a thing go back."""
        if isinstance(self._hands.window.body.aside, PutBackView):
            rows = put_back_list(self._job.guide, self._job.state)
            return str(next(row.came_off for row in rows if row.words == label))
        return self._value_on(next(item for item in self._job.step.items if plain(item.label) == label))

    def _value_on(self, item: AnyItem) -> str:
        """Return what the meter shows: what is known of the car, else what is right."""
        if item.id in self._car.readings:
            return self._car.readings[item.id]
        if isinstance(item, Reading):
            return _right(item)
        assert isinstance(item, Count)
        return str(self._job.checklist.line(item.id).expected or _USUAL_COUNT)

    def _close(self) -> None:
        """Close the job in the dialog that a Space has opened."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CloseDialog)
        try:
            assert self.said()[0] == "Close as finished"
            self.space()
        finally:
            if dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)


def _right(reading: Reading) -> str:
    if reading.low is None or reading.high is None:
        return "OL" if reading.high is None else f"{reading.high / 2:f}"
    return f"{(reading.low + reading.high) / 2:.1f}"


def _parts(value: str) -> list[str]:
    """Return the digits and the signs of a value in turn."""
    if value == "OL":
        return ["OL"]
    return [part for part in value.partition(".") if part]

"""The fault finder as a person meets it, and a small guide to find faults in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from micra_assistant.jobs.events import AnyAct
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.diagnosis.answer_choice import AnswerChoice
from micra_assistant.ui.diagnosis.ask_card import AskCard
from micra_assistant.ui.diagnosis.card import Card
from micra_assistant.ui.diagnosis.intake_card import IntakeCard
from micra_assistant.ui.diagnosis.question_view import QuestionView
from micra_assistant.ui.diagnosis.reading_field import ReadingField
from micra_assistant.ui.diagnosis.side_panel import SidePanel
from micra_assistant.ui.diagnosis.suspect_row import SuspectRow
from micra_assistant.ui.diagnosis.why_panel import WhyPanel
from micra_assistant.ui.widgets.tick_box import Mark
from tests.builders import Files
from tests.ui.hands import Hands, settle
from tests.ui.in_sight import labels, text
from tests.ui.small_guide import GUIDE

FAULTY_GUIDE: Files = {
    **GUIDE,
    "guide.toml": """
        format = 1
        title = "Tailgate button"
        car = "Nissan Micra K12"
        version = "2026.11"

        [[complaints]]
        title = "The button is dead"
        step = "look"
        faults = "faults.toml"
        """,
    "faults.toml": """
        format = 1
        id = "button"
        title = "The button is dead"
        basis = "author's estimate"

        [give_up]
        text = "Hand it to an electrician"
        money = 9000

        [[access]]
        id = "trim"
        text = "Take the panel off"
        minutes = 20
        items = ["panel"]

        [[faults]]
        id = "contacts"
        text = "Contacts worn"
        weight = 50
        step = "measure"

        [[faults]]
        id = "latch"
        text = "Latch stuck"
        weight = 30

        [[faults]]
        id = "locked"
        text = "The doors do not unlock"
        weight = 17

        [[tests]]
        id = "listen"
        ask = "What do you hear at the latch?"
        minutes = 1
        trust = "reliable"
        step = "look"
        answers = { silent = "Nothing", sounds = "It clicks" }
        expect = { others = "silent", latch = "sounds" }

        [[tests]]
        id = "doors"
        ask = "Do the doors lock and unlock?"
        minutes = 2
        trust = "sure"
        step = "look"
        item = "doors"
        ticked = "yes"
        answers = { yes = "Yes, all", no = "No" }
        expect = { others = "yes", locked = "no" }

        [[tests]]
        id = "ohms"
        ask = "Measure the button, pressed"
        minutes = 5
        access = "trim"
        trust = "reliable"
        step = "measure"
        item = "pressed"
        gates = ["negative-off"]
        limits = { good = { to = 1 }, dead = { from = 1 } }
        answers = { good = "1 Ω or less", dead = "More" }
        expect = { others = "good", contacts = "dead" }

        [[repairs]]
        id = "button"
        text = "Fit a used button"
        minutes = 30
        option = "used"
        access = "trim"
        step = "power-off"
        gates = ["negative-off"]
        fixes = { contacts = "usually" }
        stale = ["ohms"]

        [[repairs]]
        id = "latch"
        text = "Free the latch"
        minutes = 60
        money = 1500
        fixes = { latch = "usually" }

        [[repairs]]
        id = "unlock"
        text = "Mend the door locks"
        minutes = 60
        money = 1000
        fixes = { locked = "usually" }
        """,
}


class Finder:
    """What is seen of the fault finder, and what hands do to it."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    @property
    def view(self) -> QuestionView:
        """The view, which is in sight."""
        return self.hands.aside(QuestionView)

    @property
    def card(self) -> Card:
        """The card in sight."""
        assert self.view.card
        return self.view.card

    @property
    def question(self) -> str:
        """What stands there in large letters."""
        return next(words.text() for words in labels(self.card) if words.property("kind") == "question")

    @property
    def text(self) -> str:
        """All that the card says, a line each."""
        return text(self.card)

    @property
    def answers(self) -> list[str]:
        """The huge buttons."""
        return [choice.words for choice in self.card.choices]

    @property
    def suspects(self) -> list[SuspectRow]:
        """The suspects, the likeliest first."""
        return self.side.rows

    @property
    def side(self) -> SidePanel:
        """What stands beside the question."""
        assert self.view.side
        return self.view.side

    @property
    def found(self) -> list[str]:
        """What was found so far."""
        return [words.text() for words in labels(self.side) if words.property("kind") == "said"]

    @property
    def why(self) -> WhyPanel:
        """What folds out below the question."""
        assert self.view.why
        return self.view.why

    @property
    def field(self) -> ReadingField:
        """The last field of the question."""
        assert isinstance(self.card, AskCard)
        return self.card.fields[-1]

    @property
    def open_job(self) -> OpenJob:
        """The open job of the window."""
        assert self.hands.window.workbench.shown
        return self.hands.window.workbench.shown

    @property
    def acts(self) -> list[AnyAct]:
        """What was done on the job, in order."""
        return [event.act for event in self.open_job.history.events]

    def open(self) -> None:
        """Ask for the fault finder by key, and say that nothing is known already if that is asked."""
        self.hands.press(Qt.Key.Key_F2)
        self.know_nothing()

    def know_nothing(self) -> None:
        """Say that nothing is known already, if that is asked."""
        view = self.hands.window.body.aside
        if isinstance(view, QuestionView) and isinstance(view.card, IntakeCard):
            self.say("That is all")

    def say(self, answer: str) -> None:
        """Tap the answer that begins with these words."""
        choices = self.card.findChildren(AnswerChoice)
        choice = next((choice for choice in choices if choice.words.startswith(answer)), None)
        assert choice, f"“{answer}” is none of {self.answers}"
        self._tap(choice)

    def press(self, words: str) -> None:
        """Tap a small button."""
        buttons = self.view.findChildren(QAbstractButton)
        inside = next((button for button in buttons if button.isVisible() and words in button.text()), None)
        self._tap(inside or self.hands.button(words))

    def play(self, *script: str) -> None:
        """Answer in turn; each line is “part of the question → beginning of the answer”."""
        for line in script:
            question, answer = line.split(" → ")
            assert question in self.question, f"“{self.question}” is asked, not “{question}”"
            self.say(answer)
            self.know_nothing()  # a complaint that is chosen is asked about so

    def row(self, item: str) -> Mark:
        """Return how an item stands on the checklist."""
        return self.hands.row(item).mark

    def marked(self) -> list[str]:
        """Return the answers that what is being typed is."""
        return [choice.words for choice in self.view.findChildren(AnswerChoice) if choice.property("meant")]

    def _tap(self, widget: QWidget) -> None:
        self.view._area.ensureWidgetVisible(widget)
        settle()
        self.hands.tap(widget)

"""Why it is this that is asked, folded away until somebody wants to know; and why nothing else is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from micra_assistant.diagnosis.advice import Valued
from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.faultfinding.intake import may_be_known
from micra_assistant.ui.diagnosis.other_row import OtherRow
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.fold_button import FoldButton
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.words import _, one_of

ROOM_FOR_A_ROW = 560
"""From this width on, in pixels at scale 1, the questions stand side by side."""


class WhyPanel(QWidget):
    """Two questions that unfold their answers, and the way to say what is known already.

    Attributes:
        heads: what is tapped for that, to be put elsewhere by who has room for it.

    Signals:
        unfolded: there is more to be seen; carries it.
        others_wanted: the other tests and repairs are to be shown; they take a moment to work out.
        move_wanted: something else is to be done; carries the Move.
        known_wanted: the person wants to say what is known already.
    """

    unfolded = Signal(object)
    others_wanted = Signal()
    move_wanted = Signal(object)
    known_wanted = Signal()

    def __init__(self, inquiry: Inquiry, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inquiry = inquiry
        self._look = look
        self.why = FoldButton(_("Why this?"))
        self.others = FoldButton(_("Something else instead…"))
        self.known = SureButton(_("Something known already?"), "fold")
        if not may_be_known(inquiry.case):
            self.known.hide()
        self.known.clicked.connect(self.known_wanted)
        self.why.toggled.connect(self._on_why)
        self.others.toggled.connect(self._on_others)
        self._reason = self._reasons()
        self._reason.hide()
        self.rows: list[OtherRow] = []
        self._list = Column()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._list.hide()
        self.heads = QWidget()
        FlowRow(self.why, self.others, self.known, parent=self.heads)
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """The buttons that keys walk over."""
        return [self.why, self.others, self.known, *(button for row in self.rows for button in row.buttons)]

    def take_heads(self) -> None:
        """Have the heads above what they unfold."""
        self._column.insertWidget(0, self.heads)

    def show_others(self, others: Sequence[Valued]) -> None:
        """Show what could be done instead, the best first, and then what no longer can."""
        left = [valued.move for valued in others]
        bills = {valued.move: self._inquiry.money(valued.expected) for valued in others}
        for move in [*left, *(move for move in self._all() if move not in left)]:
            if move != self._inquiry.goal:
                row = OtherRow(self._inquiry.name(move), bills.get(move, ""), self._look)
                row.why_wanted.connect(lambda row=row, move=move: row.show_reason(self._inquiry.why_not(move)))
                row.wanted.connect(lambda move=move: self.move_wanted.emit(move))
                self.rows.append(row)
                self._list_column.addWidget(row)

    def _all(self) -> list[Move]:
        model = self._inquiry.model
        tests = [Move(MoveKind.TEST, test.id) for test in model.tests]
        return [*tests, *(Move(MoveKind.REPAIR, repair.id) for repair in model.repairs)]

    def _on_why(self, shown: bool) -> None:
        self._reason.setVisible(shown)
        if shown:
            self.unfolded.emit(self._reason)
            announce(self._reason, "\n".join(words.text() for words in self._reason.findChildren(QLabel)))

    def _on_others(self, shown: bool) -> None:
        self._list.setVisible(shown)
        if shown and not self.rows:
            self.others_wanted.emit()
        if shown:
            self.unfolded.emit(self._list)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, self._look.size(8), 0)
        column.setSpacing(self._look.size(8))
        column.addWidget(self.heads)
        column.addWidget(self._reason)
        column.addWidget(self._list)

    def _reasons(self) -> QWidget:
        """Return what it costs with and without it and what each answer leads to, or the whole reason in a sentence."""
        inquiry, advice, holder = self._inquiry, self._inquiry.advice, Column()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.size(6))
        if inquiry.is_advised and inquiry.goal.kind is MoveKind.TEST:
            said = _("Expected bill with this test {tested}, with repairs only {untested}.")
            tested, untested = inquiry.money(advice.expected), inquiry.money(advice.untested)
            column.addWidget(label(said.format(tested=tested, untested=untested), "costs"))
        if inquiry.test is None or not inquiry.is_advised or advice.together:
            column.addWidget(label(inquiry.why, "body"))
        for words in self._leads():
            column.addWidget(label(words, "body"))
        return holder

    def _leads(self) -> list[str]:
        test, name = self._inquiry.test, self._inquiry.name
        if test is None:
            return []
        ways = ((test.answers[lead.answer], lead.then or (lead.move,)) for lead in self._inquiry.leads)
        return [f"•  {answer}:  {one_of(dict.fromkeys(name(move) for move in moves))}" for answer, moves in ways]

"""One suspect: how likely it is, as a bar and in a word, and what speaks for it; a tap shows what that rests on."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from micra_assistant.jobs.faultfinding.suspicion import Suspicion
from micra_assistant.ui.diagnosis.share_bar import ShareBar
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.tap import is_tap
from micra_assistant.words import _


class SuspectRow(QFrame):
    """A suspect; ``reason`` is what speaks for it, or has ruled it out.

    Attributes:
        is_out: whether it is all but ruled out.
    """

    def __init__(
        self,
        suspicion: Suspicion,
        basis: str,
        reason: str,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._basis = label(basis, "caption")
        self._basis.hide()
        self.is_out = suspicion.now.is_out
        self._name = label(suspicion.fault.text, "suspect")
        self._name.setProperty("out", self.is_out)
        self._word = QLabel()
        self._bar = ShareBar(look)
        if self.is_out:
            self._bar.hide()
        self._lay_out(reason, look)

    def show_suspicion(self, suspicion: Suspicion, *, is_compared: bool) -> None:
        """Show how likely it is, or would become; before it as well, if it ``is_compared``. Nothing moves."""
        now = suspicion.now
        self._wear("news" if self.is_out or now.is_out else "likely")
        self._say(now.word if now.is_out != self.is_out or not self.is_out else _("new") * suspicion.is_newly_out)
        self._bar.show_share(now.share, suspicion.before if is_compared else None)
        self.setAccessibleName(f"{suspicion.fault.text}: {now.word}")

    @property
    def basis(self) -> str:
        """What the estimate rests on, empty while it is not shown."""
        return "" if self._basis.isHidden() else self._basis.text()

    @property
    def element(self) -> Element:
        """A group that unfolds what the estimate rests on."""
        return Element(Role.GROUP, is_unfolded=bool(self.basis), press=self.unfold)

    def unfold(self) -> None:
        """Show what the estimate rests on, or hide it."""
        self._basis.setVisible(self._basis.isHidden())
        announce(self, self.basis)

    @property
    def word(self) -> str:
        """How likely it is."""
        return self._word.text()

    def _say(self, word: str) -> None:
        self._word.setText(word)
        self._word.setVisible(bool(word))

    def _wear(self, kind: str) -> None:
        """Take the style of a kind, before the words: these say how wide they are in it."""
        if self._word.property("kind") != kind:
            self._word.setProperty("kind", kind)
            restyle(self._word)
            QCoreApplication.sendEvent(self._word, QEvent(QEvent.Type.StyleChange))  # a label measures its frame then

    def _lay_out(self, reason: str, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(look.size(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.size(2), 0, look.size(3))
        column.setSpacing(look.size(2))
        column.addLayout(head)
        column.addWidget(self._bar)
        if reason:
            column.addWidget(label(reason, "caption"))
        column.addWidget(self._basis)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if is_tap(self, event):
            self.unfold()

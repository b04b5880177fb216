"""The second act: before a gate or a point of no return is ticked, its hazard is shown again and a yes asked for."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from micra_assistant.guide.model import AnyItem, Guide
from micra_assistant.ui.actions import Action
from micra_assistant.ui.frame.key_presser import press_of, to_button
from micra_assistant.ui.frame.window_keys import keys_of
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.screen_reader.element import Element, Role
from micra_assistant.ui.step.confirm_words import ConfirmWords
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import ThreeKeys
from micra_assistant.ui.widgets.answer_button import AnswerButton
from micra_assistant.ui.widgets.scroll_column import ScrollColumn
from micra_assistant.words import _

_WIDEST = 1000
_PADDING = 18
_GAP = 12
_EDGES = 2
_BELOW = 8
"""Below the buttons, in pixels at scale 1: clear of the keys, and yet yes lies where nothing else can be tapped."""
_BETWEEN = 48
"""Between the buttons, so that yes, on the left, stays clear of the checklist too."""
_YES_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
"""PageUp, for in the rhythm of work, on and tick, on and tick, it has no place."""
_NOT_YET_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)
_THREE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_Space, Qt.Key.Key_PageDown)


class ConfirmCard(QFrame):
    """A sheet at the foot of the window; what is behind it is dimmed, and gets neither keys nor taps.

    One key over and over never says yes: “Not yet” has the focus, only another key moves it, and a key that repeats
    does nothing. Nor does one place tapped over and over: yes lies where the foot of the step was, where no item is.

    Signals:
        confirmed: yes was pressed; carries the id of the item.
        refused: “Not yet” or Escape was pressed.
        step_wanted: a link to a step was followed, which is no yes; carries the id of the step.
        gone: nothing is asked any more.
    """

    confirmed = Signal(str)
    refused = Signal()
    step_wanted = Signal(str)
    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._behind = parent
        self._item_id = ""
        self._look: Look | None = None
        self._focus_before: QWidget | None = None
        self._words: ConfirmWords | None = None
        self._sheet = QFrame(self)
        self._sheet.setObjectName("sheet")
        self._area = ScrollColumn()
        self.yes_button = AnswerButton()
        self.not_yet_button = AnswerButton()
        self.not_yet_button.say(_("Not yet"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.yes_button, 3)  # it says what is confirmed
        self._foot.addWidget(self.not_yet_button, 2)
        self._column = QVBoxLayout(self._sheet)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self._foot)
        self._connect()
        self.hide()

    def show_item(self, guide: Guide, item: AnyItem, look: Look) -> None:
        """Ask whether ``item`` is done, with all that its callout says."""
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
        self._item_id, self._look = item.id, look
        self._words = words = ConfirmWords(guide, item, look)
        words.step_wanted.connect(self._on_step)
        words.grown.connect(self._place)
        self._area.show_column(words)
        self.yes_button.say(_("Yes: {item}").format(item=words.item_words), _("Yes"))  # what for stands above it
        self.setAccessibleName(words.hazard)
        self.setAccessibleDescription(words.spoken)
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self._place()
        self.not_yet_button.setFocus()
        announce(self, self.spoken)

    @property
    def spoken(self) -> str:
        """The hazard and what is asked, for those who do not see it."""
        words = self._words
        return "\n".join(filter(None, (words.hazard, words.spoken, words.question))) if words else ""

    @property
    def element(self) -> Element:
        """A question in front of all else."""
        return Element(Role.DIALOG)

    @property
    def three_keys(self) -> ThreeKeys:
        """PageUp marks yes, PageDown marks “Not yet”, and Space says what is marked."""
        marked = self.yes_button if self.yes_button.hasFocus() else self.not_yet_button
        return ThreeKeys(
            to_button(_("Back"), self.yes_button), press_of(marked), to_button(_("On"), self.not_yet_button)
        )

    @property
    def room_for_words(self) -> QRect:
        """What lies above the sheet: no message hides what is confirmed."""
        return QRect(0, 0, self.width(), self._sheet.y())

    def has_say_on(self, button: QAbstractButton) -> bool:
        """Whether it says itself what Space does on a button."""
        return button in (self.yes_button, self.not_yet_button)

    def withdraw(self) -> None:
        """Close without an answer: what was asked is no longer to be done. The focus goes back to where it was."""
        self._item_id = ""
        if self.isHidden():
            return
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()
        self.hide()
        self.gone.emit()

    def _connect(self) -> None:
        self.yes_button.clicked.connect(self._on_yes)
        self.not_yet_button.clicked.connect(self._on_not_yet)
        self._behind.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)

    def _on_yes(self) -> None:
        item_id = self._item_id
        self.withdraw()
        self.confirmed.emit(item_id)

    def _on_not_yet(self) -> None:
        self.withdraw()
        self.refused.emit()

    def _on_step(self, step_id: str) -> None:
        self.withdraw()
        self.step_wanted.emit(step_id)

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the focus, and the keys with it, while the sheet is open; a dialog above it may have them."""
        if self._item_id and now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self.not_yet_button.setFocus()

    def _place(self) -> None:
        """Put the sheet at the foot, as high as its words need or as there is room."""
        look, words = self._look, self._words
        if look is None or words is None:
            return
        padding, gap, below = look.size(_PADDING), look.size(_GAP), look.compact.size(_BELOW)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._column.setContentsMargins(padding, padding, padding - bar, below)
        self._column.setSpacing(gap)
        self._foot.setContentsMargins(0, 0, bar, 0)
        self._foot.setSpacing(look.size(_BETWEEN))
        width = min(look.size(_WIDEST), self.width() - padding)
        needed = words.heightForWidth(width - 2 * padding - _EDGES) + self._foot.sizeHint().height()
        height = min(padding + needed + gap + below + _EDGES, self.height() - padding)
        self._sheet.setGeometry((self.width() - width) // 2, self.height() - height, width, height)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not self._lets_pass(event))
            return True
        return super().event(event)

    def _lets_pass(self, event: QKeyEvent) -> bool:
        """Whether a key is one of the three, or closes the window; every other one is the sheet's."""
        if event.isAutoRepeat():
            return False
        is_one_of_three = event.key() in _THREE_KEYS and not event.modifiers()
        return is_one_of_three or QKeySequence(event.keyCombination()) in keys_of(Action.QUIT, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self._on_not_yet()
        elif event.key() in _YES_KEYS:
            self.yes_button.setFocus()
        elif event.key() in _NOT_YET_KEYS:
            self.not_yet_button.setFocus()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: ARG002, N802 - Qt's name
        (self.yes_button if self.not_yet_button.hasFocus() else self.not_yet_button).setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._behind.rect())
        return super().eventFilter(watched, event)

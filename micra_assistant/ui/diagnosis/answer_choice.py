"""One answer to choose: a huge button whose words wrap, with the digit that chooses it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.restyle import restyle
from micra_assistant.ui.style.signs import Sign
from micra_assistant.ui.widgets.labels import label
from micra_assistant.ui.widgets.letting_go import let_go
from micra_assistant.ui.widgets.sign_label import SignLabel
from micra_assistant.ui.widgets.sure_button import SureButton

_LEAST_HEIGHT = 60
_MARGIN = 8
_USUAL_WIDTH = 240


class AnswerChoice(SureButton):
    """An answer; ``digit`` is shown before it, 0 shows none."""

    def __init__(self, words: str, digit: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("", "answer", parent)
        self._look = look
        self.digit = digit
        self.setAccessibleName(words)
        self.words = words
        said = label(words, "answer")
        margin = look.size(_MARGIN)
        height = look.far.target if look.far else look.size(_LEAST_HEIGHT)
        said.setMinimumHeight(max(0, height - 2 * margin))  # on a large screen the margins alone are a finger high
        number = QLabel(str(digit))
        number.setProperty("kind", "digit")
        if not digit:
            number.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size(16), margin, look.size(16), margin)
        row.setSpacing(look.size(14))
        for widget in (number, said):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row
        self._value: SignLabel | None = None
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(said, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def judge(self, value: str, *, is_wrong: bool) -> None:
        """Show that what is being typed is this answer: the value with a tick, or a cross if it ``is_wrong``.

        With no value, show that it is not this answer.
        """
        if self._value and self._value.text() != value:
            let_go(self._value)
            self._value = None
        if value and self._value is None:
            self._value = SignLabel(Sign.CROSS if is_wrong else Sign.TICK, value)
            self._value.setProperty("kind", "answer-value")
            self._row.addWidget(self._value)
        self._wear(meant=bool(value), wrong=is_wrong and bool(value))

    def _wear(self, **looks: bool) -> None:
        if any(bool(self.property(name)) != value for name, value in looks.items()):
            for name, value in looks.items():
                self.setProperty(name, value)
            restyle(self, *self.findChildren(QLabel))

    def sizeHint(self) -> QSize:
        return QSize(self._look.size(_USUAL_WIDTH), self._look.size(_LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.size(_USUAL_WIDTH) // 2, self._look.size(_LEAST_HEIGHT))

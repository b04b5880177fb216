"""Says what has changed in a guide since its job was begun, and asks which text the job goes on with."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QVBoxLayout, QWidget

from micra_assistant.guide.changes import ChangeKind, ChangeSign, StepChange
from micra_assistant.guide.html import escape
from micra_assistant.ui.frame.dialog_keys import DialogKeys
from micra_assistant.ui.frame.key_presser import scroll
from micra_assistant.ui.frame.keyed_dialog import KeyedDialog
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, KeyAct, cap_of
from micra_assistant.ui.widgets.flow_row import FlowRow
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.scroll_column import Column, ScrollColumn
from micra_assistant.ui.widgets.sure_button import SureButton
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _, ngettext

_WIDTH, _HEIGHT = 900, 640
"""In pixels at scale 1, where the window behind has the room."""


class ChangesDialog(KeyedDialog):
    """The changes step by step; accepted if the new text is to be taken, rejected if the job stays with the old one.

    ``lost_done`` are the words of the done items that the new text has no longer.
    """

    def __init__(
        self, changes: Sequence[StepChange], lost_done: Sequence[str], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.setObjectName("changes")
        self.setWindowTitle(_("The guide has changed since this job was begun"))
        self._look = look
        self._take = SureButton(_("Take the new text"), "")
        self._stay = SureButton(_("Stay with the old text"), "")
        self._scroll = ScrollColumn()
        self._scroll.take_keys(Qt.FocusPolicy.StrongFocus)
        self._scroll.show_column(self._column(changes, lost_done))
        self._keys = DialogKeys(self, lambda: [self._take, self._stay], self._done, look)
        self._keys.read_first(self._scroll.verticalScrollBar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(22), look.size(16), look.size(12), look.size(10))
        layout.setSpacing(look.size(10))
        if not look.far:
            layout.addWidget(_label(self.windowTitle(), "title"))
        layout.addWidget(_label(_("Take the new text, and your ticks and readings go with it."), "body"))
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._answers())
        layout.addWidget(self._keys.foot)
        size = QSize(look.size(_WIDTH), look.size(_HEIGHT))
        self.resize(size.boundedTo(parent.size() * 0.94) if parent else size)
        self.setFocusProxy(self._scroll)
        self.setFocus()

    @classmethod
    def ask(cls, changes: Sequence[StepChange], lost_done: Sequence[str], look: Look, parent: QWidget) -> bool:
        """Ask, and return whether the new text is to be taken."""
        dialog = cls(changes, lost_done, look, parent)
        takes_new = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return takes_new

    def _answers(self) -> FlowRow:
        self._take.setObjectName("primary")
        self._take.clicked.connect(self.accept)
        self._stay.clicked.connect(self.reject)
        row = FlowRow(self._take, self._stay)
        row.setSpacing(self._look.size(16))
        return row

    def _done(self) -> KeyAct:
        """Return how it is read on; at the end Space takes nothing, for it may be pressed once too often."""
        further = scroll(self._scroll.verticalScrollBar(), 1)
        if further.act:
            return replace(further, words=_("Read on"))
        return KeyAct(_("Choose an answer"), _("{key} marks one.").format(key=cap_of(Key.ON)))

    def _column(self, changes: Sequence[StepChange], lost_done: Sequence[str]) -> Column:
        column = Column()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, self._look.size(8), 0)
        layout.setSpacing(self._look.size(10))
        if lost_done:
            layout.addWidget(self._note(lost_done))
        for change in changes:
            layout.addWidget(StepCard(change, self._look))
        layout.addStretch(1)
        return column

    def _note(self, lost_done: Sequence[str]) -> QWidget:
        said = ngettext(
            "1 line you ticked is no longer in the guide; it stays in the history of the job:",
            "{count} lines you ticked are no longer in the guide; they stay in the history of the job:",
            len(lost_done),
        ).format(count=len(lost_done))
        lines = "".join(f"<br>•&nbsp;{escape(words)}" for words in lost_done)
        note = _Card("lost")
        layout = QVBoxLayout(note)
        layout.setContentsMargins(self._look.size(16), self._look.size(10), self._look.size(14), self._look.size(10))
        layout.addWidget(TextBlock(f"<b>{escape(said)}</b>{lines}"))
        return note


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label


class _Card(Flowing, QFrame):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)


class StepCard(_Card):
    """One step and what changed in it."""

    def __init__(self, change: StepChange, look: Look) -> None:
        super().__init__("card")
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.size(16), look.size(10), look.size(16), look.size(12))
        layout.setSpacing(look.size(6))
        layout.addWidget(TextBlock(self._heading(change), "panel-title"))
        if change.lines:
            layout.addWidget(TextBlock(self._lines(change), "item"))

    def _heading(self, change: StepChange) -> str:
        title = change.title if change.step else _("Title, car and tools")
        style = f"font-weight:normal; color:{self._look.theme.colours['muted']}"
        return f'{escape(title)}<span style="{style}">&nbsp; · &nbsp;{escape(self._kind_words(change))}</span>'

    def _kind_words(self, change: StepChange) -> str:
        if change.kind is ChangeKind.MOVED and change.lines:
            return _("moved and changed")
        return {
            ChangeKind.NEW: _("new step"),
            ChangeKind.GONE: _("step is gone"),
            ChangeKind.CHANGED: _("changed"),
            ChangeKind.MOVED: _("moved to here"),
        }[change.kind]

    def _lines(self, change: StepChange) -> str:
        """Return the lines as HTML: signs in a column of their own, gone ones struck through."""
        colours = self._look.theme.colours
        styles = {
            ChangeSign.NEW: ("+", f"background-color:{colours['tip-soft']}; color:{colours['good']}", "{}"),
            ChangeSign.GONE: ("−", f"background-color:{colours['bad-soft']}; color:{colours['bad']}", "<s>{}</s>"),
            ChangeSign.SAME: ("&nbsp;", f"color:{colours['muted']}", "{}"),
        }
        rows = []
        for line in change.lines:
            sign, style, form = styles[line.sign]
            words = form.format(escape(line.text))
            rows.append(f'<tr style="{style}"><td><b>&nbsp;{sign}&nbsp;</b></td><td width="100%">{words}</td></tr>')
        return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(rows)}</table>'

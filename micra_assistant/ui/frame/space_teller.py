"""What a screen reader says when Space does something else: what is marked now, and what becomes of it."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.three_keys import KeyAct


class SpaceTeller:
    """Says what Space does now in the window of a widget, unless the screen reader does so by itself.

    That is so of a button or a field that has just got the focus, and of a field that is typed in.
    """

    def __init__(self, foot: QWidget) -> None:
        self._foot = foot
        self._said = KeyAct("")
        self._heard: tuple[QWidget | None, str] = None, ""

    def tell(self, space: KeyAct) -> None:
        """Say what Space does, if that is another act than before."""
        before, self._said = self._said, space
        focus = self._foot.window().focusWidget()
        heard_before, self._heard = self._heard, (focus, focus.text() if isinstance(focus, QLineEdit) else "")
        is_heard = isinstance(focus, QAbstractButton | QLineEdit) and self._heard != heard_before
        if not is_heard and not _is_same(space, before):
            announce(self._foot, ": ".join(filter(None, space.said)))


def _is_same(space: KeyAct, before: KeyAct) -> bool:
    """Whether one act is the other, be it that time has passed."""
    return space.said == before.said or (space.counts_down and before.counts_down and space.detail == before.detail)

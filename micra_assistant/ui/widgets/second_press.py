"""What Space does on a button that stays pressed: the second press undoes the first, and the foot says so."""

from PySide6.QtWidgets import QAbstractButton

from micra_assistant.ui.three_keys import KeyAct


def second_press(button: QAbstractButton, words: str) -> KeyAct | None:
    """Return the second press of a button, named by ``words``; None while the first is still to come."""
    return KeyAct(words, button.accessibleName(), button.click) if button.isChecked() else None

"""What a screen reader is told of widgets that are none of Qt's own: their roles and their states.

A widget that has an ``element`` says them itself. Of the others, a frame or what scrolls is a group if it has a name,
what is only drawn is a picture if it has one, and a label is a heading by its style; all else is as Qt has it.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocumentFragment
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QLabel, QWidget

from micra_assistant.ui.screen_reader.element import Element, HasElement, Role

_ROLES = {
    Role.BUTTON: QAccessible.Role.Button,
    Role.CHECK_BOX: QAccessible.Role.CheckBox,
    Role.DIALOG: QAccessible.Role.Dialog,
    Role.GROUP: QAccessible.Role.Grouping,
    Role.LINE_OF_LIST: QAccessible.Role.ListItem,
    Role.PICTURE: QAccessible.Role.Graphic,
}
_HEADINGS = ("title", "panel-title", "question")
"""The styles of labels that head what follows."""
_OF_NAMED = {
    "QFrame": QAccessible.Role.Grouping,
    "QScrollArea": QAccessible.Role.Grouping,
    "QAbstractScrollArea": QAccessible.Role.Graphic,
    "QWidget": QAccessible.Role.Graphic,
}
"""The roles of widgets of these kinds, and of no kind that Qt has a better one for, while they have a name."""


def told_widget(kind: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what is told of a thing of a kind, None if Qt is to tell it, or to ask again for a more common kind."""
    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, HasElement):
        return _ToldWidget(thing)
    if type(thing) is QLabel:
        return _Label(thing)
    role = _OF_NAMED.get(kind)
    return _NamedWidget(thing, role) if role and type(thing) not in (QWidget, QFrame) else None


class _NamedWidget(QAccessibleWidget):
    """Has its role once the widget has a name."""

    def role(self) -> QAccessible.Role:
        widget = self.object()
        is_named = isinstance(widget, QWidget) and widget.accessibleName()
        return super().role() if is_named else QAccessible.Role.Client


class _Label(QAccessibleWidget):
    """Is a heading if the label is in the style of one."""

    def role(self) -> QAccessible.Role:
        is_heading = self.isValid() and self.object().property("kind") in _HEADINGS
        return QAccessible.Role.Heading if is_heading else QAccessible.Role.StaticText

    def text(self, asked: QAccessible.Text) -> str:
        label = self.object()
        if asked is QAccessible.Text.Name and isinstance(label, QLabel) and not label.accessibleName():
            return _plain_text(label)
        return super().text(asked)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        return state


def _plain_text(label: QLabel) -> str:
    is_rich = label.textFormat() is Qt.TextFormat.RichText
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText() if is_rich else label.text()


class _ToldWidget(QAccessibleWidget):
    """Asks the widget for its element whenever it is asked itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)

    @property
    def _element(self) -> Element:
        widget = self.object()
        return widget.element if isinstance(widget, HasElement) else Element(Role.GROUP)

    def role(self) -> QAccessible.Role:
        return _ROLES[self._element.role]

    def text(self, asked: QAccessible.Text) -> str:
        name = self._element.name if asked is QAccessible.Text.Name else ""
        return name or super().text(asked)

    def state(self) -> QAccessible.State:
        state, element = super().state(), self._element
        state.checkable, state.checked = element.is_checked is not None, bool(element.is_checked)
        state.selectable, state.selected = element.is_current is not None, bool(element.is_current)
        state.disabled = state.disabled or element.is_held
        state.expandable = element.is_unfolded is not None
        state.expanded, state.collapsed = element.is_unfolded is True, element.is_unfolded is False
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        press = [self.pressAction()] if self._element.press else []
        return [*press, *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        press = self._element.press
        if press and name == self.pressAction():
            press()
        else:
            super().doAction(name)

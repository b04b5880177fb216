"""What a screen reader is told of widgets that are none of Qt's own."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from micra_assistant.ui.screen_reader.element import Element
from micra_assistant.ui.screen_reader.element import Role as Kind
from micra_assistant.ui.widgets.labels import label
from tests.ui.accessible_tree import acts_of, name_of
from tests.ui.listening import Heard

Role = QAccessible.Role


class Switch(QFrame):
    """A switch that says itself how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.element = Element(Kind.CHECK_BOX)


class Sheet(QFrame):
    """A frame."""


class Drawing(QWidget):
    """What is drawn."""


class Column(QScrollArea):
    """What scrolls."""


def told(widget: QWidget) -> QAccessibleInterface:
    """Return what is told of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_a_widget_says_itself_what_it_is(heard: Heard) -> None:
    switch = Switch()
    switch.setAccessibleName("Light")
    assert (told(switch).role(), name_of(told(switch)), acts_of(told(switch))) == (Role.CheckBox, "Light", [])
    state = told(switch).state()
    assert not any((state.checkable, state.checked, state.selectable, state.expandable, state.disabled))


def test_it_is_asked_anew_each_time(heard: Heard) -> None:
    switch, pressed = Switch(), list[str]()
    assert not told(switch).state().checked
    switch.element = Element(
        Kind.CHECK_BOX,
        name="Lamp",
        is_checked=True,
        is_held=True,
        is_current=True,
        is_unfolded=False,
        press=lambda: pressed.append("pressed"),
    )
    state = told(switch).state()
    assert all((state.checkable, state.checked, state.disabled, state.selectable, state.selected))
    assert all((state.expandable, state.collapsed, not state.expanded))
    assert name_of(told(switch)) == "Lamp"
    acts = told(switch).actionInterface()
    assert acts is not None
    acts.doAction(acts.actionNames()[0])
    assert pressed == ["pressed"]


def test_every_role_is_one_of_qt(heard: Heard) -> None:
    switch, roles = Switch(), set[Role]()
    for role in Kind:
        switch.element = Element(role)
        roles.add(told(switch).role())
    assert len(roles) == len(Kind)


def test_what_has_a_name_has_a_role(heard: Heard) -> None:
    roles = {Sheet(): Role.Grouping, Column(): Role.Grouping, Drawing(): Role.Graphic}
    for widget, role in roles.items():
        assert told(widget).role() is Role.Client
        widget.setAccessibleName("Named")
        assert told(widget).role() is role


def test_labels_that_head_something_are_headings(heard: Heard) -> None:
    title, named, plain = label("Put & back", "title"), label("<b>1</b>", "panel-title"), QLabel("Put back")
    named.setAccessibleName("One")
    assert [(told(one).role(), name_of(told(one))) for one in (title, named, plain)] == [
        (Role.Heading, "Put & back"),
        (Role.Heading, "One"),
        (Role.StaticText, "Put back"),
    ]

"""What a screen reader is told of a window: every element with its role, name and states; and what it lacks."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from micra_assistant.ui.diagnosis.share_bar import ShareBar
from micra_assistant.ui.home.number_badge import NumberBadge
from micra_assistant.ui.step.signal_icon import SignalIcon

Role = QAccessible.Role
_Text = QAccessible.Text
_MOST_CELLS = 80

Told = tuple[Role, str, bool]
"""What a thing is, what it is called, whether it is ticked."""

NO_ROLES = (Role.NoRole, Role.Client, Role.Border, Role.LayeredPane, Role.Pane)
"""What says nothing of what a thing is for."""
_NAMED = (Role.Window, Role.Dialog, Role.Grouping, Role.Graphic, Role.Heading, Role.Button, Role.CheckBox)
_NAMED_TOO = (Role.Table, Role.Tree, Role.List, Role.EditableText, Role.ProgressBar, Role.ColumnHeader, Role.ButtonMenu)
_DECORATION = (NumberBadge, ShareBar, SignalIcon)
"""Drawn, and said by the name of what they stand in or beside."""


def elements(window: QWidget) -> list[QAccessibleInterface]:
    """Return all that a screen reader finds in a window in sight, parents first."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return list(_below(root))


def name_of(element: QAccessibleInterface) -> str:
    """Return what an element is called."""
    return element.text(_Text.Name)


def acts_of(element: QAccessibleInterface) -> list[str]:
    """Return what can be done with an element."""
    acts = element.actionInterface()
    return acts.actionNames() if acts else []


def told(found: Sequence[QAccessibleInterface]) -> list[Told]:
    """Return what a screen reader tells of elements, without those that have no name."""
    every = ((each.role(), name_of(each), bool(each.state().checked)) for each in found)
    return [(role, name, is_ticked) for role, name, is_ticked in every if name]


def lacks(found: Sequence[QAccessibleInterface]) -> set[str]:
    """Return what a screen reader cannot tell of elements: controls and drawings that have no name or no role."""
    return {f"{_described(element)}: {lack}" for element in found for lack in _lacks(element)}


def _below(element: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if element.state().invisible:
        return
    yield element
    for place in range(min(element.childCount(), _MOST_CELLS)):
        child = element.child(place)
        if child is not None and child.isValid():
            yield from _below(child)


def _lacks(element: QAccessibleInterface) -> Iterator[str]:
    role, is_control = element.role(), bool(element.state().focusable or acts_of(element))
    if is_control and role in NO_ROLES:
        yield "no role"
    has_to_be_named = is_control or role in _NAMED or role in _NAMED_TOO or _is_drawn(element)
    if has_to_be_named and not _needs_no_name(element) and not name_of(element).strip():
        yield "no name"
    if role is Role.ComboBox and not (_labels(element) or element.text(_Text.Description)):
        yield "no label"


def _needs_no_name(element: QAccessibleInterface) -> bool:
    """Whether a thing is a cell that may be empty, the box of the buttons of a dialog, or a label that is empty now."""
    return element.role() in (Role.Cell, Role.TreeItem) or isinstance(element.object(), QDialogButtonBox | QLabel)


def _labels(element: QAccessibleInterface) -> list[str]:
    """Return the names of what labels an element: that of a list to choose from is what is chosen."""
    return [name_of(other) for other, _kind in element.relations(QAccessible.RelationFlag.Label) if name_of(other)]


def _is_drawn(element: QAccessibleInterface) -> bool:
    """Whether a thing is drawn by ourselves, and there is nothing in it that says what it shows."""
    widget = element.object()
    is_ours = type(widget).__module__.startswith("micra_assistant") and "paintEvent" in vars(type(widget))
    return is_ours and isinstance(widget, QWidget) and not element.childCount() and not isinstance(widget, _DECORATION)


def _described(element: QAccessibleInterface) -> str:
    """Return which element it is, and in what."""
    chain: list[str] = []
    parent: QAccessibleInterface | None = element
    while parent is not None and len(chain) < 4:
        chain.append(type(parent.object()).__name__ if parent.object() else parent.role().name)
        parent = parent.parent()
    return f"{' in '.join(chain)} {name_of(element)!r} {element.role().name}"

"""Everything the person can ask of the window, as data: name, words, keys."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Action(StrEnum):
    """The actions there are."""

    NEXT = "next"
    BACK = "back"
    TICK = "tick"
    RETURN = "return"
    LINE_DOWN = "line-down"
    LINE_UP = "line-up"
    CLOSE_MESSAGE = "close-message"
    SEARCH = "search"
    BACK_TO_JOB = "back-to-job"
    SHOW_JOB = "show-job"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"
    PHOTO = "photo"
    PASTE = "paste"
    PUT_BACK = "put-back"
    AWAY = "away"
    JOBS = "jobs"
    NEW_JOB = "new-job"
    DETAILS = "details"
    TIMELINE = "timeline"
    CHANGES = "changes"
    CLOSE_JOB = "close-job"
    REOPEN = "reopen"
    BLANK = "blank"
    DUPLICATE = "duplicate"
    EXPORT = "export"
    IMPORT = "import"
    BACKUPS = "backups"
    PREVIEW_CHECKLIST = "preview-checklist"
    PREVIEW_GUIDE = "preview-guide"
    PREVIEW_PUT_BACK = "preview-put-back"
    PREVIEW_REPORT = "preview-report"
    PREVIEW_FAULT_RECORD = "preview-fault-record"
    SAVE_CHECKLIST = "save-checklist"
    SAVE_GUIDE = "save-guide"
    SAVE_PUT_BACK = "save-put-back"
    SAVE_REPORT = "save-report"
    SAVE_FAULT_RECORD = "save-fault-record"
    FIND_FAULT = "find-fault"
    PARTS = "parts"
    DESKTOP_COLOURS = "desktop-colours"
    LIGHT = "light"
    DARK = "dark"
    OTHER_COLOURS = "other-colours"
    NUMBERS_POINT = "numbers-point"
    NUMBERS_COMMA = "numbers-comma"
    NUMBERS_SPACE = "numbers-space"
    WORKSHOP = "workshop"
    LARGER = "larger"
    SMALLER = "smaller"
    KEYS = "keys"
    ABOUT = "about"
    BUG_REPORT = "bug-report"


Actions = Mapping[Action, QAction]
"""Every action there is in the window."""

Handlers = Mapping[Action, Callable[[], object]]
"""What is done at actions."""


class _Spec(Struct, frozen=True):
    words: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    repeats: bool = False
    """Whether holding the key does it again and again."""


_SPECS = {
    Action.NEXT: _Spec("Next step", ("PgDown",), repeats=True),
    Action.BACK: _Spec("Step back", ("PgUp",), repeats=True),
    Action.TICK: _Spec("Tick the marked line, or go into its field", ("Space",)),
    Action.RETURN: _Spec("Back to the step you came from", ("Alt+Left",)),
    Action.LINE_DOWN: _Spec("Mark the next line", ("Down",), repeats=True),
    Action.LINE_UP: _Spec("Mark the line before", ("Up",), repeats=True),
    Action.CLOSE_MESSAGE: _Spec("Close the message, or take typing back", ("Esc",)),
    Action.SEARCH: _Spec("Search all guides", ("Ctrl+F",)),
    Action.BACK_TO_JOB: _Spec("Back from a guide looked up to the job", ("Ctrl+B",)),
    Action.SHOW_JOB: _Spec("The job"),
    Action.UNDO: _Spec("Undo", ("Ctrl+Z",)),
    Action.REDO: _Spec("Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Action.NOTE: _Spec("Write a note at this step", ("Ctrl+M",)),
    Action.PHOTO: _Spec("Add photos to this step…", ("Ctrl+I",)),
    Action.PASTE: _Spec("Paste a photo or a note", ("Ctrl+V",)),
    Action.PUT_BACK: _Spec("What is to be put back", ("F6",)),
    Action.AWAY: _Spec("Called away", ("F8",)),
    Action.JOBS: _Spec("All jobs", ("Ctrl+J",)),
    Action.NEW_JOB: _Spec("New job…", ("Ctrl+N",)),
    Action.DETAILS: _Spec("Car, customer, mileage…", ("Ctrl+D",)),
    Action.TIMELINE: _Spec("What was done, and when", ("Ctrl+T",)),
    Action.CHANGES: _Spec("What has changed in the guide…"),
    Action.CLOSE_JOB: _Spec("Close the job…", ("Ctrl+E",)),
    Action.REOPEN: _Spec("Reopen the job"),
    Action.BLANK: _Spec("Blank the customer’s data…"),
    Action.DUPLICATE: _Spec("New job for the same car"),
    Action.EXPORT: _Spec("Export the job as a file…"),
    Action.IMPORT: _Spec("Import a job file…"),
    Action.BACKUPS: _Spec("Backups of the records…"),
    Action.PREVIEW_CHECKLIST: _Spec("Print the checklist…", ("Ctrl+P",)),
    Action.PREVIEW_GUIDE: _Spec("Print the whole guide…", ("Ctrl+Shift+P",)),
    Action.PREVIEW_PUT_BACK: _Spec("Print what is to be put back…"),
    Action.PREVIEW_REPORT: _Spec("Print the job report…"),
    Action.PREVIEW_FAULT_RECORD: _Spec("Print the fault-finding record…"),
    Action.SAVE_CHECKLIST: _Spec("Save the checklist as PDF…", ("Ctrl+S",)),
    Action.SAVE_GUIDE: _Spec("Save the whole guide as PDF…", ("Ctrl+Shift+S",)),
    Action.SAVE_PUT_BACK: _Spec("Save what is to be put back as PDF…"),
    Action.SAVE_REPORT: _Spec("Save the job report as PDF…"),
    Action.FIND_FAULT: _Spec("Find the fault", ("F2",)),
    Action.SAVE_FAULT_RECORD: _Spec("Save the fault-finding record as PDF…"),
    Action.PARTS: _Spec("Parts", ("F4",), checkable=True),
    Action.DESKTOP_COLOURS: _Spec("Colours of the desktop", checkable=True),
    Action.LIGHT: _Spec("Light colours", checkable=True),
    Action.DARK: _Spec("Dark colours", checkable=True),
    Action.OTHER_COLOURS: _Spec("Change between light and dark", ("F9",)),
    Action.NUMBERS_POINT: _Spec("Numbers: 1,234.5", checkable=True),
    Action.NUMBERS_COMMA: _Spec("Numbers: 1.234,5", checkable=True),
    Action.NUMBERS_SPACE: _Spec("Numbers: 1\N{NO-BREAK SPACE}234,5", checkable=True),
    Action.WORKSHOP: _Spec("Workshop: rates, names, paper…"),
    Action.LARGER: _Spec("Larger text", ("Ctrl++", "Ctrl+=")),
    Action.SMALLER: _Spec("Smaller text", ("Ctrl+-",)),
    Action.KEYS: _Spec("Keys", ("F1",)),
    Action.ABOUT: _Spec("About Micra Assistant"),
    Action.BUG_REPORT: _Spec("Copy the report about faults of the program"),
}


def make_actions(window: QWidget) -> Actions:
    """Return every action, its keys active in ``window``."""
    return {action: _make(window, action, spec) for action, spec in _SPECS.items()}


def keys_and_words() -> list[tuple[str, str]]:
    """Return all keys, each with what it does."""
    with_keys = (spec for spec in _SPECS.values() if spec.keys)
    return [(QKeySequence(spec.keys[0]).toString(), _translated(spec)) for spec in with_keys]


def _make(window: QWidget, name: Action, spec: _Spec) -> QAction:
    action = QAction(_translated(spec), window)
    action.setObjectName(name.value)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setCheckable(spec.checkable)
    action.setAutoRepeat(spec.repeats)
    window.addAction(action)
    return action


def _translated(spec: _Spec) -> str:
    return QCoreApplication.translate("actions", spec.words)

"""Everything the person can ask of the window, as data: name, words, keys."""

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Act(StrEnum):
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
    PREVIEW_REASSEMBLY = "preview-reassembly"
    PREVIEW_REPORT = "preview-report"
    PREVIEW_FAULT_RECORD = "preview-fault-record"
    SAVE_CHECKLIST = "save-checklist"
    SAVE_GUIDE = "save-guide"
    SAVE_REASSEMBLY = "save-reassembly"
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
    LARGER = "larger"
    SMALLER = "smaller"
    KEYS = "keys"
    ABOUT = "about"
    FAULT_REPORT = "fault-report"


class _Spec(Struct, frozen=True):
    words: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    repeats: bool = False
    """Whether holding the key does it again and again."""


_SPECS = {
    Act.NEXT: _Spec("Next step", ("PgDown",), repeats=True),
    Act.BACK: _Spec("Step back", ("PgUp",), repeats=True),
    Act.TICK: _Spec("Tick the marked line, or go into its field", ("Space",)),
    Act.RETURN: _Spec("Back to the step you came from", ("Alt+Left",)),
    Act.LINE_DOWN: _Spec("Mark the next line", ("Down",), repeats=True),
    Act.LINE_UP: _Spec("Mark the line before", ("Up",), repeats=True),
    Act.CLOSE_MESSAGE: _Spec("Close the message, or take typing back", ("Esc",)),
    Act.SEARCH: _Spec("Search all guides", ("Ctrl+F",)),
    Act.BACK_TO_JOB: _Spec("Back from a guide looked up to the job", ("Ctrl+B",)),
    Act.UNDO: _Spec("Undo", ("Ctrl+Z",)),
    Act.REDO: _Spec("Redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Act.NOTE: _Spec("Write a note at this step", ("Ctrl+M",)),
    Act.PHOTO: _Spec("Add photos to this step…", ("Ctrl+I",)),
    Act.PASTE: _Spec("Paste a photo or a note", ("Ctrl+V",)),
    Act.PUT_BACK: _Spec("What is to be put back", ("F6",)),
    Act.AWAY: _Spec("Called away", ("F8",)),
    Act.JOBS: _Spec("All jobs", ("Ctrl+J",)),
    Act.NEW_JOB: _Spec("New job…", ("Ctrl+N",)),
    Act.DETAILS: _Spec("Car, customer, mileage…", ("Ctrl+D",)),
    Act.TIMELINE: _Spec("What was done, and when", ("Ctrl+T",)),
    Act.CHANGES: _Spec("What has changed in the guide…"),
    Act.CLOSE_JOB: _Spec("Close the job…", ("Ctrl+E",)),
    Act.REOPEN: _Spec("Reopen the job"),
    Act.BLANK: _Spec("Blank the customer’s data…"),
    Act.DUPLICATE: _Spec("New job for the same car"),
    Act.EXPORT: _Spec("Export the job as a file…"),
    Act.IMPORT: _Spec("Import a job file…"),
    Act.BACKUPS: _Spec("Backups of the records…"),
    Act.PREVIEW_CHECKLIST: _Spec("Print the checklist…", ("Ctrl+P",)),
    Act.PREVIEW_GUIDE: _Spec("Print the whole guide…", ("Ctrl+Shift+P",)),
    Act.PREVIEW_REASSEMBLY: _Spec("Print what is to be put back…"),
    Act.PREVIEW_REPORT: _Spec("Print the job report…"),
    Act.PREVIEW_FAULT_RECORD: _Spec("Print the fault-finding record…"),
    Act.SAVE_CHECKLIST: _Spec("Save the checklist as PDF…", ("Ctrl+S",)),
    Act.SAVE_GUIDE: _Spec("Save the whole guide as PDF…", ("Ctrl+Shift+S",)),
    Act.SAVE_REASSEMBLY: _Spec("Save what is to be put back as PDF…"),
    Act.SAVE_REPORT: _Spec("Save the job report as PDF…"),
    Act.FIND_FAULT: _Spec("Find the fault", ("F2",)),
    Act.SAVE_FAULT_RECORD: _Spec("Save the fault-finding record as PDF…"),
    Act.PARTS: _Spec("Parts", ("F4",), checkable=True),
    Act.DESKTOP_COLOURS: _Spec("Colours of the desktop", checkable=True),
    Act.LIGHT: _Spec("Light colours", checkable=True),
    Act.DARK: _Spec("Dark colours", checkable=True),
    Act.OTHER_COLOURS: _Spec("Change between light and dark", ("F9",)),
    Act.NUMBERS_POINT: _Spec("Numbers: 1,234.5", checkable=True),
    Act.NUMBERS_COMMA: _Spec("Numbers: 1.234,5", checkable=True),
    Act.NUMBERS_SPACE: _Spec("Numbers: 1\N{NO-BREAK SPACE}234,5", checkable=True),
    Act.LARGER: _Spec("Larger text", ("Ctrl++", "Ctrl+=")),
    Act.SMALLER: _Spec("Smaller text", ("Ctrl+-",)),
    Act.KEYS: _Spec("Keys", ("F1",)),
    Act.ABOUT: _Spec("About Micra Assistant"),
    Act.FAULT_REPORT: _Spec("Copy the report about faults of the program"),
}


def make_actions(window: QWidget) -> dict[Act, QAction]:
    """Return every action, its keys active in ``window``."""
    return {act: _make(window, act, spec) for act, spec in _SPECS.items()}


def keys_and_words() -> list[tuple[str, str]]:
    """Return all keys, each with what it does."""
    with_keys = (spec for spec in _SPECS.values() if spec.keys)
    return [(QKeySequence(spec.keys[0]).toString(), _translated(spec)) for spec in with_keys]


def _make(window: QWidget, act: Act, spec: _Spec) -> QAction:
    action = QAction(_translated(spec), window)
    action.setObjectName(act.value)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setCheckable(spec.checkable)
    action.setAutoRepeat(spec.repeats)
    window.addAction(action)
    return action


def _translated(spec: _Spec) -> str:
    return QCoreApplication.translate("actions", spec.words)

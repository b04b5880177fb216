"""Everything the person can ask of the window, as data: name, words, keys."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from micra_assistant.words import N_, _

_Standard = QKeySequence.StandardKey


class Action(StrEnum):
    """The actions there are."""

    NEXT = "next"
    BACK = "back"
    TICK = "tick"
    NEXT_STEP = "next-step"
    STEP_BEFORE = "step-before"
    RETURN = "return"
    LINE_DOWN = "line-down"
    LINE_UP = "line-up"
    LINK_NEXT = "link-next"
    LINK_BEFORE = "link-before"
    ALL_LINES = "all-lines"
    LEAVE_OUT = "leave-out"
    CLOSE_MESSAGE = "close-message"
    TAKE_OFFER = "take-offer"
    SEARCH = "search"
    BACK_TO_JOB = "back-to-job"
    SHOW_JOB = "show-job"
    HOME = "home"
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
    CARRY_OUT = "carry-out"
    BRING_BACK = "bring-back"
    BLANK_SHEET = "blank-sheet"
    CAR_PAGE = "car-page"
    PRINT = "print"
    PREVIEW_CHECKLIST = "preview-checklist"
    PREVIEW_GUIDE = "preview-guide"
    PREVIEW_PUT_BACK = "preview-put-back"
    PREVIEW_REPORT = "preview-report"
    PREVIEW_FAULT_RECORD = "preview-fault-record"
    PREVIEW_DECISION_TREE = "preview-decision-tree"
    PREVIEW_LABELS = "preview-labels"
    PREVIEW_FORMS = "preview-forms"
    PREVIEW_PARTS = "preview-parts"
    PREVIEW_SHOPPING_LIST = "preview-shopping-list"
    PREVIEW_QUOTATION = "preview-quotation"
    SAVE_CHECKLIST = "save-checklist"
    SAVE_GUIDE = "save-guide"
    SAVE_PUT_BACK = "save-put-back"
    SAVE_REPORT = "save-report"
    SAVE_FAULT_RECORD = "save-fault-record"
    SAVE_DECISION_TREE = "save-decision-tree"
    SAVE_LABELS = "save-labels"
    SAVE_FORMS = "save-forms"
    SAVE_PARTS = "save-parts"
    SAVE_SHOPPING_LIST = "save-shopping-list"
    SAVE_QUOTATION = "save-quotation"
    FIND_FAULT = "find-fault"
    PARTS = "parts"
    BASKET = "basket"
    PLAYER = "player"
    READ_ALOUD = "read-aloud"
    READ_AGAIN = "read-again"
    DESKTOP_COLOURS = "desktop-colours"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"
    OTHER_COLOURS = "other-colours"
    NUMBERS_POINT = "numbers-point"
    NUMBERS_COMMA = "numbers-comma"
    NUMBERS_SPACE = "numbers-space"
    SETTINGS = "settings"
    LARGER = "larger"
    SMALLER = "smaller"
    PRACTICE = "practice"
    KEYS = "keys"
    QUIT = "quit"
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
    standard: tuple[QKeySequence.StandardKey, ...] = ()
    """What it is to the platform, which may have keys of its own for it."""
    repeats: bool = False
    """Whether holding the key does it again and again."""


_SPECS = {
    Action.NEXT: _Spec(N_("On: the next line or answer, then the next step"), ("PgDown",), repeats=True),
    Action.BACK: _Spec(N_("Back: the line or answer before, then the step before"), ("PgUp",), repeats=True),
    Action.TICK: _Spec(N_("What the blue key at the foot of the window says"), ("Space",)),
    Action.NEXT_STEP: _Spec(N_("Next step of the guide"), ("Ctrl+PgDown",), repeats=True),
    Action.STEP_BEFORE: _Spec(N_("Step before in the guide"), ("Ctrl+PgUp",), repeats=True),
    Action.RETURN: _Spec(N_("Back to the step you came from"), ("Alt+Left",)),
    Action.LINE_DOWN: _Spec(N_("Mark the next line"), ("Down",), repeats=True),
    Action.LINE_UP: _Spec(N_("Mark the line before"), ("Up",), repeats=True),
    Action.LINK_NEXT: _Spec(N_("Mark the next link, source or picture of the step"), ("Right",), repeats=True),
    Action.LINK_BEFORE: _Spec(N_("Mark the link, source or picture before"), ("Left",), repeats=True),
    Action.ALL_LINES: _Spec(N_("All lines of the guide"), ("Ctrl+L",)),
    Action.LEAVE_OUT: _Spec(N_("Leave this step out, or do it after all…")),
    Action.CLOSE_MESSAGE: _Spec(N_("Close the message, or take typing back"), ("Esc",)),
    Action.TAKE_OFFER: _Spec(N_("Do what the button of the message says"), ("F12",)),
    Action.SEARCH: _Spec(N_("Search all guides"), ("Ctrl+F",), standard=(_Standard.Find,)),
    Action.BACK_TO_JOB: _Spec(N_("Back from a guide looked up to the job"), ("Ctrl+B",)),
    Action.SHOW_JOB: _Spec(N_("The job")),
    Action.HOME: _Spec(N_("Home, and back to the job"), ("F7",)),
    Action.UNDO: _Spec(N_("Undo"), ("Ctrl+Z",), standard=(_Standard.Undo,)),
    Action.REDO: _Spec(N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), standard=(_Standard.Redo,)),
    Action.NOTE: _Spec(N_("Write a note at this step"), ("Ctrl+M",)),
    Action.PHOTO: _Spec(N_("Add photos to this step…"), ("Ctrl+I",)),
    Action.PASTE: _Spec(N_("Paste a photo or a note"), ("Ctrl+V",), standard=(_Standard.Paste,)),
    Action.PUT_BACK: _Spec(N_("What is to be put back"), ("F6",)),
    Action.AWAY: _Spec(N_("Called away"), ("F8",)),
    Action.JOBS: _Spec(N_("All jobs"), ("Ctrl+J",)),
    Action.NEW_JOB: _Spec(N_("New job…"), ("Ctrl+N",), standard=(_Standard.New,)),
    Action.DETAILS: _Spec(N_("Car, customer, mileage…"), ("Ctrl+D",)),
    Action.TIMELINE: _Spec(N_("What was done, and when"), ("Ctrl+T",)),
    Action.CHANGES: _Spec(N_("What has changed in the guide…")),
    Action.CLOSE_JOB: _Spec(N_("Close the job…"), ("Ctrl+E",)),
    Action.REOPEN: _Spec(N_("Reopen the job")),
    Action.BLANK: _Spec(N_("Blank the customer’s data…")),
    Action.DUPLICATE: _Spec(N_("New job for the same car")),
    Action.EXPORT: _Spec(N_("Export the job as a file…")),
    Action.IMPORT: _Spec(N_("Import a job file…")),
    Action.BACKUPS: _Spec(N_("Backups of the records…")),
    Action.CARRY_OUT: _Spec(N_("Copy all records to a stick…")),
    Action.BRING_BACK: _Spec(N_("Bring records back from a stick…")),
    Action.BLANK_SHEET: _Spec(N_("Print a blank sheet…")),
    Action.CAR_PAGE: _Spec(N_("All jobs of this car"), ("F3",)),
    Action.PRINT: _Spec(N_("Print what is shown…"), ("Ctrl+P",), standard=(_Standard.Print,)),
    Action.PREVIEW_CHECKLIST: _Spec(N_("Print the checklist…")),
    Action.PREVIEW_GUIDE: _Spec(N_("Print the whole guide…"), ("Ctrl+Shift+P",)),
    Action.PREVIEW_PUT_BACK: _Spec(N_("Print what is to be put back…")),
    Action.PREVIEW_REPORT: _Spec(N_("Print the job report…")),
    Action.PREVIEW_FAULT_RECORD: _Spec(N_("Print the fault-finding record…")),
    Action.PREVIEW_DECISION_TREE: _Spec(N_("Print the fault-finding tree…")),
    Action.PREVIEW_LABELS: _Spec(N_("Print labels for bags…")),
    Action.PREVIEW_FORMS: _Spec(N_("Print blank forms…")),
    Action.PREVIEW_PARTS: _Spec(N_("Print what the part costs…")),
    Action.PREVIEW_SHOPPING_LIST: _Spec(N_("Print the shopping list…")),
    Action.PREVIEW_QUOTATION: _Spec(N_("Print the quotation…")),
    Action.SAVE_DECISION_TREE: _Spec(N_("Save the fault-finding tree as PDF…")),
    Action.SAVE_LABELS: _Spec(N_("Save labels for bags as PDF…")),
    Action.SAVE_FORMS: _Spec(N_("Save blank forms as PDF…")),
    Action.SAVE_PARTS: _Spec(N_("Save what the part costs as PDF…")),
    Action.SAVE_SHOPPING_LIST: _Spec(N_("Save the shopping list as PDF…")),
    Action.SAVE_QUOTATION: _Spec(N_("Save the quotation as PDF…")),
    Action.SAVE_CHECKLIST: _Spec(N_("Save the checklist as PDF…"), ("Ctrl+S",), standard=(_Standard.Save,)),
    Action.SAVE_GUIDE: _Spec(N_("Save the whole guide as PDF…"), ("Ctrl+Shift+S",)),
    Action.SAVE_PUT_BACK: _Spec(N_("Save what is to be put back as PDF…")),
    Action.SAVE_REPORT: _Spec(N_("Save the job report as PDF…")),
    Action.FIND_FAULT: _Spec(N_("Find the fault"), ("F2",)),
    Action.SAVE_FAULT_RECORD: _Spec(N_("Save the fault-finding record as PDF…")),
    Action.PARTS: _Spec(N_("Parts"), ("F4",), checkable=True),
    Action.BASKET: _Spec(N_("Basket: what to buy and to borrow")),
    Action.PLAYER: _Spec(N_("Arm’s length: one line on the whole screen"), ("F11",), checkable=True),
    Action.READ_ALOUD: _Spec(N_("Read aloud"), ("F5",), checkable=True),
    Action.READ_AGAIN: _Spec(N_("Read this step aloud"), ("Shift+F5",)),
    Action.DESKTOP_COLOURS: _Spec(N_("Colours of the desktop"), checkable=True),
    Action.LIGHT: _Spec(N_("Light colours"), checkable=True),
    Action.DARK: _Spec(N_("Dark colours"), checkable=True),
    Action.CONTRAST_LIGHT: _Spec(N_("High contrast: black on white"), checkable=True),
    Action.CONTRAST_DARK: _Spec(N_("High contrast: white on black"), checkable=True),
    Action.OTHER_COLOURS: _Spec(N_("Change between light and dark"), ("F9",)),
    Action.NUMBERS_POINT: _Spec(N_("Numbers: 1,234.5"), checkable=True),
    Action.NUMBERS_COMMA: _Spec(N_("Numbers: 1.234,5"), checkable=True),
    Action.NUMBERS_SPACE: _Spec(N_("Numbers: 1\N{NO-BREAK SPACE}234,5"), checkable=True),
    Action.SETTINGS: _Spec(N_("Settings…"), ("Ctrl+,",), standard=(_Standard.Preferences,)),
    Action.LARGER: _Spec(N_("Larger text"), ("Ctrl++", "Ctrl+="), standard=(_Standard.ZoomIn,)),
    Action.SMALLER: _Spec(N_("Smaller text"), ("Ctrl+-",), standard=(_Standard.ZoomOut,)),
    Action.PRACTICE: _Spec(N_("A first job, for practice")),
    Action.KEYS: _Spec(N_("Keys"), ("F1",), standard=(_Standard.HelpContents,)),
    Action.QUIT: _Spec(N_("Close the window"), ("Ctrl+Q",), standard=(_Standard.Quit, _Standard.Close)),
    Action.ABOUT: _Spec(N_("About Micra Assistant")),
    Action.BUG_REPORT: _Spec(N_("Copy the report about faults of the program")),
}


def make_actions(window: QWidget) -> Actions:
    """Return every action, its keys active in ``window``."""
    return {action: _make(window, action, spec) for action, spec in _SPECS.items()}


def let(action: QAction, why_not: str = "") -> None:
    """Let an action be done, or say to all who meet it why it cannot be done now."""
    if action.isEnabled() == (not why_not) and action.whatsThis() == why_not:
        return
    action.setEnabled(not why_not)
    for say in (action.setToolTip, action.setStatusTip, action.setWhatsThis):
        say(why_not)


def why_not(action: QAction) -> str:
    """Return why an action cannot be done now, empty if it can."""
    return "" if action.isEnabled() else action.whatsThis()


def usual_keys(name: Action) -> list[QKeySequence]:
    """Return the keys of an action unless a person chose others: ours, then those of the platform that are free."""
    spec = _SPECS[name]
    own = [QKeySequence(keys) for keys in spec.keys]
    given = [keys for standard in spec.standard for keys in QKeySequence.keyBindings(standard)]
    return own + [keys for keys in given if keys not in own and keys.toString() not in _all_own()]


@cache
def _all_own() -> frozenset[str]:
    return frozenset(QKeySequence(keys).toString() for spec in _SPECS.values() for keys in spec.keys)


def _make(window: QWidget, name: Action, spec: _Spec) -> QAction:
    action = QAction(_translated(spec), window)
    action.setObjectName(name.value)
    action.setShortcuts(usual_keys(name))
    action.setCheckable(spec.checkable)
    action.setAutoRepeat(spec.repeats)
    window.addAction(action)
    return action


def _translated(spec: _Spec) -> str:
    return _(spec.words)

"""What the sheets are called, and what is on them in a few words."""

from micra_assistant.paper.kinds import SheetKind
from micra_assistant.words import N_, _, ngettext

_TITLES = {
    SheetKind.CHECKLIST: N_("Checklist"),
    SheetKind.GUIDE: N_("Guide"),
    SheetKind.PUT_BACK: N_("Put back"),
    SheetKind.REPORT: N_("Job report"),
    SheetKind.FAULT_RECORD: N_("Fault-finding record"),
    SheetKind.DECISION_TREE: N_("Fault-finding tree"),
    SheetKind.LABELS: N_("Labels for bags"),
    SheetKind.PARTS: N_("What the part costs"),
    SheetKind.SHOPPING_LIST: N_("Shopping list"),
    SheetKind.QUOTATION: N_("Quotation"),
    SheetKind.FORMS: N_("Blank forms"),
}
_HINTS = {
    SheetKind.CHECKLIST: N_("lines to tick, with warnings"),
    SheetKind.GUIDE: N_("every step, costs, sources"),
    SheetKind.PUT_BACK: N_("what was taken apart"),
    SheetKind.REPORT: N_("for the customer and the file"),
    SheetKind.FAULT_RECORD: N_("for whoever goes on with the car"),
    SheetKind.DECISION_TREE: N_("what to test, with the PC off"),
    SheetKind.LABELS: N_("screws and clips, counted"),
    SheetKind.PARTS: N_("every way, over the years"),
    SheetKind.SHOPPING_LIST: N_("what is in the basket"),
    SheetKind.QUOTATION: N_("for the customer, with tax"),
    SheetKind.FORMS: N_("to fill in by hand"),
}


def sheet_title(kind: SheetKind) -> str:
    """Return what a sheet is called."""
    return _(_TITLES[kind])


def sheet_hint(kind: SheetKind) -> str:
    """Return what is on a sheet."""
    return _(_HINTS[kind])


def pages_words(count: int) -> str:
    """Return so many pages in words."""
    return ngettext("{count} page", "{count} pages", count).format(count=count)

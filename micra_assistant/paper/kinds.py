"""Which sheets and which papers there are."""

from enum import StrEnum

from micra_assistant.errors import UnknownNameError
from micra_assistant.words import _
from micra_assistant.workshop.values import PaperSize

__all__ = ["PaperSize", "SheetKind", "paper_size", "sheet_kind"]


class SheetKind(StrEnum):
    """Which sheet."""

    CHECKLIST = "checklist"
    GUIDE = "guide"
    PUT_BACK = "put-back"
    REPORT = "report"
    FAULT_RECORD = "fault-record"
    DECISION_TREE = "decision-tree"
    LABELS = "labels"
    PARTS = "parts"
    SHOPPING_LIST = "shopping-list"
    QUOTATION = "quotation"
    FORMS = "forms"

    @property
    def needs_job(self) -> bool:
        """Whether it says nothing without a job."""
        return self in (*_OF_WORK, SheetKind.SHOPPING_LIST, SheetKind.QUOTATION)

    @property
    def goes_out(self) -> bool:
        """Whether it is made for others, so that it says at its head which workshop made it."""
        return self in (SheetKind.REPORT, SheetKind.FAULT_RECORD, SheetKind.QUOTATION)

    @property
    def carries_job(self) -> bool:
        """Whether the job rides in the PDF unless somebody says otherwise: not in what is made for others."""
        return not self.goes_out

    @property
    def has_pictures(self) -> bool:
        """Whether pictures are on it unless somebody does not want them."""
        return self in (SheetKind.GUIDE, SheetKind.REPORT)

    @property
    def can_have_pictures(self) -> bool:
        """Whether it can have pictures."""
        return self.has_pictures or self is SheetKind.CHECKLIST

    @property
    def can_be_short(self) -> bool:
        """Whether it can be had in a few words."""
        return self is SheetKind.REPORT

    @property
    def has_label_sheets(self) -> bool:
        """Whether it is printed on label sheets: as large as it is, and on their one side."""
        return self is SheetKind.LABELS

    @property
    def has_forms(self) -> bool:
        """Whether it is made of forms, of which one can be had alone."""
        return self is SheetKind.FORMS

    @property
    def can_leave_out_done(self) -> bool:
        """Whether what is done can be left out of it."""
        return self in (SheetKind.CHECKLIST, SheetKind.PUT_BACK)

    @property
    def is_of_search(self) -> bool:
        """Whether the search for the fault decides what stands on it."""
        return self in (SheetKind.CHECKLIST, SheetKind.FAULT_RECORD, SheetKind.DECISION_TREE, SheetKind.LABELS)

    @property
    def has_prices(self) -> bool:
        """Whether the ways to get the part stand on it, with the sources of their prices."""
        return self in (SheetKind.GUIDE, SheetKind.PARTS)


_OF_WORK = (SheetKind.PUT_BACK, SheetKind.REPORT, SheetKind.FAULT_RECORD)


def sheet_kind(name: str) -> SheetKind:
    """Return the sheet of that name; UnknownNameError if there is none."""
    try:
        return SheetKind(name)
    except ValueError:
        raise UnknownNameError(_("there is no sheet “{name}”; there is: {known}"), name, SheetKind) from None


def paper_size(name: str) -> PaperSize:
    """Return the paper of that name; UnknownNameError if there is none."""
    try:
        return PaperSize(name.lower())
    except ValueError:
        raise UnknownNameError(_("there is no paper size “{name}”; there is: {known}"), name, PaperSize) from None

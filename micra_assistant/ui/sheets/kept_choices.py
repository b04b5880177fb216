"""What was chosen in the print window last, kept for the next time."""

from typing import Literal

import msgspec
from msgspec import Struct

from micra_assistant.kind_reading import from_json
from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.sheet_choices import SheetChoices


class KeptChoices(Struct, frozen=True):
    """What was chosen by hand; what nobody chose follows the job, the sheet and the workshop. Copies are not kept.

    Attributes:
        paper: another paper than ``instead_of``, the one of the workshop then; a new one of the workshop ends it.
        text_size: in per cent of the usual size.
        only_left: whether what is done is left out, by sheet.
        pictures: whether there are pictures, by sheet.
        short: whether there is only the most important.
        labels: the label sheet, by paper.
        form: which of the forms.
        carries_job: whether the job rides in the PDF, by sheet.
        printer: its name.
    """

    paper: PaperSize | None = None
    instead_of: PaperSize | None = None
    text_size: Literal[100, 120, 150] = 100
    only_left: dict[SheetKind, bool] = {}
    pictures: dict[SheetKind, bool] = {}
    printer: str = ""
    both_sides: bool = False
    two_on_a_side: bool = False
    carries_job: dict[SheetKind, bool] = {}
    short: bool = False
    labels: dict[PaperSize, str] = {}
    form: BlankForm | None = None

    def for_sheet(self, kind: SheetKind, workshop: PaperSize, is_begun: bool) -> SheetChoices:
        """Return what holds for a sheet, in a job that is begun or not."""
        is_chosen = self.paper is not None and self.instead_of is workshop
        paper = self.paper if self.paper and is_chosen else workshop
        return SheetChoices(
            paper=paper,
            text_size=self.text_size,
            only_left=kind.can_leave_out_done and self.only_left.get(kind, is_begun),
            pictures=kind.can_have_pictures and self.pictures.get(kind, kind.has_pictures),
            labels=self.labels.get(paper, "") if kind.has_label_sheets else "",
            short=kind.can_be_short and self.short,
            form=self.form if kind.has_forms else None,
        )

    def is_on_both_sides(self, kind: SheetKind) -> bool:
        """Whether a sheet is printed on both sides of the paper."""
        return self.both_sides and not kind.has_label_sheets

    def is_two_on_a_side(self, kind: SheetKind) -> bool:
        """Whether two pages of a sheet share a side."""
        return self.two_on_a_side and not kind.has_label_sheets

    def carries(self, kind: SheetKind) -> bool:
        """Whether the job rides in the PDF of a sheet."""
        return self.carries_job.get(kind, kind.carries_job)


def read_choices(text: str) -> KeptChoices:
    """Return the choices kept as ``text``; those of nobody if it makes no sense."""
    try:
        return from_json(text, KeptChoices)
    except (msgspec.MsgspecError, UnicodeError):
        return KeptChoices()


def written(choices: KeptChoices) -> str:
    """Return the choices as they are kept."""
    return msgspec.json.encode(choices).decode()

"""How the sheet is to be: paper, size of the text, what is on it; how it is printed, and where."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.paper_sizes import paper_name
from micra_assistant.paper.sheet_choices import TEXT_SIZES
from micra_assistant.ui.sheets.copies_field import CopiesField
from micra_assistant.ui.sheets.form_choice import FormChoice
from micra_assistant.ui.sheets.kept_choices import KeptChoices
from micra_assistant.ui.sheets.label_sheet_choice import LabelSheetChoice
from micra_assistant.ui.sheets.order_maker import OrderMaker
from micra_assistant.ui.sheets.print_messages import Printers
from micra_assistant.ui.sheets.printer_choice import PrinterChoice
from micra_assistant.ui.sheets.segments import Segments
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.check_box import CheckBox
from micra_assistant.words import _

_BOX = 36


class ChoicePanel(QWidget):
    """All that can be chosen; what one sheet does not have is grey.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, kept: KeptChoices, source: OrderMaker, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._source = source
        self._kind = SheetKind.CHECKLIST
        paper, size = _("Paper"), _("Text size")
        self.paper = Segments(paper, {one: paper_name(one) for one in PaperSize})
        self.text_size = Segments(size, dict(zip(TEXT_SIZES, (_("Normal"), _("Large"), _("Very large")), strict=True)))
        self.only_left = CheckBox(_("Only what is left"), look)
        self.pictures = CheckBox(_("With pictures"), look)
        self.both_sides = CheckBox(_("Both sides of the paper"), look)
        self.short = CheckBox(_("Short, for the customer"), look)
        self.labels = LabelSheetChoice(look)
        self.form = FormChoice(look)
        self.two_on_a_side = CheckBox(_("Two pages on a side"), look)
        self.carries_job = CheckBox(_("Job file in the PDF"), look)
        self.carries_job.setToolTip(_("So the PDF can be taken in as a job again. It has the customer’s data."))
        self.copies = CopiesField(look)
        self.printer = PrinterChoice(kept.printer, look)
        self._lay_out({paper: self.paper, size: self.text_size}, look)
        self.text_size.choose(kept.text_size)
        for box in self.findChildren(CheckBox):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that after a tap Space still prints
        self.form.choose(kept.form)
        self.short.setChecked(kept.short)
        self._connect()

    @property
    def kept(self) -> KeptChoices:
        """What is chosen, to be kept for the next time."""
        return self._kept

    def show_kind(self, kind: SheetKind) -> None:
        """Show what holds for a sheet."""
        self._kind = kind
        kept, has_job = self._kept, self._source.has_job
        choices = kept.for_sheet(kind, self._source.paper, self._source.is_begun)
        self.paper.choose(choices.paper)
        self.short.setVisible(kind.can_be_short)
        self.labels.setVisible(kind.has_label_sheets)
        self.form.setVisible(kind.has_forms)
        self.labels.show_for(choices.paper, choices.labels)
        for box, is_chosen, is_possible in (
            (self.only_left, choices.only_left, kind.can_leave_out_done and has_job),
            (self.pictures, choices.pictures, kind.can_have_pictures),
            (self.both_sides, kept.is_on_both_sides(kind), not kind.has_label_sheets),
            (self.two_on_a_side, kept.is_two_on_a_side(kind), not kind.has_label_sheets),
            (self.carries_job, kept.carries(kind) and self._source.can_carry, self._source.can_carry),
        ):
            box.blockSignals(True)  # only what the person does is a choice
            box.setChecked(is_chosen)
            box.blockSignals(False)
            box.setEnabled(is_possible)

    def show_printers(self, printers: Printers) -> None:
        """Let one of these printers be chosen."""
        self.printer.show_printers(printers)

    def _lay_out(self, segments: dict[str, QWidget], look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, look.size(6), 0)
        layout.setSpacing(look.size(8))
        for title, widget in segments.items():
            layout.addWidget(_heading(title))
            layout.addWidget(widget)
        layout.addWidget(self.labels)
        layout.addWidget(self.form)
        for box in (self.only_left, self.pictures, self.short, self.two_on_a_side, self.both_sides):
            box.setMinimumHeight(look.size(_BOX))
            layout.addWidget(box)
        layout.addWidget(self.copies)
        layout.addWidget(_heading(_("Printer")))
        layout.addWidget(self.printer)
        self.carries_job.setMinimumHeight(look.size(_BOX))
        layout.addWidget(self.carries_job)
        layout.addStretch(1)

    def _connect(self) -> None:
        for segments in (self.paper, self.text_size):
            segments.changed.connect(self._take)
        for choice in (self.labels, self.form):
            choice.chosen.connect(self._take)
        for box in (self.only_left, self.pictures, self.short, self.both_sides, self.two_on_a_side, self.carries_job):
            box.toggled.connect(self._take)
        self.copies.changed.connect(self.changed)
        self.printer.changed.connect(self._take)

    def _take(self) -> None:
        """Keep what the person has chosen."""
        self._kept = self._taken()
        self.labels.show_for(self.paper.value, self._kept.labels.get(self.paper.value, ""))
        self.changed.emit()

    def _taken(self) -> KeptChoices:
        """Return what was kept, changed in what the person has just chosen."""
        kept, kind, chosen = self._kept, self._kind, self.sender()
        by_kind = {self.only_left: "only_left", self.pictures: "pictures", self.carries_job: "carries_job"}
        for box, name in by_kind.items():
            if chosen is box:
                return replace(kept, **{name: {**getattr(kept, name), kind: box.isChecked()}})
        paper = self.paper.value
        changes: dict[QObject, dict[str, object]] = {
            self.paper: {"paper": paper, "instead_of": self._source.paper},
            self.labels: {"labels": {**kept.labels, paper: self.labels.name}},
            self.form: {"form": self.form.form},
            self.text_size: {"text_size": self.text_size.value},
            self.short: {"short": self.short.isChecked()},
            self.both_sides: {"both_sides": self.both_sides.isChecked()},
            self.two_on_a_side: {"two_on_a_side": self.two_on_a_side.isChecked()},
            self.printer: {"printer": self.printer.chosen or kept.printer},
        }
        return replace(kept, **changes[chosen])


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("kind", "eyebrow")
    return label

"""What suppliers ask on a job: typed, changed, ordered, taken out, and as tables that go to a spreadsheet and back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from micra_assistant.errors import MicraError
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.state import KeptQuote
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.quotes import Quote
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.drafts import QUOTE, Drafts
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _, ngettext

if TYPE_CHECKING:
    from micra_assistant.parts.quotes_csv import QuotesRead
    from micra_assistant.parts.typed_quote import TypedQuote
    from micra_assistant.ui.parts.ways_shown import PartsFigures

_TABLES = "*.csv *.txt *.tsv"
_MOST_TOLD = 8
"""So many bad rows are told; the rest are counted."""


class QuotesController(Controller):
    """Lets quotes be added to the job that is open; ``figures`` gives the comparison that is shown."""

    def __init__(
        self, common: Common, workshop: WorkshopSettings, drafts: Drafts, figures: "Callable[[], PartsFigures | None]"
    ) -> None:
        super().__init__(common)
        self._workshop = workshop
        self._drafts = drafts
        self._figures = figures
        panel = self._body.parts
        panel.quote_wanted.connect(self.add)
        panel.change_wanted.connect(self.change)
        panel.order_wanted.connect(self.order)
        panel.remove_wanted.connect(self.remove)
        panel.part_came.connect(self.let_go_on)
        panel.table_in_wanted.connect(self.take_in)
        panel.table_out_wanted.connect(self.save)

    def add(self) -> None:
        """Ask for a quote, and add it."""
        from micra_assistant.jobs.quoting import add_quote  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.parts.typed_quote import TypedQuote  # noqa: PLC0415 - likewise

        today = date.today().isoformat()  # noqa: DTZ011 - the day on the wall
        if quote := self._asked(TypedQuote(tax="unknown", kind="analogue", on=today)):
            self._workbench.attempt(lambda job: add_quote(job, quote))
            self._show_last()

    def _show_last(self) -> None:
        """Mark the quote that came last, and bring it into sight: it stands below the ways of the guide."""
        job = self._workbench.shown
        if job and job.state.quotes:
            self._body.parts.ways.show_marked(quote_option_id(job.state.quotes[-1].id))

    def change(self, option_id: str) -> None:
        """Ask what a quote is to say, and let it say that."""
        from micra_assistant.jobs.quoting import change_quote  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.parts.typed_quote import as_typed  # noqa: PLC0415 - likewise

        kept = self._kept(option_id)
        if kept and (quote := self._asked(as_typed(kept.quote, self._workshop.now.numbers))):
            self._workbench.attempt(lambda job: change_quote(job, kept.id, quote))

    def remove(self, option_id: str) -> None:
        """Take a quote out; undo brings it back."""
        from micra_assistant.jobs.quoting import remove_quote  # noqa: PLC0415 - loaded when it is wanted

        if kept := self._kept(option_id):
            self._workbench.attempt(lambda job: remove_quote(job, kept.id))

    def order(self, option_id: str) -> None:
        """Choose a quote, let the job wait for its part, and say what is to be checked before it is paid for."""
        from micra_assistant.jobs.quoting import check_number, order_quote  # noqa: PLC0415 - loaded when it is wanted

        kept = self._kept(option_id)
        if not kept:
            return
        self._workbench.attempt(lambda job: order_quote(job, kept.id))
        job = self._workbench.shown
        if job and job.parts and job.state.waits_for:
            check = check_number(job.parts, job.state, kept.quote).words
            words = _("The job waits for {part}. {check}").format(part=job.state.waits_for, check=check)
            self._body.messages.say(words)

    def let_go_on(self) -> None:
        """Let the job go on in its step: the part that it waits for is there."""
        from micra_assistant.jobs.routing.changing import part_came  # noqa: PLC0415 - loaded when it is wanted

        self._workbench.attempt(part_came)
        self._body.step.setFocus()

    def take_in(self) -> None:
        """Ask for a table of quotes, or a comparison with new prices, and add what is new; say what is wrong."""
        filters = f"{_('Tables ({patterns})').format(patterns=_TABLES)};;{_('All files (*)')}"
        chosen, _filter = QFileDialog.getOpenFileName(self._body.window(), _("Take in a table of quotes"), "", filters)
        if chosen:
            self._workbench.attempt(partial(self._take_in, Path(chosen)))

    def save(self) -> None:
        """Ask where to save the comparison, or the quotes, as a table, and save it there."""
        suggested = str(Path.home() / "comparison.csv")
        both = _("The comparison (*.csv)"), _("Only the quotes (*.csv)")
        title = _("Save as a table")
        chosen, kind = QFileDialog.getSaveFileName(self._body.window(), title, suggested, ";;".join(both))
        if chosen:
            output = Path(chosen)
            output = output if output.suffix else output.with_suffix(".csv")
            save = self._save_quotes if kind == both[1] else self._save_comparison
            if self._workbench.tried(partial(save, output)):
                self._body.messages.say_saved(output, ())

    def _asked(self, begun: "TypedQuote") -> Quote | None:
        """Return the quote that was typed into the form, None if the person would rather not."""
        from micra_assistant.ui.jobs.form_draft import remember  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.ui.parts.quote_dialog import QuoteDialog  # noqa: PLC0415 - likewise

        job = self._workbench.shown
        if not job or not job.parts or not self._workbench.attempt(lambda open_job: open_job.check_open()):
            return None
        table, numbers = job.parts, self._workshop.now.numbers
        dialog = QuoteDialog(
            *(begun, _parts_of(table), table.currency, numbers, partial(_check, job, table)),
            look=self._appearance.look.of_dialogs,
            parent=self._body.window(),
        )
        forget = remember(self._drafts, QUOTE, {str(name): line for name, line in dialog.form.fields.items()})
        dialog.exec()
        forget()
        quote = dialog.quote
        dialog.deleteLater()
        return quote

    def _kept(self, option_id: str) -> KeptQuote | None:
        job = self._workbench.shown
        quotes = job.state.quotes if job else ()
        return next((kept for kept in quotes if quote_option_id(kept.id) == option_id), None)

    def _take_in(self, file: Path, job: OpenJob) -> None:
        from micra_assistant.jobs.quoting import add_quotes  # noqa: PLC0415 - loaded when it is wanted
        from micra_assistant.parts.comparison_in import read_any_table  # noqa: PLC0415 - likewise

        job.check_open()
        if not job.ways:
            raise MicraError(_("This guide has no parts to compare."))
        today = date.today()  # noqa: DTZ011 - the day on the wall
        found = read_any_table(file, job.ways, self._workshop.now.numbers, today)
        new = add_quotes(job, found.quotes)
        self._tell(file, found, new)

    def _tell(self, file: Path, found: "QuotesRead", new: int) -> None:
        count = len(found.quotes)
        words = ngettext("{count} quote, {new} of them new", "{count} quotes, {new} of them new", count)
        told = f"{file.name}: {words.format(count=count, new=new)}"
        lines = [_("Line {line}: {why}").format(line=row.line, why=row.why) for row in found.bad[:_MOST_TOLD]]
        if more := len(found.bad) - len(lines):
            lines.append(ngettext("and {count} more line", "and {count} more lines", more).format(count=more))
        say = self._body.messages.say_problem if found.bad else self._body.messages.say
        say("\n".join((told, *lines)))

    def _save_comparison(self, output: Path) -> None:
        from micra_assistant.parts.comparison_csv import save_comparison  # noqa: PLC0415 - loaded when it is wanted

        if figures := self._figures():
            save_comparison(figures.table, figures.ways, figures.years, output, figures.numbers)

    def _save_quotes(self, output: Path) -> None:
        from micra_assistant.parts.quotes_csv import save_quotes  # noqa: PLC0415 - loaded when it is wanted

        job = self._workbench.shown
        quotes = [kept.quote for kept in job.state.quotes] if job else []
        save_quotes(quotes, output, self._workshop.now.numbers)


def _parts_of(table: PartsTable) -> list[str]:
    return list(dict.fromkeys((table.part, *(table.part_of(option) for option in table.options))))


def _check(job: OpenJob, table: PartsTable, number: str) -> str:
    from micra_assistant.jobs.quoting import check_number  # noqa: PLC0415 - loaded when it is wanted

    return check_number(table, job.state, Quote("", price=Decimal(0), currency=table.currency, number=number)).words

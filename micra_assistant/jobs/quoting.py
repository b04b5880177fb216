"""What a person does about quotes on a job: each is an act like others."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from micra_assistant.errors import MicraError
from micra_assistant.jobs.events import OptionChosen, QuoteAdded, QuoteChanged, QuoteRemoved
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.changing import await_part
from micra_assistant.jobs.state import JobState, KeptQuote
from micra_assistant.parts.joined_quotes import quote_option_id
from micra_assistant.parts.options import PartsTable
from micra_assistant.parts.part_numbers import same_number
from micra_assistant.parts.quotes import Quote, wrong_with
from micra_assistant.words import _


class UnsoundQuoteError(MicraError):
    """There can be no such quote."""


class NoQuoteError(MicraError):
    """A quote is not there any more."""


class Agreement(StrEnum):
    """What the number on the old part says of that of a quote."""

    NOT_KNOWN = "not-known"
    SAME = "same"
    ANOTHER = "another"


class NumberCheck(Struct, frozen=True):
    """What came of comparing; ``written`` is what was written down from the old part, ``named`` what the quote says."""

    agreement: Agreement
    written: str
    named: str

    @property
    def words(self) -> str:
        """What came of it, in a sentence."""
        numbers = {"written": self.written, "named": self.named}
        if self.agreement is Agreement.SAME:
            return _("The number of the quote, {named}, is the one on the old part.").format(**numbers)
        if self.agreement is Agreement.ANOTHER:
            return _("Check before you pay: the quote says {named}, the old part {written}.").format(**numbers)
        if not self.written:
            return _("Not compared: the number on the old part is not written down yet.")
        return _("Not compared: the quote names no number. On the old part is {written}.").format(**numbers)


def add_quote(open_job: OpenJob, quote: Quote) -> None:
    """Keep what a supplier asks; UnsoundQuoteError if it cannot be; raises what OpenJob.do does."""
    _check(quote)
    open_job.do(QuoteAdded(quote))


def add_quotes(open_job: OpenJob, quotes: Iterable[Quote]) -> int:
    """Keep quotes that came in a table, without those that the job has already, and return how many were new.

    Raises what ``add_quote`` does; those before stay.
    """
    new = [quote for quote in dict.fromkeys(quotes) if quote not in [kept.quote for kept in open_job.state.quotes]]
    for quote in new:
        add_quote(open_job, quote)
    return len(new)


def change_quote(open_job: OpenJob, quote_id: str, quote: Quote) -> None:
    """Let a quote say something else; NoQuoteError if it is gone; the rest as ``add_quote``."""
    _check(quote)
    if _quote(open_job.state, quote_id).quote != quote:
        open_job.do(QuoteChanged(quote_id, quote))


def remove_quote(open_job: OpenJob, quote_id: str) -> None:
    """Take a quote out; NoQuoteError if it is gone; raises what OpenJob.do does."""
    open_job.do(QuoteRemoved(_quote(open_job.state, quote_id).id))


def choose_quote(open_job: OpenJob, quote_id: str) -> None:
    """Choose a quote as the way to get the part; NoQuoteError if it is gone; raises what OpenJob.do does."""
    option = quote_option_id(_quote(open_job.state, quote_id).id)
    if open_job.state.option != option:
        open_job.do(OptionChosen(option))


def order_quote(open_job: OpenJob, quote_id: str) -> None:
    """Choose a quote, and let the job wait for the part; NoQuoteError if it is gone; raises what OpenJob.do does."""
    quote = _quote(open_job.state, quote_id).quote
    choose_quote(open_job, quote_id)
    part = quote.part or (open_job.parts.part if open_job.parts else quote.number)
    supplier = quote.supplier or _("blanked")
    await_part(open_job, _("{part} from {supplier}").format(part=part, supplier=supplier))


def check_number(table: PartsTable, state: JobState, quote: Quote) -> NumberCheck:
    """Return whether a quote is for the part whose number was written down from the old one."""
    written = state.values.get(table.number_at, "") if not quote.part or quote.part == table.part else ""
    if not (written and quote.number):
        return NumberCheck(Agreement.NOT_KNOWN, written, quote.number)
    same = same_number(written, quote.number)
    return NumberCheck(Agreement.SAME if same else Agreement.ANOTHER, written, quote.number)


def number_checks(table: PartsTable, state: JobState) -> dict[str, str]:
    """Return by the ids of quotes among the ways what came of comparing their numbers, in words."""
    return {quote_option_id(kept.id): check_number(table, state, kept.quote).words for kept in state.quotes}


def _check(quote: Quote) -> None:
    if why := wrong_with(quote):
        raise UnsoundQuoteError(_("This quote cannot be: {why}.").format(why=why))


def _quote(state: JobState, quote_id: str) -> KeptQuote:
    found = next((kept for kept in state.quotes if kept.id == quote_id), None)
    if found is None:
        raise NoQuoteError(_("This quote is not there any more: somebody has taken it out."))
    return found

"""The report of a job as PDF, made of what the store keeps."""

from datetime import date
from decimal import Decimal

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.privacy import View, as_kept
from micra_assistant.jobs.records.listing import Job
from micra_assistant.jobs.records.store import Store
from micra_assistant.paper.letters import Tell, nobody
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker
from micra_assistant.paper.typeset import pdf
from micra_assistant.parts.options import PartsTable


def report_pdf(
    store: Store,
    job: Job,
    guide: Guide,
    parts: PartsTable | None,
    rate_per_hour: Decimal,
    printed: date,
    tell: Tell = nobody,
    view: View = as_kept,
) -> bytes:
    """Return the report of a job on A4, with its photos; ``guide`` is the text of the guide that the job was done with.

    Its events are told as ``view`` does. A photo that cannot be read is left out, and the report says so; ``tell`` is
    told of letters that no font has. StoreError if the job cannot be read, PaperError if the report cannot be set.
    """
    maker = SheetMaker(guide, History(map(view, store.events(job.id))), job.name)
    sheet = maker.sheet(SheetKind.REPORT, PaperSize.A4, parts, rate_per_hour, printed)
    return pdf(sheet, guide.folder, store.attachment, tell)

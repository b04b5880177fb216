"""What every sheet of one job looks like, kept as text: ``python -m tests.paper.golden`` writes it anew.

Look at what has changed before it is kept: each line is where it begins on its page, in millimetres, and its words.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from micra_assistant.diagnosis.findings import Answered
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import (
    BasketFilled,
    Diagnosed,
    Entered,
    FaultSought,
    Noted,
    Opened,
    OptionChosen,
    Ticked,
)
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.setting import set_pdf
from micra_assistant.paper.sheet_choices import usual
from micra_assistant.parts.basket_things import BasketThing, ThingKind
from micra_assistant.parts.options import read_parts
from micra_assistant.workshop.values import Workshop
from tests.builders import write_guide
from tests.clocks import clock_in
from tests.jobs.routing.test_route import files
from tests.paper.printed import PARTS, PRINTED, history_of
from tests.paper.word_boxes import Word, word_boxes

FOLDER = Path(__file__).with_name("golden")
_SAME_LINE, _WIDEST_GAP = 0.3, 3.0
ACTS = (
    Opened("button", "1", "AB12 CDE", "Plate light", "", "Müller & Söhne", 128400, "It is dark"),
    FaultSought("faults.toml"),
    Ticked("dark"),
    Entered("leads", "0.2"),
    Entered("fuse", "14"),
    Diagnosed("faults.toml", Answered("ohms", "good"), "Ohms of the fuse? Good"),
    Ticked("chocked"),
    Ticked("sure"),
    Entered("screws", "4"),
    Ticked("lens-off"),
    Noted("take-lens", "One screw was rusty: “M4”."),
    OptionChosen("new"),
    BasketFilled(BasketThing(ThingKind.PART, "Bulb 12 V", 2)),
)


def golden_job(folder: Path) -> OpenJob:
    """Return the job whose sheets are kept."""
    guide = read_guide(write_guide(folder, {**files(), "parts.toml": PARTS.replace("GBP", "EUR")}))
    store, parts = SqliteStore(None), read_parts(guide.folder)
    return OpenJob(store, begin_job(store, guide, parts).job, history_of(*ACTS), guide, parts)


def golden_sheet(job: OpenJob, kind: SheetKind, folder: Path) -> str:
    """Return what is kept of a sheet, on each paper."""
    return "".join(_on_paper(job, kind, paper, folder) for paper in PaperSize)


def _on_paper(job: OpenJob, kind: SheetKind, paper: PaperSize, folder: Path) -> str:
    order = JobSheets(job, Workshop(name="Garage Ödön"), PRINTED).order(kind, choices=usual(kind, paper))
    pages = word_boxes(set_pdf(order), folder)
    return "".join(f"== {paper} {number}\n{_lines(words)}" for number, words in enumerate(pages, 1))


def _lines(words: list[Word]) -> str:
    return "".join(
        f"{run[0].left:.1f} {run[0].top:.1f} {' '.join(word.text for word in run)}\n" for run in _runs(words)
    )


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    """Yield the words that stand beside each other."""
    run: list[Word] = []
    for word in words:
        is_beside = run and abs(word.top - run[-1].top) < _SAME_LINE and 0 < word.left - run[-1].right < _WIDEST_GAP
        if run and not is_beside:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def main() -> None:
    """Write what is kept."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, clock_in("UTC"):
        job = golden_job(Path(folder))
        for kind in SheetKind:
            kept = FOLDER / f"{kind}.txt"
            kept.write_text(golden_sheet(job, kind, Path(folder)), encoding="utf-8", newline="\n")
            sys.stdout.write(f"{kept}\n")


if __name__ == "__main__":
    main()

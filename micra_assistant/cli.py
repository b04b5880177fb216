"""The command ``micra-assistant``: the window, and what can be done without one."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from micra_assistant import __version__, assets
from micra_assistant.cli_jobs import add_job_commands
from micra_assistant.cli_options import job_called, library, records_to_read, user_files
from micra_assistant.errors import MicraError, UnknownNameError
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.folders import guide_folders
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Guide
from micra_assistant.jobs.history import History
from micra_assistant.jobs.store import Store
from micra_assistant.paper.rasters import no_photos
from micra_assistant.paper.sheets import PaperSize, SheetKind, SheetMaker, paper_size, sheet_kind
from micra_assistant.parts.options import read_parts

FAULTY, MISUSED = 1, 2


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 faults found, 2 asked for what there is not."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe on Windows knows no Ω
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except UnknownNameError as error:
        return _failed(error, MISUSED)
    except MicraError as error:
        return _failed(error, FAULTY)
    return code


def _failed(error: MicraError, code: int) -> int:
    sys.stderr.write(f"micra-assistant: {error}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="micra-assistant",
        description="Repair assistant for the workshop PC. Without a command it opens the window.",
        epilog="example: micra-assistant --data-dir D:\\workshop",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--data-dir", metavar="FOLDER", type=Path, help="keep job records and settings here")
    parser.add_argument("--guides", metavar="FOLDER", type=Path, help="use the guides in this folder")
    parser.set_defaults(run=_run_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_check(commands)
    _add_print(commands)
    add_job_commands(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="say what is wrong with guides, line by line",
        description="Name every fault of the guides as file:line: what is wrong. Exit code 0 if there is none, else 1.",
        epilog="example: micra-assistant check guides/tailgate-button",
    )
    check.add_argument("folders", metavar="FOLDER", nargs="*", type=Path, help="a guide, or a folder of guides")
    check.set_defaults(run=_run_check)


def _add_print(commands: "argparse._SubParsersAction[_Parser]") -> None:
    sheet = commands.add_parser(
        "print",
        help="save a sheet as PDF",
        description="Save a sheet as PDF, blank or as a job stands; a reassembly list and a report need a job.",
        epilog="example: micra-assistant print tailgate-button --sheet checklist --paper a5 -o checklist.pdf",
    )
    sheet.add_argument("guide", metavar="GUIDE", help="the name of the guide's folder")
    sheet.add_argument("--sheet", metavar="SHEET", default="checklist", help=f"{' or '.join(SheetKind)}")
    sheet.add_argument("--job", metavar="N", help="fill in what job N has done")
    sheet.add_argument("--paper", metavar="SIZE", default="a4", help=f"{', '.join(PaperSize)}")
    sheet.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the PDF to write")
    sheet.set_defaults(run=_run_print, misused=sheet.error)


def _run_window(options: argparse.Namespace) -> int:
    from micra_assistant import app  # noqa: PLC0415 - Qt is loaded for the window only

    files = user_files(options)
    return app.run(Library(options.guides or assets.guides_folder(), GuideCache(files.guide_cache)), files)


def _run_check(options: argparse.Namespace) -> int:
    from micra_assistant.check import guide_faults  # noqa: PLC0415 - Python-Markdown is loaded to read guides only

    asked = options.folders or [options.guides or assets.guides_folder()]
    folders = guide_folders(asked)
    for path in asked:
        if not guide_folders([path]):
            raise UnknownNameError("guide in", str(path), Library(assets.guides_folder()).names())
    faults = dict.fromkeys(fault for folder in folders for fault in guide_faults(folder))
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if not faults:
        sys.stdout.write(f"{len(folders)} guide{'s' if len(folders) > 1 else ''} checked: no faults\n")
    return FAULTY if faults else 0


def _run_print(options: argparse.Namespace) -> int:
    kind, paper = sheet_kind(options.sheet), paper_size(options.paper)
    if kind.needs_job and not options.job:
        options.misused(f"the sheet “{kind}” is about a job: say which with --job N")
    guide = library(options).guide(options.guide)
    parts = read_parts(guide.folder)
    rate = parts.rate_per_hour if parts else Decimal(0)
    with records_to_read(options) if options.job else nullcontext() as store:
        maker = _maker_for_job(guide, store, options.job) if store else SheetMaker(guide)
        sheet = maker.sheet(kind, paper, parts, rate, date.today())  # noqa: DTZ011
        from micra_assistant.paper.typeset import save_pdf  # noqa: PLC0415 - Typst is loaded for printing only

        save_pdf(sheet, guide.folder, options.output, store.attachment if store else no_photos)
    sys.stdout.write(f"{options.output}\n")
    return 0


def _maker_for_job(guide: Guide, store: Store, name: str) -> SheetMaker:
    job = job_called(store, name)
    if job.guide != guide.id:
        raise UnknownNameError(f"job {job.name} with guide", guide.id, [job.guide])
    return SheetMaker(guide, History(store.events(job.id)), job.name)

"""What can be asked for on the command line, and how."""

import argparse
from pathlib import Path
from typing import NoReturn

from micra_assistant import __version__
from micra_assistant.numbers import Numbers
from micra_assistant.paper.kinds import PaperSize, SheetKind

MISUSED = 2


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and end."""
        self.exit(MISUSED, f"{self.prog}: {message}; see {self.prog} --help\n")


def parser() -> Parser:
    """Return what reads the command line; its result names the module of the command as ``command``."""
    made = Parser(
        prog="micra-assistant",
        description="Repair assistant for the workshop PC. Without a command it opens the window.",
        epilog="example: micra-assistant --data-dir D:\\workshop",
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    made.add_argument("--data-dir", metavar="FOLDER", type=Path, help="keep job records and settings here")
    made.add_argument("--guides", metavar="FOLDER", type=Path, help="use the guides in this folder")
    made.add_argument("--debug", action="store_true", help="show all that goes wrong inside the program, as it happens")
    made.set_defaults(command="window")
    commands = made.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_check, _add_print, _add_diagnose, _add_export, _add_import, _add_blank, _add_experience, _add_try):
        add(commands)
    return made


def _add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="say what is wrong with guides, line by line",
        description="Name every fault of the guides as file:line: what is wrong. Exit code 0 if there is none, else 1.",
        epilog="example: micra-assistant check guides/tailgate-button",
    )
    check.add_argument("folders", metavar="FOLDER", nargs="*", type=Path, help="a guide, or a folder of guides")
    check.set_defaults(command="check_guides")


def _add_print(commands: "argparse._SubParsersAction[Parser]") -> None:
    sheet = commands.add_parser(
        "print",
        help="save a sheet as PDF",
        description="Save a sheet as PDF, blank or as a job stands; a put-back list, a report and a"
        " fault-finding record need a job.",
        epilog="example: micra-assistant print tailgate-button --sheet checklist --paper a5 -o checklist.pdf",
    )
    sheet.add_argument("guide", metavar="GUIDE", help="the name of the guide's folder")
    sheet.add_argument("--sheet", metavar="SHEET", default="checklist", help=f"{' or '.join(SheetKind)}")
    sheet.add_argument("--job", metavar="N", help="fill in what job N has done, with its guide as it was then")
    sheet.add_argument("--paper", metavar="SIZE", help=f"{', '.join(PaperSize)}; that of the workshop if left out")
    sheet.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the PDF to write")
    sheet.set_defaults(command="print_sheet", misused=sheet.error)


def _add_diagnose(commands: "argparse._SubParsersAction[Parser]") -> None:
    diagnose = commands.add_parser(
        "diagnose",
        help="find the fault of a car in the terminal",
        description="Ask what to look at, measure or repair next, until the car is cured or nothing is worth it. Keeps"
        " nothing, unless a job is named. Needs no screen.",
        epilog="example: micra-assistant diagnose remote-key --complaint 2",
    )
    diagnose.add_argument("guide", metavar="GUIDE", nargs="?", help="the name of the guide's folder")
    diagnose.add_argument("--complaint", metavar="N", help="which complaint, by its number or its title")
    diagnose.add_argument("--model", metavar="FILE", type=Path, help="a model alone, without a guide")
    diagnose.add_argument("--job", metavar="N", help="go on with job N, with its guide, and keep the answers with it")
    diagnose.add_argument("--rate", metavar="R", help="what an hour of work costs here, in the currency of the model")
    diagnose.add_argument(
        "--numbers",
        choices=[str(numbers) for numbers in Numbers],
        help="how numbers are written: with the decimal mark of 1,234.5 (point), 1.234,5 (comma) or 1 234,5 (space);"
        " as the workshop writes them if left out",
    )
    diagnose.add_argument("--json", action="store_true", help="one JSON object a line, out and in: for programs")
    diagnose.set_defaults(command="diagnose", misused=diagnose.error)


def _add_experience(commands: "argparse._SubParsersAction[Parser]") -> None:
    experience = commands.add_parser(
        "experience",
        help="save or take in the causes that jobs have confirmed",
        description="Save the causes that closed jobs have confirmed as a table, or take in that of another workshop;"
        " no job counts twice.",
        epilog="example: micra-assistant experience export -o causes.csv",
    )
    ways = experience.add_subparsers(title="ways", metavar="WAY", required=True)
    saving = ways.add_parser("export", help="save them as CSV", description="Save the confirmed causes as CSV.")
    saving.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the CSV to write")
    saving.set_defaults(command="share_experience", way="export")
    taking = ways.add_parser("import", help="take in a CSV", description="Take in the causes of other workshops.")
    taking.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a CSV that was exported")
    taking.set_defaults(command="share_experience", way="import")
    afresh = ways.add_parser(
        "reset",
        help="learn afresh",
        description="Let the models of a guide learn only from jobs closed from now on. No job is lost; --undo counts"
        " all again.",
    )
    afresh.add_argument("guide", metavar="GUIDE", help="the name of the guide's folder")
    afresh.add_argument("--model", metavar="NAME", help="only this model, such as faults.toml")
    afresh.add_argument("--undo", action="store_true", help="count the jobs before again")
    afresh.set_defaults(command="share_experience", way="reset")


def _add_export(commands: "argparse._SubParsersAction[Parser]") -> None:
    export = commands.add_parser(
        "export",
        help="save a job as one file, to take it elsewhere",
        description="Save a job with its photos, its guide and its report as one ZIP. Needs no screen.",
        epilog="example: micra-assistant export 42 -o job-0042.zip",
    )
    export.add_argument("job", metavar="JOB", help="the number of the job")
    export.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="the ZIP to write")
    export.add_argument(
        "--without-customer",
        action="store_true",
        help="leave out customer, registration and complaint; notes and photos stay",
    )
    export.set_defaults(command="export_job")


def _add_import(commands: "argparse._SubParsersAction[Parser]") -> None:
    taking = commands.add_parser(
        "import",
        help="take in jobs that were exported",
        description="Take in jobs that were exported, here or elsewhere. Of a job that is here already, what is new is"
        " added. A file with anything wrong in it is left out whole; exit code 1 then, else 0.",
        epilog="example: micra-assistant import job-0042.zip",
    )
    taking.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a ZIP that was exported")
    taking.set_defaults(command="import_jobs")


def _add_blank(commands: "argparse._SubParsersAction[Parser]") -> None:
    blanking = commands.add_parser(
        "blank",
        help="take a customer's data out of a closed job, for good",
        description="Take customer, registration and complaint out of a closed job, in the records and in all their"
        " backups. What was done to the car stays. This cannot be undone. Exit code 1 if a file is left that may still"
        " hold them, else 0; the same command tries again.",
        epilog="example: micra-assistant blank 42 --yes",
    )
    blanking.add_argument("job", metavar="JOB", help="the number of the job")
    blanking.add_argument("--notes-and-photos", action="store_true", help="take out notes and photos too")
    blanking.add_argument("--yes", action="store_true", help="do it; without this it is only said what would be done")
    blanking.set_defaults(command="blank_job")


def _add_try(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add what is no command for people: it is not listed."""
    trying = commands.add_parser("try-guides", description="Read guides that come in from elsewhere, within limits.")
    trying.add_argument("folder", metavar="FOLDER", type=Path)
    trying.set_defaults(command="try_guides")

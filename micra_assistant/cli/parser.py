"""What can be asked for on the command line, and how."""

import argparse
from pathlib import Path

from micra_assistant import __version__
from micra_assistant.cli.argument_parser import Parser, whole_number
from micra_assistant.cli.plain_start import UNLISTED
from micra_assistant.numbers import Numbers
from micra_assistant.paper.forms import BlankForm
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.label_grids import GRIDS
from micra_assistant.paper.sheet_choices import TEXT_SIZES
from micra_assistant.words import _, one_of


def parser() -> Parser:
    """Return what reads the command line; its result names the module of the command as ``command``."""
    made = Parser(
        prog="micra-assistant",
        description=_("Repair assistant for the workshop PC. Without a command it opens the window."),
        epilog=_example("--data-dir D:\\workshop"),
    )
    made.add_argument(
        "--version", action="version", version=f"%(prog)s {__version__}", help=_("show the version and end")
    )
    made.add_argument("--data-dir", metavar=_("FOLDER"), type=Path, help=_("keep job records and settings here"))
    made.add_argument("--guides", metavar=_("FOLDER"), type=Path, help=_("use the guides in this folder"))
    made.add_argument(
        "--debug", action="store_true", help=_("show all that goes wrong inside the program, as it happens")
    )
    made.add_argument(
        "--another", action="store_true", help=_("open one more window, though one is open on the same job records")
    )
    made.set_defaults(command="window")
    commands = made.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for add in (_add_check, _add_print, _add_diagnose, _add_route, _add_export, _add_import, _add_blank):
        add(commands)
    for add in (_add_parts, _add_quotes, _add_experience, _add_try):
        add(commands)
    return made


def _example(command: str) -> str:
    """Return an example of what can be typed."""
    return _("example: {command}").format(command=f"micra-assistant {command}")


def _sizes() -> str:
    return _("{sizes}; that of the workshop if left out").format(sizes=", ".join(PaperSize))


def _text_sizes() -> str:
    return _("{sizes} per cent of the usual size").format(sizes=", ".join(map(str, TEXT_SIZES)))


def _label_sheets() -> str:
    return _("the label sheet: {names}").format(names=", ".join(grid.name for grid in GRIDS))


def _forms() -> str:
    return _("one of the blank forms alone: {names}").format(names=", ".join(BlankForm))


def _add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    check = commands.add_parser(
        "check",
        help=_("say what is wrong with guides, line by line"),
        description=_(
            "Name every mistake of the guides as file:line: what is wrong. Exit code 0 if there is none, else 1."
        ),
        epilog=_example("check guides/tailgate-button"),
    )
    check.add_argument("folders", metavar=_("FOLDER"), nargs="*", type=Path, help=_("a guide, or a folder of guides"))
    check.set_defaults(command="check_guides")


def _add_print(commands: "argparse._SubParsersAction[Parser]") -> None:
    sheet = commands.add_parser(
        "print",
        help=_("save a sheet as PDF, or print it"),
        description=_(
            "Save a sheet as PDF or print it, blank or as a job stands; a put-back list, a report and a"
            " fault-finding record need a job. With --all-guides the sheets of every guide go into a folder, blank:"
            " those that are named, or all that need no job."
        ),
        epilog=_example("print tailgate-button --sheet checklist --paper a5 -o checklist.pdf"),
    )
    sheet.add_argument("guide", metavar=_("GUIDE"), nargs="?", help=_("the name of the guide's folder"))
    sheet.add_argument("--all-guides", action="store_true", help=_("save the sheets of every guide into a folder"))
    sheet.add_argument("--sheet", metavar=_("SHEET"), help=one_of(SheetKind))
    sheet.add_argument("--job", metavar="N", help=_("fill in what job N has done, with its guide as it was then"))
    sheet.add_argument("--paper", metavar=_("SIZE"), help=_sizes())
    sheet.add_argument(
        "-o", "--output", metavar=_("FILE"), type=Path, help=_("the PDF to write, or the folder for --all-guides")
    )
    _add_what_stands_on_it(sheet)
    _add_how_it_is_printed(sheet)
    sheet.set_defaults(command="print_sheet", misused=sheet.error)


def _add_what_stands_on_it(sheet: Parser) -> None:
    sheet.add_argument(
        "--only-left",
        action=argparse.BooleanOptionalAction,
        help=_("leave out what is done; if left out, a checklist of a begun job has only what is left"),
    )
    sheet.add_argument(
        "--pictures", action=argparse.BooleanOptionalAction, help=_("with pictures, or without; as usual if left out")
    )
    sheet.add_argument("--text-size", metavar="N", type=whole_number, default=100, help=_text_sizes())
    sheet.add_argument("--short", action="store_true", help=_("the report in short, for the customer"))
    sheet.add_argument("--labels", metavar=_("NAME"), help=_label_sheets())
    sheet.add_argument("--form", metavar=_("NAME"), help=_forms())
    sheet.add_argument(
        "--job-file",
        action=argparse.BooleanOptionalAction,
        help=_(
            "let the job itself ride in the PDF, to be imported from there; if left out, it rides in all but a report"
            " and a fault-finding record"
        ),
    )
    sheet.add_argument(
        "--layout", metavar=_("FILE"), type=Path, help=_("the JSON to write, that says where each box and blank stands")
    )


def _add_how_it_is_printed(sheet: Parser) -> None:
    sheet.add_argument("--printer", metavar=_("NAME"), help=_("print it on this printer; this needs CUPS"))
    sheet.add_argument("--copies", metavar="N", type=whole_number, default=1, help=_("how many are printed"))
    sheet.add_argument("--both-sides", action="store_true", help=_("print on both sides of the paper"))
    sheet.add_argument("--two-on-a-side", action="store_true", help=_("print two pages beside each other"))


def _add_diagnose(commands: "argparse._SubParsersAction[Parser]") -> None:
    diagnose = commands.add_parser(
        "diagnose",
        help=_("find the fault of a car in the terminal"),
        description=_(
            "Ask what to look at, measure or repair next, until the car is cured or nothing is worth it. Keeps"
            " nothing, unless a job is named. Needs no screen."
        ),
        epilog=_example("diagnose remote-key --complaint 2"),
    )
    diagnose.add_argument("guide", metavar=_("GUIDE"), nargs="?", help=_("the name of the guide's folder"))
    diagnose.add_argument("--complaint", metavar="N", help=_("which complaint, by its number or its title"))
    diagnose.add_argument("--model", metavar=_("FILE"), type=Path, help=_("a model alone, without a guide"))
    diagnose.add_argument(
        "--job", metavar="N", help=_("go on with job N, with its guide, and keep the answers with it")
    )
    diagnose.add_argument(
        "--rate", metavar="R", help=_("what an hour of work costs here, in the currency of the model")
    )
    diagnose.add_argument(
        "--numbers",
        choices=[str(numbers) for numbers in Numbers],
        help=_(
            "how numbers are written: with the decimal mark of 1,234.5 (point), 1.234,5 (comma) or 1 234,5 (space);"
            " as the workshop writes them if left out"
        ),
    )
    diagnose.add_argument("--json", action="store_true", help=_("one JSON object a line, out and in: for programs"))
    diagnose.set_defaults(command="diagnose", misused=diagnose.error)


def _add_route(commands: "argparse._SubParsersAction[Parser]") -> None:
    route = commands.add_parser(
        "route",
        help=_("say what is still to be done on a car"),
        description=_(
            "Say what is to be done on the car of a job now, next and then, and why; without a fault model it is the"
            " guide in order. Changes nothing. Needs no screen."
        ),
        epilog=_example("route --job 42"),
    )
    route.add_argument("--job", metavar="N", required=True, help=_("the number of the job"))
    route.add_argument("--json", action="store_true", help=_("as JSON: for programs"))
    route.set_defaults(command="show_route")


def _add_parts(commands: "argparse._SubParsersAction[Parser]") -> None:
    parts = commands.add_parser(
        "parts",
        help=_("compare what the ways to get the part cost"),
        description=_(
            "Say what each way to get the part costs, bought, fitted and over the years that the car is kept, and which"
            " comes cheapest. Needs no screen."
        ),
        epilog=_example("parts tailgate-button --keep-years 5"),
    )
    parts.add_argument("guide", metavar=_("GUIDE"), help=_("the name of the guide's folder"))
    parts.add_argument("--job", metavar="N", help=_("with what suppliers ask on job N"))
    parts.add_argument(
        "--keep-years", metavar="N", type=whole_number, help=_("how long the car is kept; 3 if left out")
    )
    parts.add_argument("--json", action="store_true", help=_("as JSON: for programs"))
    parts.add_argument("--csv", metavar=_("FILE"), type=Path, help=_("save it as a table for a spreadsheet, too"))
    parts.set_defaults(command="compare_parts", misused=parts.error)


def _add_quotes(commands: "argparse._SubParsersAction[Parser]") -> None:
    quotes = commands.add_parser(
        "quotes",
        help=_("save or take in what suppliers ask on a job"),
        description=_("Save what suppliers ask on a job as a table for a spreadsheet, or take such a table in."),
        epilog=_example("quotes import quotes.csv --job 42"),
    )
    ways = quotes.add_subparsers(title=_("ways"), metavar=_("WAY"), required=True)
    saving = ways.add_parser("export", help=_("save them as CSV"), description=_("Save the quotes of a job as CSV."))
    saving.add_argument("-o", "--output", metavar=_("FILE"), type=Path, required=True, help=_("the CSV to write"))
    saving.add_argument("--job", metavar="N", required=True, help=_("the number of the job"))
    saving.set_defaults(command="share_quotes", way="export")
    taking = ways.add_parser(
        "import",
        help=_("take in a CSV"),
        description=_(
            "Take in quotes, each row for itself: a row that is none is named by its line, and the exit code is 1 then."
        ),
    )
    taking.add_argument("file", metavar=_("FILE"), type=Path, help=_("a table with a column for supplier and price"))
    taking.add_argument("--job", metavar="N", required=True, help=_("the number of the job"))
    taking.set_defaults(command="share_quotes", way="import")


def _add_experience(commands: "argparse._SubParsersAction[Parser]") -> None:
    experience = commands.add_parser(
        "experience",
        help=_("save or take in the causes that jobs have confirmed"),
        description=_(
            "Save the causes that closed jobs have confirmed as a table, or take in that of another workshop;"
            " no job counts twice. Reset lets a guide learn from new jobs only."
        ),
        epilog=_example("experience export -o causes.csv"),
    )
    ways = experience.add_subparsers(title=_("ways"), metavar=_("WAY"), required=True)
    saving = ways.add_parser("export", help=_("save them as CSV"), description=_("Save the confirmed causes as CSV."))
    saving.add_argument("-o", "--output", metavar=_("FILE"), type=Path, required=True, help=_("the CSV to write"))
    saving.set_defaults(command="share_experience", way="export")
    taking = ways.add_parser("import", help=_("take in a CSV"), description=_("Take in the causes of other workshops."))
    taking.add_argument("files", metavar=_("FILE"), nargs="+", type=Path, help=_("a CSV that was exported"))
    taking.set_defaults(command="share_experience", way="import")
    afresh = ways.add_parser(
        "reset",
        help=_("learn afresh"),
        description=_(
            "Let the models of a guide learn only from jobs closed from now on. No job is lost; --undo counts"
            " all again."
        ),
    )
    afresh.add_argument("guide", metavar=_("GUIDE"), help=_("the name of the guide's folder"))
    afresh.add_argument("--model", metavar=_("NAME"), help=_("only this model, such as faults.toml"))
    afresh.add_argument("--undo", action="store_true", help=_("count the jobs before again"))
    afresh.set_defaults(command="share_experience", way="reset")


def _add_export(commands: "argparse._SubParsersAction[Parser]") -> None:
    export = commands.add_parser(
        "export",
        help=_("save a job as one file, to take it elsewhere"),
        description=_("Save a job with its photos, its guide and its report as one ZIP. Needs no screen."),
        epilog=_example("export 42 -o job-0042.zip"),
    )
    export.add_argument("job", metavar=_("JOB"), help=_("the number of the job"))
    export.add_argument("-o", "--output", metavar=_("FILE"), type=Path, required=True, help=_("the ZIP to write"))
    export.add_argument(
        "--without-customer",
        action="store_true",
        help=_("leave out customer, registration and complaint; notes and photos stay"),
    )
    export.set_defaults(command="export_job")


def _add_import(commands: "argparse._SubParsersAction[Parser]") -> None:
    taking = commands.add_parser(
        "import",
        help=_("take in jobs that were exported"),
        description=_(
            "Take in jobs that were exported, here or elsewhere. Of a job that is here already, what is new is"
            " added. A file with anything wrong in it is left out whole; exit code 1 then, else 0."
        ),
        epilog=_example("import job-0042.zip"),
    )
    taking.add_argument(
        "files", metavar=_("FILE"), nargs="+", type=Path, help=_("a ZIP that was exported, or a PDF with the job")
    )
    taking.set_defaults(command="import_jobs")


def _add_blank(commands: "argparse._SubParsersAction[Parser]") -> None:
    blanking = commands.add_parser(
        "blank",
        help=_("take a customer's data out of a closed job, for good"),
        description=_(
            "Take customer, registration and complaint out of a closed job, in the records and in all their"
            " backups. What was done to the car stays. This cannot be undone. Exit code 1 if a file is left that may"
            " still hold them, else 0; the same command tries again."
        ),
        epilog=_example("blank 42 --yes"),
    )
    blanking.add_argument("job", metavar=_("JOB"), help=_("the number of the job"))
    blanking.add_argument("--notes-and-photos", action="store_true", help=_("take out notes and photos too"))
    blanking.add_argument(
        "--yes", action="store_true", help=_("do it; without this it is only said what would be done")
    )
    blanking.set_defaults(command="blank_job")


def _add_try(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add what is no command for people: it is not listed."""
    trying = commands.add_parser(UNLISTED)
    trying.add_argument("folder", type=Path)
    trying.set_defaults(command="try_guides")

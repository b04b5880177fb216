"""A command from its words to its exit code."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from micra_assistant.catalogues import speak
from micra_assistant.cli.catching import catching, say
from micra_assistant.cli.exit_codes import BROKEN, FAULTY, MISUSED
from micra_assistant.cli.plain_start import DATA, GUIDES, UNLISTED, is_plain, named_folders
from micra_assistant.cli.streams import Output, sound_streams
from micra_assistant.errors import MicraError, UnknownNameError
from micra_assistant.words import _

if TYPE_CHECKING:
    import argparse

_SPEAKING_FOR_THEMSELVES = ("window", "try_guides")
"""The commands that look to their language themselves, or have nothing to say to people."""


def run(arguments: Sequence[str], asked: str) -> int:
    """Run the command and return its exit code; ``asked`` is what the open window has answered already."""
    with sound_streams() as output:
        if _is_for_people(arguments):
            from micra_assistant.cli.early_language import speak_early  # noqa: PLC0415 - the window does not need it

            speak_early(arguments)
        options = options_of(arguments)
        options.asked = asked
        code = _run(options)
        output.flush()
        return code or _written(output)


def options_of(arguments: Sequence[str]) -> "argparse.Namespace":
    """Return what is asked for; SystemExit if it cannot be understood. A plain start needs no parser for that."""
    folders = named_folders(arguments)
    if folders is None:
        from micra_assistant.cli.parser import parser  # noqa: PLC0415 - a plain start does not need it

        return parser().parse_args(arguments)
    data_dir, guides = (Path(folders[name]) if name in folders else None for name in (DATA, GUIDES))
    wanted = SimpleNamespace(command="window", data_dir=data_dir, guides=guides, debug=False, another=False)
    return cast("argparse.Namespace", wanted)


def _is_for_people(arguments: Sequence[str]) -> bool:
    """Whether the parser itself may have something to say to people."""
    return not is_plain(arguments) and UNLISTED not in arguments


def _run(options: "argparse.Namespace") -> int:
    with catching(options) as options.catcher:
        try:
            if options.command not in _SPEAKING_FOR_THEMSELVES:
                _speak(options)
            return int(import_module(f"micra_assistant.cli.{options.command}").run(options))
        except UnknownNameError as error:
            return _failed(error, MISUSED)
        except MicraError as error:
            return _failed(error, FAULTY)
        except Exception as error:  # noqa: BLE001 - nothing goes by without words
            options.catcher.note(error)
            return BROKEN


def _speak(options: "argparse.Namespace") -> None:
    """Speak the language of the workshop, and write numbers as it does; English, and that is said, if need be."""
    from micra_assistant.cli.arguments import workshop  # noqa: PLC0415 - the window does not need it
    from micra_assistant.number_words import write_with  # noqa: PLC0415 - likewise

    write_with(workshop(options).numbers.mark)
    if unspoken := speak(workshop(options).language):
        say(unspoken)


def _failed(error: MicraError, code: int) -> int:
    say(str(error))
    return code


def _written(output: Output) -> int:
    """Return the exit code for output that could not be written, once that is said; 0 if all of it was."""
    if output.problem:
        say(_("the output could not be written: {problem}").format(problem=output.problem))
    return FAULTY if output.problem else 0

"""The command ``micra-assistant``: the window, and what can be done without one.

Each command is a module here with a function ``run``; ``parser.py`` says what they are asked. A module is loaded when
its command is given, so that the window does not wait for what it does not need.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from micra_assistant.cli.parser import MISUSED, parser
from micra_assistant.errors import MicraError, UnknownNameError

FAULTY = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 faults found, 2 asked for what there is not."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a pipe on Windows knows no Ω
    options = parser().parse_args(arguments)
    command = import_module(f"{__name__}.{options.command}")
    try:
        return int(command.run(options))
    except UnknownNameError as error:
        return _failed(error, MISUSED)
    except MicraError as error:
        return _failed(error, FAULTY)


def _failed(error: MicraError, code: int) -> int:
    sys.stderr.write(f"micra-assistant: {error}\n")
    return code

"""The command ``micra-assistant``: the window, and what can be done without one.

Each command is a module here with a function ``run``; ``parser.py`` says what they are asked. A module is loaded when
its command is given, so that the window does not wait for what it does not need.
"""

import sys
from collections.abc import Sequence

from micra_assistant.cli.plain_start import ask_open_window
from micra_assistant.onewindow.exchange import RAISED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 done, 1 faults found or not done, 2 asked for what there is not, 3 the program itself is at fault.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if (asked := ask_open_window(given)) == RAISED:
        return 0
    from micra_assistant.cli.running import run  # noqa: PLC0415 - not needed to raise the window that is open

    return run(given, asked)

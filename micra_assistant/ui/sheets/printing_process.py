"""A process of its own that prints: a print server that does not answer holds up this, and not the window.

It says at once which printers there are, then reads what is to be printed from its standard input, and says on its
standard output how far that is. It ends with its input.
"""

import os
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO

from micra_assistant.bugs.bug_words import error_lines
from micra_assistant.catalogues import speak
from micra_assistant.kind_reading import from_msgpack
from micra_assistant.paper.frames import framed, read_frames
from micra_assistant.ui.sheets.print_messages import PrintEnd, PrintJob, PrintSaid


def main(language: str) -> None:
    """Print what is asked for, in a language; whatever else is said goes to the standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window, and ends the input
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # it shows nothing, and needs no screen
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - after what it is told

    _application = QGuiApplication(sys.argv[:1])
    speak(language)
    serve(asked, answers)


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Say which printers there are, and print what is asked for until there is no more."""
    from micra_assistant.ui.sheets.painting import known_printers  # noqa: PLC0415 - once there is an application

    _say(answers, known_printers())
    for content in read_frames(asked):
        for said in _printed(content):
            _say(answers, said)


def _printed(content: bytes) -> Iterator[PrintSaid]:
    from micra_assistant.ui.sheets.painting import printed  # noqa: PLC0415 - loaded already

    try:
        yield from printed(from_msgpack(content, PrintJob))
    except Exception as error:  # noqa: BLE001 - the window must hear of it
        yield PrintEnd(bug=tuple(error_lines(error)))


def _say(answers: BinaryIO, said: PrintSaid) -> None:
    answers.write(framed(said))
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

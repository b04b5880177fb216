"""A process of its own that sets sheets: Typst takes its time and much memory, and both are given back at its end.

It reads requests from its standard input and writes an answer for each to its standard output. It ends with its
input, so also when the window that began it is killed; what is being set then is finished first, if that is soon.
"""

import os
import signal
import sys
import time
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from micra_assistant.bugs.bug_words import error_lines
from micra_assistant.catalogues import speak
from micra_assistant.kind_reading import from_msgpack
from micra_assistant.paper.frames import framed, read_frames
from micra_assistant.paper.request import SheetAnswer, SheetRequest
from micra_assistant.paper.set_request import answered
from micra_assistant.paper.setting import load

_PATIENCE = 30.0
"""Seconds to finish what is being set when nobody is there any more."""

_Asked = SimpleQueue[bytes | None]


def main(language: str) -> None:
    """Answer in a language until the input ends; whatever else is printed goes to the standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window, and ends the input
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    asked: _Asked = SimpleQueue()
    Thread(target=_listen, args=(requests, asked), daemon=True).start()
    speak(language)
    load()
    serve(asked, answers)


def _listen(requests: BinaryIO, asked: _Asked) -> None:
    """Hand on each request, and at the end None; end the process if it does not end itself then."""
    for content in read_frames(requests):
        asked.put(content)
    asked.put(None)
    time.sleep(_PATIENCE)
    os._exit(1)


def serve(asked: _Asked, answers: BinaryIO) -> None:
    """Answer each request until there are no more."""
    while (content := asked.get()) is not None:
        answers.write(framed(_answer(content)))
        answers.flush()


def _answer(content: bytes) -> SheetAnswer:
    try:
        return answered(from_msgpack(content, SheetRequest))
    except Exception as error:  # noqa: BLE001 - the window must hear of it
        return SheetAnswer(bug=tuple(error_lines(error)))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Whether this start is the first on its records, or meets a window that is open."""

import sys

from msgspec import Struct

from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import NOBODY
from micra_assistant.onewindow.listening import Listener
from micra_assistant.onewindow.pipe_listening import PipeListener

AnyListener = Listener | PipeListener

_TRIES = 2
"""The window that was met may have closed before it was asked."""


class Meeting(Struct, frozen=True):
    """How a start went.

    Attributes:
        answer: that of the window that is open; NOBODY if this start is to open one.
        listener: what hears later starts; None if there is a window already, or no safe place to listen at.
    """

    answer: str
    listener: AnyListener | None = None


def meet(address: str, request: bytes) -> Meeting:
    """Listen at an address, or ask who listens there already. Of several starts at once, one is first."""
    for _try in range(_TRIES):
        if listener := listen(address):
            return Meeting(NOBODY, listener)
        if (answer := ask(address, request)) != NOBODY:
            return Meeting(answer)
    return Meeting(NOBODY)


def listen(address: str) -> AnyListener | None:
    """Return what listens at an address; None if somebody else does, or if it cannot be."""
    if not address:
        return None
    try:
        return PipeListener(address) if sys.platform == "win32" else Listener(address)
    except OSError:
        return None

"""How a second start asks the open window to come to the front."""

import os
import sys

from micra_assistant.onewindow.exchange import MOST_BYTES, NOBODY, SILENT, answer_in

PATIENCE = 2.0
"""Seconds for the window to answer."""


def ask(address: str, request: bytes, patience: float = PATIENCE) -> str:
    """Return the answer of the window that listens at an address: one of ``exchange``'s, NOBODY if none listens."""
    if not address:
        return NOBODY
    if sys.platform == "win32":
        from micra_assistant.onewindow.pipe_asking import ask_pipe  # noqa: PLC0415 - on Windows only

        return ask_pipe(address, request, patience)
    return _ask_socket(address, request, patience) if os.path.lexists(address) else NOBODY


def _ask_socket(address: str, request: bytes, patience: float) -> str:
    import _socket  # noqa: PLC0415 - a first start has nobody to ask; the module around it loads for longer

    asking = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        asking.settimeout(patience)
        asking.connect(address)
        asking.sendall(request)
        return answer_in(asking.recv(MOST_BYTES))
    except (TimeoutError, BlockingIOError):  # the latter if so many wait that nobody else can
        return SILENT
    except OSError:
        return NOBODY
    finally:
        asking.close()

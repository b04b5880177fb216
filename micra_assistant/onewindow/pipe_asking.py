"""How a second start asks on Windows: through a named pipe, which a thread waits at, as a pipe knows no patience."""

from contextlib import suppress
from threading import Thread

from micra_assistant.onewindow.exchange import MOST_BYTES, NOBODY, SILENT, answer_in

_ANY_PROGRAM = -1


def ask_pipe(address: str, request: bytes, patience: float) -> str:
    """Return the answer of the window that listens at a pipe, as ``asking.ask`` does."""
    answers: list[str] = []
    asking = Thread(target=_call, args=(address, request, answers), daemon=True)
    asking.start()
    asking.join(patience)
    if answers:
        return answers[0]
    return SILENT if asking.is_alive() else NOBODY


def _call(address: str, request: bytes, answers: list[str]) -> None:
    with suppress(OSError), open(address, "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe is no path
        _let_come_to_front()
        pipe.write(request)
        answers.append(answer_in(pipe.read(MOST_BYTES) or b""))


def _let_come_to_front() -> None:
    """Let the window take the front: Windows leaves it to the program that the person has just started."""
    import ctypes  # noqa: PLC0415 - wanted only if there is a window

    with suppress(AttributeError):
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROGRAM)  # type: ignore[attr-defined,unused-ignore]

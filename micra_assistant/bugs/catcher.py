"""Catches what nothing else in the program has: it is logged, counted and told, and nothing goes by in silence.

An error in a slot, a thread, a timer, a paint event or a ``__del__`` ends up in one of Python's three hooks. The
catcher puts itself there, and never raises itself.
"""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType

from msgspec import Struct

from micra_assistant import __version__
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.bug_words import error_lines, error_name, place_of
from micra_assistant.errors import MicraError
from micra_assistant.words import _

_MOST_KINDS = 50
"""Of bugs that are told apart; whatever comes after them is logged no more."""


class CaughtBug(Struct):
    """A bug that was caught, once or more often.

    Attributes:
        name: what kind it is.
        place: where in the program it arose, empty if nobody knows.
        words: what is said of it to the person, empty if nothing better is known than that there is a bug.
        times: how often it was caught.
    """

    name: str
    place: str
    words: str = ""
    times: int = 1


Tell = Callable[[CaughtBug], object]
"""Tells the person about a bug; called in the thread where it arose."""


class BugCatcher:
    """Catches bugs while it is installed; ``debug`` also shows them whole, on the standard error."""

    def __init__(self, log: BugLog, *, debug: bool = False) -> None:
        self.log = log
        self.debug = debug
        self._tell: Tell | None = None
        self._told_before: Tell | None = None
        self._caught: dict[str, CaughtBug] = {}
        self._last: CaughtBug | None = None
        self._busy = threading.local()

    @property
    def count(self) -> int:
        """How many bugs were caught so far."""
        return sum(caught.times for caught in list(self._caught.values()))

    def tell_to(self, tell: Tell) -> None:
        """Let ``tell`` tell the person from now on, also about what was caught before."""
        self._told_before, self._tell = self._tell, tell
        for caught in list(self._caught.values()):
            tell(caught)

    def explain(self, words: str) -> None:
        """Say ``words`` to the person of the bug that was caught last: what could not be done because of it."""
        if self._last:
            self._last.words = words

    def tell_as_before(self) -> None:
        """Let the one tell who did so before: who tells now has nothing to tell with."""
        self._tell, self._told_before = self._told_before or self._tell, None

    def stop_telling(self) -> None:
        """Tell nobody any more: there is no window."""
        self._tell = None

    def note(self, error: BaseException) -> None:
        """Take in an error; whatever goes wrong with that is left at it."""
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            self._note(error)
        except Exception:  # noqa: BLE001, S110 - there is nothing below
            pass
        finally:
            self._busy.now = False

    def note_lines(self, lines: Iterable[str]) -> None:
        """Log what is worth to be known when a bug is looked into, but is none that the person must hear of."""
        with suppress(Exception):
            self.log.add(lines)

    def say(self, words: str) -> None:
        """Say what the program is doing, on the standard error, to whoever asked for it."""
        if self.debug:
            _write(f"micra-assistant: {words}\n")

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Catch what nothing else catches, until the end of the block."""
        former = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = self._on_error, self._on_thread
        sys.unraisablehook = self._on_unraisable
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = former

    def _note(self, error: BaseException) -> None:
        if self.debug:
            _write(_whole(error))
        name, place = error_name(error), place_of(error)
        known = self._caught.get(f"{name} {place}")
        if known:
            known.times += 1
            self._log_again(known)
        elif len(self._caught) >= _MOST_KINDS:
            return
        else:
            known = self._caught[f"{name} {place}"] = CaughtBug(name, place, _words_for_person(error))
            first, *lines = error_lines(error)
            self.log.add([f"{__version__} {first}", *lines])
        self._last = known
        if self._tell:
            self._tell(known)

    def _log_again(self, caught: CaughtBug) -> None:
        """Log the tenth, hundredth, ... time only."""
        if caught.times >= 10 and set(str(caught.times)[1:]) == {"0"} and str(caught.times)[0] == "1":
            self.log.add([f"{caught.times} times: {caught.name} at {caught.place}"])

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        else:
            self.note(error.with_traceback(trace))
        _forget_last()

    def _on_thread(self, args: "threading.ExceptHookArgs") -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.note(args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self.note(args.exc_value.with_traceback(args.exc_traceback))


def told(caught: CaughtBug) -> str:
    """Return what is said of a bug on a terminal."""
    words = caught.words or _("the program has made a mistake")
    return _("{words} ({bug})").format(words=words, bug=kind_and_place(caught))


def kind_and_place(caught: CaughtBug) -> str:
    """Return what a bug is and where it arose, for whoever mends it."""
    if not caught.place:
        return caught.name
    return _("{kind} at {place}").format(kind=caught.name, place=caught.place)


def _forget_last() -> None:
    """Let go of what Python keeps for a debugger: it holds the views that were at work, and all that is in them."""
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)


def _words_for_person(error: BaseException) -> str:
    """Return what an error says that was meant to be said."""
    with suppress(Exception):
        return str(error) if isinstance(error, MicraError) else ""
    return ""


def _whole(error: BaseException) -> str:
    """Return an error with its text and the lines of code, for whoever debugs the program."""
    import traceback  # noqa: PLC0415 - wanted with --debug only

    return "".join(traceback.format_exception(error))


def _write(text: str) -> None:
    with suppress(Exception):
        sys.stderr.write(text)
        sys.stderr.flush()

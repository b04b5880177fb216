"""Where Python writes the places it was at when the program ends hard, as by a bug in Qt."""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager

from micra_assistant.bugs.catcher import BugCatcher


@contextmanager
def crash_file(catcher: BugCatcher) -> Iterator[bool]:
    """Let Python write into the log's folder if it ends hard in this block; return whether it did so the last time.

    The file must be open from the start: that is one call of the system. Whoever watches over hard ends already is left
    in place.
    """
    if faulthandler.is_enabled():
        yield False
        return
    try:
        file, ended_hard = catcher.log.open_crash_file()
    except OSError:
        yield False
        return
    faulthandler.enable(file)
    try:
        yield ended_hard
    finally:
        faulthandler.disable()
        os.close(file)

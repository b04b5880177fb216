"""What a command does about bugs of the program itself: they are logged in the data folder, and said in one line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from micra_assistant import assets
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.catcher import BugCatcher, CaughtBug, told
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    import argparse


@contextmanager
def catching(options: "argparse.Namespace") -> Iterator[BugCatcher]:
    """Return what catches the bugs of a command; what it catches is said unless somebody else does."""
    folder = options.data_dir or UserFiles.default().folder
    catcher = BugCatcher(BugLog(folder), debug=options.debug)
    catcher.tell_to(lambda caught: _tell(catcher, caught))
    try:
        with catcher.installed():
            yield catcher
    finally:
        catcher.stop_telling()


def say(words: str) -> None:
    """Say something on the standard error."""
    sys.stderr.write(f"micra-assistant: {words}\n")


def say_letters_missing() -> None:
    """Say that other letters than ours are on a sheet, if ours are not there."""
    if assets.fonts_folder() is None:
        say(_(assets.NO_LETTERS))


def _tell(catcher: BugCatcher, caught: CaughtBug) -> None:
    if caught.times == 1:
        say(_("{bug}; {file} tells more").format(bug=told(caught), file=catcher.log.file))

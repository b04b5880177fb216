"""The language of the workshop, known before the command line is understood: its help and its errors are in it too."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from micra_assistant.catalogues import speak
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.workshopfile import WorkshopFile


class _NotUnderstoodError(Exception):
    """The command line makes no sense: the parser itself is going to say so."""


class _Glance(argparse.ArgumentParser):
    """Looks for the folder of the records only; ``--data`` is short for it, as for the parser itself."""

    def __init__(self) -> None:
        super().__init__(add_help=False)
        self.add_argument("--data-dir", type=Path)
        self.add_argument("--debug", action="store_true")

    def error(self, message: str) -> NoReturn:
        raise _NotUnderstoodError(message)


def speak_early(arguments: Sequence[str]) -> None:
    """Speak the language of the workshop that a command is given for; English if it cannot be known yet."""
    try:
        folder = _Glance().parse_known_args(arguments)[0].data_dir
    except _NotUnderstoodError:
        folder = None
    files = UserFiles(folder) if folder else UserFiles.default()
    speak(WorkshopFile(files.workshop, files.settings).now.language)

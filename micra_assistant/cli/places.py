"""Where the records are that a command is about."""

from typing import TYPE_CHECKING

from micra_assistant.userfiles import UserFiles

if TYPE_CHECKING:
    import argparse


def user_files(options: "argparse.Namespace") -> UserFiles:
    """Return where the records are that the command is about."""
    return UserFiles(options.data_dir) if options.data_dir else UserFiles.default()

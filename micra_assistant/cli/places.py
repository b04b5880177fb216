"""Where the records are that a command is about."""

import argparse

from micra_assistant.userfiles import UserFiles


def user_files(options: argparse.Namespace) -> UserFiles:
    """Return where the records are that the command is about."""
    return UserFiles(options.data_dir) if options.data_dir else UserFiles.default()

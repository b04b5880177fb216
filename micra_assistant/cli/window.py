"""Open the window."""

import argparse

from micra_assistant import app
from micra_assistant.cli.options import library, user_files
from micra_assistant.guide.cache import GuideCache


def run(options: argparse.Namespace) -> int:
    """Open the window, and return the exit code when it closes."""
    files = user_files(options)
    return app.run(library(options, GuideCache(files.guide_cache)), files)

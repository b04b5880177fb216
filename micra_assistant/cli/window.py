"""Open the window."""

import argparse
import gc
from functools import partial
from typing import TYPE_CHECKING

from micra_assistant.cli.places import user_files
from micra_assistant.errors import MicraError
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.guide.library import Library


def run(options: argparse.Namespace) -> int:
    """Open the window, and return the exit code when it closes. MicraError if Qt is not there or lacks something."""
    gc.disable()  # what a start makes stays; the window begins to collect when it is painted
    try:
        from micra_assistant.ui import qt_loading  # noqa: F401, PLC0415 - it takes time
    except ImportError as error:
        words = _("Qt, which draws the window, cannot be loaded: {reason}")
        raise MicraError(words.format(reason=error.msg)) from error
    from micra_assistant import app  # noqa: PLC0415 - it needs Qt

    files = user_files(options)
    return app.run(partial(_library, options, files), files, options.catcher)


def _library(options: argparse.Namespace, files: UserFiles) -> "Library":
    from micra_assistant.cli.arguments import library  # noqa: PLC0415 - the window is shown first
    from micra_assistant.guide.cache import GuideCache  # noqa: PLC0415

    return library(options, GuideCache(files.guide_cache))

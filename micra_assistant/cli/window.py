"""Open the window."""

import argparse

from micra_assistant import assets
from micra_assistant.cli.arguments import user_files
from micra_assistant.errors import MicraError
from micra_assistant.guide.cache import GuideCache
from micra_assistant.guide.library import Library
from micra_assistant.words import _


def run(options: argparse.Namespace) -> int:
    """Open the window, and return the exit code when it closes. MicraError if Qt is not there or lacks something."""
    try:
        from micra_assistant import app  # noqa: PLC0415 - it loads Qt
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        words = _("Qt, which draws the window, cannot be loaded: {reason}")
        raise MicraError(words.format(reason=error.msg)) from error
    files = user_files(options)
    library = Library(options.guides or assets.guides_folder(), GuideCache(files.guide_cache))
    return app.run(library, files, options.catcher)

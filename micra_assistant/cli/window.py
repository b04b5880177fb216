"""Open the window, or bring the one to the front that is open on the same records."""

import gc
from contextlib import suppress
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from micra_assistant import assets
from micra_assistant.cli.places import user_files
from micra_assistant.errors import MicraError
from micra_assistant.onewindow.address import address_of, mark_of
from micra_assistant.onewindow.exchange import NOBODY, OTHER_GUIDES, RAISED, request
from micra_assistant.onewindow.meeting import Meeting, listen, meet
from micra_assistant.screen_names import is_screen_named
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

if TYPE_CHECKING:
    import argparse

    from micra_assistant.guide.library import Library


def run(options: "argparse.Namespace") -> int:
    """Open the window, and return the exit code when it closes.

    MicraError if Qt is not there or lacks something, or if a window is open that cannot be brought to the front.
    """
    met = _met(options)
    if met.answer == RAISED:
        return 0
    try:
        if met.answer != NOBODY:
            raise _refused(options, met.answer)
        gc.disable()  # what a start makes stays; the window begins to collect when it is painted
        files = user_files(options)
        guides = partial(_library, options, files)
        code: int = _app().run(guides, files, options.catcher, met.listener, _guides_mark(options))
        return code
    finally:
        if met.listener:
            met.listener.close()


def _met(options: "argparse.Namespace") -> Meeting:
    """Return what became of asking for the open window; who has no screen here does not ask for one elsewhere."""
    if options.asked != NOBODY:
        return Meeting(options.asked)
    if not is_screen_named():
        return Meeting(NOBODY)
    address = address_of(str(user_files(options).folder))
    return Meeting(NOBODY, listen(address)) if options.another else meet(address, request(_guides_mark(options)))


def _guides_mark(options: "argparse.Namespace") -> str:
    return mark_of(str(options.guides)) if options.guides else ""


def _refused(options: "argparse.Namespace", answer: str) -> MicraError:
    """Return why no window opens, once it is said in a dialog to whoever sees no terminal."""
    from micra_assistant.catalogues import speak  # noqa: PLC0415 - seldom needed
    from micra_assistant.cli.arguments import workshop  # noqa: PLC0415 - likewise

    speak(workshop(options).language)
    words = _(
        "Micra Assistant is open already, but its window does not answer. Wait a moment, then start it again. If it"
        " stays so, end that program, or start the PC anew: what you have ticked is kept. With --another one more"
        " window opens."
    )
    if answer == OTHER_GUIDES:
        words = _(
            "Micra Assistant is open already, with other guides. Close its window first, or let one more window open"
            " with --another."
        )
    with suppress(MicraError):
        _app().say_without_window(words)
    return MicraError(words)


def _library(options: "argparse.Namespace", files: UserFiles) -> "Library":
    from micra_assistant.guide.cache import GuideCache  # noqa: PLC0415 - the window is shown first
    from micra_assistant.guide.library import Library  # noqa: PLC0415 - likewise

    return Library(options.guides or assets.guides_folder(), GuideCache(files.guide_cache))


def _app() -> ModuleType:
    """Return what opens windows; MicraError if Qt cannot be loaded."""
    try:
        from micra_assistant.ui import qt_loading  # noqa: F401, PLC0415 - it takes time
    except ImportError as error:
        words = _("Qt, which draws the window, cannot be loaded: {reason}")
        raise MicraError(words.format(reason=error.msg)) from error
    from micra_assistant import app  # noqa: PLC0415 - it needs Qt

    return app

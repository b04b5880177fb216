"""The start of a window as nearly everybody starts it, read without what loads slowly.

If a window is open on those records it comes to the front before a parser, let alone Qt, is loaded. Whatever is not
plain goes the long way, which asks again (``window.py``); so does what is taken to be another folder here than there.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from micra_assistant.onewindow.address import address_of, mark_of
from micra_assistant.onewindow.asking import ask
from micra_assistant.onewindow.exchange import NOBODY, request
from micra_assistant.screen_names import is_screen_named

DATA, GUIDES = "--data-dir", "--guides"
UNLISTED = "try-guides"
"""The command that the program gives itself."""


def ask_open_window(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the answer of the window that is open on the records these arguments mean; NOBODY if it is not plain."""
    named = named_folders(arguments)
    if named is None or not is_screen_named(environment):
        return NOBODY
    folder, guides = named.get(DATA) or _usual_folder(environment), named.get(GUIDES)
    return ask(address_of(folder), request(mark_of(guides) if guides else "")) if folder else NOBODY


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether a window is asked for, and nothing but where its records and guides are."""
    return named_folders(arguments) is not None


def named_folders(arguments: Sequence[str]) -> dict[str, str] | None:
    """Return the folders that are named, by their options; None if anything but a window is asked for."""
    named: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        value = value if equals else next(rest, "")
        if name not in (DATA, GUIDES) or not value or value.startswith("-"):
            return None
        named[name] = value
    return named


def _usual_folder(environment: Mapping[str, str]) -> str:
    """Return the folder of ``UserFiles.default`` as it is nearly always; empty if it is anything but plain."""
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    else:
        at_home = "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/share"
        base = environment.get("XDG_DATA_HOME") or os.path.expanduser(at_home)  # noqa: PTH111 - pathlib loads slowly
    return os.path.join(base, "micra-assistant") if os.path.isabs(base) else ""  # noqa: PTH117, PTH118 - likewise

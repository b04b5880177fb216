"""What is said between a second start and the open window: one line each way.

The second start says ``raise GUIDES TOKEN``: a mark for its folder of guides, ``-`` for those that come with the
program, and what its desktop has given it so that a window may come to the front, ``-`` for nothing. The window says
one of the answers.
"""

import os
from collections.abc import Mapping

RAISED = "raised"
"""The answer of a window that has come to the front."""
OTHER_GUIDES = "other-guides"
"""The answer of a window that shows the guides of another folder."""
ANSWERS = (RAISED, OTHER_GUIDES)
SILENT = "silent"
"""Not an answer: there is a window, but it says nothing."""
NOBODY = "nobody"
"""Not an answer: there is no window, or none that can be understood."""

NOTHING = "-"
MOST_BYTES = 500
_LONGEST_TOKEN = 200
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def request(guides: str, environment: Mapping[str, str] = os.environ) -> bytes:
    """Return what a second start says; ``guides`` is the mark of a folder, empty for those of the program."""
    token = next(filter(None, map(environment.get, _TOKENS)), NOTHING)
    return f"raise {guides or NOTHING} {token if _is_token(token) else NOTHING}\n".encode("ascii")


def understood(said: bytes) -> tuple[str, str] | None:
    """Return the guides' mark and the token, each empty for none, of a request; None if it is not one."""
    try:
        line = said.decode("ascii")
    except UnicodeDecodeError:
        return None
    words = line.removesuffix("\n").split(" ")
    if not line.endswith("\n") or len(words) != 3 or words[0] != "raise" or not all(map(_is_token, words)):
        return None
    guides, token = ("" if word == NOTHING else word for word in words[1:])
    return guides, token


def answer_in(said: bytes) -> str:
    """Return which answer it is, or NOBODY."""
    return next((answer for answer in ANSWERS if said == f"{answer}\n".encode()), NOBODY)


def _is_token(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_TOKEN and word.isascii() and word.isprintable() and " " not in word

"""Find the files that ship with the program.

A wheel carries ``resources/`` and ``guides/`` inside the package; a checkout keeps them beside it.
No other module knows the difference.
"""

from importlib.util import find_spec
from pathlib import Path

from micra_assistant.words import N_

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    packaged = _PACKAGE / folder
    return packaged if packaged.is_dir() else _PACKAGE.parent / folder


def resource(*parts: str) -> Path:
    """Return the path of one file under ``resources/``."""
    return _shipped("resources").joinpath(*parts)


def guides_folder() -> Path:
    """Return the folder that holds the guides, one folder each."""
    return _shipped("guides")


def fonts_folder() -> Path | None:
    """Return the folder of the Roboto font files, None if the package ``font-roboto`` that installs them is not there.

    Letters are a look, not a need: without them others are taken.
    """
    spec = find_spec("font_roboto")
    return Path(spec.origin).parent / "files" if spec and spec.origin else None


NO_LETTERS = N_("the letters of the package font-roboto are not installed, so others are used: pip install font-roboto")
"""What is said, once, when they are not there."""


def third_party() -> Path:
    """Return the notices of what other people have written, as Markdown."""
    return _shipped("docs") / "third-party.md"

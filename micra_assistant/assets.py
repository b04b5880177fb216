"""Find the files that ship with the program.

A wheel carries ``resources/`` and ``guides/`` inside the package; a checkout keeps them beside it.
No other module knows the difference.
"""

from importlib.util import find_spec
from pathlib import Path

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


def fonts_folder() -> Path:
    """Return the folder of the Roboto font files, which the package ``font-roboto`` installs."""
    spec = find_spec("font_roboto")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package font-roboto is not installed: run pip install font-roboto")
    return Path(spec.origin).parent / "files"

"""Print what the program needs to run, for pip: ``oldest`` the lowest versions, ``newest`` any that are allowed.

The one list of both is in ``pyproject.toml``.
"""

import re
import sys
import tomllib
from pathlib import Path

SETTINGS = Path(__file__).parent.parent / "pyproject.toml"


def lowest(requirement: str) -> str:
    """Return a requirement at its lowest version; ValueError if it names none."""
    found = re.match(r"([\w.-]+)>=([\w.]+)", requirement)
    if not found:
        raise ValueError(f"pyproject.toml, dependencies: {requirement} needs a lowest version, such as >=1.0")
    return f"{found[1]}=={found[2]}"


def main() -> None:
    """Print one requirement a line."""
    needed: list[str] = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["project"]["dependencies"]
    sys.stdout.write("".join(f"{lowest(line) if sys.argv[1] == 'oldest' else line}\n" for line in needed))


if __name__ == "__main__":
    main()

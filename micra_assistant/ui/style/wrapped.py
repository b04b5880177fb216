"""Plain words on a few lines, where they are painted by hand."""

from PySide6.QtCore import Qt

from micra_assistant.ui.style.sized_letters import SizedLetters


def wrapped(words: str, letters: SizedLetters, width: int, most: int) -> list[str]:
    """Return words on at most so many lines of a width in pixels; the last ends in … where there are too many."""
    if letters.width(words) <= width:
        return [words]
    lines: list[str] = []
    rest = words.split(" ")
    while rest and len(lines) < most - 1:
        taken = _fitting(rest, letters, width)
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    if rest:
        lines.append(" ".join(rest))
    return [_cut(line, letters, width) for line in lines]


def _cut(line: str, letters: SizedLetters, width: int) -> str:
    """Return a line that fits; Qt alone would also cut one that is as wide as the room, and a part of a pixel."""
    if letters.width(line) <= width:
        return line
    return letters.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)


def _fitting(words: list[str], letters: SizedLetters, width: int) -> int:
    """Return how many words fit on a line, at least one."""
    return next((n - 1 for n in range(2, len(words) + 1) if letters.width(" ".join(words[:n])) > width), len(words))

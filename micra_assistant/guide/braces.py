"""What stands in the braces behind a heading or an item, and what of it Markdown does not keep."""

from collections import Counter
from collections.abc import Iterable, Iterator

from markdown.extensions.attr_list import get_attrs_and_remainder

from micra_assistant.words import N_, _

LOST = N_('“{words}” in the braces is lost: write name="words" without blanks around =, and each name once')
INSIDE = r'(?:[^{}"]++|"[^"\n]*+"|")*+'
"""What stands in braces: between double quotes braces are signs like any other."""
_SIGNS = str.maketrans(dict.fromkeys("=\"'#.", " "))


def attributes_in(braces: str) -> tuple[list[tuple[str, str]], str]:
    """Return names and values of ``#item-id undo="Words"``, and the words of it that are in none of them."""
    pairs = [(name, value or "") for name, value in get_attrs_and_remainder(" ".join(braces.split()))[0]]
    kept = Counter(_words(f"{name} {value}" for name, value in dict(pairs).items()))
    lost = []
    for word in _words([braces]):
        if kept[word] > 0:
            kept[word] -= 1
        else:
            lost.append(word)
    return pairs, " ".join(lost)


def heading_findings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is lost there, for every heading of a page."""
    for number, line in enumerate(text.split("\n"), 1):
        before, opened, braces = line.rstrip().rpartition("{")
        is_heading = opened and braces.endswith("}") and before.lstrip().startswith("#")
        if is_heading and (lost := attributes_in(braces[:-1].removeprefix(":"))[1]):
            yield number, _(LOST).format(words=lost)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in text.translate(_SIGNS).split()]

"""A language that nobody speaks: every word in brackets and longer, so that what was not looked up is seen.

What is filled into a message stands outside its brackets: it must have been looked up, too. A guide's own words and
what a person types are in other letters here, see ``other_letters.py``. So whatever stands in Latin letters outside
the brackets was not looked up.
"""

import re
from collections.abc import Iterable
from string import Formatter

from micra_assistant.words import Catalogue
from micra_assistant.workshop.values import Distance

_LOOKED_UP = re.compile("«[^«»]*(?:»|…|(?=«)|$)")
"""Words in brackets, or their beginning where they were cut short, or had no room for another line."""
_TAG = re.compile(r"<[^>]*>|&[a-z]+;")
_LONGER = str.maketrans({vowel: accented * 2 for vowel, accented in zip("aeiouAEIOU", "áéíóúÁÉÍÓÚ", strict=True)})
_WORD = re.compile(r"(?<!\w)[A-Za-z’'-]*[A-Za-z]{2,}[A-Za-z’'-]*(?!\w)")


class Pseudo:
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """Return a message two fifths longer, in brackets all but its placeholders."""
        said = "".join(_bracketed(text) + ("" if name is None else f"{{{name}}}") for text, name in _parts(message))
        return said + _bracketed("~" * (len(message) * 2 // 5))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for so many, as English has it."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return a message in brackets."""
        return self.gettext(message)


class Longer(Pseudo):
    """The catalogue of a language with longer words, with accents, and with each message in brackets."""

    def gettext(self, message: str) -> str:
        """Return a message whose every vowel is two."""
        texts = _parts(message)
        return f"[{''.join(text.translate(_LONGER) + ('' if name is None else f'{{{name}}}') for text, name in texts)}]"


PSEUDO: Catalogue = Pseudo()
LONGER: Catalogue = Longer()


def not_looked_up(texts: Iterable[str], known: Iterable[str] = ()) -> set[str]:
    """Return the words in texts that stand outside the brackets, without units and those known to be no words."""
    return words_in(*map(_outside, texts)) - {*known, *Distance}


def _parts(message: str) -> list[tuple[str, str | None]]:
    """Return each text of a message with the name of the placeholder behind it; all as one if its braces are words."""
    try:
        parts = [(text, name) for text, name, _form, _conversion in Formatter().parse(message)]
    except ValueError:
        return [(message, None)]
    return [(text.replace("{", "{{").replace("}", "}}"), name) for text, name in parts]


def words_in(*texts: str) -> set[str]:
    """Return the words in texts."""
    return {word for text in texts for word in _WORD.findall(text)}


def _outside(text: str) -> str:
    return _LOOKED_UP.sub(" ", _TAG.sub(" ", text.replace("&&", "")))


def _bracketed(text: str) -> str:
    return f"«{text}»" if text else ""

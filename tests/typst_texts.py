"""The texts that a Typst template holds itself: what stands between content brackets, and its strings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LABEL = re.compile(r"<[\w-]+>")
_NAME = re.compile(r"[\w-]+")
_METHOD = re.compile(r"\.[A-Za-z][\w-]*")
_TO_THE_LINE_END = re.compile(r"(let|set|show|import|include)\b")
_WITH_BLOCKS = re.compile(r"(if|for|while|context)\b")
_ELSE = re.compile(r"\s*else\b")
_CLOSED_BY = {"(": ")", "{": "}"}


class TypstText(NamedTuple):
    """One text, and the line that it begins in."""

    line: int
    text: str
    is_markup: bool


class TypstTexts:
    """Reads one template as far as it takes to tell markup from code."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._found: list[TypstText] = []

    def texts(self) -> Iterator[TypstText]:
        """Yield all that stands in the markup, and the strings of the code."""
        while self._at < len(self._source):
            self._markup()
        return iter(self._found)

    def _note(self, place: int, text: str, *, is_markup: bool) -> None:
        if text.strip():
            self._found.append(TypstText(self._source.count("\n", 0, place) + 1, text.strip(), is_markup))

    def _takes(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if found := pattern.match(self._source, self._at):
            self._at = found.end()
        return found

    def _sign(self) -> str:
        return self._source[self._at : self._at + 1]

    def _markup(self) -> None:
        """Read up to behind the bracket that closes the content."""
        begun, text = self._at, ""
        while (sign := self._sign()) and sign != "]":
            if sign == "[":
                self._at += 1
                self._markup()
            elif sign == "#":
                self._at += 1
                self._expression()
                text += " "
            elif not (self._takes(_COMMENT) or self._takes(_LABEL)):
                text += sign
                self._at += 1
        self._at += 1
        self._note(begun, text, is_markup=True)

    def _expression(self) -> None:
        """Read the code behind a #."""
        if self._takes(_TO_THE_LINE_END):
            self._code("\n")
        elif self._takes(_WITH_BLOCKS):
            self._code("[{")
            self._block()
            while self._takes(_ELSE):
                self._code("[{")
                self._block()
        else:
            self._takes(_NAME)
            while self._sign() in ("(", "[", "{") or self._takes(_METHOD):
                if self._sign() in ("(", "[", "{"):
                    self._block()

    def _block(self) -> None:
        sign = self._sign()
        self._at += 1
        if sign == "[":
            self._markup()
        elif sign:
            self._code(_CLOSED_BY[sign])
            self._at += 1

    def _code(self, ends: str) -> None:
        """Read code up to one of the signs that end it."""
        while (sign := self._sign()) and sign not in ends:
            begun = self._at
            if string := self._takes(_STRING):
                self._note(begun, string[1], is_markup=False)
            elif not self._takes(_COMMENT):
                if sign in "([{":
                    self._block()
                else:
                    self._at += 1

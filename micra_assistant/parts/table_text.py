"""Tables as spreadsheets write them: the letters, the mark between columns, and cells that are no formulas."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from micra_assistant.numbers import Numbers

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LEAST_CYRILLIC = 3
"""So many letters beyond ASCII in a row are Russian; an umlaut stands alone."""
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_GUARD = "'"
_MARKS = (";", ",", "\t")
_SAYS_MARK = "sep="


class Row(Struct, frozen=True):
    """A row of a table, and the line of the file at which it begins; ``is_sound`` is whether it could be read."""

    line: int
    cells: tuple[str, ...]
    is_sound: bool = True


def letters_of(content: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, or the Russian or the Western letters of Windows.

    UnicodeDecodeError if it is none of them.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding)
    if b"\0" in content[:200]:
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1251" if _longest_run(content) >= _LEAST_CYRILLIC else "cp1252")


def _longest_run(content: bytes) -> int:
    longest = run = 0
    for byte in content:
        run = run + 1 if byte >= 0x80 else 0
        longest = max(longest, run)
    return longest


def rows_of(text: str, known: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the rows of a table; of the marks between columns that one is taken by which most heads are ``known``."""
    said, rest = _said_mark(text)
    mark = said or max(_MARKS, key=lambda one: sum(map(known, _head(rest.lstrip("\r\n"), one))))
    skipped = 1 if said else 0
    reader = csv.reader(io.StringIO(rest, newline=""), delimiter=mark, strict=True)
    begins = 1 + skipped
    try:
        for cells in reader:
            yield Row(begins, tuple(map(without_guard, cells)))
            begins = reader.line_num + 1 + skipped
    except csv.Error:
        yield Row(begins, (), is_sound=False)


def _said_mark(text: str) -> tuple[str, str]:
    """Return the mark that a first line such as ``sep=;`` says, and the rest; no mark if there is no such line."""
    first, _break, rest = text.partition("\n")
    said = first.strip('\r "')
    if said.lower().startswith(_SAYS_MARK) and len(said) == len(_SAYS_MARK) + 1:
        return said[-1], rest
    return "", text


def _head(text: str, mark: str) -> Sequence[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=mark), [])
    except csv.Error:
        return []


def without_guard(cell: str) -> str:
    """Return a cell as it was before ``guarded``, without blanks around it."""
    text = cell.strip(" \N{NO-BREAK SPACE}")
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith(_BEGINS_FORMULA) else text


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, whoever wrote it."""
    return _GUARD + cell if cell.startswith(_BEGINS_FORMULA) else cell


def table_bytes(rows: Iterable[Sequence[str]], numbers: Numbers) -> bytes:
    """Return a table as the spreadsheet of the workshop opens it by itself: with a semicolon where it has commas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="," if numbers is Numbers.POINT else ";")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")

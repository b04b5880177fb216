"""What is wrong with tables as they are written: Python-Markdown passes over it and loses words."""

import re
from collections.abc import Iterator

from micra_assistant.words import _, ngettext

_ROW = re.compile(r"\s*\|.*")
_RULE = re.compile(r"(?=[^-]*+-)[\s:|-]++")
_BAR = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"\|\s*\[[ xX]\]\s")


def table_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong there, for every table of a page."""
    for first, rows in _tables(text.split("\n")):
        if len(rows) < 2 or not _RULE.fullmatch(rows[1]):
            yield first, _("a table needs a line such as |---|---| below its header")
            continue
        columns = _cells(rows[0])
        for number, row in enumerate(rows, first):
            if _cells(row) > columns:
                yield (
                    number,
                    ngettext(
                        "the row has {count} cell, the header {columns}: a bar in a cell is written \\|",
                        "the row has {count} cells, the header {columns}: a bar in a cell is written \\|",
                        _cells(row),
                    ).format(count=_cells(row), columns=columns),
                )
            if _ITEM.search(row):
                yield number, _("a checklist item in a table: write it as a line of its own below")


def rows_without_bars(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line right below a table, which Markdown takes for one more row."""
    lines = text.split("\n")
    for first, rows in _tables(lines):
        below = first - 1 + len(rows)
        if len(rows) > 1 and below < len(lines) and lines[below].strip():
            yield below + 1, _("a blank line is missing below the table: as it is, this line is a row of it")


def columns_without_heads(text: str) -> Iterator[tuple[int, str]]:
    """Yield the head of each table in which a column has no name: read aloud, its cells would belong to nothing."""
    for first, rows in _tables(text.split("\n")):
        if len(rows) > 1 and not all(cell.strip() for cell in _split(rows[0])):
            yield first, _("a column of the table has no head: write what stands in it")


def _tables(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the lines of each run of rows."""
    rows: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if _ROW.fullmatch(line):
            rows.append(line)
        elif rows:
            yield number - len(rows), rows
            rows = []


def _cells(row: str) -> int:
    return len(_split(row))


def _split(row: str) -> list[str]:
    return _BAR.split(row.strip().removeprefix("|").removesuffix("|"))

"""Finds words for people that no catalogue can have: texts in the program that nobody has marked.

A text is one whole literal, with ``{}`` for what an f-string puts into it. It looks like words if it has a word and a
blank, or begins as a sentence does; what is raised, or handed to somebody who shows it, needs one word only.
"""

import ast
import re
from collections.abc import Iterator

from tests.not_for_people import by_form, by_place, place_names

MARKS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}
"""What marks words, and how many of its arguments are words."""

_SHOWN_BY = re.compile(
    r"set(Text|ToolTip|StatusTip|WhatsThis|WindowTitle|Title|PlaceholderText|AccessibleName|AccessibleDescription"
    r"|InformativeText|LabelText|Prefix|Suffix|SpecialValueText)"
    r"|add(Action|Item|Tab|Menu|Row)|label|\w*Label|Q\w*Button|Q?CheckBox|QGroupBox|QAction|SureButton"
    r"|say\w*|warn|print|[A-Z]\w*Error"
)
"""The functions whose first argument is read by people, whatever it looks like."""
_SHOWN_AS = frozenset({"help", "description", "epilog", "title", "metavar"})
"""The names of arguments that are read by people."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_BEGINS_A_SENTENCE = re.compile(r"\W*[A-ZА-ЯЁ][a-zа-яё]+(?![\w])")
_TAGS = re.compile(r"[^<>]*\">|[\w-]+=\"[^\"]*\"|<[^>]*(>|$)|&\w+;")
_STYLE = re.compile(r"[a-z-]+:[^\s:;]+(?: -?\d[^\s;]*)*(;|$)")
_NAMES = re.compile(r"%\(prog\)s|\b(Micra Assistant|micra-assistant|PySide6|Python|Qt|Markdown|Roboto|UTF-8|Nm)\b")


def unmarked(
    source: str, elsewhere: frozenset[str] = frozenset(), tree: ast.Module | None = None
) -> Iterator[tuple[int, str]]:
    """Yield line and text of what is not marked; what stands in the functions and constants ``elsewhere`` may be so."""
    tree = tree or ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant | ast.JoinedStr) or isinstance(parents[node], ast.JoinedStr):
            continue
        text = _text(node)
        is_shown = _is_shown(node, parents)
        if (
            speaks(bare(text), is_shown=is_shown)
            and not _is_marked(node, parents)
            and not by_place(node, parents)
            and (is_shown or not by_form(node, text, source))
            and not elsewhere & place_names(node, parents)
        ):
            yield node.lineno, text


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """Return the text that a node is, empty if it is none."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node.value, str) else ""


def bare(text: str) -> str:
    """Return a text without what is the same in all languages: tags of HTML, styles, names."""
    return _NAMES.sub("", _STYLE.sub("", _TAGS.sub("", text.replace("{}", "0"))))


def speaks(text: str, *, is_shown: bool) -> bool:
    """Whether a bare text looks like words; one word is enough for what is shown whatever it is."""
    has_word = bool(_WORD.search(text))
    return has_word and (is_shown or " " in text or bool(_BEGINS_A_SENTENCE.match(text)))


def _is_shown(node: ast.expr, parents: dict[ast.AST, ast.AST]) -> bool:
    holder = parents[node]
    if isinstance(holder, ast.keyword):
        return holder.arg in _SHOWN_AS and not isinstance(parents[holder], ast.ClassDef)
    return isinstance(holder, ast.Call) and holder.args[:1] == [node] and bool(_SHOWN_BY.fullmatch(_called(holder)))


def _is_marked(node: ast.expr, parents: dict[ast.AST, ast.AST]) -> bool:
    holder = parents[node]
    if not isinstance(node, ast.Constant) or not isinstance(holder, ast.Call):
        return False
    return node in holder.args[: MARKS.get(_called(holder), 0)]


def _called(call: ast.Call) -> str:
    """Return the name of what is called, without what it belongs to."""
    return ast.unparse(call.func).rpartition(".")[2]

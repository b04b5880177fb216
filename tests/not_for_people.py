"""What looks like words for people in the program, and is none: by its form, by where it stands, by who has it."""

import ast
import re

FORMS = {
    "SQL": r".*\b(SELECT|FROM|WHERE|ORDER BY|INSERT INTO|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|COLLATE|LIMIT|AND|OR|IN"
    r"|TABLE|BLOB)\b(?![a-z]).*|.* (=|>) \?.*|.*, \?.*|.*\|\| char.*",
    "keys of the keyboard as Qt names them": r"((Ctrl|Shift|Alt)\+)*(PgDown|PgUp|Esc|Space|Down|Up|Left|Right|F\d+|.)",
    "how a date is written": r"[dMyHhms:./ ]+|(%\w[-: ]*)+(SZ )?",
    "a file, or what files are named like": r"[\w.-]+\.\w{2,4}|(\*\.\w+ ?)+",
    "how SVG moves what it draws": r".*\b(scale|translate|matrix)\([^()]*\)",
    "an option of the command line": r"--?[a-z-]+",
}
"""Kinds of texts, and what the whole text is like."""

_PATTERN = re.compile(r"[rR][fF]?|[fF][rR]")

GIVEN_TO = {
    "patterns, and what they are looked for in": ("compile", "fullmatch"),
    "what others say, that is taken apart": ("startswith", "removeprefix", "partition", "rpartition", "split"),
    "errors that only a mistake of the program raises": ("KeyError", "LookupError", "AssertionError", "_known"),
    "names": ("QFont", "StrEnum", "Decimal", "TypeVar", "setObjectName", "UnicodeDecodeError"),
    "SQL that is put together": ("_with_right_times",),
    "what is typed on the command line": ("_example",),
}
"""Kinds of texts, and the functions that are called with them."""

ELSEWHERE = {
    "bugs/bug_log.py": {"add"},
    "bugs/bug_report.py": {"_PACKAGES"},
    "bugs/bug_words.py": {"error_lines", "told_place", "_places"},
    "app.py": {"LibraryMaker"},
    "bugs/catcher.py": {"_log_again"},
    "bell/sound_programs.py": {"find_player", "_WINDOWS"},
    "cli/plain_start.py": {"_usual_folder"},
    "keptfile.py": {"read_kept"},
    "onewindow/exchange.py": {"request"},
    "parts/exchange_rates.py": {"_EXAMPLE"},
    "parts/price.py": {"_ONE_END", "_NOT_EXACT"},
    "parts/typed_quote.py": {"_TAXES"},
    "ui/bugs/qt_messages.py": {"_OF_NO_SCREEN", "message_place"},
    "guide/evidence.py": {"_WORDS"},
    "jobs/records/soundness.py": {"_DAMAGE_WORDS"},
    "paper/typed.py": {"_LEFT_OUT"},
    "paper/setting.py": {"_PLACES"},
    "paper/cups/ipp.py": {"groups"},
    "paper/cups/service.py": {"_HEADERS"},
    "search/documents.py": {"_PAGE_OF_PARTS"},
    "search/index_schema.py": {"_FOLDED"},
    "search/numerals.py": {"_SMALL", "_ROUND", "_ORDINALS"},
    "tomlwords.py": {"_UNCLOSED", "_WORDS"},
    "ui/style/theme.py": {"_inside_compact"},
    "ui/awake/desktop.py": {"hold"},
    "ui/player/far_sheet.py": {"far_sheet", "touch_sheet"},
    "ui/style/dialog_sheet.py": {"letters_sheet", "targets_sheet"},
    "ui/diagnosis/far_question.py": {"question_sheet"},
    "ui/controllers/diagnosis_controller.py": {"_follow"},
    "ui/diagnosis/kept_marks.py": {"_place"},
    "ui/drafts.py": {"NEW_JOB", "LEAVING_OUT"},
    "voice/programs.py": {"_powershell", "_SAPI"},
    "unreadable.py": {"_CYRILLIC", "_WESTERN"},
}
"""Functions and constants of a module that hold none. Those of ``bugs`` are read by whoever mends the program, in
English whatever language is spoken; the others are names, patterns, what other programs say, and words of guides."""

Parents = dict[ast.AST, ast.AST]


def by_form(node: ast.expr, text: str, source: str) -> bool:
    """Whether a text has a form that says what it is; a pattern is written raw."""
    begins = source.splitlines()[node.lineno - 1].encode()[node.col_offset :].decode()
    return bool(_PATTERN.match(begins)) or any(re.fullmatch(form, text, re.DOTALL) for form in FORMS.values())


def by_place(node: ast.expr, parents: Parents) -> bool:
    """Whether a text is a docstring, a type, compared with something, or given to who does not say it."""
    holder = parents[node]
    if isinstance(holder, ast.Call):
        called = ast.unparse(holder.func).rpartition(".")[2]
        return node in holder.args and any(called in names for names in GIVEN_TO.values())
    if isinstance(holder, ast.Expr | ast.Compare | ast.MatchValue) or _is_type(node, parents):
        return True
    return "__all__" in place_names(node, parents)


def _is_type(node: ast.expr, parents: Parents) -> bool:
    inner: ast.AST = node
    outer = parents[inner]
    while not isinstance(outer, ast.stmt | ast.arg | ast.Call):
        inner, outer = outer, parents[outer]
    return inner in (getattr(outer, "annotation", None), getattr(outer, "returns", None))


def place_names(node: ast.expr, parents: Parents) -> set[str]:
    """Return the names of the functions and the constants of the module that a text is part of."""
    names: set[str] = set()
    inner: ast.AST = node
    while inner in parents:
        inner, before = parents[inner], inner
        if isinstance(inner, ast.FunctionDef):
            names.add(inner.name)
        elif isinstance(inner, ast.Module) and isinstance(before, ast.Assign | ast.AnnAssign):
            targets = before.targets if isinstance(before, ast.Assign) else [before.target]
            names |= {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return names

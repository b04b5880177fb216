"""Every file that is saved is written by one module: no other one in the package writes any, but for a few."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.source import nodes, trees

TO_WRITE = re.compile(r"[rbt]*[wax+][rwxabt+]*")
"""The modes of a file that is written."""
WRITING = {
    *("write_text", "write_bytes", "touch", "rename", "renames", "symlink_to", "hardlink_to"),
    *("mkstemp", "NamedTemporaryFile", "TemporaryFile", "copy2", "copyfile", "copyfileobj", "copytree"),
    *("QFile", "QSaveFile", "QTemporaryFile", "QPdfWriter", "QSvgGenerator", "setOutputFileName"),
}
OF_MODULES = {"os": {"open", "write", "replace", "link", "symlink"}, "shutil": {"copy", "move"}}
"""What has another meaning elsewhere."""
MAY_WRITE = {
    "wholefile.py": {"open", "replace", "copyfileobj", "write_bytes"},
    "cli/streams.py": {"open"},  # the device that takes everything
    "bell/ringing.py": {"write_bytes"},  # into a folder of its own that goes when it has rung
    "bell/tone.py": {"open"},  # in memory
    "bugs/bug_log.py": {"open", "write", "replace"},  # line by line, and never more than two files
    "keptfile.py": {"write_bytes", "replace"},  # thrown away at any time: a checksum tells what is torn
    "guide/snapshot.py": {"write_bytes", "rename", "ZipFile"},  # in memory; or compared with the records when used
    "jobs/records/database.py": {"rename"},  # a log that is none of this file's goes aside
    "jobs/jobfile/job_writer.py": {"ZipFile"},  # into the unfinished file that it is given
    "jobs/opening_marks.py": {"open"},  # to lock it
    "jobs/rescue/backups.py": {"replace"},  # the records have their own way
    "jobs/rescue/inuse.py": {"open"},  # to lock it
    "jobs/records/wal.py": {"open"},  # to read it
    "jobs/rescue/placing.py": {"replace"},
    "jobs/rescue/traces.py": {"replace"},  # a backup without what was blanked, for the one with it
    "jobs/rescue/recovery.py": {"replace", "rename", "link", "copyfile", "copy2"},
    "jobs/records/witness.py": {"open", "write"},  # a few bytes, rightly behind what is kept
    "onewindow/listening.py": {"open"},  # to lock it
    "onewindow/pipe_asking.py": {"open"},  # of another start
    "onewindow/pipe_listening.py": {"open"},  # likewise
    "ownfile.py": {"open"},  # to read it
    "paper/setting.py": {"write_bytes"},  # into a folder of its own that goes when the sheet is set
    "private.py": {"open"},  # to make it, empty
    "ui/picture_file.py": {"save"},  # in memory
    "voice/speaker.py": {"TemporaryFile"},  # nameless: what the voice program complains of
}


def writing_calls(code: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the name of each call in a piece of code that writes, replaces or renames a file."""
    for node in code:
        if isinstance(node, ast.Call) and writes(node):
            yield name_of(node)


def writes(call: ast.Call) -> bool:
    """Whether a call writes, replaces or renames a file."""
    name, module = name_of(call), getattr(getattr(call.func, "value", None), "id", "")
    if name in WRITING or name in OF_MODULES.get(module, ()):
        return True
    if name in ("open", "fdopen", "ZipFile", "TarFile", "GzipFile"):
        return any(map(is_mode, (*call.args, *(word.value for word in call.keywords))))
    return (name == "replace" and len(call.args) == 1 and not call.keywords) or (name == "save" and bool(call.args))


def name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def is_mode(argument: ast.expr) -> bool:
    word = argument.value if isinstance(argument, ast.Constant) else None
    return isinstance(word, str) and bool(TO_WRITE.fullmatch(word))


def test_no_other_module_writes_a_file_by_itself() -> None:
    assert {module: calls for module in trees() if (calls := set(writing_calls(nodes(module))))} == MAY_WRITE


def test_every_way_to_write_is_found() -> None:
    ways = """
file.write_text("x"); file.write_bytes(b"x"); open(file, "wb"); file.open("a"); file.open(mode="x"); io.open(file, "r+")
os.open(file, flags); new.replace(file); os.replace(new, file); new.rename(file); shutil.move(new, file); file.touch()
ZipFile(file, "w"); picture.save(name); printer.setOutputFileName(name); QSaveFile(name); shutil.copyfile(a, b)
"""
    assert len(list(writing_calls(ast.walk(ast.parse(ways))))) == ways.count("(")
    reading = 'text.replace("a", "b"); file.open("rb"); open(file); painter.save(); dialog.open(); ZipFile(file)'
    assert not list(writing_calls(ast.walk(ast.parse(reading))))

"""``make words``: all words in one file, each catalogue brought up to date, and its faults said by their lines."""

from pathlib import Path

import pytest

from micra_assistant import __version__
from micra_assistant.catalogues import read_catalogue
from tests.gather_words import main

PROGRAM = '''
from micra_assistant.words import N_, _, ngettext, pgettext

_TABLE = {"done": N_("Done")}


def words(count: int) -> list[str]:
    """Return them."""
    return [
        _("Saved: {file}"),
        ngettext("{count} job", "{count} jobs", count),
        pgettext("car", "Open"),
    ]
'''
HEAD = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: Micra Assistant 0.0.1\\n"\n"Language: ru\\n"\n'
    '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 ||'
    ' n%100>=20) ? 1 : 2);\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
)
DONE = 'msgid "Done"\nmsgstr "Сделано"\n\n'
SAVED = 'msgid "Saved: {file}"\nmsgstr "Сохранено: {file}"\n\n'
JOBS = (
    'msgid "{count} job"\nmsgid_plural "{count} jobs"\n'
    'msgstr[0] "{count} работа"\nmsgstr[1] "{count} работы"\nmsgstr[2] "{count} работ"\n\n'
)
OPEN = 'msgctxt "car"\nmsgid "Open"\nmsgstr "Открыто"\n\n'
ALL = HEAD + DONE + SAVED + JOBS + OPEN


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of one module, without catalogues."""
    (tmp_path / "micra_assistant").mkdir()
    (tmp_path / "micra_assistant" / "program.py").write_text(PROGRAM, encoding="utf-8")
    return tmp_path


def catalogue(root: Path, content: str, language: str = "ru") -> Path:
    """Write a catalogue as a translator left it, and return its file."""
    file = root / "resources" / "words" / language / "LC_MESSAGES" / "micra-assistant.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def said(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Run it; return the exit code, and what is said of catalogues with their lines in words instead of figures."""
    code = main(root, root / "build")
    _count, *faults = capsys.readouterr().out.splitlines()
    told = []
    for fault in faults:
        file, line, what = fault.split(":", 2)
        told.append(f"{Path(file).read_text(encoding='utf-8').splitlines()[int(line) - 1]} ◀{what}")
    return code, told


def test_all_words_are_gathered_with_their_plurals_and_contexts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(root, root / "build") == 0
    assert capsys.readouterr().out.startswith("4 words in ")
    words = (root / "build" / "micra-assistant.pot").read_text(encoding="utf-8")
    for part in ('msgid "Done"', 'msgid_plural "{count} jobs"', 'msgctxt "car"\nmsgid "Open"', "program.py:10"):
        assert part in words


def test_a_whole_catalogue_is_compiled_and_can_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, ALL)
    assert said(root, capsys) == (0, [])
    read = read_catalogue(file.with_suffix(".mo"))
    assert (read.gettext("Done"), read.ngettext("{count} job", "{count} jobs", 5), read.pgettext("car", "Open")) == (
        "Сделано",
        "{count} работ",
        "Открыто",
    )
    assert f"Micra Assistant {__version__}" in file.read_text(encoding="utf-8")


def test_running_it_again_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, ALL + 'msgid "Gone"\nmsgstr "Прочь"\n')
    first = said(root, capsys)
    content = file.read_bytes()
    assert (said(root, capsys), file.read_bytes()) == (first, content)


def test_what_is_not_translated_is_said_and_no_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, HEAD + DONE + SAVED + JOBS)
    assert said(root, capsys) == (0, ["msgid \"Open\" ◀ not translated: 'Open'"])
    assert file.with_suffix(".mo").exists()


def test_a_lost_translation_is_said_and_kept_out_of_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, ALL + 'msgid "Something else by far"\nmsgstr "Другое"\n')
    code, faults = said(root, capsys)
    assert (code, faults) == (
        1,
        ["#~ msgid \"Something else by far\" ◀ lost: no such words are said any more: 'Something else by far'"],
    )
    assert '#~ msgstr "Другое"' in file.read_text(encoding="utf-8")


def test_words_that_changed_a_little_are_doubtful(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, ALL.replace("Saved: {file}", "Saved as: {file}"))
    code, faults = said(root, capsys)
    assert code == 1
    assert faults[0] == "msgid \"Saved: {file}\" ◀ doubtful: marked as fuzzy: 'Saved: {file}'"
    assert read_catalogue(file.with_suffix(".mo")).gettext("Saved: {file}") == "Saved: {file}"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("Сохранено: {file}", "Сохранено: {fiel}", "msgid \"Saved: {file}\" ◀ wrong placeholders: 'Saved: {file}'"),
        ('{count} работ"', '{cuont} работ"', "msgid \"{count} job\" ◀ wrong placeholders: '{count} job'"),
        ('msgstr[2] "{count} работ"\n', "", "msgid \"{count} job\" ◀ wrong plural forms: 3 are wanted: '{count} job'"),
        ('"{count} работы"', '""', "msgid \"{count} job\" ◀ wrong plural forms: 3 are wanted: '{count} job'"),
    ],
)
def test_one_that_would_say_nonsense_is_said_and_not_compiled(
    root: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, fault: str
) -> None:
    file = catalogue(root, ALL.replace(right, wrong))
    assert said(root, capsys) == (1, [fault])
    assert not file.with_suffix(".mo").exists()


def test_other_plurals_than_those_of_the_language_are_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue(root, (HEAD + DONE).replace("nplurals=3", "nplurals=2"))
    code, faults = said(root, capsys)
    assert code == 1
    assert faults[0].endswith("◀ Plural-Forms: nplurals=2, and the language has 3")


def test_a_folder_of_another_language_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = catalogue(root, ALL, "qq")
    code, faults = said(root, capsys)
    assert code == 1
    assert faults[0].endswith("◀ Language: ru, and the folder is named qq")
    assert not file.with_suffix(".mo").exists()


@pytest.mark.parametrize(("content"), [ALL + 'msgid "Open\n', "\0\0"])
def test_a_damaged_one_is_said_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    file = catalogue(root, content)
    assert main(root, root / "build") == 1
    assert f"{file}:" in capsys.readouterr().out
    assert file.read_text(encoding="utf-8") == content

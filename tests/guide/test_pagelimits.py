"""How large a page may be, each limit said in the line where it is passed."""

from pathlib import Path

import pytest

from micra_assistant.guide import pagefiles, pagelimits, reader
from micra_assistant.guide.reader import examine, read_guide
from tests.builders import STEP, faults_found, step_file, write_guide

LINE = "word " * 20 + "\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n" + "a" * 2001, 6, "the line has more than 2000 letters"),
        ("Words.\n\n" + LINE * 160, 7, "at most 16000 letters and 500 lines without a blank line"),
        ("Words.\n\n" + "a\n" * 501, 7, "at most 16000 letters and 500 lines without a blank line"),
        ("Words.\n\n" + ("[" * 1500 + "\n"), 7, "at most 1000 brackets in a paragraph"),
        ((("[" * 500 + "a" * 1400 + "\n") * 2 + "\n") * 12, 11, "too many brackets"),
        ("a\n\n" * 5001, 10_000, "at most 10000 lines"),
        ((LINE * 100 + "\n") * 20, 1, "is too large: at most 200000 letters"),
        ("- " + "> " * 400, 5, "is nested too deep"),
        ("1. - " + "> " * 400, 5, "is nested too deep"),
    ],
)
def test_a_page_that_would_take_too_long_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    faults = faults_found(lambda: read_guide(write_guide(tmp_path, step_file(text))))
    assert (line, True) in {(fault.line, message in fault.message) for fault in faults}


@pytest.mark.parametrize("gap", ["\n", " \n", "\t \n"])
def test_a_page_at_its_limits_is_read(tmp_path: Path, gap: str) -> None:
    text = (LINE * 150 + gap) * 12
    assert len(STEP + text) <= pagelimits.MOST_LETTERS
    assert faults_found(lambda: read_guide(write_guide(tmp_path, step_file(text)))) == ()


def test_a_guide_has_only_so_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefiles, "MOST_PAGES", 3)
    page = "# P {{: #p{0} }}\n\n## S {{: #s{0} }}\n\nWords.\n"
    pages = {f"1{number}-page.md": page.format(number) for number in range(4)}
    (fault,) = faults_found(lambda: read_guide(write_guide(tmp_path, pages)))
    assert (fault.file.name, fault.message) == ("button", "has more than 3 pages: make two guides of it")
    (tmp_path / "guides" / "button" / "13-page.md").unlink()
    assert len(read_guide(tmp_path / "guides" / "button").pages) == 3


def test_all_pages_together_are_only_so_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_LETTERS_TOGETHER", 100)
    page = "# P {{: #p{0} }}\n\n## S {{: #s{0} }}\n\nWords, words.\n"
    folder = write_guide(tmp_path, {f"1{number}-page.md": page.format(number) for number in range(4)})
    (fault,) = faults_found(lambda: read_guide(folder))
    assert (fault.file.name, fault.message) == (
        "12-page.md",
        "is too large: all pages together have at most 100 letters",
    )


def test_after_many_faults_no_more_is_looked_for(tmp_path: Path) -> None:
    lines = "\n\n".join(f"[There](#step-{number})[^lost-{number}]" for number in range(400))
    faults = faults_found(lambda: read_guide(write_guide(tmp_path, step_file(lines))))
    assert 200 <= len(faults) < 700


def test_a_finding_keeps_no_guide_from_being_read(tmp_path: Path) -> None:
    examined = examine(write_guide(tmp_path, step_file("It reads 12.4 V.")))
    assert examined.guide is not None
    assert examined.mistakes == ()
    assert [fault.line for fault in examined.findings] == [5]


@pytest.mark.parametrize("times", [500, 501])
def test_a_step_has_only_so_many_parts(tmp_path: Path, times: int) -> None:
    items = "".join(f"- [ ] A {{: #a-{number} }}\n{'' if (number + 1) % 400 else chr(10)}" for number in range(times))
    faults = faults_found(lambda: read_guide(write_guide(tmp_path, step_file(items))))
    assert [fault.message for fault in faults] == (
        ["step “Step” has more than 500 parts: make several steps of it"] if times > 500 else []
    )

"""What a person hands on."""

from pathlib import Path

from micra_assistant import __version__
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.bugs.bug_report import report
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.errors import StoreError


def test_the_report_tells_versions_and_the_end_of_the_log_and_nothing_of_a_customer(tmp_path: Path) -> None:
    catcher = BugCatcher(BugLog(tmp_path))
    catcher.note(StoreError("Mrs Miller, A 123 BC"))
    text = report(catcher.log, {"Qt": "6.0"})
    lines = text.splitlines()
    assert lines[0] == f"Micra Assistant: {__version__}"
    assert "Qt: 6.0" in lines
    assert any(line.startswith("typst: ") for line in lines)
    assert "micra_assistant.errors.StoreError" in text
    assert "Miller" not in text


def test_the_places_of_a_hard_end_are_told_without_the_folders_above(tmp_path: Path) -> None:
    log = BugLog(tmp_path)
    log.crash_file.write_text('  File "/home/mueller/micra_assistant/app.py", line 63 in run\n')
    log.open_crash_file()
    assert "micra_assistant/app.py:63 in run" in report(log)
    assert "mueller" not in report(log)


def test_a_report_of_nothing_says_so(tmp_path: Path) -> None:
    assert "nothing is in the log" in report(BugLog(tmp_path))

"""Ten programs at work on one job at once, hundreds of acts."""

from pathlib import Path

import pytest

from tests.jobs.working_together import done_while_closed, let_work

pytestmark = pytest.mark.slow


def test_ten_programs_do_six_hundred_acts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said, events = let_work(tmp_path, writers=10, acts=60)
    kept = {line.removeprefix("kept ") for line in said if line.startswith("kept ")}
    with capsys.disabled():
        print(f"\n{len(kept)} of {len(said)} acts kept, {said.count('closed')} refused because the job was closed")  # noqa: T201
    assert [line for line in said if line.startswith("failed")] == []
    assert len(said) == 600
    assert kept == {event.id for event in events[1:]}
    assert done_while_closed(events) == []

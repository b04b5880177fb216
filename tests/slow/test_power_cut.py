"""What was said to be saved is there whole after a power cut at any moment, however often and wherever it is saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.slow.saves import SAVES, cut_while

pytestmark = pytest.mark.slow


def test_nothing_that_was_said_to_be_saved_is_lost_in_thousands_of_power_cuts(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cuts = [
        cut_while(save, tmp_path, name, times, below=below)
        for name, save in SAVES.items()
        for times in (1, 2, 12, 25)
        for below in ("", "new", "new/and/newer")
    ]
    with capsys.disabled():
        print(f"\n{sum(cut.disks for cut in cuts)} disks after a power cut: lost or in part 0")  # noqa: T201
    assert not [wrong for cut in cuts for wrong in cut.wrong]
    assert sum(cut.disks for cut in cuts) > 10_000

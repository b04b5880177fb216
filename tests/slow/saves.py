"""What the program saves, each in the way that the program itself takes, and the power cut at every moment of it."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtGui import QPixmap

from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Noted
from micra_assistant.jobs.faultfinding.causes_csv import save_causes
from micra_assistant.jobs.jobfile import export_job
from micra_assistant.jobs.records.causes import Cause
from micra_assistant.paper.sheets import PaperSize, Sheet, SheetKind, SheetMaker
from micra_assistant.paper.typeset import save_pdf
from micra_assistant.ui.picture_file import png_of
from micra_assistant.wholefile import make_folder, write_whole
from tests.builders import step_file, write_guide
from tests.jobs.jobfile.jobfiles import JOB, REPORT, event, store_of_one_job
from tests.slow.powercut import Cuts, Watch, cut_everywhere

Save = Callable[[Path, int], object]
"""Saves something to a file, something else each time."""
WATCHED = "watched"
"""The folder that is watched."""


def sheet(guide: Path, turn: int) -> Sheet:
    """Return a checklist of the guide in a folder."""
    maker = SheetMaker(read_guide(guide))
    return maker.sheet(SheetKind.CHECKLIST, list(PaperSize)[turn % 3], None, Decimal(0), date(2026, 11, 20))


def guide_beside(file: Path) -> Path:
    """Return a guide in a folder that is not watched."""
    watched = next(folder for folder in file.parents if folder.name == WATCHED)
    return write_guide(watched.with_name("beside"), step_file("- [ ] Battery off {: #off }"))


def save_sheet(file: Path, turn: int) -> None:
    guide = guide_beside(file)
    save_pdf(sheet(guide, turn), guide, file)


def save_table(file: Path, turn: int) -> None:
    save_causes([Cause("ab" * 16, "button", "faults.toml", "wire", "2026-11-20")] * (turn + 1), file)


def save_job(file: Path, turn: int) -> None:
    store = store_of_one_job()
    store.append([event(number, Noted("step", "word " * 500)) for number in range(5, 6 + turn)])
    export_job(store, JOB, REPORT, file)


def save_picture(file: Path, turn: int) -> None:
    picture = QPixmap(40, 30 + turn)
    picture.fill()
    write_whole(file, png_of(picture))


SAVES: dict[str, Save] = {
    "sheet.pdf": save_sheet,
    "causes.csv": save_table,
    "job.zip": save_job,
    "window.png": save_picture,
}


def cut_while(save: Save, folder: Path, name: str, times: int, *, below: str = "") -> Cuts:
    """Save so many times over in a new folder, ``below`` one that is made if it is given; cut the power everywhere."""
    root = folder / WATCHED
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    file = root / below / name
    watch = Watch(root)
    with watch.watching():
        make_folder(file.parent)
        for turn in range(times):
            save(file, turn)
            watch.said(file)
    return cut_everywhere(watch, file.relative_to(root))

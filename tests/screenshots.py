"""Draw the pictures of the program: ``make screenshots``.

A job is done up to the measuring of the button. Without an argument the few pictures that the README shows go to
``docs/pictures``; with a folder as argument, the window in every size and theme and every page of every sheet go there.
Sizes behind the folder, such as ``1024x600``, are drawn instead of the usual ones.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest

from micra_assistant import app, assembly, assets
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Closed, Described, Entered, Held, Noted, PhotoAdded, Ticked
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.sheet_choices import SheetChoices
from micra_assistant.paper.sheets import PaperSize, SheetKind
from micra_assistant.paper.typeset import svg_pages
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.notes.photo_intake import TakenPhoto, take_image
from micra_assistant.ui.style.theme import ThemeName
from micra_assistant.userfiles import UserFiles
from micra_assistant.workshop.values import Workshop

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = ((1024, 600), (1366, 768), (1920, 1080))
DOTS_PER_MM = 4
README_PAGES = {
    SheetKind.CHECKLIST: 1,
    SheetKind.GUIDE: 16,
    SheetKind.PUT_BACK: 1,
    SheetKind.REPORT: 2,
    SheetKind.FAULT_RECORD: 1,
}

GUIDE = "tailgate-button"
TICKED = (
    *("doors-lock", "fault-seen", "doors-unlocked", "unlock-thrice", "alarm-off", "latch-heard"),
    *("lamps-tried", "fuse-cover-read", "fuses-good", "open-clear", "pad-looked-at", "tailgate-open"),
    *("open-or-handed-over", "prop", "cloth", "window-open", "car-parked", "radio-code", "key-out", "negative-off"),
    *("trim-sure", "panel-off", "dead-sure", "unplug", "pins-good"),
)
ENTERED = {
    "press-feel": "soft, no click",
    "battery-volts": "12.6",
    "screws": "6",
    "clips": "11",
    "leads": "0.2",
    "released": "OL",
    "pressed": "14",
}
_SETTLED, _FORETOLD = 300, 8000
"""Milliseconds until a view is complete, and until home says of every repair how long it takes."""
SHOWN = "dead-test"
NOTED, NOTE = "connector-look", "Green on the pins, wiped off.\nThe seal of the button is torn."
PHOTO = "clip-release.svg"
OTHERS = (Described("X 77 KL", "Garage Nord", 121500, "New key does nothing"), Described("PR 4412", "O. Smirnova"))


def main(folder: Path | None, sizes: Sequence[tuple[int, int]] = SIZES) -> None:
    """Draw all pictures into ``folder``, the window in ``sizes``, or those of the README."""
    app.make_application()
    with tempfile.TemporaryDirectory() as data:
        window = assembly.make_window(Library(assets.guides_folder()), UserFiles(Path(data)))
        for details in OTHERS:
            window.workbench.begin("remote-key", details)
        assert window.workbench.shown
        window.workbench.shown.do(Closed("Key battery flat", "New key battery", Held.YES))
        window.workbench.begin(GUIDE, Described("AB12 CDE", "J. Smith", 84000, "Boot button dead"))
        do_the_job(window)
        target = folder or PICTURES
        target.mkdir(parents=True, exist_ok=True)
        for theme in ThemeName if folder else (ThemeName.LIGHT, ThemeName.DARK):
            for size in sizes if folder else SIZES[1:2]:
                draw_window(window, theme, size, target, views=bool(folder) or theme is ThemeName.LIGHT)
        know_the_complaint(window)
        for kind in SheetKind if folder else README_PAGES:
            draw_sheet(window, kind, target, only=None if folder else README_PAGES[kind])
        window.frame.close()


def do_the_job(window: MainWindow) -> None:
    """Do what a mechanic has done by then."""
    open_job, photo = window.workbench.shown, drawn_photo()
    assert open_job
    for item in (item.id for item in open_job.guide.items if item.id in (*TICKED, *ENTERED)):
        window.workbench.go_to(open_job.guide.step_of(item).id)
        open_job.do(Entered(item, ENTERED[item]) if item in ENTERED else Ticked(item))
    open_job.do(Noted(NOTED, NOTE))
    open_job.do(PhotoAdded(NOTED, photo.id, "IMG_0042.jpg", photo.width, photo.height), {photo.id: photo.content})
    window.workbench.go_to(SHOWN)


def know_the_complaint(window: MainWindow) -> None:
    """Let the complaint be one of the guide, so that the sheets follow the search for its fault."""
    open_job = window.workbench.shown
    assert open_job
    open_job.do(Described("AB12 CDE", "J. Smith", 84000, open_job.guide.complaints[0].title))


def drawn_photo() -> TakenPhoto:
    """Return what stands for a photo: a drawing of the guide."""
    renderer = QSvgRenderer(str(assets.guides_folder() / "common" / "diagrams" / PHOTO))
    size = renderer.defaultSize().scaled(1600, 1200, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return take_image(image)


def draw_window(window: MainWindow, theme: ThemeName, size: tuple[int, int], folder: Path, *, views: bool) -> None:
    """Draw the window in one theme and size, with the other ``views`` too if they are wanted."""
    window.look.set_theme(theme)
    window.frame.resize(*size)
    window.frame.show()
    shown: dict[str, Callable[[], object]] = {"window": lambda: None}
    if views:
        shown |= {"home": window.home.show, "jobs": window.job_list.show_list, "put-back": window.history.show_put_back}
        shown |= {"timeline": window.history.show_timeline, "finder": window.diagnosis.show}
    for name, show in shown.items():
        show()
        QTest.qWait(_FORETOLD if name == "home" else _SETTLED)
        window.frame.grab().save(str(folder / "{}-{}-{}x{}.png".format(name, theme, *size)))
    window.body.show_job_view()


def draw_sheet(window: MainWindow, kind: SheetKind, folder: Path, only: int | None) -> None:
    """Draw the pages of a sheet on A4 as the print window has it, or ``only`` one of them."""
    assert window.workbench.shown
    choices = SheetChoices(PaperSize.A4, only_left=kind is SheetKind.CHECKLIST, pictures=kind.has_pictures)
    sheet = JobSheets(window.workbench.shown, Workshop()).sheet(kind, choices=choices)
    pages = svg_pages(sheet, assets.guides_folder() / GUIDE, window.workbench.shown.attachment)
    for number, page in enumerate(pages, 1):
        if only not in (None, number):
            continue
        image = QImage(210 * DOTS_PER_MM, 297 * DOTS_PER_MM, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(page)).render(painter)
        painter.end()
        image.save(str(folder / f"{kind}-{number:02}.png"))


def size_of(words: str) -> tuple[int, int]:
    """Return the size that ``1024x600`` is."""
    width, height = words.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    folder, *sizes = sys.argv[1:] or [""]
    main(Path(folder) if folder else None, [size_of(words) for words in sizes] or SIZES)

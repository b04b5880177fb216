"""Draw the README's pictures anew: ``make screenshots``.

A job is done up to the measuring of the button, the window is drawn in every size and theme that it must look
good in, and the sheets are drawn page by page. All go to ``docs/pictures``, or to the folder given.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from micra_assistant import app, assets
from micra_assistant.guide.library import Library
from micra_assistant.paper.sheets import PaperSize, SheetKind
from micra_assistant.paper.typeset import svg_pages
from micra_assistant.ui.main_window import MainWindow
from micra_assistant.ui.theme import ThemeName
from micra_assistant.userfiles import UserFiles

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = ((1024, 600), (1366, 768), (1920, 1080))
DOTS_PER_MM = 5

GUIDE = "tailgate-button"
TICKED = (
    *("doors-lock", "fault-seen", "doors-unlocked", "unlock-thrice", "alarm-off", "press-feel", "latch-heard"),
    *("lamps-tried", "fuse-cover-read", "fuses-good", "pad-looked-at", "tailgate-open", "prop", "cloth", "car-parked"),
    *("radio-code", "key-out", "negative-off", "panel-off", "unplug", "pins-good"),
)
ENTERED = {"battery-volts": "12.6", "screws": "6", "clips": "11", "leads": "0.2", "released": "OL", "pressed": "14"}
SHOWN = "dead-test"


def main(folder: Path) -> None:
    """Draw all pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    app.make_application()
    with tempfile.TemporaryDirectory() as data:
        library = Library(assets.guides_folder())
        window = app.make_window(library, UserFiles(Path(data)))
        window.begin(GUIDE, "AB12 CDE")
        do_the_job(window)
        for theme in ThemeName:
            draw_window(window, theme, folder)
        for kind in SheetKind:
            draw_sheet(window, kind, folder)
        window.close()


def do_the_job(window: MainWindow) -> None:
    """Do what a mechanic has done by then."""
    for item in TICKED:
        window.toggle(item)
    for item, typed in ENTERED.items():
        window.enter(item, typed)
    window.go_to(SHOWN)


def draw_window(window: MainWindow, theme: ThemeName, folder: Path) -> None:
    """Draw the window in every size."""
    window.set_theme(theme)
    for width, height in SIZES:
        window.resize(width, height)
        window.show()
        for _ in range(5):
            QApplication.processEvents()
        window.grab().save(str(folder / f"window-{theme}-{width}x{height}.png"))


def draw_sheet(window: MainWindow, kind: SheetKind, folder: Path) -> None:
    """Draw the pages of a sheet on A4."""
    sheet = window.sheet(kind, PaperSize.A4)
    for number, page in enumerate(svg_pages(sheet, assets.guides_folder() / GUIDE), 1):
        renderer = QSvgRenderer(QByteArray(page))
        image = QImage(210 * DOTS_PER_MM, 297 * DOTS_PER_MM, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{kind}-{number:02}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)

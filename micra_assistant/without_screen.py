"""What is done on a machine without a screen: the checklist to print is saved, and a picture of the window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from micra_assistant.assembly import make_window
from micra_assistant.bugs.catcher import BugCatcher
from micra_assistant.errors import MicraError
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import SheetKind
from micra_assistant.ui.picture_file import png_of
from micra_assistant.userfiles import UserFiles
from micra_assistant.wholefile import make_folder, write_whole
from micra_assistant.words import _


def save_what_can_be_shown(application: QApplication, library: Library, files: UserFiles, catcher: BugCatcher) -> int:
    """Save the checklist and a picture of the window, say where they lie, and return the exit code."""
    window = make_window(library, files, catcher)
    if not (names := library.names()):
        raise MicraError(_("There is no guide. Add a guide folder, or start with --guides FOLDER."))
    if window.workbench.shown is None:
        window.workbench.begin(names[0], Described())
    window.frame.resize(1366, 768)
    window.frame.show()
    for _time in range(5):  # until every part of the window has found its size
        application.processEvents()
    folder = _writable(files.sheets)
    picture, checklist = folder / "window.png", folder / "checklist.pdf"
    write_whole(picture, png_of(window.frame.grab()))
    if not (open_job := window.workbench.shown):
        raise MicraError(window.body.messages.words or _("no checklist can be printed: run micra-assistant check"))
    JobSheets(open_job, open_job.workshop()).save_pdf(SheetKind.CHECKLIST, checklist)
    words = _(
        "This machine has no screen, so the window cannot be opened here.\n"
        "The checklist to print: {checklist}\n"
        "A picture of the window: {picture}\n"
        "On a machine with a screen the same command opens the window.\n"
    )
    sys.stdout.write(words.format(checklist=checklist, picture=picture))
    window.frame.close()
    return 0


def _writable(folder: Path) -> Path:
    """Return ``folder`` once it is there, or the working folder if it cannot be made."""
    try:
        make_folder(folder)
    except OSError:
        return Path.cwd()
    return folder

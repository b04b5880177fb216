"""Open the window on a screen that the desktop enlarges, look at some steps, and print as JSON what has no room.

Run by test_scaled.py in a process of its own: Qt asks for the screen only once.
"""

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from micra_assistant import assets
from micra_assistant.app import make_application
from micra_assistant.assembly import make_window
from micra_assistant.guide.library import Library
from micra_assistant.jobs.events import Described
from micra_assistant.userfiles import UserFiles
from tests.ui.room_checks import without_room


def main(every: int) -> None:
    """Print sizes of screen and window, and what has no room in one of so many steps."""
    application = make_application()
    with tempfile.TemporaryDirectory() as data:
        window = make_window(Library(assets.guides_folder()), UserFiles(Path(data)))
        frame, workbench = window.frame, window.workbench
        frame.show()
        workbench.begin("tailgate-button", Described("AB12 CDE"))
        assert workbench.shown
        frame.resize(application.primaryScreen().availableSize())
        found: list[str] = []
        for step in workbench.shown.guide.steps[::every]:
            workbench.go_to(step.id)
            for _ in range(4):
                QApplication.processEvents()
            found += without_room(frame)
        screen = application.primaryScreen()
        told = {
            "ratio": screen.devicePixelRatio(),
            "screen": screen.availableSize().toTuple(),
            "window": frame.size().toTuple(),
            "least": frame.minimumSize().toTuple(),
            "found": found,
        }
        frame.close()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))

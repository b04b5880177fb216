"""Open the window on the screen that the environment names, and type each line of the standard input into it.

Run by test_at_spi.py in a process of its own: there a screen reader may ask for what it shows.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtTest import QTest

from micra_assistant.app import make_application
from micra_assistant.assembly import make_window
from micra_assistant.guide.library import Library
from micra_assistant.userfiles import UserFiles
from tests.ui.hands import Hands


def main(guides: Path) -> int:
    """Show home until the standard input ends."""
    application = make_application()
    with tempfile.TemporaryDirectory() as data:
        window = make_window(Library(guides), UserFiles(Path(data)))
        window.frame.show()
        window.frame.activateWindow()
        hands, lines = Hands(window), QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

        def on_line() -> None:
            if line := sys.stdin.readline():
                QTest.qWaitForWindowActive(window.frame)
                hands.type(line.strip())
            else:
                window.frame.close()

        lines.activated.connect(on_line)
        return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

"""What the program is, under which licence, and what other people have written of it."""

import re
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget

from micra_assistant import __version__, assets
from micra_assistant.bugs.bug_log import BugLog
from micra_assistant.ui.frame.far_foot import close_from_foot
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.dialog import Dialog
from micra_assistant.ui.widgets.dialog_room import open_at
from micra_assistant.ui.widgets.flicking import let_flick
from micra_assistant.ui.widgets.path_row import PathRow
from micra_assistant.ui.widgets.scroll_column import ScrollColumn, scrolled
from micra_assistant.userfiles import UserFiles
from micra_assistant.words import _

_LETTERS, _LINES = 84, 30
_INDENT = 40
"""How far a list stands in, in pixels at scale 1."""
_HEADING = re.compile("^#", re.MULTILINE)


class AboutDialog(Dialog):
    """Version, licence, where records and log lie, and the notices of all that the program stands on.

    The notices scroll where the screen is low.
    """

    def __init__(self, files: UserFiles, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About Micra Assistant"))
        name = QLabel(f"Micra Assistant {__version__}")
        name.setProperty("kind", "title")
        licence = QLabel(_("A repair assistant for the workshop. MIT licence; it comes without any warranty."))
        licence.setWordWrap(True)
        records = PathRow(_("Records and settings"), files.folder)
        log = PathRow(_("Log of faults of the program"), BugLog(files.folder).file)
        layout = QVBoxLayout(self)
        if look.far:
            area = _one_below_another(name, licence, records, log, _NoticesView(look, whole=True))
            layout.addWidget(area, 1)
            read = area.verticalScrollBar()
        else:
            notices = _NoticesView(look, whole=False)
            for widget in (name, licence, records, log):
                layout.addWidget(widget)
            layout.addWidget(notices, 1)
            read = notices.verticalScrollBar()
        close_from_foot(self, layout, look, read)
        open_at(self, _LETTERS, _LINES)


def _one_below_another(*widgets: QWidget) -> ScrollColumn:
    column = QWidget()
    rows = QVBoxLayout(column)
    rows.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        rows.addWidget(widget)
    return scrolled(column)


class _NoticesView(QTextBrowser):
    """The notices, which roll, or are as high as all their lines where they are ``whole``."""

    def __init__(self, look: Look, *, whole: bool) -> None:
        super().__init__()
        self._whole = whole
        self.setOpenLinks(False)
        self.setAccessibleName(_("Notices of what the program stands on"))
        let_flick(self)
        self.document().setIndentWidth(look.size(_INDENT))
        self.setMarkdown(_notices())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self.setFixedHeight(ceil(self.document().size().height()) + 2 * self.frameWidth())


def _notices() -> str:
    """Return the notices that ship with the program, headed lower than this is, or where they are if they do not."""
    try:
        return _HEADING.sub("###", assets.third_party().read_text(encoding="utf-8"))
    except OSError:
        return _("The notices of third parties, docs/third-party.md, are not installed with this copy.")

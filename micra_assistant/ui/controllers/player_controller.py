"""Arm's length: the job on the whole screen, one line at a time, to be read from two metres."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QWidget

from micra_assistant.guide.model import Guide, Step
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.awake.keep_awake import AwakeReason, KeepAwake
from micra_assistant.ui.checklist.step_lines import StepLines
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.screen_reader.announcing import announce
from micra_assistant.ui.step.step_contents import StepContents
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.screens import screen_of
from micra_assistant.ui.window_frame import WindowFrame
from micra_assistant.words import _

if TYPE_CHECKING:
    from micra_assistant.ui.player.player_head import PlayerHead
    from micra_assistant.ui.style.far_sizes import FarRoom

_TEXT_SIZES = (Action.LARGER, Action.SMALLER)
"""What does nothing there: the text is as large as the screen lets it be."""


_BUTTON = 40
"""How high a button is at scale 1, in pixels."""
_HEAD = 0.1
"""Of the height of the window the buttons in the head have at the most."""


class PlayerController(Controller):
    """Shows the same places and the same lines from afar, and leaves all as it was.

    Signals:
        changing: all that is shown is about to be shown in other sizes.
        changed: everything has to be shown anew.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, common: Common, frame: WindowFrame, awake: KeepAwake) -> None:
        super().__init__(common)
        self._frame = frame
        self._awake = awake
        self._head: PlayerHead | None = None
        self._room: FarRoom | None = None
        if application := QApplication.instance():
            application.focusChanged.connect(self._on_focus)  # type: ignore[attr-defined]  # it is a QApplication

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.PLAYER: self.turn}

    @property
    def is_on(self) -> bool:
        """Whether all is shown from afar."""
        return self._head is not None

    def turn(self) -> None:
        """Show all from afar, or as usual again."""
        self.leave() if self.is_on else self._begin()

    def leave(self) -> None:
        """Show all as usual again, where one is now."""
        if not self.is_on:
            return
        self.changing.emit()
        self._head = self._room = None
        self._body.show_from_afar(None)
        self._body.step.show_by(None)
        self._frame.leave_screen()
        self._appearance.show_from_afar(None, "")
        self._tell()
        self.changed.emit()

    def refresh(self) -> None:
        """Show how far the job is, and where one is."""
        open_job, head = self._workbench.shown, self._head
        if head is None:
            return
        look = self._appearance.look
        if open_job is None:
            head.show_place("", (0, 0), look)
            return
        in_front = open_job.step.title if self._body.aside is None else open_job.state.complaint
        head.show_place(in_front or open_job.guide.title, self._body.route.rail.progress, look)

    def fit(self) -> None:
        """Suit the size of the window, if that is another than all was made for."""
        size, room = self._frame.size(), self._room
        if room and (room.width, room.height) != size.toTuple():
            self._suit(size)
            self.changed.emit()

    def _begin(self) -> None:
        from micra_assistant.ui.player.player_head import PlayerHead  # noqa: PLC0415 - loaded when it is wanted

        self.changing.emit()
        self._head = PlayerHead(self._actions[Action.READ_ALOUD], self._actions[Action.PLAYER])
        self._body.step.show_by(self._contents)
        self._suit(screen_of(self._frame).size())
        self._frame.fill_screen()
        self._tell()
        self.changed.emit()

    def _suit(self, size: QSize) -> None:
        from micra_assistant.ui.player.far_sheet import touch_sheet  # noqa: PLC0415 - likewise
        from micra_assistant.ui.style.far_sizes import FarRoom, target_on  # noqa: PLC0415 - likewise

        self._room = room = FarRoom(size.width(), size.height(), target_on(screen_of(self._frame)))
        self._appearance.show_from_afar(room, touch_sheet(max(room.target, round(_BUTTON * room.scale))))
        if self._head:
            self._head.be_high(min(room.target, round(room.height * _HEAD)))
        self._body.show_from_afar(self._head, room.target)

    def _contents(self, guide: Guide, step: Step, look: Look, lines: StepLines) -> StepContents:
        from micra_assistant.ui.player.player_body import PlayerBody  # noqa: PLC0415 - likewise
        from micra_assistant.ui.style.far_sizes import FarRoom  # noqa: PLC0415 - likewise

        room = self._room or FarRoom(self._frame.width(), self._frame.height(), 0)
        return PlayerBody(guide, step, look, lines, self._body.step.words_area, room)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let the parts have all the room while they have the keys: one thing at a time."""
        if self.is_on and now:
            self._body.parts_place.share_room()

    def _tell(self) -> None:
        """Let the rest know whether all is shown from afar."""
        self._actions[Action.PLAYER].setChecked(self.is_on)
        for action in _TEXT_SIZES:
            self._actions[action].setEnabled(not self.is_on)
        self._awake.set(AwakeReason.READ_FROM_AFAR, holds=self.is_on)
        announce(self._body.step, _("Arm’s length.") if self.is_on else _("The window is as usual again."))

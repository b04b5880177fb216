"""What is read aloud while work goes on: the step, its warnings, the marked line, and what a reading says."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal

from micra_assistant.guide.model import Tick
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Handlers
from micra_assistant.ui.controllers import Common, Controller
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.words import _
from micra_assistant.workshop.values import Aloud

if TYPE_CHECKING:
    from micra_assistant.voice.speaker import Speaker
    from micra_assistant.voice.spoken import Spoken


class _Heard(Struct, frozen=True):
    """What was read aloud last."""

    history: History
    step: str
    item: str
    values: dict[str, str]


class VoiceController(Controller):
    """Reads aloud what the person has come to, if that is switched on; each act ends what is being read.

    All that speaks is loaded when something is read for the first time: most never ask for it.
    """

    _failed = Signal(str)

    def __init__(self, common: Common, settings: WorkshopSettings) -> None:
        super().__init__(common)
        self._settings = settings
        self._switch = self._actions[Action.READ_ALOUD]
        self._speaker: Speaker | None = None
        self._heard: _Heard | None = None
        self._failed.connect(self._on_failed)
        self._workbench.opened.connect(self._on_shown)
        self._workbench.stepped.connect(self._on_shown)
        self._workbench.changed.connect(self._on_changed)
        self._workbench.emptied.connect(self._stop)
        settings.changed.connect(self._on_settings)
        self._switch.setChecked(self._is_on)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.READ_ALOUD: self._on_switched, Action.READ_AGAIN: self.read_again}

    def read_again(self) -> None:
        """Read the step from its beginning, also while reading aloud is off."""
        from micra_assistant.voice.spoken_step import spoken_step  # noqa: PLC0415 - as the class says

        if open_job := self._workbench.shown:
            self._heard = _heard(open_job)
            self._say(spoken_step(open_job, self._language))

    def end(self) -> None:
        """Be silent for good."""
        if self._speaker:
            self._speaker.end()

    @property
    def _is_on(self) -> bool:
        return self._settings.now.aloud is Aloud.ON

    @property
    def _language(self) -> str:
        return self._settings.now.language

    def _on_switched(self) -> None:
        if not self._settings.change({"aloud": Aloud.ON if self._switch.isChecked() else Aloud.OFF}):
            self._switch.setChecked(self._is_on)
        self._stop()
        if self._is_on:
            self.read_again()
        else:
            self._workbench.said.emit(_("Nothing is read aloud any more."))

    def _on_settings(self) -> None:
        was_on = self._switch.isChecked()
        self._switch.setChecked(self._is_on)
        if self._is_on and not was_on:
            self.read_again()
        elif not self._is_on:
            self._stop()

    def _on_shown(self) -> None:
        self._stop()
        if self._is_on:
            self.read_again()

    def _on_changed(self) -> None:
        """Read what the act has led to, if there was one: others look at the records too."""
        open_job, before = self._workbench.shown, self._heard
        if open_job is None or (before and _is_same(_heard(open_job), before)):
            return
        self._stop()
        self._heard = _heard(open_job)
        if self._is_on and before and before.step == open_job.step.id:
            self._say_what_is_new(open_job, before)

    def _say_what_is_new(self, open_job: OpenJob, before: _Heard) -> None:
        from micra_assistant.voice.spoken import joined  # noqa: PLC0415 - as the class says
        from micra_assistant.voice.spoken_step import marked_line  # noqa: PLC0415 - as the class says

        self._say(joined([*self._verdicts(open_job, before), marked_line(open_job, self._language)]))

    def _verdicts(self, open_job: OpenJob, before: _Heard) -> "list[Spoken]":
        """Return what values say that were just kept; that of the marked line is said with it."""
        from micra_assistant.voice.spoken import Spoken  # noqa: PLC0415 - as the class says
        from micra_assistant.voice.spoken_line import spoken_verdict  # noqa: PLC0415 - as the class says

        items = [item.id for item in open_job.page.items if not isinstance(item, Tick)]
        lines = [open_job.checklist.line(item) for item in items if item != open_job.current_item]
        kept = [line for line in lines if line.value and line.value != before.values.get(line.item.id, "")]
        return [Spoken(spoken_verdict(line), self._language) for line in kept]

    def _say(self, parts: "tuple[Spoken, ...]") -> None:
        from micra_assistant.voice import programs, speaker  # noqa: PLC0415 - as the class says

        self._speaker = self._speaker or speaker.Speaker(programs.find_program, self._failed.emit)
        self._speaker.say(parts, self._settings.now.voice_speed)

    def _stop(self) -> None:
        if self._speaker:
            self._speaker.stop()

    def _on_failed(self, words: str) -> None:
        """Say that nothing can be heard; once, as it will not be otherwise at the next step."""
        if self._is_on:
            self._settings.change({"aloud": Aloud.OFF})
            self._switch.setChecked(False)
        self._workbench.failed.emit(words)


def _heard(open_job: OpenJob) -> _Heard:
    return _Heard(open_job.history, open_job.step.id, open_job.current_item, dict(open_job.state.values))


def _is_same(now: _Heard, before: _Heard) -> bool:
    return now.history is before.history and (now.step, now.item) == (before.step, before.item)

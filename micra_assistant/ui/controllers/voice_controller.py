"""What is read aloud while work goes on: the step, its warnings, the marked line, and what a reading says."""

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from micra_assistant.guide.model import Tick
from micra_assistant.jobs.history import History
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action, Actions, Handlers
from micra_assistant.ui.workbench import Workbench
from micra_assistant.ui.workshop_settings import WorkshopSettings
from micra_assistant.voice.programs import find_program
from micra_assistant.voice.speaker import Speaker
from micra_assistant.voice.spoken import Spoken, joined
from micra_assistant.voice.spoken_line import spoken_verdict
from micra_assistant.voice.spoken_step import marked_line, spoken_step
from micra_assistant.words import _
from micra_assistant.workshop.values import Aloud


class _Heard(Struct, frozen=True):
    """What was read aloud last."""

    history: History
    step: str
    item: str
    values: dict[str, str]


class VoiceController(QObject):
    """Reads aloud what the person has come to, if that is switched on; each act ends what is being read."""

    _failed = Signal(str)

    def __init__(
        self, workbench: Workbench, settings: WorkshopSettings, actions: Actions, speaker: Speaker | None = None
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._settings = settings
        self._switch = actions[Action.READ_ALOUD]
        self._speaker = speaker or Speaker(find_program, self._failed.emit)
        self._heard: _Heard | None = None
        self._failed.connect(self._on_failed)
        workbench.opened.connect(self._on_shown)
        workbench.stepped.connect(self._on_shown)
        workbench.changed.connect(self._on_changed)
        workbench.emptied.connect(self._speaker.stop)
        settings.changed.connect(self._on_settings)
        self._switch.setChecked(self._is_on)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.READ_ALOUD: self._on_switched, Action.READ_AGAIN: self.read_again}

    def read_again(self) -> None:
        """Read the step from its beginning, also while reading aloud is off."""
        if open_job := self._workbench.shown:
            self._heard = _heard(open_job)
            self._say(spoken_step(open_job, self._language))

    def end(self) -> None:
        """Be silent for good."""
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
        self._speaker.stop()
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
            self._speaker.stop()

    def _on_shown(self) -> None:
        self._speaker.stop()
        if self._is_on:
            self.read_again()

    def _on_changed(self) -> None:
        """Read what the act has led to, if there was one: others look at the records too."""
        open_job, before = self._workbench.shown, self._heard
        if open_job is None or (before and _is_same(_heard(open_job), before)):
            return
        self._speaker.stop()
        self._heard = _heard(open_job)
        if self._is_on and before and before.step == open_job.step.id:
            self._say(joined([*self._verdicts(open_job, before), marked_line(open_job, self._language)]))

    def _verdicts(self, open_job: OpenJob, before: _Heard) -> list[Spoken]:
        lines = [open_job.checklist.line(item.id) for item in open_job.page.items if not isinstance(item, Tick)]
        kept = [line for line in lines if line.value and line.value != before.values.get(line.item.id, "")]
        return [Spoken(spoken_verdict(line), self._language) for line in kept]

    def _say(self, parts: tuple[Spoken, ...]) -> None:
        self._speaker.say(parts, self._settings.now.voice_speed)

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

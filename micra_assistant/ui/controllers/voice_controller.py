"""What is read aloud while work goes on: the step, its warnings, the marked line, what a reading says, a question."""

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal

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


class _Seen(Struct, frozen=True):
    """What was in sight when it was read aloud last: a ``step``, or else a ``question``; neither at home."""

    open_job: OpenJob
    history: History
    values: dict[str, str]
    step: str
    item: str
    question: str


class VoiceController(Controller):
    """Reads aloud what the person has come to, if that is switched on; each act ends what is being read.

    What is read is what is in sight once all that an act leads to has happened. All that speaks is loaded when
    something is read for the first time: most never ask for it.
    """

    _failed = Signal(str)

    def __init__(self, common: Common, settings: WorkshopSettings) -> None:
        super().__init__(common)
        self._settings = settings
        self._switch = self._actions[Action.READ_ALOUD]
        self._speaker: Speaker | None = None
        self._read: _Seen | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_on)
        self._failed.connect(self._on_failed)
        for come_to in (self._workbench.opened, self._workbench.stepped, self._workbench.changed):
            come_to.connect(self._on_act)
        self._body.job_in_sight.connect(self._on_act)
        self._workbench.emptied.connect(self._stop)
        settings.changed.connect(self._on_settings)
        self._switch.setChecked(self._is_on)

    @property
    def handlers(self) -> Handlers:
        """What the actions of this controller do."""
        return {Action.READ_ALOUD: self._on_switched, Action.READ_AGAIN: self.read_again}

    def read_again(self) -> None:
        """Read what is in sight from its beginning, also while reading aloud is off."""
        self._soon.stop()
        self._read = self._seen()
        if self._read and (self._read.step or self._read.question):
            self._say(self._all_of(self._read))
        else:
            self._workbench.said.emit(
                _("There is nothing to read aloud here: only a step, or a question about the fault.")
            )

    def read_question(self, words: str) -> None:
        """Read what is asked before a gate is passed; no words end that."""
        self._stop()
        if self._is_on and words and (open_job := self._workbench.shown):
            self._say((self._worded(words, open_job),))

    def end(self) -> None:
        """Be silent for good."""
        self._soon.stop()
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
            self._begin()
        else:
            self._workbench.said.emit(_("Nothing is read aloud any more."))

    def _begin(self) -> None:
        """Read what is in sight; where that is nothing to be read, say so aloud, so that a voice is heard at once."""
        self._read = self._seen()
        if self._read and (self._read.step or self._read.question):
            self.read_again()
            return
        from micra_assistant.voice.spoken import Spoken  # noqa: PLC0415 - as the class says

        words = _("From now on steps and questions are read aloud.")
        self._workbench.said.emit(words)
        self._say((Spoken(words, self._language),))

    def _on_settings(self) -> None:
        was_on = self._switch.isChecked()
        self._switch.setChecked(self._is_on)
        if self._is_on and not was_on:
            self._begin()
        elif not self._is_on:
            self._stop()

    def _on_act(self, *_what: object) -> None:
        """Be silent, and read on soon, if anything has come of it: others look at the records too."""
        if self._read is None or self._seen() != self._read:
            self._stop()
            if self._is_on:
                self._soon.start()

    def _read_on(self) -> None:
        """Read what is in sight by now: all of it if the person has just come there, else what is new."""
        before, self._read = self._read, self._seen()
        if (now := self._read) is None or now == before:
            return
        is_same = before is not None and before.open_job is now.open_job
        verdicts = self._verdicts(now, before) if before and is_same else []
        if before and is_same and (before.step, before.question) == (now.step, now.question):
            self._say((*verdicts, *([self._marked(now)] if now.step else [])))
        else:
            self._say((*verdicts, *self._all_of(now)))

    def _seen(self) -> _Seen | None:
        """Return what is in sight now, None if nothing is open."""
        if (open_job := self._workbench.shown) is None:
            return None
        aside, values = self._body.aside, dict(open_job.state.values)
        step = open_job.step.id if aside is None else ""
        question = str(getattr(aside, "spoken", ""))
        return _Seen(open_job, open_job.history, values, step, open_job.current_item if step else "", question)

    def _all_of(self, seen: _Seen) -> "tuple[Spoken, ...]":
        from micra_assistant.voice.spoken_step import spoken_step  # noqa: PLC0415 - as the class says

        if seen.step:
            return spoken_step(seen.open_job, self._language)
        return (self._worded(seen.question, seen.open_job),)

    def _marked(self, seen: _Seen) -> "Spoken":
        from micra_assistant.voice.spoken_step import marked_line  # noqa: PLC0415 - as the class says

        return marked_line(seen.open_job, self._language)

    def _worded(self, words: str, open_job: OpenJob) -> "Spoken":
        from micra_assistant.voice.spoken_step import spoken_words  # noqa: PLC0415 - as the class says

        return spoken_words(words, open_job.guide, self._language)

    def _verdicts(self, now: _Seen, before: _Seen) -> "list[Spoken]":
        """Return what values say that were just kept; that of the marked line is said with it."""
        from micra_assistant.voice.spoken import Spoken  # noqa: PLC0415 - as the class says
        from micra_assistant.voice.spoken_line import spoken_verdict  # noqa: PLC0415 - as the class says

        items = [item.id for item in now.open_job.guide.items if not isinstance(item, Tick) and item.id != now.item]
        lines = [now.open_job.checklist.line(item) for item in items]
        kept = [line for line in lines if line.value and line.value != before.values.get(line.item.id, "")]
        return [Spoken(spoken_verdict(line), self._language) for line in kept]

    def _say(self, parts: "tuple[Spoken, ...]") -> None:
        from micra_assistant.voice import programs, speaker  # noqa: PLC0415 - as the class says
        from micra_assistant.voice.spoken import joined  # noqa: PLC0415 - as the class says

        if runs := joined(parts):
            self._speaker = self._speaker or speaker.Speaker(programs.find_program, self._failed.emit)
            self._speaker.say(runs, self._settings.now.voice_speed)

    def _stop(self) -> None:
        self._soon.stop()
        if self._speaker:
            self._speaker.stop()

    def _on_failed(self, words: str) -> None:
        """Say that nothing can be heard; once, as it will not be otherwise at the next step."""
        if self._is_on:
            self._settings.change_all({"aloud": Aloud.OFF})
        self._settings.failed.emit(words)

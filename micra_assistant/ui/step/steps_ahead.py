"""Steps made before they are wanted, out of sight: to make one takes longest of all that going on to it takes."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.ui.checklist.step_lines import Rows, StepLines
from micra_assistant.ui.step.step_contents import StepContents


class _Made(Struct, frozen=True):
    step: Step
    contents: StepContents
    rows: Rows
    beside: bool


class StepsAhead:
    """Keeps steps until they are shown, or are not the ones that may come next any more."""

    def __init__(self, lines: StepLines) -> None:
        self._lines = lines
        self._made: list[_Made] = []

    def make(
        self, step: Step, contents: Callable[[], StepContents], checklist: Checklist, width: int, *, beside: bool
    ) -> Iterator[None]:
        """Make a step in pieces, if it is not there yet, fill its lines as the job stands, and lay it out.

        It gets this ``width``, in pixels; ``beside`` says whether its picture stands beside it.
        """
        if self._of(step):
            return
        made = _Made(step, *self._lines.made_apart(contents), beside)
        self._made.append(made)
        yield
        for row in made.rows.by_item.values():
            row.show_line(checklist.line(row.item.id), current=False)
        yield
        _dress(made.contents)
        made.contents.heightForWidth(width)

    def take(self, step: Step, *, beside: bool) -> StepContents | None:
        """Return a step that is there, its lines now those in sight; None if it is to be made. The others go."""
        made = self._of(step)
        if made and made.contents.picture and made.beside is not beside:
            made = None
        if made:
            self._made.remove(made)
            self._lines.take(made.rows)
        self.keep(())
        return made.contents if made else None

    def keep(self, steps: Sequence[Step]) -> None:
        """Let go of all but these steps."""
        kept = [made for made in self._made if any(made.step is step for step in steps)]
        for made in self._made:
            if made not in kept:
                _let_go(made.contents)
        self._made = kept

    def _of(self, step: Step) -> _Made | None:
        return next((made for made in self._made if made.step is step), None)


def _let_go(contents: StepContents) -> None:
    """Delete a step that was never shown, and its picture, which may lie nowhere yet."""
    if contents.picture:
        contents.picture.deleteLater()
    contents.deleteLater()


def _dress(contents: StepContents) -> None:
    """Let the style sheet be applied to all that is in a step."""
    for widget in contents.findChildren(QWidget):
        widget.ensurePolished()

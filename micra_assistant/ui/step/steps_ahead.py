"""Steps made before they are wanted, out of sight: to make one takes longest of all that going on to it takes."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from micra_assistant.guide.model import Step
from micra_assistant.jobs.checklist import Checklist
from micra_assistant.ui.checklist.step_lines import Rows, StepLines
from micra_assistant.ui.step.step_contents import StepContents
from micra_assistant.ui.widgets.letting_go import let_go


class _Made(Struct):
    step: Step
    contents: StepContents
    rows: Rows
    beside: bool
    is_ready: bool = False


class StepsAhead:
    """Keeps steps until they are shown, or are not the ones that may come next any more."""

    def __init__(self, lines: StepLines, holder: QWidget) -> None:
        """Make steps with ``lines``; their pictures lie in a ``holder``, which is never seen, until they are shown."""
        self._lines = lines
        self._holder = holder
        self._made: list[_Made] = []

    def make(
        self,
        step: Step,
        contents: Callable[[], StepContents],
        checklist: Checklist,
        width: Callable[[StepContents, str], int],
        *,
        beside: bool,
    ) -> Iterator[None]:
        """Make a step in pieces, if it is not there yet, fill its lines as the job stands, and lay it out.

        It gets the ``width`` that is told for it with the line that will be marked, in pixels; ``beside`` says whether
        its picture stands beside it. What was left undone of one that was begun is done.
        """
        made = self._of(step)
        if made is None:
            made = _Made(step, *self._lines.made_apart(contents), beside)
            self._made.append(made)
            if (picture := made.contents.picture) and picture.parent() is None:
                picture.setParent(self._holder)
            yield
        if not made.is_ready:
            marked = checklist.first_to_do(step)
            _fill(made.rows, checklist, marked)
            yield
            _dress(made.contents)
            made.contents.heightForWidth(width(made.contents, marked))
            made.is_ready = True

    def take(self, step: Step, *, beside: bool) -> StepContents | None:
        """Return a step that is there, its lines now those in sight; None if it is to be made.

        The others stay until the next ones are made: to delete them takes time that nobody waits for then.
        """
        made = self._of(step)
        if made is None or (made.contents.picture and made.beside is not beside):
            return None
        self._made.remove(made)
        self._lines.take(made.rows)
        return made.contents

    def keep(self, steps: Sequence[Step]) -> None:
        """Let go of all but these steps."""
        kept = [made for made in self._made if any(made.step is step for step in steps)]
        for made in self._made:
            if made not in kept:
                _let_go(made.contents)
        self._made = kept

    def _of(self, step: Step) -> _Made | None:
        return next((made for made in self._made if made.step is step), None)


def _fill(rows: Rows, checklist: Checklist, marked: str) -> None:
    """Show every line as it will most likely be seen; nobody is told of it yet."""
    for item_id, row in rows.by_item.items():
        with QSignalBlocker(row):
            row.show_line(checklist.line(item_id), current=item_id == marked)


def _let_go(contents: StepContents) -> None:
    """Delete a step that was never shown, and its picture, which may lie elsewhere."""
    if contents.picture:
        contents.picture.deleteLater()
    let_go(contents)


def _dress(contents: StepContents) -> None:
    """Let the style sheet be applied to all that is in a step, and what it says of sizes be asked for anew."""
    for widget in contents.findChildren(QWidget):
        widget.ensurePolished()
        widget.updateGeometry()

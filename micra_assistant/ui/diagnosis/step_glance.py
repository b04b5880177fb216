"""The step that says how a test is done, at a glance beside the question: its picture, or else its first words."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from micra_assistant.guide.circuit_model import Circuit
from micra_assistant.guide.model import Bullets, Diagram, Guide, Paragraph, Step, Text, Words
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html

_BLOCKS = 2
"""So many paragraphs and lists are shown at the most."""


class StepGlance(Column):
    """A picture to be looked at, or words to be read.

    Signals:
        diagram_wanted: the picture was tapped; carries it.
        step_wanted: a link to a step was followed; carries its id.

    Attributes:
        is_empty: whether the step has neither.
    """

    diagram_wanted = Signal(object)
    step_wanted = Signal(str)

    def __init__(self, guide: Guide, step: Step | None, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.size(6))
        blocks, picture = step.blocks if step else (), first_picture(step)
        words = [block for block in blocks if isinstance(block, Paragraph | Bullets)]
        self.is_empty = not (picture or words)
        if picture:
            column.addWidget(self._picture(guide, picture, look))
        for block in () if picture else words[:_BLOCKS]:
            column.addWidget(self._text(block))

    def _picture(self, guide: Guide, block: Diagram | Circuit, look: Look) -> DiagramView:
        view = DiagramView(guide.folder, block, look.theme)
        view.tapped.connect(lambda: self.diagram_wanted.emit(block))
        return view

    def _text(self, block: Paragraph | Bullets) -> TextBlock:
        text = TextBlock(paragraph_html(_without_sources(block), {}))
        text.step_wanted.connect(self.step_wanted)
        return text


def first_picture(step: Step | None) -> Diagram | Circuit | None:
    """Return the first picture of a step, None if there is none."""
    blocks = step.blocks if step else ()
    return next((block for block in blocks if isinstance(block, Diagram | Circuit)), None)


def _without_sources(block: Paragraph | Bullets) -> Paragraph | Bullets:
    if isinstance(block, Paragraph):
        return replace(block, text=_words(block.text))
    return replace(block, lines=tuple(_words(line) for line in block.lines))


def _words(text: Text) -> Text:
    return tuple(run for run in text if isinstance(run, Words))

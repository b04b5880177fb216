"""A callout on screen: sign, signal word and hazard on top, what happens and how to avoid it below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from micra_assistant.guide.html import rich_text
from micra_assistant.guide.model import AnyItem, Bullets, Callout, Paragraph
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.guide.source import Source
from micra_assistant.ui.step.signal_icon import SignalIcon
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.text_block import TextBlock, paragraph_html

MakeRow = Callable[[AnyItem, QWidget], QWidget]
"""Returns the row of an item, made inside of what it will stand in."""


class CalloutCard(Flowing, QFrame):
    """A safety message or hint.

    Signals:
        step_wanted, source_wanted: as TextBlock.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(
        self,
        callout: Callout,
        sources: dict[str, Source],
        look: Look,
        make_row: MakeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card with the rows of its items, or without them if there is nothing that makes rows."""
        super().__init__(parent)
        self._look = look
        self._sources = sources
        self.setObjectName("callout")
        self.setProperty("signal", callout.signal.value)
        body = QVBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.size(4))
        body.addWidget(self._headline(callout))
        for block in callout.blocks:
            if isinstance(block, Paragraph | Bullets):
                body.addWidget(self._text(block))
            elif make_row:
                body.addWidget(make_row(block, self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(look.size(16), look.size(9), look.size(14), look.size(10))
        layout.setSpacing(look.size(10))
        layout.addWidget(self._icon(callout), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(body, 1)

    def _icon(self, callout: Callout) -> SignalIcon:
        theme = self._look.theme
        colour, paper = theme.colour(callout.signal.value), theme.colour(f"{callout.signal.value}-soft")
        return SignalIcon(callout.signal, colour, paper, self._look.size(22), self)

    def _headline(self, callout: Callout) -> TextBlock:
        colour = self._look.theme.colours[callout.signal.value]
        word = f'<b style="color:{colour}">{signal_word(callout.signal)}</b>'
        html = f"{word}&nbsp; <b>{rich_text(callout.title, self._sources)}</b>"
        headline = self._connected(TextBlock(html, parent=self))
        headline.setAccessibleName(signal_word(callout.signal))
        return headline

    def _text(self, block: Paragraph | Bullets) -> TextBlock:
        return self._connected(TextBlock(paragraph_html(block, self._sources), parent=self))

    def _connected(self, text: TextBlock) -> TextBlock:
        text.step_wanted.connect(self.step_wanted)
        text.source_wanted.connect(self.source_wanted)
        return text

"""What is said before a second act: the callout, that there is no way back, and what is being confirmed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from micra_assistant.guide.html import escape, rich_text
from micra_assistant.guide.model import AnyItem, Bullets, Callout, Guide, Paragraph, plain
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.guide.source_words import source_words
from micra_assistant.ui.step.callout_card import CalloutCard
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.three_keys import Key, cap_of
from micra_assistant.ui.widgets.scroll_column import Column
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.words import _


class ConfirmWords(Column):
    """All that a person should know before ticking an item.

    Signals:
        step_wanted: as TextBlock.
        grown: it needs more height than before.
    """

    step_wanted = Signal(str)
    grown = Signal()

    def __init__(self, guide: Guide, item: AnyItem, look: Look) -> None:
        super().__init__()
        self._guide = guide
        self._item = item
        self._callout = guide.step_of(item.id).callout_of(item.id)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.size(10))
        if self._callout:
            self._add(CalloutCard(self._callout, guide.sources, look))
        if item.no_return:
            words = _("<b>No way back:</b> {sentence}").format(sentence=escape(item.no_return))
            self._add(TextBlock(words, "no-return"))
        self._layout.addLayout(self._question(look))
        self._source = _small_print("caption")
        self._source.setWordWrap(True)
        self._source.hide()
        self._layout.addWidget(self._source)

    @property
    def item_words(self) -> str:
        """The words of the item, without badges."""
        return plain(self._item.label)

    @property
    def question(self) -> str:
        """What is to be confirmed, in a sentence."""
        return _("You confirm: {item}").format(item=self.item_words)

    @property
    def hazard(self) -> str:
        """Signal word and hazard of the callout."""
        return f"{signal_word(self._callout.signal)}: {plain(self._callout.title)}" if self._callout else ""

    @property
    def spoken(self) -> str:
        """What the callout says and that there is no way back, for those who do not see it."""
        said = list(_lines(self._callout)) if self._callout else []
        if self._item.no_return:
            said.append(_("No way back: {sentence}").format(sentence=self._item.no_return))
        return " ".join(said)

    def _add(self, block: CalloutCard | TextBlock) -> None:
        block.step_wanted.connect(self.step_wanted)
        block.source_wanted.connect(self._show_source)
        self._layout.addWidget(block)

    def _question(self, look: Look) -> QHBoxLayout:
        words = rich_text(self._item.label, self._guide.sources)
        question = TextBlock(_("You confirm: <b>{item}</b>").format(item=words), "confirming")
        question.step_wanted.connect(self.step_wanted)
        question.source_wanted.connect(self._show_source)
        keys = _small_print("hint")
        caps = {"back": cap_of(Key.BACK), "space": cap_of(Key.SPACE)}
        keys.setText(_("{back}, then {space}: yes").format_map(caps))
        row = QHBoxLayout()
        row.setSpacing(look.size(16))
        row.addWidget(question, 1)
        row.addWidget(keys, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _show_source(self, source_id: str) -> None:
        self._source.setText(source_words(self._guide.sources[source_id]))
        self._source.show()
        self.grown.emit()


def _lines(callout: Callout) -> Iterator[str]:
    """Yield every paragraph and line of a callout, without badges."""
    for block in callout.blocks:
        if isinstance(block, Paragraph):
            yield plain(block.text)
        elif isinstance(block, Bullets):
            yield from (plain(line) for line in block.lines)


def _small_print(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label

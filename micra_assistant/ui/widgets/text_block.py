"""A block of words on screen: rich text that wraps, whose links lead to steps and sources."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.guide.html import SOURCE_SCHEME, STEP_SCHEME, rich_text, with_marks
from micra_assistant.guide.model import Bullets, Paragraph, Source, Text
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.rich_label import RichLabel


class TextBlock(Flowing, RichLabel):
    """Words that wrap.

    Signals:
        step_wanted: a link to a step was followed; carries its id.
        source_wanted: a source badge was tapped; carries the source's id.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, html: str, kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(html, parent)
        self._html = html
        self.setProperty("kind", kind)
        self.setIndent(0)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(self._on_link)

    def show_html(self, html: str) -> None:
        """Say something else."""
        self._html = html
        self.setText(html)

    def mark(self, words: Collection[str], theme: Theme) -> None:
        """Mark ``words`` where they stand."""
        self.setText(with_marks(self._html, words, mark_style(theme)))

    def _on_link(self, link: str) -> None:
        if link.startswith(STEP_SCHEME):
            self.step_wanted.emit(link.removeprefix(STEP_SCHEME))
        elif link.startswith(SOURCE_SCHEME):
            self.source_wanted.emit(link.removeprefix(SOURCE_SCHEME))


def mark_style(theme: Theme) -> str:
    """Return the CSS style of a word that was looked for."""
    return f"background-color:{theme.colours['strip']}; color:{theme.colours['strip-ink']}"


def paragraph_html(block: Paragraph | Bullets, sources: dict[str, Source]) -> str:
    """Return a paragraph or a list as HTML with the line height of running text."""
    if isinstance(block, Paragraph):
        return _spaced("p", rich_text(block.text, sources))
    lines = (
        f'<tr><td style="padding-right:8px">{_spaced("p", sign)}</td>'
        f'<td style="padding-bottom:3px">{_spaced("p", rich_text(line, sources))}</td></tr>'
        for sign, line in zip(block.signs, block.lines, strict=True)
    )
    return f'<table cellspacing="0" cellpadding="0">{"".join(lines)}</table>'


def cell_html(text: Text, sources: dict[str, Source]) -> str:
    """Return the words of a table cell as HTML."""
    return _spaced("p", rich_text(text, sources), 104)


def _spaced(tag: str, html: str, percent: int = 114) -> str:
    return f'<{tag} style="line-height:{percent}%; margin:0">{html}</{tag}>'

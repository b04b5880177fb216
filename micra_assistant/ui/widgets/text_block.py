"""A block of words on screen: rich text that wraps, whose links lead to steps and sources."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from micra_assistant.guide.html import SOURCE_SCHEME, STEP_SCHEME, rich_text, with_marks
from micra_assistant.guide.model import Bullets, Paragraph, Text
from micra_assistant.guide.source import Source
from micra_assistant.ui.style.theme import Theme
from micra_assistant.ui.three_keys import KeyAct
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight
from micra_assistant.ui.widgets.flowing import Flowing
from micra_assistant.ui.widgets.marked_link import Link, link_place, links_of, with_link_marked
from micra_assistant.ui.widgets.rich_label import RichLabel
from micra_assistant.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextBlock(Flowing, RichLabel):
    """Words that wrap. Tab marks one link after the other, Enter follows the marked one.

    Signals:
        step_wanted: a link to a step was followed; carries its id.
        source_wanted: a source badge was tapped; carries the source's id.
        link_marked: another link is marked, or none.
    """

    step_wanted = Signal(str)
    source_wanted = Signal(str)
    link_marked = Signal()

    def __init__(self, html: str, kind: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(html, parent)
        self._html = self._shown = html
        self._marked: int | None = None
        self.setProperty("kind", kind)
        self.setIndent(0)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(self._on_link)
        self._take_focus_for_links()

    def show_html(self, html: str) -> None:
        """Say something else."""
        self.setText(html)

    def setText(self, html: str) -> None:  # noqa: N802 - Qt's name
        self._html = html
        self._show(html)

    def _show(self, html: str) -> None:
        self._shown, self._marked = html, None
        super().setText(html)
        self._take_focus_for_links()

    def _take_focus_for_links(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.links else Qt.FocusPolicy.NoFocus)

    @property
    def links(self) -> list[Link]:
        """The links, in the order in which they are read."""
        return links_of(self._shown)

    @property
    def marked_link(self) -> Link | None:
        """The link that is marked, None if none is."""
        return None if self._marked is None else self.links[self._marked]

    def mark_link(self, place: int | None) -> None:
        """Mark the link at a place among the links, or none."""
        self._marked = place
        palette = self.palette()
        colours = palette.highlight().color().name(), palette.highlightedText().color().name()
        super().setText(self._shown if place is None else with_link_marked(self._shown, place, *colours))
        self.setAccessibleDescription("" if place is None else self.links[place].words)
        self.link_marked.emit()

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does while a link is marked."""
        link = self.marked_link
        if link is None:
            return None
        words = _("Show where this comes from") if link.target.startswith(SOURCE_SCHEME) else _("Show the step")
        return KeyAct(words, link.words, partial(self.linkActivated.emit, link.target))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._marked is None and self.links:
            self.mark_link(len(self.links) - 1 if event.reason() is Qt.FocusReason.BacktabFocusReason else 0)
            bring_into_sight(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.mark_link(None)

    def mark_next(self, direction: int) -> bool:
        """Mark the next link (1) or the one before (-1) in place of the marked one; False if there is none that way."""
        place = None if self._marked is None else self._marked + direction
        if place is None or not 0 <= place < len(self.links):
            return False
        self.mark_link(place)
        bring_into_sight(self)
        return True

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Tell where the marked link is, for what scrolls to it."""
        if query is not Qt.InputMethodQuery.ImCursorRectangle or self._marked is None:
            return super().inputMethodQuery(query)
        return link_place(self._shown, self._marked, self.font(), self.width())

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802 - Qt's name
        return self.mark_next(1 if is_next else -1) or super().focusNextPrevChild(is_next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.marked_link
        if link and event.key() in _ENTER:
            self.linkActivated.emit(link.target)
        else:
            super().keyPressEvent(event)

    def mark(self, words: Collection[str], theme: Theme) -> None:
        """Mark ``words`` where they stand."""
        self._show(with_marks(self._html, words, mark_style(theme)))

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

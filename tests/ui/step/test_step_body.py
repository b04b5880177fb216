"""Where the blocks of a step are put: all words whole, nothing over anything else, whatever the window's size."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from micra_assistant import assets
from micra_assistant.ui.step.step_body import StepBody
from micra_assistant.ui.step.step_layout import Placed, StepLayout
from micra_assistant.ui.step.table_block import TableBlock
from micra_assistant.ui.widgets.diagram_view import DiagramView
from micra_assistant.ui.widgets.diagram_window import DiagramWindow
from micra_assistant.ui.widgets.figure import Figure
from micra_assistant.ui.widgets.rich_label import RichLabel
from micra_assistant.ui.widgets.text_block import TextBlock
from micra_assistant.ui.window_settings import WindowSettings
from tests.builders import write_guide
from tests.shipped import LIBRARY
from tests.ui.hands import Hands, Workshop, settle

MEASURE = 100
"""Letters of a line: ninety of usual width, and some more where many of them are narrow."""
SIZES = [(1024, 600), (1366, 768), (1920, 1080)]

PAGE = {
    "10-get-ready.md": """
        # Page {: #page }

        ## Step {: #step }

        !!! notice "Scratched paint"
            Metal scratches the paint. Use the plastic tool.

        Words before the picture.

        ![Picture](diagrams/tailgate.svg)

        Words behind the picture.

        - not before it

        | Table | of | words |
        |---|---|---|
        | one | two | three |

        Words at the end.
        """,
    "20-measure.md": "# End {: #end }\n\n## Last {: #last }\n\nWords.",
}


@pytest.fixture
def mixed(tmp_path: Path, workshop: Workshop) -> Workshop:
    """Return a workshop whose guide has a step with a block of every kind."""
    write_guide(tmp_path, PAGE)
    return workshop


def body_of(hands: Hands) -> StepBody:
    """Return the step being read."""
    body = hands.window.body.step.findChild(StepBody)
    assert body is not None
    return body


def blocks_of(hands: Hands) -> list[QWidget]:
    """Return the blocks of the step being read, from the top and then from the left."""
    widgets = body_of(hands).findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    blocks = [widget for widget in widgets if widget.isVisible()]
    return sorted(blocks, key=lambda block: (block.y(), block.x()))


def faults(hands: Hands) -> Iterator[str]:
    """Yield what is wrong with what is shown."""
    body, blocks = body_of(hands), blocks_of(hands)
    step = hands.window.body.step
    for label in [*step.findChildren(QLabel), *step.beside.findChildren(QLabel)]:
        if label.isVisible() and label.text() and clipped(label):
            yield f"clipped: {label.size().toTuple()} {label.text()}"
    for one, other in combinations(blocks, 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{one} lies over {other}"
    for block in blocks:
        if not body.rect().contains(block.geometry()):
            yield f"{block} sticks out of the step"
    yield from (f"{picture} is squeezed to {picture.size().toTuple()}" for picture in squeezed(body))


def squeezed(body: StepBody) -> Iterator[DiagramView]:
    """Yield the pictures that are lower than their width asks for."""
    for picture in body.findChildren(DiagramView):
        if picture.height() < picture.heightForWidth(picture.width()):
            yield picture


def clipped(label: QLabel) -> bool:
    """Whether words of a label are out of sight: reckoned by Qt anew, not as the label remembers it."""
    if isinstance(label, RichLabel):
        inside = label.contentsRect()
        return height_in_qt(label, inside.width()) > inside.height()
    if label.wordWrap():
        return QLabel.heightForWidth(label, label.width()) > label.height()
    return QLabel.sizeHint(label).width() > label.width()


def height_in_qt(label: RichLabel, width: int) -> int:
    """Return how high Qt's own label would be with these words."""
    own = QLabel(label.text())
    own.setTextFormat(Qt.TextFormat.RichText)
    own.setWordWrap(True)
    own.setIndent(0)
    own.setFont(label.font())
    return own.heightForWidth(width)


@pytest.mark.walk(first=2)
@pytest.mark.thorough
@pytest.mark.parametrize("scale", [1.0, pytest.param(1.5, marks=pytest.mark.slow)])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", LIBRARY.names())
def test_every_step_of_a_shipped_guide_is_whole(
    workshop: Workshop, name: str, size: tuple[int, int], scale: float
) -> None:
    WindowSettings(workshop.files.settings).scale = scale
    workshop.guides = assets.guides_folder()
    hands = workshop.open(*size)
    hands.begin(name)
    settle()
    assert "\n".join(f"{step}: {fault}" for step in steps_of(hands) for fault in faults(hands)) == ""


def steps_of(hands: Hands) -> Iterator[str]:
    """Yield every step of the guide while it is shown."""
    yield hands.step
    while (job := hands.window.workbench.shown) and job.neighbour(1):
        hands.turn(1)
        yield hands.step


def kinds(blocks: list[QWidget]) -> str:
    """Return what kind of blocks these are."""
    return " ".join(type(block).__name__ for block in blocks)


def test_a_picture_stands_beside_the_words_where_there_is_room(mixed: Workshop) -> None:
    hands = mixed.open(1366, 768)
    order = "CalloutCard TextBlock TextBlock TextBlock TableBlock TextBlock"
    assert kinds(blocks_of(hands)) == order
    beside, step = hands.window.body.step.beside, hands.window.body.step
    (picture,) = beside.findChildren(DiagramView)
    assert (picture.isVisible(), beside.x() > step.geometry().right()) == (True, True)
    assert list(faults(hands)) == []
    hands.turn(1)
    assert not beside.isVisible()


def test_a_picture_takes_the_badges_of_its_sources_along(tmp_path: Path, mixed: Workshop) -> None:
    page = PAGE["10-get-ready.md"].replace("tailgate.svg)", "tailgate.svg)[^versa][^meters]")
    write_guide(tmp_path, {**PAGE, "10-get-ready.md": page})
    hands = mixed.open(1366, 768)
    beside = hands.window.body.step.beside
    (figure,) = beside.findChildren(Figure)
    badges = figure.findChild(QLabel)
    assert badges is not None
    assert badges.y() >= figure.picture.geometry().bottom()
    assert list(faults(hands)) == []
    for source, words in (("versa", "Manual of a sister car"), ("meters", "How meters read")):
        hands.tap_link(f"source:{source}", beside)
        assert hands.said.startswith(words)
    hands.tap(figure.picture)
    assert isinstance(QApplication.activeModalWidget(), DiagramWindow)
    hands.press(Qt.Key.Key_Escape)


def test_blocks_stand_in_their_order_where_there_is_none(mixed: Workshop) -> None:
    hands = mixed.open(800, 480)
    order = "CalloutCard TextBlock DiagramView TextBlock TextBlock TableBlock TextBlock"
    assert kinds(blocks_of(hands)) == order
    assert list(faults(hands)) == []


def test_they_are_put_anew_when_the_window_changes(mixed: Workshop) -> None:
    hands = mixed.open(800, 480)
    narrow = [block.geometry() for block in blocks_of(hands)]
    hands.window.frame.resize(1366, 768)
    settle()
    assert [block.geometry() for block in blocks_of(hands)] != narrow
    assert list(faults(hands)) == []
    hands.window.frame.resize(800, 480)
    settle()
    assert [block.geometry() for block in blocks_of(hands)] == narrow


def test_a_step_is_laid_out_for_the_width_alone_that_it_gets(mixed: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    hands = mixed.open(1366, 768)
    widths: set[int] = set()
    placed = StepLayout.placed

    def note_width(layout: StepLayout, width: int) -> Placed:
        widths.add(width)
        return placed(layout, width)

    monkeypatch.setattr(StepLayout, "placed", note_width)
    for direction in (1, -1):  # the picture beside the step goes, and comes again
        widths.clear()
        hands.turn(direction)
        settle()
        assert len(widths) == 1


@pytest.mark.walk
@pytest.mark.thorough
@pytest.mark.parametrize("name", LIBRARY.names())
def test_no_line_is_longer_than_can_be_read(workshop: Workshop, name: str) -> None:
    workshop.guides = assets.guides_folder()
    hands = workshop.open(3840, 2160)
    hands.begin(name)
    for step in LIBRARY.guide(name).steps[::4]:
        hands.window.workbench.go_to(step.id)
        settle()
        for block in hands.window.body.step.findChildren(TextBlock):
            if block.isVisible() and not isinstance(block.parent(), TableBlock):
                assert longest_line(block) <= MEASURE, block.text()


def longest_line(block: TextBlock) -> int:
    """Return how many letters the longest line of a block has."""
    document = QTextDocument()
    document.setDefaultFont(block.font())
    document.setDocumentMargin(0)
    document.setHtml(block.text())
    document.setTextWidth(block.contentsRect().width())
    document.size()
    lengths, paragraph = [0], document.begin()
    while paragraph.isValid():
        layout = paragraph.layout()
        lengths += [layout.lineAt(line).textLength() for line in range(layout.lineCount())]
        paragraph = paragraph.next()
    return max(lengths)

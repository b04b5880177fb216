"""Whether all words can be read and all fields be seen, in every theme: measured where they are painted."""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from micra_assistant import assets
from micra_assistant.guide.model import SignalWord
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.ui.actions import Action
from micra_assistant.ui.style.theme import Theme, ThemeName, load_theme
from tests.builders import write_guide
from tests.ui.hands import Hands, Workshop, settle
from tests.ui.painted_pairs import Pair, painted_pairs
from tests.ui.small_guide import GUIDE
from tests.ui.speaking import dialog_kinds
from tests.ui.style.test_theme import contrast

pytestmark = pytest.mark.thorough

GROUNDS = ("card", "window", "bar")
WORDS, UNUSABLE, FRAMES = 7.0, 3.0, 3.0
"""The least contrast: what is read while working has that of level AAA."""
SIGNALS = "# Warnings {: #warnings }\n\n## All of them {: #all-of-them }\n\n" + "\n".join(
    f'!!! {signal.value} "Short circuit"\n    A spanner burns you. Undo the negative clamp.[^meters] [See](#look).\n'
    for signal in SignalWord
)
VIEWS = (Action.HOME, Action.JOBS, Action.TIMELINE, Action.PUT_BACK, Action.AWAY, Action.ALL_LINES, Action.PARTS)
DIALOGS = (Action.SETTINGS, Action.KEYS, Action.ABOUT)


@pytest.fixture
def painted(workshop: Workshop, tmp_path: object) -> Hands:
    """Return hands at a job on which some things were right and some wrong, in a guide with every kind of warning."""
    write_guide(workshop.guides.parent, {**GUIDE, "15-warnings.md": SIGNALS})
    hands = workshop.open(1366, 1400)
    hands.window.workbench.attempt(lambda job: [job.toggle(item) for item in ("doors", "negative-off")])
    for item, typed in (("battery", "9"), ("leads", "0.2"), ("pressed", "14"), ("released", "OL")):
        hands.window.workbench.attempt(partial(OpenJob.enter, item_id=item, typed=typed))
    return hands


def windows(hands: Hands) -> Iterator[QWidget]:
    """Yield the windows in sight after each thing that there is to see."""
    window = hands.window
    assert window.workbench.shown
    for step in ("look", "all-of-them", "power-off", "measure"):
        window.workbench.go_to(step)
        settle()
        yield window.frame
    for said in (window.body.messages.say, window.body.messages.say_problem):
        said("The leads are worn.")
        yield window.frame
    window.body.messages.dismiss()
    for view in VIEWS:
        hands.choose(view)
        yield window.frame
        window.route.fold()
        window.body.show_job_view()
    for action in DIALOGS:
        hands.choose(action)
        (dialog,) = (found for kind in dialog_kinds() for found in window.frame.findChildren(kind) if found.isVisible())
        yield dialog
        dialog.close()


def faint(pairs: set[Pair]) -> list[str]:
    """Return the pairs that cannot be read well enough."""
    return sorted(
        f"{pair.front} on {pair.back}: {contrast(pair.front, pair.back):.2f}, such as “{pair.words}”"
        for pair in pairs
        if contrast(pair.front, pair.back) < (WORDS if pair.usable else UNUSABLE)
    )


@pytest.mark.walk(first=2)
@pytest.mark.parametrize("name", ThemeName)
def test_all_words_that_are_painted_can_be_read_and_all_fields_be_seen(painted: Hands, name: ThemeName) -> None:
    painted.window.look.set_theme(name)
    pairs, unseen, theme = set[Pair](), set[str](), load_theme(name)
    for window in windows(painted):
        pairs |= {*painted_pairs(window)}
        unseen |= {*unseen_fields(window, theme)}
    assert (faint(pairs), unseen) == ([], set())
    colours, of = {(pair.front, pair.back) for pair in pairs}, theme.colours
    assert {(of[signal.value], of[f"{signal.value}-soft"]) for signal in SignalWord} <= colours
    assert (of["bad"], of["bad-soft"]) in colours


@pytest.mark.walk(first=1)
@pytest.mark.parametrize("name", ThemeName)
def test_the_words_of_a_button_can_be_read_while_it_is_pointed_at(painted: Hands, name: ThemeName) -> None:
    painted.window.look.set_theme(name)
    pairs = set[Pair]()
    for window in windows(painted):
        for button in window.findChildren(QAbstractButton):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
        pairs |= {*painted_pairs(window)}
    assert faint(pairs) == []


def unseen_fields(window: QWidget, theme: Theme) -> Iterator[str]:
    """Yield the fields in sight whose frame is not told from what is in them."""
    kinds = QLineEdit | QComboBox | QPlainTextEdit
    for field in (found for found in window.findChildren(QWidget) if isinstance(found, kinds)):
        is_of_list = isinstance(field.parentWidget(), QComboBox)
        if field.isVisibleTo(window) and not is_of_list and not has_frame(field, theme):
            yield f"{type(field).__name__} {field.objectName() or field.property('kind')}"


def has_frame(field: QWidget, theme: Theme) -> bool:
    """Whether the lower edge of a field is told from what is in it."""
    image = QImage(field.size(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("card"))
    field.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    edge, inside = (image.pixelColor(image.width() // 2, image.height() - above).name() for above in (1, 6))
    return contrast(edge, inside) >= FRAMES


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
STYLE = re.sub(
    r"/\*.*?\*/",
    "",
    "\n".join(file.read_text(encoding="utf-8") for file in sorted(assets.resource("styles").glob("*.qss"))),
    flags=re.DOTALL,
)


def focus_marks() -> Iterator[tuple[str, set[str], str]]:
    """Yield what the style sheets say of each thing that has the focus: its selector, its frames, its background."""
    backs: dict[str, str] = {}
    for selectors, body in RULE.findall(STYLE):
        found = re.search(r"background: @([a-z-]+)", body)
        for selector in (one.strip() for one in selectors.split(",")):
            if found:
                backs[selector] = found[1]
            if ":focus" in selector:
                frames = {*re.findall(r"(?:border|outline)[a-z-]*:[^;]*?@([a-z-]+)", body)}
                yield selector, frames, backs.get(selector.replace(":focus", ""), "card")


@pytest.mark.parametrize("theme", [load_theme(name) for name in ThemeName], ids=lambda theme: theme.name)
def test_the_mark_of_the_focus_is_seen(theme: Theme) -> None:
    marks = [mark for mark in focus_marks() if mark[1]]
    colours = theme.colours
    unseen = [
        selector
        for selector, frames, back in marks
        if max(contrast(colours[frame], colours[back]) for frame in frames) < FRAMES
        and max(contrast(colours[frame], colours[ground]) for frame in frames for ground in GROUNDS) < FRAMES
    ]
    assert (unseen, len(marks) > 15) == ([], True)


def test_faint_words_are_found(painted: Hands) -> None:
    painted.window.body.step.setStyleSheet("QLabel { color: #777777; }")
    settle()
    pairs = set(painted_pairs(painted.window.frame))
    assert any(fault.startswith("#777777 on #ffffff: 4.48") for fault in faint(pairs))


def test_a_field_without_a_frame_is_found(painted: Hands) -> None:
    painted.window.body.header.search.setStyleSheet("border: none")
    assert [*unseen_fields(painted.window.frame, load_theme(ThemeName.LIGHT))] == ["SearchField search"]

"""Signs are drawn: no font need have them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

import micra_assistant
from micra_assistant import assets
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.signed_words import SignedWords
from micra_assistant.ui.style.signs import Sign, icon, wear
from micra_assistant.ui.style.theme import ThemeName, load_theme
from micra_assistant.ui.widgets.sign_label import SignLabel
from tests.ui.dressing import dress

pytestmark = pytest.mark.thorough

PACKAGE = Path(micra_assistant.__file__).parent
SHOWN = ("ui", "jobs", "diagnosis", "parts", "search")
"""The parts of the program whose words stand in the window."""
FACES = ("Roboto-Regular.ttf", "Roboto-Bold.ttf")


@cache
def words_in(file: Path) -> tuple[tuple[int, str], ...]:
    """Return every string of a Python file with its line, but for those that only explain."""
    return tuple(_words_in(file))


def _words_in(file: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    explaining = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield node.lineno, node.value


@cache
def letters_of(face: str) -> frozenset[str]:
    """Return the letters that a font has, of those in which the program could be written."""
    folder = assets.fonts_folder()
    assert folder
    font = QRawFont(str(folder / face), 16)
    return frozenset(letter for letter in map(chr, range(0x10000)) if font.supportsCharacter(ord(letter)))


def lacking(face: str, text: str) -> str:
    """Return the letters of a text that a font has not."""
    return "".join(sorted({letter for letter in text if letter.isprintable()} - letters_of(face)))


@pytest.mark.parametrize("face", FACES)
def test_a_sign_is_missed_where_the_font_has_none(face: str) -> None:
    assert lacking(face, "Ω µ ± °C ◀ Next ✓ → Ж …") == "→◀✓"


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("part", SHOWN)
def test_words_of_the_window_are_in_the_shipped_letters(part: str, face: str) -> None:
    files = sorted((PACKAGE / part).rglob("*.py"))
    assert files
    found = [
        (file.name, line, lack) for file in files for line, text in words_in(file) if (lack := lacking(face, text))
    ]
    assert found == []


@pytest.mark.parametrize("file", sorted(assets.resource("styles").glob("*.qss")), ids=lambda file: file.name)
def test_style_sheets_hold_no_other_signs(file: Path) -> None:
    assert lacking(FACES[0], file.read_text(encoding="utf-8")) == ""


@pytest.fixture
def light(application: QApplication) -> Look:
    """Return the light look, put on."""
    look = Look(load_theme(ThemeName.LIGHT), 1.0)
    dress(application, look)
    return look


def has(picture: QImage, colour: QColor) -> bool:
    """Whether a colour is in a picture."""
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixelColor(*point).name() == colour.name() for point in points)


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_can_be_drawn(qtbot: QtBot, light: Look, sign: Sign) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.ensurePolished()
    picture = icon(sign, button).pixmap(24, 24).toImage()
    assert has(picture, light.theme.colour("ink"))
    assert picture.pixelColor(0, 0).alpha() == 0


def test_a_sign_has_the_colour_of_its_button_in_every_theme(
    qtbot: QtBot, application: QApplication, light: Look
) -> None:
    button = QPushButton("Next step")
    button.setObjectName("primary")
    wear(button, Sign.NEXT, behind=True)
    qtbot.addWidget(button)
    for name in ThemeName:
        look = Look(load_theme(name), light.scale)
        dress(application, look)
        button.ensurePolished()
        assert has(button.icon().pixmap(24, 24).toImage(), look.theme.colour("accent-ink"))


@pytest.mark.parametrize(("scale", "side"), [(1.0, 14), (1.5, 21)])
def test_a_sign_grows_with_the_text(
    qtbot: QtBot, application: QApplication, light: Look, scale: float, side: int
) -> None:
    button = QPushButton("Back")
    wear(button, Sign.BACK)
    qtbot.addWidget(button)
    dress(application, Look(light.theme, scale))
    button.ensurePolished()
    assert button.iconSize().width() == side


def test_a_sign_is_sharp_on_a_fine_screen(qtbot: QtBot, light: Look) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    pixmap = icon(Sign.TICK, button).pixmap(button.iconSize(), 2.0)
    assert pixmap.width() == 2 * button.iconSize().width()


def test_a_sign_goes_with_its_button(qtbot: QtBot, light: Look) -> None:
    sign = icon(Sign.TICK, QPushButton())
    assert not has(sign.pixmap(24, 24).toImage(), light.theme.colour("ink"))


@pytest.mark.parametrize("behind", [False, True])
def test_words_make_room_for_their_sign(qtbot: QtBot, light: Look, behind: bool) -> None:
    bare, signed = QLabel("more below"), SignLabel(Sign.DOWN, "more below", behind=behind)
    for label in (bare, signed):
        label.setProperty("kind", "more")
        qtbot.addWidget(label)
        label.ensurePolished()
    room = signed.sizeHint().width() - bare.sizeHint().width()
    assert room > 10
    signed.setText("")
    signed.resize(100, 20)
    picture = signed.grab().toImage()
    end = picture.copy(100 - room if behind else 0, 0, room, 20)
    assert has(end, light.theme.colour("accent"))
    assert not has(picture.copy(room, 0, 100 - 2 * room, 20), light.theme.colour("accent"))


def test_things_side_by_side_are_never_split(qtbot: QtBot, light: Look) -> None:
    things = ["trim clips released", "battery negative off", "panel off"]
    label = SignedWords(Sign.OPEN)
    qtbot.addWidget(label)
    label.show_words("CAR NOW", things)
    line = label.fontMetrics().lineSpacing()
    heights = [label.heightForWidth(width) // line for width in (2000, 300, 150, 20)]
    assert heights == [1, 2, 4, 5]
    assert label.text() == "CAR NOW trim clips released, battery negative off, panel off"
    label.resize(150, 4 * line)
    picture = label.grab().toImage()
    ink = label.palette().windowText().color()
    assert all(has(picture.copy(0, number * line, line, line), ink) for number in range(1, 4))


def test_a_heading_may_have_a_line_of_its_own(qtbot: QtBot, light: Look) -> None:
    label = SignedWords(Sign.OPEN, own_line=True)
    qtbot.addWidget(label)
    label.show_words("Open now", ["panel off"])
    assert label.heightForWidth(2000) == 2 * label.fontMetrics().lineSpacing()

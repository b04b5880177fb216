"""The window's tests run in a workshop of their own, which must be left as it was found."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QApplication

from micra_assistant import assets
from micra_assistant.app import make_application
from micra_assistant.guide.cache import GuideCache, signature
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.ui.screen_reader.roles import tell_roles
from micra_assistant.ui.style.look import Look
from micra_assistant.ui.style.theme import ThemeName, load_theme, style_sheet
from tests.builders import write_guide
from tests.shipped import LIBRARY
from tests.ui.awake.fake_waker import FakeWaker
from tests.ui.diagnosis.finder import FAULTY_GUIDE, Finder
from tests.ui.dressing import dress, undress
from tests.ui.hands import Hands, Workshop, clear_away, settle
from tests.ui.listening import Heard
from tests.ui.one_window import FAILED, Standing, begun, has_window, shares_window
from tests.ui.small_guide import GUIDE

Begin = Callable[[str], Finder]
"""Begins a job with a shipped guide, and opens the finder."""


LIGHT = Look(load_theme(ThemeName.LIGHT), 1.0)
LIGHT_SHEET = style_sheet(LIGHT.theme, LIGHT.scale)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the quick tests what opens the whole window."""
    for item in items:
        if isinstance(item, pytest.Function) and {"workshop", "hands", "finder"} & set(item.fixturenames):
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(scope="session")
def in_our_letters(qapp: QApplication) -> QApplication:
    """Return the application in our letters: to add these again makes Qt forget all that it knows of letters."""
    return make_application()


@pytest.fixture(scope="session")
def guides_as_read(tmp_path_factory: pytest.TempPathFactory) -> GuideCache:
    """Return where the windows of all tests keep guides as they were last read."""
    return GuideCache(tmp_path_factory.getbasetemp() / "guides-as-read")


@pytest.fixture(scope="session")
def _shipped_as_read(guides_as_read: GuideCache) -> None:
    for guide in map(LIBRARY.guide, LIBRARY.names()):
        guides_as_read.keep(guide, signature(guide.folder))


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory, guides_as_read: GuideCache) -> Iterator[Standing]:
    """Return the window that stands open for all tests that need no workshop of their own."""
    standing = Standing(lambda: tmp_path_factory.mktemp("standing"), guides_as_read)
    yield standing
    standing.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note which tests have failed: no other test goes on with what such a one has left."""
    report = yield
    item.stash[FAILED] = report.failed or item.stash.get(FAILED, False)
    return report


@pytest.fixture(autouse=True)
def application(
    request: pytest.FixtureRequest, in_our_letters: QApplication, standing: Standing
) -> Iterator[QApplication]:
    """Return the application in our letters and, whatever the test before has left, as it is at first."""
    shares = shares_window(request)
    if not shares:
        standing.close()
    if has_window(request):
        undress(in_our_letters)
    elif in_our_letters.styleSheet() != LIGHT_SHEET:
        dress(in_our_letters, LIGHT)
    yield in_our_letters
    if request.node.stash.get(FAILED, False):
        standing.close()
    left = clear_away(but=standing.frame)
    assert not shares or left == []


@pytest.fixture(autouse=True)
def waker(monkeypatch: pytest.MonkeyPatch) -> FakeWaker:
    """Return what keeps the screen awake: no test does that to the screen of this computer."""
    waker = FakeWaker()
    monkeypatch.setattr("micra_assistant.ui.after_first_paint.waker_of", lambda: waker)
    return waker


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be made ahead because this computer is slow: a test does the pieces that it is about."""
    monkeypatch.setattr("micra_assistant.ui.when_idle._PAUSE", 600_000)


@pytest.fixture(autouse=True)
def mute(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test speak through the loudspeakers of this computer."""
    monkeypatch.setattr("micra_assistant.voice.programs.find_program", lambda: None)
    monkeypatch.setattr("micra_assistant.bell.ringing.Bell.ring", lambda _bell: None)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, application: QApplication) -> Iterator[Heard]:
    """Return a screen reader's ears; what is made while it listens is told it as it is."""
    heard = Heard()
    tell_roles()
    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "isActive", heard.isActive)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.updateAccessibility)
    yield heard
    QAccessible.setActive(False)


@pytest.fixture(scope="session")
def small_guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Return the small guide, read once for all workshops."""
    return read_guide(write_guide(tmp_path_factory.mktemp("small"), GUIDE))


@pytest.fixture
def workshop(
    tmp_path: Path,
    guides_as_read: GuideCache,
    _shipped_as_read: None,
    application: QApplication,
    small_guide: Guide,
) -> Iterator[Workshop]:
    """Return a workshop with the small guide as it was last read; window and records must be closed at the end."""
    folder = write_guide(tmp_path, GUIDE)
    guides_as_read.keep(msgspec.structs.replace(small_guide, folder=folder), signature(folder))
    workshop = Workshop(tmp_path, guides_as_read)
    yield workshop
    workshop.close()
    assert clear_away() == []
    assert not list(tmp_path.rglob("*.sqlite3-wal"))


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at the window of the test's own workshop, if it has one, else at that for all; in a new job."""
    return begun(request)


@pytest.fixture
def guide_with_faults(workshop: Workshop, tmp_path: Path) -> Path:
    """Return the folder of the small guide of the workshop, which has a list of faults now."""
    return write_guide(tmp_path, FAULTY_GUIDE)


@pytest.fixture
def finder(request: pytest.FixtureRequest, application: QApplication) -> Finder:
    """Return the finder of the small guide, in sight, in a new job; see ``hands`` for the window."""
    finder = Finder(begun(request, FAULTY_GUIDE))
    finder.open()
    return finder


@pytest.fixture
def begin(workshop: Workshop, guide_with_faults: Path) -> Begin:
    """Return what begins a job with a shipped guide."""

    def begun(guide: str) -> Finder:
        workshop.guides = assets.guides_folder()
        finder = Finder(workshop.open())
        finder.hands.begin(guide)
        settle()
        finder.open()
        return finder

    return begun


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files and folders that the desktop was asked to open."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened

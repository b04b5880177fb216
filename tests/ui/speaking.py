"""A window that speaks the language of brackets, and the walk through all that it shows."""

import pkgutil
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from micra_assistant import assets, ui
from micra_assistant.jobs.rescue.recovery import REPLACED
from micra_assistant.parts.currencies import QUOTED
from micra_assistant.ui.actions import Action, usual_keys
from micra_assistant.words import install
from tests.other_letters import in_other_letters
from tests.pseudo import LONGER, PSEUDO, not_looked_up, words_in
from tests.ui.all_words import all_words
from tests.ui.hands import Hands, settle

_NAMES = ("Micra Assistant", "PDF", "photos", "mm", *QUOTED)
"""Of the program, kinds of files, the folder in a job file, units, currencies: the same in every language."""


class _QtWords(QTranslator):
    """What Qt itself says, in brackets."""

    def translate(self, _context: str, words: str, *_more: object) -> str:
        return PSEUDO.gettext(words.replace("{", "(").replace("}", ")")) if words else ""

    def isEmpty(self) -> bool:
        return False


class Walk:
    """What was met on a walk: ``read`` counts the texts, ``kinds`` are those of the dialogs in front of the window."""

    def __init__(self, folder: Path) -> None:
        self.read = 0
        self.kinds: set[type[QWidget]] = set()
        self.found: dict[str, set[str]] = {}
        self.file = ""
        """What a person chooses wherever a file is asked for."""
        self._folder = folder
        self._path = re.compile(rf"(?:{re.escape(str(folder))}|{re.escape(str(Path.home()))})[^\s«»]*")
        self._place = ""
        units = (QLocale().formattedDataSize(1000**power) for power in range(4))
        self._known = words_in(*_NAMES, *units, *(keys.toString() for action in Action for keys in usual_keys(action)))
        self._heard: set[str] = set()
        self._watch = QTimer(interval=5)
        self._watch.timeout.connect(self._close_modal)

    def take(self, place: str, texts: Iterator[str]) -> None:
        """Note which words of texts were not looked up, and where."""
        said = [text for text in texts if text]
        self.read += len(said)
        said = [self._path.sub(" ", text) for text in {*said} - self._heard]
        self._heard |= {*said}
        if words := not_looked_up(said, self._known) - self._names():
            self.found.setdefault(place, set()).update(words)

    def look(self, place: str, hands: Hands) -> None:
        """Read all windows in sight, and close those in front of the main one."""
        self._place = place
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window is not hands.window.frame:
                self._read_and_close(window)
        settle()
        self.take(place, all_words(hands.window.frame))

    def act(self, place: str, hands: Hands, act: Callable[[], object]) -> None:
        """Do something, and read all that it leads to; dialogs are closed without an answer."""
        self._place = place
        self._watch.start()
        act()
        settle()
        self._watch.stop()
        self.look(place, hands)

    def every_action(self, place: str, hands: Hands, before: Callable[[], object]) -> None:
        """Choose everything there is in the menus, each with the job in sight, and once something is done before."""
        for action in Action:
            before()
            self.act(f"{place}: {action}", hands, lambda action=action: hands.choose(action))  # type: ignore[misc]
            hands.window.body.messages.drop()
            if hands.window.workbench.shown:
                hands.window.body.show_job_view()

    def chosen(self, *asked: object, **more: object) -> tuple[object, str]:
        """Choose a file as a person does; what the file dialog says is read."""
        self.take(f"{self._place}, files", (words for words in (*asked, *more.values()) if isinstance(words, str)))
        return self.file, ""

    def several_chosen(self, *asked: object, **more: object) -> tuple[object, str]:
        """Choose one file where there may be several."""
        file, kind = self.chosen(*asked, **more)
        return ([file] if file else []), kind

    def no_folder_chosen(self, *asked: object, **more: object) -> str:
        """Choose no folder; what the dialog says is read."""
        self.chosen(*asked, **more)
        return ""

    def _names(self) -> set[str]:
        """Return what files are called: a path may be painted in two lines."""
        names = (str(file).replace("/", " ") for file in self._folder.rglob("*"))
        return words_in(*names, f"jobs-{REPLACED}-", f"jobs-{REPLACED}", "jobs-", f"{REPLACED}-", REPLACED)

    def _close_modal(self) -> None:
        if window := QApplication.activeModalWidget():
            self._read_and_close(window)

    def _read_and_close(self, window: QWidget) -> None:
        self.kinds.add(type(window))
        try:
            self.take(f"{self._place}, {type(window).__name__}", all_words(window))
        finally:
            window.close()


@pytest.fixture
def longer_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program speak a language with longer words."""
    monkeypatch.setattr("micra_assistant.assembly.speak", lambda _language: "")
    install(LONGER)
    yield
    install(None)


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """Return a walk through a program that speaks the language of brackets, where days and months are not English."""
    words, before = _QtWords(), QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Russian))
    walk = Walk(tmp_path)
    notices = written(tmp_path / "notices.md", in_other_letters(assets.third_party().read_text(encoding="utf-8")))
    monkeypatch.setattr(assets, "third_party", lambda: notices)
    monkeypatch.setattr("micra_assistant.assembly.speak", lambda _language: "")
    monkeypatch.setattr("micra_assistant.completion.speak_qt", lambda _language: None)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, walk.chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", walk.several_chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", walk.no_folder_chosen)
    QApplication.clipboard().clear()
    QCoreApplication.installTranslator(words)
    install(PSEUDO)
    yield walk
    install(None)
    QLocale.setDefault(before)
    QCoreApplication.removeTranslator(words)


def written(file: Path, words: str) -> Path:
    """Return a file once it holds these words."""
    file.write_text(words, encoding="utf-8")
    return file


def dialog_kinds() -> set[type[QDialog]]:
    """Return every kind of dialog that the window has: those that no other is a kind of."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    kinds = [kind for kind in _kinds_of(QDialog) if kind.__module__.startswith(ui.__name__)]
    return {kind for kind in kinds if not any(issubclass(other, kind) for other in kinds if other is not kind)}


def _kinds_of(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds_of(below)

"""How the window was left, kept between starts."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from micra_assistant.ui.style.text_size import SCALES
from micra_assistant.ui.style.theme import ThemeName

_KEYS = "keys/"
_MOST_HEIGHT = 600
"""No parts take more pixels."""


class WindowSettings:
    """Typed settings over one INI file; a value that makes no sense counts as not set."""

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeName | None:
        """The theme chosen by hand, None to follow the desktop."""
        text = self._text("theme")
        return ThemeName(text) if text in list(ThemeName) else None

    @theme.setter
    def theme(self, value: ThemeName | None) -> None:
        if value:
            self._kept.setValue("theme", value.value)
        else:
            self._kept.remove("theme")

    @property
    def scale(self) -> float | None:
        """The text size chosen by hand, 1 as designed, None to suit the screen."""
        return next((scale for scale in SCALES if str(scale) == self._text("scale")), None)

    @scale.setter
    def scale(self, value: float | None) -> None:
        if value:
            self._kept.setValue("scale", str(value))
        else:
            self._kept.remove("scale")

    @property
    def job(self) -> str:
        """The id of the job that was open last, empty if there was none."""
        return self._text("job")

    @job.setter
    def job(self, value: str) -> None:
        if value != self.job:
            self._kept.setValue("job", value)
            self._kept.sync()

    @property
    def parts_height(self) -> int:
        """The pixels that the parts took when the window was left, 0 if they were not in sight."""
        text = self._text("parts_height")
        return min(int(text), _MOST_HEIGHT) if text.isascii() and text.isdecimal() and len(text) < 6 else 0

    @parts_height.setter
    def parts_height(self, value: int) -> None:
        self._kept.setValue("parts_height", str(value))

    @property
    def parts_shown(self) -> bool | None:
        """Whether the parts table was opened or closed by hand, None if neither."""
        return {"yes": True, "no": False}.get(self._text("parts_shown"))

    @parts_shown.setter
    def parts_shown(self, value: bool) -> None:
        self._kept.setValue("parts_shown", "yes" if value else "no")

    @property
    def print_choices(self) -> str:
        """What was chosen in the print window last, as text; empty if nothing was."""
        return self._text("print_choices")

    @print_choices.setter
    def print_choices(self, value: str) -> None:
        self._kept.setValue("print_choices", value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window."""
        value = self._kept.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._kept.setValue("geometry", value)

    @property
    def letters_said(self) -> bool:
        """Whether it was said that our letters are not installed."""
        return self._text("letters_said") == "yes"

    @letters_said.setter
    def letters_said(self, value: bool) -> None:
        self._kept.setValue("letters_said", "yes" if value else "no")

    @property
    def practice_offered(self) -> bool:
        """Whether the practice was offered or begun."""
        return self._text("practice_offered") == "yes"

    @practice_offered.setter
    def practice_offered(self, value: bool) -> None:
        self._kept.setValue("practice_offered", "yes" if value else "no")

    @property
    def keys(self) -> dict[str, str]:
        """The keys that were chosen by hand, as text, by the name of what they do."""
        names = (key.removeprefix(_KEYS) for key in self._kept.allKeys() if key.startswith(_KEYS))
        return {name: self._text(f"{_KEYS}{name}") for name in names}

    def keep_keys(self, name: str, text: str | None) -> None:
        """Keep the keys of something, or None that the usual ones hold."""
        if text is None:
            self._kept.remove(f"{_KEYS}{name}")
        else:
            self._kept.setValue(f"{_KEYS}{name}", text)

    def _text(self, key: str) -> str:
        return str(self._kept.value(key, ""))

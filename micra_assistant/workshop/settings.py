"""Which settings a workshop has, as data: file, window and commands go by this table."""

from enum import StrEnum
from typing import Any

from msgspec import Struct

from micra_assistant.numbers import Numbers
from micra_assistant.parts.currencies import CURRENCIES
from micra_assistant.parts.money import symbol
from micra_assistant.words import N_, _
from micra_assistant.workshop.setting_kinds import (
    ChoiceKind,
    Exchange,
    Kind,
    Language,
    Percent,
    Picture,
    Rate,
    Text,
    Years,
)
from micra_assistant.workshop.values import Aloud, Distance, PaperSize, VoiceSpeed, Workshop, rate_key


class Subject(StrEnum):
    """What settings are about, in the order in which people are shown them."""

    APPEARANCE = "appearance"
    WORKSHOP = "workshop"
    PAPER = "paper"
    NUMBERS = "numbers"
    VOICE = "voice"
    KEYS = "keys"

    @property
    def words(self) -> str:
        """What it is called."""
        return _(_SUBJECT_WORDS[self])

    @property
    def hint(self) -> str:
        """How settings of it are changed, where that is not plain; else empty."""
        return _(_SUBJECT_HINTS[self]) if self in _SUBJECT_HINTS else ""


_SUBJECT_WORDS = {
    Subject.APPEARANCE: N_("Appearance"),
    Subject.WORKSHOP: N_("Workshop"),
    Subject.PAPER: N_("Paper"),
    Subject.NUMBERS: N_("Numbers and rates"),
    Subject.VOICE: N_("Voice"),
    Subject.KEYS: N_("Keys"),
}
_SUBJECT_HINTS = {
    Subject.KEYS: N_(
        "Press a button below, then the key that is to do it: of a keyboard, a pedal or a music player. Delete takes"
        " the keys away, Esc changes nothing."
    ),
}


class Setting(Struct, frozen=True):
    """One setting: its name in the file, its kind, and a label and a note, to be looked up when they are shown."""

    key: str
    label: str
    kind: Kind
    note: str = ""
    subject: Subject = Subject.WORKSHOP

    @property
    def words(self) -> str:
        """What it is, in words for people."""
        return _(self.label).format(currency=symbol(self.kind.currency) if isinstance(self.kind, Rate) else "")

    @property
    def hint(self) -> str:
        """A hint for who types it."""
        return _(self.note)

    def of(self, workshop: Workshop) -> Any:
        """Return the value of a workshop; None for a rate that was never set."""
        if isinstance(self.kind, Rate):
            return workshop.rates.get(self.kind.currency)
        return getattr(workshop, self.key)


_SPEEDS = {"slow": N_("Slowly"), "normal": N_("As usual"), "fast": N_("Fast")}
_PAPERS = {"a4": "A4", "letter": N_("Letter"), "a5": "A5"}
_EXAMPLES = {str(numbers): numbers.example for numbers in Numbers}
_DISTANCES = {"km": N_("kilometres"), "mi": N_("miles")}
_SETTINGS = (
    Setting("name", N_("Name of the workshop"), Text(80), N_("stands on reports and fault-finding records")),
    Setting("logo", N_("Logo"), Picture(), N_("a PNG, JPEG or SVG")),
    Setting("who", N_("Your name"), Text(60), N_("stands beside all you do")),
    Setting("paper", N_("Paper"), ChoiceKind(PaperSize, _PAPERS), subject=Subject.PAPER),
    Setting("numbers", N_("Numbers"), ChoiceKind(Numbers, _EXAMPLES), subject=Subject.NUMBERS),
    Setting("language", N_("Language"), Language(), N_("from the next start")),
    Setting("distance", N_("Mileage in"), ChoiceKind(Distance, _DISTANCES), subject=Subject.NUMBERS),
    *(
        Setting(
            rate_key(currency),
            N_("Labour per hour, {currency}"),
            Rate(currency),
            N_("as the guide says"),
            Subject.NUMBERS,
        )
        for currency in CURRENCIES
    ),
    Setting("tax", N_("Tax on prices, per cent"), Percent(), N_("such as 20; empty if there is none"), Subject.NUMBERS),
    Setting("kept_years", N_("Years that a car is kept"), Years(), N_("such as 3"), Subject.NUMBERS),
    Setting(
        "exchange",
        N_("Rates of exchange"),
        Exchange(),
        N_("such as 1 GBP = 98.50 RUB, 2026-11-28"),
        Subject.NUMBERS,
    ),
    Setting("aloud", N_("Read aloud"), ChoiceKind(Aloud, {"off": N_("No"), "on": N_("Yes")}), subject=Subject.VOICE),
    Setting("voice_speed", N_("How fast it is read"), ChoiceKind(VoiceSpeed, _SPEEDS), subject=Subject.VOICE),
)
SETTINGS = {setting.key: setting for setting in _SETTINGS}
"""All settings by their names, in the order in which people are asked."""

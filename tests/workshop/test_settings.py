"""The settings of a workshop in the language of the person: their words are looked up when they are shown."""

from collections.abc import Iterator

import pytest

from micra_assistant.words import install
from micra_assistant.workshop.setting_kinds import ChoiceKind
from micra_assistant.workshop.settings import SETTINGS


class _Marks:
    """A catalogue that marks every message."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return f"«{message}»"


@pytest.fixture(autouse=True)
def _marked() -> Iterator[None]:
    install(_Marks())
    yield
    install(None)


def test_words_and_hint_are_in_the_language_that_is_installed_now() -> None:
    logo = SETTINGS["logo"]
    assert (logo.words, logo.hint) == ("«Logo»", "«a PNG, JPEG or SVG»")


def test_a_rate_names_its_currency_within_the_words_that_were_looked_up() -> None:
    assert SETTINGS["rate.EUR"].words == "«Labour per hour, €»"


def test_so_are_the_words_of_a_choice() -> None:
    kind = SETTINGS["distance"].kind
    assert isinstance(kind, ChoiceKind)
    assert kind.words == {"km": "«kilometres»", "mi": "«miles»"}

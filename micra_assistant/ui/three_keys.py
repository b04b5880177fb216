"""What PageUp, Space and PageDown do now: said by the place in front, shown by the foot, done by the keys.

A place is whatever is shown in the window or in a dialog. What a key is said to do and what it does are one object, so
that they cannot differ.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeGuard

from msgspec import Struct

from micra_assistant.words import N_, _


class Key(StrEnum):
    """The three keys."""

    BACK = "back"
    """PageUp."""
    SPACE = "space"
    ON = "on"
    """PageDown."""


_CAPS = {Key.BACK: N_("Page Up"), Key.SPACE: N_("Space"), Key.ON: N_("Page Down")}


def cap_of(key: Key) -> str:
    """Return what is written on a key: one of the three keeps its usual one whatever is chosen besides."""
    return _(_CAPS[key])


class KeyAct(Struct, frozen=True):
    """What a key does: in words, what with in a few more, and the doing.

    A key that does nothing now has no ``act``, and ``detail`` says why. What ``counts_down`` is said anew every second.
    Where Space writes a space, ``cap`` is the key that does it instead; a tap does it anywhere.
    """

    words: str
    detail: str = ""
    act: Callable[[], object] | None = None
    counts_down: bool = False
    cap: str = ""

    @property
    def said(self) -> tuple[str, str]:
        """All that a person reads of it."""
        return self.words, self.detail


class ThreeKeys(Struct, frozen=True):
    """What the three keys do in a place."""

    back: KeyAct
    space: KeyAct
    on: KeyAct

    def of(self, key: Key) -> KeyAct:
        """Return what one of them does."""
        return {Key.BACK: self.back, Key.SPACE: self.space, Key.ON: self.on}[key]


class HasThreeKeys(Protocol):
    """A place.

    It is asked again whenever something was done or shown and whenever the focus goes elsewhere, and once more before a
    key does anything. A widget whose keys change besides has a signal ``keys_changed`` that carries nothing.
    """

    @property
    def three_keys(self) -> ThreeKeys:
        """What the three keys do here now."""
        ...


def has_three_keys(place: object) -> TypeGuard[HasThreeKeys]:
    """Whether something is a place; it is not asked what its keys do for that."""
    return hasattr(type(place), "three_keys")


class HasKeyAct(Protocol):
    """A widget that says itself what Space does while it has the focus."""

    @property
    def key_act(self) -> KeyAct | None:
        """What Space does on it now, None if that is for the place to say."""
        ...


def has_key_act(widget: object) -> TypeGuard[HasKeyAct]:
    """Whether something may have an act of its own for Space."""
    return hasattr(type(widget), "key_act")

"""What a person wants to have for a repair: to be bought, or to be borrowed."""

from enum import StrEnum

from msgspec import Struct

from micra_assistant.words import N_

MOST_PIECES = 999


class ThingKind(StrEnum):
    """What it is for."""

    PART = "part"
    SPARE = "spare"
    CONSUMABLE = "consumable"
    TOOL = "tool"


KIND_WORDS = {
    ThingKind.PART: N_("Part"),
    ThingKind.SPARE: N_("Spare"),
    ThingKind.CONSUMABLE: N_("Used up"),
    ThingKind.TOOL: N_("Tool to borrow"),
}


class BasketThing(Struct, frozen=True, omit_defaults=True):
    """Something in the basket: so many ``pieces``.

    ``option`` is the way to get the part, if it is one, ``item`` the line that counts what a spare is for.

    ``words`` are empty only if they were blanked.
    """

    kind: ThingKind
    words: str
    pieces: int = 1
    option: str = ""
    item: str = ""

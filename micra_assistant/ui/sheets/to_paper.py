"""How who sets sheets and who prints them are made, once something is printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from micra_assistant.paper.setter import Setter
    from micra_assistant.ui.sheets.printing import Printing


class ToPaper(NamedTuple):
    """Makes both."""

    make_setter: "Callable[[], Setter]"
    make_printing: "Callable[[], Printing]"

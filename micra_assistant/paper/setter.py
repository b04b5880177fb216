"""Who sets sheets for the window: here and now, or elsewhere without holding it."""

from typing import Protocol

from micra_assistant.paper.request import SheetRequest, Then


class Setter(Protocol):
    """Sets one sheet after the other."""

    def make_ready(self, request: SheetRequest | None = None) -> None:
        """Get ready: a sheet is about to be wanted, this one if it is known."""

    def set(self, request: SheetRequest, then: Then) -> None:
        """Set a sheet and hand the answer to ``then``, now or later."""

    def stop(self) -> None:
        """Leave off whatever is being set: it is answered as stopped."""

    def close(self) -> None:
        """Leave off, and let go of what sheets are set with."""


class SetHere:
    """Sets each sheet at once, in the process that wants it."""

    def make_ready(self, request: SheetRequest | None = None) -> None:
        """Do nothing: it always is."""

    def set(self, request: SheetRequest, then: Then) -> None:
        """Set a sheet and hand the answer to ``then``."""
        from micra_assistant.paper.set_request import answered  # noqa: PLC0415 - Typst is loaded for printing only

        then(answered(request))

    def stop(self) -> None:
        """Do nothing: nothing is ever being set."""

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

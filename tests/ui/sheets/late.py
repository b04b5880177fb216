"""A setter that answers when a test lets it."""

from collections import deque

from micra_assistant.paper.request import SheetAnswer, SheetRequest, Then
from micra_assistant.paper.set_request import answered


class LateSetter:
    """Keeps what it is asked for, until it is let answer.

    Attributes:
        ahead: what was to be set ahead.
    """

    def __init__(self) -> None:
        self.ahead: list[SheetRequest | None] = []
        self._asked: deque[tuple[SheetRequest, Then]] = deque()

    @property
    def asked(self) -> list[SheetRequest]:
        """What is to be set."""
        return [request for request, _then in self._asked]

    def make_ready(self, request: SheetRequest | None = None) -> None:
        """Keep what is to be set ahead."""
        self.ahead.append(request)

    def set(self, request: SheetRequest, then: Then) -> None:
        """Keep what is asked for."""
        self._asked.append((request, then))

    def stop(self) -> None:
        """Answer all as stopped."""
        self.answer(SheetAnswer(is_stopped=True))

    def close(self) -> None:
        """Leave off."""
        self.stop()

    def answer(self, answer: SheetAnswer | None = None) -> None:
        """Answer all that was asked for, as it is or so."""
        asked, self._asked = self._asked, deque()
        for request, then in asked:
            then(answer or answered(request))

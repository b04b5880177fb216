"""What a system has to keep the screen awake, which says what is wanted of it."""


class FakeWaker:
    """Keeps nothing awake."""

    def __init__(self) -> None:
        self.wanted: list[str] = []

    def hold(self, why: str) -> None:
        """Be asked to keep the screen on."""
        self.wanted.append(why)

    def let_go(self) -> None:
        """Be told that it may go off again."""
        self.wanted.append("let go")

"""A language that nobody speaks: every word in brackets and longer, so that what was not looked up is seen."""

from micra_assistant.words import Catalogue


class Pseudo:
    """The catalogue of that language."""

    def gettext(self, message: str) -> str:
        """Return a message in brackets, two fifths longer."""
        return f"[{message}{'~' * (len(message) * 2 // 5)}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for so many, as English has it."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return a message in brackets."""
        return self.gettext(message)


PSEUDO: Catalogue = Pseudo()

"""Words in which a number and its unit are held together, as a test writes them."""

from micra_assistant.number_words import GAP


def spaced(words: str) -> str:
    """Return words with blanks where no line ends."""
    return words.replace(GAP, " ")

"""The words of a hit that were looked for: in its title, in the line that answers best, and in the step."""

from collections.abc import Iterable, Iterator, Sequence

from micra_assistant.search.folding import Token, codes, tokens
from micra_assistant.search.hits import Marked, Place
from micra_assistant.search.sought import Sought

_MOST_LETTERS = 150
_LETTERS_BEFORE = 40
_CUT = "…"


class Marker:
    """Finds what is sought in the text of hits."""

    def __init__(self, sought: Sought) -> None:
        self._words = sought.words
        self._phrases = tuple(sought.phrases())

    def marked(self, text: str) -> Marked:
        """Return ``text`` with what is sought in it marked."""
        words = tokens(text)
        places = [(one.start, one.end) for one in (*words, *codes(text, words)) if one.word in self._words]
        places += [place for phrase in self._phrases for place in _places(phrase, words)]
        return Marked(text, tuple(_merged(sorted(places))))


def excerpt(line: Marked) -> Marked:
    """Return what is shown of a long line: the part that begins shortly before its first mark."""
    text, first = line.text, line.marks[0][0] if line.marks else 0
    start = _word_start(text, first - _LETTERS_BEFORE) if len(text) > _MOST_LETTERS else 0
    end = _word_end(text, start + _MOST_LETTERS)
    before, after = _CUT if start else "", _CUT if end < len(text) else ""
    shift = start - len(before)
    marks = tuple((from_ - shift, to - shift) for from_, to in line.marks if start <= from_ and to <= end)
    return Marked(f"{before}{text[start:end]}{after}", marks)


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _word_end(text: str, at: int) -> int:
    return at if at >= len(text) else max(text.rfind(" ", at - _LETTERS_BEFORE, at), 0) or at


def _places(phrase: Sequence[str], words: Sequence[Token]) -> Iterator[Place]:
    """Yield where the words of ``phrase`` follow each other."""
    for at, word in enumerate(words):
        following = words[at : at + len(phrase)]
        if word.word == phrase[0] and [one.word for one in following] == phrase:
            yield word.start, following[-1].end


def _merged(places: Iterable[Place]) -> Iterator[Place]:
    """Yield sorted places, those that overlap as one."""
    start, end = -1, -1
    for from_, to in places:
        if from_ >= end:
            if end > 0:
                yield start, end
            start, end = from_, to
        end = max(end, to)
    if end > 0:
        yield start, end

"""What is wrong with a guide in other languages, and what of it is not translated yet."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from micra_assistant.diagnosis.modelfile import MODEL_PATTERN, read_entry
from micra_assistant.diagnosis.worded_model import model_in
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.car import car_in, drawn_cars, read_car
from micra_assistant.guide.figures import lost_values
from micra_assistant.guide.folders import translation_folders
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_sources
from micra_assistant.guide.translatedfiles import unread_files
from micra_assistant.guide.translation import read_translation, translated
from micra_assistant.guide.wording import Worded, head_in, read_wording, source_in, wording_files, words_for
from micra_assistant.parts.options import parts_in, read_parts
from micra_assistant.tomlfile import asking, nearest, read_text
from micra_assistant.tomllines import TomlLines
from micra_assistant.words import _, ngettext

_MOST_LETTERS_SHOWN = 60


def translation_mistakes(guide: Guide) -> Iterator[Mistake]:
    """Yield every mistake of a sound English guide in each of its other languages, the language by its folder."""
    for folder in translation_folders(guide.folder).values():
        yield from unread_files(guide, folder)
        try:
            found = read_translation(guide, folder)
        except GuideError as error:
            yield from error.mistakes
        else:
            yield from (*found.misfits, *found.findings)
            yield from _wording_mistakes(guide, folder)


def translation_remarks(guide: Guide) -> Iterator[Mistake]:
    """Yield, for each other language of a guide, how much of it is not translated yet."""
    for language, folder in translation_folders(guide.folder).items():
        steps = sum(step.untranslated for step in translated(guide, language).steps)
        words = len(_english_words(guide).keys() - words_for(folder).keys())
        if steps:
            said = ngettext("{count} step is not translated yet", "{count} steps are not translated yet", steps)
            yield Mistake(folder, 1, said.format(count=steps))
        if words:
            said = ngettext(
                "{count} title or other words are not in wording.toml yet",
                "{count} titles and other words are not in wording.toml yet",
                words,
            )
            yield Mistake(folder, 1, said.format(count=words))


def _wording_mistakes(guide: Guide, folder: Path) -> Iterator[Mistake]:
    shared, own = wording_files(folder)
    yield from _mistakes_of(shared, _source_words(guide.folder.parent))
    yield from _mistakes_of(own, _english_words(guide))


def _mistakes_of(file: Path, english: Mapping[str, None]) -> Iterator[Mistake]:
    """Yield what is wrong with the words of a file, which are to be those of ``english``."""
    words = read_wording(file)
    lines = TomlLines(read_text(file)) if words else None
    seen: set[str] = set()
    for number, word in enumerate(words):
        for key, message in _word_mistakes(word, english, seen):
            yield Mistake(file, lines.line_of(("words", number, key)) if lines else 1, message)
        seen.add(word.english)


def _word_mistakes(word: Worded, english: Mapping[str, None], seen: set[str]) -> Iterator[tuple[str, str]]:
    if word.english in seen:
        yield "english", _("these words stand twice: leave one")
    elif word.english not in english:
        shown = word.english[:_MOST_LETTERS_SHOWN]
        mistake = _("“{words}” is not said in English").format(words=shown)
        yield "english", asking(mistake, nearest(word.english, english))
    for value in lost_values(word.english, word.translation):
        yield "translation", _("{value} of the English words is missing here: keep each figure").format(value=value)


def _english_words(guide: Guide) -> dict[str, None]:
    """Return the English words of a guide that stand on no page, each once, in their order."""
    said: dict[str, None] = {}
    note = partial(_note, said)
    head_in(read_head(guide.folder), note)
    for file in sorted(guide.folder.glob(MODEL_PATTERN)):
        with suppress(GuideError):  # said of the model itself
            model_in(read_entry(file), note)
    with suppress(GuideError):
        if parts := read_parts(guide.folder):
            parts_in(parts, note)
    return said


def _source_words(guides: Path) -> dict[str, None]:
    said: dict[str, None] = {}
    for source in read_sources(guides).values():
        source_in(source, partial(_note, said))
    for name in drawn_cars(guides):
        with suppress(GuideError):  # said of the car itself
            car_in(read_car(guides, name), partial(_note, said))
    return said


def _note(said: dict[str, None], words: str) -> str:
    if words.strip():
        said[words] = None
    return words

"""A step as it is read aloud: its warnings first, then what is to be done, then the line that is marked."""

from collections.abc import Callable, Iterator

from micra_assistant.catalogues import ENGLISH
from micra_assistant.guide.model import Block, Bullets, Callout, Guide, Item, Paragraph, Step, Table, plain
from micra_assistant.guide.signal_words import signal_word
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.voice.for_the_ear import for_the_ear, sentence, without_signs
from micra_assistant.voice.spoken import Spoken, joined
from micra_assistant.voice.spoken_line import spoken_line


def spoken_step(open_job: OpenJob, ours: str) -> tuple[Spoken, ...]:
    """Return the step that is read, and the line that is marked; ``ours`` is the language that the program speaks."""
    return joined([*step_words(open_job.guide, open_job.step, ours), marked_line(open_job, ours)])


def step_words(guide: Guide, step: Step, ours: str) -> Iterator[Spoken]:
    """Yield what a step of a guide says: its warnings, its title, all else but its lines."""
    language = language_of(guide, step)
    yield from _warnings(step, language, ours)
    yield _said([step.title], language, ours)
    yield from (_said(_sentences(block), language, ours) for block in step.blocks if not _is_warning(block))


def marked_line(open_job: OpenJob, ours: str) -> Spoken:
    """Return the line that is marked, with what is to be known of it; no words if none is."""
    marked = open_job.current_item
    words = spoken_line(open_job.checklist.line(marked), open_job.clock()) if marked else ""
    return Spoken(words, language_of(open_job.guide, open_job.step) if open_job.guide.language == ours else ours)


def spoken_words(words: str, guide: Guide, ours: str) -> Spoken:
    """Return what is asked about a guide, which has a sentence a line, as it is read aloud."""
    return _said(words.split("\n"), guide.language, ours)


def language_of(guide: Guide, step: Step) -> str:
    """Return the language that a step is in."""
    return ENGLISH if step.untranslated else guide.language


def _warnings(step: Step, language: str, ours: str) -> Iterator[Spoken]:
    for block in step.blocks:
        if isinstance(block, Callout) and _is_warning(block):
            yield Spoken(sentence(signal_word(block.signal)), ours)
            yield _said([plain(block.title), *_inside(block)], language, ours)


def _is_warning(block: Block) -> bool:
    return isinstance(block, Callout) and block.signal.is_safety


def _sentences(block: Block) -> list[str]:
    """Return what a block says; lines are said when they are marked, pictures are for the eye."""
    match block:
        case Paragraph():
            return [plain(block.text)]
        case Bullets():
            return [plain(line) for line in block.lines]
        case Table():
            return [", ".join(map(plain, row)) for row in (block.header, *block.rows)]
        case Callout():
            return [signal_word(block.signal), plain(block.title), *_inside(block)]
        case _:
            return []


def _inside(callout: Callout) -> list[str]:
    return [words for block in callout.blocks if not isinstance(block, Item) for words in _sentences(block)]


def _said(sentences: list[str], language: str, ours: str) -> Spoken:
    """Return sentences for the ear; in a language that the program does not speak numbers are left to the voice."""
    tidy: Callable[[str], str] = for_the_ear if language == ours else without_signs
    return Spoken(" ".join(tidy(sentence(words)) for words in sentences if words), language)

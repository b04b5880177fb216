"""The steps that the text of a step links to."""

from collections.abc import Iterator

from micra_assistant.guide.model import Block, Bullets, Callout, Item, Paragraph, Step, Table, Text, Words


def links_of(step: Step) -> tuple[str, ...]:
    """Return the ids of the steps that a step links to, in the order of its text, each once."""
    runs = (run for block in step.blocks for text in _texts(block) for run in text)
    return tuple(dict.fromkeys(run.link for run in runs if isinstance(run, Words) and run.link))


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.lines
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from _texts(inner)
        case Item():
            yield block.label
        case _:
            return

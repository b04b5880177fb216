"""A fault model in another language: its words are others, its numbers and ids are the same."""

from msgspec.structs import replace

from micra_assistant.diagnosis.entries import ModelEntry, TestEntry
from micra_assistant.guide.wording import Say


def model_in(entry: ModelEntry, say: Say) -> ModelEntry:
    """Return a model, as it is written, in another language."""
    return replace(
        entry,
        title=say(entry.title),
        basis=say(entry.basis),
        give_up=replace(entry.give_up, text=say(entry.give_up.text)),
        faults=tuple(replace(fault, text=say(fault.text)) for fault in entry.faults),
        repairs=tuple(replace(repair, text=say(repair.text)) for repair in entry.repairs),
        tests=tuple(_test_in(test, say) for test in entry.tests),
        access=tuple(replace(work, text=say(work.text)) for work in entry.access),
    )


def _test_in(test: TestEntry, say: Say) -> TestEntry:
    return replace(test, ask=say(test.ask), answers={name: say(words) for name, words in test.answers.items()})

"""Whether the tests and answers that rules of parts.toml name are those of a fault model of the guide."""

from collections.abc import Iterator

from micra_assistant import tomlfile
from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import PARTS_FILE
from micra_assistant.guide.model import Guide
from micra_assistant.parts.options import PartsTable
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import _


def answered_mistakes(guide: Guide, table: PartsTable | None) -> list[Mistake]:
    """Return what the rules of a table name wrongly of the models of a guide; nothing if one cannot be read."""
    if table is None or not any(rule.answered for rule in table.readings):
        return []
    file = guide.folder / PARTS_FILE
    lines = TomlLines(tomlfile.read_text(file))
    try:
        models = [model for complaint in guide.complaints if (model := model_for(guide, complaint, table))]
    except GuideError:
        return []
    return [Mistake(file, lines.line_of(place), words) for place, words in _wrong(table, models)]


def _wrong(table: PartsTable, models: list[Model]) -> Iterator[tuple[Place, str]]:
    answers: dict[str, set[str]] = {}
    for test in (test for model in models for test in model.tests):
        answers.setdefault(test.id, set()).update(test.answers)
    for number, rule in enumerate(table.readings):
        place: Place = ("readings", number, "answered")
        for name, answer in rule.answered.items():
            if name not in answers:
                words = _("no test of a fault model is called “{name}”").format(name=name)
                yield place, tomlfile.asking(words, tomlfile.nearest(name, list(answers)))
            elif answer not in answers[name]:
                words = _("test “{test}” has no answer “{name}”").format(test=name, name=answer)
                yield place, tomlfile.asking(words, tomlfile.nearest(answer, sorted(answers[name])))

"""Read a circuit: a drawing, and beside it a TOML file of the same name that says what is read where in which case.

The drawing holds, for each test point, ``<text id="point">``; for each fault ``<g id="at-case" display="none">``; and
``<g id="released">`` and ``<g id="pressed" display="none">`` for the two positions of the button.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant import tomlfile
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.circuit_model import PRESSED, RELEASED, Circuit, CircuitCase, Point
from micra_assistant.guide.ids import ID
from micra_assistant.guide.model import Diagram
from micra_assistant.guide.pictures import drawing_elements
from micra_assistant.guide.register import Register
from micra_assistant.limits import MOST_MISTAKES
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.tomllines import Place, TomlLines
from micra_assistant.words import N_, _

_HIDE = N_('picture {name}: <g id="{id}"> must have display="none"')
_SHOW = N_('picture {name}: <g id="{id}"> must not have display="none"')

Found = Iterator[tuple[Place, str]]
"""What is wrong, each with its place in the TOML file."""
_MOST_READINGS = 2500


class CircuitFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says; its cases, but for the first, only what reads differently there."""

    points: tuple[Point, ...]
    cases: tuple[CircuitCase, ...]


def is_circuit(picture: str, register: Register) -> bool:
    """Whether a picture of the page being read has a file beside it that makes it a circuit."""
    file, folder = _table(picture, register)
    return (folder / file).is_file()


def read_circuit(picture: str, diagram: Diagram, register: Register) -> Circuit | Diagram:
    """Return the circuit that ``picture`` and the file beside it are, or ``diagram`` if they are not sound.

    Mistakes go to the register.
    """
    name, folder = _table(picture, register)
    file = folder / name
    if file not in register.circuits:
        register.circuits[file] = _read(file, folder, picture, register)
    circuit = register.circuits[file]
    if circuit is None:
        return diagram
    sources = dict.fromkeys((*diagram.sources, *circuit.sources))
    return replace(circuit, path=diagram.path, alt=diagram.alt, sources=tuple(sources))


def _table(picture: str, register: Register) -> tuple[str, Path]:
    """Return the file beside a picture, and the folder that it is found in."""
    file = PurePosixPath(picture).with_suffix(".toml").as_posix()
    return file, register.picture_folder(file)


def _read(file: Path, folder: Path, picture: str, register: Register) -> Circuit | None:
    """Return what the file says, without the words of its picture; None, and mistakes noted, if it is not sound."""
    try:
        text = tomlfile.read_text(file, folder)
        written = tomlfile.parse(text, CircuitFile, file)
    except GuideError as error:
        register.mistakes += error.mistakes
        return None
    found = list(islice(_all_mistakes(written, picture, register), MOST_MISTAKES))
    lines = TomlLines(text)
    register.mistakes += [Mistake(file, lines.line_of(place), message) for place, message in found]
    return None if found else _circuit(written)


def _all_mistakes(written: CircuitFile, picture: str, register: Register) -> Found:
    if len(written.points) * len(written.cases) > _MOST_READINGS:
        yield (
            (),
            _("a circuit has at most {most} readings: points times cases").format(most=_MOST_READINGS),
        )
        return
    yield from _id_mistakes(written)
    yield from _source_mistakes(written, register)
    yield from _reading_mistakes(written)
    shown_in = register.picture_folder(picture)
    yield from _picture_mistakes(written, shown_in / picture, shown_in)


def _circuit(written: CircuitFile) -> Circuit:
    sound = written.cases[0]
    cases = tuple(
        replace(case, released={**sound.released, **case.released}, pressed={**sound.pressed, **case.pressed})
        for case in written.cases
    )
    return Circuit("", "", tuple(point.source for point in written.points), written.points, cases)


def _id_mistakes(written: CircuitFile) -> Found:
    """Yield what is wrong with ids and names."""
    tables: dict[str, Sequence[Point | CircuitCase]] = {"points": written.points, "cases": written.cases}
    for kind, parts in tables.items():
        if not parts:
            yield (kind,), _("there are no {kind}").format(kind=kind)
        used = Counter(part.id for part in parts)
        for number, part in enumerate(parts):
            if not ID.fullmatch(part.id):
                yield (kind, number, "id"), _("“{id}” is no id of small letters, digits, dashes").format(id=part.id)
            if used[part.id] > 1:
                yield (kind, number, "id"), _("id “{id}” is used twice").format(id=part.id)
            if not part.name.strip():
                yield (kind, number, "name"), _("name is empty")


def _source_mistakes(written: CircuitFile, register: Register) -> Found:
    for number, point in enumerate(written.points):
        if mistake := register.use_source(point.source):
            yield ("points", number, "source"), mistake


def _reading_mistakes(written: CircuitFile) -> Found:
    points = [point.id for point in written.points]
    for number, case in enumerate(written.cases):
        for position, pressed in ((RELEASED, False), (PRESSED, True)):
            sound = written.cases[0].readings(pressed=pressed) if number else None
            for mistake in _position_mistakes(case.readings(pressed=pressed), sound, points):
                yield ("cases", number, position), f"{position}: {mistake}"


def _position_mistakes(read: dict[str, str], sound: dict[str, str] | None, points: list[str]) -> Iterator[str]:
    """Yield what is wrong with the readings of a case: the ``sound`` one is complete, others say what differs."""
    for point, reading in read.items():
        if point not in points:
            yield asking(_("there is no point “{point}”").format(point=point), nearest(point, points))
        elif not reading.strip():
            yield _("nothing is read at {point}").format(point=point)
        elif sound and reading == sound.get(point):
            yield _("{point} reads {reading} in the sound circuit too: leave it out").format(
                point=point, reading=reading
            )
    if sound is None and (missing := [point for point in points if point not in read]):
        yield _("the sound circuit has no reading for {missing}").format(missing=", ".join(missing))


def _picture_mistakes(written: CircuitFile, picture: Path, folder: Path) -> Found:
    """Yield what the drawing lacks, and what it shows or hides as it stands and should not."""
    parts = {element.get("id", ""): element for element in drawing_elements(picture, folder)}
    for number, point in enumerate(written.points):
        if _tag(parts.get(point.id)) != "text":
            yield (
                ("points", number, "id"),
                _('picture {name} has no <text id="{id}">').format(name=picture.name, id=point.id),
            )
    groups: list[tuple[Place, str, bool]] = [((), RELEASED, False), ((), PRESSED, True)]
    groups += [(("cases", n, "id"), case.mark, True) for n, case in enumerate(written.cases) if n]
    for place, name, hidden in groups:
        part = parts.get(name)
        if part is None or _tag(part) != "g":
            yield place, _('picture {name} has no <g id="{id}">').format(name=picture.name, id=name)
        elif (part.get("display") == "none") is not hidden:
            message = _HIDE if hidden else _SHOW
            yield place, _(message).format(name=picture.name, id=name)


def _tag(element: Element | None) -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2]

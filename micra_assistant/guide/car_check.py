"""What ``check`` asks of the drawing of a guide's car, and of the complaints that are to be found on it."""

from collections.abc import Iterator
from pathlib import Path

from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.car import Car, car_file, drawing_file, drawn_cars, read_car
from micra_assistant.guide.folders import CARS_FOLDER, GUIDE_FILE
from micra_assistant.guide.head import Head, lines_of_head, read_head
from micra_assistant.guide.pictures import in_picture, look_at
from micra_assistant.tomlfile import asking, nearest
from micra_assistant.tomllines import Place as Key
from micra_assistant.words import _

_Found = Iterator[tuple[Key, str]]


def car_mistakes(folder: Path) -> list[Mistake]:
    """Return what is wrong with the car and the complaints of the guide in ``folder``; nothing if its head is faulty.

    A guide that has such mistakes opens all the same.
    """
    try:
        head, lines = read_head(folder), lines_of_head(folder)
    except GuideError:
        return []
    try:
        car = read_car(folder.parent, head.drawing) if _is_there(folder.parent, head) else None
    except GuideError as error:
        return list(error.mistakes)
    found = [*_head_mistakes(folder.parent, head, car), *_complaint_mistakes(head, car)]
    file = folder / GUIDE_FILE
    return [*(Mistake(file, lines.line_of(key), words) for key, words in found), *_drawing_mistakes(folder, head, car)]


def _is_there(guides: Path, head: Head) -> bool:
    return bool(head.drawing) and head.drawing in drawn_cars(guides)


def _head_mistakes(guides: Path, head: Head, car: Car | None) -> _Found:
    if head.drawing and car is None:
        words = _("no car “{name}” in the folder {folder}").format(name=head.drawing, folder=CARS_FOLDER)
        yield ("drawing",), asking(words, nearest(head.drawing, drawn_cars(guides)))
    if car and car.car != head.car:
        words = _("the drawing “{name}” is of another car: {car}").format(name=head.drawing, car=car.car)
        yield ("drawing",), words


def _complaint_mistakes(head: Head, car: Car | None) -> _Found:
    known = [place.id for place in car.places] if car else []
    for number, complaint in enumerate(head.complaints):
        key = ("complaints", number, "places")
        if complaint.places and not head.drawing:
            yield key, _("the guide has no drawing to find places on: name one as drawing = “…”")
        elif car:
            for name in (name for name in complaint.places if name not in known):
                words = _("the drawing “{drawing}” has no place “{name}”").format(drawing=head.drawing, name=name)
                yield key, asking(words, nearest(name, known))
        if bool(complaint.difficulty) != bool(complaint.why.strip()):
            words = _("difficulty and why belong together: say how hard it is, and why in a few words")
            yield ("complaints", number, "difficulty" if complaint.difficulty else "why"), words


def _drawing_mistakes(folder: Path, head: Head, car: Car | None) -> Iterator[Mistake]:
    if car is None:
        return
    drawing = drawing_file(folder.parent, head.drawing)
    seen = look_at(drawing.parent, drawing.name)
    if seen.mistake:
        yield Mistake(car_file(folder.parent, head.drawing), 1, seen.mistake)
    yield from (Mistake(drawing, 1, in_picture(drawing.name, words)) for words in seen.findings)

"""The drawn car of a guide, read and put together with the numbers of the cards."""

from collections.abc import Sequence

from micra_assistant import ownfile
from micra_assistant.errors import GuideError
from micra_assistant.guide.car import drawing_file, read_car
from micra_assistant.guide.library import Library
from micra_assistant.guide.picturefiles import MOST_BYTES
from micra_assistant.guide.pictures import picture_mistake
from micra_assistant.ui.home.car_picture import CarPicture
from micra_assistant.ui.style.look import Look


def drawn_car(library: Library, name: str, places: Sequence[Sequence[str]], look: Look) -> CarPicture | None:
    """Return a car; ``places`` are those of each card, in order. None if it is not drawn or cannot be shown."""
    file = drawing_file(library.root, name)
    try:
        car = read_car(library.root, name, library.language)
        if picture_mistake(file.parent, file.name):
            return None
        drawing = ownfile.read(file, file.parent, MOST_BYTES)
    except (GuideError, OSError):
        return None
    return CarPicture(car, drawing, numbers_by_place(places), look)


def numbers_by_place(places: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return which cards are about each place of the car."""
    found: dict[str, list[int]] = {}
    for card, names in enumerate(places):
        for name in names:
            found.setdefault(name, []).append(card)
    return found

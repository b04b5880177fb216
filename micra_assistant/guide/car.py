"""The drawing of a car, and the places on it that a complaint can be about: ``cars/<name>.toml`` beside the guides.

A new car is a drawing and such a file, no code.
"""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant import tomlfile
from micra_assistant.catalogues import ENGLISH
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.folders import CARS_FOLDER, WORDING_FILE
from micra_assistant.guide.ids import ID
from micra_assistant.guide.wording import Say, read_wording
from micra_assistant.words import _

_LEAST_REACH = 4
Point = tuple[float, float]
"""From the left and from the top, in units of the drawing."""


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A place on the drawing.

    ``at`` is its middle, ``label`` that of its words, ``reach`` how far around it a finger means it, all in units of
    the drawing.
    """

    id: str
    words: str
    at: Point
    label: Point
    reach: float = 30

    def __post_init__(self) -> None:
        if not ID.fullmatch(self.id):
            raise ValueError(_("the id of a place is made of small letters, digits and dashes"))
        if not self.words.strip():
            raise ValueError(_("a place must have words"))
        if self.reach < _LEAST_REACH:
            raise ValueError(_("the reach of a place must be {least} at least").format(least=_LEAST_REACH))


class Car(Struct, frozen=True, forbid_unknown_fields=True):
    """A drawn car: its name as the guides have it, what the drawing shows in words, and its places."""

    car: str
    alt: str
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        names = [place.id for place in self.places]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise ValueError(_("the place “{name}” stands there twice").format(name=twice))


def car_file(guides: Path, name: str) -> Path:
    """Return the file that says what is where on the drawing of this name."""
    return guides / CARS_FOLDER / f"{name}.toml"


def drawing_file(guides: Path, name: str) -> Path:
    """Return the drawing of this name."""
    return guides / CARS_FOLDER / f"{name}.svg"


def drawn_cars(guides: Path) -> tuple[str, ...]:
    """Return the names of the drawings that there are beside the guides."""
    return tuple(sorted(file.stem for file in (guides / CARS_FOLDER).glob("*.toml")))


def read_car(guides: Path, name: str, language: str = ENGLISH) -> Car:
    """Return what is where on a drawing, its words in a language as far as they are translated.

    GuideError with every mistake if there is no such file or it has mistakes.
    """
    file = car_file(guides, name)
    if not ID.fullmatch(name):
        raise GuideError([Mistake(file, 1, _("the name of a drawing is made of small letters, digits and dashes"))])
    car = tomlfile.read(file, Car)
    return car if language == ENGLISH else car_in(car, _words_of(guides / language / WORDING_FILE))


def car_in(car: Car, say: Say) -> Car:
    """Return a drawn car in another language."""
    places = tuple(replace(place, words=say(place.words)) for place in car.places)
    return replace(car, alt=say(car.alt), places=places)


def _words_of(file: Path) -> Say:
    words = {word.english: word.translation for word in read_wording(file)}
    return lambda said: words.get(said, said)

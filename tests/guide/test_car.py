"""The drawn car beside the guides, and the complaints that are found on it."""

from pathlib import Path

import pytest

from micra_assistant import assets
from micra_assistant.check import guide_mistakes
from micra_assistant.errors import GuideError
from micra_assistant.guide.car import Car, Place, drawn_cars, read_car
from micra_assistant.guide.head import read_head
from micra_assistant.guide.library import Library
from micra_assistant.guide.model import Difficulty
from micra_assistant.guide.way_in import Outside
from tests.builders import Files, step_file, write_guide

SVG = """
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="28" viewBox="0 0 40 28">
    <rect width="9" height="9"/></svg>
    """
CAR = """
    car = "Nissan Micra K12"
    alt = "A small car."

    [[places]]
    id = "lock"
    words = "Lock"
    at = [10, 12.5]
    label = [4, 4]
    """
HEAD = """
    format = 1
    title = "Tailgate button"
    car = "Nissan Micra K12"
    version = "2026.11"
    drawing = "micra"

    [[complaints]]
    title = "It stays shut"
    step = "step"
    places = ["lock"]
    difficulty = "hard"
    why = "much comes off"
    """
DRAWN: Files = {"guide.toml": HEAD, "../cars/micra.toml": CAR, "../cars/micra.svg": SVG, **step_file("Words.")}


def wrong(folder: Path, files: Files) -> list[str]:
    """Return what is said against a guide that has these files besides those of a sound one."""
    guide = write_guide(folder, {**DRAWN, **files})
    return [str(mistake).removeprefix(f"{guide.parent}/") for mistake in guide_mistakes(guide)]


def test_a_car_says_what_is_where(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, DRAWN)
    assert drawn_cars(guide.parent) == ("micra",)
    place = Place("lock", "Lock", (10, 12.5), (4, 4))
    assert read_car(guide.parent, "micra") == Car("Nissan Micra K12", "A small car.", (place,))
    assert guide_mistakes(guide) == []


def test_a_complaint_says_where_it_is_and_how_hard(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, DRAWN)
    (complaint,) = read_head(guide).complaints
    assert (complaint.places, complaint.difficulty, complaint.why) == (("lock",), Difficulty.HARD, "much comes off")
    (way,) = Library(guide.parent).ways_in()
    assert (way.guide, way.complaint, way.outside) == (guide.name, complaint, Outside("Nissan Micra K12", "micra"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "guide.toml",
            '"lock"',
            '"lok"',
            "guide.toml:10: the drawing “micra” has no place “lok”: did you",
        ),
        ("guide.toml", '"micra"', '"mikra"', "guide.toml:5: no car “mikra” in the folder cars: did you mean “micra”?"),
        (
            "guide.toml",
            'drawing = "micra"',
            "",
            "guide.toml:10: the guide has no drawing to find places on: name one as",
        ),
        ("guide.toml", "K12", "K13", "guide.toml:5: the drawing “micra” is of another car: Nissan Micra K12"),
        ("guide.toml", 'why = "much comes off"', "", "guide.toml:11: difficulty and why belong together"),
        ("guide.toml", 'difficulty = "hard"', "", "guide.toml:12: difficulty and why belong together"),
        ("guide.toml", '"hard"', '"awful"', "guide.toml:11: “difficulty”: Invalid enum value 'awful'"),
        ("../cars/micra.toml", 'words = "Lock"', "", "cars/micra.toml:4: “words” is missing"),
        ("../cars/micra.toml", '"lock"', '"The lock"', "cars/micra.toml:4: “places”: the id of a place"),
        ("../cars/micra.toml", '"Lock"', '" "', "cars/micra.toml:4: “places”: a place must have words"),
        ("../cars/micra.toml", "[10, 12.5]", "[10]", "cars/micra.toml:7: “at”: "),
        ("../cars/micra.toml", "[4, 4]", "[4, 4]\n    reach = 1", "cars/micra.toml:4: “places”: the reach of a place"),
        ("../cars/micra.svg", "rect", "script", "cars/micra.toml:1: picture micra.svg"),
    ],
)
def test_what_does_not_fit_is_said_with_its_line(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    text = DRAWN[file]
    found = wrong(tmp_path, {file: text.replace(old, new)})
    assert [one for one in found if said in one], found


def test_two_places_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = CAR + CAR[CAR.index("[[places]]") :]
    assert "the place “lock” stands there twice" in wrong(tmp_path, {"../cars/micra.toml": twice})[0]


def test_a_missing_picture_is_said(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, DRAWN)
    (guide.parent / "cars" / "micra.svg").unlink()
    assert [mistake.message for mistake in guide_mistakes(guide)] == ["picture micra.svg does not exist"]


def test_a_name_that_leads_elsewhere_is_no_car(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, DRAWN)
    with pytest.raises(GuideError, match="the name of a drawing"):
        read_car(guide.parent, "../micra")


def test_a_guide_opens_all_the_same(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, {**DRAWN, "../cars/micra.toml": "car = 1"})
    assert Library(guide.parent).guide(guide.name).title == "Tailgate button"


def test_a_car_is_named_in_the_language_of_the_guides(tmp_path: Path) -> None:
    words = '[[words]]\nenglish = "Lock"\ntranslation = "Schloss"\n'
    guide = write_guide(tmp_path, {**DRAWN, "../de/wording.toml": words})
    assert [place.words for place in read_car(guide.parent, "micra", "de").places] == ["Schloss"]
    assert read_car(guide.parent, "micra", "fr").places[0].words == "Lock"


def test_every_shipped_complaint_has_a_place_and_says_how_hard_it_is() -> None:
    for way in Library(assets.guides_folder()).ways_in():
        assert way.complaint.places
        assert way.complaint.difficulty
        assert way.outside.tools

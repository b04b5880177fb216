"""What tells the same complaint of several guides apart on home."""

from micra_assistant.guide.model import Complaint
from micra_assistant.guide.same_titles import told_apart
from micra_assistant.guide.way_in import Outside, WayIn


def way(guide: str, title: str, car: str = "") -> WayIn:
    """Return a way into a guide."""
    return WayIn(guide, Complaint(title, ""), Outside(car))


def titles(*ways: WayIn) -> list[str]:
    """Return what they are called beside each other."""
    return [one.title for one in told_apart(ways)]


def test_what_has_words_of_its_own_is_called_by_these() -> None:
    assert titles(way("a", "It is dark", "Micra"), way("b", "It squeaks", "Micra")) == ["It is dark", "It squeaks"]


def test_the_same_on_another_car_says_the_car() -> None:
    assert titles(way("a", "It is dark", "Micra"), way("b", "It is dark", "Note")) == [
        "It is dark (Micra)",
        "It is dark (Note)",
    ]


def test_the_same_on_the_same_car_or_on_none_says_the_folder() -> None:
    ways = way("a", "It is dark", "Micra"), way("b", "It is dark", "Micra"), way("c", "It is dark")
    assert titles(*ways) == ["It is dark (a)", "It is dark (b)", "It is dark (c)"]


def test_two_of_one_guide_are_told_apart_by_nothing() -> None:
    assert titles(way("a", "It is dark", "Micra"), way("a", "It is dark", "Micra")) == ["It is dark", "It is dark"]

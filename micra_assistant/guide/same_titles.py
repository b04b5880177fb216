"""What tells the same complaint of several guides apart: their cars, else their folders."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from micra_assistant.guide.way_in import WayIn


def told_apart(ways: Iterable[WayIn]) -> Iterator[WayIn]:
    """Yield the ways in, those with what tells them apart that have the title of one into another guide."""
    ways = tuple(ways)
    alike = {(way.complaint.title, way.guide): way.outside.car for way in ways}
    guides = Counter(title for title, _guide in alike)
    cars = Counter((title, car) for (title, _guide), car in alike.items())
    for way in ways:
        title, car = way.complaint.title, way.outside.car
        if guides[title] == 1:
            yield way
        else:
            yield replace(way, apart=car if car and cars[title, car] == 1 else way.guide)

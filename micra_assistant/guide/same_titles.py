"""What tells the same complaint of several guides apart: their cars, else their folders."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from micra_assistant.guide.way_in import WayIn


def told_apart(ways: Iterable[WayIn]) -> Iterator[WayIn]:
    """Yield the ways in, those with what tells them apart that have the title of one into another guide."""
    alike: dict[str, list[WayIn]] = {}
    ways = tuple(ways)
    for way in ways:
        alike.setdefault(way.complaint.title, []).append(way)
    for way in ways:
        yield _apart(way, alike[way.complaint.title])


def _apart(way: WayIn, alike: list[WayIn]) -> WayIn:
    others = [other.outside.car for other in alike if other.guide != way.guide]
    if not others:
        return way
    is_told_by_car = way.outside.car and way.outside.car not in others
    return replace(way, apart=way.outside.car if is_told_by_car else way.guide)

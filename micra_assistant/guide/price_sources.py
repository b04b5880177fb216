"""Which sources ``parts.toml`` of a guide names: their badges stand beside its prices, as others do on the pages."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from micra_assistant import tomlfile
from micra_assistant.errors import GuideError
from micra_assistant.guide.folders import PARTS_FILE


class _Priced(Struct, frozen=True):
    """What of an option names a source; all else is read with the parts."""

    source: str = ""


class _Prices(Struct, frozen=True):
    source: str = ""
    estimates: str = ""
    options: tuple[_Priced, ...] = ()


def price_sources(folder: Path) -> tuple[str, ...]:
    """Return the ids of the sources of all prices, each once; none if there are no prices, or they cannot be read.

    What is wrong with the file is said where the prices are read.
    """
    file = folder / PARTS_FILE
    try:
        prices = tomlfile.read(file, _Prices) if file.exists() else _Prices()
    except GuideError:
        return ()
    return tuple(dict.fromkeys(filter(None, _named(prices))))


def _named(prices: _Prices) -> Iterator[str]:
    yield prices.source
    yield prices.estimates
    yield from (option.source for option in prices.options)

"""Search over a thousand guides: how long a typed line takes, and what the index takes to be made."""

import tempfile
import time
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median, quantiles

from micra_assistant import assets
from micra_assistant.search.documents import documents_of
from micra_assistant.search.index import SearchIndex
from tests.bench.many_guides import GUIDES, Writer, bench_words, part_number
from tests.bench.table import Lines, work_row

LINES = 300
RUNS = 2
"""Of each line; the best counts, so that what else the machine does is left out."""
FIRST_RUNS = 15


def rows() -> Lines:
    """Give the lines of the search: by the processor, the first after opening, and what the index costs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "search.sqlite3"
        guide_ms = _fill(file)
        with closing(SearchIndex(file, assets.guides_folder())) as index:
            index.search("warm")
            times = [min(_milliseconds(index, line) for _ in range(RUNS)) for line in lines()]
        besides = f"; median {median(times):.1f}, worst {max(times):.1f}"
        yield work_row(f"search, {GUIDES:,} guides, p99", quantiles(times, n=100)[98], 16, note=besides)
        yield f"  the first after opening: {median(_first(file, line) for line in lines()[:FIRST_RUNS]):.0f} ms"
        yield f"  the index: {guide_ms:.0f} ms a guide, {file.stat().st_size / 1e6:.0f} MB"


def lines() -> list[str]:
    """Return what people type, as they type it: common words and rare ones, beginnings, numbers, slips, nonsense."""
    random = Random(7)  # noqa: S311 - no secret
    things, acts, _ = bench_words()
    typed = ["button", "tailgate", "the", "t", "b", "ba", "tr", "tailgate button", "boot release", "wiring harness"]
    typed += ["how do I remove the trim", "why does the button not open the tailgate?", "fob battery flat", "12.4 V"]
    typed += ["tailgte", "conector cleaning", "multimetr", "xylophone", "zzzz", "10 amp fuse", "guide-0500", "'\"(*"]
    while len(typed) < LINES:
        words = random.sample(things, random.randint(1, 4))
        typed.append(" ".join(words))
        typed.append(f"{random.choice(acts)} {words[0]} {words[-1][: random.randint(1, 4)]}")
        typed.append(words[0][: random.randint(1, 3)])
        typed.append(_slip(words[0], random) + " " + words[-1])
        typed.append(f"{words[0]} {random.randint(1, 150) / 10} {random.choice(('V', 'volts', 'ohm', 'mm'))}")
        typed.append(part_number(random).replace("-", random.choice(("", " ", "-"))).lower()[: random.randint(3, 11)])
    return typed[:LINES]


def _slip(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _fill(file: Path) -> float:
    """Put all guides into the index; return the milliseconds that one takes, once it is read."""
    writer = Writer()
    taken = 0.0
    with closing(SearchIndex(file, assets.guides_folder())) as index:
        for number in range(GUIDES):
            guide = writer.guide(number)
            begun = time.process_time()
            index.put(guide.id, "1", documents_of(guide))
            taken += time.process_time() - begun
    return taken / GUIDES * 1000


def _milliseconds(index: SearchIndex, line: str) -> float:
    begun = time.process_time()
    index.search(line, here="guide-0500")
    return (time.process_time() - begun) * 1000


def _first(file: Path, line: str) -> float:
    with closing(SearchIndex(file, assets.guides_folder())) as index:
        return _milliseconds(index, line)

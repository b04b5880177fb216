"""What starts are measured to be: on a screen if there is one to be had, and without any."""

from tests.bench import peers
from tests.bench.screen_in_memory import missing
from tests.bench.start import Ratios, measure
from tests.bench.table import Lines, Row


def rows() -> Lines:
    """Give the lines of a start."""
    starts = measure()
    shown, off = starts.on_screen, starts.offscreen
    if shown:
        yield Row("start to window on a screen / a bare window", shown.seen, 1.45)
        for name, ratio in starts.peers.items():
            yield f"  {name}: {f'{ratio:.2f} x' if ratio else 'shows no window here'}"
        yield f"  not installed here: {', '.join(peers.missing()) or 'none'}"
    else:
        yield f"  no start is measured on a screen here; that needs {' and '.join(missing())}"
    yield from _painted(shown or off, f"({starts.ours_ms:.0f} / {starts.bare_ms:.0f} ms)")
    yield f"  without a screen: {off.painted:.2f} x, until it answers {off.answers:.2f} x, memory {off.memory:.2f} x"
    yield f"  memory once what may come next is made ahead: {starts.rested:.2f} x"
    yield f"  by the processor: {off.cpu:.2f} x, until it answers {off.whole_cpu:.2f} x"
    yield f"  the very first start, before any guide is kept: {starts.first_ms:.0f} ms"


def _painted(starts: Ratios, times: str) -> Lines:
    yield Row("start to painted step / a bare window", starts.painted, 1.6, note=times)
    yield Row("start until it answers / a bare window", starts.answers, 2.9)
    yield Row("memory then (RSS) / a bare window", starts.memory, 1.45)

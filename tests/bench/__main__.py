"""Measure, and say how each figure stands to its budget in the design."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import complaints, diagnosis, jobs, paper, part_costs, peers, search, second_start, start, window
from tests.bench.screen_in_memory import missing
from tests.bench.turns import Cost


def row(what: str, measured: str, bound: str, within: bool) -> str:
    """Return one line of the table."""
    return f"{what:<44} {measured:>22}   {bound:>8}   {'within' if within else 'OVER'}"


JOB_ACTS = {
    "first": "100,000 jobs, first shown",
    "search": "100,000 jobs, a search shown",
    "order": "100,000 jobs, another order shown",
    "scroll": "100,000 jobs, other rows shown",
}


FELT_ACTS = {
    "tick": 8,
    "next step": 12,
    "previous step": 12,
    "next page": 30,
    "previous page": 30,
    "undo on another page": 30,
    "dark, light": 50,
    "text size": 50,
    "job list": 30,
    "put-back list": 30,
    "timeline": 30,
}
FELT_KEYS = {"search, a key": 16}
"""Milliseconds of the window's thread that acts may take in the middle, and keys in 99 of 100 cases."""
LONGEST_STOP = 30
MOST_STOPS = 6


def act_row(cost: Cost, name: str, most: float) -> str:
    """Return the line of an act in the window, with its ratio to the reference loop."""
    measured = f"{cost.median_ms:.1f} ms, {cost.ratio:.1f} x"
    return row(f"{name}, CPU until it is painted", measured, f"{most} ms", cost.median_ms <= most)


def key_row(cost: Cost, name: str, most: float) -> str:
    """Return the line of a key, each of which must be quick."""
    return row(f"{name}, CPU p99 until it is painted", f"{cost.p99_ms:.1f} ms", f"{most} ms", cost.p99_ms <= most)


def stop_rows(stops: dict[str, float]) -> list[str]:
    """Return the lines of the longest stops of the window in an ordinary job."""
    worst, longest = next(iter(stops.items()))
    named = ", ".join(f"{name} {taken:.0f} ms" for name, taken in list(stops.items())[:MOST_STOPS])
    said = row(f"longest stop in an ordinary job ({worst})", f"{longest:.0f} ms", "30 ms", longest <= LONGEST_STOP)
    return [said, f"    the longest stops: {named}"]


def job_row(listed: dict[str, float], act: str, what: str) -> str:
    """Return the line of an act on the job list."""
    middle, worst = listed[f"{act}_ms"], listed[f"{act}_worst_ms"]
    return row(f"{what}, CPU", f"{middle:.0f} ms, worst {worst:.0f}", "100 ms", middle <= 100)


def sheet_rows(times: paper.SheetTimes) -> list[str]:
    """Return the lines of the sheets as PDF, each with its ratio to a plain loop of the same processes."""
    wanted = (
        ("checklist to PDF, first", times.first_ms, 120),
        ("checklist to PDF, after one more tick", times.ticked_ms, 60),
        ("whole guide to PDF", times.guide_ms, 1000),
        ("job report to PDF", times.report_ms, 300),
    )
    return [
        row(name, f"{ms:.0f} ms, {ms / times.loop_ms:.1f} x", f"{most} ms", ms <= most) for name, ms, most in wanted
    ]


def start_rows(begin: start.Starts) -> list[str]:
    """Return the lines of a start: on a screen if there is one here, and what else there is to say."""
    shown, off = begin.on_screen, begin.offscreen
    times = f"{begin.ours_ms:.0f} / {begin.bare_ms:.0f} ms"
    if not shown:
        return [
            f"no start is measured on a screen here; it needs {' and '.join(missing())}",
            row(
                "start to painted guide / a bare window", f"{times} = {off.painted:.2f} x", "1.6 x", off.painted <= 1.6
            ),
            row("until it answers / a bare window", f"{off.answers:.2f} x", "2.9 x", off.answers <= 2.9),
            row("memory then (PSS) / a bare window", f"{off.memory:.2f} x", "1.45 x", off.memory <= 1.45),
        ]
    return [
        row("start to window on a screen / a bare window", f"{shown.seen:.2f} x", "1.45 x", shown.seen <= 1.45),
        *[
            f"    {name}: {f'{ratio:.2f} x' if ratio else 'shows no window here'}"
            for name, ratio in begin.peers.items()
        ],
        f"    not installed here: {', '.join(peers.missing()) or 'none'}",
        row(
            "start to painted guide / a bare window", f"{times} = {shown.painted:.2f} x", "1.6 x", shown.painted <= 1.6
        ),
        row("until it answers / a bare window", f"{shown.answers:.2f} x", "2.9 x", shown.answers <= 2.9),
        row("memory then (PSS) / a bare window", f"{shown.memory:.2f} x", "1.45 x", shown.memory <= 1.45),
    ]


def main() -> None:
    """Print the table."""
    begin, felt, sheet, found = start.measure(), window.measure(), paper.measure(), search.measure()
    told = complaints.measure()
    again, off = second_start.measure(), begin.offscreen
    listed, decided, costs = jobs.measure(), diagnosis.measure(), part_costs.measure()
    second = f"{again['ours_ms']:.0f} / {again['bare_ms']:.0f} ms = {again['time_ratio']:.2f} x"
    rows = [
        *start_rows(begin),
        row("second start: raised / a bare window", second, "0.25 x", again["time_ratio"] <= 0.25),
        *[act_row(felt.acts[name], name, most) for name, most in FELT_ACTS.items()],
        *[key_row(felt.acts[name], name, most) for name, most in FELT_KEYS.items()],
        *stop_rows(felt.stops),
        *sheet_rows(sheet),
        row("search, 1,000 guides / 10,000 pages, p99", f"{found['p99_ms']:.1f} ms", "20 ms", found["p99_ms"] <= 20),
        row("complaints of 1,000 guides, CPU", f"{told:.0f} ms", "50 ms", told <= 50),
        row("start with 1,000 guides, longer by", f"{begin.library_ms:.0f} ms", "50 ms", begin.library_ms <= 50),
        *[job_row(listed, act, what) for act, what in JOB_ACTS.items()],
        row("what to do next, 15 x 20 x 12, CPU p99", f"{decided['p99_ms']:.1f} ms", "20 ms", decided["p99_ms"] <= 20),
        row("1,000 ways over 5 years / a plain loop", f"{costs['ratio']:.2f} x", "1 x", costs["ratio"] <= 1),
        row("prices that takes, at most", f"{decided['priced']:.0f}", "2,000", decided["priced"] <= 2000),
        f"a decision: median {decided['median_ms']:.1f} ms, worst {decided['worst_ms']:.1f} ms",
        "a search: " + ", ".join(f"{name} {found[name + '_ms']:.1f} ms" for name in ("median", "first", "worst")),
        f"index: {found['guide_ms']:.1f} ms a guide, {found['index_mb']:.0f} MB",
        f"without a screen: CPU {off.cpu:.2f} x, {off.whole_cpu:.2f} x until it answers, memory {off.memory:.2f} x",
        f"the very first start, before any guide is kept: {begin.first_ms:.0f} ms",
        f"one job with its outcome, among 100,000 in batches: {listed['fill_ms']:.2f} ms of CPU to keep",
        f"one commit alone, of the processor: {felt.commit.median_ms:.1f} ms",
    ]
    sys.stdout.write("\n".join(rows) + "\n")


main()

"""Measure, and say how each figure stands to its budget in the design."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import diagnosis, jobs, paper, part_costs, search, second_start, start, window
from tests.bench.screen_in_memory import missing


def row(what: str, measured: str, bound: str, within: bool) -> str:
    """Return one line of the table."""
    return f"{what:<44} {measured:>22}   {bound:>8}   {'within' if within else 'OVER'}"


JOB_ACTS = {
    "first": "100,000 jobs, first shown",
    "search": "100,000 jobs, a search shown",
    "order": "100,000 jobs, another order shown",
    "scroll": "100,000 jobs, other rows shown",
}


def job_row(listed: dict[str, float], act: str, what: str) -> str:
    """Return the line of an act on the job list."""
    middle, worst = listed[f"{act}_ms"], listed[f"{act}_worst_ms"]
    return row(what, f"{middle:.0f} ms, worst {worst:.0f}", "100 ms", middle <= 100)


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
            row("memory then (PSS) / a bare window", f"{off.memory:.2f} x", "1.45 x", off.memory <= 1.45),
        ]
    return [
        row("start to window on a screen / a bare window", f"{shown.seen:.2f} x", "1.45 x", shown.seen <= 1.45),
        *[f"    {name}, which is installed here: {ratio:.2f} x" for name, ratio in begin.peers.items()],
        row(
            "start to painted guide / a bare window", f"{times} = {shown.painted:.2f} x", "1.6 x", shown.painted <= 1.6
        ),
        row("memory then (PSS) / a bare window", f"{shown.memory:.2f} x", "1.45 x", shown.memory <= 1.45),
    ]


def main() -> None:
    """Print the table."""
    begin, act, sheet, found = start.measure(), window.measure(), paper.measure(), search.measure()
    again = second_start.measure()
    listed, decided, costs = jobs.measure(), diagnosis.measure(), part_costs.measure()
    second = f"{again['ours_ms']:.0f} / {again['bare_ms']:.0f} ms = {again['time_ratio']:.2f} x"
    rows = [
        *start_rows(begin),
        row("second start: raised / a bare window", second, "0.25 x", again["time_ratio"] <= 0.25),
        row("tick to committed and shown", f"{act['tick_ms']:.1f} ms", "16 ms", act["tick_ms"] <= 16),
        row("next step, painted", f"{act['step_ms']:.1f} ms", "16 ms", act["step_ms"] <= 16),
        row("previous step, painted", f"{act['back_ms']:.1f} ms", "16 ms", act["back_ms"] <= 16),
        row("checklist to PDF, first", f"{sheet['first_ms']:.0f} ms", "120 ms", sheet["first_ms"] <= 120),
        row("checklist to PDF, after one more tick", f"{sheet['ticked_ms']:.1f} ms", "60 ms", sheet["ticked_ms"] <= 60),
        row("search, 1,000 guides / 10,000 pages, p99", f"{found['p99_ms']:.1f} ms", "20 ms", found["p99_ms"] <= 20),
        row("start with 1,000 guides, longer by", f"{begin.library_ms:.0f} ms", "50 ms", begin.library_ms <= 50),
        *[job_row(listed, act, what) for act, what in JOB_ACTS.items()],
        row("what to do next, 15 x 20 x 12, CPU p99", f"{decided['p99_ms']:.1f} ms", "20 ms", decided["p99_ms"] <= 20),
        row("1,000 ways over 5 years / a plain loop", f"{costs['ratio']:.2f} x", "1 x", costs["ratio"] <= 1),
        row("prices that takes, at most", f"{decided['priced']:.0f}", "2,000", decided["priced"] <= 2000),
        f"a decision: median {decided['median_ms']:.1f} ms, worst {decided['worst_ms']:.1f} ms",
        "a search: " + ", ".join(f"{name} {found[name + '_ms']:.1f} ms" for name in ("median", "first", "worst")),
        f"index: {found['guide_ms']:.1f} ms a guide, {found['index_mb']:.0f} MB",
        f"without a screen: CPU {begin.offscreen.cpu:.2f} x, memory {begin.offscreen.memory:.2f} x a bare window",
        f"the very first start, before any guide is kept: {begin.first_ms:.0f} ms",
        f"one job with its outcome, among 100,000 in batches: {listed['fill_ms']:.2f} ms to keep",
        f"one commit alone on this disk: {act['commit_ms']:.1f} ms",
    ]
    sys.stdout.write("\n".join(rows) + "\n")


main()

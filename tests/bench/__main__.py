"""Measure, and say how each figure stands to its budget in the design."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import paper, search, start, window


def row(what: str, measured: str, bound: str, within: bool) -> str:
    """Return one line of the table."""
    return f"{what:<44} {measured:>22}   {bound:>8}   {'within' if within else 'OVER'}"


def main() -> None:
    """Print the table."""
    begin, act, sheet, found = start.measure(), window.measure(), paper.measure(), search.measure()
    ratio, memory = begin["time_ratio"], begin["pss_ratio"]
    times = f"{begin['ours_ms']:.0f} / {begin['bare_ms']:.0f} ms = {ratio:.2f} x"
    rows = [
        row("start to painted guide / a bare window", times, "1.6 x", ratio <= 1.6),
        row("memory then (PSS) / a bare window", f"{memory:.2f} x", "1.6 x", memory <= 1.6),
        row("tick to committed and shown", f"{act['tick_ms']:.1f} ms", "16 ms", act["tick_ms"] <= 16),
        row("next step, painted", f"{act['step_ms']:.1f} ms", "16 ms", act["step_ms"] <= 16),
        row("previous step, painted", f"{act['back_ms']:.1f} ms", "16 ms", act["back_ms"] <= 16),
        row("checklist to PDF, first", f"{sheet['first_ms']:.0f} ms", "150 ms", sheet["first_ms"] <= 150),
        row("checklist to PDF, again", f"{sheet['again_ms']:.1f} ms", "20 ms", sheet["again_ms"] <= 20),
        row("search, 1,000 guides / 10,000 pages, p99", f"{found['p99_ms']:.1f} ms", "20 ms", found["p99_ms"] <= 20),
        row("start with 1,000 guides, longer by", f"{begin['library_ms']:.0f} ms", "50 ms", begin["library_ms"] <= 50),
        "a search: " + ", ".join(f"{name} {found[name + '_ms']:.1f} ms" for name in ("median", "first", "worst")),
        f"index: {found['guide_ms']:.1f} ms a guide, {found['index_mb']:.0f} MB",
        f"the very first start, before any guide is kept: {begin['first_ms']:.0f} ms",
        f"one commit alone on this disk: {act['commit_ms']:.1f} ms",
    ]
    sys.stdout.write("\n".join(rows) + "\n")


main()

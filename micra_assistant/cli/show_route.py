"""Say what is still to be done on a car, in order: now, next, then."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from micra_assistant.cli.arguments import job_called, open_to_read, records_to_read
from micra_assistant.guide.model import plain
from micra_assistant.jobs.faultfinding.fault_search import search_on
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.route import Route, route_of
from micra_assistant.jobs.routing.stop import Stand, Stop
from micra_assistant.words import N_, _

_STANDS = {
    Stand.DONE: N_("Done"),
    Stand.NOW: N_("Now"),
    Stand.NEXT: N_("Next"),
    Stand.LATER: N_("Then"),
    Stand.WAITING: N_("Waits"),
    Stand.LEFT_OUT: N_("Left out"),
}


def run(options: argparse.Namespace) -> int:
    """Write the route of the job asked for."""
    with records_to_read(options) as store:
        open_job = open_to_read(options, store, job_called(store, options.job))
        search = search_on(open_job)
        route = route_of(open_job, search.inquiry() if search else None)
    sys.stdout.write(_as_json(open_job, route) if options.json else "".join(_told(route)))
    return 0


def _told(route: Route) -> Iterator[str]:
    done, of = route.progress
    yield f"{_('{done} of {of} lines done').format(done=done, of=of)}\n"
    if route.waits_for:
        yield f"{_('Waits for a part: {part}').format(part=route.waits_for)}\n"
    for stop in route.stops:
        yield from _stop_told(stop)


def _stop_told(stop: Stop) -> Iterator[str]:
    why = stop.reason or stop.why_words
    yield f"{_(_STANDS[stop.stand])}: {stop.title} ({why})\n"
    if stop.is_ahead:
        yield from (f"      • {thing}\n" for thing in stop.things)
        yield from (f"      ☐ {plain(line.item.label)}\n" for line in stop.open_lines)


def _as_json(open_job: OpenJob, route: Route) -> str:
    done, of = route.progress
    content = {
        "job": open_job.job.number if open_job.job else None,
        "guide": open_job.guide.id,
        "done": done,
        "of": of,
        "waits_for": route.waits_for or None,
        "stops": [_stop_as_json(stop) for stop in route.stops],
    }
    return json.dumps(content, ensure_ascii=True, indent=2) + "\n"


def _stop_as_json(stop: Stop) -> dict[str, Any]:
    open_lines = {line.item.id for line in stop.open_lines}
    return {
        "id": stop.id,
        "step": stop.step.id if stop.step else None,
        "title": stop.title,
        "state": stop.stand.value,
        "why": stop.why.value,
        "reason": stop.reason or stop.why_words,
        "minutes": stop.step.minutes if stop.step else 0,
        "move": {"kind": stop.move.kind.value, "id": stop.move.id} if stop.move else None,
        "things": list(stop.things),
        "lines": [
            {"item": line.item.id, "text": plain(line.item.label), "done": line.item.id not in open_lines}
            for line in stop.lines
        ],
    }

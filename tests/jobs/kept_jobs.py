"""Jobs in a store, made from what a test says of them."""

from micra_assistant.jobs.events import AnyAct, Closed, Event, Held, Opened
from micra_assistant.jobs.records.store import Store


def keep_job(
    store: Store,
    name: str,
    opened: Opened | None = None,
    held: Held | None = None,
    at: str = "2026-11-20T10:00:00.000+00:00",
    left_open: tuple[str, ...] = (),
) -> None:
    """Keep a job under a name, closed if it is said whether the repair ``held``."""
    acts: list[AnyAct] = [opened or Opened("button", "1", title="Tailgate button")]
    if held:
        acts.append(Closed(held=held, left_open=left_open))
    store.append(Event(f"{name}-{turn}", name, turn, at, act) for turn, act in enumerate(acts, 1))

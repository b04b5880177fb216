"""Jobs in a store, made from what a test says of them."""

from micra_assistant.jobs.events import AnyAct, Closed, Held, Opened
from micra_assistant.jobs.records.store import Store
from tests.builders import AT, log_of


def keep_job(
    store: Store,
    name: str,
    opened: Opened | None = None,
    held: Held | None = None,
    at: str = AT,
    left_open: tuple[str, ...] = (),
) -> None:
    """Keep a job under a name, closed if it is said whether the repair ``held``."""
    acts: list[AnyAct] = [opened or Opened("button", "1", title="Tailgate button")]
    if held:
        acts.append(Closed(held=held, left_open=left_open))
    store.append(log_of(*acts, job=name, at=at, start=1))

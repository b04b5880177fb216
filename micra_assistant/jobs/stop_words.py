"""What the stops of a route are called."""

from micra_assistant.guide.model import Guide
from micra_assistant.words import N_, _

READY, CLOSE = "tools-and-parts", "close-the-job"
"""The stops that are no step of a guide; a step that is called so takes nothing from them."""

_TITLES = {READY: N_("Have tools and parts ready"), CLOSE: N_("Close the job")}


def stop_title(guide: Guide, stop_id: str) -> str:
    """Return what a stop is called: as its step of the guide, by its id if the guide has none."""
    if stop_id in _TITLES:
        return _(_TITLES[stop_id])
    step = guide.find_step(stop_id)
    return step.title if step else stop_id

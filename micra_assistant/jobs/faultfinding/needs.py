"""What a test or a repair needs on the car before it can be done, and whether that is so."""

from collections.abc import Iterator

from msgspec import Struct

from micra_assistant.diagnosis.fault_model import Access
from micra_assistant.guide.model import plain
from micra_assistant.jobs.faultfinding.inquiry import Inquiry


class Need(Struct, frozen=True):
    """How the car must stand, in a few words, and whether it does."""

    words: str
    is_met: bool


def needs_of(inquiry: Inquiry) -> tuple[Need, ...]:
    """Return what the goal of an inquiry needs, in the order in which it is done; nothing twice."""
    part = inquiry.test or inquiry.repair
    if part is None:
        return ()
    opened = (need for access in inquiry.model.access_to(part.access) for need in _of_access(inquiry, access))
    put_back = (_of_item(inquiry, back.line) for back in inquiry.put_back_first)
    gates = (_of_item(inquiry, gate) for gate in part.gates if not _is_said_already(inquiry, gate))
    return tuple({need.words: need for need in (*opened, *put_back, *gates)}.values())


def _of_access(inquiry: Inquiry, access: Access) -> Iterator[Need]:
    known = [item for item in access.leaves if inquiry.open_job.guide.find_item(item)]
    if known:
        yield from (_of_item(inquiry, item) for item in known)
    else:
        yield Need(access.text, access.id in inquiry.case.opened)


def _is_said_already(inquiry: Inquiry, gate: str) -> bool:
    """Whether a gate is done that only confirms how the car stands."""
    item = inquiry.open_job.guide.find_item(gate)
    return bool(item and item.confirms) and gate in inquiry.case.items


def _of_item(inquiry: Inquiry, item_id: str) -> Need:
    item = inquiry.open_job.guide.find_item(item_id)
    words = (item.state or plain(item.label)) if item else item_id
    return Need(words, item_id in inquiry.case.items)

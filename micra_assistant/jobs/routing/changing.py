"""What a person changes about a route: something is left out with a reason, or done after all; a part is waited for."""

from micra_assistant.diagnosis.findings import LeftOut, MoveKind
from micra_assistant.errors import MicraError
from micra_assistant.jobs.events import Diagnosed, PartAwaited, PartCame, StopLeftOut, StopTakenUp, ToolsReady, Undone
from micra_assistant.jobs.faultfinding.inquiry import Inquiry
from micra_assistant.jobs.given_reasons import NoReasonError, is_reason
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.routing.stop import Stop
from micra_assistant.words import _


class NoPartError(MicraError):
    """A part is to be waited for, and nobody has said which."""


def leave_out(open_job: OpenJob, inquiry: Inquiry | None, stop: Stop, reason: str) -> None:
    """Leave a stop out, a test or a repair of the search, too.

    NoReasonError if nobody says why; raises what OpenJob.do does.
    """
    said = reason.strip()
    if not is_reason(said):
        raise NoReasonError(_("Say why “{stop}” is left out.").format(stop=stop.title))
    if inquiry and stop.move and stop.move.kind in (MoveKind.TEST, MoveKind.REPAIR):
        words = _("Left out: {what}").format(what=inquiry.name(stop.move))
        open_job.do(Diagnosed(inquiry.model_name, LeftOut(stop.move), words, said))
    else:
        open_job.do(StopLeftOut(stop.id, said))


def take_up(open_job: OpenJob, stop: Stop) -> None:
    """Put a stop on the route again that was left out; raises what OpenJob.do does."""
    if stop.id in open_job.state.left_out:
        open_job.do(StopTakenUp(stop.id))
    elif stop.event:
        open_job.do(Undone(stop.event))


def tools_ready(open_job: OpenJob) -> None:
    """Say that tools and parts are laid ready; raises what OpenJob.do does."""
    if not open_job.state.is_ready:
        open_job.do(ToolsReady())


def await_part(open_job: OpenJob, part: str) -> None:
    """Let a job wait for a part; NoPartError if none is said; raises what OpenJob.do does."""
    if not part.strip():
        raise NoPartError(_("Say which part the job waits for."))
    open_job.do(PartAwaited(part.strip()))


def part_came(open_job: OpenJob) -> None:
    """Say that the part is there; raises what OpenJob.do does."""
    if open_job.state.waits_for:
        open_job.do(PartCame())

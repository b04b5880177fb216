"""What comes of a request to set a sheet, worked out here and now."""

from collections.abc import Callable
from pathlib import Path

from micra_assistant.errors import MicraError
from micra_assistant.paper.request import SheetAnswer, SheetForm, SheetRequest
from micra_assistant.paper.setting import set_pages, set_pdf, set_pictures
from micra_assistant.wholefile import write_whole


def answered(request: SheetRequest) -> SheetAnswer:
    """Return what comes of a request; what a person can mend is an answer too."""
    told: list[str] = []
    try:
        files = _files(request, told.append)
        if request.output:
            write_whole(Path(request.output), *files)
            files = ()
    except MicraError as error:
        return SheetAnswer(told=tuple(told), refusal=str(error))
    return SheetAnswer(files, tuple(told))


def _files(request: SheetRequest, tell: Callable[[str], object]) -> tuple[bytes, ...]:
    match request.form:
        case SheetForm.PDF:
            return (set_pdf(request.order, tell),)
        case SheetForm.PAGES:
            return set_pages(request.order, tell)
        case SheetForm.PICTURES:
            return set_pictures(request.order, request.ppi, tell)

"""What a printer lacks is said before it is sent anything; so is a print service that is gone or talks nonsense."""

import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from micra_assistant.cli import main
from micra_assistant.errors import PaperError
from micra_assistant.paper.cups import queueing, service
from micra_assistant.paper.cups.ipp import PRINTER, IppError, groups, request
from micra_assistant.paper.cups.queueing import PdfJob, check
from micra_assistant.paper.cups.service import JobNow, PrintState, Queue, queue_called, queue_names
from micra_assistant.paper.kinds import PaperSize

PAPERS = frozenset({"iso_a4_210x297mm", "iso_a5_148x210mm"})
QUEUE = Queue("bench", 3, PAPERS, frozenset({"one-sided"}), frozenset(), (), "")
_END = b"\x03"
A4 = PdfJob("bench", "Checklist", PaperSize.A4)


@pytest.mark.parametrize(
    ("job", "queue", "refusal"),
    [
        (PdfJob("bench", "x", PaperSize.LETTER), QUEUE, "has no Letter paper: choose another paper or printer."),
        (PdfJob("bench", "x", PaperSize.A4, both_sides=True), QUEUE, "cannot print on both sides: choose one side"),
    ],
)
def test_what_a_printer_lacks_is_said_before(job: PdfJob, queue: Queue, refusal: str) -> None:
    with pytest.raises(PaperError) as refused:
        check(job, queue)
    assert refusal in str(refused.value)


def test_a_printer_that_takes_any_size_or_does_not_say_is_tried() -> None:
    check(PdfJob("bench", "x", PaperSize.LETTER), replace(QUEUE, papers=PAPERS | {"custom_max_1x1mm"}))
    silent = replace(QUEUE, papers=frozenset(), sides=frozenset())
    check(PdfJob("bench", "x", PaperSize.LETTER, both_sides=True), silent)


def test_no_print_service_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    with pytest.raises(PaperError, match="The print service of this PC does not answer: start CUPS, or save the sheet"):
        queue_names()


@contextmanager
def serving(folder: Path, answer: bytes) -> Iterator[str]:
    """Answer one question as a print service that says this; give the name of its socket."""
    name = str(folder / "s")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()

        def serve() -> None:
            asked, _address = listening.accept()
            with asked:
                while not asked.recv(100_000).endswith(_END):
                    pass
                asked.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)

        thread = Thread(target=serve)
        thread.start()
        yield name
        thread.join()


def answer_of(*values: tuple[int, str, bytes], status: int = 0) -> bytes:
    """Return what a print service says of one printer."""
    said = b"".join(
        bytes([tag]) + struct.pack(">H", len(name)) + name.encode() + struct.pack(">H", len(value)) + value
        for tag, name, value in values
    )
    return b"\x02\x00" + struct.pack(">HI", status, 1) + bytes([PRINTER]) + said + b"\x03"


def test_a_printer_is_known_by_what_is_said_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = answer_of(
        (0x23, "printer-state", struct.pack(">i", 5)),
        (0x44, "media-supported", b"iso_a4_210x297mm"),
        (0x44, "", b"iso_a5_148x210mm"),
        (0x44, "printer-state-reasons", b"media-empty"),
        (0x41, "printer-state-message", b"Out of paper."),
        (0x33, "a-range", bytes(8)),
    )
    with serving(tmp_path, said) as name:
        monkeypatch.setenv("CUPS_SERVER", name)
        found = queue_called("bench")
    assert (found.state, found.papers, found.reasons, found.message) == (5, PAPERS, ("media-empty",), "Out of paper")


@pytest.mark.parametrize("answer", [b"", b"<html>", answer_of(status=0x0406)])
def test_a_printer_of_which_nothing_is_said_is_gone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: bytes
) -> None:
    with serving(tmp_path, answer) as name:
        monkeypatch.setenv("CUPS_SERVER", name)
        with pytest.raises(PaperError, match="There is no printer “bench” any more: choose another"):
            queue_called("bench")


@given(st.binary(max_size=60))
def test_any_answer_is_read_or_refused(tail: bytes) -> None:
    try:
        groups(b"\x02\x00\x00\x00\x00\x00\x00\x01" + tail, PRINTER)
    except IppError:
        return


def test_a_question_can_be_read_as_an_answer() -> None:
    asked = request(0x000B, "ipp://localhost/printers/bench", ["printer-state", "media-supported"], {"job-id": 7})
    (said,) = groups(b"\x02\x00\x00\x00" + asked[4:], 0x01)
    assert said["requested-attributes"] == ("printer-state", "media-supported")
    assert (said["printer-uri"], said["job-id"]) == (("ipp://localhost/printers/bench",), (7,))


@pytest.mark.parametrize(
    ("state", "message", "words"),
    [
        (
            PrintState.FAILED,
            "Filter failed",
            "could not print the sheet (Filter failed): try another, or save it as PDF.",
        ),
        (PrintState.FAILED, "", "could not print the sheet (it does not say why): try another, or save it as PDF."),
        (PrintState.CANCELLED, "", "was cancelled in the queue of “bench”: print it again, or save it as PDF."),
        (PrintState.CANCELLED, "No", "cancelled by “bench” (No): print it in another way, or save it as PDF."),
    ],
)
def test_each_end_is_said(monkeypatch: pytest.MonkeyPatch, state: PrintState, message: str, words: str) -> None:
    monkeypatch.setattr(queueing, "job_now", lambda *_: JobNow(state, message))
    with pytest.raises(PaperError) as ended:
        queueing.follow(A4, 3, 0)
    assert words in str(ended.value)


def test_what_lp_will_not_take_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queueing, "queue_called", lambda _name: QUEUE)
    refused = subprocess.CompletedProcess([], 1, b"", b"lp: Error - too\n many jobs.\n")
    monkeypatch.setattr(subprocess, "run", lambda *_a, **_k: refused)
    with pytest.raises(
        PaperError, match=r"does not take the sheet \(Error - too many jobs\.\): choose another, or save"
    ):
        queueing.send(A4, b"%PDF")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "No printer is set up on this PC: save the sheet as PDF with -o FILE."),
        (("office", "hall"), "there is no printer “bench”; there is: office, hall"),
    ],
)
def test_the_command_says_which_printers_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, names: tuple[str], words: str
) -> None:
    monkeypatch.setattr(queueing, "is_there", lambda: True)
    monkeypatch.setattr(service, "queue_names", lambda: names)
    assert main(["--data-dir", str(tmp_path), "print", "tailgate-button", "--printer", "bench"]) in (1, 2)
    assert words in capsys.readouterr().err


def test_the_command_says_that_only_the_window_prints_without_cups(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(queueing, "is_there", lambda: False)
    assert main(["--data-dir", str(tmp_path), "print", "tailgate-button", "--printer", "bench"]) == 1
    assert "Only the window can print here, as there is no CUPS: save the sheet as PDF" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "say where the sheet goes: -o FILE, --printer NAME, or both"),
        (["--printer", "x", "--copies", "0"], "--copies takes a number from 1 to 99"),
    ],
)
def test_what_does_not_go_together_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit):
        main(["--data-dir", str(tmp_path), "print", "tailgate-button", *arguments])
    assert words in capsys.readouterr().err

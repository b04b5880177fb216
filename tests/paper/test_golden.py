"""Every sheet as it comes out: its words, their order and places, as poppler reads them from the PDF."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from micra_assistant.guide.model import Guide, Tick
from micra_assistant.guide.reader import read_guide
from micra_assistant.jobs.events import Described
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from micra_assistant.jobs.ways_to_open import begin_job
from micra_assistant.paper.job_sheets import JobSheets
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.paper_sizes import PAPER_MM
from micra_assistant.paper.setting import set_pdf
from micra_assistant.paper.sheet_choices import usual
from micra_assistant.parts.options import parts_of
from micra_assistant.words import install
from micra_assistant.workshop.values import Workshop
from tests.builders import literal, write_guide
from tests.clocks import clock_in
from tests.other_programs import needs
from tests.paper.golden import FOLDER, golden_job, golden_sheet
from tests.paper.printed import PARTS, PRINTED
from tests.paper.word_boxes import Word, outside, overlapping, word_boxes
from tests.pseudo import PSEUDO

pytestmark = [pytest.mark.thorough, needs("pdftotext", package="poppler-utils")]

EDGE = 4.2
"""No printer reaches nearer to the edge of the paper, in millimetres."""
NEAR = 0.6
"""How far off the kept places words may be: versions of poppler do not agree quite."""
WIDE, NARROW = (PaperSize.A4, PaperSize.LETTER), (PaperSize.A5, PaperSize.LETTER)
PLACE = re.compile(r"([0-9.]+) ([0-9.]+) ")
GERMAN = "Heckklappenentriegelungstasterabdeckungsbefestigungsschrauben"
RUSSIAN = "электроочистительно-водогрязеторфопогрузочно-перегрузочный"
LONG = """
    # {german} {{: #long }}

    ## {russian} {{: #first minutes=5 }}

    !!! warning "{german}"
        {russian} {german}. Take the negative off.

        - [ ] {russian} off {{: #off undo="{german}" state="{russian}" }}

    - [ ] {german} {{: #ohms unit="Ω" max="1" }}
    - [ ] {russian} {{: #clips count="{german}" undo="{russian}" state="{german}" }}
    - [ ] {german} {{: #words words }}

    ## {german} {{: #second }}

    - [ ] {russian} {{: #seen }}
    """


def made(job: OpenJob, kind: SheetKind, paper: PaperSize, folder: Path, text_size: int = 100) -> list[list[Word]]:
    """Return the words of a sheet of a job."""
    choices = replace(usual(kind, paper), text_size=text_size)
    order = JobSheets(job, Workshop(name="Garage Ödön"), PRINTED).order(kind, choices=choices)
    return word_boxes(set_pdf(order), folder)


def check_places(pages: list[list[Word]], paper: PaperSize) -> None:
    """Check that all words are on the paper, and none over another."""
    assert pages
    for words in pages:
        assert not outside(words, *PAPER_MM[paper], EDGE)
        assert not list(overlapping(words))


def worked(guide: Guide) -> OpenJob:
    """Return a job on which the half is done, one value much too high."""
    job = begin_job(SqliteStore(None), guide, parts_of(guide), Described("AB12 CDE", "Ann Able", 84_000, "It is dark"))
    for item in guide.items[: len(guide.items) // 2 + 1]:
        if isinstance(item, Tick):
            job.toggle(item.id)
        else:
            job.enter(item.id, "300")
    return job


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJob]:
    """Return the job whose sheets are kept."""
    with clock_in("UTC"):
        yield golden_job(tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> OpenJob:
    """Return a job with a guide of words as long as German and Russian have them."""
    page = literal(LONG).format(german=GERMAN, russian=RUSSIAN)
    folder = tmp_path_factory.mktemp("long")
    return worked(read_guide(write_guide(folder, {"10-page.md": page, "parts.toml": PARTS})))


@pytest.fixture
def _longer_words() -> Iterator[None]:
    """Speak the language of brackets, whose words are longer than the English ones."""
    install(PSEUDO)
    yield
    install(None)


@pytest.mark.parametrize("kind", SheetKind)
def test_a_sheet_is_as_it_was(golden: OpenJob, tmp_path: Path, kind: SheetKind) -> None:
    """If it is meant to look otherwise now, ``python -m tests.paper.golden`` keeps that."""
    kept = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    now = golden_sheet(golden, kind, tmp_path).splitlines()
    assert [PLACE.sub("", line) for line in now] == [PLACE.sub("", line) for line in kept]
    for line, former in zip(now, kept, strict=True):
        assert places(line) == pytest.approx(places(former), abs=NEAR), f"{former} is now {line}"


def places(line: str) -> list[float]:
    found = PLACE.match(line)
    return [float(found[1]), float(found[2])] if found else []


@pytest.mark.walk(first=len(SheetKind))
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("paper", PaperSize)
def test_all_words_are_on_the_paper_and_none_over_another(
    golden: OpenJob, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    check_places(made(golden, kind, paper, tmp_path), paper)


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("paper", [PaperSize.A5, *(pytest.param(one, marks=pytest.mark.slow) for one in WIDE)])
def test_long_words_stay_in_their_places(
    long_words: OpenJob, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    check_places(made(long_words, kind, paper, tmp_path), paper)


@pytest.mark.usefixtures("_longer_words")
@pytest.mark.parametrize("kind", SheetKind)
def test_a_longer_language_has_room(golden: OpenJob, tmp_path: Path, kind: SheetKind) -> None:
    check_places(made(golden, kind, PaperSize.A5, tmp_path), PaperSize.A5)


@pytest.mark.parametrize("paper", [PaperSize.A4, *(pytest.param(one, marks=pytest.mark.slow) for one in NARROW)])
@pytest.mark.parametrize("kind", SheetKind)
def test_large_print_has_room(golden: OpenJob, tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    check_places(made(golden, kind, paper, tmp_path, text_size=150), paper)


@pytest.mark.parametrize("kind", [SheetKind.CHECKLIST, pytest.param(SheetKind.GUIDE, marks=pytest.mark.slow)])
def test_two_hundred_steps_are_printed_in_order(tmp_path: Path, kind: SheetKind) -> None:
    steps = "".join(
        f"## Step {number} {{: #step-{number} }}\n\n- [ ] Line {number}. {{: #line-{number} }}\n\n"
        for number in range(200)
    )
    guide = read_guide(write_guide(tmp_path, {"10-page.md": f"# Many {{: #many }}\n\n{steps}"}))
    pages = made(begin_job(SqliteStore(None), guide), kind, PaperSize.A4, tmp_path)
    check_places(pages, PaperSize.A4)
    said = " ".join(word.text for words in pages for word in words)
    assert [int(number) for number in re.findall(r"Line (\d+)\.", said)] == list(range(200))


@pytest.mark.parametrize("kind", SheetKind)
def test_an_empty_job_has_every_sheet(tmp_path: Path, kind: SheetKind) -> None:
    guide = read_guide(write_guide(tmp_path, {"10-page.md": "# Page {: #page }\n\n## Step {: #step }\n\nWords.\n"}))
    check_places(made(begin_job(SqliteStore(None), guide), kind, PaperSize.A4, tmp_path), PaperSize.A4)

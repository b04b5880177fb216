"""The warnings that each page repeats at its head are read aloud too, not only seen."""

import re
import subprocess
from pathlib import Path

import pytest

from micra_assistant.guide.model import Guide
from micra_assistant.jobs.events import Opened, Ticked
from micra_assistant.paper.kinds import PaperSize, SheetKind
from micra_assistant.paper.typeset import pdf
from tests.builders import guide_fixture, literal
from tests.other_programs import needs
from tests.paper.printed import history_of, sheet_of, words_of

pytestmark = [pytest.mark.thorough, needs("pdfinfo", package="poppler-utils")]

WORKED_BY = (SheetKind.CHECKLIST, SheetKind.GUIDE, SheetKind.PUT_BACK)
"""The sheets that have warnings at their heads, and several pages in this job."""
TALL_LINES = 45
"""More than any page has room for. What reads the tags takes the square of what there is."""
SHORT = "".join(
    f"## Step {step} {{: #step-{step} }}\n\n"
    + "".join(f"- [ ] Do {step}.{n} {{: #do-{step}-{n} }}\n" for n in range(5))
    for step in range(9)
)
TALL = "## Tall {: #tall }\n\n" + "".join(
    f'- [ ] Off {n} {{: #off-{n} undo="On {n}" state="{n}" }}\n' for n in range(TALL_LINES)
)
WARNING = literal(
    """
    # Test {: #test }

    ## Sparks {: #sparks }

    !!! warning "Sparks"
        Sparks burn. Take the negative off.

        - [ ] Negative off {: #off undo="Connect the negative" state="negative off" }
    """
)
HEAD = re.compile(r"In force: WARNING Sparks Car now: ")

guide = guide_fixture(f"{WARNING}\n{SHORT}\n{TALL}")


def read_aloud(content: bytes, folder: Path) -> str:
    """Return all words of a PDF that are tagged, in the order in which they are read."""
    file = folder / "read.pdf"
    file.write_bytes(content)
    told = subprocess.run(
        ["pdfinfo", "-struct-text", file],
        capture_output=True,
        check=True,
        encoding="utf-8",
        errors="replace",  # what is not words, such as where a link leads, comes as it stands in the file
    ).stdout
    return " ".join(" ".join(re.findall(r'^ *"(.*)"$', told, re.MULTILINE)).split())


@pytest.mark.walk(first=len(WORKED_BY))
@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("paper", [PaperSize.A4, PaperSize.A5])
def test_each_head_that_is_seen_is_read(guide: Guide, tmp_path: Path, kind: SheetKind, paper: PaperSize) -> None:
    done = [Ticked("off"), *(Ticked(f"off-{number}") for number in range(TALL_LINES))]
    content = pdf(sheet_of(guide, kind, history_of(Opened("button", "1", "A 1"), *done), paper), guide.folder)
    seen = [page for page in words_of(content) if "Car now:" in page]
    read = read_aloud(content, tmp_path)
    assert read.count("Car now:") == len(seen)
    assert len(HEAD.findall(read)) == sum("In force: WARNING Sparks" in page for page in seen)
    assert len(seen) >= 2 or kind not in WORKED_BY


def test_a_head_is_read_before_what_is_below_it(guide: Guide, tmp_path: Path) -> None:
    content = pdf(sheet_of(guide, SheetKind.CHECKLIST, history_of()), guide.folder)
    read = read_aloud(content, tmp_path)
    for page in words_of(content)[1:]:
        found = re.search(r"Do \d+\.0|Off \d+", page)
        assert found
        assert HEAD.findall(read[: read.index(found[0])])
    places = [found.start() for found in HEAD.finditer(read)]
    assert places[0] < read.index("Step 0") < places[1]

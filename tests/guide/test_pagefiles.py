"""Pages that several guides draw in."""

from pathlib import Path

import pytest

from micra_assistant.errors import GuideError
from micra_assistant.guide.model import Diagram
from micra_assistant.guide.reader import read_guide
from tests.builders import HEAD, Files, check_guide, literal, write_guide

OWN = """
    # Own {: #own }

    ## Begin {: #begin }

    See [how to measure](#ohms).
    """
LAST = OWN.replace("#own", "#last").replace("#begin", "#end")
COMMON = """
    # Meter {: #meter }

    ## Ohms {: #ohms }

    ![Meter](diagrams/meter.svg)

    - [ ] Leads touched {: #leads }
    """
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg'/>"
SHELF: Files = {"../common/meter.md": COMMON, "../common/diagrams/meter.svg": DRAWING}


def head(*common: str) -> str:
    """Return a head that draws in these pages."""
    return f"{literal(HEAD)}common = {list(common)}\n"


def test_a_common_page_stands_where_its_number_puts_it(tmp_path: Path) -> None:
    files = {"guide.toml": head("20-meter.md"), "10-own.md": OWN, "30-last.md": LAST, **SHELF}
    guide = read_guide(write_guide(tmp_path, files))
    assert [page.id for page in guide.pages] == ["own", "meter", "last"]
    (picture,) = (block for block in guide.step("ohms").blocks if isinstance(block, Diagram))
    assert (guide.folder / picture.path).resolve() == tmp_path / "guides" / "common" / "diagrams" / "meter.svg"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("20-metre.md", "common page “20-metre.md”: there is no common/metre.md; there is: meter.md"),
        ("meter.md", "common page “meter.md”: give it a place among the pages, as in 15-safety.md"),
        ("20-../own.md", "common page “20-../own.md”: give it a place among the pages, as in 15-safety.md"),
        ("10-own.md", "common page “10-own.md”: this place is taken by a page of that name"),
    ],
)
def test_a_common_page_that_cannot_be_drawn_in_is_said(tmp_path: Path, name: str, fault: str) -> None:
    own = OWN.replace("[how to measure](#ohms)", "the manual")
    pointed = head(name).replace("\ncommon", "\ncommon", 1).rstrip("\n") + f" ◀ {fault}\n"
    check_guide(tmp_path, {"guide.toml": pointed, "10-own.md": own, **SHELF})


def test_a_fault_in_a_common_page_is_said_in_its_own_line(tmp_path: Path) -> None:
    page = COMMON.replace("(diagrams/meter.svg)", "(diagrams/gone.svg) ◀ picture diagrams/gone.svg does not exist")
    check_guide(tmp_path, {"guide.toml": head("20-meter.md"), "10-own.md": OWN, **SHELF, "../common/meter.md": page})


def test_ids_of_common_pages_and_own_pages_are_one_name_space(tmp_path: Path) -> None:
    page = COMMON.replace("#leads }", "#leads } ◀ item id “leads” is already used in 10-own.md")
    own = literal(OWN) + "\n- [ ] Leads {: #leads }\n"
    check_guide(tmp_path, {"guide.toml": head("20-meter.md"), "10-own.md": own, **SHELF, "../common/meter.md": page})


def test_a_common_page_lies_on_the_shelf_itself(tmp_path: Path) -> None:
    guide = write_guide(
        tmp_path, {"guide.toml": head("20-meter.md"), "10-own.md": OWN, "../elsewhere/meter.md": COMMON}
    )
    shelf = guide.parent / "common"
    shelf.mkdir()
    (shelf / "meter.md").symlink_to(guide.parent / "elsewhere" / "meter.md")
    with pytest.raises(GuideError, match=r"there is no common/meter\.md"):
        read_guide(guide)

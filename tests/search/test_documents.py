"""What can be found in a guide."""

from pathlib import Path

from micra_assistant.guide.circuit_model import Circuit, CircuitCase, Point
from micra_assistant.guide.model import Block, Complaint, Diagram, Guide, Page, Step, Tool
from micra_assistant.number_words import GAP
from micra_assistant.parts.options import read_parts
from micra_assistant.search.documents import Document, DocumentKind, Piece, documents_of, title_document
from tests.builders import guide_of, literal
from tests.search.shelf import PARTS

PAGE = """
    # Test the button {: #test }

    ## Measure the button {: #measure }

    Set the meter to **ohms**.[^meters]

    - One line[^meters]

    | You see | Look at |
    |---|---|
    | Nothing | The fuse |

    !!! warning "Latch moving"
        It can crush a finger. Keep clear.

        - [ ] Hands clear {: #clear }

    - [ ] Pressed[^meters] {: #pressed unit="Ω" max="1" }

    ## Why does it jump? {: #jump }

    Dirt.
    """


def documents(folder: Path) -> tuple[Document, ...]:
    """Return the documents of the guide of ``PAGE`` and ``PARTS``."""
    guide = guide_of(folder, PAGE)
    (guide.folder / "parts.toml").write_text(literal(PARTS))
    return documents_of(guide, read_parts(guide.folder))


def guide_with(*blocks: Block, car: str = "", complaints: tuple[Complaint, ...] = ()) -> Guide:
    """Return a guide of one step that has these blocks."""
    page = Page("page", "Page", (Step("step", "Step", blocks),))
    return Guide(
        "button", "Button", car, "Summary", "1", Path("button"), (Tool("Torch", "bright"),), (page,), {}, complaints
    )


def test_a_guide_its_steps_its_questions_and_its_parts_are_found(tmp_path: Path) -> None:
    found = [(document.kind, document.title, document.step, document.option) for document in documents(tmp_path)]
    assert found == [
        (DocumentKind.GUIDE, "Tailgate button", "measure", ""),
        (DocumentKind.STEP, "Measure the button", "measure", ""),
        (DocumentKind.QUESTION, "Why does it jump?", "jump", ""),
        (DocumentKind.PART, "Tailgate button: Used part", "", "used"),
    ]


def test_a_step_is_found_by_all_that_is_read_in_it_but_its_sources(tmp_path: Path) -> None:
    step = documents(tmp_path)[1]
    assert step.where == "Tailgate button · Test the button"
    assert step.page == "Test the button"
    assert step.pieces == (
        Piece("Set the meter to ohms."),
        Piece("One line"),
        Piece("You see · Look at"),
        Piece("Nothing · The fuse"),
        Piece("Warning: Latch moving"),
        Piece("It can crush a finger. Keep clear."),
        Piece("Hands clear", "clear"),
        Piece(f"Pressed: 1{GAP}Ω or less", "pressed"),
    )


def test_a_part_is_found_by_what_is_said_of_it(tmp_path: Path) -> None:
    assert documents(tmp_path)[-1].pieces == (Piece("Hidden defects"), Piece("Measure it first."))


def test_a_picture_is_found_by_what_it_shows() -> None:
    assert documents_of(guide_with(Diagram("a.svg", "Meter on the button")))[1].pieces == (
        Piece("Meter on the button"),
    )


def test_a_circuit_is_found_by_its_points_and_cases() -> None:
    case = CircuitCase("sound", "No fault", "The signal drops.", {"tp1": "12 V"}, {"tp1": "0 V"})
    circuit = Circuit("a.svg", "Button to BCM", (), (Point("tp1", "Signal at the button", "meters"),), (case,))
    assert documents_of(guide_with(circuit))[1].pieces == (
        Piece("Button to BCM"),
        Piece("Signal at the button"),
        Piece("No fault: The signal drops."),
    )


def test_a_complaint_leads_to_its_step() -> None:
    complaint = documents_of(guide_with(complaints=(Complaint("It stays shut", "step"),)))[1]
    assert (complaint.kind, complaint.title, complaint.step) == (DocumentKind.COMPLAINT, "It stays shut", "step")


def test_a_guide_is_found_by_its_summary_and_tools() -> None:
    assert documents_of(guide_with())[0].pieces == (Piece("Summary"), Piece("Torch: bright"))


def test_a_car_is_found_by_each_of_its_years() -> None:
    around = documents_of(guide_with(car="Micra K12 (2003-2005)"))[1].around
    assert around == "Button Micra K12 (2003-2005), 2003, 2004, 2005"


def test_a_faulty_guide_is_found_by_its_title() -> None:
    assert title_document("button") == Document(kind=DocumentKind.GUIDE, title="button", where="")

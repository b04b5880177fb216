"""What one part of a guide says of another: links, ``minus`` and ``undoes``."""

from pathlib import Path

import pytest

from tests.builders import STEP, check_guide, step_file


@pytest.mark.parametrize(
    "text",
    [
        "Back to [the step](#step).",
        """
        On to [the next](#next) ◀ link to step “next”, which does not exist

        And [again](#next). ◀ link to step “next”, which does not exist
        """,
        "Back to [the step](#stop) ◀ link to step “stop”, which does not exist: did you mean “step”?",
        "Back to [the page](#page) ◀ link to step “page”, which does not exist",
        "Back to [nothing](#) ◀ link to step “”, which does not exist",
        """
        - [ ] Leads {: #leads unit="Ω" }
        - [ ] Pressed {: #pressed unit="Ω" minus="leads" }
        """,
        """
        - [ ] Pressed {: #pressed unit="Ω" minus="leads" } ◀ item “pressed”: minus=“leads” is no earlier reading
        - [ ] Leads {: #leads unit="Ω" }
        """,
        """
        - [ ] Leads {: #leads unit="Ω" }
        - [ ] Pressed {: #pressed unit="Ω" minus="lead" } ◀ is no earlier reading: did you mean “leads”?
        """,
        """
        - [ ] Leads {: #leads }
        - [ ] Pressed {: #pressed unit="Ω" minus="leads" } ◀ minus=“leads” is no earlier reading
        """,
        """
        - [ ] Volts {: #volts unit="V" }
        - [ ] Pressed {: #pressed unit="Ω" minus="volts" } ◀ minus=“volts” is in V, not in Ω
        """,
        '- [ ] Pressed {: #pressed unit="Ω" minus="pressed" } ◀ minus=“pressed” is no earlier reading',
        """
        - [ ] Off {: #off undo="On" state="off" }
        - [ ] On {: #on undoes="off" }
        """,
        "- [ ] On {: #on undoes=off } ◀ item “on”: undoes=“off” is no earlier item",
        """
        - [ ] Power off {: #power-off undo="On" state="off" }
        - [ ] On {: #on undoes="power-of" } ◀ undoes=“power-of” is no earlier item: did you mean “power-off”?
        """,
        """
        - [ ] Off {: #off }
        - [ ] On {: #on undoes="off other" } ◀ “off”, but that item has no undo ◀ “other” is no earlier item
        """,
        """
        - [ ] Left {: #left count="clip" undo="In" state="out" }
        - [ ] Right {: #right count="clip" undo="In" state="out" }
        - [ ] In {: #in count="clip" undoes="left right" } ◀ undoes the counts “left” and “right”: count each back
        """,
        """
        - [ ] Out {: #out count="clip" undo="In" state="out" }
        - [ ] Left in {: #left-in count="clip" undoes="out" }
        - [ ] Right in {: #right-in count="clip" undoes="out" }
        """,
    ],
)
def test_references_lead_somewhere(tmp_path: Path, text: str) -> None:
    check_guide(tmp_path, step_file(text))


def test_references_lead_from_page_to_page(tmp_path: Path) -> None:
    second = """
        # Second {: #second }

        ## Close {: #close }

        Back to [the step](#step).

        - [ ] Pressed {: #pressed unit="Ω" minus="leads" }
        - [ ] On {: #on undoes="off" }
        """
    first = 'On to [the end](#close).\n\n- [ ] Off {: #off undo="On" state="off" }\n- [ ] Leads {: #leads unit="Ω" }'
    check_guide(tmp_path, {"10-page.md": STEP + first, "20-second.md": second})

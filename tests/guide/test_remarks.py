"""What check remarks on and refuses nothing for: left open, stated without a source, against the style."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.cli import main
from tests.builders import STEP, compare_faults, step_file, write_guide

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path style="fill:red" class="x" d="M0 0"/></svg>'
PLAIN = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    "text",
    [
        '- [ ] Off {: #off undo="Trim on" state="trim off" } ◀ item “off”: no later item puts it back',
        '- [ ] Off {: #off undo="Trim on" state="trim off" }\n- [ ] On {: #on undoes=off }',
        "Order 28710-AX600. ◀ “28710-AX600” has no source",
        "- Order 28268AX61A. ◀ “28268AX61A” has no source\n- Order 28268AX61A.[^versa]",
        "The sky blue/red wire. ◀ “sky blue/red wire” has no source",
        "| a |\n|---|\n| The wire is brown | ◀ “wire is brown” has no source\n| The wire is brown[^versa] |",
        "| a[^versa] |\n|---|\n| The wire is brown |",
        "It sits behind the left seat. ◀ “behind the left” has no source",
        "It sits behind the left seat.[^versa]",
        "Call 0800-12345 or see P0335, in the left hand, red light, PCF7946.",
        "![A](diagrams/plain.svg)",
        "![A](diagrams/styled.svg) ◀ has class=: write fill= and stroke= ◀ has style=: write fill= and stroke=",
    ],
)
def test_what_is_remarked_on_is_not_refused(tmp_path: Path, text: str) -> None:
    files = {**step_file(text), "diagrams/styled.svg": SVG, "diagrams/plain.svg": PLAIN}
    guide = write_guide(tmp_path, files)
    assert guide_mistakes(guide) == []
    remarks = tuple(remark for remark in guide_remarks(guide) if remark.file.suffix == ".md")
    compare_faults(remarks, {"10-page.md": STEP + text})


def test_two_pictures_in_a_step_are_remarked_on(tmp_path: Path) -> None:
    page = STEP.replace("## Step {: #step }", "## Step {: #step } ◀ step “Step” shows several pictures")
    files = {"10-page.md": page + "![A](a.svg)\n\n![A](a.svg)", "a.svg": PLAIN}
    compare_faults(tuple(guide_remarks(write_guide(tmp_path, files))), files)


@pytest.mark.parametrize("name", ["filter", "mask", "clip-path"])
def test_what_window_and_paper_draw_differently_is_refused(tmp_path: Path, name: str) -> None:
    files = step_file(
        f"![A](a.svg) ◀ picture a.svg: it has a {name} at <path>, which window and paper do not show alike"
    )
    guide = write_guide(tmp_path, {**files, "a.svg": SVG.replace("style=", f'{name}="url(#x)" style=')})
    compare_faults(tuple(guide_mistakes(guide)), files)


def test_remarks_are_counted_and_the_guide_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = write_guide(tmp_path, step_file("Order 28710-AX600."))
    assert main(["check", str(guide)]) == 0
    assert capsys.readouterr().out.endswith("1 guide checked: no mistakes, 1 remark\n")

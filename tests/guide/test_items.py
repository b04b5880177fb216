"""Checklist items: ticks, readings and counts."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.model import AnyItem, Count, Reading, Tick, Words
from tests.builders import blocks_of, check_guide, step_file, words


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("- [ ] Open {: #open }", Tick(id="open", label=words("Open"))),
        ("- [x] Open {: #open }", Tick(id="open", label=words("Open"))),
        ("* [X] Open {:#open}", Tick(id="open", label=words("Open"))),
        ("1. [ ] Open {: #open }", Tick(id="open", label=words("Open"))),
        ("- [ ] **Open** {: #open }", Tick(id="open", label=words("Open", bold=True))),
        (
            "- [ ] Clips `A` out {: #clips count=clip }",
            Count(id="clips", label=(Words("Clips "), Words("A", code=True), Words(" out")), noun="clip"),
        ),
        (
            '- [ ] Off {: #off undo=\'Put it "on"\' state="it is off" }',
            Tick(id="off", label=words("Off"), undo='Put it "on"', state="it is off"),
        ),
        ("- [ ] Volts {: #volts unit=V }", Reading(id="volts", label=words("Volts"), unit="V")),
        (
            "- [ ] Dead {: #dead unit=V min=0 max=0 }",
            Reading(id="dead", label=words("Dead"), unit="V", low=Decimal(0), high=Decimal(0)),
        ),
        (
            '- [ ] Cold {: #cold unit="°C" min="-5" max="1.50" }',
            Reading(id="cold", label=words("Cold"), unit="°C", low=Decimal(-5), high=Decimal("1.5")),
        ),
    ],
)
def test_an_item_is_read(tmp_path: Path, text: str, item: AnyItem) -> None:
    assert blocks_of(tmp_path, text) == (item,)


def test_an_item_may_run_over_two_lines(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "- [ ] Open the\n  tailgate {: #open }") == (
        Tick(id="open", label=words("Open the tailgate")),
    )


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] Open ◀ the item needs an id of small letters, digits, dashes: {: #item-id }",
        "- [ ] Open {: #Open } ◀ the item needs an id",
        "- [ ] Open {: #a--b } ◀ the item needs an id",
        "- [ ] Open {: #ключ } ◀ the item needs an id",
        "- [ ] {: #open } ◀ item “open” has no words",
        "- [ ] [^meters] {: #open } ◀ item “open” has no words",
        '- [ ] Off {: #off undo="On" } ◀ undo (how to put it back) and state (how it is till then) go together',
        '- [ ] Off {: #off state="it is off" } ◀ item “off”: undo (how to put it back) and state',
        "- [ ] Off {: #off undo state=off } ◀ item “off”: undo (how to put it back) and state",
        "- [ ] Clips {: #clips count } ◀ count does not say what is counted",
        '- [ ] Clips {: #clips count="" } ◀ count does not say what is counted',
        "- [ ] Clips {: #clips count=clip unit=V } ◀ a count has no unit: it is a count or a reading",
        "- [ ] Open {: #open undos=off } ◀ unknown attribute “undos”: did you mean “undoes”?",
        "- [ ] Open {: #open line=3 } ◀ unknown attribute “line”",
        "- [ ] Open {: #open .big } ◀ unknown attribute “.”",
        "- [ ] Volts {: #volts unit=V maximum=3 } ◀ unknown attribute “maximum”",
        "- [ ] Watts {: #watts unit=W } ◀ unit=“W” is not known; there is: Ω, V, A, mm, °C, Nm, s",
        "- [ ] Volts {: #volts max=3 } ◀ unit=“” is not known",
        "- [ ] Volts {: #volts unit=V max } ◀ max=“” is not a number such as 0.5",
        '- [ ] Volts {: #volts unit=V max="1,5" } ◀ max=“1,5” is not a number such as 0.5',
        "- [ ] Volts {: #volts unit=V min=nan } ◀ min=“nan” is not a number such as 0.5",
        "- [ ] Volts {: #volts unit=V min=inf } ◀ min=“inf” is not a number such as 0.5",
        "- [ ] Volts {: #volts unit=V min=2 max=1 } ◀ min=2 is more than max=1",
    ],
)
def test_what_is_refused(tmp_path: Path, text: str) -> None:
    check_guide(tmp_path, step_file(text))

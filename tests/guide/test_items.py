"""Checklist items: ticks, readings and counts."""

from decimal import Decimal
from pathlib import Path

import pytest

from micra_assistant.guide.model import AnyItem, Count, Reading, SourceMark, Tick, Words, Written
from micra_assistant.guide.reader import examine, read_guide
from tests.builders import blocks_of, check_guide, step_file, words, write_guide


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
        ("- [ ] Leads {: #leads unit=\N{OHM SIGN} }", Reading(id="leads", label=words("Leads"), unit="Ω")),
        ("- [ ] Leads {: #leads unit=ohm }", Reading(id="leads", label=words("Leads"), unit="Ω")),
        ("- [ ] Leads {: #leads unit=Ohms }", Reading(id="leads", label=words("Leads"), unit="Ω")),
        (
            '- [ ] Coil[^meters] {: #coil unit="kohm" min="4.7" max="10" }',
            Reading(
                id="coil",
                label=(*words("Coil"), SourceMark("meters")),
                unit="Ω",
                low=Decimal(4700),
                high=Decimal(10000),
            ),
        ),
        (
            '- [ ] Coil[^meters] {: #coil unit="MΩ" min="1" }',
            Reading(id="coil", label=(*words("Coil"), SourceMark("meters")), unit="Ω", low=Decimal(1000000)),
        ),
        ('- [ ] Cold {: #cold unit="deg C" }', Reading(id="cold", label=words("Cold"), unit="°C")),
        ("- [ ] Volts {: #volts unit=volts }", Reading(id="volts", label=words("Volts"), unit="V")),
        ("- [ ] Tyre {: #tyre unit=bar }", Reading(id="tyre", label=words("Tyre"), unit="bar")),
        ("- [ ] Oil {: #oil unit=litres }", Reading(id="oil", label=words("Oil"), unit="l")),
        ("- [ ] Amps {: #amps unit=А }", Reading(id="amps", label=words("Amps"), unit="A")),
        ("- [ ] Cold {: #cold unit=°С }", Reading(id="cold", label=words("Cold"), unit="°C")),
        ("- [ ] Play {: #play unit=мм }", Reading(id="play", label=words("Play"), unit="mm")),
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
        "- [ ] Watts {: #watts unit=W } ◀ unit=“W” is not known; there is: Ω, V, A, mm, °C, Nm, s, bar, kPa, l",
        "- [ ] Volts {: #volts unit=mV } ◀ unit=“mV” is not known",
        "- [ ] Volts {: #volts unit=dc } ◀ unit=“dc” is not known",
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


NOTICE = '!!! notice "Wire cut"\n    It stays cut. Think first.\n\n    '


def test_a_point_of_no_return_says_what_cannot_be_taken_back(tmp_path: Path) -> None:
    text = NOTICE + '- [ ] Cut {: #cut undo="Join it" state="cut" no-return="It stays cut." }'
    guide = read_guide(write_guide(tmp_path, step_file(text)))
    assert guide.items == (Tick(id="cut", label=words("Cut"), undo="Join it", state="cut", no_return="It stays cut."),)


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] Cut {: #cut no-return } ◀ item “cut”: no-return is no whole sentence: no-return=",
        '- [ ] Cut {: #cut no-return="" } ◀ item “cut”: no-return is no whole sentence',
        '- [ ] Cut {: #cut no-return="wire cut" } ◀ item “cut”: no-return is no whole sentence',
        '- [ ] Cut {: #cut no-returns="It is cut." } ◀ unknown attribute “no-returns”: did you mean “no-return”?',
        '- [ ] Volts {: #volts unit=V no-return="It is cut." } ◀ item “volts”: no-return belongs to a tick',
        '- [ ] Wires {: #wires count=wire no-return="It is cut." } ◀ item “wires”: no-return belongs to a tick',
    ],
)
def test_what_is_refused_of_a_point_of_no_return(tmp_path: Path, line: str) -> None:
    check_guide(tmp_path, step_file(NOTICE + line))


OFF = '- [ ] Off {: #off undo="On" state="battery off" }\n\n'


def test_an_item_that_confirms_says_what(tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, step_file(OFF + "- [ ] Sure {: #sure confirms=off }")))
    assert guide.item("sure") == Tick(id="sure", label=words("Sure"), confirms=("off",))


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] Sure {: #sure confirms } ◀ item “sure”: confirms does not say what: confirms=",
        '- [ ] Sure {: #sure confirms=" " } ◀ item “sure”: confirms does not say what: confirms=',
        '- [ ] Sure {: #sure confirms=off undo="On" state="out" } ◀ item “sure”: it only confirms how the car stands',
        "- [ ] Sure {: #sure confirms=off undoes=off } ◀ item “sure”: it only confirms how the car stands",
        "- [ ] Sure {: #sure confirms=off unit=V } ◀ so it has no unit",
        "- [ ] Sure {: #sure confirms=off count=clip } ◀ so it has no count",
        '- [ ] Sure {: #sure confirms=off no-return="It stays." } ◀ has no no-return ◀ no-return has its place in',
        "- [ ] Sure {: #sure confirm=off } ◀ unknown attribute “confirm”: did you mean “confirms”?",
    ],
)
def test_what_is_refused_of_an_item_that_confirms(tmp_path: Path, line: str) -> None:
    check_guide(tmp_path, step_file(OFF + line))


@pytest.mark.parametrize("signal", ["danger", "warning", "caution", "notice"])
def test_a_point_of_no_return_stands_in_a_safety_message(tmp_path: Path, signal: str) -> None:
    check_guide(tmp_path, step_file(NOTICE.replace("notice", signal) + '- [ ] Cut {: #cut no-return="It stays cut." }'))


@pytest.mark.parametrize("above", ["", '!!! note "Wire cut"\n    It stays cut.\n\n    ', "!!! tip\n    Cut.\n\n    "])
def test_a_point_of_no_return_elsewhere_is_refused(tmp_path: Path, above: str) -> None:
    fault = " ◀ item “cut”: no-return has its place in a danger, warning, caution or notice"
    check_guide(tmp_path, step_file(above + '- [ ] Cut {: #cut no-return="It stays cut." }' + fault))


def test_a_value_in_it_has_no_room_for_its_source(tmp_path: Path) -> None:
    text = NOTICE + '- [ ] Cut {: #cut no-return="It costs 100 EUR." }'
    (fault,) = examine(write_guide(tmp_path, step_file(text))).findings
    assert fault.message == "100 EUR has no source: no-return has no room for one; put the value into the callout"


@pytest.mark.parametrize(
    ("signal", "line", "asked"),
    [
        ("warning", "- [ ] Off {: #off }", True),
        ("danger", "- [ ] Off {: #off }", True),
        ("notice", "- [ ] Off {: #off }", False),
        ("notice", '- [ ] Off {: #off no-return="It stays off." }', True),
        ("warning", "- [ ] Off {: #off undo=On state=off }", True),
        ("warning", "- [ ] Volts {: #volts unit=V }", False),
        ("warning", "- [ ] Clips {: #clips count=clip }", False),
    ],
)
def test_gates_and_points_of_no_return_need_a_second_act(tmp_path: Path, signal: str, line: str, asked: bool) -> None:
    step = read_guide(write_guide(tmp_path, step_file(NOTICE.replace("notice", signal) + line))).steps[0]
    (item,) = step.items
    assert item.needs_second_act is asked
    assert step.callout_of(item.id) is step.blocks[0]
    assert step.callout_of("other") is None


def test_a_gate_that_confirms_what_is_so_needs_no_second_act(tmp_path: Path) -> None:
    text = OFF + NOTICE.replace("notice", "warning") + "- [ ] Sure {: #sure confirms=off }"
    item = read_guide(write_guide(tmp_path, step_file(text))).item("sure")
    assert (item.gate, item.needs_second_act) == (True, False)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("- [ ] Number {: #number words }", Written(id="number", label=words("Number"))),
        (
            '- [ ] Number {: #number words pattern="[0-9A-Z-]{5,20}" like="5 to 20 signs" }',
            Written(id="number", label=words("Number"), pattern="[0-9A-Z-]{5,20}", like="5 to 20 signs"),
        ),
        (
            '- [ ] Wait[^meters] {: #wait wait="3 min" }',
            Tick(id="wait", label=(*words("Wait"), SourceMark("meters")), wait=180),
        ),
    ],
)
def test_a_line_for_words_and_a_wait_are_read(tmp_path: Path, text: str, item: AnyItem) -> None:
    assert blocks_of(tmp_path, text) == (item,)


def test_words_inside_a_warning_are_a_gate(tmp_path: Path) -> None:
    callout = """
        !!! warning "Wrong part"
            A wrong part can burn. Read the number first.

            - [ ] Number {: #number words }
        """
    write_guide(tmp_path, step_file(callout))
    guide = read_guide(tmp_path / "guides" / "button")
    assert guide.item("number").gate
    assert not guide.item("number").needs_second_act


def test_what_is_wrong_with_a_line_for_words_or_a_wait(tmp_path: Path) -> None:
    check_guide(
        tmp_path,
        step_file(
            """
            - [ ] One {: #one words pattern="[0-9]{5}" }      ◀ item “one”: pattern, for words, goes with like
            - [ ] Two {: #two pattern="A" like="an A" }       ◀ item “two”: pattern, for words, goes with like
            - [ ] Three {: #three words pattern="A*" like="A" }          ◀ item “three”: pattern: “*” is not understood
            - [ ] Four {: #four words undo="Rub out" state="written" }   ◀ it only writes words down, so it has no undo
            - [ ] Five {: #five words unit="V" }                         ◀ unknown attribute “words”
            - [ ] Six {: #six words no-return="It stays." }  ◀ no-return belongs to a tick ◀ no-return has its place
            - [ ] Eight[^meters] {: #eight wait="3 days" }               ◀ wait=“3 days” is no time up to 24 h
            - [ ] Nine {: #nine words wait="3 min" }                     ◀ unknown attribute “wait”
            """
        ),
    )


def test_a_wait_and_what_words_are_like_need_a_source_for_their_values(tmp_path: Path) -> None:
    text = """
        - [ ] Wait {: #wait wait="3 min" }
        - [ ] Number {: #number words pattern="A" like="A, 5 V" }
        """
    findings = examine(write_guide(tmp_path, step_file(text))).findings
    assert [finding.message.partition(" has no source")[0] for finding in findings] == ["3 min", "5 V"]

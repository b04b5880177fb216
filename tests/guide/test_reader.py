"""A guide's folder, read to the whole model or refused with every fault in its line."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.cli import main
from micra_assistant.errors import GuideError, Mistake
from micra_assistant.guide.contents import fingerprint
from micra_assistant.guide.folders import guide_folders
from micra_assistant.guide.model import (
    Bullets,
    Callout,
    Complaint,
    Count,
    Diagram,
    Guide,
    Page,
    Paragraph,
    Reading,
    SignalWord,
    SourceMark,
    Step,
    Table,
    Tick,
    Tool,
    Words,
    plain,
)
from micra_assistant.guide.reader import examine, read_guide
from micra_assistant.guide.source import Confidence, Scope, Source, SourceKind
from tests.builders import (
    HEAD,
    STEP,
    Files,
    blocks_of,
    check_guide,
    compare_faults,
    faults_found,
    guide_of,
    literal,
    step_file,
    words,
    write_guide,
)

WHOLE: Files = {
    "guide.toml": """
        format = 1
        title = "Tailgate button"
        car = "Nissan Micra K12"
        summary = "It does not open."
        version = "2026.11"

        [[tools]]
        name = "Multimeter"
        note = "DC volts and ohms"

        [[tools]]
        name = "Torch"

        [[complaints]]
        title = "The button is dead"
        step = "battery-off"
        """,
    "10-prepare.md": """
        # Before you start {: #before }

        ## Battery off {: #battery-off minutes=5 }

        The button **only** *asks*, says `BCM`.[^versa]

        - Prop it
        - Leave it open

        !!! danger "Short circuit"
            A spark can burn you. Lift the negative clamp first.

            - [ ] Battery **negative** off {: #off undo="Connect the negative" state="negative off" }

        - [ ] Clips {: #clips count="clip" undo="Press in the clips" state="clips out" }
        """,
    "20-test.md": """
        # Test {: #test }

        ## Measure {: #measure minutes=10 }

        1. Back to [the battery](#battery-off) first
        2. Set the meter to ohms[^meters]

        ![Meter on the two terminals](diagrams/meter.svg)[^meters]

        | Reading | Means |
        |---|---|
        | under **1 Ω** | good[^meters] |

        !!! tip
            Hold the probes still.

        - [ ] Leads[^meters] {: #leads unit="Ω" max="0.5" }
        - [ ] Pressed[^meters] {: #pressed unit="Ω" min="0" max="1" minus="leads" }

        ## Close {: #close }

        - [ ] Clips in {: #clips-in count="clip" undoes="clips" }
        - [x] Battery on {: #on undoes="off clips" }
        """,
    "diagrams/meter.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def whole(folder: Path) -> Guide:
    """Return the model of ``WHOLE``."""
    battery_off = Step(
        "battery-off",
        "Battery off",
        (
            Paragraph(
                (
                    Words("The button "),
                    Words("only", bold=True),
                    Words(" "),
                    Words("asks", italic=True),
                    Words(", says "),
                    Words("BCM", code=True),
                    Words("."),
                    SourceMark("versa"),
                )
            ),
            Bullets((words("Prop it"), words("Leave it open"))),
            Callout(
                SignalWord.DANGER,
                words("Short circuit"),
                (
                    Paragraph(words("A spark can burn you. Lift the negative clamp first.")),
                    Tick(
                        id="off",
                        label=(Words("Battery "), Words("negative", bold=True), Words(" off")),
                        gate=True,
                        undo="Connect the negative",
                        state="negative off",
                    ),
                ),
            ),
            Count(id="clips", label=words("Clips"), noun="clip", undo="Press in the clips", state="clips out"),
        ),
        minutes=5,
    )
    measure = Step(
        "measure",
        "Measure",
        (
            Bullets(
                (
                    (Words("Back to "), Words("the battery", link="battery-off"), Words(" first")),
                    (Words("Set the meter to ohms"), SourceMark("meters")),
                ),
                numbers=(1, 2),
            ),
            Diagram("diagrams/meter.svg", "Meter on the two terminals", ("meters",)),
            Table(
                (words("Reading"), words("Means")),
                (((Words("under "), Words("1 Ω", bold=True)), (Words("good"), SourceMark("meters"))),),
            ),
            Callout(SignalWord.TIP, (), (Paragraph(words("Hold the probes still.")),)),
            Reading(id="leads", label=(*words("Leads"), SourceMark("meters")), unit="Ω", high=Decimal("0.5")),
            Reading(
                id="pressed",
                label=(*words("Pressed"), SourceMark("meters")),
                unit="Ω",
                low=Decimal(0),
                high=Decimal(1),
                minus="leads",
            ),
        ),
        minutes=10,
    )
    close = Step(
        "close",
        "Close",
        (
            Count(id="clips-in", label=words("Clips in"), noun="clip", undoes=("clips",)),
            Tick(id="on", label=words("Battery on"), undoes=("off", "clips")),
        ),
    )
    return Guide(
        id="button",
        title="Tailgate button",
        car="Nissan Micra K12",
        summary="It does not open.",
        version="2026.11",
        folder=folder,
        tools=(Tool("Multimeter", "DC volts and ohms"), Tool("Torch")),
        pages=(Page("before", "Before you start", (battery_off,)), Page("test", "Test", (measure, close))),
        sources={
            "versa": Source("Manual of a sister car", SourceKind.MANUAL, Scope.SISTER, Confidence.MEDIUM),
            "meters": Source("How meters read", SourceKind.PRACTICE, Scope.GENERAL, Confidence.HIGH),
        },
        complaints=(Complaint("The button is dead", "battery-off"),),
        fingerprint=fingerprint(folder),
    )


def test_a_guide_is_read_to_the_whole_model(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, WHOLE)
    guide = read_guide(folder)
    assert guide == whole(folder)
    assert list(guide.sources) == ["versa", "meters"], "sources stand in order of first use"


def test_a_guide_knows_its_steps_items_and_minutes(tmp_path: Path) -> None:
    guide = read_guide(write_guide(tmp_path, WHOLE))
    assert [step.id for step in guide.steps] == ["battery-off", "measure", "close"]
    assert [item.id for item in guide.items] == ["off", "clips", "leads", "pressed", "clips-in", "on"]
    assert guide.minutes == 15
    assert guide.page_of("close").id == "test"
    assert guide.step_of("pressed").id == "measure"
    with pytest.raises(KeyError):
        guide.page_of("before")
    with pytest.raises(KeyError):
        guide.step_of("close")


TEN_FAULTS: Files = {
    "guide.toml": """
        format = 1
        title = "Tailgate button"
        car = "Nissan Micra K12"
        version = 5                     ◀ “version”: Expected `str`, got `int`
        """,
    "../sources.toml": """
        [meters]
        title = "How meters read"
        kind = "gossip"                 ◀ “kind”: Invalid enum value 'gossip'
        scope = "general"
        confidence = "high"
        """,
    "10-prepare.md": """
        # Prepare {: #prepare }

        ## Battery off {: #battery-off minutes=soon }     ◀ minutes=“soon” is not a whole number of minutes below 1000

        !!! wraning "Sparks"                              ◀ no callout “wraning”: did you mean “warning”?
            A spark can burn you. Lift the clamp first.

        Then look [at the manual](http://example.com).    ◀ link to http://example.com: there is no network here
        """,
    "20-test.md": """
        # Test {: #test }

        ## Measure {: #measure }

        - [ ] Leads {: #leads unit="Watt" }               ◀ unit=“Watt” is not known
        - [ ] Pressed                                     ◀ the item needs an id

        ![The meter](diagrams/meter.svg)                  ◀ picture diagrams/meter.svg does not exist

        <script>alert()</script>                          ◀ raw HTML <script> is not allowed
        """,
    "parts.toml": """
        part = "Button"
        currency = "RUB"
        market = "Russia"
        priced = "2026"
        source = "meters"
        rate_per_hour = 1200
        options = []
        colour = "red"                  ◀ unknown key “colour”
        """,
}


def test_ten_faults_are_ten_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write_guide(tmp_path, TEN_FAULTS))]) == 1
    shown = [re.fullmatch(r"(.+):(\d+): (.+)", line) for line in capsys.readouterr().out.splitlines()]
    assert len(shown) == 10
    compare_faults(tuple(Mistake(Path(line[1]), int(line[2]), line[3]) for line in shown if line), TEN_FAULTS)


def test_a_sound_guide_has_no_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write_guide(tmp_path, WHOLE))]) == 0
    assert capsys.readouterr().out == "1 guide checked: no mistakes\n"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("◀ the page must begin with its title", id="empty"),
        pytest.param("Words. ◀ the page must begin with its title", id="no heading"),
        pytest.param("## Step {: #step } ◀ the page must begin with its title", id="step first"),
        pytest.param("Words. ◀ the page must begin with its title\n\n# Page {: #page }", id="words first"),
        pytest.param("# Page {: #page } ◀ the page has no step", id="no step"),
        pytest.param("# Page ◀ the page needs an id\n\n## Step {: #step }\n\nWords.", id="page without id"),
        pytest.param("# {: #page } ◀ the page has no title\n\n## Step {: #step }\n\nWords.", id="page untitled"),
        pytest.param(
            "# Page {: #page }\n\nWords. ◀ text before the first step\n\n## S {: #s }\n\nWords.", id="preface"
        ),
        pytest.param(f"{STEP}Words.\n\n# More {{: #more }} ◀ a second page title\n\nWords.", id="two titles"),
        pytest.param("# Page {: #page }\n\n## Step ◀ the step needs an id\n\nWords.", id="step without id"),
        pytest.param("# Page {: #page }\n\n## {: #step } ◀ the step has no title\n\nWords.", id="step untitled"),
        pytest.param("# Page {: #page }\n\n## Step {: #step } ◀ step “Step” is empty", id="step empty"),
        pytest.param("# Page {: #page }\n\n## Step {: #Step_1 } ◀ needs an id of small letters\n\nWords.", id="odd id"),
        pytest.param(
            f"{STEP}Words.\n\n## Again {{: #step }} ◀ step id “step” is already used in 10-page.md:3\n\nWords.",
            id="step id twice",
        ),
        pytest.param(
            f"{STEP}- [ ] One {{: #one }}\n- [ ] Two {{: #one }} ◀ item id “one” is already used in 10-page.md:5",
            id="item id twice",
        ),
        *(
            pytest.param(f"# P {{: #p }}\n\n## S {{: #s {minutes} }} ◀ is not a whole number\n\nWords.", id=minutes)
            for minutes in ("minutes=soon", "minutes=1.5", "minutes=-1", "minutes=1000", "minutes=٣", "minutes")
        ),
        pytest.param(
            "# P {: #p colour=red } ◀ unknown attribute “colour”\n\n"
            "## S {: #s minute=5 } ◀ unknown attribute “minute”: did you mean “minutes”?\n\nWords.",
            id="unknown attributes",
        ),
    ],
)
def test_what_is_wrong_with_a_page(tmp_path: Path, page: str) -> None:
    check_guide(tmp_path, {"10-page.md": page})


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('format = 1 ◀ “version” is missing\ntitle = "T"\ncar = "C"', id="missing"),
        pytest.param('format = 2 ◀ “title” is missing\ncar = "C"\nversion = "1"', id="one at a time"),
        pytest.param("format = 1\ntitle = ◀ is not TOML", id="syntax"),
        pytest.param(
            'format = 1\ntitle = "T"\ncar = "C"\nversion = "1"\ntool = [] ◀ unknown key “tool”: did you mean “tools”?',
            id="near miss",
        ),
        pytest.param(
            'format = 1\ntitle = "T"\ncar = "C"\nversion = "1"\n[[tools]]\nname = "A"\n[[tools]]\nname = 1 ◀ Expected',
            id="second tool",
        ),
    ],
)
def test_what_is_wrong_with_the_head(tmp_path: Path, head: str) -> None:
    check_guide(tmp_path, {**step_file("Words."), "guide.toml": head})


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ('format = 2\ntitle = "T"\ncar = "C"\nversion = "1"', "format 2 is newer than this program knows"),
        ('format = 1\ntitle = " "\ncar = "C"\nversion = "1"', "title and version must not be empty"),
    ],
)
def test_a_head_that_says_nothing_useful_is_refused(tmp_path: Path, head: str, message: str) -> None:
    folder = write_guide(tmp_path, {**step_file("Words."), "guide.toml": head})
    (fault,) = faults_found(lambda: read_guide(folder))
    assert (fault.file.name, fault.line) == ("guide.toml", 1)
    assert message in fault.message


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    assert [str(fault) for fault in faults_found(lambda: read_guide(folder))] == [
        f"{folder}:1: has no pages: add a file such as 10-before-you-start.md",
        f"{folder / 'guide.toml'}:1: cannot be read: No such file or directory",
    ]


def test_a_page_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, step_file("Words."))
    (folder / "10-page.md").write_bytes("Kühlung".encode("latin-1"))
    (folder / "20-folder.md").mkdir()
    faults = faults_found(lambda: read_guide(folder))
    compare_faults(faults, {"10-page.md": "◀ is not saved as UTF-8: ", "20-folder.md": "◀ is no file of this folder"})


@pytest.mark.parametrize("change", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_any_editor_will_do(tmp_path: Path, change: str, mark: bytes) -> None:
    """Line ends as on Windows, and the mark that Notepad puts first, change nothing."""
    folder = write_guide(tmp_path, WHOLE)
    for file in (*folder.glob("*.md"), *folder.glob("*.toml"), folder.parent / "sources.toml"):
        file.write_bytes(mark + file.read_bytes().replace(b"\n", change.encode()))
    assert read_guide(folder) == whole(folder)


def test_lines_are_counted_the_same_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, TEN_FAULTS)
    before = faults_found(lambda: read_guide(folder))
    for file in (*folder.glob("*.md"), *folder.glob("*.toml")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert faults_found(lambda: read_guide(folder)) == before


@pytest.mark.parametrize(
    ("line", "level", "deepest"),
    [("- line", "    ", 10), ("!!! note", "    ", 10), ("> said", ">", 38), ("- line", "\t", 40)],
    ids=["lists", "callouts", "quotations", "tabs"],
)
def test_a_page_nested_500_deep_is_refused(tmp_path: Path, line: str, level: str, deepest: int) -> None:
    lines = [level * depth + line for depth in range(500)]
    lines[deepest] += " ◀ is nested too deep: write lists and callouts one level deep"
    check_guide(tmp_path, {"10-page.md": STEP + "\n".join(lines)})


@pytest.mark.parametrize("text", ["[" * 500, "![" * 500, "*" * 500 + "x" + "*" * 500, "[x](" * 500])
def test_brackets_500_deep_are_words(tmp_path: Path, text: str) -> None:
    assert faults_found(lambda: blocks_of(tmp_path, text)) == ()


PIECES = [
    *(
        "# A {: #a }\n\n## B {: #b }\n\n",
        "## C {: #c minutes }\n\n",
        " {: #d }\n",
        "{: #e minutes=3 }",
        "---",
        "===",
        "***",
    ),
    *(
        '!!! warning "Hot"\n    ',
        "!!! note\n    ",
        "!!!",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "> ",
        "words",
        "<b>",
        "<!--",
    ),
    *(
        "- [ ] Item {: #i }\n",
        '- [ ] R {: #r unit="V" max }\n',
        "- [x] {: #n count }\n",
        "- [ ]",
        'unit="Ω"',
        "minus=r",
    ),
    *(
        "![words](\0.svg)",
        "![words](a.svg)",
        "![](/etc/passwd)",
        "[there](#a)",
        "[^meters]",
        "[^",
        "<http://x.y>",
        "[r]: z",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "**",
        "*",
        "`",
        "\\",
        "|",
        "&amp;",
        "\x02",
        "\x03",
        "\x0c",
        "\u2028",
        "😀",
        "\U000f0001",
    ),
    "| a | b |\n|---|---|\n| c | d |\n",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_is_a_guide_or_its_faults(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = write_guide(tmp_path_factory.getbasetemp() / "any-text", {})
    (folder / "10-page.md").write_text(text, encoding="utf-8", newline="")
    (folder / "20-page.md").write_text(STEP + text, encoding="utf-8", newline="")
    assert read_or_refuse(folder) == read_or_refuse(folder)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_guide_or_its_faults(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = write_guide(tmp_path_factory.getbasetemp() / "any-bytes", step_file("Words."))
    for file in (folder / "10-page.md", folder / "guide.toml", folder.parent / "sources.toml"):
        file.write_bytes(content)
    assert read_or_refuse(folder) == read_or_refuse(folder)


def read_or_refuse(folder: Path) -> Guide | str:
    """Return the guide, or its faults."""
    try:
        return read_guide(folder)
    except GuideError as error:
        return str(error)


def test_faults_of_several_files_come_together(tmp_path: Path) -> None:
    check_guide(
        tmp_path,
        {
            "10-one.md": STEP + "- [ ] One ◀ needs an id",
            "20-two.md": "# Two {: #two }\n\n## S {: #step } ◀ step id “step” is already used in 10-one.md:3\n\nWords.",
            "30-three.md": "# Three {: #page } ◀ id “page” is already used in 10-one.md:1\n\n## S {: #s }\n\nWords.",
        },
    )


def test_pages_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    page = "# {0} {{: #{0} }}\n\n## {0} {{: #step-{0} }}\n\nWords."
    files = {"20-a.md": page.format("b"), "10-z.md": page.format("a"), "99-notes.md": page.format("c")}
    folder = write_guide(tmp_path, files)
    (folder / "notes.md").write_text("No page of the guide: it has no number.")
    assert [page.id for page in read_guide(folder).pages] == ["a", "b", "c"]


def test_no_sources_file_is_no_fault_until_one_is_cited(tmp_path: Path) -> None:
    folder = write_guide(tmp_path, step_file("Words."))
    (folder.parent / "sources.toml").unlink()
    assert read_guide(folder).sources == {}
    write_guide(tmp_path, step_file("Words.[^meters]"))
    (folder.parent / "sources.toml").unlink()
    assert [fault.line for fault in faults_found(lambda: read_guide(folder))] == [5]


def test_sources_that_cannot_be_read_are_not_also_unknown(tmp_path: Path) -> None:
    check_guide(tmp_path, {**step_file("Words.[^meters]"), "../sources.toml": "[meters ◀ is not TOML"})


def test_guides_are_found_in_a_folder_and_in_a_folder_of_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_guide(tmp_path, WHOLE)
    assert guide_folders([folder]) == [folder]
    assert guide_folders([folder.parent]) == [folder]
    assert guide_folders([tmp_path, tmp_path / "nowhere"]) == []
    monkeypatch.chdir(folder / "diagrams")
    assert [found.name for found in guide_folders([Path("..")])] == ["button"]
    monkeypatch.chdir(folder)
    assert read_guide(*guide_folders([Path()])) == whole(folder)


def test_words_keep_what_markdown_would_make_of_html(tmp_path: Path) -> None:
    guide = guide_of(tmp_path, STEP + "Fish &amp; chips, 5 < 6 > 4, a & b, `<b> &lt;`")
    assert guide.steps[0].blocks == (
        Paragraph((Words("Fish &amp; chips, 5 < 6 > 4, a & b, "), Words("<b> &lt;", code=True))),
    )


@pytest.mark.parametrize(
    "text", ["Two  words \n   on one line", "Two\twords on\u00a0one line", " Two words on one line"]
)
def test_white_space_is_folded(tmp_path: Path, text: str) -> None:
    assert blocks_of(tmp_path, text) == (Paragraph(words("Two words on one line")),)


def test_a_line_break_is_a_blank(tmp_path: Path) -> None:
    (paragraph,) = blocks_of(tmp_path, "Two words  \non one line")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.text) == "Two words on one line"


def test_white_space_is_folded_over_styles_and_marks(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "[^meters] Two **words** \n [on one](#step) line [^versa]") == (
        Paragraph(
            (
                SourceMark("meters"),
                Words("Two "),
                Words("words", bold=True),
                Words(" "),
                Words("on one", link="step"),
                Words(" line "),
                SourceMark("versa"),
            )
        ),
    )


PARTS = """
    part = "Button"
    currency = "EUR"
    market = "Germany"
    priced = "2026"
    source = "practice"
    rate_per_hour = 60
    """


@pytest.mark.parametrize(
    ("parts", "step", "said"),
    [
        (PARTS, "step", ()),
        (PARTS, "stop", ("no step “stop” to choose the part at: did you mean “step”?",)),
        (None, "step", ("a step to choose the part at, but there is no parts.toml",)),
    ],
)
def test_the_step_that_chooses_the_part_is_one_of_the_guide(
    tmp_path: Path, parts: str | None, step: str, said: tuple[str, ...]
) -> None:
    head = f'{literal(HEAD)}part_step = "{step}"\n'
    folder = write_guide(
        tmp_path, {"guide.toml": head, **step_file("Words."), **({"parts.toml": parts} if parts else {})}
    )
    examined = examine(folder)
    assert tuple(mistake.message for mistake in examined.findings) == said
    assert examined.guide
    assert examined.guide.part_step == step


def test_the_order_of_a_complaint_counts_from_one(tmp_path: Path) -> None:
    complaint = '[[complaints]]\ntitle = "It stays shut"\nstep = "step"\norder = -1\n'
    folder = write_guide(tmp_path, {"guide.toml": literal(HEAD) + complaint, **step_file("Words.")})
    assert "the order of a complaint is a number from 1 on" in str(examine(folder).mistakes[0])

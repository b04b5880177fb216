"""The blocks of a step: what each is read to, and what is refused."""

from pathlib import Path

import pytest

from micra_assistant.guide.model import Bullets, Callout, Diagram, Paragraph, SignalWord, SourceMark, Table, Tick, Words
from tests.builders import blocks_of, check_guide, step_file, words


def test_emphasis_may_be_nested_and_links_styled(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "**bold *both***, [a **link**](#step)[^meters]") == (
        Paragraph(
            (
                Words("bold ", bold=True),
                Words("both", bold=True, italic=True),
                Words(", "),
                Words("a ", link="step"),
                Words("link", bold=True, link="step"),
                SourceMark("meters"),
            )
        ),
    )


def test_a_picture_alone_is_a_diagram(tmp_path: Path) -> None:
    files = {**step_file("![The *red* wire](diagrams/wire.svg)"), "diagrams/wire.svg": "<svg/>"}
    check_guide(tmp_path, files)
    assert blocks_of(tmp_path, "![The red wire](diagrams/wire.svg)") == (Diagram("diagrams/wire.svg", "The red wire"),)


def test_plain_lines_then_items_are_two_blocks_although_markdown_makes_one_list(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "1. Look\n2. Press\n\n- [ ] Pressed {: #pressed }") == (
        Bullets((words("Look"), words("Press")), numbers=(1, 2)),
        Tick(id="pressed", label=words("Pressed")),
    )


def test_a_table_may_have_no_rows_and_short_rows(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "| a | b |\n|---|---|\n| c |") == (Table((words("a"), words("b")), ((words("c"), ()),)),)


@pytest.mark.parametrize("signal", SignalWord)
def test_callouts_have_six_signal_words(tmp_path: Path, signal: SignalWord) -> None:
    (callout,) = blocks_of(
        tmp_path, f'!!! {signal} "Title"\n    What happens. What to do.\n\n    - [ ] Done {{: #done }}'
    )
    assert isinstance(callout, Callout)
    assert (callout.signal, callout.title) == (signal, words("Title"))
    assert [type(block) for block in callout.blocks] == [Paragraph, Tick]


@pytest.mark.parametrize("opening", ['!!!tip "Title"', '!!! TIP "Title"', '!!! tip  "Title"  '])
def test_a_callout_may_be_opened_in_other_ways(tmp_path: Path, opening: str) -> None:
    text = f"Words\n{opening}\n    Inside."
    assert blocks_of(tmp_path, text) == (
        Paragraph(words("Words")),
        Callout(SignalWord.TIP, words("Title"), (Paragraph(words("Inside.")),)),
    )


def test_marks_that_shout_open_nothing(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "Stop!!! **Now**!!!") == (
        Paragraph((Words("Stop!!! "), Words("Now", bold=True), Words("!!!"))),
    )


@pytest.mark.parametrize("signal", SignalWord)
def test_items_in_danger_and_warning_are_gates(tmp_path: Path, signal: SignalWord) -> None:
    (callout,) = blocks_of(
        tmp_path, f'!!! {signal} "Title"\n    What happens. What to do.\n\n    - [ ] Done {{: #done }}'
    )
    assert isinstance(callout, Callout)
    assert [block.gate for block in callout.blocks if isinstance(block, Tick)] == [signal in ("danger", "warning")]


@pytest.mark.parametrize("title", ["", ' "Note"', ' ""'], ids=["none", "the word itself", "empty"])
def test_a_hint_needs_no_title(tmp_path: Path, title: str) -> None:
    assert blocks_of(tmp_path, f"!!! note{title}\n    Words.") == (
        Callout(SignalWord.NOTE, (), (Paragraph(words("Words.")),)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Too <b>bold</b> ◀ raw HTML <b> is not allowed",
        "<script>alert()</script> ◀ raw HTML <script> is not allowed",
        "<!-- hidden --> ◀ raw HTML <!-- is not allowed",
        "- a plain <br> line ◀ raw HTML <br>",
        "Words.\n\n## Step <u>two</u> {: #two } ◀ raw HTML <u>\n\nWords.",
        '!!! note "A <b>title</b>" ◀ raw HTML <b>\n    Words.',
        "- [ ] Press <kbd> {: #press } ◀ raw HTML <kbd>",
        "| a |\n|---|\n| <td> | ◀ raw HTML <td>",
        "Words {: #odd } ◀ {: … } has its place at the end of a heading",
        "- [] Pressed {: #pressed } ◀ {: … } has its place at the end of a heading",
        "- [ ] Pressed {: #pressed } twice ◀ needs an id ◀ {: … } has its place",
        "Look: ![The wire](wire.svg) ◀ a picture inside a line",
        "See [the shop](https://x.example) ◀ link to https://x.example: there is no network here",
        "See [the file](file:///etc/passwd) ◀ link to file:///etc/passwd",
        "See [the page](20-test.md) ◀ link to 20-test.md: there is no network here; link to a step as (#step-id)",
        "See <https://x.example> ◀ link to https://x.example",
        "See [that][1] ◀ link to https://x.example\n\n[1]: https://x.example",
        "Said.[^metres] ◀ no source “metres” in sources.toml: did you mean “meters”?",
        "Said.[^web] ◀ no source “web” in sources.toml",
        "#### Deep ◀ a heading below ##: a step has no parts; make two steps of it",
        "> Said ◀ a quotation: write a hint as !!! note",
        "Words.\n\n    indented ◀ text indented by 4 spaces that belongs to no callout",
        "- [ ] One {: #one }\n- two ◀ a plain line after checklist items: put a sentence between the two lists",
        "- one\n    - two ◀ something nested in a list line",
        "- one\n\n    two ◀ something nested in a list line",
        "- one\n\n    !!! note ◀ something nested in a list line\n        Words.",
        "- [ ] One {: #one }\n    - [ ] Two {: #two } ◀ something nested in a list line",
        "!!! dangr ◀ no callout “dangr”: did you mean “danger”?\n    Words.",
        "!!! info ◀ no callout “info”; there is: danger, warning, caution, notice, note, tip\n    Words.",
        '!!! warning: "Hot" ◀ !!! begins no callout here\n    It burns. Keep off.',
        "Words.\n\n!!! warning 'Hot' ◀ !!! begins no callout here",
        "!!! warning “Hot” ◀ !!! begins no callout here: its quotes are not straight",
        "!!! “Hot” ◀ !!! begins no callout here: its quotes are not straight",
        "Mail <open_job@example.org> ◀ raw HTML <open_job@example.org> is not allowed: take the brackets away",
        '!!! warning "Hot" now ◀ !!! begins no callout here',
        "!!! warning inline ◀ no callout “warning inline”\n    Words.",
        '!!! note "N"\n    ### Deep ◀ a heading below ##',
        '!!! note "N"\n    | a |  ◀ a callout holds text, lists and items\n    |---|\n    | b |',
        '!!! note "N"\n    !!! tip ◀ a callout holds text, lists and items\n        Words.',
        "!!! warning ◀ the callout does not say the hazard\n    It burns. Keep off.",
        '!!! danger "Danger" ◀ the callout does not say the hazard\n    It burns. Keep off.',
        '!!! caution "Hot" ◀ must say, in two sentences, what happens and how to avoid it\n    It burns.',
        '!!! notice "Paint" ◀ must say, in two sentences\n    - It peels. Mask it.',
    ],
)
def test_what_is_refused(tmp_path: Path, text: str) -> None:
    check_guide(tmp_path, step_file(text))


@pytest.mark.parametrize(
    "text",
    [
        "Words. ◀ a ruled line has no place in a step\n\n***\n\nMore.",
        "Words. ◀ <hr> has no place in a line\n\n- ***\n\nMore.",
    ],
)
def test_a_ruled_line_is_reported_where_the_words_before_it_end(tmp_path: Path, text: str) -> None:
    check_guide(tmp_path, step_file(text))


def test_html_in_code_is_code(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, "`<b>` and `{: #x }`") == (
        Paragraph((Words("<b>", code=True), Words(" and "), Words("{: #x }", code=True))),
    )

"""Every element of a page knows its line, whatever stands around it."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.guide import markup
from tests.builders import STEP, check_guide, literal


def outline(text: str) -> list[str]:
    """Return line, tag and first words of every element of a page."""
    root = markup.parse(literal(text))
    return [f"{element.get('line')} {element.tag} {(element.text or '').strip()}".rstrip() for element in root.iter()][
        1:
    ]


def test_every_element_has_its_line() -> None:
    assert outline(
        """
        # Title

        ## Step {: #step }

        One **bold
        and** more[^source].

        - first
        - second

        Then

        1. third

        | head | head |
        |------|------|
        | cell | cell |

        !!! note "Named"
            Inside.

        !!! tip
            - [ ] box {: #box }

        ![words](a.svg)
        """
    ) == [
        "1 h1 Title",
        "3 h2 Step",
        "5 p One",
        "6 strong bold\nand",
        "6 source",
        "8 ul",
        "8 li first",
        "9 li second",
        "11 p Then",
        "13 ol",
        "13 li third",
        "15 table",
        "15 thead",
        "15 tr",
        "15 th head",
        "15 th head",
        "17 tbody",
        "17 tr",
        "17 td cell",
        "17 td cell",
        "19 div",
        "19 p Named",
        "20 p Inside.",
        "22 div",
        "22 p",
        "23 ul",
        "23 li [ ] box {: #box }",
        "25 p",
        "25 img",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "<script>x()</script>",
        "<!-- hidden -->",
        "<!--\nhidden\n-->",
        "<div>\nwords\n</div>",
        "&amp;",
        "&#60;b&#62;",
        '<img src="http://x.y/z.png">',
    ],
)
def test_raw_html_stays_text(text: str) -> None:
    root = markup.parse(text)
    assert [element.tag for element in root.iter()] == ["div", "p"]
    assert root[0].text == text


def test_a_source_mark_is_an_element() -> None:
    (paragraph,) = markup.parse("Said here[^who-said] and\n[^there].")
    assert [(mark.tag, mark.get("id"), mark.get("line"), mark.tail) for mark in paragraph] == [
        ("source", "who-said", "1", " and\n"),
        ("source", "there", "2", "."),
    ]


def test_the_marks_of_lines_leave_no_trace() -> None:
    words = "".join(markup.parse('# A\n\n!!! note\n    *b\nc* `d\ne`\n\n![f\ng](h.svg "i\nj")').itertext())
    assert not markup._MARK.search(words)
    assert "\U000f0005" not in markup.parse("Typed \U000f0005 by hand")[0].itertext()


SOUND = [
    "Words of **bold** and *more*,\nover two lines.",
    "One\n\n\nTwo, three lines further",
    "- a plain line\n- [and a link](#step)\n\nThen.",
    "1. first\n2. second[^meters]\n\nThen.",
    '- [ ] Done {: #done-N }\n- [ ] Read {: #read-N unit="Ω" }\n\nThen.',
    "| a | b |\n|---|---|\n| c | d |",
    '!!! warning "Hot"\n    It burns. Keep off.\n\n    - [ ] Cold {: #cold-N }',
    "!!! note\n    Words.",
    "`code`",
    "…",
]
FAULTY = [
    "- [ ] No id ◀ needs an id\n\nThen.",
    "- [ ] {: #blank-N } ◀ has no words\n\nThen.",
    "- [ ] ◀ needs an id\n\nThen.",
    "- plain\n- [ ] Sound {: #sound-N }\n- plain ◀ a plain line after checklist items\n\nThen.",
    '- [ ] Odd {: #odd-N unit="W" } ◀ unit=“W” is not known\n\nThen.',
    "- [ ] After {: #after-N undoes=none-N } ◀ is no earlier item\n\nThen.",
    "Raw <b>html</b> ◀ raw HTML <b>",
    "See [this](http://x.example). ◀ there is no network here",
    "See\n[that](#gone-N). ◀ link to step “gone-N”, which does not exist",
    "A fact.[^nowhere] ◀ no source “nowhere”",
    "Two lines\nof facts.[^nowhere] ◀ no source “nowhere”",
    "![Words](gone.svg) ◀ does not exist",
    "### Deep ◀ a heading below ##",
    "> Said ◀ a quotation\n\nThen.",
    '!!! wraning "Hot" ◀ did you mean “warning”?\n    It burns. Keep off.',
    "!!! wraning ◀ did you mean “warning”?\n    It burns. Keep off.",
    "!!! warning ◀ does not say the hazard\n    It burns. Keep off.",
    '!!! warning "" ◀ does not say the hazard\n    It burns. Keep off.',
    '!!! caution "Hot" ◀ in two sentences\n    It burns.',
    '!!! note "Named"\n    Words.\n\n    - [ ] No id ◀ needs an id',
    "| a | b |\n|---|---|\n| c | <i> | ◀ raw HTML <i>\n| d | [^nowhere] | ◀ no source “nowhere”",
]


@given(
    blocks=st.lists(st.sampled_from(SOUND) | st.sampled_from(FAULTY), min_size=1, max_size=12),
    gaps=st.lists(st.integers(2, 5), min_size=12, max_size=12),
)
def test_a_fault_is_reported_in_its_line(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str], gaps: list[int]
) -> None:
    numbers = count(1)
    text = "".join(
        block.replace("N", str(next(numbers))) + "\n" * gap for block, gap in zip(blocks, gaps, strict=False)
    )
    check_guide(tmp_path_factory.getbasetemp() / "lines", {"10-page.md": STEP + text})

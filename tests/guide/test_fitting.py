"""What ``check`` has against a translation: each pointer names the line that does not do what the English one does."""

import re
from pathlib import Path

import pytest

from micra_assistant.errors import GuideError
from micra_assistant.guide.fitting import misfits
from micra_assistant.guide.model import Block, Callout, Diagram, SignalWord, Step
from micra_assistant.guide.reader import read_guide
from micra_assistant.guide.translation import read_translation
from tests.builders import check_guide, pages_of, words
from tests.translations import LANGUAGE, in_language

OWN = "../ru/button/"
ENGLISH = pages_of("""
    # Page {: #page }

    ## Step {: #step minutes=3 }

    It takes 1,000 turns and 0.5 V.[^meters] Then go to [the end](#end).

    1. Pull.
    2. Push.

    | You see | Go to |
    |---|---|
    | Light | [The end](#end) |

    !!! warning "Hot metal"
        It burns you. Let it cool.

        - [ ] Cool {: #cool }

    - [ ] Wire cut {: #cut undo="Join the wire" state="wire cut" }
    - [ ] Leads[^meters] {: #leads unit="V" max="0.5" }
    - [ ] Rest[^meters] {: #rest unit="V" min="0.1" max="0.5" minus="leads" }
    - [ ] Clips {: #clips count="clip" }
    - [ ] Wire joined {: #joined undoes="cut" }
    - [ ] Number {: #number words pattern="[0-9]{5}" like="5 digits" }
    - [ ] Waited[^meters] {: #waited wait="3 min" }

    ## End {: #end }

    Done.
    """)
TRANSLATED = """
    # Seite {: #page }

    ## Schritt {: #step }

    Es braucht 1 000 Umdrehungen und 0,5 V.[^meters] Dann [zum Ende](#end).

    1. Ziehen.
    2. Drücken.

    | Man sieht | Weiter |
    |---|---|
    | Licht | [Zum Ende](#end) |

    !!! warning "Heißes Metall"
        Es verbrennt dich. Lass es abkühlen.

        - [ ] Kalt {: #cool }

    - [ ] Draht durch {: #cut undo="Draht verbinden" state="Draht durch" }
    - [ ] Leitungen[^meters] {: #leads unit="V" max="0.5" }
    - [ ] Ruhe[^meters] {: #rest unit="V" min="0.1" max="0.50" minus="leads" }
    - [ ] Klipse {: #clips count="Klips" }
    - [ ] Draht heil {: #joined undoes="cut" }
    - [ ] Nummer {: #number words pattern="[0-9]{5}" like="5 Ziffern" }
    - [ ] Gewartet[^meters] {: #waited wait="180 s" }

    ## Ende {: #end }

    Fertig.
    """


def check(folder: Path, translation: str) -> None:
    """Check that just the faults are found in the translated page that it points at."""
    files = in_language({"10-page.md": translation})
    check_guide(folder, {**ENGLISH, **files}, _misfits_raised)


def _misfits_raised(folder: Path) -> None:
    found = read_translation(read_guide(folder), folder.parent / LANGUAGE / folder.name)
    if found.misfits:
        raise GuideError(found.misfits)


def test_the_same_in_other_words_fits(tmp_path: Path) -> None:
    check(tmp_path, TRANSLATED)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# Seite {: #page }", "# Seite {: #seite }", "the page has the id “page” in English, not “seite”"),
        ("## Ende {: #end }", "## Ende {: #endo }", "the English page has no step “endo”: did you mean “end”?"),
        ("{: #step }", "{: #step minutes=4 }", "minutes=3 in English"),
        ("0,5 V.", "0,7 V.", "0.5 V of the English words is missing here"),
        ("[^meters] Dann", " Dann", "the sources are others than in English: [^meters]"),
        ("(#end).", "(#step).", "the links lead elsewhere than in English: (#end)"),
        ("[zum Ende](#end).", "zum Ende.", "the links lead elsewhere than in English: (#end)"),
        ("1. Ziehen.\n    2. Drücken.", "1. Ziehen.", "the list has 1 lines, in English 2"),
        ("1. Ziehen.", "0. Ziehen.", "the lines of the list are numbered otherwise"),
        (" {: #cool }", ' {: #cool no-return="Heiß." }', "item “cool”: no-return is not there in English"),
        (
            ' undo="Draht verbinden" state="Draht durch"',
            "",
            "item “cut”: state is lost ◀ item “cut”: undo is lost",
        ),
        (' unit="V" max="0.5" }', " }", "item “leads”: it is a reading in English"),
        ('max="0.50"', 'max="0.6"', "item “rest”: max=“0.5” in English, not “0.6”"),
        (' min="0.1"', "", "item “rest”: min=“0.1” in English, not “”"),
        (' minus="leads"', "", "item “rest”: minus=“leads” in English, not “”"),
        ('#rest unit="V"', '#rest unit="mm"', "item “rest”: unit=“V” in English"),
        (' count="Klips"', "", "item “clips”: it is a count in English"),
        (' undoes="cut"', "", "item “joined”: undoes=“cut” in English, not “”"),
        (' words pattern="[0-9]{5}" like="5 Ziffern"', "", "item “number”: it is a line for words in English"),
        ('pattern="[0-9]{5}"', 'pattern="[0-9]{6}"', "item “number”: pattern=“[0-9]{5}” in English, not “[0-9]{6}”"),
        (' pattern="[0-9]{5}" like="5 Ziffern"', "", "pattern=“[0-9]{5}” in English ◀ item “number”: like is lost"),
        ('wait="180 s"', 'wait="5 min"', "item “waited”: wait=“3 min” in English, not “5 min”"),
        (' wait="180 s"', "", "item “waited”: wait=“3 min” in English, not “”"),
        ("#joined", "#join", "the English step has item “joined” here, not “join”"),
        ("    Fertig.", "    - [ ] Fertig {: #done }", "the English step has a paragraph here, not an item"),
        ("    Fertig.", "    Fertig.\n\n    - [ ] Gut {: #good }", "the English step has nothing more here"),
    ],
)
def test_what_differs_is_said_in_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    check(tmp_path, pointed_at(old, new, message))


def pointed_at(old: str, new: str, message: str) -> str:
    """Return the translation with ``new`` for ``old``, the line of the change pointed at."""
    assert TRANSLATED.count(old) == 1
    before, after = TRANSLATED.split(old)
    rest, *more = after.split("\n")
    return "\n".join([f"{before}{new}{rest} ◀ {message}", *more])


def test_a_table_with_another_row_does_not_fit(tmp_path: Path) -> None:
    page = TRANSLATED.replace("| Man sieht | Weiter |", "| Man sieht | Weiter | ◀ as many rows and columns")
    check(tmp_path, page.replace("    | Licht", "    | Rauch | Ende |\n    | Licht"))


def test_a_warning_that_is_none_any_more_loses_its_gate(tmp_path: Path) -> None:
    page = TRANSLATED.replace(
        '!!! warning "Heißes Metall"', '!!! caution "Heißes Metall" ◀ the callout is !!! warning in English, not !!!'
    )
    check(tmp_path, page.replace("{: #cool }", "{: #cool } ◀ item “cool”: it is a gate in one language only"))


def test_what_is_missing_at_the_end_of_a_step_is_said_at_the_step(tmp_path: Path) -> None:
    page = re.sub(r"    - \[ \] Gewartet.*\n", "", TRANSLATED)
    said = "## Schritt {: #step } ◀ the English step goes on with an item: translate it too"
    check(tmp_path, page.replace("## Schritt {: #step }", said))


def test_steps_that_have_changed_places_are_said(tmp_path: Path) -> None:
    head, step, end = TRANSLATED.split("    ## ")
    end = end.replace("Ende {: #end }", "Ende {: #end } ◀ step “step” comes here in English")
    check(tmp_path, "    ## ".join((head, end.rstrip(" ") + "\n", step)))


def said(english: Block, here: Block) -> list[str]:
    """Return what keeps a block from taking the place of the English one."""
    found = misfits(Step("a", "A", (english,)), Step("a", "A", (here,)), OWN)
    return [misfit.message for misfit in found]


@pytest.mark.parametrize(
    ("english", "here", "is_same"),
    [
        ("a.svg", "a.svg", True),
        ("a.svg", f"{OWN}a.svg", True),
        ("../common/a.svg", "../common/a.svg", True),
        ("../common/a.svg", "../ru/common/a.svg", True),
        ("a.svg", f"{OWN}b.svg", False),
        ("a.svg", "../ru/common/a.svg", False),
        ("../common/a.svg", "../common/b.svg", False),
    ],
)
def test_the_same_picture_is_shown_wherever_it_lies(english: str, here: str, is_same: bool) -> None:
    expected = [] if is_same else [f"the English step shows {english} here: name the same picture"]
    assert said(Diagram(english, "Words"), Diagram(here, "Слова")) == expected


def test_the_values_of_a_picture_come_from_the_same_sources() -> None:
    english, here = Diagram("a.svg", "Words", ("meters", "versa")), Diagram("a.svg", "Слова", ("meters",))
    assert said(english, here) == ["the sources are others than in English: [^meters] [^versa]"]


def test_a_callout_has_a_title_in_both_languages_or_in_none() -> None:
    english, here = Callout(SignalWord.TIP, words("Oil"), ()), Callout(SignalWord.TIP, (), ())
    assert said(english, here) == said(here, english) == ["the callout has a title in one language only"]

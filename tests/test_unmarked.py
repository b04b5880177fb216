"""Nothing is said to people that no catalogue can have: neither in the program nor in the templates of the sheets."""

import pytest

from micra_assistant import assets
from tests.not_for_people import ELSEWHERE
from tests.source import sources, trees
from tests.typst_texts import TypstTexts
from tests.unmarked import bare, speaks, unmarked

pytestmark = pytest.mark.thorough
TEMPLATES = {file.name: file.read_text(encoding="utf-8") for file in assets.resource("print").glob("*.typ")}


def test_whatever_is_said_to_people_is_marked() -> None:
    assert [
        f"{name}:{line}: {text}"
        for name, source in sources().items()
        for line, text in unmarked(source, frozenset(ELSEWHERE.get(name, ())), trees()[name])
    ] == []


def test_nothing_is_left_out_for_no_reason() -> None:
    assert ELSEWHERE.keys() <= sources().keys()
    for name, places in ELSEWHERE.items():
        for place in places:
            assert list(unmarked(sources()[name], frozenset(places - {place}), trees()[name])), f"{name}: {place}"


@pytest.mark.parametrize(
    "code",
    [
        'label.setText("Saved")',
        'label.setText("saved")',
        'label.setToolTip(f"{count} left")',
        'raise StoreError(f"{file} cannot be read")',
        'raise StoreError("unreadable") from error',
        'parser.add_argument("--job", help="the job")',
        'sys.stdout.write(f"{count} jobs taken in\\n")',
        'words = "Nothing is open" if empty else ""',
        'words = " and ".join(names)',
        'WORDS = {"done": "Done"}',
        'WORDS = ("Finish", N_("Go on"))',
        '_("{where}: {what}").format(where="in the car", what=what)',
        '_(f"the job {name}")',
        '"<b>No way back</b>"',
        'f"<td style=\\"color:{colour}\\">Total {sum}</td>"',
        'def words() -> str:\n    """Return it."""\n    return "remark: none at all"',
        'QLabel(r"Nothing")',
        'IconButton("note", "Write a note")',
        '@pytest.mark.skip\ndef a(b: str = "Not yet") -> None: ...',
    ],
)
def test_words_are_found_however_they_are_said(code: str) -> None:
    said = code if code.startswith(("def", "@", "raise", "words", "WORDS")) else f"said = {code}"
    assert len(list(unmarked(said))) == 1


@pytest.mark.parametrize(
    "code",
    [
        '"""What it is."""',
        'words = _("Saved: {file}").format(file=file)',
        'words = ngettext("{count} job is open", "{count} jobs are open", count)',
        'WORDS = {"done": N_("Done"), "open": pgettext("car", "Left open")}',
        'connection.execute("SELECT id FROM jobs WHERE number = ?", (1,))',
        'found = re.search(r"Job (\\d+) of", text)',
        'if text.startswith("Error in "): ...',
        'is_so = text == "no such table"',
        'raise KeyError(f"no step {name}")',
        'def row(self) -> "Row of": ...',
        'view.setHtml(f"<p style=\\"margin:0 {gap}px\\">{words}</p>")',
        'window.setWindowTitle("Micra Assistant")',
        'name = "labour-rate"',
        'KEYS = ("Ctrl+Shift+S", "PgDown")',
    ],
)
def test_what_is_no_words_for_people_needs_no_mark(code: str) -> None:
    assert list(unmarked(code)) == []


def spoken(source: str) -> list[str]:
    """Return the texts of a template that are words for people: in the markup each word is one."""
    found = (text._replace(text=bare(text.text)) for text in TypstTexts(source).texts())
    return [f"{line}: {text}" for line, text, is_markup in found if speaks(text, is_shown=is_markup)]


def test_no_template_says_anything_itself() -> None:
    assert TEMPLATES
    assert {name: found for name, source in TEMPLATES.items() if (found := spoken(source))} == {}


@pytest.mark.parametrize(
    "template",
    [
        "#let head = [See the note]",
        "#let head(job) = [#job.name (done)]",
        '#let head(job) = if job.open [#say("open")] else [closed]',
        '#let head = text(weight: 700, "Not done yet")',
        '#let head = strong("Done")',
        "#block[\n  #sheet.ids.map(id => badge(id)).join(h(0.5em)) or so\n]",
        "The end",
    ],
)
def test_words_are_found_wherever_a_template_says_them(template: str) -> None:
    assert len(spoken(template)) == 1


def test_code_of_a_template_is_no_words() -> None:
    assert (
        spoken(
            '#import "frame.typ": * // the frame of a page\n'
            '#let row(part) = block[#strong(part.name)#if part.note != "" [, #part.note] · #say("done-with")] <row>\n'
            "#for part in parts [#row(part).join[ · ]]"
        )
        == []
    )

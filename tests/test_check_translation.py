"""``check`` says what is wrong with a guide in another language, and how much of it is not translated yet."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.cli import main
from micra_assistant.errors import GuideError
from tests.builders import check_guide
from tests.translations import PAGE, RUSSIAN, WORDING, altered, in_language, write_translated
from tests.ui.small_guide import GUIDE


def said(folder: Path) -> list[str]:
    """Return the names of the files that check has something against, each with line and words."""
    return [f"{mistake.file.name}:{mistake.line}: {mistake.message}" for mistake in guide_mistakes(folder)]


def raised(folder: Path) -> None:
    """Raise what check has against a guide."""
    if mistakes := guide_mistakes(folder):
        raise GuideError(mistakes)


def test_a_sound_translation_has_no_mistake_and_what_is_missing_is_remarked_on(tmp_path: Path) -> None:
    folder = write_translated(tmp_path)
    assert said(folder) == []
    assert [
        f"{remark.file.relative_to(folder.parent).as_posix()}: {remark.message}" for remark in guide_remarks(folder)
    ] == [
        "ru/button: 1 step is not translated yet",
        "ru/button: 4 titles and other words are not in wording.toml yet",
    ]


def test_what_does_not_fit_is_said_with_file_and_line(tmp_path: Path) -> None:
    folder = write_translated(tmp_path, altered(PAGE, ('max="13"', 'max="14"')))
    assert said(folder) == [f"{PAGE}:10: item “battery”: max=“13” in English, not “14”"]


def entry(english: str, translation: str) -> str:
    """Return an entry of wording.toml; what is pointed out may stand in the words."""
    return f'[[words]]\nenglish = "{english}\ntranslation = "{translation}\n'


@pytest.mark.parametrize(
    "wording",
    [
        entry('Orignal" ◀ “Orignal” is not said in English: did you mean “Original”?', 'Оригинал"'),
        entry('Original"', 'Оригинал"') + entry('Original" ◀ these words stand twice', 'Подлинник"'),
        entry('Original"', ' "').replace("[[words]]", "[[words]] ◀ english and translation must not be empty"),
        entry('Original"', 'Оригинал"') + "price = 3 ◀ unknown key “price”",
        'words = "a ◀ the quote is not closed',
    ],
)
def test_words_are_those_of_the_english_guide(tmp_path: Path, wording: str) -> None:
    check_guide(tmp_path, {**GUIDE, **in_language({**RUSSIAN, WORDING: wording})}, raised)


def test_a_figure_of_a_tool_or_a_source_is_kept(tmp_path: Path) -> None:
    head = """
        format = 1
        title = "Button"
        car = "K12"
        version = "1"
        summary = "A job of 30 minutes[^meters]."
        """
    wording = entry('A job of 30 minutes[^meters]."', 'Работы на полчаса." ◀ 30 minutes of the English words')
    check_guide(tmp_path, {**GUIDE, "guide.toml": head, **in_language({**RUSSIAN, WORDING: wording})}, raised)


def test_words_of_the_sources_stand_beside_the_guides_of_the_language(tmp_path: Path) -> None:
    wording = {"../wording.toml": entry('Used part" ◀ “Used part” is not said in English', 'Деталь"')}
    check_guide(tmp_path, {**GUIDE, **in_language({**RUSSIAN, **wording})}, raised)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "10-get-redy.md",
            "is read by nothing, as the English guide has no file of this name: did you mean “10-get-ready.md”?",
        ),
        ("guide.toml", "is read by nothing, as the English guide has no file of this name"),
        ("parts.toml", "is read by nothing, as the English guide has no file of this name"),
        ("../common/meter.md", "is read by nothing, as the English guide has no file of this name"),
        ("../wordings.toml", "is read by nothing: did you mean “wording.toml”?"),
        ("../buton/10-page.md", "is read by nothing: did you mean “button”?"),
    ],
)
def test_a_file_that_nothing_reads_is_said(tmp_path: Path, name: str, message: str) -> None:
    folder = write_translated(tmp_path, {**RUSSIAN, name: "# Page {: #page }\n"})
    assert [mistake.message for mistake in guide_mistakes(folder)] == [message]


def test_a_folder_that_is_nearly_a_language_is_said(tmp_path: Path) -> None:
    folder = write_translated(tmp_path)
    (folder.parent / "ru").rename(folder.parent / "russian")
    assert [mistake.message for mistake in guide_mistakes(folder)] == [
        "is read by nothing: the folder of a language has a name such as ru or pt_BR"
    ]


@pytest.mark.parametrize("path", ["", "ru", "ru/button", "button"])
def test_a_translation_is_checked_with_its_guide(tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_translated(tmp_path, altered(PAGE, ("#doors", "#door")))
    assert main(["check", str(folder.parent / path)]) == 1
    assert f"{PAGE}:9: the English step has item “doors” here, not “door”" in capsys.readouterr().out

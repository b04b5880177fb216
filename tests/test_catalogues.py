"""What can be taken for the words of another language, and what cannot."""

import struct
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant import __version__
from micra_assistant.catalogues import ENGLISH, CatalogueError, catalogue, languages, read_catalogue
from micra_assistant.words import _, install, ngettext, pgettext

PLURALS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"


def written(file: Path, words: dict[str | tuple[str, str], str | tuple[str, ...]], version: str = __version__) -> Path:
    """Write a catalogue in Russian, and return its file."""
    catalog = Catalog("ru", project="Micra Assistant", version=version)
    for english, said in words.items():
        catalog.add(english, said)
    catalog.add("Open", "Открыто", context="car")
    with file.open("wb") as content:
        write_mo(content, catalog)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a sound catalogue."""
    return written(
        tmp_path / "ru.mo",
        {
            "Saved: {file}": "Сохранено: {file}",
            ("{count} job", "{count} jobs"): ("{count} а", "{count} ы", "{count} ов"),
        },
    )


def test_english_needs_no_catalogue() -> None:
    assert catalogue(ENGLISH) is None
    assert languages() == (ENGLISH,)
    assert (_("Open"), ngettext("a job", "{count} jobs", 1), ngettext("a job", "{count} jobs", 0)) == (
        "Open",
        "a job",
        "{count} jobs",
    )


def test_words_come_from_the_catalogue_that_is_installed(file: Path) -> None:
    install(read_catalogue(file))
    try:
        assert (_("Saved: {file}"), _("Not there"), _(""), pgettext("car", "Open")) == (
            "Сохранено: {file}",
            "Not there",
            "",
            "Открыто",
        )
        counted = [ngettext("{count} job", "{count} jobs", count).format(count=count) for count in (1, 2, 5, 11, 21)]
        assert counted == ["1 а", "2 ы", "5 ов", "11 ов", "21 а"]
    finally:
        install(None)
    assert _("Saved: {file}") == "Saved: {file}"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ({"Saved: {file}": "Сохранено: {fiel}"}, "Saved: {file}"),
        ({"Saved: {file}": "Сохранено"}, "Saved: {file}"),
        ({"Saved": "Сохранено {0.__class__}"}, "Saved"),
        ({"Saved: {file}": "Сохранено: {file"}, "Saved: {file}"),
        ({("a job of {car}", "{count} jobs of {car}"): ("{cra}", "{count}", "{count}")}, "a job of {car}"),
    ],
)
def test_one_with_other_placeholders_is_not_taken(
    tmp_path: Path, words: dict[str | tuple[str, str], str | tuple[str, ...]], wrong: str
) -> None:
    with pytest.raises(CatalogueError) as raised:
        read_catalogue(written(tmp_path / "ru.mo", words))
    assert str(raised.value) == f"{tmp_path / 'ru.mo'} says “{wrong}” with other placeholders: it is not sound"


def test_one_of_another_version_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=rf"is of version 0\.0\.1, and this is {__version__}: install both anew"):
        read_catalogue(written(tmp_path / "ru.mo", {}, "0.0.1"))


def test_one_that_is_not_there_or_too_large_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        read_catalogue(tmp_path / "ru.mo")
    with (tmp_path / "ru.mo").open("wb") as content:
        content.truncate(6_000_000)
    with pytest.raises(CatalogueError, match="too large"):
        read_catalogue(tmp_path / "ru.mo")


@given(data=st.data())
def test_a_damaged_one_is_said_and_nothing_else_comes_of_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = written(tmp_path_factory.mktemp("words") / "ru.mo", {"Saved: {file}": "Сохранено: {file}"})
    content = bytearray(file.read_bytes())
    for _place in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file.write_bytes(bytes(content[: data.draw(st.integers(0, len(content)))]))
    with suppress(CatalogueError):
        read_catalogue(file)


def test_offsets_beyond_the_file_are_damage(tmp_path: Path) -> None:
    (tmp_path / "ru.mo").write_bytes(struct.pack("<7I", 0x950412DE, 0, 2**31, 28, 28, 0, 0))
    with pytest.raises(CatalogueError, match="no sound catalogue"):
        read_catalogue(tmp_path / "ru.mo")

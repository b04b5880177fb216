"""A text file in another encoding: which it seems to be, in which line, and nothing else is said of the guide."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes
from micra_assistant.unreadable import unreadable
from tests.builders import HEAD, SOURCES, STEP, literal, write_guide

CYRILLIC = "Отключите минус.\n"
WESTERN = "Prüfe das Geräusch.\n"
COMPLAINT = literal(HEAD) + '\n[[complaints]]\ntitle = "It is dead"\nstep = "step"\n'
SECOND = '# Two {: #two }\n\n## Second {: #second }\n\nBack to [the step](#step).\n\n- [ ] On {: #on undoes="off" }\n'
FIRST = STEP + '- [ ] Off {: #off undo="Switch on" state="off" }\n\n'


def said(folder: Path, content: bytes, name: str = "10-page.md") -> list[str]:
    """Return all that check says of a sound guide, one file of which holds these bytes instead."""
    guide = write_guide(folder, {"guide.toml": COMPLAINT, "10-page.md": FIRST, "20-page.md": SECOND})
    (guide / name).write_bytes(content)
    return [f"{fault.file.name}:{fault.line}: {fault.message}" for fault in guide_mistakes(guide)]


@pytest.mark.parametrize(
    ("text", "encoding", "message"),
    [
        (CYRILLIC, "cp1251", "is not saved as UTF-8: “Отключите минус.” seems to be in Windows-1251"),
        (CYRILLIC, "koi8-r", "is not saved as UTF-8: “Отключите минус.” seems to be in KOI8-R"),
        (CYRILLIC, "cp866", "is not saved as UTF-8: “Отключите минус.” seems to be in DOS 866"),
        (WESTERN, "cp1252", "is not saved as UTF-8: “Prüfe das Geräusch.” seems to be in Windows-1252 (“ANSI”)"),
        ("It is 5 °C.\n", "cp1252", "is not saved as UTF-8: “It is 5 °C.” seems to be in Windows-1252 (“ANSI”)"),
    ],
)
def test_another_encoding_is_named_with_the_words_in_its_line(
    tmp_path: Path, text: str, encoding: str, message: str
) -> None:
    (fault,) = said(tmp_path, (FIRST + text).encode(encoding))
    assert fault == f"10-page.md:{FIRST.count(chr(10)) + 1}: {message}; save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ["Words.", CYRILLIC])
def test_utf_16_is_named(tmp_path: Path, encoding: str, text: str) -> None:
    assert said(tmp_path, (FIRST + text).encode(encoding)) == [
        "10-page.md:1: is saved as UTF-16 (“Unicode”): save the file as UTF-8"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Größe ü\xff".encode()[:-1], "is damaged after “Größe ü”: type what is missing there anew"),
        (b"Words\0 more", "holds a zero byte after “Words”: it is no text, or it is damaged"),
    ],
)
def test_a_damaged_text_is_told_from_another_encoding(tmp_path: Path, content: bytes, message: str) -> None:
    (fault,) = said(tmp_path, FIRST.encode() + content)
    assert fault.startswith(f"10-page.md:{FIRST.count(chr(10)) + 1}: {message}")


@pytest.mark.parametrize("name", ["guide.toml", "parts.toml", "../sources.toml", "../words.toml"])
def test_data_files_are_told_alike(tmp_path: Path, name: str) -> None:
    text = COMPLAINT if name == "guide.toml" else literal(SOURCES)
    (fault,) = said(tmp_path, (text + "# " + WESTERN).encode("cp1252"), name)
    assert "“# Prüfe das Geräusch.” seems to be in Windows-1252" in fault
    assert fault.startswith(f"{Path(name).name}:{text.count(chr(10)) + 1}: ")


def test_a_drawing_is_told_alike(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, {"10-page.md": STEP + "![A clip](clip.svg)"})
    (guide / "clip.svg").write_bytes("<svg><title>Geräusch</title></svg>".encode("cp1252"))
    (fault,) = guide_mistakes(guide)
    assert fault.message.startswith("picture clip.svg: is not saved as UTF-8: “<svg><title>Geräusch")


def test_what_the_system_says_is_passed_on() -> None:
    assert unreadable(OSError(2, "No such file")) == (1, "cannot be read: No such file")

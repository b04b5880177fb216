"""Files that nothing reads: those with a name nearly right are refused, others are only named."""

from pathlib import Path

import pytest

from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.cli import main
from tests.builders import step_file, write_guide

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def said(folder: Path, *names: str) -> list[str]:
    """Return what check refuses in a sound guide with more files in it, each with its message."""
    guide = write_guide(folder, {**step_file("Words."), **dict.fromkeys(names, "# Page")})
    return [f"{fault.file.relative_to(guide.parent)}: {fault.message}" for fault in guide_mistakes(guide)]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("20-b.md.txt", "20-b.md"),
        ("20-b.MD", "20-b.md"),
        ("20-b.markdown", "20-b.md"),
        ("20-b.txt", "20-b.md"),
        ("20-b", "20-b.md"),
        ("20-b.docx", "20-b.md"),
        ("20 - b.md", "20-b.md"),
        ("20–b.md", "20-b.md"),
        ("20_b.md", "20-b.md"),
        ("20 Look here.md", "20-look-here.md"),
        ("2-b.md", "02-b.md"),
        ("100-b.md", "10-b.md"),
        ("b.md", "10-b.md"),
        ("b.md~", "10-b.md"),
        ("20-b (1).md.txt", "20-b.md"),
    ],
)
def test_what_could_be_a_page_is_refused(tmp_path: Path, name: str, page: str) -> None:
    (fault,) = said(tmp_path, name)
    assert fault.startswith(f"button/{name}: is read by nothing: a page is named")
    assert fault.endswith(f"such as {page}")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("parts.toml.txt", "parts.toml"),
        ("Parts.toml", "parts.toml"),
        ("part.toml", "parts.toml"),
        ("parts.tml", "parts.toml"),
        ("parts - Copy.toml", "parts.toml"),
        ("parts.toml.bak", "parts.toml"),
        ("parts.yaml", "parts.toml"),
        ("Faults.toml", "faults.toml"),
        ("faults_2.toml", "faults.toml"),
        ("../Sources.toml", "sources.toml"),
        ("../sources.toml.txt", "sources.toml"),
        ("../word.toml", "words.toml"),
    ],
)
def test_what_could_be_a_data_file_is_refused(tmp_path: Path, name: str, meant: str) -> None:
    (fault,) = said(tmp_path, name)
    assert fault.endswith(f"is read by nothing: did you mean “{meant}”?")


def test_a_guide_whose_head_is_misnamed_is_told_so(tmp_path: Path) -> None:
    guide = write_guide(tmp_path, step_file("Words."))
    (guide / "guide.toml").rename(guide / "guide.toml~")
    assert "is read by nothing: did you mean “guide.toml”?" in [fault.message for fault in guide_mistakes(guide)]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("pages/20-b.md", "button/pages/20-b.md: is read by nothing: pages lie in button itself"),
        ("diagrams/clip.toml", "button/diagrams/clip.toml: is read by nothing: a .toml lies beside the picture"),
        ("../common/20-b.md.txt", "common/20-b.md.txt: is read by nothing: a common page is named b.md"),
        ("../common/pages/b.md", "common/pages/b.md: is read by nothing: pages lie in common itself"),
        ("../Common/meter.md", "Common: is read by nothing: the folder of the common pages is named common"),
        ("../wiper/10-a.md.txt", "wiper: is no guide: it has neither guide.toml nor a page"),
        ("../wiper/Guide.toml", "wiper: is no guide"),
    ],
)
def test_what_lies_in_the_wrong_place_is_refused(tmp_path: Path, name: str, fault: str) -> None:
    (only,) = said(tmp_path, name)
    assert only.startswith(fault)


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "Thumbs.db", "desktop.ini", ".10-page.md.swp", "10-page.md~", "guide.toml.bak", "~$10-page.md"),
        *(
            "README.md",
            "LICENSE",
            "../README.md",
            "../.git/config.toml",
            ".git/20-b.md",
            "../notes/todo.txt",
            "../a.txt",
        ),
    ],
)
def test_what_editors_and_systems_leave_is_left_alone(tmp_path: Path, name: str) -> None:
    assert said(tmp_path, name) == []
    assert guide_remarks(tmp_path / "guides" / "button") == []


def test_other_files_are_only_named(tmp_path: Path) -> None:
    files = {
        **step_file("![A clip](diagrams/clip.svg)"),
        **{f"diagrams/{name}.svg": SVG for name in ("clip", "old")},
        "todo.txt": "",
        "diagrams/clip.gif": "",
        "../common/spare.md": "# Spare",
        "../common/diagrams/lost.svg": SVG,
    }
    guide = write_guide(tmp_path, files)
    assert guide_mistakes(guide) == []
    assert sorted((remark.file.name, remark.message) for remark in guide_remarks(guide)) == [
        ("clip.gif", "is read by nothing"),
        ("lost.svg", "is shown by no page"),
        ("old.svg", "is shown by no page"),
        ("spare.md", "no guide draws it in"),
        ("todo.txt", "is read by nothing"),
    ]


@pytest.mark.parametrize("asked", ["guides", "guides/button"])
def test_a_folder_whose_only_guide_is_misnamed_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    guide = tmp_path / "guides" / "button"
    guide.mkdir(parents=True)
    (guide / "guide.toml.txt").touch()
    (guide / "10-a.md.txt").touch()
    assert main(["check", str(tmp_path / asked)]) == 1
    said = capsys.readouterr().out
    assert "did you mean “guide.toml”?" in said or "button:1: is no guide" in said

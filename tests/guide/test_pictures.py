"""Pictures: the guide's own files only, and no drawing that runs or fetches anything."""

from pathlib import Path

import pytest

from micra_assistant.guide.picturefiles import MOST_BYTES
from micra_assistant.guide.pictures import picture_mistake
from tests.builders import check_guide, step_file

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


BEGINS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def drawing_fault(folder: Path, inside: str) -> str:
    """Return what is wrong with a drawing that holds ``inside``."""
    (folder / "a.svg").write_text(SVG.format(inside), encoding="utf-8")
    return picture_mistake(folder, "a.svg")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.JPEG", "diagrams/b.svg"])
def test_a_picture_in_the_folder_is_shown(tmp_path: Path, name: str) -> None:
    (tmp_path / "diagrams").mkdir()
    (tmp_path / name).write_bytes(BEGINS.get(Path(name).suffix.lower(), SVG.format("").encode()))
    assert picture_mistake(tmp_path, name) == ""


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("http://x.example/a.png", "is not in the guide's folder: copy it there"),
        ("https://x.example/a.svg", "is not in the guide's folder"),
        ("//x.example/a.png", "is not in the guide's folder"),
        ("data:image/png;base64,AAAA", "is not in the guide's folder"),
        ("file:///etc/a.png", "is not in the guide's folder"),
        ("/etc/a.png", "is not in the guide's folder"),
        ("\\\\server\\a.png", "is not in the guide's folder"),
        ("C:\\a.png", "is not in the guide's folder"),
        ("../a.png", "is outside the guide's folder"),
        ("diagrams/../../a.png", "is outside the guide's folder"),
        ("a.gif", "must be one of .svg, .png, .jpg, .jpeg"),
        ("guide.toml", "must be one of"),
        ("", "must be one of"),
        ("gone.png", "does not exist"),
        ("diagrams.png", "does not exist"),
        ("a\0.png", "does not exist"),
        ("a" * 5000 + ".png", "does not exist"),
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "a.png").touch()
    guide = tmp_path / "guide"
    (guide / "diagrams.png").mkdir(parents=True)
    (guide / "a.gif").touch()
    assert message in picture_mistake(guide, path)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    guide = tmp_path / "guide"
    guide.mkdir()
    (tmp_path / "secret.png").touch()
    (guide / "a.png").symlink_to(tmp_path / "secret.png")
    (guide / "round.png").symlink_to(guide / "round.png")
    assert "is outside the guide's folder" in picture_mistake(guide, "a.png")
    assert "does not exist" in picture_mistake(guide, "round.png")


def test_a_link_inside_the_folder_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(BEGINS[".png"])
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    assert picture_mistake(tmp_path, "b.png") == ""


def test_a_picture_too_large_for_an_old_pc_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.write(BEGINS[".png"])
        file.flush()
        file.truncate(MOST_BYTES)
        assert picture_mistake(tmp_path, "a.png") == ""
        file.truncate(MOST_BYTES + 1)
        assert picture_mistake(tmp_path, "a.png") == "picture a.png is larger than 5 MB"


@pytest.mark.parametrize(
    "inside",
    ["", '<path d="M0 0"/>', '<linearGradient xlink:href="#a"/>', "<title>Ω</title>", "<!-- script -->"],
)
def test_a_plain_drawing_is_shown(tmp_path: Path, inside: str) -> None:
    assert drawing_fault(tmp_path, inside) == ""


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>x()</script>", "holds <script>"),
        ("<g><script/></g>", "holds <script>"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "holds <script>"),
        ("<style>@import url(http://x.y)</style>", "holds <style>"),
        ("<foreignObject/>", "holds <foreignObject>"),
        ('<image href="a.png"/>', "holds <image>"),
        ("<animate/>", "holds <animate>"),
        ("<animateTransform/>", "holds <animateTransform>"),
        ("<set/>", "holds <set>"),
        ('<linearGradient href="http://x.y"/>', "refers to http://x.y: a drawing stands alone"),
        ('<linearGradient xlink:href="other.svg#a"/>', "refers to other.svg#a"),
        ('<a href="javascript:x()"/>', "holds <a>"),
        ('<use href="#a"/>', "holds <use>"),
        ("<filter/>", "holds <filter>"),
        ("<g>" * 30 + "</g>" * 30, "is nested deeper than 24"),
        ("<g/>" * 5000, "has more than 5000 elements"),
        ("<?xml-stylesheet href='a.css'?>", "has a style sheet"),
        ('<g onclick="x()"/>', "holds a script (onclick)"),
        ('<g onLoad="x()"/>', "holds a script (onLoad)"),
        ("<g>", "is not SVG: mismatched tag"),
        ("&lol;", "is not SVG: undefined entity"),
    ],
)
def test_a_drawing_that_runs_or_fetches_is_refused(tmp_path: Path, inside: str, message: str) -> None:
    assert message in drawing_fault(tmp_path, inside)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("head", ["<!DOCTYPE svg>", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'])
def test_a_drawing_that_declares_entities_is_refused(tmp_path: Path, head: str, encoding: str) -> None:
    (tmp_path / "a.svg").write_text(head + SVG.format(""), encoding=encoding)
    message = "is saved as UTF-16" if encoding == "utf-16" else "declares a DOCTYPE: save it as plain SVG"
    assert message in picture_mistake(tmp_path, "a.svg")


def test_a_refused_picture_is_reported_in_its_line(tmp_path: Path) -> None:
    check_guide(
        tmp_path,
        {
            **step_file("""
                Words.

                ![A wire](http://x.example/wire.png)    ◀ is not in the guide's folder

                ![A wire](../wire.png)                  ◀ is outside the guide's folder

                ![](diagrams/wire.svg)                  ◀ has no words: ![what is to be seen](diagrams/wire.svg)

                ![A wire](diagrams/run.svg)             ◀ holds <script>, which is not allowed
                """),
            "diagrams/wire.svg": SVG.format(""),
            "diagrams/run.svg": SVG.format("<script/>"),
        },
    )


@pytest.mark.parametrize("box", ["0 0 0 280", "0 0 . 280", "0 0 400", "0 0 1e9 280", "0 0 nan 1"])
def test_a_drawing_without_a_size_is_refused(tmp_path: Path, box: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format("").replace("<svg", f'<svg viewBox="{box}"'), encoding="utf-8")
    assert picture_mistake(tmp_path, "a.svg") == "picture a.svg: it needs a viewBox with a width and a height"


def test_a_drawing_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<?xml version="1.0" encoding="foo"?>' + SVG.format(""), encoding="utf-8")
    assert "an encoding of its own: save it as plain SVG in UTF-8" in picture_mistake(tmp_path, "a.svg")


def test_a_text_is_no_photo(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no picture")
    assert picture_mistake(tmp_path, "a.png") == "picture a.png is no .png picture"

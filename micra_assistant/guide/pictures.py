"""Which pictures a guide may show: its own files, and drawings of plain shapes and words only."""

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from micra_assistant import limits, ownfile
from micra_assistant.errors import PhotoError
from micra_assistant.guide.drawinglimits import drawing_mistakes, text_mistakes
from micra_assistant.guide.photos import read_photo
from micra_assistant.guide.picturefiles import MOST_BYTES
from micra_assistant.system_words import reason
from micra_assistant.unreadable import unreadable
from micra_assistant.words import _

PICTURE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")
"""How the name of a picture may end, in small letters."""
_SHAPES = {
    *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
    *("text", "tspan", "linearGradient", "radialGradient", "stop"),
}
"""What a drawing may be made of. Qt and Typst draw these alike, and nothing here can run, fetch or hang."""
_MOST_SHAPES = 5000
_LEAST_SIDE, _MOST_SIDE = Decimal("0.1"), 100_000
_DEEPEST = 24
"""Qt draws nothing that is nested deeper than 32."""
_FIRST_BYTES = {".png": (b"\x89PNG\r\n\x1a\n",), ".jpg": (b"\xff\xd8\xff",), ".jpeg": (b"\xff\xd8\xff",)}
_UNLIKE = {"filter", "mask", "clip-path"}
_STYLES = {"style", "class"}
_PROCESSING = re.compile(r"<\?(?!xml\s)")
_ENCODING = re.compile(r"encoding\s*+=\s*+[\"'](?!utf-8[\"'])", re.IGNORECASE)
_SIDE = re.compile(r"\s*+\+?([0-9]*+(?:\.[0-9]*+)?+(?:[eE][+-]?[0-9]++)?+)")
"""How wide or high a drawing says that it is, whatever the unit."""


class LookedAt(NamedTuple):
    """What there is to say of a picture.

    Attributes:
        mistake: why it cannot be shown, or nothing.
        words: those that a drawing shows.
        findings: what window and paper do not show alike.
        remarks: what does not look well.
    """

    mistake: str
    words: str = ""
    findings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def look_at(folder: Path, path: str) -> LookedAt:
    """Return what there is to say of the picture ``path`` of the guide in ``folder``."""
    if mistake := picture_mistake(folder, path):
        return LookedAt(mistake)
    file = folder / path
    findings, remarks = tuple(_findings(file, folder)), tuple(_remarks(file, folder))
    return LookedAt("", drawing_words(file, folder), findings, remarks)


def in_picture(path: str, problem: str) -> str:
    """Return a problem of a picture with its name."""
    return _("picture {path}: {problem}").format(path=path, problem=problem)


def picture_mistake(folder: Path, path: str) -> str:
    """Return what is wrong with the picture ``path`` of the guide in ``folder``, or nothing."""
    if ":" in path or path.startswith(("/", "\\")):
        return _("picture {path} is not in the guide's folder: copy it there and name it as diagrams/name.svg").format(
            path=path
        )
    try:
        file = (folder / path).resolve()
        exists = file.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, links in a circle
        return _("picture {path} does not exist").format(path=path[:80])
    if not file.is_relative_to(folder.resolve()):
        return _("picture {path} is outside the guide's folder").format(path=path)
    if file.suffix.lower() not in PICTURE_SUFFIXES:
        return _("picture {path} must be one of {suffixes}").format(path=path, suffixes=", ".join(PICTURE_SUFFIXES))
    if not exists:
        return _("picture {path} does not exist").format(path=path)
    if file.stat().st_size > MOST_BYTES:
        return _("picture {path} is larger than {most} MB").format(path=path, most=MOST_BYTES // 1_000_000)
    try:
        content = ownfile.read(file, folder, MOST_BYTES)
    except OSError as error:
        return _("picture {path} cannot be read: {reason}").format(path=path, reason=reason(error))
    kind = file.suffix.lower()
    return _drawing_mistake(content, path) if kind == ".svg" else _photo_mistake(content, kind, path)


def _findings(file: Path, folder: Path) -> Iterator[str]:
    """Yield what window and paper do not show alike of a picture that has no mistake."""
    if file.suffix.lower() != ".svg":
        yield from _photo_findings(file, folder)
    for element in drawing_elements(file, folder):
        tag = str(element.tag).rpartition("}")[2]
        unlike = sorted(_UNLIKE & {*element.keys()})
        yield from (
            _("it has a {name} at <{tag}>, which window and paper do not show alike: leave it out").format(
                name=name, tag=tag
            )
            for name in unlike
        )


def _remarks(file: Path, folder: Path) -> Iterator[str]:
    """Yield what does not look well of a picture that has no mistake."""
    styled = {name for element in drawing_elements(file, folder) for name in _STYLES & {*element.keys()}}
    for name in sorted(styled):
        yield _(
            "it has {name}=: write fill= and stroke= instead, which the dark window can turn into its own colours"
        ).format(name=name)


def _photo_findings(file: Path, folder: Path) -> Iterator[str]:
    with suppress(OSError):  # gone meanwhile
        try:
            read_photo(ownfile.read(file, folder, MOST_BYTES))
        except PhotoError as error:
            yield str(error)


def drawing_words(file: Path, folder: Path) -> str:
    """Return the words that a sound drawing of ``folder`` shows; nothing for a photo."""
    texts = (element for element in drawing_elements(file, folder) if str(element.tag).rpartition("}")[2] == "text")
    return " · ".join("".join(text.itertext()) for text in texts)


def drawing_elements(file: Path, folder: Path) -> Iterator[ET.Element]:
    """Return every element of a sound drawing of ``folder``; none for a photo, or where it has gone meanwhile."""
    if file.suffix.lower() == ".svg":
        with suppress(OSError, ValueError, ET.ParseError):
            text = ownfile.read_text(file, folder, MOST_BYTES)
            return ET.fromstring(text).iter()  # noqa: S314 - picture_mistake has passed it
    return iter(())


def _photo_mistake(content: bytes, kind: str, path: str) -> str:
    return (
        ""
        if content.startswith(_FIRST_BYTES[kind])
        else _("picture {path} is no {kind} picture").format(path=path, kind=kind)
    )


def _drawing_mistake(content: bytes, path: str) -> str:
    try:
        text = content.decode("utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return _("picture {path} declares a DOCTYPE: save it as plain SVG").format(path=path)
        if _PROCESSING.search(text) or _ENCODING.search(_declaration(text)):
            return _(
                "picture {path} has a style sheet or an encoding of its own: save it as plain SVG in UTF-8"
            ).format(path=path)
        if mistake := next(text_mistakes(text), ""):
            return in_picture(path, mistake)
        root = ET.fromstring(text)  # noqa: S314 - documents with a DOCTYPE have been refused
    except UnicodeDecodeError as error:
        return in_picture(path, unreadable(error)[1])
    except (ET.ParseError, ValueError, RecursionError) as error:
        return _("picture {path} is not SVG: {error}").format(path=path, error=error)
    return next(
        (in_picture(path, message) for message in chain(_shape_mistakes(root), drawing_mistakes(root))),
        "",
    )


def _declaration(text: str) -> str:
    """Return what stands in ``<?xml … ?>``, which is only ever the beginning."""
    return text.partition("?>")[0] if text.startswith("<?xml") else ""


def _shape_mistakes(root: ET.Element) -> Iterator[str]:
    """Yield what is wrong with the elements of a drawing."""
    if not _has_size(root):
        yield _("it needs a viewBox with a width and a height")
    level, depth, shapes = [root], 0, 0
    while level:
        depth, shapes = depth + 1, shapes + len(level)
        if depth > _DEEPEST or shapes > _MOST_SHAPES:
            yield _("it is nested deeper than {deepest} or has more than {most_shapes} elements").format(
                deepest=_DEEPEST, most_shapes=_MOST_SHAPES
            )
            return
        for element in level:
            yield from _element_mistakes(element)
        level = [child for element in level for child in element]


def _element_mistakes(element: ET.Element) -> Iterator[str]:
    tag = str(element.tag).rpartition("}")[2]
    if tag not in _SHAPES:
        yield _("it holds <{tag}>, which is not allowed: plain shapes and text only").format(tag=tag)
    for name, value in element.items():
        if name.rpartition("}")[2] == "href" and not value.startswith("#"):
            yield _("it refers to {value}: a drawing stands alone").format(value=value[:40])
        if name.lower().startswith("on"):
            yield _("it holds a script ({name})").format(name=name)


def _has_size(root: ET.Element) -> bool:
    """Whether what the drawing says of its size can be drawn; it need not say anything."""
    said = [root.get(name, "1") for name in ("width", "height")]
    sides = [found[1] for side in said if (found := _SIDE.match(side))]
    if root.get("viewBox") is not None:
        left, top, *others = [*root.attrib["viewBox"].replace(",", " ").split(), "", ""]
        if len(others) != 4 or None in (limits.number(left), limits.number(top)):
            return False
        sides += others[:2]
    return all(_is_side(side) for side in sides)


def _is_side(said: str) -> bool:
    side = limits.number(said)
    return side is not None and _LEAST_SIDE <= side < _MOST_SIDE

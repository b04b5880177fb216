"""Which pictures a guide may show: its own files, and no drawing that runs or fetches anything."""

from pathlib import Path
from xml.etree import ElementTree as ET

_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")
_MOST_BYTES = 5_000_000
_REFUSED_TAGS = ("script", "foreignObject", "image", "style", "animate", "animateMotion", "animateTransform", "set")


def picture_fault(folder: Path, path: str) -> str:
    """Return what is wrong with the picture ``path`` of the guide in ``folder``, or nothing."""
    if ":" in path or path.startswith(("/", "\\")):
        return f"picture {path} is not in the guide's folder: copy it there and name it as diagrams/name.svg"
    try:
        file = (folder / path).resolve()
        exists = file.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, links in a circle
        return f"picture {path[:80]} does not exist"
    if not file.is_relative_to(folder.resolve()):
        return f"picture {path} is outside the guide's folder"
    if file.suffix.lower() not in _SUFFIXES:
        return f"picture {path} must be one of {', '.join(_SUFFIXES)}"
    if not exists:
        return f"picture {path} does not exist"
    if file.stat().st_size > _MOST_BYTES:
        return f"picture {path} is larger than {_MOST_BYTES // 1_000_000} MB"
    return _drawing_fault(file, path) if file.suffix.lower() == ".svg" else ""


def _drawing_fault(file: Path, path: str) -> str:
    try:
        text = file.read_text(encoding="utf-8-sig")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return f"picture {path} declares a DOCTYPE: save it as plain SVG"
        root = ET.fromstring(text)  # noqa: S314 - documents with a DOCTYPE have been refused
    except (ET.ParseError, UnicodeDecodeError) as error:
        return f"picture {path} is not SVG: {error}"
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _REFUSED_TAGS:
            return f"picture {path} holds <{tag}>, which is not allowed"
        for name, value in element.items():
            if name.rpartition("}")[2] == "href" and not value.startswith("#"):
                return f"picture {path} refers to {value[:40]}: a drawing stands alone"
            if name.lower().startswith("on"):
                return f"picture {path} holds a script ({name})"
    return ""

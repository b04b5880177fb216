"""Pictures in the SVG pages that Typst makes: turned from embedded files into part of the page."""

import base64
import re
from itertools import count
from xml.etree import ElementTree as ET

_EMBEDDED = re.compile(
    rb'<image(?: transform="(?P<place>[^"<]*+)")?+ xlink:href="data:image/svg\+xml;base64,(?P<picture>[^"<]*+)"'
    rb' width="(?P<width>[^"<]*+)" height="(?P<height>[^"<]*+)"[^<>/]*+/>'
)
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_NUMBER = re.compile(r"-?[0-9.]+(?:e-?[0-9]+)?")


def with_pictures_inside(page: bytes) -> bytes:
    """Return the SVG page with each SVG picture made part of it: Qt would print an embedded one in coarse dots."""
    numbers = count()
    return _EMBEDDED.sub(lambda found: _as_group(found, f"picture-{next(numbers)}-"), page)


def _as_group(found: re.Match[bytes], prefix: str) -> bytes:
    """Return an embedded picture as a group in the same place, its ids under ``prefix``."""
    root = ET.fromstring(base64.b64decode(found["picture"]))  # noqa: S314 - the reader refuses a DOCTYPE
    size = f"0 0 {root.attrib.pop('width', '')} {root.attrib.pop('height', '')}"
    edges = [float(number) for number in _NUMBER.findall(root.attrib.pop("viewBox", size))]
    if len(edges) != 4:
        return found[0]
    left, top, width, height = edges
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        element.attrib = {name.replace(_XLINK, "xlink:"): _own(name, value, prefix) for name, value in element.items()}
    root.tag = "g"
    scale = f"scale({float(found['width']) / width:.6f} {float(found['height']) / height:.6f})"
    place = f"{(found['place'] or b'').decode()} {scale} translate({-left:g} {-top:g})".strip()
    return f'<g transform="{place}">{ET.tostring(root, encoding="unicode")}</g>'.encode()


def _own(name: str, value: str, prefix: str) -> str:
    """Return the value of an attribute with the ids in it under ``prefix``, as two pictures may use the same."""
    if name == "id":
        return prefix + value
    if name.endswith("href"):
        return value.replace("#", f"#{prefix}", 1)
    return value.replace("url(#", f"url(#{prefix}")

"""Letters that look the same in the Latin, the Cyrillic and the Greek script.

A registration is written in either, and a keyboard stays on the other: what looks the same is then compared alike.
"""

_CYRILLIC = dict(zip("АВЕКМНОРСТУХІЈЅӀ", "ABEKMHOPCTYXIJSI", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
_CAPITALS = {**_CYRILLIC, **_GREEK}
SMALL = {letter.lower(): latin.lower() for letter, latin in _CAPITALS.items()}
"""The small letters by the Latin ones that their capitals look like."""
_ALL = str.maketrans({**SMALL, **_CAPITALS})


def latin(text: str) -> str:
    """Return ``text`` with Latin letters for those that look the same; for comparing only, never to be kept."""
    return text.translate(_ALL)


def plate(registration: str) -> str:
    """Return a registration as it is compared: letters and digits only, whatever their script and size."""
    return latin("".join(letter for letter in registration.upper() if letter.isalnum()))

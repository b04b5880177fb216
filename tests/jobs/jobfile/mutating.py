"""Job files as somebody makes them who means harm, or as they come out of broken programs: sound ones, changed."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from micra_assistant.guide.contents import fingerprint_of_files
from tests.jobs.jobfile.jobfiles import JPEG, Members, members_of, with_sums, write_zip

_NUMBERS = (0, -1, 1, 2**31, 2**63, 2**64, 10**30, 10**400, 1.5, 1e308)
_TEXTS = (
    "",
    "\0",
    "\ud7ff",
    "\u202e",
    "../..",
    "x" * 101,
    "x" * 100_001,
    "«»",
    "{",
    "𝟜",
    "0" * 32,
    "f" * 64,
    "A\n" * 50,
)
_VALUES: tuple[Any, ...] = (*_NUMBERS, *_TEXTS, None, True, [], {}, ["meter"] * 2_001, {"act": "ticked"})
_PAGES = (
    b'- [ ] Volts {: #v unit="V" max="9e999" }\n',
    b'- [ ] Volts {: #v unit="V" max="1e400" min="-1e400" }\n',
    b"- [ ] Off {: #off }\n" * 200,
    b"> " * 60 + b"deep\n",
    b"[" * 900 + b"\n",
    b"| a | b |\n|---|---|\n" + b"| c | d |\n" * 300,
    b"`a" * 900 + b"\n",
    b"\xff\xfe\x00",
    b"![x](diagrams/none.svg)\n",
    b"<script>alert(1)</script>\n",
)
_HEAD = b"# Page {: #page }\n\n## Step {: #step }\n\n"

Chance = random.Random


class Mutator:
    """Makes a changed job file of a sound one, the same for the same number."""

    def __init__(self, sound: Path) -> None:
        self._content = sound.read_bytes()
        self._members = members_of(sound)

    def write(self, file: Path, seed: int) -> None:
        """Write a job file that is changed in one to three ways."""
        chance = random.Random(seed)  # noqa: S311 - it need not be secret
        members = dict(self._members)
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            chance.choice(_WAYS)(chance, members)
        write_zip(file, with_sums(members) if chance.random() < 0.9 else members)
        if chance.random() < 0.3:
            file.write_bytes(_scribbled(chance, file.read_bytes()))


def _scribbled(chance: Chance, content: bytes) -> bytes:
    start = chance.choice([0, len(content), chance.randrange(len(content)), max(len(content) - 30, 0)])
    length = chance.choice([0, 1, 4, 30])
    return content[:start] + chance.randbytes(chance.choice([0, 1, 4, 200])) + content[start + length :]


def _job_of(members: Members) -> Any:
    """Return what job.json says, nothing if an earlier change has left nothing to be read."""
    with suppress(ValueError):
        return json.loads(members.get("job.json", b""))
    return {}


def _in_job(chance: Chance, members: Members) -> None:
    """Change a value of job.json, wherever it stands."""
    data = _job_of(members)
    place = data
    while isinstance(place, dict | list) and place:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.1:
            place[key] = chance.choice(_VALUES)
            break
        place = place[key]
    members["job.json"] = json.dumps(data).encode()


def _with_more_events(chance: Chance, members: Members) -> None:
    """Repeat an event, with ids of its own, up to some thousands of times."""
    data = _job_of(members)
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list) or not events:
        return
    model = chance.choice(events)
    if not isinstance(model, dict) or not isinstance(model.get("act"), dict):
        return
    for number in range(chance.choice([1, 10, 2_100])):
        act = {**model["act"], **({"item": f"i{number}"} if chance.random() < 0.5 and "item" in model["act"] else {})}
        events.append({**model, "id": f"{chance.getrandbits(128):032x}", "act": act})
    members["job.json"] = json.dumps(data).encode()


def _with_bytes(chance: Chance, members: Members) -> None:
    """Scribble over a member."""
    name = chance.choice(sorted(members))
    members[name] = _scribbled(chance, members[name] or b" ")


def _with_photo(chance: Chance, members: Members) -> None:
    """Put a false photo in the place of the photo."""
    name = next((name for name in members if name.startswith("photos/")), "")
    if name:
        photo = _scribbled(chance, JPEG)
        _renamed(members, name, f"photos/{sha256(photo).hexdigest()}.jpg", photo)


def _with_page(chance: Chance, members: Members) -> None:
    """Put another page in the guide, under the fingerprint that it then has."""
    names = [name for name in members if name.startswith("guide/")]
    text = names[0].split("/")[1] if names else ""
    files = {name.split("/", 2)[2]: members[name] for name in names if name.split("/")[1] == text}
    if files:
        files[chance.choice(sorted(files))] = _HEAD + chance.choice(_PAGES)
        for name in names:
            members.pop(name)
        new = fingerprint_of_files(files)
        members.update({f"guide/{new}/{name}": content for name, content in files.items()})
        members["job.json"] = members.get("job.json", b"").replace(text.encode(), new.encode())


def _with_name(chance: Chance, members: Members) -> None:
    """Call a member otherwise, or leave it out."""
    name = chance.choice(sorted(members))
    content = members.pop(name)
    if chance.random() < 0.7:
        members[chance.choice(["../x", "JOB.JSON", "photos/x.jpg", f"{name}/x", "guide/" + "0" * 64 + "/b/c.md"])] = (
            content
        )


def _renamed(members: Members, old: str, new: str, content: bytes) -> None:
    del members[old]
    members[new] = content
    before, after = (name.split("/")[1].split(".")[0].encode() for name in (old, new))
    members["job.json"] = members.get("job.json", b"").replace(before, after)


_WAYS: tuple[Callable[[Chance, Members], None], ...] = (
    _in_job,
    _in_job,
    _in_job,
    _with_more_events,
    _with_bytes,
    _with_photo,
    _with_page,
    _with_name,
)

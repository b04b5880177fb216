"""Cuts the power at every moment of a save, and says what could be found on the disk afterwards.

What a save does to a folder is watched: each write, new name, change of name, and what it waits for to be on the disk.
Then every disk is made that a power cut could leave: what nobody waited for may be there, or not, or in part.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest

MOST_TRIED = 6
"""Of so many names that nobody waited for, every choice is tried."""
Content = dict[Path, bytes]
"""What is in the files of a folder, by their names in it."""


class Disk(StrEnum):
    """How much a disk keeps of what nobody waited for.

    ORDERED: names come to the disk in their order, all so far with everything that is waited for (as with ext4).
    STRICT: names come in any order, and only those of a folder that is waited for (as POSIX allows).
    """

    ORDERED = "ordered"
    STRICT = "strict"


class Wrote(NamedTuple):
    """The content of a file is another one."""

    file: int
    content: bytes


class Synced(NamedTuple):
    """A file is on the disk."""

    file: int


class Named(NamedTuple):
    """Names have changed: each is that of another file now, or of none."""

    names: dict[Path, int | None]


class SyncedFolder(NamedTuple):
    """The names in a folder are on the disk."""

    folder: Path


class Said(NamedTuple):
    """Somebody was told that a file is saved."""

    name: Path
    content: bytes


Step = Wrote | Synced | Named | SyncedFolder | Said
FOLDER = 0
"""The number of anything that is no file."""


class Watch:
    """Watches all that is done in a folder, by whatever means.

    Attributes:
        steps: what was done, after what was there before; that was on the disk.
        begin: how many of the steps are what was there before.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.steps: list[Step] = []
        self._names: dict[Path, int] = {}
        self._contents: dict[int, bytes] = {}
        self._numbers: dict[int, int] = {}
        self._last = FOLDER
        self._look()
        self.steps += [Synced(file) for file in self._contents]
        self.steps += [SyncedFolder(folder) for folder in self._folders()]
        self.steps += [Said(name, self._contents[file]) for name, file in self._names.items() if file != FOLDER]
        self.begin = len(self.steps)

    def said(self, file: Path) -> None:
        """Take down that somebody was told that ``file`` is saved."""
        self._look()
        self.steps.append(Said(file.relative_to(self.root), file.read_bytes()))

    @contextmanager
    def watching(self) -> Iterator["Watch"]:
        """Watch what is done until this is over."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", self._watched(os.fsync, self._on_synced))
            for name in ("replace", "rename", "unlink", "remove", "mkdir", "link"):
                patch.setattr(os, name, self._watched(getattr(os, name), lambda *_: self._look()))
            yield self
        self._look()

    def _watched(self, call: Callable[..., Any], then: Callable[..., None]) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            self._look()
            result = call(*arguments, **options)
            then(*arguments)
            return result

        return watched

    def _on_synced(self, opened: int) -> None:
        self._look()
        there = os.fstat(opened)
        if stat.S_ISDIR(there.st_mode):
            same = (one for one in self._folders() if os.path.samestat((self.root / one).stat(), there))
            self.steps += map(SyncedFolder, same)
        elif there.st_ino in self._numbers:
            self.steps.append(Synced(self._numbers[there.st_ino]))

    def _folders(self) -> list[Path]:
        return [Path(), *(name for name, file in self._names.items() if file == FOLDER)]

    def _look(self) -> None:
        """Take down what has changed: contents first, then all names at once, as a change of name is one step."""
        found, numbers = dict[Path, int](), dict[int, int]()
        for path in sorted(self.root.rglob("*")):
            name, there = path.relative_to(self.root), path.lstat()
            if not stat.S_ISREG(there.st_mode):
                found[name] = FOLDER
                continue
            found[name] = numbers[there.st_ino] = self._numbers.get(there.st_ino) or self._next()
            self._take_content(found[name], path.read_bytes())
        self._numbers = numbers
        former, self._names = self._names, found
        changed = {name: found.get(name) for name in {**former, **found} if found.get(name) != former.get(name)}
        if changed:
            self.steps.append(Named(changed))

    def _take_content(self, file: int, content: bytes) -> None:
        if self._contents.get(file, b"") != content or file not in self._contents:
            self._contents[file] = content
            self.steps.append(Wrote(file, content))

    def _next(self) -> int:
        self._last += 1
        return self._last


def found_after(steps: list[Step], disk: Disk) -> Iterator[Content]:
    """Yield what could be in the folder after a power cut at the end of ``steps``."""
    for names in _names_after(steps, disk):
        whole = {name: file for name, file in names.items() if all(above in names for above in list(name.parents)[:-1])}
        for contents in _contents_after(steps):
            yield {name: contents.get(file, b"") for name, file in whole.items() if file != FOLDER}


def _names_after(steps: list[Step], disk: Disk) -> Iterator[dict[Path, int]]:
    """Yield the names that there could be."""
    changes = [(at, step.names) for at, step in enumerate(steps) if isinstance(step, Named)]
    loose = [at for at, names in changes if not any(_keeps(step, names, disk) for step in steps[at:])]
    for lost in _lost_together(loose, disk):
        there: dict[Path, int | None] = {}
        for at, names in changes:
            if at not in lost:
                there |= names
        yield {name: file for name, file in there.items() if file is not None}


def _lost_together(loose: list[int], disk: Disk) -> Iterator[set[int]]:
    """Yield which of the changes of names that nobody waited for could be lost in one power cut."""
    if disk is Disk.ORDERED:
        yield from (set(loose[number:]) for number in range(len(loose) + 1))
        return
    assert len(loose) <= MOST_TRIED
    for number in range(len(loose) + 1):
        yield from map(set, combinations(loose, number))


def _keeps(step: Step, names: dict[Path, int | None], disk: Disk) -> bool:
    """Whether a change of names is on the disk with what was waited for after it."""
    if disk is Disk.ORDERED:
        return isinstance(step, Synced | SyncedFolder)
    return isinstance(step, SyncedFolder) and all(name.parent == step.folder for name in names)


def _contents_after(steps: list[Step]) -> Iterator[dict[int, bytes]]:
    """Yield what could be in the files: what nobody waited for is there, is not, in half, or as zeros."""
    sure, now = dict[int, bytes](), dict[int, bytes]()
    for step in steps:
        if isinstance(step, Wrote):
            now[step.file] = step.content
        elif isinstance(step, Synced):
            sure[step.file] = now[step.file]
    yield now
    loose = {file: content for file, content in now.items() if sure.get(file) != content}
    if loose:
        yield {**now, **{file: sure.get(file, b"") for file in loose}}
        yield {**now, **{file: content[: len(content) // 2] for file, content in loose.items()}}
        yield {**now, **{file: bytes(len(content)) for file, content in loose.items()}}


class Cuts(NamedTuple):
    """What came of many power cuts: how many disks there could be, and what was wrong with some of them."""

    disks: int
    wrong: list[str]


def cut_everywhere(watch: Watch, name: Path) -> Cuts:
    """Cut the power at every step, and look whether ``name`` in the folder is what it was or what it became, whole.

    Once it was said to be saved it must be what it became.
    """
    disks, wrong = 0, list[str]()
    for end in range(watch.begin, len(watch.steps) + 1):
        steps = watch.steps[:end]
        allowed = _allowed(watch.steps, end, name)
        for disk in Disk:
            for found in found_after(steps, disk):
                disks += 1
                if found.get(name) not in allowed:
                    wrong.append(f"{disk}, cut after step {end} of {len(watch.steps)}: {_told(found.get(name))}")
    return Cuts(disks, wrong)


def _allowed(steps: list[Step], end: int, name: Path) -> list[bytes | None]:
    """Return what may be found under a name: what was last said to be saved, and what is next being saved."""
    said = [(at, step.content) for at, step in enumerate(steps) if isinstance(step, Said) and step.name == name]
    before = [content for at, content in said if at < end]
    after = [content for at, content in said if at >= end]
    return [before[-1] if before else None, *after[:1]]


def _told(content: bytes | None) -> str:
    return "no file" if content is None else f"{len(content)} bytes that are neither"

"""Say what is wrong with guides."""

import argparse
import sys
from pathlib import Path

from micra_assistant import assets
from micra_assistant.check import guide_mistakes, guide_remarks
from micra_assistant.errors import Mistake, UnknownNameError
from micra_assistant.guide.folders import guide_folders
from micra_assistant.guide.library import Library
from micra_assistant.guide.strays import misnamed
from micra_assistant.words import _, ngettext


def run(options: argparse.Namespace) -> int:
    """Write every mistake in the guides asked for, and return 1 if there is any; else what is remarkable."""
    asked = options.folders or [options.guides or assets.guides_folder()]
    folders = guide_folders(asked)
    nearly = [mistake for path in asked if not guide_folders([path]) for mistake in _nearly(path)]
    mistakes = dict.fromkeys([*nearly, *(mistake for folder in folders for mistake in guide_mistakes(folder))])
    for mistake in mistakes:
        sys.stdout.write(f"{mistake}\n")
    if mistakes:
        return 1
    remarks = dict.fromkeys(remark for folder in folders for remark in guide_remarks(folder))
    for remark in remarks:
        sys.stdout.write(f"{remark.file}:{remark.line}: {_('remark: {words}').format(words=remark.message)}\n")
    sys.stdout.write(f"{_checked(len(folders), len(remarks))}\n")
    return 0


def _checked(guides: int, remarks: int) -> str:
    """Return what is said of guides without a mistake."""
    checked = ngettext("{count} guide checked: no mistakes", "{count} guides checked: no mistakes", guides)
    also = ngettext("{count} remark", "{count} remarks", remarks).format(count=remarks)
    return ", ".join([checked.format(count=guides), *([also] if remarks else [])])


def _nearly(path: Path) -> list[Mistake]:
    """Return what could be a guide where there is none; UnknownNameError if nothing there could be."""
    if found := misnamed(path):
        return found
    words = _("there is no guide in “{name}”; there is: {known}")
    raise UnknownNameError(words, str(path), Library(assets.guides_folder()).names())

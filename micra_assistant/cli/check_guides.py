"""Say what is wrong with guides."""

import argparse
import sys

from micra_assistant import assets
from micra_assistant.check import guide_faults
from micra_assistant.errors import UnknownNameError
from micra_assistant.guide.folders import guide_folders
from micra_assistant.guide.library import Library


def run(options: argparse.Namespace) -> int:
    """Write every fault of the guides asked for, and return 1 if there is any."""
    asked = options.folders or [options.guides or assets.guides_folder()]
    folders = guide_folders(asked)
    for path in asked:
        if not guide_folders([path]):
            raise UnknownNameError("guide in", str(path), Library(assets.guides_folder()).names())
    faults = dict.fromkeys(fault for folder in folders for fault in guide_faults(folder))
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if not faults:
        sys.stdout.write(f"{len(folders)} guide{'s' if len(folders) > 1 else ''} checked: no faults\n")
    return 1 if faults else 0

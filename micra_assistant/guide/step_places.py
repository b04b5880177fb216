"""Where a step of a guide is written, for who is to change it."""

import re
from pathlib import Path

from micra_assistant.guide.folders import GUIDE_FILE
from micra_assistant.guide.head import read_head
from micra_assistant.guide.model import Guide
from micra_assistant.guide.pagefiles import page_files


def place_of_step(guide: Guide, step_id: str) -> tuple[Path, int]:
    """Return the page and the line of the heading of a step, the head of the guide if no page has it."""
    heading = re.compile(rf"##\s.*\{{:[^}}]*#{re.escape(step_id)}[\s}}]")
    for file in page_files(guide.folder, read_head(guide.folder).common, []):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if heading.match(line):
                return file, number
    return guide.folder / GUIDE_FILE, 1

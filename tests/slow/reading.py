"""A program that reads mutated guides within limits: python -m tests.slow.reading FOLDER SEED GUIDES.

It writes each guide to FOLDER, says its number, and reads it as ``check`` does and as the window does. A guide that is
not sound is refused with its faults; whatever else happens ends the program. The system ends it if it takes too much
time or memory.
"""

import random
import resource
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from micra_assistant import assets
from micra_assistant.check import guide_mistakes
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.errors import MicraError
from micra_assistant.guide import judging, measure
from micra_assistant.guide.contents import contents
from micra_assistant.guide.html import rich_text
from micra_assistant.guide.library import Library
from micra_assistant.guide.lines import lines_of_head, lines_of_steps
from micra_assistant.guide.model import Guide, Paragraph, Reading
from micra_assistant.paper.parts_table import sheet_parts
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.options import read_parts
from micra_assistant.search.wordlist import read_words
from tests.mutations import mutated

ROOT = Path(__file__).parents[2]
SECONDS_A_GUIDE = 3
"""Of the processor; the whole program gets so many for each guide, and a few to start."""
MOST_MEMORY = 1_200_000_000


def show(guide: Guide) -> None:
    """Make what the window shows of a guide."""
    lines_of_head(guide)
    lines_of_steps(guide)
    for step in guide.steps:
        for block in step.blocks:
            if isinstance(block, Paragraph):
                rich_text(block.text, guide.sources)
    for item in guide.items:
        if isinstance(item, Reading):
            judging.limits(item)
            judging.judge(item, measure.parse("12.4", item.unit), measure.parse("0.1", item.unit))
    parts = read_parts(guide.folder)
    if parts:
        sheet_parts(parts, compare(parts, parts.rate_per_hour), parts.rate_per_hour, "", 3)
    for complaint in guide.complaints:
        with suppress(MicraError):
            model_for(guide, complaint, parts)


def read(folder: Path) -> str:
    """Read a guide as ``check`` does and as the window does; return what became of it."""
    faults = guide_mistakes(folder)
    with suppress(MicraError):
        read_words(folder.parent)
    try:
        show(Library(folder.parent).guide(folder.name))
    except MicraError:
        return "refused"
    return "found fault with" if faults else "sound"


def main(into: Path, seed: int, guides: int) -> None:
    """Read so many mutated guides."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_A_GUIDE * guides + 10,) * 2)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY,) * 2)
    kept = [
        contents(folder) for folder in map(Library(assets.guides_folder()).folder, ("remote-key", "tailgate-button"))
    ]
    words = (assets.guides_folder() / "words.toml").read_bytes()
    for number in range(guides):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - it need not be secret
        files = mutated({**chance.choice(kept), "words.toml": words}, chance)
        shutil.rmtree(into, ignore_errors=True)
        for name, content in files.items():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            (into / name).write_bytes(content)
        sys.stdout.write(f"{seed} {number} ")
        sys.stdout.flush()
        folder = next(path for path in sorted(into.iterdir()) if path.is_dir() and path.name != "common")
        sys.stdout.write(f"{read(folder)}\n")


def read_mutated(into: Path, seed: int, guides: int) -> Counter[str]:
    """Read so many mutated guides in a process of its own, and return how many were sound, and how many not."""
    command = [sys.executable, "-m", "tests.slow.reading", str(into), str(seed), str(guides)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, f"after {lines[-1:]}: {done.stderr[-2000:]}"
    return Counter(line.split(" ", 2)[2] for line in lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

"""Thousands of changed job files, in processes that may take only so much time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from micra_assistant.jobs.jobfile.trial import MOST_SECONDS as MOST_SECONDS_OF_A_GUIDE
from tests.jobs.jobfile.jobfiles import GUIDE, exported, with_text

ROOT = Path(__file__).parents[2]
NUMBER = 500
MOST_SECONDS = 1_200
MOST_BYTES = 1_500_000_000

pytestmark = pytest.mark.slow


def _limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


@pytest.mark.parametrize("first", range(1_000, 1_000 + 6 * NUMBER, NUMBER))
def test_nothing_breaks_and_nothing_takes_too_much(tmp_path: Path, first: int) -> None:
    command = [sys.executable, "-m", "tests.jobs.jobfile.fuzzing", str(first), str(NUMBER), str(tmp_path)]
    limit = None if sys.platform == "win32" else _limit
    ended = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=False,
        preexec_fn=limit,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith(" refused\n")


STEP = b"# Page {: #page }\n\n## Step {: #step }\n\n"
HEAD = GUIDE["button/guide.toml"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("10-page.md", STEP + b"!!!" + b" " * 190_000 + b"x\n"),
        ("10-page.md", STEP + b"`a" * 95_000),
        ("10-page.md", STEP + b"*a" * 95_000),
        ("10-page.md", STEP + b"***a** " * 27_000),
        ("10-page.md", STEP + b"| a | b |\n|" + b"-" * 190_000 + b"x\n"),
        ("10-page.md", STEP + b"1-" * 95_000),
        ("10-page.md", STEP + b'- [ ] Volts {: #v unit="V" max="9e999999999" }\n'),
        ("guide.toml", HEAD + b"a" + b".a" * 50_000 + b" = 1\n"),
        ("guide.toml", HEAD + b"x = " + b"[" * 100_000),
        ("guide.toml", HEAD + b"[[complaints]]\n" * 20_000),
    ],
    ids=["spaces", "ticks", "stars", "more stars", "dashes", "ranges", "limit", "dots", "brackets", "complaints"],
)
def test_a_guide_made_to_keep_its_reader_busy_is_refused_in_time(tmp_path: Path, name: str, content: bytes) -> None:
    file = with_text(exported(tmp_path), {**GUIDE, f"button/{name}": content})
    command = [sys.executable, "-m", "micra_assistant", "--data-dir", str(tmp_path / "data"), "import", str(file)]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=MOST_SECONDS_OF_A_GUIDE + 30, check=False
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"micra-assistant: {file} cannot be imported: the guide in it cannot be read")
    assert ended.stderr.count("\n") == 1

"""What comes from outside is read as a kind by one thread at a time, whichever others ask for that kind meanwhile."""

import ast
import subprocess
import sys

import pytest

from tests.source import nodes, sources

TWO_AT_ONCE = """
from threading import Thread

from msgspec import Struct

from micra_assistant import kind_reading

class Meanwhile:
    def __class_getitem__(cls, kind):
        if not other.ident:
            other.start()
            other.join(0.2)  # it waits for this thread, and ends with a crash if it does not
        return kind

class Inner(Struct):
    name: "Meanwhile[str]"

class Kind(Struct):
    inner: Inner

def read():
    assert {reading}.inner.name == "a"

other = Thread(target=read)
read()
other.join()
"""
READINGS = (
    "kind_reading.converted({'inner': {'name': 'a'}}, Kind)",
    """kind_reading.from_json(b'{"inner": {"name": "a"}}', Kind)""",
    r"""kind_reading.from_msgpack(b'\x81\xa5inner\x81\xa4name\xa1a', Kind)""",
    """kind_reading.json_decoder(Kind).decode(b'{"inner": {"name": "a"}}')""",
)
LOOK_A_KIND_OVER = {"convert", "Decoder"}


@pytest.mark.parametrize("reading", READINGS)
def test_two_threads_may_ask_for_the_same_kind_at_once(reading: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TWO_AT_ONCE.replace("{reading}", reading)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("module", sorted(set(sources()) - {"kind_reading.py"}))
def test_no_module_has_msgspec_look_a_kind_over_by_itself(module: str) -> None:
    assert not [ast.unparse(node) for node in nodes(module) if _looks_a_kind_over(node)]


def _looks_a_kind_over(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not ast.unparse(node.func).startswith("msgspec."):
        return False
    has_kind = any(argument.arg == "type" for argument in node.keywords)
    return has_kind or ast.unparse(node.func).rpartition(".")[2] in LOOK_A_KIND_OVER

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


def test_no_other_module_has_msgspec_look_a_kind_over_by_itself() -> None:
    modules = [module for module, text in sources().items() if "msgspec." in text and module != "kind_reading.py"]
    looking = [(module, node) for module in modules for node in nodes(module) if _looks_a_kind_over(node)]
    assert [f"{module}: {ast.unparse(node)}" for module, node in looking] == []


def _looks_a_kind_over(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name), keywords=keywords) if _is_of_msgspec(value):
            return name in LOOK_A_KIND_OVER or any(argument.arg == "type" for argument in keywords)
    return False


def _is_of_msgspec(value: ast.expr) -> bool:
    return ast.unparse(value).partition(".")[0] == "msgspec"

"""An error in words that hold nothing a person has typed."""

import decimal
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.bugs.bug_words import error_lines, error_name, place_of, told_place
from micra_assistant.errors import StoreError

TYPED = "Müller-Lüdenscheidt 17"


def caught(act: Callable[[], object]) -> Exception:
    """Return what an act raises."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - that is what is wanted
        return error
    raise AssertionError("nothing was raised")


def fail(error: Exception) -> Exception:
    """Return an error as it is once it was raised here."""

    def act() -> None:
        raise error

    return caught(act)


def fail_with_cause() -> None:
    try:
        int(TYPED)
    except ValueError as error:
        raise StoreError(f"cannot keep {TYPED}") from error


def fail_with_group() -> None:
    raise ExceptionGroup(TYPED, [ValueError(TYPED)])


def fail_with_note() -> None:
    error = ValueError(TYPED)
    error.add_note(TYPED)
    raise error


@pytest.mark.parametrize(
    "act",
    [
        lambda: dict[str, str]()[TYPED],
        lambda: int(TYPED),
        lambda: decimal.Decimal("9e999999") * decimal.Decimal("9e999999"),
        lambda: TYPED.encode("ascii"),
        lambda: open(f"/nowhere/{TYPED}"),  # noqa: SIM115, PTH123
        lambda: getattr(TYPED, TYPED),
        lambda: __import__(TYPED),
        fail_with_cause,
        fail_with_note,
        lambda: eval("1/0", {"customer": TYPED}),  # noqa: S307
        fail_with_group,
    ],
)
def test_nothing_that_was_typed_is_told(act: Callable[[], object]) -> None:
    told = "\n".join(error_lines(caught(act)))
    assert "Müller" not in told
    assert "Lüdenscheidt" not in told


@given(st.text(min_size=12))
def test_whatever_was_typed(typed: str) -> None:
    for error in (ValueError(typed), KeyError(typed), OSError(2, typed, typed), AttributeError(typed, name=typed)):
        assert typed not in "\n".join(error_lines(fail(error)))


def test_the_kind_of_an_error_tells_what_can_be_told() -> None:
    assert error_name(caught(lambda: None.has_image)) == "AttributeError (has_image)"  # type: ignore[attr-defined]
    assert error_name(OSError(28, TYPED)) == "OSError (ENOSPC)"
    assert error_name(decimal.Overflow(TYPED)) == "decimal.Overflow"
    assert error_name(StoreError(TYPED)) == "micra_assistant.errors.StoreError"


def test_an_error_is_told_with_its_cause_first_and_all_places() -> None:
    lines = error_lines(caught(fail_with_cause))
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads == ["ValueError", "then micra_assistant.errors.StoreError"]
    assert any(line.startswith("    tests/bugs/test_bug_words.py:") and "in fail_with_cause" in line for line in lines)


def test_a_place_is_told_without_the_folders_above_it() -> None:
    assert (
        told_place("/home/mueller/micra_assistant/ui/widgets/tap.py", 3, "f")
        == "micra_assistant/ui/widgets/tap.py:3 in f"
    )
    assert told_place("C:\\Users\\Mueller\\Lib\\site-packages\\msgspec\\x.py", 3, "f") == "msgspec/x.py:3 in f"
    assert told_place("/home/mueller/hack.py", 3, "f") == "hack.py:3 in f"
    assert told_place("<string>", 1, "<module>") == "<string>:1 in <module>"


def test_of_a_very_deep_error_the_middle_is_left_out() -> None:
    def deeper() -> None:
        deeper()

    lines = error_lines(caught(deeper))
    assert lines[0] == "RecursionError"
    assert len(lines) < 50
    assert any(" more" in line for line in lines)


def test_the_place_is_our_own_if_there_is_one() -> None:
    from micra_assistant.guide.folders import guide_folders

    error = caught(lambda: list(guide_folders(None)))  # type: ignore[arg-type]
    assert place_of(error).startswith("micra_assistant/guide/folders.py:")
    assert place_of(ValueError()) == ""

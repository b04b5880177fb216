"""Letters that look the same in several scripts."""

import pytest

from micra_assistant.lookalikes import latin, plate


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("А123ВС 77", "a123bc77"),
        ("А123ВС 77", "A123BC-77"),
        ("АВЕКМНОРСТУХ", "ABEKMHOPCTYX"),
        ("авекмнорстух", "ABEKMHOPCTYX"),
        ("ΥΖΗ-1234", "YZH 1234"),
        ("ικμ 12", "IKM 12"),
        ("ab 12 cde", "AB12CDE"),
    ],
)
def test_a_registration_is_alike_in_every_script(one: str, other: str) -> None:
    assert plate(one) == plate(other)


@pytest.mark.parametrize(("one", "other"), [("AB12", "AB13"), ("Д123", "A123"), ("O123", "0123"), ("", "A")])
def test_other_registrations_stay_apart(one: str, other: str) -> None:
    assert plate(one) != plate(other)


def test_letters_keep_their_size_and_others_stay() -> None:
    assert latin("МОм, кОм, Я") == "MOm, kOm, Я"

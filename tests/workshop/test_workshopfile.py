"""The file of the settings: whatever is in it, the good lines count, and nobody's words are overwritten."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from micra_assistant.errors import NotSavedError
from micra_assistant.numbers import Numbers
from micra_assistant.parts.exchange_rates import ExchangeRate
from micra_assistant.workshop.setting_kinds import MOST_LOGO_BYTES
from micra_assistant.workshop.settings import SETTINGS
from micra_assistant.workshop.values import Distance, PaperSize, Workshop, workshop_of
from micra_assistant.workshop.workshopfile import WorkshopFile, changed, read
from tests.ui.photos import encoded, two_halves
from tests.workshop.settingsfiles import GOOD, LINE

FILE = Path("/workshop/workshop.toml")
ENDS = st.sampled_from([b"\n", b"\r\n"])
CHANGES = st.dictionaries(
    st.sampled_from(["who", "name", "paper", "rate.RUB", "rate.JPY"]), st.integers(0, 3), min_size=1
)
VALUES: dict[str, tuple[object, ...]] = {
    "who": ("", "Bea", 'Ann "K" \\ é', "="),
    "name": ("", "Garage", "# 1", "x = 1"),
    "paper": (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.A4),
    "rate.RUB": (None, Decimal(0), Decimal("1200.50"), Decimal(999999)),
    "rate.JPY": (None, Decimal(1), Decimal("0.05"), None),
}


def in_folder(folder: Path, content: bytes | None = None) -> WorkshopFile:
    """Return the settings in a folder, with this in their file."""
    if content is not None:
        (folder / "workshop.toml").write_bytes(content)
    return WorkshopFile(folder / "workshop.toml", folder / "settings.ini")


_NO_VALUE = "a value is missing or is none: words stand in straight quotes, numbers as 12 or 0.5"


# reading


@given(st.permutations(list(GOOD)), st.lists(LINE, min_size=len(GOOD), max_size=len(GOOD)), ENDS)
def test_the_good_lines_count_whatever_stands_between_them(order: list[str], others: list[bytes], end: bytes) -> None:
    lines = [line for key, other in zip(order, others, strict=True) for line in (GOOD[key][0].encode(), other)]
    workshop, _complaints = read(end.join(lines), FILE)
    for key, (_line, value) in GOOD.items():
        assert SETTINGS[key].of(workshop) == value


@given(st.binary(max_size=300))
def test_anything_can_be_read(content: bytes) -> None:
    workshop, complaints = read(content, FILE)
    assert isinstance(workshop, Workshop)
    assert all(complaint.message for complaint in complaints)


def test_each_bad_line_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "big.png").write_bytes(b"no picture")
    lines = (
        "# what is wrong here",
        'papr = "a4"',
        "colour = 1",
        'paper = "leter"',
        "paper = letter",
        'who = "Anna',
        "who = 5",
        f'name = "{"x" * 81}"',
        'name = "a\\nb"',
        "rate.RUB = 12.345",
        "rate.RUR = 1200",
        'rate.EUR = "54,50"',
        "[rate]",
        "RUB = 1200",
        'logo = "none.png"',
        'logo = "../logo.png"',
        'logo = "big.png"',
        "numbers = 1",
        'distance = "mi"',
        'distance = "km"',
    )
    found = in_folder(tmp_path, "\n".join(lines).encode())
    assert str(found.complaints[0]).startswith(f"{tmp_path}/workshop.toml:2: there is no setting")
    said = [f"{complaint.line}: {complaint.message}".replace(str(tmp_path), "…") for complaint in found.complaints]
    assert said == [
        "2: there is no setting “papr”: did you mean “paper”?",
        f"3: there is no setting “colour”; there is: {', '.join(SETTINGS)}",
        '4: “paper”: this must be one of "a4", "letter", "a5": did you mean “letter”?',
        f"5: is not TOML: {_NO_VALUE}: paper = letter",
        '6: is not TOML: the quote is not closed: who = "Anna',
        '7: “who”: this must be words in straight quotes, such as "Anna"',
        "8: “name”: this has more than 80 letters: shorten it",
        "9: “name”: this has a letter that cannot be seen, such as a line break: delete it",
        "10: “rate.RUB”: this must be what an hour costs: from 0 to 999999, such as 1200 or 54.50",
        "11: there is no setting “rate.RUR”: did you mean “rate.RUB”?",
        "12: “rate.EUR”: this must be what an hour costs: from 0 to 999999, such as 1200 or 54.50",
        "13: “rate” cannot be read: a line is one setting, such as rate.EUR = 54.50, without [headings]",
        "14: there is no setting “RUB”: did you mean “rate.RUB”?",
        "15: “logo”: this cannot be shown: picture none.png does not exist",
        "16: “logo”: this must be the name of a picture that lies in …: copy it there",
        "17: “logo”: this cannot be shown: picture big.png is no .png picture",
        '18: “numbers”: this must be one of "point", "comma", "space"',
        "20: “distance” stands here again, and the line above counts: leave one",
    ]
    assert found.now == Workshop(distance=Distance.MI)


def test_a_mark_that_editors_put_before_a_text_is_no_part_of_it() -> None:
    assert read(b'\xef\xbb\xbfwho = "Anna"', FILE) == (Workshop(who="Anna"), ())


def test_a_logo_is_not_larger_than_a_sheet_can_bear(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(encoded(two_halves(), "png") + bytes(MOST_LOGO_BYTES))
    (complaint,) = in_folder(tmp_path, b'logo = "logo.png"').complaints
    assert complaint.message == "“logo”: this cannot be shown: picture logo.png is larger than 1 MB"


def test_it_is_read_anew_when_somebody_else_has_changed_it(tmp_path: Path) -> None:
    here, there = in_folder(tmp_path), in_folder(tmp_path)
    assert here.now == Workshop()
    there.change({"who": "Anna"})
    assert here.now.who == "Anna"
    assert here.now is here.now, "as long as nobody changes it"
    (tmp_path / "workshop.toml").unlink()
    assert here.now == Workshop()


def test_a_file_that_says_the_same_changes_nothing(tmp_path: Path) -> None:
    """The window writes how it was left beside the earlier settings, again and again."""
    earlier = tmp_path / "settings.ini"
    earlier.write_text("[General]\nwho=Anna\n", encoding="utf-8")
    here = WorkshopFile(tmp_path / "workshop.toml", earlier)
    before = here.now
    earlier.write_text("[General]\nwho=Anna\njob=123\n", encoding="utf-8")
    assert here.now is before


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "large", "utf-16"])
def test_what_is_no_file_of_settings_is_said_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    file = folder / "workshop.toml"
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "link":
            (tmp_path / "outside").write_text('who = "Eve"')
            file.symlink_to(tmp_path / "outside")
        case "large":
            file.write_bytes(b'who = "Anna"\n' * 10_000)
        case _:
            file.write_bytes('who = "Anna"\n'.encode("utf-16"))
    settings = in_folder(folder)
    assert settings.now == Workshop()
    assert settings.complaints
    with pytest.raises(NotSavedError, match="cannot be changed"):
        settings.change({"who": "Bea"})
    if kind == "link":
        assert (tmp_path / "outside").read_text() == 'who = "Eve"'


# changing


@given(st.lists(LINE, max_size=8), st.permutations(list(GOOD)), CHANGES, ENDS)
def test_only_the_lines_of_what_changes_are_others(
    others: list[bytes], order: list[str], picks: dict[str, int], end: bytes
) -> None:
    values = {key: VALUES[key][pick] for key, pick in picks.items()}
    kept = [GOOD[key][0].encode() for key in order if key not in values]
    mine = [other for other in others if not any(key.encode() in other for key in values)]
    gone = [GOOD[key][0].encode() for key in order if key in values]
    after = changed(end.join([*mine, *gone, *kept, b""]), values, FILE.parent)
    left = after.split(end)
    assert [line for line in left if line in mine or line in kept][: len(mine) + len(kept)] == [*mine, *kept]
    workshop, _complaints = read(after, FILE)
    assert {key: SETTINGS[key].of(workshop) for key in values} == values


def test_a_change_keeps_every_other_line_to_the_byte() -> None:
    before = b'# mine\r\n\r\npaper = nonsense\r\nrate.EUR=50 # old\r\n\xff\xfe\r\nwho = "Anna"\r\nrate.EUR = 1\r\nlast'
    values = {"rate.EUR": Decimal("54.50"), "name": "Garage"}
    after = changed(before, values, FILE.parent)
    assert after == (
        b'# mine\r\n\r\npaper = nonsense\r\nrate.EUR = 54.50\r\n\xff\xfe\r\nwho = "Anna"\r\nlast\r\nname = "Garage"\r\n'
    )


def test_a_bad_line_of_what_changes_makes_room_for_the_new_one() -> None:
    assert changed(b"who = Anna\n", {"who": "Bea"}, FILE.parent) == b'who = "Bea"\n'


def test_a_rate_that_is_taken_back_leaves_no_line() -> None:
    assert changed(b"rate.EUR = 5\nrate.EUR = 6\n# x\n", {"rate.EUR": None}, FILE.parent) == b"# x\n"


def test_a_new_file_says_what_it_is_and_is_private(tmp_path: Path) -> None:
    settings = in_folder(tmp_path / "new")
    settings.change({"rate.RUB": Decimal(1500)})
    assert settings.file.read_text().splitlines() == [
        "# The settings of this workshop: a line each, name = value. Lines such as this one are remarks.",
        "rate.RUB = 1500",
    ]
    assert settings.file.stat().st_mode & 0o077 == 0


def test_a_logo_from_elsewhere_is_copied_beside_the_settings(tmp_path: Path) -> None:
    data, pictures = tmp_path / "data", tmp_path / "pictures"
    for folder in (data, pictures):
        folder.mkdir()
    (pictures / "logo.jpg").write_bytes(encoded(two_halves(), "jpeg"))
    settings = in_folder(data)
    settings.change({"logo": pictures / "logo.jpg"})
    assert settings.now.logo == data / "logo.jpg"
    (pictures / "logo.jpg").write_bytes(encoded(two_halves(20, 20), "jpeg"))
    with pytest.raises(NotSavedError, match="another picture of that name is there"):
        settings.change({"logo": pictures / "logo.jpg"})


# the table


def test_every_setting_has_its_place_and_what_is_written_is_read() -> None:
    workshop = workshop_of({key: SETTINGS[key].kind.read(value, FILE.parent) for key, (_, value) in GOOD.items()})
    values = {key: setting.of(workshop) for key, setting in SETTINGS.items()}
    assert {name for name in Workshop.__struct_fields__ if name != "rates"} == {
        key for key in SETTINGS if not key.startswith("rate.")
    }
    assert read(changed(None, values, FILE.parent), FILE) == (workshop, ())


# what an earlier version kept

EARLIER = b"""[General]
job=abc
numbers=comma
who="M\\"\xc3\xbc\\\\ller, Anna"
theme=dark

[rate]
RUB=1500.5
EUR=nan
XYZ=5
"""


def test_what_an_earlier_version_kept_holds_until_there_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_bytes(EARLIER)
    settings = in_folder(tmp_path)
    former = Workshop({"RUB": Decimal("1500.5")}, who='M"ü\\ller, Anna', numbers=Numbers.COMMA)
    assert settings.now == former
    settings.change({"who": "Bea"})
    assert settings.now == Workshop(former.rates, who="Bea", numbers=Numbers.COMMA)
    (tmp_path / "settings.ini").write_bytes(b"[General]\nnumbers=space\n")
    settings.change({"name": "Garage"})
    assert settings.now.numbers is Numbers.COMMA, "it is taken over once"
    assert (tmp_path / "settings.ini").read_bytes() == b"[General]\nnumbers=space\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20))
def test_what_qt_wrote_is_read_as_it_was(tmp_path_factory: pytest.TempPathFactory, who: str) -> None:
    file = tmp_path_factory.mktemp("qt") / "settings.ini"
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.setValue("who", who)
    kept.setValue("rate/EUR", "54.50")
    kept.sync()
    now = WorkshopFile(file.with_name("workshop.toml"), file).now
    assert now == Workshop({"EUR": Decimal("54.50")}, who=who)


@pytest.mark.parametrize("line", ["who=Anna, Bea", "who=@Invalid()", "who=@ByteArray(x)", "numbers=often", "WHO=Anna"])
def test_what_is_no_text_of_ours_counts_as_not_set(tmp_path: Path, line: str) -> None:
    (tmp_path / "settings.ini").write_text(f"[General]\n{line}\n[other]\nwho=Eve\n")
    assert in_folder(tmp_path).now == Workshop()


@given(
    st.binary(max_size=60)
    | st.text(max_size=20).map(lambda text: f"[General]\nwho={text}\n[rate]\nRUB={text}".encode())
)
def test_no_earlier_file_is_too_bad(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "earlier"
    folder.mkdir(exist_ok=True)
    (folder / "settings.ini").write_bytes(content)
    assert isinstance(in_folder(folder).now, Workshop)


def test_rates_of_exchange_are_kept_as_they_were_typed(tmp_path: Path) -> None:
    settings = in_folder(tmp_path)
    rates = SETTINGS["exchange"].kind.typed("1 GBP = 98,5 RUB, 2026-11-28", tmp_path, Numbers.COMMA)
    settings.change({"exchange": rates})
    assert 'exchange = "1 GBP = 98.5 RUB, 2026-11-28"' in (tmp_path / "workshop.toml").read_text()
    assert settings.now.exchange == (ExchangeRate("GBP", Decimal("98.5"), "RUB", date(2026, 11, 28)),)

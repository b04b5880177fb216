"""Files of settings as people write them, and as hypothesis draws them."""

from decimal import Decimal

from hypothesis import strategies as st

GOOD: dict[str, tuple[str, object]] = {
    "who": ('who = "Anna Müller"', "Anna Müller"),
    "name": ("name = 'Ян & Пётр \"K12\"'", 'Ян & Пётр "K12"'),
    "numbers": ('numbers = "comma"  # as on the bills', "comma"),
    "distance": ('  distance="MI"', "mi"),
    "paper": ('"paper" = "letter"', "letter"),
    "aloud": ('aloud = "ON"', "on"),
    "voice_speed": ("voice_speed = 'fast'", "fast"),
    "rate.RUB": ("rate.RUB = 1200", Decimal(1200)),
    "rate.EUR": ('rate.EUR = "54.50"', Decimal("54.50")),
    "tax": ("tax = 8.1", Decimal("8.1")),
    "rate.GBP": ("rate.GBP = 45.25", Decimal("45.25")),
}
"""A good line of each setting, and what it says."""

NO_SETTINGS = (
    b"",
    b"# a remark",
    b"paper",
    b"papr = 1",
    b"paper = letter",
    b"paper = 5",
    b"rate.RUB = nan",
    b"exchange = 98.5",
    b'exchange = "1 GBP = 98.50 RUB"',
    b"rate.RUB = -1",
    b"rate.RUB = true",
    b"rate.RUB = 1.234",
    b"rate.RUB = 1e999999999",
    b"rate.USD = " + b"9" * 1900,
    b"[rate]",
    b"[[x]]",
    b"x = " + b"[" * 1900,
    b"a.b.c.d.e.f.g.h.i.j.k.l.m.n = 1",
    b"who = 2026-11-20",
    b'who = "' + b"x" * 100 + b'"',
    b'who = "a\\tb"',
    b"\xff\xfe",
    b"x" * 3000,
    b"rate = {RUB = 1, EUR = 2}",
    b"\x00",
)
LINE = st.sampled_from(NO_SETTINGS) | st.binary(max_size=30).map(
    lambda line: line.replace(b"\n", b"").replace(b"\r", b"")
)

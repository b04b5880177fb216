"""``job.json`` is believed only as far as it makes sense: what is wrong with it is said in words and with its place."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from micra_assistant.errors import JobFileError
from micra_assistant.jobs.history import History
from micra_assistant.jobs.jobfile import export_job, import_job
from micra_assistant.jobs.records.job_query import JobQuery
from micra_assistant.jobs.records.sqlite_store import SqliteStore
from tests.builders import AT
from tests.jobs.jobfile.jobfiles import (
    JOB,
    Members,
    changed,
    everything_in,
    exported,
    members_of,
    refusal,
    with_act,
    with_event,
    with_job,
    with_sums,
    write_zip,
)

pytestmark = pytest.mark.thorough

LEFT = {"item": "off", "words": "battery off", "undo": "connect it"}
BOOK = {**LEFT, "words": "x" * 100_001}
LONG = {"found": "answered", "test": "feel", "answer": "x" * 100_001}
OFF = {"found": "access-opened", "access": "trim"}
AGAIN = "; copy it again, or export the job again where it was made"
NEWER = "which this program does not know: a newer one wrote it; install the newer program"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"a": "\xed\xa0\x80"}', b"[" * 100_000, b"{" * 100])
def test_no_json_at_all(tmp_path: Path, content: bytes) -> None:
    def spoil(members: Members) -> None:
        members["job.json"] = content

    assert refusal(changed(exported(tmp_path), spoil)).startswith("“job.json” in it")


def test_json_of_something_else(tmp_path: Path) -> None:
    def replace(members: Members) -> None:
        members["job.json"] = b"[1, 2]"

    assert refusal(changed(exported(tmp_path), replace)) == (
        f"“job.json” in it: it must be a group of values, not a list{AGAIN}"
    )


def test_a_newer_format_is_said_to_be_one(tmp_path: Path) -> None:
    file = with_job(exported(tmp_path), lambda data: data.update(format=2, events={"quite": "different"}))
    assert refusal(file) == (
        "“job.json” in it is of format 2, and this program knows format 1: a newer one wrote it;"
        " install the newer program"
    )


@pytest.mark.parametrize("digits", [19, 400, 4_000, 5_000, 100_000])
def test_a_number_without_end_is_not_said_whole(tmp_path: Path, digits: int) -> None:
    def write(members: Members) -> None:
        members["job.json"] = members["job.json"].replace(b'"format": 1', b'"format": ' + b"9" * digits)

    assert len(refusal(changed(exported(tmp_path), write))) < 250
    for fields in ({"mileage": "%"}, {"mileage": "-%"}, {"width": "%"}, {"guide": "%"}):
        file = with_act(exported(tmp_path), 1 if "width" not in fields else 4, **fields)

        def fill(members: Members) -> None:
            members["job.json"] = (
                members["job.json"].replace(b'"%"', b"9" * digits).replace(b'"-%"', b"-" + b"9" * digits)
            )

        assert len(refusal(changed(file, fill))) < 250


def test_a_format_that_never_was(tmp_path: Path) -> None:
    assert "is of format 0, which there is not" in refusal(
        with_job(exported(tmp_path), lambda data: data.update(format=0))
    )


def test_an_unknown_kind_of_act_is_named(tmp_path: Path) -> None:
    file = with_act(exported(tmp_path), 2, act="painted")
    assert refusal(file) == f"event 2 in “job.json” is of the kind “painted”, {NEWER}"


def test_a_field_more_may_mean_something(tmp_path: Path) -> None:
    assert refusal(with_act(exported(tmp_path), 2, torque=12)) == f"event 2 in “job.json” says “torque”, {NEWER}"
    assert refusal(with_event(exported(tmp_path), 2, job="c" * 32)) == f"event 2 in “job.json” says “job”, {NEWER}"
    assert refusal(with_job(exported(tmp_path), lambda data: data.update(bill=3))) == (
        f"“job.json” in it says “bill”, {NEWER}"
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"mileage": "many"}, "“mileage” must be a whole number or nothing, not a text"),
        ({"mileage": 84.5}, "“mileage” must be a whole number or nothing, not a fraction"),
        ({"mileage": True}, "“mileage” must be a whole number or nothing, not true or false"),
        ({"mileage": -1}, "mileage is -1, and must be from 0 to 2000000"),
        ({"mileage": 2_000_001}, "mileage is 2000001, and must be from 0 to 2000000"),
        ({"car": None}, "“car” must be a text, not nothing"),
        ({"text": "abc"}, "“abc” is no fingerprint"),
        ({"text": "G" * 64}, f"“{'G' * 64}” is no fingerprint"),
        ({"guide": "../../etc"}, "“../../etc” is no guide id"),
        ({"guide": ""}, "“” is no guide id"),
        ({"guide": "a\\b"}, "“a\\b” is no guide id"),
        ({"complaint": "x" * 100_001}, "complaint is longer than 100000 letters"),
        ({"guide": 5}, "“guide” must be a text, not a whole number"),
    ],
)
def test_how_a_job_cannot_begin(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    assert refusal(with_act(exported(tmp_path), 1, **fields)) == f"event 1 in “job.json”: {message}{AGAIN}"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"rate": "-1", "currency": "EUR"}, "“-1 EUR” is no labour rate"),
        ({"rate": "nan", "currency": "EUR"}, "“NaN EUR” is no labour rate"),
        ({"rate": "1e99", "currency": "EUR"}, "“1E+99 EUR” is no labour rate"),
        ({"rate": "0e999999", "currency": "EUR"}, "“0E+999999 EUR” is no labour rate"),
        ({"rate": "1000000000", "currency": "EUR"}, "“1000000000 EUR” is no labour rate"),
        ({"rate": "54.50", "currency": "XXX"}, "“54.50 XXX” is no labour rate"),
        ({"rate": "54.50"}, "“54.50 ” is no labour rate"),
        ({"currency": "EUR"}, "“None EUR” is no labour rate"),
        ({"rate": True, "currency": "EUR"}, "“rate” must be an amount or nothing, not true or false"),
    ],
)
def test_what_a_job_cannot_have_cost(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    said = with_job(exported(tmp_path), lambda data: data["events"][-1].update(act={"act": "closed", **fields}))
    assert message in refusal(said)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"id": "2"}, "“2” is no event id"),
        ({"id": "A" * 32}, f"“{'A' * 32}” is no event id"),
        ({"turn": -1}, "the turn is below 0"),
        ({"turn": "2"}, "“turn” must be a whole number, not a text"),
        ({"at": "yesterday"}, "“yesterday” is no time"),
        ({"at": "2026-11-20"}, "“2026-11-20” is no time"),
        ({"at": "2026-11-20T10:00:00"}, "“2026-11-20T10:00:00” is no time"),
        ({"at": "2026-02-30T10:00:00.000+00:00"}, "“2026-02-30T10:00:00.000+00:00” is no time"),
        ({"at": "0001-01-01T00:00:00.000+00:00"}, "“0001-01-01T00:00:00.000+00:00” is no time"),
        ({"at": "2026-11-20T10:00:00.000+03:00"}, "“2026-11-20T10:00:00.000+03:00” is no time"),
        ({"by": 5}, "“by” must be a text, not a whole number"),
        ({"by": "x" * 100_001}, "by is longer than 100000 letters"),
        ({"act": {}}, "“act” is missing"),
        ({"act": {"act": "ticked"}}, "“item” is missing"),
        ({"act": "ticked"}, "it must be a group of values, not a text"),
        ({"act": {"act": "undone", "event": "2"}}, "“2” is no event id"),
        ({"act": {"act": "noted", "step": "", "text": "", "instead_of": "3"}}, "“3” is no event id"),
        ({"act": {"act": "closed", "held": "maybe"}}, "“held” is not as it must be: “Invalid enum value 'maybe'”"),
        ({"act": {"act": "tools-out", "tools": ["x" * 100_001]}}, "tools is longer than 100000 letters"),
        ({"act": {"act": "guide-taken", "version": "2", "text": "new"}}, "“new” is no fingerprint"),
    ],
)
def test_what_no_event_says(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    assert refusal(with_event(exported(tmp_path), 2, **fields)) == f"event 2 in “job.json”: {message}{AGAIN}"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"photo": "../" + "a" * 61}, f"“../{'a' * 61}” is no photo id"),
        ({"width": 0}, "width is 0, and must be from 1 to 65535"),
        ({"height": 10**9}, "height is 1000000000, and must be from 1 to 65535"),
    ],
)
def test_what_no_photo_says(tmp_path: Path, fields: dict[str, Any], message: str) -> None:
    assert refusal(with_act(exported(tmp_path), 4, **fields)) == f"event 4 in “job.json”: {message}{AGAIN}"


@pytest.mark.parametrize("turn", [2**70, 2**63 - 1, 10_005])
def test_a_turn_that_would_leave_no_room_for_more(tmp_path: Path, turn: int) -> None:
    assert "has a turn that no job comes to" in refusal(with_event(exported(tmp_path), 3, turn=turn))


def test_lost_events_leave_gaps_that_are_no_fault(tmp_path: Path) -> None:
    store = SqliteStore(None)
    import_job(store, with_event(exported(tmp_path), 3, turn=10_004))
    export_job(store, JOB, None, tmp_path / "again.zip")
    assert import_job(store, tmp_path / "again.zip").new_events == 0


def test_the_job_must_have_an_id(tmp_path: Path) -> None:
    file = with_job(exported(tmp_path), lambda data: data["job"].update(id="1; DROP TABLE jobs"))
    assert refusal(file) == f"“job.json” in it: “1; DROP TABLE jobs” is no job id{AGAIN}"


@pytest.mark.parametrize("missing", ["format", "program", "job", "summary", "events"])
def test_a_part_is_missing(tmp_path: Path, missing: str) -> None:
    file = with_job(exported(tmp_path), lambda data: data.pop(missing))
    assert refusal(file) == f"“job.json” in it: “{missing}” is missing{AGAIN}"


def test_a_job_begins_once(tmp_path: Path) -> None:
    words = f"it does not begin one job, but none or several{AGAIN}"
    assert refusal(with_job(exported(tmp_path), lambda data: data["events"].pop(0))) == words
    assert refusal(with_job(exported(tmp_path), lambda data: data["events"].clear())) == words
    opened = {"act": "opened", "guide": "button", "version": "2"}
    assert refusal(with_event(exported(tmp_path), 2, act=opened)) == words


def test_an_event_comes_once(tmp_path: Path) -> None:
    file = with_job(exported(tmp_path), lambda data: data["events"].append(data["events"][1]))
    assert refusal(file) == f"two events in “job.json” have the same id{AGAIN}"


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("number", "act", "message"),
    [
        (100_000, {"act": "step-shown", "step": "measure"}, "it has more than 100000 events"),
        (2_001, {"act": "ticked"}, "it has more than 2000 items"),
        (2_000, {"act": "noted", "step": "measure", "text": "wet"}, "it has more than 2000 notes and photos"),
        (400, {"act": "noted", "step": "measure", "text": "x" * 100_000}, "it has more than 300000 letters"),
        (60, {"act": "tools-out", "tools": ["meter"] * 2_000}, "it has more than 100000 events"),
        (
            2_001,
            {"act": "diagnosed", "model": "faults.toml", "words": "", "finding": OFF},
            "it has more than 2000 findings",
        ),
    ],
)
def test_more_than_a_job_can_be(tmp_path: Path, number: int, act: dict[str, Any], message: str) -> None:
    def add(data: dict[str, Any]) -> None:
        for place in range(1, number + 1):
            said = {**act, "item": f"item-{place}"} if act["act"] == "ticked" else act
            data["events"].append({"id": f"{place:031x}f", "turn": 5, "at": AT, "by": "", "act": said})

    file = with_job(exported(tmp_path), add)
    assert refusal(file) == f"{message}; no job is as large as that, choose another file"


@pytest.mark.parametrize(
    ("act", "message"),
    [
        ({"act": "tools-out", "tools": ["meter"] * 500_000}, "tools has more than 2000 entries"),
        ({"act": "tools-out", "tools": ["x" * 100_001]}, "tools is longer than 100000 letters"),
        ({"act": "closed", "left_open": ["off"] * 500_000}, "left_open has more than 2000 entries"),
        ({"act": "guide-taken", "version": "2", "text": "", "left": [LEFT] * 2_001}, "left has more than 2000 entries"),
        ({"act": "guide-taken", "version": "2", "text": "", "left": [BOOK]}, "words is longer than 100000 letters"),
        ({"act": "diagnosed", "model": "m", "words": "", "finding": LONG}, "answer is longer than 100000 letters"),
    ],
)
def test_an_act_that_is_too_large(tmp_path: Path, act: dict[str, Any], message: str) -> None:
    assert refusal(with_event(exported(tmp_path), 2, act=act)) == f"event 2 in “job.json”: {message}{AGAIN}"


def test_names_without_end_count_as_texts(tmp_path: Path) -> None:
    def rename(data: dict[str, Any]) -> None:
        for event in data["events"]:
            event["by"] = "x" * 100_000

    assert refusal(with_job(exported(tmp_path), rename)).startswith("it has more than 300000 letters; ")


def test_the_order_in_the_file_does_not_matter(tmp_path: Path) -> None:
    store, other = SqliteStore(None), SqliteStore(None)
    import_job(store, exported(tmp_path))
    import_job(other, with_job(exported(tmp_path), lambda data: data["events"].reverse()))
    assert everything_in(store) == everything_in(other)


def test_nobody_relies_on_the_summary(tmp_path: Path) -> None:
    store = SqliteStore(None)
    import_job(store, with_job(exported(tmp_path), lambda data: data.update(summary={"customer": 5})))
    assert store.rows(JobQuery())[0].customer == "Ann"


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from([AT, JOB, "0" * 32, "0" * 64, "opened", "undone", "measure", 2**63, -1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def _spoilt(draw: st.DrawFn, data: dict[str, Any]) -> bytes:
    """Draw what ``job.json`` says with a few of its values replaced, taken out or added."""
    for _ in range(draw(st.integers(1, 3))):
        place: Any = data
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(place[key], dict | list) and draw(st.integers(0, 9)):
                place = place[key]
                continue
            if draw(st.integers(0, 4)):
                place[key] = draw(_VALUES)
            else:
                del place[key]
            break
    return msgspec.json.encode(data)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Members:
    """Return the members of a job file."""
    return members_of(exported(tmp_path_factory.mktemp("sound")))


@given(st.data())
def test_whatever_it_says_it_is_refused_or_makes_sense(
    tmp_path_factory: pytest.TempPathFactory, sound: Members, data: st.DataObject
) -> None:
    """The checksums fit: somebody has meant it."""
    job = data.draw(_spoilt(msgspec.json.decode(sound["job.json"])))
    file = write_zip(tmp_path_factory.mktemp("spoilt") / "job.zip", with_sums({**sound, "job.json": job}))
    store = SqliteStore(None)
    before = everything_in(store)
    try:
        imported = import_job(store, file)
    except JobFileError:
        assert everything_in(store) == before
        return
    history = History(store.events(imported.job.id))
    assert len(store.rows(JobQuery())) == 1
    assert imported.new_events == len(history.events)
    export_job(store, imported.job.id, None, file)
    assert import_job(store, file).new_events == 0

"""What a second start and the open window say to each other."""

import pytest

from micra_assistant.onewindow.exchange import NOBODY, OTHER_GUIDES, RAISED, answer_in, request, understood


@pytest.mark.parametrize("guides", ["", "0123456789abcdef"])
@pytest.mark.parametrize(
    ("environment", "token"),
    [
        ({}, ""),
        ({"XDG_ACTIVATION_TOKEN": "kwin-7"}, "kwin-7"),
        ({"DESKTOP_STARTUP_ID": "host_TIME5"}, "host_TIME5"),
        ({"XDG_ACTIVATION_TOKEN": "", "DESKTOP_STARTUP_ID": "host_TIME5"}, "host_TIME5"),
        ({"XDG_ACTIVATION_TOKEN": "two words"}, ""),
        ({"XDG_ACTIVATION_TOKEN": "two\nlines"}, ""),
        ({"XDG_ACTIVATION_TOKEN": "Schlüssel"}, ""),
        ({"XDG_ACTIVATION_TOKEN": "x" * 201}, ""),
    ],
)
def test_what_is_asked_is_understood(guides: str, environment: dict[str, str], token: str) -> None:
    assert understood(request(guides, environment)) == (guides, token)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\n",
        b"raise\n",
        b"raise - -",
        b"raise - - -\n",
        b"lower - -\n",
        b"raise  -\n",
        b"\xff\0\n",
        b"raise - \0\n",
    ],
)
def test_anything_else_is_not(said: bytes) -> None:
    assert understood(said) is None


def test_answers() -> None:
    assert [answer_in(f"{answer}\n".encode()) for answer in (RAISED, OTHER_GUIDES)] == [RAISED, OTHER_GUIDES]
    for said in (b"", b"raised", b"silent\n", b"HTTP/1.1 400 Bad Request\r\n", b"\xff" * 500):
        assert answer_in(said) == NOBODY

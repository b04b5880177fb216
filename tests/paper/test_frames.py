"""Messages in a pipe."""

from io import BytesIO

import msgspec

from micra_assistant.paper.frames import Frames, framed, read_frames

MESSAGES = [b"", b"short", bytes(70_000)]
PIPE = b"".join(map(framed, MESSAGES))


def test_messages_come_out_of_a_pipe_as_they_went_in() -> None:
    assert [msgspec.msgpack.decode(content) for content in read_frames(BytesIO(PIPE))] == MESSAGES


def test_half_a_message_is_none() -> None:
    assert len(list(read_frames(BytesIO(PIPE[:-1])))) == len(MESSAGES) - 1
    assert len(list(read_frames(BytesIO(PIPE + b"\0\0")))) == len(MESSAGES)


def test_messages_are_put_together_from_whatever_pieces_they_come_in() -> None:
    frames = Frames()
    pieces = [PIPE[start : start + 999] for start in range(0, len(PIPE), 999)]
    found = [msgspec.msgpack.decode(content) for piece in pieces for content in frames.take(piece)]
    assert found == MESSAGES
    few = Frames()
    assert [msgspec.msgpack.decode(content) for letter in PIPE[:9] for content in few.take(bytes([letter]))] == [b""]

"""What signals say before everyone who is to hear it is there."""

from PySide6.QtCore import QObject, Signal

from micra_assistant.ui.heard_before import HeardBefore


class Speaker(QObject):
    """Says something."""

    opened = Signal(object)
    refused = Signal(str, object)


def test_who_comes_later_hears_in_order_what_was_said_before() -> None:
    speaker, heard = Speaker(), list[object]()
    before = HeardBefore(speaker.opened, speaker.refused)
    speaker.opened.emit(1)
    speaker.refused.emit("a guide", 2)
    speaker.opened.emit(3)
    speaker.opened.connect(heard.append)
    speaker.refused.connect(lambda *words: heard.append(words))
    before.say_again()
    assert heard == [1, ("a guide", 2), 3]


def test_it_is_said_again_once() -> None:
    speaker, heard = Speaker(), list[object]()
    before = HeardBefore(speaker.opened)
    speaker.opened.emit(1)
    before.say_again()
    speaker.opened.connect(heard.append)
    speaker.opened.emit(2)
    before.say_again()
    assert heard == [2]


def test_what_is_past_is_not_said_again() -> None:
    speaker, heard = Speaker(), list[object]()
    before = HeardBefore(speaker.opened)
    speaker.opened.emit(1)
    before.forget()
    speaker.opened.emit(2)
    speaker.opened.connect(heard.append)
    before.say_again()
    assert heard == [2]

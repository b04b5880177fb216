"""Finding a fault in a terminal: a question, numbered answers, and letters for the rest."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from micra_assistant.diagnosis import conversation
from micra_assistant.diagnosis.conversation import AnswerError, Conversation, End
from micra_assistant.diagnosis.explain import name_of, ruled_out
from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.likelihood import ALL_BUT_RULED_OUT, suspects
from micra_assistant.diagnosis.telling import told
from micra_assistant.parts.money import about

HELP = """\
Type the number of the answer. Besides there is:
  ?    why this          ? 2  why not number 2 of the others
  o    the others        o 2  do number 2 of them instead
  b    back              n    the car does not fail now, or does again
  c    cannot do this    d    don't know
  h    this list         q    end here, with what was found
"""

_KINDS = {MoveKind.TEST: "Test", MoveKind.REPAIR: "Repair", MoveKind.GATE: "First", MoveKind.GIVE_UP: "Give up"}
_SUSPECTS = 4
_MOST_DIGITS = 6
"""Of the number of an answer."""


class FaultTalk:
    """Asks and answers; ``write`` gets all that is to be seen, ``now`` is how far it is."""

    def __init__(self, now: Conversation, write: Callable[[str], object]) -> None:
        self.now = now
        self._write = write
        self._others: tuple[Move, ...] = ()

    def run(self, lines: Iterable[str]) -> None:
        """Take lines until the fault is found, nothing is left, the person ends it, or no more come."""
        self._write(f"{_head(self.now)}\n{HELP}\n{_asked(self.now)}> ")
        for line in lines:
            said = line.strip()
            if said == "q":
                break
            try:
                self._write(self._taken(said))
            except AnswerError as error:
                self._write(f"{error}\n")
            if self.now.end:
                break
            self._write("> ")
        self._write(f"\n{record(self.now)}")

    def _taken(self, said: str) -> str:
        """Take a line, and return what it leads to."""
        command, _, number = said.partition(" ")
        match command:
            case "":
                return _asked(self.now)
            case "h":
                return HELP
            case "?":
                return f"{self._why(number)}\n"
            case "o":
                return self._moved(self._chosen(number)) if number else self._listed()
            case _:
                return self._moved(self._answered(said))

    def _answered(self, said: str) -> Conversation:
        match said:
            case "b":
                return conversation.back(self.now)
            case "c" | "d":
                return conversation.skipped(self.now)
            case "n":
                return conversation.failing(self.now, does=not self.now.case.failing)
            case number if number.isdecimal() and len(number) <= _MOST_DIGITS:
                return conversation.numbered(self.now, int(number))
            case _ if self.now.reading:
                return conversation.typed(self.now, said.removeprefix("="))
            case _:
                raise AnswerError("Type the number of an answer; h lists what there is besides.")

    def _why(self, number: str) -> str:
        return conversation.reason_against(self.now, self._other(number)) if number else conversation.reason(self.now)

    def _chosen(self, number: str) -> Conversation:
        return conversation.chosen(self.now, self._other(number))

    def _other(self, number: str) -> Move:
        numbered = dict(enumerate(self._others, 1))
        place = int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else 0
        if place not in numbered:
            raise AnswerError("Type o first: it lists the others with their numbers.")
        return numbered[place]

    def _listed(self) -> str:
        self._others = conversation.others(self.now)
        lines = (f"{n:4}  {name_of(self.now.case, move)}\n" for n, move in enumerate(self._others, 1))
        return "".join(["Instead, the best first:\n", *lines])

    def _moved(self, now: Conversation) -> str:
        self.now, self._others = now, ()
        return "" if now.end else f"\n{_asked(now)}"


def record(now: Conversation) -> str:
    """Return how it ended and all that was found, in lines."""
    case = now.case
    found = [told(case.model, finding, now.items.words) for finding in case.findings]
    out = [f"{one.fault.text} – {one.because}" for one in ruled_out(case)]
    left = [f"{one.fault.text}: {one.word}" for one in suspects(case) if one.word != ALL_BUT_RULED_OUT]
    return "".join(
        [
            f"{_verdict(now)} Spent so far, in work and money: {_money(now, now.paid)}.\n",
            *_section("Found", found),
            *_section("All but ruled out", out),
            *_section("Left", [] if now.end is End.CURED else left),
        ]
    )


def _verdict(now: Conversation) -> str:
    if now.end is End.CURED:
        repair = name_of(now.case, Move(MoveKind.REPAIR, now.case.cured_by))
        return f"Cured: {repair}. It was most likely this: {suspects(now.case)[0].fault.text}."
    if now.end is End.GIVEN_UP:
        return f"Given up: {now.case.model.give_up.text}."
    return "Ended before the fault was found."


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:\n"
        yield from (f"  {line}\n" for line in lines)


def _head(now: Conversation) -> str:
    model = now.case.model
    basis = f"The numbers behind it: {model.basis}.\n" if model.basis else ""
    return f"{model.title}\n{basis}"


def _asked(now: Conversation) -> str:
    answers = (f"{number:4}  {words}\n" for number, words in enumerate(now.answers.values(), 1))
    if now.doubt:
        return "".join([f"“{now.doubt.typed}”: {now.question}\n", *answers])
    unit = f"      or type the reading, such as 0.4 {now.reading.unit}\n" if now.reading else ""
    asleep = "" if now.case.failing else "The car does not fail now, so tests say less.\n"
    what = f"{_KINDS[now.asked.kind]} ({_money(now, now.cost)})" if now.cost else _KINDS[now.asked.kind]
    return "".join([f"Suspects: {_suspects(now)}\n", asleep, f"{what}: {now.question}\n", *answers, unit])


def _suspects(now: Conversation) -> str:
    likeliest = [one for one in suspects(now.case) if one.word != ALL_BUT_RULED_OUT][:_SUSPECTS]
    return "; ".join(f"{one.fault.text} ({one.word})" for one in likeliest)


def _money(now: Conversation, cost: float) -> str:
    return about(Decimal(str(round(cost, 2))), now.case.model.currency)

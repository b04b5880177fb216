"""Finding a fault in a terminal: a question, numbered answers, and letters for the rest."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from micra_assistant.diagnosis.cure import cure_of
from micra_assistant.diagnosis.explain import name_of, ruled_out
from micra_assistant.diagnosis.findings import Move, MoveKind
from micra_assistant.diagnosis.guide_items import words_of_items
from micra_assistant.diagnosis.likelihood import suspects
from micra_assistant.diagnosis.telling import told
from micra_assistant.jobs.faultfinding.answering import AnswerError
from micra_assistant.jobs.faultfinding.conversation import Conversation, End
from micra_assistant.jobs.faultfinding.part_advice import part_advice
from micra_assistant.jobs.faultfinding.question import HANGS_ON
from micra_assistant.parts.money import about
from micra_assistant.time_words import duration_words
from micra_assistant.words import N_, _

HELP = N_("""\
Type the number of the answer. Besides there is:
  ?    why this          ? 2  why not number 2 of the others
  o    the others        o 2  do number 2 of them instead
  b    back              n    the car does not fail now, or does again
  c    cannot do this    d    don't know
  l    look again at the answer that a dear repair hangs on
  k    what I know      k 2 5  number 2 and 5 of it: known, or tried in vain
  h    this list         q    end here, with what was found
""")

_KINDS = {
    MoveKind.TEST: N_("Test"),
    MoveKind.REPAIR: N_("Repair"),
    MoveKind.GATE: N_("First"),
    MoveKind.GIVE_UP: N_("Give up"),
}
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
        self._write(f"{_head(self.now)}\n")
        if not self.now.end:
            self._write(f"{_(HELP)}\n{_asked(self.now)}> ")
            self._take(lines)
        self._write(f"\n{record(self.now)}")

    def _take(self, lines: Iterable[str]) -> None:
        for line in lines:
            typed = line.strip()
            if typed == "q":
                break
            try:
                self.now.catch_up()
                self._write(self._taken(typed))
            except AnswerError as error:
                self._write(f"{error}\n")
            if self.now.end:
                break
            self._write("> ")

    def _taken(self, typed: str) -> str:
        """Take a line, and return what it leads to."""
        command, _blank, number = typed.partition(" ")
        match command:
            case "":
                return _asked(self.now)
            case "h":
                return _(HELP)
            case "?":
                return f"{self._why(number)}\n"
            case "o":
                return self._chosen(number) if number else self._listed()
            case "k":
                return self._told(number) if number else self._may_be_known()
            case _:
                self._answer(typed)
                return self._moved()

    def _answer(self, typed: str) -> None:
        match typed:
            case "b":
                self.now.back()
            case "c" | "d":
                self.now.skip(unknown=typed == "d")
            case "l":
                self.now.look_again()
            case "n":
                self.now.set_failing(failing=not self.now.case.failing)
            case number if number.isdecimal() and len(number) <= _MOST_DIGITS:
                self.now.number(int(number))
            case _ if self.now.unit:
                self.now.type(typed.removeprefix("="))
            case _:
                raise AnswerError(_("Type the number of an answer; h lists what there is besides."))

    def _why(self, number: str) -> str:
        return self.now.inquiry.why_not(self._other(number)) if number else self.now.reason()

    def _chosen(self, number: str) -> str:
        self.now.choose(self._other(number))
        return self._moved()

    def _other(self, number: str) -> Move:
        numbered = dict(enumerate(self._others, 1))
        place = int(number) if number.isdecimal() and len(number) <= _MOST_DIGITS else 0
        if place not in numbered:
            raise AnswerError(_("Type o first: it lists the others with their numbers."))
        return numbered[place]

    def _listed(self) -> str:
        self._others = self.now.others()
        lines = (f"{n:4}  {name_of(self.now.case, move)}\n" for n, move in enumerate(self._others, 1))
        return "".join([_("Instead, the best first:"), "\n", *lines])

    def _may_be_known(self) -> str:
        lines = (f"{number:4}  {known.asked}\n" for number, known in enumerate(self.now.may_be_known, 1))
        return "".join([_("What do you know already? It costs nothing:"), "\n", *lines])

    def _told(self, numbers: str) -> str:
        numbered = {str(number): known for number, known in enumerate(self.now.may_be_known, 1)}
        if not numbered.keys() >= set(numbers.split()):
            raise AnswerError(_("Type k first: it lists what may be known, with numbers."))
        self.now.tell([numbered[number] for number in numbers.split()])
        return self._moved()

    def _moved(self) -> str:
        self._others = ()
        return "" if self.now.end else f"\n{_asked(self.now)}"


def record(now: Conversation) -> str:
    """Return how it ended and all that was found, in lines."""
    case = now.case
    words = words_of_items(now.inquiry.open_job.guide)
    found = [told(case.model, finding, words) for finding in case.findings]
    out = [f"{one.fault.text} – {one.because}" for one in ruled_out(case)]
    left = [f"{one.fault.text}: {one.word}" for one in suspects(case) if not one.is_out]
    return "".join(
        [
            f"{_verdict(now)} {_('Spent so far, in work and money: {money}.').format(money=_money(now, now.paid))}\n",
            *_section(_("Found"), found),
            *_section(_("All but ruled out"), out),
            *_section(_("Left"), [] if now.end is End.CURED else left),
        ]
    )


def _verdict(now: Conversation) -> str:
    if cure := cure_of(now.case):
        words = _("Cured: {repair}. It was most likely this: {fault}.")
        return words.format(repair=cure.repair, fault=cure.fault)
    if now.end is End.GIVEN_UP:
        return _("Given up: {words}.").format(words=now.case.model.give_up.text)
    return _("Ended before the fault was found.")


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:\n"
        yield from (f"  {line}\n" for line in lines)


def _head(now: Conversation) -> str:
    model = now.case.model
    basis = _("The numbers behind it: {basis}.").format(basis=model.basis) if model.basis else ""
    return "".join(f"{line}\n" for line in (model.title, basis) if line)


def _asked(now: Conversation) -> str:
    answers = (f"{number:4}  {words}\n" for number, words in enumerate(now.answers.values(), 1))
    if now.unclear:
        return "".join([f"“{now.unclear.typed}”: {now.question}\n", *answers])
    if now.contradicts:
        return "".join([f"{now.question}\n", *answers])
    asked = f"{_kind(now)}: {now.question}\n"
    if now.asked.kind is MoveKind.GATE:
        return "".join([*_before(now), *_first(now), asked, *answers, *_typed_instead(now), *_then(now)])
    asked = _("Then: {asked}").format(asked=asked) if now.inquiry.takes_apart else asked
    return "".join(
        [*_before(now), *_first(now), asked, *_second_look(now), *_of_part(now), *answers, *_typed_instead(now)]
    )


def _first(now: Conversation) -> Iterator[str]:
    """Yield the access work that comes first, each with its steps of the guide."""
    for access in now.inquiry.to_open:
        time = duration_words(timedelta(minutes=access.cost.minutes))
        yield f"{_('First: {work}, about {time}').format(work=access.text, time=time)}\n"
        guide = now.inquiry.open_job.guide
        yield from (f"      – {step.title}\n" for name in access.steps if (step := guide.find_step(name)))


def _then(now: Conversation) -> Iterator[str]:
    """Yield what comes after something that must be done first."""
    words = _("Then ({cost}): {asked}")
    yield f"{words.format(cost=now.inquiry.cost, asked=now.inquiry.title)}\n"


def _before(now: Conversation) -> Iterator[str]:
    """Yield what is said before a question."""
    yield f"{_('Suspects: {faults}').format(faults=_suspects(now))}\n"
    if not now.case.failing:
        yield f"{_('The car does not fail now, so tests say less.')}\n"


def _second_look(now: Conversation) -> Iterator[str]:
    """Yield what a dear repair hangs on."""
    if answer := now.inquiry.hangs_on:
        yield f"{_(HANGS_ON).format(answer=answer.words)} {_('With l you look again.')}\n"


def _of_part(now: Conversation) -> Iterator[str]:
    """Yield what the parts table says of the part that a repair takes."""
    if words := " ".join(part_advice(now.inquiry)):
        yield f"{words}\n"


def _kind(now: Conversation) -> str:
    kind = _(_KINDS[now.asked.kind])
    return f"{kind} ({now.inquiry.cost})" if now.cost else kind


def _typed_instead(now: Conversation) -> Iterator[str]:
    """Yield what may be typed instead of the number of an answer."""
    if now.unit:
        yield f"      {_('or type the reading, such as 0.4 {unit}').format(unit=now.unit)}\n"


def _suspects(now: Conversation) -> str:
    likeliest = [one for one in suspects(now.case) if not one.is_out][:_SUSPECTS]
    return "; ".join(f"{one.fault.text} ({one.word})" for one in likeliest)


def _money(now: Conversation, cost: float) -> str:
    return about(cost, now.case.model.currency)

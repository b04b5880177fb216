"""Workshops whose cars are not as the author of a model thinks, and what their closed jobs teach."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Access, Cost, Fault, GiveUp, Model, Repair, Test
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.learning import Experience, learned
from micra_assistant.diagnosis.problem import NO_GROUP, Problem
from micra_assistant.diagnosis.trust import CAP, floored
from tests.diagnosis.simulated_jobs import Advised, Job


class Workshop(Struct, frozen=True):
    """What the author thinks of a complaint, and how it truly is here."""

    author: Model
    truth: Model


def as_author_says(author: Model, _: Random) -> Workshop:
    """Return a workshop whose cars are just as the author says."""
    return Workshop(author, author)


def with_other_faults(author: Model, random: Random) -> Workshop:
    """Return a workshop where some faults are far more frequent than the author says, others rarer."""
    faults = (replace(fault, weight=fault.weight * random.lognormvariate(0, 1)) for fault in author.faults)
    return Workshop(author, replace(author, faults=tuple(faults)))


def with_everything_other(author: Model, random: Random) -> Workshop:
    """Return a workshop where tests tell the truth and repairs cure less often too, mostly."""
    truth = with_other_faults(author, random).truth
    tests = tuple(_worse_test(test, random.uniform(0, 0.3)) for test in truth.tests)
    repairs = tuple(_other_repair(repair, random.uniform(0.4, 1.1)) for repair in truth.repairs)
    return Workshop(author, replace(truth, tests=tests, repairs=repairs))


def costs_of_learning(
    workshop: Workshop, advised: Advised, jobs: Sequence[int], wrong: float, random: Random
) -> list[float]:
    """Return what a job costs after so many jobs, against what it costs with the author's model, which is ``advised``.

    ``wrong`` is the share of jobs whose cause is recorded wrong. Each of ``jobs`` is done with what was learnt before.
    """
    without = advised.cost(workshop.truth)
    done: list[tuple[str, Job]] = []
    costs = []
    for count in jobs:
        played = [advised.play(workshop.truth, random) for _ in range(count - len(done))]
        done += [(_recorded(workshop.author, job, wrong, random), job) for job in played]
        advised = Advised(learned(workshop.author, _experience(workshop.author, done)))
        costs.append(advised.cost(workshop.truth) / without)
    return costs


def model_of(problem: Problem) -> Model:
    """Return the model that a problem in numbers is."""
    faults = [f"fault-{number}" for number in range(len(problem.shares))]
    return Model(
        id="model",
        title="",
        currency="EUR",
        rate_per_hour=Decimal(60),
        faults=tuple(Fault(fault, fault, 100 * share) for fault, share in zip(faults, problem.shares, strict=True)),
        tests=tuple(
            _test(f"test-{number}", test.cost, _group(test.group), test.likely, faults)
            for number, test in enumerate(problem.tests)
        ),
        repairs=tuple(
            Repair(f"repair-{number}", "", Cost(repair.cost), _fixes(repair.fixes, faults), _group(repair.group))
            for number, repair in enumerate(problem.repairs)
        ),
        give_up=GiveUp("", Cost(problem.give_up)),
        access=tuple(Access(_group(number), "", Cost(cost)) for number, cost in enumerate(problem.access)),
    )


def _group(number: int) -> str:
    return "" if number == NO_GROUP else f"access-{number}"


def _fixes(fixes: Iterable[float], faults: Sequence[str]) -> dict[str, float]:
    return {fault: min(share, CAP) for fault, share in zip(faults, fixes, strict=True) if share > 0}


def _test(name: str, cost: float, access: str, likely: Iterable[Iterable[float]], faults: Sequence[str]) -> Test:
    columns = [floored(list(column)) for column in zip(*likely, strict=True)]
    answers = [f"answer-{number}" for number in range(len(columns[0]))]
    by_answer = {
        a: dict(zip(faults, row, strict=True)) for a, row in zip(answers, zip(*columns, strict=True), strict=True)
    }
    trust = sum(map(max, columns)) / len(columns)
    return Test(name, "", Cost(cost), {answer: answer for answer in answers}, by_answer, trust, access)


def _worse_test(test: Test, chance: float) -> Test:
    """Return a test that now and then is answered without looking."""
    even = chance / len(test.answers)
    likely = {a: {f: share * (1 - chance) + even for f, share in row.items()} for a, row in test.likely.items()}
    return replace(test, likely=likely)


def _other_repair(repair: Repair, times: float) -> Repair:
    return replace(repair, fixes={fault: min(share * times, CAP) for fault, share in repair.fixes.items()})


def _recorded(author: Model, job: Job, wrong: float, random: Random) -> str:
    """Return the cause that is recorded: a wrong one is one that the cure would have cured as well, if there is any."""
    if random.random() >= wrong:
        return job.fault
    others = [fault.id for fault in author.faults if fault.id != job.fault]
    cure = author.find_repair(job.last.cured_by)
    return random.choice([fault for fault in others if cure and cure.fixes.get(fault)] or others)


def _experience(author: Model, done: Iterable[tuple[str, Job]]) -> Experience:
    """Return what closed jobs have taught, if everything that was cured stayed so."""
    causes = Counter(fault for fault, _ in done)
    answers: Counter[tuple[str, str, str]] = Counter()
    repairs: Counter[tuple[str, str, Outcome]] = Counter()
    for fault, job in done:
        cure = author.find_repair(job.last.cured_by)
        if cure and cure.fixes.get(fault):
            answers.update((test, one.answer, fault) for test, one in job.last.answers.items())
            repairs.update((repair, fault, outcome) for repair, outcome in job.last.repairs.items())
    return Experience(causes, answers, repairs)

"""What closed jobs have taught: how often each fault was the cause, how far to trust each test, what repairs cure.

Counts are laid over the author's estimates, which are worth some jobs themselves: few jobs change little, many much.
The author's model is never changed; what is learned is another model, worked out anew whenever it is asked for.

What the author's estimates are worth is chosen so that learning does no harm, not even where some causes are recorded
wrong: ``tests/slow/test_learning.py`` measures it in simulated workshops.
"""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from micra_assistant.diagnosis.fault_model import Model, Test
from micra_assistant.diagnosis.findings import Outcome
from micra_assistant.diagnosis.learned_repairs import learned_repairs
from micra_assistant.diagnosis.trust import floored
from micra_assistant.number_words import in_one
from micra_assistant.words import N_, _, all_of, ngettext

JOBS_WORTH = 100
"""The author's estimate of how often each fault is the cause is worth so many jobs."""
READINGS_WORTH = 300
"""The author's word on how far a test can be trusted is worth so many readings."""
LEAST_TRUST, MOST_TRUST = 0.60, 0.99
AUTHORS = N_("author's estimate")

_SAME = 1e-9


class Experience(Struct, frozen=True):
    """What was counted in jobs whose cause is sure.

    Attributes:
        causes: by fault, in how many jobs it was the cause.
        answers: by test, answer and fault that was the cause, how often that answer was given; of jobs whose cure held.
        repairs: by repair, fault that was the cause and outcome, how often it came to that; of the same jobs.
    """

    causes: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    repairs: Mapping[tuple[str, str, Outcome], int] = field(default_factory=dict)


def learned(model: Model, experience: Experience) -> Model:
    """Return the model as ``experience`` makes it; what the model does not have counts for nothing."""
    jobs = jobs_counted(model, experience)
    if jobs:
        shares = _shares(model, experience)
        faults = tuple(replace(fault, weight=100 * shares[fault.id]) for fault in model.faults)
        rests_on = all_of(filter(None, (model.basis, _counted(jobs))))
        model = replace(model, faults=faults, basis=rests_on)
    tests = tuple(_learned_test(test, experience) for test in model.tests)
    return replace(model, tests=tests, repairs=learned_repairs(model.repairs, experience.repairs))


def jobs_counted(model: Model, experience: Experience) -> int:
    """Return how many jobs count for a model."""
    return sum(experience.causes.get(fault.id, 0) for fault in model.faults)


def basis(model: Model, experience: Experience, fault: str) -> str:
    """Return what the weight of a fault rests on: ``author 38 %, yours 45 % (12 jobs)``, or the author alone.

    ``model`` is the author's.
    """
    jobs = jobs_counted(model, experience)
    if not jobs:
        return _(AUTHORS)
    yours = _shares(model, experience)[fault]
    words = _("author {author}, yours {yours} ({jobs})")
    return words.format(author=_percent(model.shares[fault]), yours=_percent(yours), jobs=_counted(jobs))


def trust_in(test: Test, experience: Experience) -> float:
    """Return how far a test can be trusted: what the author says, laid over how often the expected answer came.

    An answer that the author expects only so often is weighed by that, not by the trust.
    """
    agreed, hoped = float(0), float(0)
    for (name, answer, fault), times in experience.answers.items():
        expected = _expected(test, fault) if name == test.id else None
        if expected and answer in test.answers:
            hoped += times * test.likely[expected][fault] / test.trust
            agreed += times if answer == expected else 0
    if not hoped:
        return test.trust
    return min(max((READINGS_WORTH * test.trust + agreed) / (READINGS_WORTH + hoped), LEAST_TRUST), MOST_TRUST)


def _shares(model: Model, experience: Experience) -> dict[str, float]:
    """Return how likely each fault is before anything is tested, by the author and the jobs together."""
    counts = {fault: JOBS_WORTH * share + experience.causes.get(fault, 0) for fault, share in model.shares.items()}
    total = sum(counts.values())
    return {fault: count / total for fault, count in counts.items()}


def _learned_test(test: Test, experience: Experience) -> Test:
    trust = trust_in(test, experience)
    if trust == test.trust:
        return test
    columns = {fault: _column(test, fault, trust / test.trust) for fault in next(iter(test.likely.values()))}
    likely = {answer: {fault: column[answer] for fault, column in columns.items()} for answer in test.answers}
    return replace(test, trust=trust, likely=likely)


def _column(test: Test, fault: str, times: float) -> dict[str, float]:
    """Return how likely each answer is with a fault once the expected one is so many times as likely as it was."""
    before = {answer: test.likely[answer][fault] for answer in test.answers}
    expected = _expected(test, fault)
    if expected is None:
        return before
    now = min(max(before[expected] * times, 1 / len(before)), MOST_TRUST)
    rest = (1 - now) / (1 - before[expected])
    shares = {answer: now if answer == expected else share * rest for answer, share in before.items()}
    return dict(zip(shares, floored(list(shares.values())), strict=True))


def _expected(test: Test, fault: str) -> str | None:
    """Return the answer that is likeliest with a fault, None if there is no such fault or no one such answer."""
    shares = {answer: likely[fault] for answer, likely in test.likely.items() if fault in likely}
    likeliest = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    if len(likeliest) < 2 or shares[likeliest[0]] - shares[likeliest[1]] < _SAME:
        return None
    return likeliest[0]


def _counted(jobs: int) -> str:
    return ngettext("{count} job", "{count} jobs", jobs).format(count=jobs)


def _percent(share: float) -> str:
    return in_one(f"{100 * share:.0f}", "%")

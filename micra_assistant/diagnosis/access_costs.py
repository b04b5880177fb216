"""What access work costs at a moment of the job: its own cost and that of what it needs, each paid once."""

from micra_assistant.diagnosis.problem import Problem


class AccessCosts:
    """The costs of the access work of a problem; ``opens`` are the bits of what is done with each."""

    def __init__(self, problem: Problem) -> None:
        self.opens = problem.opens or tuple(1 << number for number in range(len(problem.access)))
        self._costs = problem.access
        self._sums: dict[int, float] = {}

    def left(self, group: int, opened: int) -> float:
        """Return what is to be paid for access work if the bits of ``opened`` are done."""
        missing = self.opens[group] & ~opened
        known = self._sums.get(missing)
        if known is None:
            known = self._sums[missing] = sum(c for number, c in enumerate(self._costs) if missing >> number & 1)
        return known

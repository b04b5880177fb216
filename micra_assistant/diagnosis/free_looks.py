"""Which tests are free looks: eyes, ears and a hand do, nothing comes off, and it is done at once."""

from micra_assistant.diagnosis.fault_model import Test

_AT_ONCE = 2.0
"""So many minutes a free look takes at the most."""


def is_free_look(test: Test) -> bool:
    """Whether a test needs no access work, no money and no meter, and hardly any time."""
    return not (test.access or test.cost.money or test.limits) and test.cost.minutes <= _AT_ONCE

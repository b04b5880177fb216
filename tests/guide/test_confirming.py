"""What a line confirms: that a step opens this state, and that it can be done before the line."""

from pathlib import Path

import pytest

from tests.builders import check_guide, pages_of

OFF = """
    # Safe {: #safe }

    ## Power off {: #power-off }

    - [ ] Negative off {: #off undo="Connect it" state="battery off" }
    - [ ] Key out {: #key }
    """
WORK = """
    # Work {: #work }

    ## Reach in {: #reach-in }

    !!! warning "Latch jumping"
        It can crush a finger. Take the power off first.

        - [ ] Power off {: #sure confirms="off" }

    - [ ] Panel off {: #panel undo="Fit it" state="panel off" }
    """


def test_what_an_earlier_page_or_a_later_one_makes_so_can_be_confirmed(tmp_path: Path) -> None:
    check_guide(tmp_path, pages_of(OFF, WORK))
    check_guide(tmp_path / "turned", pages_of(WORK, OFF))


@pytest.mark.parametrize(
    ("ids", "faults"),
    [
        ("of", "◀ item “sure”: confirms=“of” is no item: did you mean “off”?"),
        ("key off", "◀ item “sure”: confirms=“key”, but that item opens nothing: it has no state"),
        ("sure", "◀ item “sure”: confirms=“sure”, but that item opens nothing"),
        ("panel", "◀ confirms=“panel”, but that comes only after it: no step can make it so"),
        ("off panel", "◀ confirms=“panel”, but that comes only after it: no step can make it so"),
    ],
)
def test_what_cannot_be_confirmed_is_refused(tmp_path: Path, ids: str, faults: str) -> None:
    work = WORK.replace('confirms="off" }', f'confirms="{ids}" }} {faults}')
    check_guide(tmp_path, pages_of(OFF, work))


def test_two_lines_that_wait_for_each_other_are_refused(tmp_path: Path) -> None:
    other = """
        # Other {: #other }

        ## Other {: #other-step }

        !!! warning "Trim edges"
            They cut. Take the panel off first.

            - [ ] Panel off {: #panel-sure confirms="panel" } ◀ confirms=“panel”, but that comes only after it

        - [ ] Negative off {: #off undo="Connect it" state="battery off" }
        """
    work = WORK.replace('confirms="off" }', 'confirms="off" } ◀ confirms=“off”, but that comes only after it')
    check_guide(tmp_path, pages_of(work, other))

"""What suppliers ask stands in the parts table of the window at once."""

from decimal import Decimal

from micra_assistant.jobs.quoting import add_quote, choose_quote, remove_quote
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from micra_assistant.ui.parts.parts_panel import PartsPanel
from tests.parts.ways import plain
from tests.ui.hands import Hands

IVANOV = Quote("Ivanov", Decimal(450), "RUB", OptionKind.USED)


def rows(panel: PartsPanel) -> list[tuple[str, str, bool]]:
    """Return name and price of each way, and whether it is the chosen one."""
    return [(row.shown.name, plain(row.shown.price), row.choose.isChecked()) for row in panel.rows]


def test_a_quote_is_a_row_as_soon_as_it_is_kept_and_goes_with_undo(hands: Hands) -> None:
    workbench = hands.window.workbench
    panel = hands.window.body.parts
    before = rows(panel)
    workbench.attempt(lambda job: add_quote(job, IVANOV))
    assert rows(panel) == [*before, ("Ivanov", "450 ₽", False)]
    workbench.attempt(lambda job: choose_quote(job, job.state.quotes[0].id))
    assert rows(panel)[-1] == ("Ivanov", "450 ₽", True)
    workbench.attempt(lambda job: remove_quote(job, job.state.quotes[0].id))
    assert rows(panel) == before

"""What suppliers ask is typed, changed, ordered and taken out in the parts of the window, with real keys."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from micra_assistant.jobs.events import Closed, Entered
from micra_assistant.jobs.open_job import OpenJob
from micra_assistant.jobs.quoting import add_quote, choose_quote, order_quote, remove_quote
from micra_assistant.parts.options import OptionKind
from micra_assistant.parts.quotes import Quote
from micra_assistant.ui.parts.parts_dock import PartsDock
from micra_assistant.ui.parts.parts_panel import PartsPanel
from micra_assistant.ui.parts.quote_dialog import QuoteDialog
from micra_assistant.ui.widgets.bringing_into_sight import bring_into_sight, is_in_sight
from micra_assistant.ui.widgets.short_line import ShortLine
from micra_assistant.ui.widgets.sure_button import SureButton
from tests.builders import Files
from tests.parts.ways import plain
from tests.ui.hands import Hands, answer, settle
from tests.ui.one_window import begun
from tests.ui.parts.test_parts_panel import dock_parts, names, panel, row
from tests.ui.small_guide import GUIDE
from tests.ui.three_keys import said

pytestmark = pytest.mark.thorough

IVANOV = Quote("Ivanov", Decimal(450), "RUB", OptionKind.USED)
Key = Qt.Key
FILES: Files = {
    **GUIDE,
    "parts.toml": GUIDE["parts.toml"].replace("rate_per_hour", 'number_at = "clips"\n        rate_per_hour'),
}


@pytest.fixture
def hands(request: pytest.FixtureRequest, application: QApplication) -> Hands:
    """Return hands at the window, in a new job, with the parts docked."""
    return begun(request, FILES, dock_parts)


def rows(shown: PartsPanel) -> list[tuple[str, str, bool]]:
    """Return name and price of each way, and whether it is the chosen one."""
    return [(row.shown.name, plain(row.shown.price), row.choose.isChecked()) for row in shown.rows]


def quotes(hands: Hands) -> list[Quote]:
    """Return what suppliers ask on the job."""
    assert hands.window.workbench.shown
    return [kept.quote for kept in hands.window.workbench.shown.state.quotes]


def add(hands: Hands, quote: Quote = IVANOV) -> None:
    """Add a quote to the job that is open."""
    hands.window.workbench.attempt(lambda job: add_quote(job, quote))


def tap(hands: Hands, button: SureButton, *acts: Callable[[QuoteDialog], object]) -> None:
    """Tap a button of the panel, wherever it is; with ``acts``, do these in the form that opens, and leave it."""
    settle()
    bring_into_sight(button)
    settle()
    if acts:
        answer(QuoteDialog, *acts, leave)
    hands.tap(button)


def write(dialog: QuoteDialog, **said: str) -> None:
    """Type into fields of the form."""
    for name, words in said.items():
        field = next(line for known, line in dialog.form.fields.items() if known == name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)


def keep(dialog: QuoteDialog) -> None:
    """Keep the quote with the keys."""
    field = next(iter(dialog.form.fields.values()))
    QTest.keyClick(field, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def leave(dialog: QuoteDialog) -> None:
    """Let no dialog stay open."""
    if dialog.isVisible():
        dialog.done(0)


def test_a_quote_is_a_row_as_soon_as_it_is_kept_and_goes_with_undo(hands: Hands) -> None:
    workbench = hands.window.workbench
    before = rows(panel(hands))
    add(hands)
    assert rows(panel(hands)) == [*before, ("Ivanov", "450 ₽", False)]
    workbench.attempt(lambda job: choose_quote(job, job.state.quotes[0].id))
    assert rows(panel(hands))[-1] == ("Ivanov", "450 ₽", True)
    workbench.attempt(lambda job: remove_quote(job, job.state.quotes[0].id))
    assert rows(panel(hands)) == before


def test_a_quote_is_typed_with_the_keys(hands: Hands) -> None:
    said = {"supplier": "Nissan Leeds", "price": "£12.50", "note": "by post"}
    tap(hands, panel(hands).add_quote, lambda form: write(form, **said), keep)
    (quote,) = quotes(hands)
    assert (quote.supplier, quote.price, quote.currency) == ("Nissan Leeds", Decimal("12.50"), "GBP")
    assert quote.note == "by post"
    assert quote.on is not None
    assert names(hands)[-1] == "Nissan Leeds"
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert quotes(hands) == []


def test_a_quote_that_was_kept_is_marked_and_in_sight(hands: Hands) -> None:
    tap(hands, panel(hands).add_quote, lambda form: write(form, supplier="Dear & Co", price="9000"), keep)
    settle()
    row = panel(hands).rows[-1]
    assert (row.shown.name, row is panel(hands).ways.marked) == ("Dear & Co", True)
    assert not row.choose.visibleRegion().isEmpty()


@pytest.mark.walk(first=2)
@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"supplier": "", "price": "12"}, "Say who asks that price, such as Nissan Leeds."),
        ({"supplier": "Leeds", "price": "2.500"}, "“2.500” can be read in two ways: type 2500 or 2.50."),
        ({"supplier": "Leeds", "price": "-5"}, "“-5” is not a price. Type a price such as 45.50."),
        ({"supplier": "Leeds", "price": ""}, "Type a price such as 45.50."),
        ({"supplier": "Leeds", "price": "5", "on": "31.02.2026"}, "“31.02.2026” is no day: type one such as "),
        ({"supplier": "Leeds", "price": "5", "warranty_months": "a year"}, "“a year” are no months of warranty"),
    ],
)
def test_what_is_no_quote_is_refused_at_its_field_and_nothing_is_kept(
    hands: Hands, said: dict[str, str], refusal: str
) -> None:
    seen: list[str] = []

    def look(form: QuoteDialog) -> None:
        seen.extend(label.text() for label in form.form.refusals.values() if label.isVisible())

    tap(hands, panel(hands).add_quote, lambda form: write(form, **said), keep, look)
    (words,) = seen
    assert words.startswith(refusal)
    assert quotes(hands) == []


def test_esc_loses_nothing_that_was_typed(hands: Hands) -> None:
    still_open: list[bool] = []
    tap(
        hands,
        panel(hands).add_quote,
        lambda form: write(form, supplier="Leeds"),
        lambda form: QTest.keyClick(form, Key.Key_Escape),
        lambda form: still_open.append(form.isVisible()),
    )
    assert still_open == [True]


def test_a_quote_is_changed_and_taken_out(hands: Hands) -> None:
    add(hands)
    found = row(hands, 2)
    tap(hands, found.make_up)
    change, _order, remove = found.quote_acts
    tap(hands, change, lambda form: write(form, price="500"), keep)
    assert [quote.price for quote in quotes(hands)] == [Decimal(500)]
    assert rows(panel(hands))[-1] == ("Ivanov", "500 ₽", False)
    tap(hands, remove)
    assert quotes(hands) == []


def test_ordered_is_chosen_and_the_job_waits_until_the_part_is_there(hands: Hands) -> None:
    add(hands)
    found = row(hands, 2)
    tap(hands, found.make_up)
    tap(hands, found.quote_acts[1])
    assert hands.window.workbench.shown
    assert hands.window.workbench.shown.state.waits_for == "Tailgate button from Ivanov"
    assert "The job waits for Tailgate button from Ivanov." in hands.said
    assert "This job waits for Tailgate button from Ivanov." in hands.text
    assert rows(panel(hands))[-1][2]
    tap(hands, panel(hands).came)
    assert "This job waits for" not in hands.text


def test_the_keys_are_for_a_row_that_is_in_sight(hands: Hands) -> None:
    hands.window.frame.resize(1024, 600)
    tap(hands, row(hands, 0).choose)
    for price in range(5):
        add(hands, Quote("Ivanov", Decimal(price + 1), "RUB"))
    settle()
    (dock,) = hands.window.body.findChildren(PartsDock)
    bar = dock.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert not is_in_sight(panel(hands).rows[0].choose)
    hands.press(Key.Key_F4, Key.Key_F4)
    settle()
    assert said(hands).startswith("On")
    assert is_in_sight(panel(hands).rows[0].choose)


@pytest.mark.parametrize("is_tapped", [True, False])
def test_space_says_that_the_part_is_there_once_the_parts_are_wanted(hands: Hands, is_tapped: bool) -> None:
    add(hands)
    hands.press(Key.Key_F4)
    hands.window.workbench.attempt(lambda job: order_quote(job, job.state.quotes[0].id))
    settle()
    strip = hands.window.body.strip
    (waits,) = [words for words in strip.findChildren(ShortLine) if words.text() == strip.waits]
    if is_tapped:
        hands.tap(strip, waits.geometry().center())
    else:
        hands.press(Key.Key_F4)
    settle()
    assert is_in_sight(panel(hands).came)
    assert said(hands) == "The part is there"
    hands.press(Key.Key_Space)
    assert hands.window.workbench.shown
    assert not hands.window.workbench.shown.state.waits_for
    assert said(hands) == "Tick · Doors lock"


def test_the_number_on_the_old_part_is_compared_while_it_is_typed_and_on_the_row(hands: Hands) -> None:
    hands.window.workbench.attempt(lambda job: did(job, Entered("clips", "25570")))
    seen: list[str] = []
    tap(
        hands,
        panel(hands).add_quote,
        lambda form: write(form, supplier="Leeds", price="9", number="25580"),
        lambda form: seen.append(form.form.number_check.text()),
        keep,
    )
    words = "Check before you pay: the quote says 25580, the old part 25570."
    assert seen == [words]
    assert words in panel(hands).rows[-1].shown.details


def did(job: OpenJob, act: Entered | Closed) -> None:
    """Do something on a job."""
    job.do(act)


def test_a_closed_job_takes_no_quotes_and_says_why(hands: Hands) -> None:
    hands.window.workbench.attempt(lambda job: did(job, Closed()))
    button = panel(hands).add_quote
    assert not button.isEnabled()
    assert button.accessibleDescription() == "Begin or reopen a job first: quotes and basket belong to a job."


def choose_file(monkeypatch: pytest.MonkeyPatch, file: Path, kind: str = "") -> None:
    """Let a file be the one that is chosen."""
    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_asked, **_more: (str(file), kind))


def test_a_table_comes_in_and_its_bad_rows_are_told(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "quotes.csv"
    file.write_text("Supplier;Price\nIvanov;450\nPetrov;2.500\n;7\n", encoding="utf-8")
    choose_file(monkeypatch, file)
    tap(hands, panel(hands).table_in)
    assert [quote.supplier for quote in quotes(hands)] == ["Ivanov"]
    first, second, third = hands.said.splitlines()
    assert first == "quotes.csv: 1 quote, 1 of them new"
    assert second.startswith("Line 3: Price: “2.500” can be read in two ways")
    assert third.startswith("Line 4: Supplier: Say who asks")


def test_the_comparison_goes_out_and_comes_in_with_the_prices_of_today(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "comparison.csv"
    choose_file(monkeypatch, file)
    tap(hands, panel(hands).table_out)
    assert str(file) in hands.said
    text = file.read_text(encoding="utf-8-sig").replace("300.00,700.00", "640,640")
    file.write_text(text, encoding="utf-8")
    tap(hands, panel(hands).table_in)
    assert [(quote.supplier, quote.price, quote.kind) for quote in quotes(hands)] == [
        ("Used part", Decimal(640), OptionKind.USED)
    ]


def test_only_the_quotes_are_saved_if_that_is_chosen(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(hands)
    choose_file(monkeypatch, tmp_path / "quotes", "Only the quotes (*.csv)")
    tap(hands, panel(hands).table_out)
    assert "Ivanov" in (tmp_path / "quotes.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_is_no_table_is_said(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG")
    choose_file(monkeypatch, tmp_path / "picture.csv")
    tap(hands, panel(hands).table_in)
    assert "is no table of quotes" in hands.said
    assert quotes(hands) == []

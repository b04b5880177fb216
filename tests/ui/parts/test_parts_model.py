"""The parts table as a Qt model."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from micra_assistant.guide.model import Confidence, Scope, Source, SourceKind
from micra_assistant.parts.comparison import compare
from micra_assistant.parts.options import Option, OptionKind, PartsTable
from micra_assistant.ui.parts.parts_model import (
    CHOSEN_ROLE,
    SPAN_ROLE,
    STRENGTH_ROLE,
    PartsColumn,
    PartsModel,
)
from micra_assistant.ui.parts.parts_sorting import PartsSorting
from tests.ui.in_sight import column

TABLE = PartsTable(
    part="Button",
    currency="EUR",
    market="Europe",
    priced="2026",
    source="meters",
    rate_per_hour=Decimal(60),
    year=2026,
    options=(
        Option(
            *("new", "New", OptionKind.ORIGINAL, (Decimal(90), Decimal(200)), 10, ("Fits", "Lasts"), ("Dear",)), fails=5
        ),
        Option("used", "Used", OptionKind.USED, (Decimal(30), Decimal(30)), 20, note="Measure it first.", fails=50),
        Option("clean", "Clean", OptionKind.REPAIR, (Decimal(0), Decimal(5)), 120, year=2018, source="owners"),
        Option("pad", "Pad", OptionKind.REPAIR, "unknown", 60),
    ),
    estimates="owners",
)
SOURCES = {"meters": Source("How meters read", SourceKind.PRACTICE, Scope.GENERAL, Confidence.HIGH)}


@pytest.fixture
def model() -> PartsModel:
    """Return the model of four options, kept for 3 years."""
    model = PartsModel()
    show(model, 60)
    return model


def show(model: PartsModel, rate: int) -> None:
    """Show the table at a labour rate."""
    model.show_table(TABLE, compare(TABLE, Decimal(rate)), 3, 2026, SOURCES)


def test_it_is_a_sound_model(model: PartsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_chosen("used")
    show(model, 0)


def test_what_the_cells_say(model: PartsModel) -> None:
    said = ["\n".join(str(model.index(row, number).data()) for number in PartsColumn) for row in range(4)]
    heads = [model.headerData(number, Qt.Orientation.Horizontal) for number in PartsColumn]
    assert heads == [
        *("Option", "Price of the part", "", "Who says so", "Benefits", "Drawbacks", "Fitted now", "Kept 3 years")
    ]
    assert [row.replace("\N{NO-BREAK SPACE}", " ").split("\n") for row in said] == [
        ["New", "90 – 200 €", "", "P* Europe, 2026", "Fits · Lasts", "Dear", "100 – 210 €", "115 – 242 €"],
        ["Used", "30 €", "", "P* Europe, 2026", "", "", "50 €", "154 €"],
        ["Clean", "0 – 5 €", "", "our estimate", "", "", "120 – 125 €", "not known"],
        ["Pad", "not known", "", "", "", "", "not known", "not known"],
    ]


@pytest.mark.parametrize(
    ("number", "order"),
    [
        (PartsColumn.PRICE, ["Clean", "Used", "New", "Pad"]),
        (PartsColumn.FITTED, ["Used", "New", "Clean", "Pad"]),
        (PartsColumn.KEPT, ["Used", "New"]),
    ],
)
def test_it_is_sorted_by_amounts_and_not_by_their_words(
    model: PartsModel, number: PartsColumn, order: list[str]
) -> None:
    proxy = PartsSorting()
    proxy.setSourceModel(model)
    known = len(order) if number is PartsColumn.KEPT else 3
    proxy.sort(number)
    assert column(proxy, PartsColumn.OPTION)[: len(order)] == order
    proxy.sort(number, Qt.SortOrder.DescendingOrder)
    assert column(proxy, PartsColumn.OPTION)[:known] == order[:known][::-1], "what is not known is still at the end"


def test_names_are_sorted_as_words(model: PartsModel) -> None:
    proxy = PartsSorting()
    proxy.setSourceModel(model)
    proxy.sort(PartsColumn.OPTION)
    assert column(proxy, PartsColumn.OPTION) == ["Clean", "New", "Pad", "Used"]


def test_prices_are_bars_up_to_the_dearest(model: PartsModel) -> None:
    assert column(model, PartsColumn.SPAN, SPAN_ROLE) == [(0.45, 1), (0.15, 0.15), (0, 0.025), None]


def test_an_old_price_is_drawn_paler(model: PartsModel) -> None:
    assert column(model, PartsColumn.SPAN, STRENGTH_ROLE) == [1.0, 1.0, 0.6, 1.0]


def test_one_option_is_chosen_or_none(model: PartsModel) -> None:
    assert column(model, PartsColumn.OPTION, CHOSEN_ROLE) == [False, False, False, False]
    model.show_chosen("used")
    assert column(model, PartsColumn.OPTION, CHOSEN_ROLE) == [False, True, False, False]
    assert [model.option_id(row) for row in range(4)] == ["new", "used", "clean", "pad"]


def test_a_row_knows_the_source_of_its_price_if_the_guide_does(model: PartsModel) -> None:
    assert [model.source_id(row) for row in range(4)] == ["meters", "meters", "", ""]


def test_a_note_is_told_on_its_row(model: PartsModel) -> None:
    assert column(model, PartsColumn.PRICE, Qt.ItemDataRole.ToolTipRole) == [None, "Measure it first.", None, None]

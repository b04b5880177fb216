"""The parts table as a Qt model."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from pytestqt.modeltest import ModelTester

from micra_assistant.parts.options import Option, OptionKind, PartsTable
from micra_assistant.ui.parts.parts_model import CHOSEN_ROLE, SORT_ROLE, SPAN_ROLE, PartsColumn, PartsModel
from tests.ui.in_sight import column

TABLE = PartsTable(
    part="Button",
    currency="EUR",
    market="Europe",
    priced="2026",
    source="meters",
    rate_per_hour=Decimal(60),
    options=(
        Option("new", "New", OptionKind.ORIGINAL, (Decimal(90), Decimal(200)), 10, ("Fits", "Lasts"), ("Dear",)),
        Option("used", "Used", OptionKind.USED, (Decimal(30), Decimal(30)), 20, note="Measure it first."),
        Option("clean", "Clean", OptionKind.REPAIR, (Decimal(0), Decimal(5)), 120),
    ),
)


@pytest.fixture
def model() -> PartsModel:
    """Return the model of three options."""
    model = PartsModel()
    model.show_table(TABLE, Decimal(60))
    return model


def test_it_is_a_sound_model(model: PartsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_chosen("used")
    model.show_table(TABLE, Decimal(0))


def test_what_the_cells_say(model: PartsModel) -> None:
    said = ["\n".join(str(model.index(row, number).data()) for number in PartsColumn) for row in range(3)]
    heads = [model.headerData(number, Qt.Orientation.Horizontal) for number in PartsColumn]
    assert heads == ["Option", "Price of the part", "", "Benefits", "Drawbacks", "Fitted"]
    assert [row.replace("\N{NO-BREAK SPACE}", " ").split("\n") for row in said] == [
        ["New", "90 – 200 €", "", "Fits · Lasts", "Dear", "100 – 210 €"],
        ["Used", "30 €", "", "", "", "50 €"],
        ["Clean", "0 – 5 €", "", "", "", "120 – 125 €"],
    ]


@pytest.mark.parametrize(
    ("number", "order"),
    [
        (PartsColumn.PRICE, ["Clean", "Used", "New"]),
        (PartsColumn.FITTED, ["Used", "New", "Clean"]),
        (PartsColumn.OPTION, ["Clean", "New", "Used"]),
    ],
)
def test_it_is_sorted_by_amounts_and_not_by_their_words(
    model: PartsModel, number: PartsColumn, order: list[str]
) -> None:
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortRole(SORT_ROLE)
    proxy.sort(number)
    assert [proxy.index(row, PartsColumn.OPTION).data() for row in range(3)] == order
    proxy.sort(number, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(row, PartsColumn.OPTION).data() for row in range(3)] == order[::-1]


def test_prices_are_bars_up_to_the_dearest(model: PartsModel) -> None:
    assert column(model, PartsColumn.SPAN, SPAN_ROLE) == [(0.45, 1), (0.15, 0.15), (0, 0.025)]


def test_one_option_is_chosen_or_none(model: PartsModel) -> None:
    assert column(model, PartsColumn.OPTION, CHOSEN_ROLE) == [False, False, False]
    model.show_chosen("used")
    assert column(model, PartsColumn.OPTION, CHOSEN_ROLE) == [False, True, False]
    assert [model.option_id(row) for row in range(3)] == ["new", "used", "clean"]


def test_a_note_is_told_on_its_row(model: PartsModel) -> None:
    assert column(model, PartsColumn.PRICE, Qt.ItemDataRole.ToolTipRole) == [None, "Measure it first.", None]

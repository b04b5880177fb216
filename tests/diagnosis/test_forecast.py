"""What a complaint is likely to take, told before anything is begun."""

from micra_assistant.diagnosis.forecast import forecasts_of
from micra_assistant.diagnosis.modelfile import model_for
from micra_assistant.diagnosis.repair_minutes import whole_minutes
from micra_assistant.parts.options import parts_of
from tests.shipped import LIBRARY

GUIDE = LIBRARY.guide("tailgate-button")


def test_free_looks_are_what_comes_first_and_needs_nothing() -> None:
    model = model_for(GUIDE, GUIDE.complaints[0], parts_of(GUIDE))
    assert model
    looks = ("unlocked", "feel", "latch-sound", "lamps", "now-and-then", "pad", "fuses")
    assert forecasts_of(GUIDE)["faults.toml"].free_minutes == sum(model.test(look).cost.minutes for look in looks)


def test_the_repair_is_the_one_that_cures_most() -> None:
    forecast, model = forecasts_of(GUIDE)["faults.toml"], model_for(GUIDE, GUIDE.complaints[0], parts_of(GUIDE))
    assert model
    assert forecast.repair == "Fit a new original button"
    assert forecast.repair_minutes == whole_minutes(model, model.repair("new-original"))


def test_every_complaint_of_a_guide_is_told() -> None:
    assert set(forecasts_of(GUIDE)) == {"faults.toml", "faults-opens.toml"}

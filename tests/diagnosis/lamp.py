"""The model of a plate light, whole and broken, alone and in a guide."""

from pathlib import Path

from micra_assistant.diagnosis.fault_model import Model
from micra_assistant.diagnosis.modelfile import read_model
from micra_assistant.guide.model import Guide
from micra_assistant.guide.reader import read_guide
from micra_assistant.parts.options import read_parts
from tests.builders import POINTER, Files, compare_faults, faults_found, literal, write_guide

LAMP = """
format = 1
id = "plate-light"
title = "The plate light is dark"
basis = "author's estimate"
currency = "EUR"
rate_per_hour = 60

[give_up]
text = "Send it to an electrician"
minutes = 30
money = 100

[[access]]
id = "lens"
text = "Take the lens off"
minutes = 4

[[faults]]
id = "bulb"
text = "Bulb blown"
weight = 60

[[faults]]
id = "fuse"
text = "Fuse blown"
weight = 37
step = "close"

[[tests]]
id = "look"
ask = "Is the filament broken?"
minutes = 1
access = "lens"
trust = "reliable"
answers = { whole = "Whole", broken = "Broken" }
expect = { others = "whole", bulb = "broken" }

[[tests]]
id = "ohms"
ask = "Ohms of the fuse?"
minutes = 3
trust = "sure"
answers = { good = "Good", blown = "Blown" }
[tests.expect]
bulb = "good"
fuse = { blown = 100 }

[[repairs]]
id = "change-bulb"
text = "Change the bulb"
minutes = 2
money = 3
access = "lens"
fixes = { bulb = "always", other = 5 }
stale = ["look"]

[[repairs]]
id = "change-fuse"
text = "Change the fuse"
minutes = 2
money = 1
fixes = { fuse = "half" }
"""
"""A whole model, without a guide."""

PAGE = """
    # Page {: #page }

    ## Measure {: #measure }

    !!! warning "Latch moving"
        It can crush a finger. Keep your hands out.

        - [ ] Hands out {: #hands-out }

    - [ ] Leads {: #leads unit="Ω" }
    - [ ] Pressed {: #pressed unit="Ω" minus="leads" }
    - [ ] Pins clean {: #clean }
    - [ ] Clips {: #clips count="clip" }

    ## Close {: #close }

    - [ ] Closed {: #closed }
    """
PARTS = """
    part = "Bulb"
    currency = "EUR"
    market = "Germany"
    priced = "2026"
    source = "versa"
    rate_per_hour = 40

    [[options]]
    id = "new"
    name = "New bulb"
    kind = "original"
    price = [4, 7]
    minutes = 5
    """


def changed(old: str, new: str, text: str = LAMP) -> str:
    """Return the model with something else in one place."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def read_lamp(folder: Path, text: str) -> Model:
    """Return the model that ``text`` is, without a guide."""
    file = folder / "faults.toml"
    file.write_text("\n".join(line.split(POINTER)[0] for line in literal(text).split("\n")), encoding="utf-8")
    return read_model(file)


def check_lamp(folder: Path, text: str) -> None:
    """Check that just the faults that ``text`` points at are found in it."""
    compare_faults(faults_found(lambda: read_lamp(folder, text)), {"faults.toml": text})


def guide_with(folder: Path, files: Files) -> Guide:
    """Return a guide with one page, a parts table and these files."""
    return read_guide(write_guide(folder, {"10-page.md": PAGE, "parts.toml": PARTS, **files}))


def read_in(guide: Guide) -> Model:
    """Return the model ``faults.toml`` of a guide."""
    return read_model(guide.folder / "faults.toml", guide, read_parts(guide.folder))

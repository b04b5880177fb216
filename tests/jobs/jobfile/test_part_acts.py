"""Quotes and the basket in a job file: they come in as they were, and what cannot be is refused."""

import pytest
from msgspec import Raw

from micra_assistant.errors import MicraError
from micra_assistant.jobs.events import encode
from micra_assistant.jobs.jobfile.acts import read_act

EVENT = "1" * 32
QUOTE = '{"supplier":"Leeds","price":"12.50","currency":"GBP"}'


def of(quote: str) -> str:
    """Return a quote that was added."""
    return f'{{"act":"quote-added","quote":{quote}}}'


@pytest.mark.parametrize(
    "text",
    [
        of(QUOTE),
        f'{{"act":"quote-changed","event":"{EVENT}","quote":{QUOTE}}}',
        f'{{"act":"quote-removed","event":"{EVENT}"}}',
        '{"act":"basket-filled","thing":{"kind":"spare","words":"Clip","pieces":3,"item":"clips"}}',
        f'{{"act":"pieces-changed","event":"{EVENT}","pieces":999}}',
        f'{{"act":"basket-emptied","event":"{EVENT}"}}',
        f'{{"act":"bought","event":"{EVENT}","is_there":false}}',
    ],
)
def test_what_goes_out_comes_in(text: str) -> None:
    assert encode(read_act(Raw(text.encode()), "event 1")) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (of(QUOTE.replace("12.50", "-1")), "no amount of money in GBP"),
        (of(QUOTE.replace("12.50", "1e999999")), "no amount of money in GBP"),
        (of(QUOTE.replace("12.50", "NaN")), "no amount of money in GBP"),
        (of(QUOTE.replace("12.50", "1.234")), "no amount of money in GBP"),
        (of(QUOTE.replace("GBP", "XXX")), "currency “XXX” is not known"),
        (of(QUOTE.replace("}", ',"warranty_months":999}')), "a warranty is from 0 to 120 months"),
        (of(QUOTE.replace("}", ',"on":"1980-01-01"}')), "1980-01-01 is no day of a quote"),
        (of(QUOTE.replace("}", ',"kind":"stolen"}')), ""),
        (of(QUOTE.replace("}", ',"more":1}')), ""),
        (of(QUOTE.replace("Leeds", "x" * 100_001)), "supplier is longer than 100000 letters"),
        ('{"act":"quote-removed","event":"1"}', "is no event id"),
        ('{"act":"bought","event":"../1"}', "is no event id"),
        ('{"act":"basket-filled","thing":{"kind":"tool","words":"Torch","pieces":0}}', "is no number of pieces"),
        ('{"act":"basket-filled","thing":{"kind":"tool","words":"Torch","pieces":1000}}', "is no number of pieces"),
        (f'{{"act":"pieces-changed","event":"{EVENT}","pieces":0}}', "pieces is 0, and must be from 1 to 999"),
        (f'{{"act":"pieces-changed","event":"{EVENT}","pieces":1000}}', "pieces is 1000, and must be from 1 to 999"),
        ('{"act":"pieces-changed","event":"1","pieces":2}', "is no event id"),
    ],
)
def test_what_cannot_be_is_refused(text: str, reason: str) -> None:
    with pytest.raises(MicraError) as refused:
        read_act(Raw(text.encode()), "event 1")
    assert reason in str(refused.value)

"""The signal words as people read them."""

from micra_assistant.guide.model import SignalWord
from micra_assistant.words import N_, _

_WORDS = {
    SignalWord.DANGER: N_("DANGER"),
    SignalWord.WARNING: N_("WARNING"),
    SignalWord.CAUTION: N_("CAUTION"),
    SignalWord.NOTICE: N_("NOTICE"),
    SignalWord.NOTE: N_("NOTE"),
    SignalWord.TIP: N_("TIP"),
}


def signal_word(signal: SignalWord) -> str:
    """Return the signal word as it stands on a callout."""
    return _(_WORDS[signal])

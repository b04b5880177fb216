"""The units of readings and of times as they are said, with the number before them."""

from collections.abc import Callable

from micra_assistant.words import ngettext

UNIT_WORDS: dict[str, Callable[[int], str]] = {
    "Ω": lambda count: ngettext("{number} ohm", "{number} ohms", count),
    "kΩ": lambda count: ngettext("{number} kilohm", "{number} kilohms", count),
    "MΩ": lambda count: ngettext("{number} megohm", "{number} megohms", count),
    "V": lambda count: ngettext("{number} volt", "{number} volts", count),
    "mV": lambda count: ngettext("{number} millivolt", "{number} millivolts", count),
    "A": lambda count: ngettext("{number} ampere", "{number} amperes", count),
    "mA": lambda count: ngettext("{number} milliampere", "{number} milliamperes", count),
    "MHz": lambda count: ngettext("{number} megahertz", "{number} megahertz", count),
    "W": lambda count: ngettext("{number} watt", "{number} watts", count),
    "mm": lambda count: ngettext("{number} millimetre", "{number} millimetres", count),
    "cm": lambda count: ngettext("{number} centimetre", "{number} centimetres", count),
    "m": lambda count: ngettext("{number} metre", "{number} metres", count),
    "km": lambda count: ngettext("{number} kilometre", "{number} kilometres", count),
    "km/h": lambda count: ngettext("{number} kilometre an hour", "{number} kilometres an hour", count),
    "mi": lambda count: ngettext("{number} mile", "{number} miles", count),
    "°C": lambda count: ngettext("{number} degree Celsius", "{number} degrees Celsius", count),
    "°": lambda count: ngettext("{number} degree", "{number} degrees", count),
    "Nm": lambda count: ngettext("{number} newton metre", "{number} newton metres", count),
    "kPa": lambda count: ngettext("{number} kilopascal", "{number} kilopascals", count),
    "bar": lambda count: ngettext("{number} bar", "{number} bars", count),
    "l": lambda count: ngettext("{number} litre", "{number} litres", count),
    "rpm": lambda count: ngettext("{number} turn a minute", "{number} turns a minute", count),
    "%": lambda count: ngettext("{number} percent", "{number} percent", count),
    "s": lambda count: ngettext("{number} second", "{number} seconds", count),
    "min": lambda count: ngettext("{number} minute", "{number} minutes", count),
    "h": lambda count: ngettext("{number} hour", "{number} hours", count),
}
"""By the sign: gives the words for that many, with a place for the number as it is said."""

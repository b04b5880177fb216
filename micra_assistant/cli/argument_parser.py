"""How the command line speaks: in the language of the workshop, and of what is wrong in one line."""

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

from micra_assistant.cli.exit_codes import MISUSED
from micra_assistant.cli.plain_start import UNLISTED
from micra_assistant.words import _


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, f"{_('usage:')} " if prefix is None else prefix)


def whole_number(words: str) -> int:
    """Return a number that was typed; ArgumentTypeError if it is none."""
    try:
        return int(words)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{words}” is no whole number").format(words=words)) from None


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and whose help is in the language of the workshop."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, formatter_class=_Formatter)
        self._positionals.title = _("positional arguments")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and end"))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is none of the choices, in the words of the other commands; those that are not listed stay so."""
        if action.choices is not None and value not in action.choices:
            known = ", ".join(choice for choice in action.choices if choice != UNLISTED)
            words = _("there is no “{name}”; there is: {known}")
            raise argparse.ArgumentError(action, words.format(name=value, known=known))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and end."""
        words = _("{message}; see {command} --help").format(message=message, command=self.prog)
        self.exit(MISUSED, f"{self.prog}: {words}\n")

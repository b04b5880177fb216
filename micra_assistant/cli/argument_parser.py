"""How the command line speaks: in the language of the workshop, and of what is wrong in one line."""

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

from micra_assistant.cli.exit_codes import MISUSED
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


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, and whose help is in the language of the workshop."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, formatter_class=_Formatter)
        self._positionals.title = _("positional arguments")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and end"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and end."""
        words = _("{message}; see {command} --help").format(message=message, command=self.prog)
        self.exit(MISUSED, f"{self.prog}: {words}\n")

"""The commands of a session or an exam as lines: a colon and a letter, one of them with a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

_COMMAND = re.compile(r"(?P<name>:[^\W\d_]+) *(?P<number>[0-9]*)")


class Command(NamedTuple):
    """What a line calls: a name with its colon, and the number behind it, or nothing."""

    name: str
    number: str


def command_of(typed: str) -> Command | None:
    """Return the command that a line looks like, whether there is one of this name or not; None of an answer."""
    found = _COMMAND.fullmatch(typed)
    return Command(found["name"], found["number"]) if found else None


def is_known(command: Command, names: Collection[str], numbered: Collection[str] = ()) -> bool:
    """Say whether there is such a command; only those that are `numbered` take a number."""
    return command.name in names and (not command.number or command.name in numbered)

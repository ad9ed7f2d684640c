"""Variables of a card that nothing uses: a slip of the pen, or the rest of an earlier version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from studycards.locale import Text, message
from studycards.study.proof.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studycards.decks.varied import VariedCard

_PLACEHOLDER = re.compile(r"\$\{([^{}]*)\}")
_WORD = re.compile(r"[^\W\d]\w*")

UNCOMPUTED = frozenset({"id", "name", "values", "source", "tags", "requires", "was", "tests", "diagnose"})
"""Fields of a card, of its variables and of its arrays in which no variable can be used."""


def unused_variables(card: VariedCard) -> Iterator[Finding]:
    """Yield the variables of `card` that are in none of its expressions, networks and texts."""
    used = {word for text in _expressions(card) for word in _WORD.findall(text)}
    for variable in card.variables:
        if variable.name not in used:
            yield Finding(f"vars.{variable.name}", message("study.unused_variable", name=variable.name))


def _expressions(value: object) -> Iterator[str]:
    """Yield all that may name a variable, at any depth of a card."""
    if isinstance(value, Text):
        for text in (value.pl, value.en):
            yield from _PLACEHOLDER.findall(text or "")
    elif isinstance(value, str):
        yield value
    else:
        for part in _parts(value):
            yield from _expressions(part)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    if isinstance(value, tuple):
        return value
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value) if field.name not in UNCOMPUTED]
    return ()

"""What was typed into the line of the Lab: a network with its table, or one sentence about what is wrong and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from studycards.engine.errors import EngineError, LayerError
from studycards.engine.notation import parse
from studycards.engine.summary import calls, summary, totals
from studycards.locale import message

if TYPE_CHECKING:
    from studycards.engine.network import Network
    from studycards.engine.summary import Row, Totals
    from studycards.locale import Message

SMALL = 5_000
"""Numbers of a network that are drawn anew for each key that is typed: they take 10 ms."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A network with its table: a row and a call in the notation for each layer, and what all of them come to.

    `no_fields` says why the table has no receptive fields, where branches see the input at different strides.
    """

    network: Network
    rows: tuple[Row, ...]
    calls: tuple[str, ...]
    totals: Totals
    no_fields: Message | None = None

    @property
    def is_small(self) -> bool:
        """Whether numbers can be sent through the network for each key."""
        return cells_of(self.network) <= SMALL


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text is no network; the characters from `start` to `end` are to blame, where any are."""

    reason: Message
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """The text as it stands, and the table of the last one that was a network; `fault` says why this one is none."""

    text: str = ""
    sketch: Sketch | None = None
    fault: Fault | None = None

    def typed(self, text: str) -> Draft:
        """Return what follows from another text; the table stays while it is no network."""
        try:
            return Draft(text, sketched(parse(text)))
        except EngineError as error:
            return replace(self, text=text, fault=_fault(text, error))


def sketched(network: Network) -> Sketch:
    """Return a network with its table."""
    return Sketch(network, summary(network), tuple(calls(network)), totals(network), _missing_fields(network))


def cells_of(network: Network) -> int:
    """Return how many numbers a network has: values of one image, and what is learned."""
    return sum(map(prod, (network.input_shape, *network.shapes))) + network.parameters()


def _missing_fields(network: Network) -> Message | None:
    try:
        network.receptive_field()
    except LayerError as error:
        return message(error.key, **error.values)
    return None


def _fault(text: str, error: EngineError) -> Fault:
    reason = message(error.key, **error.values)
    offset: int | None = getattr(error, "offset", None)
    if offset is None:
        return Fault(reason)
    word = _WORD.match(text, offset)
    return Fault(reason, offset, word.end() if word else offset + 1)

"""Which numbers of which arrays a cell is made of, and which of them decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace import Largest, Number, Product, Step, Wins
from studycards.study.lab.plates import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.trace import Expression

Index = tuple[int, ...]

Marks = dict[str, dict[Index, Mark]]
"""By the names of arrays in the trace: the cells that take part, in the order in which they are read."""


def marks_of(step: Step) -> Marks:
    """Return the marks of all numbers that `step` is made of.

    Those decide that win a maximum, and the gradients that they get. Where statistics of many numbers go into a cell,
    it is the number at the place of the cell itself.
    """
    parts = list(_parts(step))
    found: Marks = {}
    for part in parts:
        if isinstance(part, Number) and part.name and part.index:
            found.setdefault(part.name, {})[part.index] = Mark.USED
    for name, index in _deciding(parts):
        found[name][index] = Mark.MAIN
    own = found.get("x", {})
    if len(own) > 1 and step.index in own and any(isinstance(part, Step) and part is not step for part in parts):
        own[step.index] = Mark.MAIN
    return found


def _deciding(parts: list[Expression]) -> Iterator[tuple[str, Index]]:
    """Yield the winners of the maxima, and each gradient that goes to the cell because it won."""
    for part in parts:
        if isinstance(part, Largest) and isinstance(winner := part.winner, Number) and winner.name:
            yield winner.name, winner.index
        if isinstance(part, Product) and any(isinstance(factor, Wins) and factor.value for factor in part.factors):
            yield from ((factor.name, factor.index) for factor in part.factors if isinstance(factor, Number))


def _parts(step: Step) -> Iterator[Expression]:
    """Yield all that a step is made of in the order of reading, each step in it once."""
    pending: list[Expression] = [step]
    entered: set[int] = set()
    while pending:
        part = pending.pop()
        if isinstance(part, Step):
            if id(part) in entered:
                continue
            entered.add(id(part))
        yield part
        pending += reversed(part.parts)

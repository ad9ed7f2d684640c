"""Find the comparison of variables that keeps faulty draws out: `k > 1`, `p >= s`, `C != F`."""

from __future__ import annotations

import operator
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    Names = Mapping[str, Fraction]
    Relation = Callable[[Fraction, Fraction], bool]

LEAST_KEPT = 1 / 4
"""The part of all draws that a condition must keep."""

RELATIONS: Mapping[str, Relation] = {
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
}


class Comparison(NamedTuple):
    """A variable, a relation, and a number or another variable."""

    name: str
    relation: str
    other: str | Fraction

    def __str__(self) -> str:
        """Return it as a condition of a deck."""
        return f"{self.name} {self.relation} {self.other}"

    def holds(self, names: Names) -> bool:
        """Say whether it holds for these values."""
        other = names[self.other] if isinstance(self.other, str) else self.other
        return RELATIONS[self.relation](names[self.name], other)


def mending_conditions(faulty: Sequence[Names], sound: Sequence[Names]) -> list[str]:
    """Return the comparisons that hold in none of the `faulty` draws, those that most of the `sound` ones meet first.

    Without those that would leave less than a quarter of all draws.
    """
    kept = {comparison: sum(map(comparison.holds, sound)) for comparison in _excluding(faulty)}
    enough = [comparison for comparison in kept if kept[comparison] >= LEAST_KEPT * (len(faulty) + len(sound))]
    return [str(comparison) for comparison in sorted(enough, key=kept.__getitem__, reverse=True)]


def _excluding(faulty: Sequence[Names]) -> Iterator[Comparison]:
    """Yield the comparisons that hold in no faulty draw, the plainest first."""
    names = list(faulty[0])
    for name in names:
        values = {draw[name] for draw in faulty}
        if len(values) == 1:
            yield Comparison(name, "!=", *values)
        yield Comparison(name, ">", max(values))
        yield Comparison(name, "<", min(values))
    for name, other in permutations(names, 2):
        for relation in RELATIONS:
            comparison = Comparison(name, relation, other)
            if not any(map(comparison.holds, faulty)):
                yield comparison

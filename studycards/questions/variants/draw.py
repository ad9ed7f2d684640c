"""Draw the variables of a card from a seed, with a generator of our own: no library update changes a variant."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from functools import lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.value_names import array_names
from studycards.decks.varied import TOLD_APART
from studycards.engine.expressions import ExpressionError, evaluate_condition, evaluate_number
from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from studycards.decks.varied import Variable, VariedCard

Names = dict[str, Fraction]

ATTEMPTS = 1000


class Draw(NamedTuple):
    """One try to draw a variant: the values of its variables, and how many tries were rejected before."""

    names: Names
    attempt: int


def draws(card: VariedCard, seed: int) -> Iterator[Draw]:
    """Yield the values of the variables of `card` for `seed` that meet the conditions on them.

    The value of a variable depends on the card's id, the seed, the variable's own name and the number of rejected
    draws, so that a further variable changes no other one. A draw that breaks a condition is rejected as a whole.

    Raises:
        ExpressionError: a derived variable or a condition cannot be computed.
    """
    return (draw for draw in tries(card, seed) if meets_conditions(card, draw.names))


def tries(card: VariedCard, seed: int) -> Iterator[Draw]:
    """Yield what `seed` draws for `card`, whether or not it meets the conditions.

    Raises:
        ExpressionError: a derived variable cannot be computed.
    """
    for attempt in range(ATTEMPTS):
        yield Draw(_assign(card, partial(_drawn, card.id, seed, attempt)), attempt)


def known_values(card: VariedCard, seed: int, attempt: int) -> Names:
    """Return the values of the variables that an attempt draws, up to the first one that cannot be computed."""
    names: Names = {}
    with suppress(ExpressionError):
        for name, value in _assigned(card, partial(_drawn, card.id, seed, attempt)):
            names[name] = value
    return names


def fix(card: VariedCard, given: Mapping[str, str]) -> Names:
    """Return the variables of `card` with those that are drawn set to `given` (expressions without names).

    A variable that can take one value only need not be given.

    Raises:
        StudycardsError: a variable that has to be drawn is not given.
        ExpressionError: a given value or a derived variable cannot be computed.
    """
    single = {variable.name: variable.values[0] for variable in card.variables if len(variable.values) == 1}
    known = {**single, **given}
    missing = [variable.name for variable in card.variables if variable.values and variable.name not in known]
    if missing:
        raise StudycardsError("computed.missing_variables", card=card.id, names=", ".join(missing))
    return _assign(card, lambda variable: evaluate_number(known[variable.name]))


def meets_conditions(card: VariedCard, names: Names) -> bool:
    """Say whether every condition that `card` puts on its variables alone holds for `names`."""
    return all(evaluate_condition(condition, names) for condition in card.require if not is_late(condition))


@lru_cache(1024)
def is_late(condition: str) -> bool:
    """Say whether a condition is about arrays or mistakes, so that it can only be checked when these are computed."""
    return condition == TOLD_APART or any(array_names(condition))


def with_value(card: VariedCard, names: Names, name: str, value: Fraction) -> Names:
    """Return `names` with another value of one variable; those that are derived from it follow.

    Raises:
        ExpressionError: a derived variable cannot be computed.
    """
    changed = {**names, name: value}
    return _assign(card, lambda variable: changed[variable.name])


def _assign(card: VariedCard, value: Callable[[Variable], Fraction]) -> Names:
    return dict(_assigned(card, value))


def _assigned(card: VariedCard, value: Callable[[Variable], Fraction]) -> Iterator[tuple[str, Fraction]]:
    names: Names = {}
    for variable in card.variables:
        derived = variable.expression
        names[variable.name] = value(variable) if derived is None else evaluate_number(derived, names)
        yield variable.name, names[variable.name]


def _drawn(card_id: str, seed: int, attempt: int, variable: Variable) -> Fraction:
    """Pick a value by 64 bits of a hash; with at most 10,000 values the modulus favours none by more than 1e-15."""
    digest = sha256(f"{card_id}\n{seed}\n{variable.name}\n{attempt}".encode()).digest()
    index = int.from_bytes(digest[:8]) % len(variable.values)
    return Fraction(variable.values[index])

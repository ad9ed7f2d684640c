"""What is too much to compute by hand: too many digits or decimal places of a number, too many cells of an array."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.varied import Exact, NetworkCard
from studycards.locale import Text, message
from studycards.questions.variants.placeholders import written_number
from studycards.study.proof.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from studycards.decks.varied import Humane, VariedCard
    from studycards.locale import Message
    from studycards.questions.diagnosis import Answer
    from studycards.questions.values.data import Datum
    from studycards.questions.variants.variant import Variant
    from studycards.study.proof.finding import Sample


class Burden(NamedTuple):
    """What exceeds a `bound` (a field of `Humane`): a number, or the cells of an array; `what` is None for the answer.

    `size` is the number itself, or how many cells there are.
    """

    what: str | None
    bound: str
    size: Fraction | int


def burdens(card: VariedCard, samples: Sequence[Sample]) -> Iterator[Finding]:
    """Yield which bounds of `card` are exceeded: by what, how often, and first for which seed."""
    hits: defaultdict[tuple[str | None, str], dict[int, Burden]] = defaultdict(dict)
    for sample in samples:
        for burden in _burdens(card, sample.variant):
            hits[burden.what, burden.bound].setdefault(sample.seed, burden)
    for by_seed in hits.values():
        yield Finding("humane", _reason(card.humane, by_seed, len(samples)))


def _reason(humane: Humane, by_seed: dict[int, Burden], seeds: int) -> Message:
    seed, burden = next(iter(by_seed.items()))
    return message(
        f"study.too_many_{burden.bound}",
        what=message("study.the_answer") if burden.what is None else Text.same(burden.what),
        size=written_number(burden.size),
        bound=getattr(humane, burden.bound),
        count=len(by_seed),
        seeds=seeds,
        seed=seed,
    )


def _burdens(card: VariedCard, variant: Variant) -> Iterator[Burden]:
    for part in variant.parts:
        yield from _of_array(card.humane, None, part.answer, is_exact=isinstance(part.tolerance, Exact))
    for datum in _shown(card, variant):
        yield from _of_array(card.humane, datum.name, datum.value, is_exact=datum.is_plain)


def _shown(card: VariedCard, variant: Variant) -> tuple[Datum, ...]:
    """Return the arrays under a question; all steps of a sheet have the same."""
    if not isinstance(card, NetworkCard) or card.experiment is None:
        return ()
    from studycards.questions.values.variant import ValueVariant  # noqa: PLC0415 - NumPy, which the card needs anyway

    setups = [part.setup for part in variant.parts if isinstance(part, ValueVariant)]
    return setups[0].shown if setups else ()


def _of_array(humane: Humane, what: str | None, value: Answer, *, is_exact: bool) -> Iterator[Burden]:
    cells = list(_cells(value))
    if len(cells) > humane.cells:
        yield Burden(what, "cells", len(cells))
    for cell in cells:
        if abs(cell) >= 10**humane.digits:
            yield Burden(what, "digits", cell)
        if is_exact and (cell * 10**humane.decimals).denominator != 1:
            yield Burden(what, "decimals", cell)


def _cells(value: Answer) -> Iterator[Fraction | int]:
    if isinstance(value, tuple):
        for part in value:
            yield from _cells(part)
    else:
        yield value

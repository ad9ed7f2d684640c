"""What the deck checker proves about a variant: the author's tests hold and the mistakes can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.varied import ComputedCard
from studycards.engine.layers import written_shape
from studycards.locale import Text, message
from studycards.questions.diagnosis import by_answer
from studycards.questions.draw import draw, fix, meets_conditions
from studycards.questions.numbers import read_number
from studycards.questions.placeholders import written_number
from studycards.questions.question import Unreadable
from studycards.questions.shapes import both_sides, read_shape
from studycards.questions.variant import refusals, vary

if TYPE_CHECKING:
    from studycards.decks.varied import VariantTest, VariedCard
    from studycards.locale import Message
    from studycards.questions.diagnosis import Answer
    from studycards.questions.variant import Variant


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Listed mistakes, by name, that lead to one `answer`: the right one, or the same wrong one."""

    names: tuple[str, ...]
    answer: Answer
    right: bool


def ambiguities(card: VariedCard, seed: int) -> tuple[Ambiguity, ...]:
    """Return the mistakes listed on `card` that cannot be told from the answer or from each other for `seed`.

    Raises:
        StudycardsError: the card has no such variant, or it cannot be computed.
    """
    if isinstance(card, ComputedCard) and not card.diagnose:
        return ()
    with refusals(card):
        variant = vary(card, draw(card, seed))
    found = (
        Ambiguity(tuple(slip.name for slip in slips), answer, variant.is_right(answer))
        for answer, slips in by_answer(variant.slips).items()
    )
    return tuple(ambiguity for ambiguity in found if ambiguity.right or len(ambiguity.names) > 1)


def failure(card: VariedCard, test: VariantTest) -> Message | None:
    """Return what is wrong with a worked example of the author, or None where it holds.

    Raises:
        StudycardsError: a variable is missing, or the variant cannot be computed.
    """
    with refusals(card):
        variables = fix(card, test.variables)
        if not meets_conditions(card, variables):
            return message("computed.test_excluded")
        variant = vary(card, variables)
    expected = _read(variant, test.answer)
    if isinstance(expected, Unreadable):
        return expected.reason
    if variant.is_right(expected):
        return None
    return message("computed.test_fails", computed=_written(variant.answer), expected=test.answer)


def _read(variant: Variant, answer: str) -> Answer | Unreadable:
    """Read the answer of a test as a learner would type it."""
    if isinstance(variant.answer, tuple):
        shape = read_shape(answer)
        return shape if isinstance(shape, Unreadable) else both_sides(shape, len(variant.answer))
    reading = read_number(answer)
    return reading if isinstance(reading, Unreadable) else reading.value


def _written(answer: Answer) -> Text:
    return Text.same(written_shape(answer)) if isinstance(answer, tuple) else written_number(answer)

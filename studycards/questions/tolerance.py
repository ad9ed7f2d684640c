"""How far a number may be from the answer, in exact fractions and in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.decks.varied import Decimals, Exact, Percent, Within
from studycards.locale import message
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from studycards.decks.varied import Tolerance
    from studycards.locale import Message, Text


MOST_DIGITS = 6
"""Decimal places of a model answer at most."""


def accepts(tolerance: Tolerance, answer: Fraction, given: Fraction) -> bool:
    """Say whether `given` is near enough to `answer`; a distance equal to the tolerance still is.

    Of a number with so many decimals the last one may be rounded or cut off, but no more: 44.9 is 45 or 44, not 46.
    """
    if given == answer:
        return True
    match tolerance:
        case Exact():
            return False
        case Within(distance):
            return abs(given - answer) <= Fraction(distance)
        case Percent(percent):
            return abs(given - answer) <= abs(answer) * Fraction(percent) / 100
        case Decimals(places):
            return abs(given - answer) < Fraction(1, 10**places)


def expectation(tolerance: Tolerance) -> Message:
    """Say what to type and how near it must be."""
    match tolerance:
        case Exact():
            return message("computed.expects_exact")
        case Within(distance):
            return message("computed.expects_within", distance=Fraction(distance))
        case Percent(percent):
            return message("computed.expects_percent", percent=Fraction(percent))
        case Decimals(places):
            return message("computed.expects_decimals", count=places)


def nearness(tolerance: Tolerance) -> Message:
    """Say in a sentence of its own how near each of several numbers must be."""
    match tolerance:
        case Exact():
            return message("values.near_exact")
        case Within(distance):
            return message("values.near_within", distance=Fraction(distance))
        case Percent(percent):
            return message("values.near_percent", percent=Fraction(percent))
        case Decimals(places):
            return message("values.near_decimals", count=places)


def shown_exactly(tolerance: Tolerance, answer: Fraction) -> bool:
    """Say whether the model answer is shown in full: its decimal ends soon, or nothing else is right."""
    return isinstance(tolerance, Exact) or (answer * 10**MOST_DIGITS).denominator == 1


def written_answer(tolerance: Tolerance, answer: Fraction) -> Text:
    """Return the model answer: exact where it can be shown, else to the first digit that the tolerance cannot see."""
    if shown_exactly(tolerance, answer):
        return written_number(answer)
    if isinstance(tolerance, Decimals):
        return written_number(answer, digits=tolerance.places)
    near = (digits for digits in range(MOST_DIGITS) if accepts(tolerance, answer, round(answer, digits)))
    return written_number(answer, digits=next(near, MOST_DIGITS - 1) + 1)

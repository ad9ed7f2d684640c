"""Read a typed number exactly: every usual way of writing one, and no guess where two readings are possible.

Only digits, operators, parentheses and, in measured numbers, logarithms, powers of e and roots reach the engine: a
learner's answer names no variable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.engine.expressions import ExpressionError, evaluate_number
from studycards.locale import message
from studycards.questions.question import Unreadable
from studycards.questions.reading.latex import without_latex
from studycards.questions.reading.number_tokens import RefusedError, tokens_of
from studycards.questions.reading.real_functions import REAL_FUNCTIONS
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.locale import Message, Text

MAX_LENGTH = 200
"""Characters of the longest answer that is looked at; the longest sensible one has some forty."""

_WITHOUT_VALUE = frozenset(
    {
        "engine.division_by_zero",
        "engine.exponent_too_large",
        "engine.not_whole",
        "engine.number_too_large",
        "values.no_value",
    }
)


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number as it was understood.

    `canonical` is its notation without spaces and marks between thousands; reading it again gives the same value.
    `echo` tells the learner how the answer was read, where that is not obvious.
    """

    value: Fraction
    canonical: str
    echo: Message | Text | None = None


def read_number(typed: str, *, measured: bool = False) -> NumberReading | Unreadable:
    """Read `577`, `73 856`, `0,5`, `3/4`, `1½`, `25%`, `5.77e2`, `5,77·10²`, `1.5k` or `3×3×64 + 64`; never raises.

    Of `1,389` it asks whether a thousand is meant, unless the number is `measured` and so expected to have decimals;
    then it may be `ln 4` or `exp(-1)`, too. A root may stand in any number: `√16`.
    """
    text = " ".join(without_latex(typed).split()).removeprefix("=").lstrip().removeprefix("+").lstrip()
    if not text:
        return Unreadable(message("questions.number_empty"))
    if len(text) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    try:
        tokens = tokens_of(text, measured=measured)
        value = evaluate_number(" ".join(token.source for token in tokens), REAL_FUNCTIONS)
    except RefusedError as refusal:
        return Unreadable(refusal.reason)
    except ExpressionError as error:
        return Unreadable(_reason(error, text))
    canonical = "".join(token.shown for token in tokens)
    return NumberReading(value, canonical, _echo(value, canonical, text))


def _reason(error: ExpressionError, text: str) -> Message:
    """Return the engine's reason where there is no value; on syntax our own, since nobody saw the engine's spelling."""
    text = text.replace("**", "^")  # which a sentence would take for the mark of bold
    if error.key in _WITHOUT_VALUE:
        return message("questions.number_no_value", found=text, why=message(error.key, **error.values))
    return message("questions.number_unfinished", found=text)


def _echo(value: Fraction, canonical: str, text: str) -> Message | Text | None:
    """Return the calculation with its result, or nothing where the learner would only see the answer again."""
    if re.fullmatch(r"−?\d+([.,]\d+)?", canonical):
        as_typed = text.replace(" ", "").replace("-", "−")
        return None if canonical == as_typed else written_number(value)
    has_no_decimal = (value * 10**6).denominator != 1
    if has_no_decimal and re.search(r"[a-z]|√", canonical):
        return message("questions.calculation_rounded", written=canonical, value=written_number(value, digits=6))
    if has_no_decimal and canonical.replace("−", "-") == str(value):
        return None
    return message("questions.calculation", written=canonical, value=value)

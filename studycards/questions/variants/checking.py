"""What the deck checker proves about a variant: the author's tests hold and the mistakes can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from studycards.decks.varied import ComputedCard, NetworkCard, NumberCard
from studycards.locale import Text, message
from studycards.questions.diagnosis import by_answer
from studycards.questions.mistakes import MISTAKES
from studycards.questions.posing import posed
from studycards.questions.question import Outcome, Unreadable
from studycards.questions.reading.tensor_writing import on_one_line
from studycards.questions.variants.variant import refusals
from studycards.questions.variants.varying import tested_variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.decks.varied import VariantTest, VariedCard
    from studycards.locale import Message
    from studycards.questions.diagnosis import Slip
    from studycards.questions.kinds.sheet import SheetQuestion
    from studycards.questions.question import Question, Verdict
    from studycards.questions.variants.variant import Variant


class Ambiguity(NamedTuple):
    """Listed mistakes, by name, that lead to one answer: the `right` one, or the same wrong one.

    On a sheet they do so in one `step`, counted from 0.
    """

    step: int
    names: tuple[str, ...]
    right: bool


def ambiguities(card: VariedCard, variant: Variant) -> tuple[Ambiguity, ...]:
    """Return the mistakes listed on `card` that cannot be told from the answer or from each other in `variant`.

    Those that the author calls alike need not be told from each other.
    """
    if not _lists_mistakes(card):
        return ()
    alike = card.alike if isinstance(card, NetworkCard) else ()
    found = (
        Ambiguity(step, tuple(slip.name for slip in slips), part.is_right(answer))
        for step, part in enumerate(variant.parts)
        for answer, slips in by_answer(_listed(card, part)).items()
    )
    return tuple(one for one in found if one.right or (len(one.names) > 1 and not _is_among(one.names, alike)))


def _listed(card: VariedCard, part: Variant) -> Sequence[Slip]:
    """Return the slips that the author chose; without `diagnose` those of the library are known, but not chosen."""
    if not isinstance(card, ComputedCard) or card.diagnose:
        return part.slips
    return [slip for slip in part.slips if slip.name not in MISTAKES]


def _is_among(names: tuple[str, ...], groups: tuple[tuple[str, ...], ...]) -> bool:
    return any(set(names) <= set(group) for group in groups)


def failure(card: VariedCard, test: VariantTest) -> Message | None:
    """Return what is wrong with a worked example of the author, or None where it holds.

    Raises:
        StudycardsError: a variable or an array is missing, or the variant cannot be computed.
    """
    with refusals(card):
        variant = tested_variant(card, test)
        if variant is None:
            return message("computed.test_excluded")
        question = posed(card, card.id, 0, variant)
    reading = question.read(test.answer)
    if isinstance(reading, Unreadable):
        return reading.reason
    verdict = question.grade(reading)
    return None if verdict.outcome is Outcome.RIGHT else _difference(question, test.answer, verdict)


def _difference(question: Question, expected: str, verdict: Verdict) -> Message:
    """Say what comes out instead; of a sheet at the first step that differs."""
    if verdict.parts:
        from studycards.questions.kinds.sheet import BETWEEN_STEPS  # noqa: PLC0415 - NumPy, which the sheet needs anyway

        steps = cast("SheetQuestion", question).steps
        place = next(place for place, part in enumerate(verdict.parts) if part.outcome is not Outcome.RIGHT)
        step, of_step = steps[place], expected.split(BETWEEN_STEPS)[place].strip()
        reason = _difference(step.question, of_step, verdict.parts[place])
        return message("values.step_unreadable", step=step.title, reason=reason)
    answer = question.answer
    computed = on_one_line(answer) if isinstance(answer, Text) else answer
    return message("computed.test_fails", computed=computed, expected=expected)


def _lists_mistakes(card: VariedCard) -> bool:
    """Say whether an author chose the mistakes of a card; those of the whole library need not differ."""
    if isinstance(card, NetworkCard):
        return bool(card.diagnose) or (isinstance(card, ComputedCard) and bool(card.wrong))
    return isinstance(card, NumberCard)

"""A computed question that is answered by choosing: the wrong options are what listed mistakes lead to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.layers import written_shape
from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.questions.diagnosis import by_answer
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.reading.tensor_writing import as_typed, written_row
from studycards.questions.variants.permutation import permutation
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from studycards.decks.varied import ComputedCard
    from studycards.questions.diagnosis import Answer, Slip
    from studycards.questions.question import Question, Tensor
    from studycards.questions.variants.variant import SharedFields, Variant


def posed_choice(card: ComputedCard, variant: Variant, typed: Question, fields: SharedFields) -> ChoiceQuestion:
    """Return the right answer among what mistakes give; those that come first on the card are taken first.

    `typed` is the question as it would be posed without options.

    Raises:
        StudycardsError: the mistakes give too few different answers.
    """
    assert card.choices is not None
    slips = [group[0] for group in by_answer(variant.wrong).values()][: card.choices - 1]
    if len(slips) < card.choices - 1:
        answers = message("computed.wrong_answers", count=len(slips))
        raise StudycardsError("computed.few_choices", card=card.id, answers=answers, needed=card.choices - 1)
    options: list[Slip | None] = [None, *slips]
    shuffled = [options[place] for place in permutation(len(options), fields["prompt"], fields["seed"])]
    shared: SharedFields = {**fields, "hints": typed.hints, "grids": typed.grids}
    return ChoiceQuestion(
        **shared,
        answer=typed.answer,
        solution=typed.solution,
        options=tuple(written_option(variant.answer if slip is None else slip.answer) for slip in shuffled),
        right=frozenset({shuffled.index(None)}),
        whys=tuple(None if slip is None else slip.why for slip in shuffled),
        mistakes=tuple(() if slip is None else (slip.name,) for slip in shuffled),
        multiple=False,
    )


def written_option(answer: Answer) -> Text:
    """Return an answer as an option: a number, a shape, or a tensor on one line."""
    if not isinstance(answer, tuple):
        return written_number(Fraction(answer))
    sizes = [size for size in answer if isinstance(size, int)]
    return Text.same(written_shape(tuple(sizes))) if sizes else written_row(as_typed(_exact(answer)))


def _exact(answer: Answer) -> Tensor:
    return tuple(map(_exact, answer)) if isinstance(answer, tuple) else Fraction(answer)

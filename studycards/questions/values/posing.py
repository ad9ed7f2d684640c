"""From the variant of a value to the question about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.questions.values.solution import solve_value
from studycards.questions.values.tensor import ScalarQuestion, TensorQuestion, model_answer, shape_of_tensor
from studycards.questions.variants.variant import with_hints

if TYPE_CHECKING:
    from studycards.decks.varied import VariedCard
    from studycards.questions.values.variant import ValueVariant
    from studycards.questions.variants.variant import SharedFields


def posed_value(_: VariedCard, variant: ValueVariant, fields: SharedFields) -> TensorQuestion:
    """Return the question about a value, with the arrays that the card shows."""
    return posed_tensor(variant, {**fields, "grids": variant.setup.grids})


def posed_tensor(variant: ValueVariant, fields: SharedFields) -> TensorQuestion:
    """Return the question about a value."""
    worked = solve_value(variant.run, variant.ask, variant.card.layout)
    shape = shape_of_tensor(variant.answer)
    kind = TensorQuestion if shape else ScalarQuestion
    return kind(
        **with_hints(fields, worked.hints),
        answer=model_answer(variant.answer, variant.tolerance),
        solution=worked.solution,
        value=variant.answer,
        shape=shape,
        tolerance=variant.tolerance,
        run=variant.run,
        asked=variant.ask,
        card=variant.card,
        wrong=variant.wrong,
    )

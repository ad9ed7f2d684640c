"""From the variant of a count, a shape or an expression to the question about it."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.expressions import evaluate_number
from studycards.engine.layers import written_shape
from studycards.locale import Text, message
from studycards.questions.kinds.computed import CountQuestion, InverseQuestion, ShapeQuestion, SizeQuestion
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.listing import joined
from studycards.questions.solutions.solution import work_out
from studycards.questions.tolerance import shown_exactly, written_answer
from studycards.questions.variants.layouts import CHANNELS_FIRST
from studycards.questions.variants.placeholders import fill, worked_expression, written_number
from studycards.questions.variants.quantities import SIZES
from studycards.questions.variants.variant import with_hints

if TYPE_CHECKING:
    from studycards.decks.varied import NetworkCard, NumberCard
    from studycards.locale import Message
    from studycards.questions.variants.variant import InverseVariant, NetworkVariant, SharedFields, Variant

CONVENTIONS = {
    "weights": "computed.counted_weights",
    "biases": "computed.counted_biases",
    "macs": "computed.counted_macs",
    "flops": "computed.counted_flops",
    "activation_memory": "computed.counted_bytes",
}
"""What is counted, where courses differ: said beside the question."""

BYTES = Text.same("B")


def posed_count(card: NetworkCard, variant: NetworkVariant, fields: SharedFields) -> ShapeQuestion | CountQuestion:
    """Return the question about a shape or a count."""
    worked = work_out(variant.network, variant.ask, card.layout)
    fields = with_hints(fields, worked.hints)
    if isinstance(variant.answer, tuple):
        is_size = variant.ask.quantity in SIZES
        return (SizeQuestion if is_size else ShapeQuestion)(
            **fields,
            answer=Text.same(written_shape(_shortest(variant.answer))),
            solution=worked.solution,
            full=worked.full,
            value=variant.answer,
            layout=CHANNELS_FIRST if is_size else card.layout,
            wrong=variant.wrong,
        )
    convention = CONVENTIONS.get(variant.ask.quantity)
    unit = BYTES if variant.ask.quantity == "activation_memory" else None
    answer = written_number(variant.answer)
    return CountQuestion(
        **fields,
        answer=answer if unit is None else message("computed.with_unit", number=answer, unit=unit),
        solution=worked.solution,
        full=worked.full,
        value=variant.answer,
        tolerance=variant.tolerance,
        wrong=variant.wrong,
        unit=unit,
        convention=None if convention is None else message(convention),
    )


def _shortest(shape: tuple[int, ...]) -> tuple[int, ...]:
    """Return a square size as its side."""
    return shape[:1] if len(shape) == 2 and shape[0] == shape[1] else shape


def posed_inverse(card: NetworkCard, variant: InverseVariant, fields: SharedFields) -> InverseQuestion:
    """Return the question for which value a quantity is what it should be."""
    assert isinstance(variant.answer, Fraction)
    unknown = variant.unknown
    also = [written_number(value) for value in variant.right[1:]]
    answer = written_number(variant.answer)
    worked = work_out(variant.network, variant.ask, card.layout)
    found = message("computed.found", name=unknown.name, value=variant.answer)
    return InverseQuestion(
        **with_hints(fields, worked.formula),
        answer=message("computed.fitting", value=answer, others=joined("; ", also)) if also else answer,
        solution=(found, *worked.solution),
        full=(found, *worked.full) if worked.full else (),
        value=variant.answer,
        wrong=variant.wrong,
        unknown=unknown,
    )


def posed_number(card: NumberCard, variant: Variant, fields: SharedFields) -> NumberQuestion:
    """Return the question about the value of an expression."""
    assert isinstance(variant.answer, Fraction)
    answer = written_answer(card.tolerance, variant.answer)
    unit = None if card.unit is None else fill(card.unit, variant.names)
    return NumberQuestion(
        **fields,
        answer=answer if unit is None else message("computed.with_unit", number=answer, unit=unit),
        solution=_worked_number(card, variant.answer, variant, answer),
        value=variant.answer,
        tolerance=card.tolerance,
        unit=unit,
        wrong=variant.wrong,
    )


def _worked_number(card: NumberCard, value: Fraction, variant: Variant, answer: Text) -> tuple[Message, ...]:
    """Return the expression of the answer with this variant's numbers; a bare number or name needs none."""
    inside = _inside_round(card.answer)
    worked = worked_expression(inside or card.answer, variant.names)
    if worked is None or worked == answer:
        return ()
    unchanged = inside is None or evaluate_number(inside, variant.names) == value
    exact = unchanged and shown_exactly(card.tolerance, value)
    sentence = "computed.plain_step" if exact else "computed.rounded_step"
    return (message(sentence, formula=worked, result=answer),)


def _inside_round(expression: str) -> str | None:
    """Return what is rounded to an integer where that is all that `expression` does last."""
    last = ast.parse(expression, mode="eval").body
    if isinstance(last, ast.Call) and isinstance(last.func, ast.Name) and last.func.id == "round":
        return ast.get_source_segment(expression, last.args[0])
    return None

"""Make the variant of a card: draw or take its variables and arrays, compute the answer and the wrong ones."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.decks.varied import (
    TARGET,
    TOLD_APART,
    CompareCard,
    ComputedCard,
    Exact,
    NetworkCard,
    NumberCard,
    StepsCard,
)
from studycards.engine.arithmetic import number
from studycards.engine.expressions import evaluate, evaluate_number
from studycards.engine.names import groups
from studycards.engine.notation import parse
from studycards.questions.diagnosis import Slip
from studycards.questions.kinds.unknown import Unknown
from studycards.questions.mistakes import MISTAKES, mistaken_answers
from studycards.questions.variants.draw import fix, meets_conditions
from studycards.questions.variants.layouts import laid_out
from studycards.questions.variants.placeholders import fill
from studycards.questions.variants.quantities import FUNCTIONS, SIZES, quantity
from studycards.questions.variants.variant import InverseVariant, NetworkVariant, SheetVariant, Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.varied import Ask, VariantTest, VariedCard
    from studycards.questions.diagnosis import Answer
    from studycards.questions.values.setup import Setup
    from studycards.questions.variants.draw import Draw, Names


def tried(card: VariedCard, draw: Draw, seed: int) -> Variant | None:
    """Return the variant of a draw that meets the conditions on variables; None where it breaks one of the others."""
    setup = drawn_setup_of(card, draw, seed)
    if setup is not None and not setup.meets(card.require, draw.names):
        return None
    variant = vary(card, draw.names, setup)
    return variant if TOLD_APART not in card.require or all(part.told_apart for part in variant.parts) else None


def tested_variant(card: VariedCard, test: VariantTest) -> Variant | None:
    """Return the variant of a worked example; None where the conditions of the card exclude it.

    Raises:
        EngineError: an expression or a network is impossible.
        StudycardsError: a variable or an array that has to be drawn is not given.
    """
    variables = fix(card, test.variables)
    setup = _given_setup(card, variables, test)
    if not meets_conditions(card, variables) or (setup is not None and not setup.meets(card.require, variables)):
        return None
    return vary(card, variables, setup)


def drawn_setup_of(card: VariedCard, draw: Draw, seed: int) -> Setup | None:
    """Return what a draw sends through the network of a card; None where nothing goes through it."""
    if not isinstance(card, NetworkCard) or card.experiment is None:
        return None
    from studycards.questions.values.setup import drawn_setup  # noqa: PLC0415 - NumPy, 75 ms; only cards with arrays

    return drawn_setup(card, draw.names, seed, draw.attempt)


def _given_setup(card: VariedCard, variables: Names, test: VariantTest) -> Setup | None:
    if not isinstance(card, NetworkCard) or card.experiment is None:
        return None
    from studycards.questions.values.setup import given_setup  # noqa: PLC0415 - as in `drawn_setup_of`

    return given_setup(card, variables, test.data)


def vary(card: VariedCard, variables: Names, setup: Setup | None = None) -> Variant:
    """Return the variant of `card` with these `variables`, and what goes through its network where arrays do.

    Raises:
        EngineError: an expression or a network is impossible.
        StudycardsError: a mistake or a quantity has an unknown name.
    """
    match card:
        case ComputedCard():
            return vary_computed(card, variables, setup)
        case StepsCard():
            parts = tuple(_vary_asked(card, step.ask, variables, setup) for step in card.steps)
            return SheetVariant(variables=variables, names=variables, answer=(), slips=(), steps=parts)
        case CompareCard():
            from studycards.questions.kinds.comparison import vary_comparison  # noqa: PLC0415 - few cards compare

            return vary_comparison(card, variables)
        case NumberCard():
            return vary_number(card, variables)
    raise AssertionError(card)


def vary_number(card: NumberCard, variables: Names) -> Variant:
    """Return the variant of a number card: its answer is an expression over variables, networks and their layers."""
    networks = {name: parse(text, variables) for name, text in card.networks.items()}
    layers = {name: name for network in networks.values() for name in (*network.names, *groups(network.names))}
    names: dict[str, object] = {**FUNCTIONS, **layers, **networks, **variables}
    slips = _own_slips(card, names, evaluate_number)
    answer = evaluate_number(card.answer, names)
    return Variant(variables=variables, names=names, answer=answer, slips=slips, tolerance=card.tolerance)


def vary_computed(card: ComputedCard, variables: Names, setup: Setup | None = None) -> Variant:
    """Return the variant of a computed card: its answer follows from the network, its slips from the library.

    Those that the card brings with it come last.
    """
    solves = card.ask.solve is not None
    variant = _vary_inverse(card, variables) if solves else _vary_asked(card, card.ask, variables, setup)
    own = _own_slips(card, variant.names, lambda text, names: _typed(card, evaluate(text, names)))
    return replace(variant, slips=(*variant.slips, *own)) if own else variant


def _own_slips(
    card: NumberCard | ComputedCard, names: Mapping[str, object], answer: Callable[[str, Mapping[str, object]], Answer]
) -> tuple[Slip, ...]:
    """Return what the wrong answers that a card brings with it are in one variant."""
    return tuple(
        Slip(f"wrong[{place}]", answer(wrong.answer, names), fill(wrong.why, names))
        for place, wrong in enumerate(card.wrong, start=1)
    )


def _typed(card: ComputedCard, value: object) -> Answer:
    """Return the value of a wrong answer as the typed one is compared with it: a side stands for a square size.

    Raises:
        ExpressionError: it is neither a number nor a shape.
    """
    if isinstance(value, tuple):
        return tuple(int(number(size)) for size in value)
    side = number(value)
    return (int(side), int(side)) if card.ask.quantity in SIZES and card.ask.solve is None else side


def _vary_asked(card: ComputedCard | StepsCard, ask: Ask, variables: Names, setup: Setup | None) -> Variant:
    """Return the variant of one quantity of the network of a card."""
    if ask.is_value:
        from studycards.questions.values.variant import vary_value  # noqa: PLC0415 - NumPy, as in `drawn_setup_of`

        return vary_value(card, ask, variables, setup)
    network = parse(card.network, variables)
    slips = tuple(
        Slip(name, _exact(card, ask, given), MISTAKES[name].feedback)
        for name, given in mistaken_answers(network, ask, card.diagnose).items()
    )
    return NetworkVariant(
        variables=variables,
        names=variables,
        answer=_exact(card, ask, quantity(network, ask)),
        slips=slips,
        tolerance=card.tolerance or Exact(),
        network=network,
        ask=ask,
    )


def _vary_inverse(card: ComputedCard, variables: Names) -> InverseVariant:
    """Return the variant in which a variable is to be found; its mistakes are those of the quantity that is given."""
    unknown = Unknown.of(card, variables)
    right = unknown.right()
    network = unknown.network(right[0])
    assert network is not None
    return InverseVariant(
        variables=variables,
        ask=card.ask,
        names={TARGET: _shown_target(card, unknown.target), **variables},
        answer=right[0],
        slips=tuple(Slip(name, value, MISTAKES[name].feedback) for name, value in unknown.mistaken()),
        network=network,
        unknown=unknown,
        right=right,
    )


def _shown_target(card: ComputedCard, target: object) -> object:
    """Return what the quantity should be as the texts of the card show it: a shape in its layout."""
    return laid_out(target, card.layout) if isinstance(target, tuple) else target


def _exact(card: NetworkCard, ask: Ask, answer: int | tuple[int, ...]) -> Fraction | tuple[int, ...]:
    """Return a quantity as it is compared with what was typed: a shape, a size as height and width, a number."""
    if isinstance(answer, tuple):
        return laid_out(answer, card.layout)
    return (answer, answer) if ask.quantity in SIZES else Fraction(answer)

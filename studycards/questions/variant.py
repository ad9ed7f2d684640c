"""One variant of a card: its variables fixed, its answer computed, and what each typical mistake gives instead."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

from studycards.decks.varied import TARGET, ComputedCard, Exact, NumberCard
from studycards.engine.errors import EngineError
from studycards.engine.expressions import evaluate_number
from studycards.engine.names import groups
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.questions.diagnosis import Slip
from studycards.questions.mistakes import MISTAKES, mistaken_answers
from studycards.questions.placeholders import fill
from studycards.questions.quantities import FUNCTIONS, SIZES, quantity
from studycards.questions.tolerance import accepts
from studycards.questions.unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.decks.varied import Ask, Tolerance, VariedCard
    from studycards.engine.network import Network
    from studycards.locale import Text
    from studycards.questions.diagnosis import Answer
    from studycards.questions.draw import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A card with its variables fixed.

    `names` are what its expressions and placeholders may use. `slips` are those of all its mistakes, also where they
    give the right answer; `wrong` leaves these out.
    """

    names: Mapping[str, object]
    answer: Fraction | tuple[int, ...]
    slips: tuple[Slip, ...]
    tolerance: Tolerance = field(default_factory=Exact)

    @property
    def wrong(self) -> tuple[Slip, ...]:
        """The slips that lead to a wrong answer in this variant."""
        return tuple(slip for slip in self.slips if not self.is_right(slip.answer))

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` counts as the answer."""
        if isinstance(self.answer, tuple) or isinstance(given, tuple):
            return self.answer == given
        return accepts(self.tolerance, self.answer, Fraction(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkVariant(Variant):
    """A computed card with its variables fixed, and the network that follows from them."""

    network: Network


@dataclass(frozen=True, slots=True, kw_only=True)
class InverseVariant(NetworkVariant):
    """A computed card that asks for a variable: `answer` is the smallest right value, and in `network`."""

    unknown: Unknown
    right: tuple[Fraction, ...]
    """The right values that the variable can take on this card, the smallest first."""

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` makes the quantity what it should be."""
        return not isinstance(given, tuple) and self.unknown.fits(Fraction(given))


def vary(card: VariedCard, variables: Names) -> Variant:
    """Return the variant of `card` with these `variables`.

    Raises:
        EngineError: an expression or a network is impossible.
        StudycardsError: a mistake or a quantity has an unknown name.
    """
    if isinstance(card, ComputedCard):
        return vary_computed(card, variables)
    assert isinstance(card, NumberCard)
    return vary_number(card, variables)


def vary_number(card: NumberCard, variables: Names) -> Variant:
    """Return the variant of a number card: its answer is an expression over variables, networks and their layers."""
    networks = {name: parse(text, variables) for name, text in card.networks.items()}
    layers = {name: name for network in networks.values() for name in (*network.names, *groups(network.names))}
    names: dict[str, object] = {**FUNCTIONS, **layers, **networks, **variables}
    slips = tuple(
        Slip(f"wrong[{index}]", evaluate_number(wrong.answer, names), fill(wrong.why, names))
        for index, wrong in enumerate(card.wrong)
    )
    answer = evaluate_number(card.answer, names)
    return Variant(names=names, answer=answer, slips=slips, tolerance=card.tolerance)


def vary_computed(card: ComputedCard, variables: Names) -> NetworkVariant:
    """Return the variant of a computed card: its answer follows from the network, its slips from the library."""
    if card.ask.solve is not None:
        return _vary_inverse(card, variables)
    network = parse(card.network, variables)
    slips = tuple(
        Slip(name, _exact(card.ask, given), MISTAKES[name].feedback)
        for name, given in mistaken_answers(network, card.ask, card.diagnose).items()
    )
    return NetworkVariant(
        names=variables, answer=_exact(card.ask, quantity(network, card.ask)), slips=slips, network=network
    )


def _vary_inverse(card: ComputedCard, variables: Names) -> InverseVariant:
    """Return the variant in which a variable is to be found; its mistakes are those of the quantity that is given."""
    unknown = Unknown.of(card, variables)
    right = unknown.right()
    network = unknown.network(right[0])
    assert network is not None
    return InverseVariant(
        names={TARGET: unknown.target, **variables},
        answer=right[0],
        slips=tuple(Slip(name, value, MISTAKES[name].feedback) for name, value in unknown.mistaken()),
        network=network,
        unknown=unknown,
        right=right,
    )


def _exact(ask: Ask, answer: int | tuple[int, ...]) -> Fraction | tuple[int, ...]:
    """Return a quantity as it is compared with what was typed: a shape, a size as height and width, a number."""
    if isinstance(answer, tuple):
        return answer
    return (answer, answer) if ask.quantity in SIZES else Fraction(answer)


class SharedFields(TypedDict):
    """The fields that every question about a variant has."""

    prompt: str
    seed: int
    stem: Text
    explanation: Text | None
    source: str | None
    level: int | None


def shared_fields(card: VariedCard, prompt: str, seed: int, names: Mapping[str, object]) -> SharedFields:
    """Return these fields for `card`, its texts filled in with `names`."""
    return SharedFields(
        prompt=prompt,
        seed=seed,
        stem=fill(card.question, names),
        explanation=None if card.explanation is None else fill(card.explanation, names),
        source=card.source,
        level=card.level,
    )


@contextmanager
def refusals(card: VariedCard) -> Iterator[None]:
    """Turn what the engine refuses into a sentence that names the card."""
    try:
        yield
    except EngineError as error:
        reason = message(error.key, **error.values)
        raise StudycardsError("computed.refused", card=card.id, reason=reason) from error

"""One variant of a card: its variables fixed, its answer computed, and what each typical mistake gives instead."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

from studycards.decks.varied import ComputedCard, Exact, NumberCard
from studycards.engine.errors import EngineError
from studycards.engine.expressions import evaluate_number
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.questions.diagnosis import Slip
from studycards.questions.mistakes import MISTAKES, mistaken_answers
from studycards.questions.placeholders import fill
from studycards.questions.quantities import FUNCTIONS, quantity
from studycards.questions.tolerance import accepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.decks.varied import Tolerance, VariedCard
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
    layers = {node.name: node.name for network in networks.values() for node in network.nodes}
    names: dict[str, object] = {**FUNCTIONS, **layers, **networks, **variables}
    slips = tuple(
        Slip(f"wrong[{index}]", evaluate_number(wrong.answer, names), fill(wrong.why, names))
        for index, wrong in enumerate(card.wrong)
    )
    answer = evaluate_number(card.answer, names)
    return Variant(names=names, answer=answer, slips=slips, tolerance=card.tolerance)


def vary_computed(card: ComputedCard, variables: Names) -> NetworkVariant:
    """Return the variant of a computed card: its answer follows from the network, its slips from the library."""
    network = parse(card.network, variables)
    answer = quantity(network, card.ask)
    slips = tuple(
        Slip(name, given, MISTAKES[name].feedback)
        for name, given in mistaken_answers(network, card.ask, card.diagnose).items()
    )
    exact = answer if isinstance(answer, tuple) else Fraction(answer)
    return NetworkVariant(names=variables, answer=exact, slips=slips, network=network)


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

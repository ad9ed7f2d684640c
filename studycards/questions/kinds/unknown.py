"""The inverse question: which value of a variable makes a quantity of the network what it should be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.errors import EngineError
from studycards.engine.expressions import evaluate
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.questions.mistakes import QUANTITY_MISTAKES, chosen_mistakes
from studycards.questions.variants.draw import with_value
from studycards.questions.variants.layouts import channels_first
from studycards.questions.variants.quantities import quantity, side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.varied import ComputedCard
    from studycards.engine.network import Network
    from studycards.questions.variants.draw import Names


@dataclass(frozen=True, slots=True)
class Unknown:
    """A variable called `name` that is to be found; the others are in `names`, and the quantity should be `target`."""

    card: ComputedCard
    name: str
    names: Names
    target: object

    @classmethod
    def of(cls, card: ComputedCard, names: Names) -> Unknown:
        """Return the unknown of a card that asks for one: its target is given, or follows from the drawn value.

        Raises:
            EngineError: the target cannot be computed.
        """
        name, given = card.ask.solve, card.ask.target
        assert name is not None
        if given is None:
            return cls(card, name, names, quantity(parse(card.network, names), card.ask))
        return cls(card, name, names, _target(evaluate(given, names), card.layout))

    @property
    def candidates(self) -> tuple[Fraction, ...]:
        """The values that the variable can take on this card, the smallest first."""
        [variable] = (variable for variable in self.card.variables if variable.name == self.name)
        return tuple(sorted(map(Fraction, variable.values)))

    def right(self) -> tuple[Fraction, ...]:
        """Those candidates that make the quantity the target, the smallest first.

        Raises:
            StudycardsError: there is none.
        """
        if fitting := tuple(filter(self.fits, self.candidates)):
            return fitting
        raise StudycardsError("computed.no_solution", card=self.card.id, name=self.name)

    def fits(self, value: Fraction) -> bool:
        """Say whether `value`, of this card or not, makes the quantity the target."""
        network = self.network(value)
        try:
            return network is not None and quantity(network, self.card.ask) == self.target
        except (EngineError, StudycardsError):
            return False

    def network(self, value: Fraction) -> Network | None:
        """Return the network with `value` for the unknown; None where there is no such network."""
        try:
            return parse(self.card.network, with_value(self.card, self.names, self.name, value))
        except EngineError:
            return None

    def mistaken(self) -> Iterator[tuple[str, Fraction]]:
        """Yield the candidates that would be right if a wrong rule were, with the mistake."""
        chosen = chosen_mistakes(self.card.ask, self.card.diagnose)
        for value in self.candidates:
            if network := self.network(value):
                for name in chosen:
                    if QUANTITY_MISTAKES[name].answer(network, self.card.ask) == self.target:
                        yield name, value


def _target(value: object, layout: str) -> object:
    """Return the value of an expression as a quantity has it: of a square size one side, of a map channels first."""
    if not isinstance(value, tuple):
        return value
    return side(value) if len(value) == 2 else channels_first(value, layout)

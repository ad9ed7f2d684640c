"""Make the variant of a question about values: the tensor that the engine computes, and those of the wrong rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.varied import Exact
from studycards.errors import StudycardsError
from studycards.questions.diagnosis import LazySlips, Slip
from studycards.questions.mistakes.library import chosen_mistakes, mistaken_values
from studycards.questions.mistakes.value_library import VALUE_MISTAKES
from studycards.questions.subject import Subject
from studycards.questions.tolerance import accepts
from studycards.questions.values.tensor import DECIMALS, cells_of, is_short, shape_of_tensor
from studycards.questions.variants.layouts import CHANNELS_FIRST, channels_last_cells
from studycards.questions.variants.variant import Variant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from studycards.decks.asking import Ask
    from studycards.decks.varied import ComputedCard, NetworkCard, StepsCard, Tolerance, VariedCard
    from studycards.engine.run import Run
    from studycards.questions.diagnosis import Answer
    from studycards.questions.question import Tensor
    from studycards.questions.values.setup import Setup
    from studycards.questions.variants.draw import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueVariant(Variant):
    """A question about a value with everything drawn: the run that gives it, and what is asked of the run."""

    answer: Tensor
    setup: Setup
    run: Run
    ask: Ask
    card: NetworkCard

    def subject(self, card: VariedCard) -> Subject:
        """Return the network with what goes through it."""
        del card
        return Subject(self.run.network, self.card.network, self.card.layout, self.ask, self.run)

    def slips_besides(self, names: Collection[str]) -> Sequence[Slip]:
        """Return the slips but those of the mistakes `names`, which are not even computed."""
        ids = tuple(name for name in chosen_mistakes(self.ask, self.card.diagnose) if name not in names)
        return tuple(value_slips(self.card, self.run, self.ask, ids)) if ids else ()

    def is_right(self, given: Answer) -> bool:
        """Say whether `given` has the shape of the answer, and each cell is near enough."""
        assert not isinstance(given, int)
        if shape_of_tensor(given) != shape_of_tensor(self.answer):
            return False
        return all(
            accepts(self.tolerance, right, cell)
            for right, cell in zip(cells_of(self.answer), cells_of(given), strict=True)
        )


def vary_value(card: ComputedCard | StepsCard, ask: Ask, variables: Names, setup: Setup | None) -> ValueVariant:
    """Return the variant of a value that is asked of what goes through the network.

    Raises:
        StudycardsError: the card has no arrays, or an unknown mistake.
        EngineError: the value cannot be computed.
    """
    if setup is None:
        raise StudycardsError("computed.no_data", card=card.id)
    run = setup.run
    answer = seen(card, ask, run.tensor(ask.quantity, ask.of))
    return ValueVariant(
        variables=variables,
        names=variables,
        answer=answer,
        slips=LazySlips(lambda: value_slips(card, run, ask, card.diagnose)),
        tolerance=card.tolerance or tolerance_of(answer),
        setup=setup,
        run=run,
        ask=ask,
        card=card,
    )


def value_slips(card: NetworkCard, run: Run, ask: Ask, ids: tuple[str, ...]) -> Iterator[Slip]:
    """Yield what each mistake of `ids`, or each that is about what is asked, gives in a run."""
    for name, value in mistaken_values(run, ask, ids).items():
        yield Slip(name, seen(card, ask, value), VALUE_MISTAKES[name].feedback)


def seen(card: NetworkCard, ask: Ask, value: Tensor) -> Tensor:
    """Return a value in the layout of the card; what a layer learns has none."""
    return channels_last_cells(value) if card.layout != CHANNELS_FIRST and is_map(ask) else value


def is_map(ask: Ask) -> bool:
    """Say whether a value of a layer is asked, and not what it learns."""
    return ask.quantity in ("output", "gradient") and (ask.of or "").rpartition(".")[2] not in ("weight", "bias")


def tolerance_of(answer: Tensor) -> Tolerance:
    """Return how near an answer must be: short decimals exactly, others to three places."""
    return Exact() if all(map(is_short, cells_of(answer))) else DECIMALS

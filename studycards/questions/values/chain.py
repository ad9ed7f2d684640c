"""What a learner may have reckoned with: a value for each earlier step of a sheet, and what follows from them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Self

from studycards.decks.varied import Exact
from studycards.engine.errors import EngineError
from studycards.engine.layers import Softmax
from studycards.questions.diagnosis import LazySlips
from studycards.questions.values.tensor import DECIMALS, cells_of, shape_of_tensor
from studycards.questions.values.variant import is_map, seen, value_slips
from studycards.questions.variants.layouts import CHANNELS_FIRST, channels_first_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studycards.decks.varied import Tolerance
    from studycards.engine.run import Run
    from studycards.questions.diagnosis import Slip
    from studycards.questions.question import Tensor
    from studycards.questions.values.tensor import TensorQuestion


@dataclass(frozen=True, slots=True)
class Chain:
    """Values of earlier steps, by the names under which a run takes them, and the `run` that follows from them.

    It `strays` where one of them is not the right one, if only by rounding. It has `slipped` where one is wrong. It is
    `guessed` where something was given that no listed mistake gives.
    """

    run: Run = field(compare=False)
    own: Mapping[str, Tensor] = field(default_factory=dict)
    strays: bool = False
    slipped: bool = False
    guessed: bool = False

    def following(self, question: TensorQuestion) -> TensorQuestion | None:
        """Return the question whose right answer follows from these values; None where they lead to nothing."""
        if not self.own:
            return question
        value = self._value(question) if self.strays else question.value
        if value is None:
            return None
        following = replace(question, value=value, tolerance=self._tolerance(question, value))
        return replace(following, wrong=LazySlips(lambda: self._slips(question, following)))

    def _value(self, question: TensorQuestion) -> Tensor | None:
        asked = question.asked
        try:
            value = seen(question.card, asked, self.run.tensor(asked.quantity, asked.of))
        except EngineError:
            return None
        return value if shape_of_tensor(value) == question.shape else None

    def keeping(self, question: TensorQuestion, value: Tensor) -> Self:
        """Take over the value that follows from the others."""
        taken = as_taken(question, value)
        return replace(self, run=self.run.keeping(taken), own={**self.own, **taken}) if taken else self

    def taking(self, question: TensorQuestion, value: Tensor) -> Self:
        """Take over a value that does not follow from the others."""
        taken = as_taken(question, value)
        if not taken:
            return self
        scores = [pair for name in taken for pair in _scores(question.run, name, taken[name])]
        given = {**taken, **dict(scores)}
        return replace(self, run=self.run.taking(given), own={**self.own, **given}, strays=True)

    def slipping(self, question: TensorQuestion, value: Tensor, *, guessed: bool) -> Self:
        """Take over a wrong value. A value on which nothing depends, such as a loss, is of no consequence."""
        taking = self.taking(question, value)
        if taking.own == self.own:
            return self
        return replace(taking, slipped=True, guessed=self.guessed or guessed)

    def _tolerance(self, question: TensorQuestion, value: Tensor) -> Tolerance:
        """Return how near a value must be: as the card asks, but endless decimals of its own only to three places."""
        if not self.strays or not isinstance(question.tolerance, Exact) or all(map(_is_round, cells_of(value))):
            return question.tolerance
        return DECIMALS

    def _slips(self, question: TensorQuestion, following: TensorQuestion) -> Iterator[Slip]:
        """Yield what each mistake gives when it is made in this step, and then when it is made from the beginning on.

        From the beginning on makes sense only where all that came before is right.
        """
        here = tuple(value_slips(question.card, self.run, question.asked, question.card.diagnose))
        told = [slip for slip in here if not following.gives(slip, following.value)]
        yield from told
        if not self.slipped:
            known = {(slip.name, slip.answer) for slip in told}
            yield from (slip for slip in question.wrong if (slip.name, slip.answer) not in known)


def as_taken(question: TensorQuestion, value: Tensor) -> dict[str, Tensor]:
    """Return the value of a step as a run takes it, by its name; nothing where nothing depends on it."""
    name = _taken_as(question)
    if name is None:
        return {}
    last = question.card.layout != CHANNELS_FIRST and is_map(question.asked)
    return {name: channels_first_cells(value) if last else value}


def _taken_as(question: TensorQuestion) -> str | None:
    """Return the name under which a run takes the value of a step; None where nothing depends on it."""
    run, asked = question.run, question.asked
    if asked.quantity not in ("output", "gradient"):
        return None
    return f"{asked.quantity} of {run.network.outputs[0] if asked.of is None else run.named(asked.of)}"


def _scores(run: Run, name: str, value: Tensor) -> list[tuple[str, Tensor]]:
    """Return the scores that the loss takes, where `value` is their softmax on a side branch that leads nowhere."""
    node = next((node for node in run.network.nodes if f"output of {node.name}" == name), None)
    if node is None or not isinstance(node.layer, Softmax) or node.inputs != run.network.outputs[:1]:
        return []
    if run.loss is None or run.loss.name != "cross_entropy" or min(cells_of(value)) <= 0:
        return []
    return [(f"output of {node.inputs[0]}", _logarithms(value))]


def _logarithms(value: Tensor) -> Tensor:
    return tuple(map(_logarithms, value)) if isinstance(value, tuple) else Fraction(math.log(value))


def _is_round(cell: Fraction) -> bool:
    """Say whether three decimal places say all."""
    return bool((cell * 10**DECIMALS.places).denominator == 1)

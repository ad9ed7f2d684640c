"""Questions whose answer the engine computes: the output shape or the parameters of a network or of a layer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers import written_shape
from studycards.locale import Text, message
from studycards.questions import solution
from studycards.questions.diagnosis import notes
from studycards.questions.draw import draw
from studycards.questions.number import NumberQuestion
from studycards.questions.placeholders import fill, written_number
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.shapes import read_shape
from studycards.questions.variant import refusals, shared_fields, vary_computed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.decks.varied import ComputedCard
    from studycards.locale import Message
    from studycards.questions.diagnosis import Slip
    from studycards.questions.question import Words

    Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeQuestion(Question):
    """A shape is typed, channels first, without the batch axis. `wrong` holds this variant's typical wrong answers."""

    kind: ClassVar[str] = "shape"

    value: Shape
    wrong: tuple[Slip, ...] = ()

    @property
    def expects(self) -> Message:
        """Say how a shape is typed, without giving away the number of its axes."""
        return message("computed.expects_shape")

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a shape, and echo it where something in it was calculated or joined."""
        shape = read_shape(typed)
        if isinstance(shape, Unreadable):
            return shape
        obvious = re.findall(r"\d+", typed) == [str(size) for size in shape]
        return Reading(shape, None if obvious else message("computed.read_shape", shape=written_shape(shape)))

    def grade(self, reading: Reading) -> Verdict:
        """Grade axis by axis; the number of axes is part of the question, so a wrong one is simply wrong."""
        given = reading.value
        assert isinstance(given, tuple)
        if len(given) != len(self.value):
            count = message("computed.axis_count", found=len(given), expected=len(self.value))
            return self._diagnosed(given, 0, (), [count])
        cells = tuple(size == right for size, right in zip(given, self.value, strict=True))
        score = Fraction(sum(cells), len(cells))
        swapped = given != self.value and given == (*self.value[1:], self.value[0])
        return self._diagnosed(given, score, cells, [message("computed.channels_first")] if swapped else [])

    def _diagnosed(self, given: Shape, score: Fraction | int, cells: tuple[bool, ...], said: list[Message]) -> Verdict:
        slips = self._slips(given)
        return Verdict.of(
            score,
            cells=cells,
            notes=(*said, *notes(slips)),
            mistakes=tuple(slip.name for slip in slips),
        )

    def _slips(self, given: Shape) -> Sequence[Slip]:
        """Return the slips that give exactly this shape, or else those that explain some of its axes."""
        exact = [slip for slip in self.wrong if slip.answer == given]
        return exact or [slip for slip in self.wrong if self._explains(slip, given)]

    def _explains(self, slip: Slip, given: Shape) -> bool:
        """Say whether `given` reads as `slip` says on each axis that the slip gets wrong; a right answer never does."""
        wrong = slip.answer
        if not isinstance(wrong, tuple) or not len(wrong) == len(given) == len(self.value):
            return False
        axes = zip(self.value, wrong, given, strict=True)
        return all(found == mistaken for right, mistaken, found in axes if mistaken != right)


def ask_computed(card: ComputedCard, prompt: str, seed: int) -> ShapeQuestion | NumberQuestion:
    """Return the variant of `card` that `seed` draws.

    Raises:
        StudycardsError: the card has no such variant, or its network is impossible.
    """
    with refusals(card):
        variant = vary_computed(card, draw(card, seed))
        fields = shared_fields(card, prompt, seed, variant.names)
        hints: tuple[Words, ...] = (
            *(fill(hint, variant.names) for hint in card.hints),
            *solution.hints(variant.network, card.ask),
        )
        solved = solution.solve(variant.network, card.ask)
        if isinstance(variant.answer, tuple):
            return ShapeQuestion(
                **fields,
                answer=Text.same(written_shape(variant.answer)),
                hints=hints,
                solution=solved,
                value=variant.answer,
                wrong=variant.wrong,
            )
        return NumberQuestion(
            **fields,
            answer=written_number(variant.answer),
            hints=hints,
            solution=solved,
            value=variant.answer,
            wrong=variant.wrong,
        )

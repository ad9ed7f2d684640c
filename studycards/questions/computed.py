"""Questions whose answer the engine computes: a quantity of a network or of a layer, or what gives that quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers import written_shape
from studycards.locale import Text, message
from studycards.questions.diagnosis import notes
from studycards.questions.draw import draw
from studycards.questions.listing import joined
from studycards.questions.number import NumberQuestion
from studycards.questions.placeholders import fill, written_number
from studycards.questions.quantities import SIZES
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.shapes import both_sides, read_shape
from studycards.questions.solution import work_out
from studycards.questions.tolerance import expectation
from studycards.questions.variant import InverseVariant, refusals, shared_fields, vary_computed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.decks.varied import ComputedCard
    from studycards.locale import Message
    from studycards.questions.diagnosis import Slip
    from studycards.questions.question import Words
    from studycards.questions.unknown import Unknown
    from studycards.questions.variant import SharedFields

    Shape = tuple[int, ...]

CONVENTIONS = {
    "weights": "computed.counted_weights",
    "biases": "computed.counted_biases",
    "macs": "computed.counted_macs",
    "flops": "computed.counted_flops",
    "activation_memory": "computed.counted_bytes",
}
"""What is counted, where courses differ: said beside the question."""

BYTES = Text.same("B")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeQuestion(Question):
    """A shape is typed, channels first, without the batch axis. `wrong` holds this variant's typical wrong answers."""

    kind: ClassVar[str] = "shape"
    _count_sentence: ClassVar[str] = "computed.axis_count"
    _order_sentence: ClassVar[str] = "computed.channels_first"

    value: Shape
    wrong: tuple[Slip, ...] = ()

    @property
    def expects(self) -> Message:
        """Say how a shape is typed, without giving away the number of its axes."""
        return message("computed.expects_shape")

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a shape, and echo it where something in it was calculated, joined or left out as the batch axis."""
        shape = read_shape(typed, rank=len(self.value))
        if isinstance(shape, Unreadable):
            return shape
        obvious = re.findall(r"\d+|[^\W\dxX]+|\?", typed) == [str(size) for size in shape]
        return Reading(shape, None if obvious else Text.same(written_shape(shape)))

    def grade(self, reading: Reading) -> Verdict:
        """Grade axis by axis; the number of axes is part of the question, so a wrong one is simply wrong."""
        given = reading.value
        assert isinstance(given, tuple)
        if len(given) != len(self.value):
            count = message(self._count_sentence, found=len(given), expected=len(self.value))
            return self._diagnosed(given, 0, (), [count])
        cells = tuple(size == right for size, right in zip(given, self.value, strict=True))
        score = Fraction(sum(cells), len(cells))
        swapped = given != self.value and given == (*self.value[1:], self.value[0])
        return self._diagnosed(given, score, cells, [message(self._order_sentence)] if swapped else [])

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeQuestion(ShapeQuestion):
    """A height and a width are typed, or one number for both."""

    _count_sentence: ClassVar[str] = "computed.size_count"
    _order_sentence: ClassVar[str] = "computed.height_first"

    @property
    def expects(self) -> Message:
        """Say how a size is typed, without giving away whether it is square."""
        return message("computed.expects_size")

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a size; one number is echoed as the square that it stands for."""
        reading = ShapeQuestion.read(self, typed)
        if isinstance(reading, Unreadable):
            return reading
        assert isinstance(reading.value, tuple)
        size = both_sides(reading.value, 2)
        if size == reading.value:
            return reading
        return Reading(size, Text.same(written_shape(size)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountQuestion(NumberQuestion):
    """A count is typed; `convention` says what is counted where courses differ."""

    convention: Message | None = None

    @property
    def expects(self) -> Message:
        """Say what to type, and what is counted."""
        exact = expectation(self.tolerance)
        return exact if self.convention is None else message("computed.counted", what=exact, counted=self.convention)


@dataclass(frozen=True, slots=True, kw_only=True)
class InverseQuestion(NumberQuestion):
    """The value of a variable is typed; each one counts that makes the quantity what it should be."""

    unknown: Unknown

    def grade(self, reading: Reading) -> Verdict:
        """Try the value in the network; a right answer is never diagnosed."""
        assert isinstance(reading.value, Fraction)
        return Verdict.of(1) if self.unknown.fits(reading.value) else NumberQuestion.grade(self, reading)


def ask_computed(card: ComputedCard, prompt: str, seed: int) -> ShapeQuestion | NumberQuestion:
    """Return the variant of `card` that `seed` draws.

    Raises:
        StudycardsError: the card has no such variant, or its network is impossible.
    """
    with refusals(card):
        variant = vary_computed(card, draw(card, seed))
        fields = shared_fields(card, prompt, seed, variant.names)
        own = tuple(fill(hint, variant.names) for hint in card.hints)
        if isinstance(variant, InverseVariant):
            return _inverse(card, variant, fields, own)
        worked = work_out(variant.network, card.ask)
        hints: tuple[Words, ...] = (*own, *worked.hints)
        if isinstance(variant.answer, tuple):
            return _question_class(card)(
                **fields,
                answer=Text.same(written_shape(_shortest(variant.answer))),
                hints=hints,
                solution=worked.solution,
                value=variant.answer,
                wrong=variant.wrong,
            )
        convention = CONVENTIONS.get(card.ask.quantity)
        unit = BYTES if card.ask.quantity == "activation_memory" else None
        answer = written_number(variant.answer)
        return CountQuestion(
            **fields,
            answer=answer if unit is None else message("computed.with_unit", number=answer, unit=unit),
            hints=hints,
            solution=worked.solution,
            value=variant.answer,
            wrong=variant.wrong,
            unit=unit,
            convention=None if convention is None else message(convention),
        )


def _question_class(card: ComputedCard) -> type[ShapeQuestion]:
    return SizeQuestion if card.ask.quantity in SIZES else ShapeQuestion


def _shortest(shape: Shape) -> Shape:
    """Return a square size as its side."""
    return shape[:1] if len(shape) == 2 and shape[0] == shape[1] else shape


def _inverse(
    card: ComputedCard, variant: InverseVariant, fields: SharedFields, hints: tuple[Text, ...]
) -> InverseQuestion:
    assert isinstance(variant.answer, Fraction)
    unknown = variant.unknown
    also = [written_number(value) for value in variant.right[1:]]
    answer = written_number(variant.answer)
    worked = work_out(variant.network, card.ask)
    found = message("computed.found", name=unknown.name, value=variant.answer)
    return InverseQuestion(
        **fields,
        answer=message("computed.fitting", value=answer, others=joined("; ", also)) if also else answer,
        hints=(*hints, *worked.formula),
        solution=(found, *worked.solution),
        value=variant.answer,
        wrong=variant.wrong,
        unknown=unknown,
    )

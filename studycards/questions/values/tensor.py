"""Questions whose answer is a tensor: it is typed in any usual notation and graded cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from studycards.decks.varied import Decimals, Exact
from studycards.engine.layers import written_shape
from studycards.engine.rationals import seen_shape
from studycards.locale import message
from studycards.questions.diagnosis import notes
from studycards.questions.question import Question, Reading, TensorReading, Unreadable, Verdict
from studycards.questions.reading.numbers import read_number
from studycards.questions.reading.tensor_writing import MATRIX, as_typed, written_row, written_tensor
from studycards.questions.reading.tensors import fits, read_tensor
from studycards.questions.tolerance import MOST_DIGITS, accepts, expectation, nearness, shown_exactly
from studycards.questions.variants.layouts import CHANNELS_FIRST
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.decks.asking import Ask
    from studycards.decks.varied import NetworkCard, Tolerance
    from studycards.engine.run import Run
    from studycards.locale import Message, Text
    from studycards.questions.diagnosis import Answer, Slip
    from studycards.questions.question import Grid, Tensor, Words

SHORT_DECIMALS = 4
"""A value with at most so many decimal places is asked exactly."""

DECIMALS = Decimals(3)
"""How near a value must be that has more of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorQuestion(Question):
    """A tensor of `shape` is asked of a run; `wrong` holds the typical wrong answers, also those of other shapes."""

    kind: ClassVar[str] = "tensor"

    value: Tensor
    shape: tuple[int, ...]
    tolerance: Tolerance
    run: Run
    asked: Ask
    card: NetworkCard
    wrong: Sequence[Slip] = ()

    @property
    def expects(self) -> Message:
        """Say how a tensor is typed and how near its numbers must be."""
        if len(self.shape) <= MATRIX:
            return message("values.expects_tensor", near=self.care)
        is_pixel = max(self.shape[1:]) == 1
        return message("values.expects_pixel" if is_pixel else "values.expects_channels", near=self.care)

    @property
    def care(self) -> Message:
        """Say how near the numbers must be, and how maps are written where that is not the usual way."""
        near = nearness(self.tolerance)
        return near if self.card.layout == CHANNELS_FIRST else message("values.channels_last", near=near)

    def worked_in_full(self) -> tuple[Words | Grid, ...]:
        """Return how each cell comes about."""
        from studycards.questions.values.solution import solve_value  # noqa: PLC0415 - traces of all layers, 30 ms

        return solve_value(self.run, self.asked, self.card.layout).in_full()

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a tensor; one of a wrong shape is graded only if it is what a listed mistake gives."""
        reading = read_tensor(typed, self.shape, measured=self._is_measured)
        fitting = None if isinstance(reading, Unreadable) else _fitted(reading, self.shape)
        if fitting is not None:
            echo = written_row(as_typed(fitting.value))
            return Reading(fitting, None if _is_plain(typed, echo) else echo)
        number = read_number(typed, measured=True)
        if not isinstance(number, Unreadable) and self._is_slip(number.value):
            return Reading(TensorReading(number.value, ()), number.echo)
        if isinstance(reading, Unreadable):
            return reading
        if self._is_slip(reading.value):
            return Reading(reading, written_row(reading.value))
        found, expected = (written_shape(shape or (1,)) for shape in (reading.shape, self.shape))
        return Unreadable(message("values.wrong_shape", found=found, expected=expected))

    @property
    def _is_measured(self) -> bool:
        """Whether numbers with decimals are due, so that `1,125` is one."""
        return not isinstance(self.tolerance, Exact) or any(cell.denominator > 1 for cell in cells_of(self.value))

    def _is_slip(self, value: Tensor) -> bool:
        """Say whether a listed mistake leads to this answer, of whatever shape."""
        return any(self.gives(slip, value) for slip in self.wrong)

    def grade(self, reading: Reading) -> Verdict:
        """Grade cell by cell within the tolerance; a right answer is never diagnosed."""
        given = reading.value
        assert isinstance(given, TensorReading)
        if given.shape != self.shape:
            return self._verdict([slip for slip in self.wrong if self.gives(slip, given.value)], ())
        marks = self.marks(given.value)
        slips = () if all(marks) else self._slips(given.value, marks)
        return self._verdict(slips, marks)

    def marks(self, given: Answer) -> tuple[bool, ...]:
        """Return for each cell of a tensor of the same shape whether it is near enough."""
        pairs = zip(cells_of(self.value), cells_of(given), strict=True)
        return tuple(accepts(self.tolerance, right, cell) for right, cell in pairs)

    def _verdict(self, slips: list[Slip] | tuple[()], marks: tuple[bool, ...]) -> Verdict:
        return Verdict.of(
            Fraction(sum(marks), len(marks)) if marks else 0,
            cells=marks,
            notes=notes(slips),
            mistakes=tuple(slip.name for slip in slips),
        )

    def _slips(self, given: Tensor, marks: tuple[bool, ...]) -> list[Slip]:
        """Return the slips that give exactly this tensor, or else those that explain every wrong cell of it."""
        exact = [slip for slip in self.wrong if self.gives(slip, given)]
        return exact or [slip for slip in self.wrong if self._explains(slip, given, marks)]

    def gives(self, slip: Slip, given: Tensor) -> bool:
        """Say whether a wrong rule leads to this answer."""
        wrong = slip.answer
        same = isinstance(wrong, tuple | Fraction) and shape_of_tensor(wrong) == seen_shape(shape_of_tensor(given))
        return same and all(map(self._accepts, cells_of(wrong), cells_of(given)))

    def _explains(self, slip: Slip, given: Tensor, marks: tuple[bool, ...]) -> bool:
        """Say whether `slip` gives each wrong cell, and these are at least half of the cells that it gets wrong."""
        wrong = slip.answer
        if not isinstance(wrong, tuple) or shape_of_tensor(wrong) != self.shape:
            return False
        agreeing = [
            self._accepts(mistaken, cell) for mistaken, cell in zip(cells_of(wrong), cells_of(given), strict=True)
        ]
        mistaken = self.marks(wrong).count(False)
        return all(right or agrees for right, agrees in zip(marks, agreeing, strict=True)) and (
            2 * marks.count(False) >= mistaken
        )

    def _accepts(self, mistaken: Fraction, given: Fraction) -> bool:
        """Say whether a cell is near enough to a wrong one, of which nobody types all digits either."""
        is_endless = isinstance(self.tolerance, Exact) and not is_short(mistaken)
        return accepts(DECIMALS if is_endless else self.tolerance, mistaken, given)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarQuestion(TensorQuestion):
    """One number is asked; a tensor is read, too, since some mistakes lead to one."""

    kind: ClassVar[str] = "number"

    @property
    def expects(self) -> Message:
        """Say what to type and how near it must be."""
        return expectation(self.tolerance)

    def read(self, typed: str) -> Reading | Unreadable:
        """Read a number in any notation, or what a mistake gives in its place."""
        number = read_number(typed, measured=True)
        if not isinstance(number, Unreadable):
            return Reading(TensorReading(number.value, ()), number.echo)
        tensor = TensorQuestion.read(self, typed)
        return number if isinstance(tensor, Unreadable) else tensor


def cells_of(value: Answer) -> Iterator[Fraction]:
    """Yield the cells of a tensor, row by row."""
    parts: tuple[Answer, ...] = (value,)
    while parts and isinstance(parts[0], tuple):
        parts = tuple(chain.from_iterable(parts))  # type: ignore[arg-type]  # all are tuples where one is
    return map(_exactly, parts)  # type: ignore[arg-type]  # numbers, as above


def _exactly(cell: Fraction | int) -> Fraction:
    return cell if isinstance(cell, Fraction) else Fraction(cell)


def is_short(cell: Fraction) -> bool:
    """Say whether a number has few decimal places."""
    return bool((cell * 10**SHORT_DECIMALS).denominator == 1)


def model_answer(value: Tensor, tolerance: Tolerance) -> Text:
    """Return a tensor row by row, or a sole number, as it would be typed, to the last digit that counts."""
    short = as_typed(rounded(value, tolerance))
    return written_tensor(short) if isinstance(short, tuple) else written_number(short)


def rounded(value: Tensor, tolerance: Tolerance) -> Tensor:
    """Return a tensor as it is shown: exact where that is short, else to the digits that the tolerance sees."""
    if isinstance(value, tuple):
        return tuple(rounded(part, tolerance) for part in value)
    if shown_exactly(tolerance, value):
        return value
    return round(value, tolerance.places if isinstance(tolerance, Decimals) else MOST_DIGITS)


def shape_of_tensor(value: Answer) -> tuple[int, ...]:
    """Return the sizes of the axes of a tensor, () for one number."""
    return (len(value), *shape_of_tensor(value[0])) if isinstance(value, tuple) else ()


def _fitted(reading: TensorReading, shape: tuple[int, ...]) -> TensorReading | None:
    """Return a reading in the `shape` that is asked, which may lack axes of size 1: a row may be typed as a column."""
    if reading.shape == shape:
        return reading
    if not fits(reading.shape, shape):
        return None
    return TensorReading(_folded(cells_of(reading.value), shape), shape)


def _folded(cells: Iterator[Fraction], shape: tuple[int, ...]) -> Tensor:
    return tuple([_folded(cells, shape[1:]) for _ in range(shape[0])]) if shape else next(cells)


def _is_plain(typed: str, echo: Text) -> bool:
    """Say whether the echo would only show the answer again."""
    return " ".join(typed.split()) in (echo.pl, echo.en)

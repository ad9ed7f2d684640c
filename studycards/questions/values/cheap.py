"""Cheap ways out: wrong values that leave far less to compute than the right ones, and so must not buy the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.questions.values.tensor import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from studycards.questions.question import Tensor
    from studycards.questions.values.tensor import TensorQuestion


def is_cheap(given: Tensor, question: TensorQuestion) -> bool:
    """Say whether a value is mostly wrong, and where it is wrong by far simpler than the right one.

    That is: there are far more zeros, or far fewer different numbers, as in all zeros, in a constant or in a single 1.
    Cells that are zero in both values count neither way.
    """
    cells = zip(cells_of(given), cells_of(question.value), question.marks(given), strict=True)
    needed = [(mine, true, is_right) for mine, true, is_right in cells if mine or true]
    wrong = [(mine, true) for mine, true, is_right in needed if not is_right]
    if 2 * len(wrong) <= len(needed):
        return False
    if len(set(cells_of(given))) == 1 < len(set(cells_of(question.value))):
        return True
    return _are_simpler([mine for mine, _ in wrong if mine], [true for _, true in wrong if true])


def _are_simpler(mine: Sequence[Fraction], true: Sequence[Fraction]) -> bool:
    """Say whether the numbers that are not zero are far fewer, or far less different, than those of the right value."""
    kinds, needed = len(set(mine)), len(set(true))
    return 2 * len(mine) < len(true) or kinds <= 1 < needed or 3 * kinds < needed

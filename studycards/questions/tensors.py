"""Read a typed tensor exactly, up to four axes, in any usual notation; and write one so that it reads back.

A comma between two digits (`1,2`) is a decimal one or stands between two cells. Where cells are separated by blanks,
tabs or bars, it is a decimal one. Else the whole answer is read both ways: where only one way makes a tensor, that
one is meant; where both do, as in `1,2; 3,4`, it is Python's in brackets within brackets, and otherwise the learner
is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from studycards.locale import message
from studycards.questions.number_tokens import RefusedError
from studycards.questions.question import TensorReading, Unreadable
from studycards.questions.tensor_cells import read_cells
from studycards.questions.tensor_notation import MOST_AXES, MOST_CELLS, is_nested, tidied, too_many_cells, tree_of
from studycards.questions.tensor_tuples import GAP

if TYPE_CHECKING:
    from fractions import Fraction

    from studycards.locale import Message
    from studycards.questions.question import Tensor
    from studycards.questions.tensor_notation import Tree

MAX_LENGTH = 20_000
"""Characters of the longest answer that is looked at: as many cells of one digit as a tensor may have."""

_DECIMAL_OR_TWO = re.compile(r"(?<=[0-9]),(?=[0-9])")

_SEPARATOR = re.compile(rf"[|\t]|(?<![][,;\n]){GAP.pattern}(?![][,;\n])")
"""What separates cells, and is no comma."""

_ONE_OR_TWO = re.compile(r"[1-9][0-9]{0,2}(?: [1-9][0-9]{2})+|(?P<mixed>[0-9]{1,4} [0-9]{1,2}/[0-9]{1,3})")
"""A row that could be a single number: one with gaps between its thousands, or `1 1/2`."""

_RAGGED = {1: ("row", "numbers"), 2: ("channel", "rows"), 3: ("sample", "channels")}
"""What differs in size, and what it is made of, by the axes from there on."""


def read_tensor(typed: str, shape: tuple[int, ...] | None = None) -> TensorReading | Unreadable:
    """Read `1 2; 3 4`, `[1 2; 3 4]`, `[[1, 2], [3, 4]]`, a pasted print or rows line by line; never raises.

    Cells may be calculations. A blank line or `;;` begins a channel, two blank lines or `;;;` begin a sample.
    Of two possible readings the one of the `shape` that is expected is meant, where only one has it.
    """
    if len(typed) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    text = tidied(typed)
    if not text.strip("[]() \t\n,;|"):
        return Unreadable(message("questions.tensor_empty"))
    rows = [_ONE_OR_TWO.fullmatch(row.strip()) for row in re.split(r"[;\n]+", text)]
    if rows[0] and all(rows):
        return _expected(_read(text), shape) or Unreadable(_gap_asked(rows[0]))
    apart = _DECIMAL_OR_TWO.sub(", ", text)
    return _read(text) if apart == text or _SEPARATOR.search(text) else _read_both_ways(text, apart, shape)


def _read_both_ways(decimal: str, apart: str, shape: tuple[int, ...] | None) -> TensorReading | Unreadable:
    """Return the only reading that makes a tensor, or that has the `shape`; Python's where brackets are nested."""
    one, two = _read(decimal), _read(apart)
    if isinstance(one, TensorReading) and isinstance(two, TensorReading):
        if is_nested(decimal) and ";" not in decimal:
            return two
        return _expected(one, shape) or _expected(two, shape) or Unreadable(_comma_asked(decimal))
    if isinstance(one, Unreadable) and isinstance(two, Unreadable):
        return two if two.reason.key.startswith("questions.tensor_ragged") else one
    return one if isinstance(one, TensorReading) else two


def _expected(reading: TensorReading | Unreadable, shape: tuple[int, ...] | None) -> TensorReading | None:
    """Return a reading that has the expected shape and more than one number; None else."""
    return reading if isinstance(reading, TensorReading) and reading.shape == shape != () else None


def _gap_asked(row: re.Match[str]) -> Message:
    """Offer both readings of `12 544` or `1 1/2`."""
    one = row[0].replace(" ", "+" if row["mixed"] else "")
    return _asked(row[0], one=one, several=row[0].replace(" ", ", "))


def _comma_asked(text: str) -> Message:
    """Offer both readings of the first number with such a comma, or of the thousands in `1,234,567`."""
    found = re.search(r"[0-9]+(?:,[0-9]+)+", text)
    assert found is not None
    one = found[0].replace(",", "." if found[0].count(",") == 1 else "")
    return _asked(found[0], one=one, several=found[0].replace(",", ", "))


def _asked(found: str, *, one: str, several: str) -> Message:
    return message("questions.tensor_ambiguous", found=found, one=one, several=several)


def _read(text: str) -> TensorReading | Unreadable:
    try:
        cells, shape = _measured(tree_of(text))
        numbers = read_cells(cells, shape[-1] if shape else 1, bracketed="[" in text)
    except RefusedError as refusal:
        return Unreadable(refusal.reason)
    return TensorReading(_tensor(numbers, shape), shape)


def _measured(tree: Tree) -> tuple[list[str], tuple[int, ...]]:
    """Return the cells of `tree` in order, and its shape."""
    level = [tree]
    shape: list[int] = []
    while isinstance(level[0], list):
        parts = [part for part in level if isinstance(part, list)]
        if len(parts) < len(level):
            raise RefusedError(message("questions.tensor_brackets"))
        _check_equal(parts)
        shape.append(len(parts[0]))
        level = [part for whole in parts for part in whole]
    if not all(isinstance(cell, str) for cell in level):
        raise RefusedError(message("questions.tensor_brackets"))
    if len(shape) > MOST_AXES:
        raise RefusedError(message("questions.tensor_axes", limit=MOST_AXES))
    if len(level) > MOST_CELLS:
        raise too_many_cells()
    return cast("list[str]", level), tuple(shape)


def _check_equal(parts: list[list[Tree]]) -> None:
    """Refuse parts of different lengths, naming the first that differs."""
    length = len(parts[0])
    for number, part in enumerate(parts, 1):
        if len(part) != length:
            what, made_of = _RAGGED.get(_axes(part), _RAGGED[3])
            raise RefusedError(
                message(
                    f"questions.tensor_ragged_{what}",
                    number=number,
                    found=message(f"questions.tensor_{made_of}", count=len(part)),
                    expected=message(f"questions.tensor_{made_of}", count=length),
                )
            )


def _axes(tree: Tree) -> int:
    axes = 0
    while isinstance(tree, list):
        tree = tree[0]
        axes += 1
    return axes


def _tensor(numbers: list[Fraction], shape: tuple[int, ...]) -> Tensor:
    """Return `numbers` in the order of `shape`, the last axis running fastest."""
    parts: list[Tensor] = [*numbers]
    for size in reversed(shape):
        parts = [*zip(*[iter(parts)] * size, strict=True)]
    return parts[0]

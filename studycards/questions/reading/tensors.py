"""Read a typed tensor exactly, up to four axes, in any usual notation; and write one so that it reads back.

A comma between two digits (`1,2`) is a decimal one or stands between two cells. Where cells are separated by blanks,
tabs or bars, it is a decimal one. Else the whole answer is read both ways: where only one way makes a tensor, that
one is meant; where both do, as in `1,2; 3,4`, it is the one of the expected shape, and otherwise the learner is asked.
In Python's brackets within brackets, `[[1,2],[3,4]]`, it stands between cells as it does between brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from studycards.locale import message
from studycards.questions.question import TensorReading, Unreadable
from studycards.questions.reading.number_tokens import RefusedError, two_readings
from studycards.questions.reading.tensor_cells import in_cell, read_cells
from studycards.questions.reading.tensor_notation import (
    MOST_AXES,
    MOST_CELLS,
    is_nested,
    tidied,
    too_many_cells,
    tree_of,
)
from studycards.questions.reading.tensor_tuples import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from studycards.locale import Message
    from studycards.questions.question import Tensor
    from studycards.questions.reading.tensor_notation import Tree

MAX_LENGTH = 20_000
"""Characters of the longest answer that is looked at: as many cells of one digit as a tensor may have."""

_DECIMAL_OR_TWO = re.compile(r"(?<=[0-9]),(?=[0-9])")

_SEPARATOR = re.compile(rf"[|\t]|(?<![][,;\n]){GAP.pattern}(?![][,;\n])")
"""What separates cells, and is no comma."""

_ONE_OR_TWO = re.compile(r"[1-9][0-9]{0,2}(?: [1-9][0-9]{2})+|(?P<mixed>[0-9]{1,4} [0-9]{1,2}/[0-9]{1,3})")
"""A row that could be a single number: one with gaps between its thousands, or `1 1/2`."""

_LIST_COMMA = re.compile(r"[^]\s],[ \n]")
"""A comma with a blank behind it between two cells: where it stands, one without a blank is a decimal one."""

_THOUSANDS = re.compile(r"(?<![0-9.,])(?P<whole>[1-9][0-9]{0,2})(?P<mark>,)(?P<decimals>[0-9]{3})(?![0-9.,])")
"""What is a thousand to some and a number with three decimal places to others."""

_DECIMAL_COMMA = re.compile(r"(?<![0-9])0*,[0-9]|[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])")
"""A comma that can only be a decimal one."""

_RAGGED = {1: ("row", "numbers"), 2: ("channel", "rows"), 3: ("sample", "channels")}
"""What differs in size, and what it is made of, by the axes from there on."""


class _Read(NamedTuple):
    """A reading, or why there is none; the shape and the cells as they were typed, where these could be told."""

    reading: TensorReading | Unreadable
    shape: tuple[int, ...] | None = None
    cells: Sequence[str] = ()


def read_tensor(
    typed: str, shape: tuple[int, ...] | None = None, *, measured: bool = False
) -> TensorReading | Unreadable:
    """Read `1 2; 3 4`, `[1 2; 3 4]`, `[[1, 2], [3, 4]]`, a pasted print or rows line by line; never raises.

    Cells may be calculations. A blank line or `;;` begins a channel, two blank lines or `;;;` begin a sample.
    Of two possible readings the one that fits the `shape` that is expected is meant, where only one does.
    Of a cell `1,000` it asks whether a thousand is meant, unless numbers are `measured` or others have decimals.
    """
    if len(typed) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    text = tidied(typed)
    if not text.strip("[]() \t\n,;|"):
        return Unreadable(message("questions.tensor_empty"))
    chosen = _chosen(text, shape)
    doubt = None if measured or isinstance(chosen.reading, Unreadable) else _doubt(chosen)
    return chosen.reading if doubt is None else Unreadable(doubt)


def fits(found: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    """Say whether a tensor of the shape `found` can be meant where `shape` is asked: a row may be typed as a column."""
    return [size for size in found if size > 1] == [size for size in shape if size > 1]


def _chosen(text: str, shape: tuple[int, ...] | None) -> _Read:
    """Return the reading that is meant, or the question which one is."""
    rows = [row.strip() for row in re.split(r"[;\n]+", text)]
    if (first := _ONE_OR_TWO.fullmatch(rows[0])) and all(map(_ONE_OR_TWO.fullmatch, rows)):
        read = _read(text)
        return read if _fits(read, shape) else _Read(Unreadable(_gap_asked(first)))
    apart = _DECIMAL_OR_TWO.sub(", ", text)
    if apart == text or _SEPARATOR.search(text):
        return _read(text)
    return _read(apart) if _is_python(text) else _one_of(_read(text), _read(apart), text, shape)


def _is_python(text: str) -> bool:
    """Whether commas without blanks stand between cells, since they do so between brackets: `[[1,2],[3,4]]`."""
    return is_nested(text) and ";" not in text and not _LIST_COMMA.search(text)


def _one_of(decimal: _Read, apart: _Read, text: str, shape: tuple[int, ...] | None) -> _Read:
    """Return the only reading that fits the expected shape or, where none does, that makes a tensor."""
    fitting = [read for read in (decimal, apart) if _fits(read, shape)]
    if fitting:
        return fitting[0]
    unreadable = [isinstance(read.reading, Unreadable) for read in (decimal, apart)]
    if all(unreadable):
        return apart if _is_ragged(decimal) or _is_ragged(apart) else decimal
    if any(unreadable):
        return apart if unreadable[0] else decimal
    return apart if is_nested(text) and ";" not in text else _Read(Unreadable(_comma_asked(text)))


def _fits(read: _Read, shape: tuple[int, ...] | None) -> bool:
    """Whether a reading, or what would be one if all its cells were numbers, fits the expected shape."""
    return read.shape is not None and bool(shape) and fits(read.shape, shape or ())


def _is_ragged(read: _Read) -> bool:
    return isinstance(read.reading, Unreadable) and read.reading.reason.key.startswith("questions.tensor_ragged")


def _doubt(read: _Read) -> Message | None:
    """Return the question which number the first `1,000` is; None where other cells show that commas are decimal."""
    if any(map(_DECIMAL_COMMA.search, read.cells)):
        return None
    for place, cell in enumerate(read.cells):
        if found := _THOUSANDS.search(cell):
            reason = two_readings(found).reason
            return in_cell(reason, place, (read.shape or (1,))[-1]) if len(read.cells) > 1 else reason
    return None


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


def _read(text: str) -> _Read:
    try:
        cells, shape = _measured(tree_of(text))
    except RefusedError as refusal:
        return _Read(Unreadable(refusal.reason))
    try:
        numbers = read_cells(cells, shape[-1] if shape else 1, bracketed="[" in text)
    except RefusedError as refusal:
        return _Read(Unreadable(refusal.reason), shape, cells)
    return _Read(TensorReading(_tensor(numbers, shape), shape), shape, cells)


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

"""The arrays of a card, cell by cell: drawn from a seed or given, as numbers and as they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

from studycards.engine.expressions import evaluate_number
from studycards.locale import Text
from studycards.questions.reading.real_functions import REAL_FUNCTIONS
from studycards.questions.variants.placeholders import worked_expression, written_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.varied import ArraySpec, Cells
    from studycards.questions.question import Tensor, WrittenCells
    from studycards.questions.variants.draw import Names

CELLS_A_DIGEST = 4
"""Cells that are drawn with one hash: of its 32 bytes each takes 8."""

_CALLED = re.compile(r"\b(?:ln|exp|sqrt)\(")

_APPLIED = re.compile(r"\b(?P<function>ln|exp|sqrt)\((?P<argument>\d+(?:[.,]\d+)?)\)")

_SHOWN = {"ln": "ln {}", "exp": "e^{}", "sqrt": "√{}"}
"""How lecturers write the functions whose values are no short decimals."""


@dataclass(frozen=True, slots=True)
class Datum:
    """An array of a variant: its numbers, and how its cells are written (`ln 3` stays what it is)."""

    name: str
    value: Tensor
    cells: WrittenCells

    @property
    def is_plain(self) -> bool:
        """Whether its cells are written as the numbers that they are, none as `ln 3`."""
        return self.cells == written_cells(self.value)

    @classmethod
    def drawn(cls, spec: ArraySpec, stream: str, shape: tuple[int, ...]) -> Datum:
        """Return an array of `shape`, drawn cell by cell; `stream` names the draw, so that no two are alike."""
        value = drawn_cells(spec, stream, shape)
        return cls(spec.name, value, written_cells(value))

    @classmethod
    def given(cls, name: str, cells: Cells, names: Names, shape: tuple[int, ...]) -> Datum:
        """Return an array whose cells are expressions over `names`; a sole one fills `shape`.

        Raises:
            ExpressionError: a cell cannot be computed.
        """
        if isinstance(cells, str):
            value, shown = _value(cells, names), _shown(cells, names)
            return cls(name, _folded(_repeated(value), shape), _filled(shown, shape))
        return cls(name, _computed(cells, names), _written(cells, names))


def drawn_cells(spec: ArraySpec, stream: str, shape: tuple[int, ...]) -> Tensor:
    """Return the numbers of an array of `shape`, drawn cell by cell."""
    return _folded(_drawn(spec, stream), shape)


def written_cells(value: Tensor) -> WrittenCells:
    """Return the cells of a tensor as each language writes them."""
    return tuple(map(written_cells, value)) if isinstance(value, tuple) else written_number(value)


def _drawn(spec: ArraySpec, stream: str) -> Iterator[Fraction]:
    """Yield cells by the hash of their place: a further array changes no other one, a further cell none before it."""
    values = [Fraction(value) for value in spec.values]
    block = 0
    while True:
        digest = sha256(f"{stream}\n[{spec.name}]\n{block}".encode()).digest()
        for cell in range(CELLS_A_DIGEST):
            number = int.from_bytes(digest[8 * cell : 8 * cell + 8])
            yield values[number % len(values)]
        block += 1


def _repeated(value: Fraction) -> Iterator[Fraction]:
    while True:
        yield value


def _folded(cells: Iterator[Fraction], shape: tuple[int, ...]) -> Tensor:
    """Return cells that come row by row as tuples in tuples."""
    if not shape:
        return next(cells)
    return tuple([_folded(cells, shape[1:]) for _ in range(shape[0])])


def _filled(cell: Text, shape: tuple[int, ...]) -> WrittenCells:
    return (_filled(cell, shape[1:]),) * shape[0] if shape else cell


def _computed(cells: Cells, names: Names) -> Tensor:
    if isinstance(cells, tuple):
        return tuple([_computed(cell, names) for cell in cells])
    return _value(cells, names)


def _written(cells: Cells, names: Names) -> WrittenCells:
    if isinstance(cells, tuple):
        return tuple([_written(cell, names) for cell in cells])
    return _shown(cells, names)


def _value(cell: str, names: Names) -> Fraction:
    return evaluate_number(cell, {**REAL_FUNCTIONS, **names} if _CALLED.search(cell) else names)


def _shown(cell: str, names: Names) -> Text:
    """Return a cell as it is written on paper: a number, or `ln 3` where a logarithm was asked for."""
    if _CALLED.search(cell) is None:
        return written_number(evaluate_number(cell, names))
    worked = worked_expression(cell, names) or Text.same(cell)
    return Text(pl=_on_paper(worked.pl or cell), en=_on_paper(worked.en or cell))


def _on_paper(text: str) -> str:
    return _APPLIED.sub(lambda call: _SHOWN[call["function"]].format(call["argument"]), text)

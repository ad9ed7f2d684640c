"""Write a tensor as a learner would type it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.locale import Language, Text
from studycards.questions.question import TensorReading
from studycards.questions.reading.tensors import read_tensor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studycards.questions.question import Tensor


MATRIX = 2
"""Axes of what is typed row by row alone."""


def written_tensor(value: Tensor) -> Text:
    """Return `value` row by row, a blank line between channels and two between samples; it reads back as it is.

    Where plain rows would say something else (`0,5` alone, one channel), they stand between bars or in Python's lists.
    """
    return Text(pl=_written(value, Language("pl")), en=_written(value, Language("en")))


def written_row(value: Tensor) -> Text:
    """Return `value` as it would be typed on one line: `1 2; 3 4`, channels apart by two semicolons."""
    return on_one_line(written_tensor(value))


def as_typed(value: Tensor) -> Tensor:
    """Return channels of a single cell each as a row, which is read as them where they are expected; else `value`."""
    if _depth(value) <= MATRIX or not isinstance(value, tuple):
        return value
    row = tuple(map(_sole_cell, value))
    return value if any(isinstance(part, tuple) for part in row) else row


def on_one_line(rows: Text) -> Text:
    """Return what `written_tensor` gives with semicolons for its line breaks."""
    return rows.map(lambda text: re.sub(r"\n+", _semicolons, text))


def _semicolons(breaks: re.Match[str]) -> str:
    return "; " if len(breaks[0]) == 1 else f" {';' * len(breaks[0])} "


def _written(value: Tensor, language: Language) -> str:
    plain = _listed(value)
    return next((text for text in _rows(value, language) if _says(text, value)), plain)


def _says(text: str, value: Tensor) -> bool:
    reading = read_tensor(text, measured=True)
    return isinstance(reading, TensorReading) and reading.value == value


def _rows(value: Tensor, language: Language) -> Iterator[str]:
    yield _blocks(value, lambda cells: " ".join(map(language.number, cells)))
    yield _blocks(value, lambda cells: f"| {' | '.join(map(language.number, cells))} |")


def _blocks(value: Tensor, row: Callable[..., str]) -> str:
    if not isinstance(value, tuple):
        return row([value])
    if not isinstance(value[0], tuple):
        return row(value)
    return ("\n" * _depth(value[0])).join(_blocks(part, row) for part in value)


def _depth(value: Tensor) -> int:
    return 1 + _depth(value[0]) if isinstance(value, tuple) else 0


def _sole_cell(value: Tensor) -> Tensor:
    """Return what is in a part that holds nothing else."""
    while isinstance(value, tuple) and len(value) == 1:
        value = value[0]
    return value


def _listed(value: Tensor) -> str:
    """Return Python's notation, whose decimal mark is a point in every language; a lone number as a fraction."""
    if not isinstance(value, tuple):
        return str(value)
    parts = (_listed(part) if isinstance(part, tuple) else Language("en").number(part) for part in value)
    return f"[{', '.join(parts)}]"

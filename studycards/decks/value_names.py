"""The names of arrays in a deck: `input`, `conv1.weight`, `output of conv1`, `gradient of conv1.weight`.

In conditions they stand where an expression allows identifiers only. There they are written with underscores, as long
as before, so that the place of an error stays the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

INPUT = "input"

CELL_FUNCTIONS = ("ln", "exp", "sqrt")
"""What the expression of a cell may call besides the functions of every expression."""

_NAME = re.compile(r"\b(?<![.\d])(?:(?:output|gradient|window) of )?[A-Za-z_]\w*(?:\.\w+)*", re.ASCII)


def identifier(name: str) -> str:
    """Return `name` as an expression can hold it: `output_of_conv1`."""
    return name.replace(" ", "_").replace(".", "_")


def array_names(text: str) -> Iterator[tuple[str, int]]:
    """Yield what can only be the name of an array in an expression, with the character where it begins."""
    for found in _NAME.finditer(text):
        if found[0] == INPUT or " " in found[0] or "." in found[0]:
            yield found[0], found.start()


def named(text: str, arrays: Collection[str]) -> str:
    """Return an expression with each name of `arrays` in it as an identifier; every other character stays in place."""
    return _NAME.sub(lambda found: identifier(found[0]) if found[0] in arrays else found[0], text)

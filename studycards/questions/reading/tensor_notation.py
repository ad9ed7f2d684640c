"""Cut a typed tensor into the texts of its cells: rows line by line, MATLAB's brackets, Python's, what NumPy prints.

Nothing is computed here, and no cell is understood: a tree of texts comes out, as deep as the answer has axes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from studycards.locale import message
from studycards.questions.reading.latex import without_latex
from studycards.questions.reading.number_tokens import RefusedError
from studycards.questions.reading.tensor_tuples import GAP, tuples_as_lists

Tree: TypeAlias = "str | list[Tree]"
"""The text of one cell, or the parts along one axis."""

MOST_AXES = 4
"""Samples, channels, rows, columns."""

MOST_CELLS = 10_000

_WRAPPER = re.compile(r"(?:(?:np|numpy|torch)\.)?(?:array|matrix|[tT]ensor|(?:float|int)\d\d)\((.*)\)", re.DOTALL)

_OPTIONS = re.compile(r"\s*,\s*\w+=.*", re.DOTALL)
"""What a print says behind the values: `dtype=float32`, `grad_fn=<...>`."""

_FRAME = re.compile("[⎡⎢⎣⎤⎥⎦]")
"""The brackets of a matrix as we print it ourselves."""

_BLANKS = re.compile(r"[^\S\n\t]+")

_THIN_GAP = re.compile("(?<=[0-9])[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}](?=[0-9]{3}(?![0-9]))")
"""A space that never stands between two cells, because no key types it: it groups thousands."""

_COMMA = re.compile(r",(?![0-9])|(?<![0-9]),")
"""A comma that cannot be a decimal one."""

_BREAK = re.compile(r"[;\n][ \t;\n]*")

_LINE_GOES_ON = re.compile(r",\n+")

_BETWEEN_GROUPS = re.compile(r"[ \t\n;]*,?[ \t\n;]*")


@dataclass(slots=True)
class _Group:
    """What stands in one pair of brackets: groups, and `texts` before, between and behind them."""

    texts: list[str] = field(default_factory=lambda: [""])
    groups: list[_Group] = field(default_factory=list)


def tidied(typed: str) -> str:
    """Return `typed` as `tree_of` takes it: lists for tuples, single blanks, no `array(...)` around."""
    plain = _THIN_GAP.sub("_", _FRAME.sub("", without_latex(typed)))
    text = "\n".join(map(str.strip, plain.splitlines())).strip().removeprefix("=").lstrip()
    if wrapped := _WRAPPER.fullmatch(text):
        values, bracket, behind = wrapped[1].rpartition("]")
        text = values + bracket if bracket and _OPTIONS.fullmatch(behind) else wrapped[1]
    blanks = _BLANKS.sub(" ", text).translate({ord("{"): "[", ord("}"): "]"})
    return tuples_as_lists(blanks.strip(" \t\n;"))


def tree_of(text: str) -> Tree:
    """Return the cells of a tidied `text`, in which a comma between two digits is a decimal one.

    Raises:
        RefusedError: brackets do not pair, a cell is empty, or a line break can mean two things.
    """
    root = _bracketed(text)
    if not root.groups:
        return _grid(text, scalar=True)
    if len(root.groups) > 1 or any(map(str.strip, root.texts)):
        return _parts(root, inner=True)
    return _parts(root.groups[0], inner=False)


def is_nested(text: str) -> bool:
    """Whether a tidied `text` has brackets in brackets or side by side, as in Python."""
    return text.count("[") > 1


def _bracketed(text: str) -> _Group:
    """Return the brackets of `text` as a tree, never deeper than a tensor can be."""
    opened = [_Group()]
    for piece in re.split(r"([][])", text):
        if piece == "[":
            if len(opened) > MOST_AXES:
                raise RefusedError(message("questions.tensor_axes", limit=MOST_AXES))
            group = _Group()
            opened[-1].groups.append(group)
            opened.append(group)
        elif piece != "]":
            opened[-1].texts[-1] += piece
        elif len(opened) > 1:
            opened.pop()
            opened[-1].texts.append("")
        else:
            raise RefusedError(message("questions.tensor_brackets"))
    if len(opened) > 1:
        raise RefusedError(message("questions.tensor_brackets"))
    return opened[0]


def _parts(group: _Group, *, inner: bool) -> Tree:
    """Return what a pair of brackets holds; `inner` is a pair that stands in or beside others."""
    if not group.groups:
        return _inner_row(group.texts[0]) if inner else _grid(_unwrapped(group.texts[0]))
    first, *between, last = group.texts
    if first.strip() or last.strip(" \t\n,;") or not all(map(_BETWEEN_GROUPS.fullmatch, between)):
        raise RefusedError(message("questions.tensor_brackets"))
    levels = [_level(text) for text in between]
    ranks = {level: rank for rank, level in enumerate(sorted(set(levels)), 1)}
    parts = [_parts(part, inner=True) for part in group.groups]
    return _nested(parts, [ranks[level] for level in levels], max(ranks.values(), default=1))


def _unwrapped(text: str) -> str:
    """Join the lines that end in a comma: in brackets such a line goes on, as in Python."""
    return _LINE_GOES_ON.sub(", ", text)


def _inner_row(text: str) -> Tree:
    """Return the cells of brackets among others: one row, which NumPy breaks only where a line is full."""
    if "\n" not in text and ";" not in text:
        return _cells(text)
    lines = _unwrapped(text).strip().split("\n")
    if len(lines) == 1 or ";" in text:
        return _grid("\n".join(lines))
    if len(_cells(lines[-1])) >= len(_cells(lines[0])):
        raise RefusedError(message("questions.tensor_wrapped"))
    return _cells(" ".join(lines))


def _grid(text: str, *, scalar: bool = False) -> Tree:
    """Return cells row by row; a blank line begins a channel, two a sample. One row is a vector or a `scalar`."""
    text = text.strip(" \t\n;")
    breaks = _BREAK.findall(text)
    if len(breaks) >= MOST_CELLS:
        raise too_many_cells()
    rows = [_cells(row) for row in _BREAK.split(text)]
    if breaks:
        levels = [_level(found) for found in breaks]
        return _nested([*rows], levels, max(levels))
    return rows[0][0] if scalar and len(rows[0]) == 1 else rows[0]


def _level(between: str) -> int:
    """Return 1 for the end of a row, 2 for that of a channel, 3 for that of a sample."""
    return min(max(1, between.count(";"), between.count("\n")), MOST_AXES - 1)


def _nested(parts: list[Tree], levels: list[int], level: int) -> Tree:
    """Return `parts`, with one of `levels` between every two, as lists in lists of depth `level`."""
    if level == 0:
        return parts[0]
    cuts = [place for place, found in enumerate(levels, 1) if found == level]
    spans = pairwise([0, *cuts, len(parts)])
    return [_nested(parts[first:last], levels[first : last - 1], level - 1) for first, last in spans]


def _cells(row: str) -> list[Tree]:
    """Return the cells of one row: between bars or tabs, else between commas, else between blanks."""
    row = row.strip()
    if row.isdigit():
        return [row]
    if not row:
        raise _gap()
    if "|" in row or "\t" in row:
        cells = re.split(r"[|\t]", _without_edges(row))
    elif _COMMA.search(row):
        cells = _COMMA.split(row.removesuffix(","))
    else:
        return [*GAP.split(row)]
    stripped = [cell.strip() for cell in cells]
    if not all(stripped):
        raise _gap()
    if doubtful := next(filter(GAP.search, stripped), None):
        raise RefusedError(message("questions.number_groups", found=doubtful))
    return [*stripped]


def _without_edges(row: str) -> str:
    """Drop the bars at both ends, as in a table: `| 1 | 2 |`, `| 1 |`; those of `|-3|` stay and are refused."""
    inner = row[1:-1]
    is_table = row[0] == row[-1] == "|" and ("|" in inner or inner[:1] == inner[-1:] == " ")
    return inner if is_table else row


def _gap() -> RefusedError:
    return RefusedError(message("questions.tensor_gap"))


def too_many_cells() -> RefusedError:
    """Return the refusal of a tensor that nobody types."""
    return RefusedError(message("questions.tensor_cells", limit=MOST_CELLS))

"""Tell the parentheses of a tuple from those of a calculation, and a blank between cells from one within a cell."""

from __future__ import annotations

import re

_SIGNS = "-−–‐‑+"
_BINARY = "*/·×⨯xX⋅∙•∗÷:∕⁄^"

GAP = re.compile(rf"(?<![{_SIGNS}{_BINARY}( ]) (?![{_BINARY})%]|[{_SIGNS}] )")
"""A blank between two cells. As in MATLAB `1 -2` are two cells, `1 - 2` is one, and so are `2 * 3` and `25 %`."""

_MARK = re.compile(rf"[()]|[][,;|\t\n]|{GAP.pattern}")

_BEFORE = frozenset(["", *"([,;|\t\n)"])
_AFTER = frozenset(["", *")],;|\t\n("])


def tuples_as_lists(text: str) -> str:
    """Return `text`, in which no two blanks follow each other, with the parentheses of tuples as square brackets.

    Those are a tuple's that stand apart from any operator and hold several cells, or a comma, or another tuple.
    """
    if "(" not in text:
        return text
    characters = list(text)
    opened: list[int] = []
    several: set[int] = set()
    for mark in _MARK.finditer(text):
        if mark[0] == "(":
            opened.append(mark.start())
        elif mark[0] != ")":
            several.update(opened[-1:])
        elif opened:
            first, last = opened.pop(), mark.start()
            if first in several and _stands_apart(text, first, last):
                characters[first], characters[last] = "[]"
                several.update(opened[-1:])
    return "".join(characters)


def _stands_apart(text: str, first: int, last: int) -> bool:
    before, after = text[max(first - 2, 0) : first].rstrip(" "), text[last + 1 : last + 3].lstrip(" ")
    return before[-1:] in _BEFORE and after[:1] in _AFTER

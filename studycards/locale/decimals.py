"""The decimal mark of a written text: replaced where the learner wants another one, found for numbers in line."""

from __future__ import annotations

import re
from typing import Literal

DecimalMark = Literal[",", "."]

_BEFORE, _BEHIND = r"(?<![\w.,])", r"(?![.,]?\d)"
"""A number stands alone: neither part of a word nor of a longer row of numbers."""

_CODE = r"(?P<kept>`[^`\n]*`"

_NUMBERS = {
    ",": re.compile(rf"{_CODE})|{_BEFORE}(?P<whole>\d+)\.(?P<decimals>\d+){_BEHIND}"),
    ".": re.compile(rf"{_CODE}|[(\[]\d+,\d+[)\]])|{_BEFORE}(?P<whole>\d+),(?P<decimals>\d+){_BEHIND}"),
}
"""For the mark that is wanted: what has to stay, and the numbers that have the other one."""

_NUMBER = re.compile(r"(?P<whole>[-−+]?\d[\d\N{NO-BREAK SPACE}]*)(?P<decimals>[.,]\d*)")


def split_at_mark(text: str) -> tuple[str, str]:
    """Return a number before and from its decimal mark on; what has none is all before it."""
    number = _NUMBER.fullmatch(text)
    return (number["whole"], number["decimals"]) if number else (text, "")


def with_mark(text: str, mark: DecimalMark) -> str:
    """Return `text` with `mark` in its decimal numbers.

    What only looks like one stays as it is: code, versions such as 1.2.3, shapes such as (3,32,32), a pair (3,5).
    """
    return _NUMBERS[mark].sub(
        lambda found: found["kept"] or f"{found['whole']}{mark}{found['decimals']}",
        text,
    )

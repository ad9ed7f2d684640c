"""Read a typed shape: sizes of axes in any usual notation, each of which may be a small calculation."""

from __future__ import annotations

import re

from studycards.locale import message
from studycards.questions.numbers import MAX_LENGTH, read_number
from studycards.questions.question import Unreadable

_SEPARATORS = (
    re.compile(r" ?[xX×⨯] ?"),
    re.compile(r" ?[,;] ?"),
    re.compile(r" ?\* ?"),
    re.compile(r" "),
)
"""What stands between two sizes; the first that occurs is the one that separates, the others belong to the sizes."""

_PLAIN_SIZES = re.compile(r"[\d ,;*]+", re.ASCII)

_THOUSANDS = re.compile(r"(?P<high>[1-9]\d{0,2})[, ](?P<low>\d{3})", re.ASCII)

_UNCLEAR = re.compile(r"^0\d|\d \d|[*·⋅∙•∗]", re.ASCII)


def read_shape(typed: str) -> tuple[int, ...] | Unreadable:
    """Read `16x32x32`, `16 × 32 × 32`, `(16, 32, 32)`, `16*32*32`, `3136` or `(28+2)x14`; never raises."""
    text = " ".join(typed.split())
    sizes = _unbracketed(text)
    if not sizes:
        return Unreadable(message("questions.shape_empty"))
    if len(sizes) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    if match := _THOUSANDS.fullmatch(text):
        return _size_or_sizes(match)
    return _shape(sizes)


def _unbracketed(text: str) -> str:
    """Drop the brackets around the whole: `(16, 32, 32)`, `[16,32,32]`, `(3136,)`; not those of `(28+2)x(14)`."""
    match = re.fullmatch(r"\(([^()]*)\)|\[([^][]*)\]", text)
    return (match[1] or match[2] or "").strip().removesuffix(",").rstrip() if match else text


def _size_or_sizes(match: re.Match[str]) -> tuple[int, ...] | Unreadable:
    """Read `25 088` as one size, since no size begins with 0, and ask what `12 544` is."""
    high, low = match["high"], match["low"]
    if low.startswith("0"):
        return (int(high + low),)
    return Unreadable(message("questions.shape_ambiguous", found=match[0], one=high + low, two=f"{high}×{low}"))


def _shape(text: str) -> tuple[int, ...] | Unreadable:
    parts = _parts(text)
    sizes: list[int] = []
    for part in parts:
        if len(parts) > 1 and _is_unclear(part):
            return Unreadable(message("questions.shape_unreadable", found=text))
        size = _size(part)
        if isinstance(size, Unreadable):
            return size
        sizes.append(size)
    return tuple(sizes)


def _parts(text: str) -> list[str]:
    """Return the sizes as typed. Where something is calculated, only `x` or a comma tells sizes apart."""
    separators = _SEPARATORS if _PLAIN_SIZES.fullmatch(text) else _SEPARATORS[:2]
    for separator in separators:
        if separator.search(text):
            return separator.split(text)
    return [text]


def _is_unclear(part: str) -> bool:
    """Whether a part is no size among several: nothing, a product, two numbers, a group of thousands."""
    return not part or _UNCLEAR.search(part) is not None


def _size(part: str) -> int | Unreadable:
    reading = read_number(part)
    if isinstance(reading, Unreadable):
        return reading
    if reading.value.denominator != 1:
        return Unreadable(message("questions.shape_not_whole", found=part))
    if reading.value <= 0:
        return Unreadable(message("questions.shape_not_positive", found=part))
    return int(reading.value)

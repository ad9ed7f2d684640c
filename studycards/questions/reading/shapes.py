"""Read a typed shape: sizes of axes in any usual notation, each of which may be a small calculation."""

from __future__ import annotations

import re

from studycards.locale import message
from studycards.questions.question import Unreadable
from studycards.questions.reading.numbers import MAX_LENGTH, read_number

_SEPARATORS = (
    re.compile(r" ?[xX×⨯] ?"),
    re.compile(r" ?[,;] ?"),
    re.compile(r" ?\* ?"),
    re.compile(r" "),
)
"""What stands between two sizes; the first that occurs is the one that separates, the others belong to the sizes."""

_BRACKETED = re.compile(
    r"\(([^()]*)\)|\[([^][]*)\]"
    r"|(?:(?:np|numpy|torch|tf)\.)?(?:Size|TensorShape|array|[tT]ensor)\( ?(?:\[([^][]*)\]|\(([^()]*)\)) ?\)"
)

_DOT = re.compile("[·⋅∙•∗]")

_PLAIN_SIZES = re.compile(r"[\d ,;*]+", re.ASCII)

_THOUSANDS = re.compile(r"(?P<high>[1-9]\d{0,2})[, ](?P<low>\d{3})", re.ASCII)

_UNCLEAR = re.compile(r"^0\d|\d \d|[*·⋅∙•∗]", re.ASCII)

_OF_NUMBERS = frozenset({"questions.number_empty", "questions.number_groups"})
"""Complaints about a number that are of no use where sizes are expected."""

_OF_SIGNS = {f"questions.number_{kind}": f"questions.shape_{kind}" for kind in ("sign", "word")}
"""Complaints about a number that are made with an example of sizes."""

_BATCH = re.compile(r"(?P<axis>none|n|\?|[-−–]1)(?: ?[x×⨯,;*] ?| )(?P<sizes>.*)", re.IGNORECASE)
"""A batch axis as frameworks print it, before the sizes of one example. A batch of 1 looks like any other size."""


def read_shape(typed: str, *, rank: int | None = None) -> tuple[int, ...] | Unreadable:
    """Read `16x32x32`, `16 × 32 × 32`, `(16, 32, 32)`, `16*32*32`, `3136` or `(28+2)x14`; never raises.

    Where a shape of `rank` axes is expected, a batch axis before them (`None`, `N`, `?`, `-1` or `1`) is dropped.
    """
    text = " ".join(typed.split()).removeprefix("=").lstrip()
    sizes = _with_stars(_unbracketed(text), rank)
    if not sizes:
        return Unreadable(message("questions.shape_empty"))
    if len(sizes) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    if match := _THOUSANDS.fullmatch(text):
        return _size_or_sizes(match)
    if match := _BATCH.fullmatch(sizes):
        return _behind_batch(match, rank)
    shape = _shape(sizes)
    if isinstance(shape, Unreadable) or rank is None:
        return shape
    return shape[1:] if len(shape) == rank + 1 and shape[0] == 1 else shape


def both_sides(shape: tuple[int, ...], rank: int) -> tuple[int, ...]:
    """Return a sole size as height and width where these two are expected: `14` stands for 14×14."""
    return shape * 2 if rank == 2 and len(shape) == 1 else shape


def _behind_batch(match: re.Match[str], rank: int | None) -> tuple[int, ...] | Unreadable:
    """Return the sizes behind a batch axis, unless they could be too many or too few because of it."""
    if thousands := _THOUSANDS.fullmatch(match["sizes"]):
        return _size_or_sizes(thousands)
    shape = _shape(match["sizes"])
    if isinstance(shape, Unreadable) or len(shape) == rank:
        return shape
    return Unreadable(message("questions.shape_batch", found=match["axis"]))


def _with_stars(sizes: str, rank: int | None) -> str:
    """Return `16·32·32` as `16*32*32`, unless a sole size is due: that may well be calculated, as `7·7·64`."""
    starred = _DOT.sub("*", sizes)
    return starred if rank != 1 and _PLAIN_SIZES.fullmatch(starred) else sizes


def _unbracketed(text: str) -> str:
    """Drop the brackets around the whole: `(16, 32, 32)`, `[16,32,32]`, `(3136,)`; not those of `(28+2)x(14)`."""
    match = _BRACKETED.fullmatch(text)
    return "".join(filter(None, match.groups())).strip().removesuffix(",").rstrip() if match else text


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


def _of_sizes(unreadable: Unreadable, part: str) -> Unreadable:
    """Say with sizes what the reader of numbers says with examples of numbers."""
    reason = unreadable.reason
    if reason.key in _OF_SIGNS:
        return Unreadable(message(_OF_SIGNS[reason.key], **reason.values))
    return Unreadable(message("questions.shape_unreadable", found=part)) if reason.key in _OF_NUMBERS else unreadable


def _size(part: str) -> int | Unreadable:
    reading = read_number(part)
    if isinstance(reading, Unreadable):
        return _of_sizes(reading, part)
    if reading.value.denominator != 1:
        return Unreadable(message("questions.shape_not_whole", found=part))
    if reading.value <= 0:
        return Unreadable(message("questions.shape_not_positive", found=part))
    return int(reading.value)

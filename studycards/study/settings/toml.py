"""What `tomllib` does not tell: the values of a file by their dotted names, and the lines that set one of them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def values_by_name(data: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values: `keys.lab.next` whether the file has `[keys.lab]` or `"lab.next"` in `[keys]`."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from values_by_name(value, f"{table}{key}.")
        else:
            yield f"{table}{key}", value


def lines_of(source: str, name: str) -> range:
    """Return which lines of a valid file set a value, counted from 0; none where it sets none."""
    lines = [f"{line}\n" for line in source.split("\n")]
    header, start = "", 0
    for end in range(1, len(lines) + 1):
        text = "".join(lines[start:end])
        # A text or an array may go on for several lines: the statement ends where it is whole.
        if _parsed(text) is None:
            continue
        if text.lstrip().startswith("["):
            header, text = text, ""
        if name in dict(values_by_name(_parsed(header + text) or {})):
            return range(start, end)
        start = end
    return range(0)


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None

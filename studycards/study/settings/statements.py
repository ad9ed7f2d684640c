"""A TOML file line by line: which lines set what. Any text between them stays as the learner wrote it."""

from __future__ import annotations

import tomllib
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Path = tuple[str, ...]


class Statement(NamedTuple):
    """Lines that belong together: an assignment, the header of a table, or one line without meaning.

    Args:
        text: the lines with their ends.
        line: the number of the first one, from 1.
        table: the table they are in; that of a header is its own.
        paths: what is set there, from the root of the file.
    """

    text: str
    line: int
    table: Path
    paths: tuple[Path, ...] = ()


def statements(source: str) -> Iterator[Statement]:
    """Cut a file that is valid TOML into its statements; joined again they give the file."""
    table: Path = ()
    lines = list(StringIO(source, newline="\n"))
    start = 0
    while start < len(lines):
        end = start + 1
        # A text or an array may go on for several lines: the statement ends where it is whole.
        while (data := _parsed("".join(lines[start:end]))) is None and end < len(lines):
            end += 1
        text = "".join(lines[start:end])
        if text.lstrip().startswith("["):
            table = _header(data or {})
            yield Statement(text, start + 1, table)
        else:
            yield Statement(text, start + 1, table, tuple((*table, *path) for path in paths(data or {})))
        start = end


def paths(data: Mapping[str, Any]) -> Iterator[Path]:
    """Yield where each value of the data is."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield from ((name, *path) for path in paths(value))
        else:
            yield (name,)


def value_at(data: Any, path: Path) -> Any:  # noqa: ANN401 - whatever a file may hold
    """Return the value at a path of the data."""
    for name in path:
        data = data[name]
    return data


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _header(data: dict[str, Any]) -> Path:
    """Return the name of the table whose header gives `data`: `{"keys": {}}`."""
    path: list[str] = []
    while data:
        [(name, inner)] = data.items()
        path.append(name)
        data = inner[0] if isinstance(inner, list) else inner
    return tuple(path)

"""Change one value in the text of a settings file; comments, order and spacing of the learner's stay."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from studycards.errors import StudycardsError
from studycards.study.settings.statements import Statement, paths, statements, value_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studycards.study.settings.statements import Path

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def with_value(source: str, path: Path, value: str | None) -> str:
    """Return the file with the value at `path` set to the TOML `value`, or with its line made a comment when None.

    The line is looked for where the value is set, then where a comment offers it (`#theme = "dark"`); else it is added
    behind the last one of its table.

    Raises:
        StudycardsError: the file sets it in a way that one line cannot change, such as `keys = {undo = "u"}`.
    """
    parts = list(statements(source))
    at = _index(parts, path)
    if at is not None:
        parts[at] = _commented(parts[at]) if value is None else _assigned(parts[at], value)
    elif value is not None:
        _offer_or_add(parts, path, f"{_key(path)} = {value}")
    changed = "".join(part.text for part in parts)
    if _flat(changed) != _expected(source, path, value):
        raise StudycardsError("settings.crowded", name=dotted(path))
    return changed


def dotted(path: Sequence[str]) -> str:
    """Return a path as one name: `keys.lab.next` whether the file has `[keys.lab]` or `"lab.next"`."""
    return ".".join(path)


def _index(parts: Sequence[Statement], path: Path) -> int | None:
    """Return where the value is set."""
    name = dotted(path)
    return next((index for index, part in enumerate(parts) if name in map(dotted, part.paths)), None)


def _assigned(part: Statement, value: str) -> Statement:
    """Return an assignment with another value between its name and its comment."""
    name, _, _ = part.text.partition("=")
    return part._replace(text=f"{name.rstrip()} = {value}{_comment(part.text)}{_end(part.text)}")


def _commented(part: Statement) -> Statement:
    """Return an assignment as a comment."""
    return part._replace(text=re.sub(r"^([ \t]*)(?=[^\s])", r"\1#", part.text, flags=re.MULTILINE))


def _comment(text: str) -> str:
    """Return the comment behind an assignment with the spaces before it: what can be cut off without a change."""
    text = text.rstrip("\r\n")
    value = tomllib.loads(text)
    for found in re.finditer(r"[ \t]*#", text):
        try:
            if tomllib.loads(text[: found.start()]) == value:
                return text[found.start() :]
        except tomllib.TOMLDecodeError:
            continue
    return ""


def _offer_or_add(parts: list[Statement], path: Path, line: str) -> None:
    """Put a new line where a comment offers it, or behind the others of its table."""
    offer = re.compile(rf"(?P<indent>[ \t]*)#[ \t]?{re.escape(_key(path))}[ \t]*=")
    for index, part in enumerate(parts):
        if part.table == path[:-1] and (found := offer.match(part.text)):
            parts[index] = part._replace(text=f"{found['indent']}{line}{_end(part.text)}")
            return
    _add(parts, path[:-1], line)


def _add(parts: list[Statement], table: Path, line: str) -> None:
    """Add a line to a table; one that is not there comes at the end of the file."""
    end = next(filter(None, (_end(part.text) for part in parts)), "\n")
    if parts and not _end(parts[-1].text):
        parts[-1] = parts[-1]._replace(text=parts[-1].text + end)
    at = _room(parts, table)
    if at is None:
        gap = end if parts else ""
        parts.append(Statement(f"{gap}[{dotted(table)}]{end}{line}{end}", 0, table))
    else:
        parts.insert(at, Statement(f"{line}{end}", 0, table))


def _room(parts: Sequence[Statement], table: Path) -> int | None:
    """Return where a line may be added to a table: behind what is set there, or before the first other table.

    What stands right above the header of that one is a comment on it.
    """
    mine = [index for index, part in enumerate(parts) if part.table == table and (part.paths or _is_header(part))]
    if mine:
        return mine[-1] + 1
    if table:
        return None
    at = next((index for index, part in enumerate(parts) if _is_header(part)), len(parts))
    while 0 < at < len(parts) and parts[at - 1].text.strip():
        at -= 1
    return at


def _is_header(part: Statement) -> bool:
    return part.text.lstrip().startswith("[")


def _end(text: str) -> str:
    """Return how the last line of a statement ends."""
    return text[len(text.rstrip("\r\n")) :]


def _key(path: Path) -> str:
    """Return the name of a setting within its table; a dotted id of a binding stands in quotes."""
    return path[-1] if _BARE.fullmatch(path[-1]) else json.dumps(path[-1])


def _flat(source: str) -> Mapping[str, Any]:
    """Return every value of a file by its dotted name."""
    data = tomllib.loads(source)
    return {dotted(path): value_at(data, path) for path in paths(data)}


def _expected(source: str, path: Path, value: str | None) -> Mapping[str, Any]:
    """Return what the values of the file should be after the change."""
    others = {name: old for name, old in _flat(source).items() if name != dotted(path)}
    return others if value is None else {**others, dotted(path): tomllib.loads(f"value = {value}")["value"]}

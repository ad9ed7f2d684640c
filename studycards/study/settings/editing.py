"""Change one value in the text of a settings file; comments, order and spacing of the learner's stay."""

from __future__ import annotations

import re
import tomllib
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable

from studycards.errors import StudycardsError
from studycards.study.settings.toml import lines_of, values_by_name

_Table = MutableMapping[str, Any]


def with_value(source: str, name: str, value: object) -> str:
    """Return the file with the value of a dotted name set, or with its line made a comment when `value` is None.

    The line is looked for where the value is set, then where a comment offers it (`#theme = "dark"`); else it is added
    to its table.

    Raises:
        StudycardsError: the file sets it in a way that one line cannot change, such as `keys = {undo = "u"}`.
    """
    wanted = {other: kept for other, kept in _values(source).items() if other != name}
    if value is not None:
        wanted[name] = value
    with suppress(tomllib.TOMLDecodeError, TOMLKitError):
        changed = _without(source, name) if value is None else _with(source, name, value)
        if _values(changed) == wanted:
            return changed
    raise StudycardsError("settings.crowded", name=name)


def _values(source: str) -> dict[str, Any]:
    return dict(values_by_name(tomllib.loads(source)))


def _without(source: str, name: str) -> str:
    lines = source.split("\n")
    for index in lines_of(source, name):
        lines[index] = re.sub(r"(?=\S)", "#", lines[index], count=1)
    return "\n".join(lines)


def _with(source: str, name: str, value: object) -> str:
    if source and not source.endswith("\n"):
        source += "\n"
    document = tomlkit.parse(source if name in _values(source) else _with_line(source, name))
    table, key = _place(document, name)
    if table is document and "." in name:
        area, key = name.split(".", 1)
        table = document[area] = tomlkit.table()
    table[key] = value
    changed = document.as_string()
    return re.sub(r"\r?\n", "\r\n", changed) if "\r\n" in source else changed


def _with_line(source: str, name: str) -> str:
    """Return the file with a line that sets something in place of the comment that offers the setting.

    Which comment that is, the data tell: `#undo = "u"` is `keys.undo` below `[keys]` alone. Without one, a setting
    gets a line above the first table and what stands right above that, a comment on it; tomlkit would put it between.
    """
    last = re.escape(name.rpartition(".")[2])
    for sign in re.finditer(rf"(?m)^([ \t]*)#[ \t]?(?=[^=\n]*{last}[^=\n]*=)", source):
        offered = f"{source[: sign.start()]}{sign[1]}{source[sign.end() :]}"
        with suppress(tomllib.TOMLDecodeError):
            if name in _values(offered):
                return offered
    header = re.search(r"(?m)^(?:\s*\n)?(?:[ \t]*#.*\n)*[ \t]*\[", source)
    if header and "." not in name:
        return f"{source[: header.start()]}{name} = 0\n{source[header.start() :]}"
    return source


def _place(table: _Table, name: str) -> tuple[_Table, str]:
    """Return the table where a value is or belongs, and its key there."""
    if name not in table:
        for key, inner in table.items():
            within = name.removeprefix(f"{key}.")
            if within != name and isinstance(inner, MutableMapping) and not isinstance(inner, InlineTable):
                return _place(inner, within)
    return table, name

"""Read a settings file: what it chooses, and every fault in it as one sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.settings.fields import FIELDS, Refused
from studycards.study.settings.model import KEYS
from studycards.study.settings.statements import paths, statements, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studycards.locale import Message
    from studycards.study.settings.statements import Path

SHOWN = 40
"""Characters of a faulty line that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a settings file says: the values that are set and sound, and a sentence for each that is not."""

    values: Mapping[str, object] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[StudycardsError, ...] = ()
    faulty: frozenset[str] = frozenset()
    """Names of the settings that are set to something they cannot be; all of them where the file is no TOML."""


def read_choices(source: str, file: str) -> Choices:
    """Return what the text of the settings file at `file` says; never raises."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return unusable(_no_toml(source, file, error))
    return _Reader(source, file, data).choices()


def unusable(fault: StudycardsError) -> Choices:
    """Return the choices of a file of which nothing can be used."""
    return Choices(faults=(fault,), faulty=frozenset(FIELDS))


@dataclass(frozen=True, slots=True)
class _Reader:
    source: str
    file: str
    data: dict[str, Any]

    def choices(self) -> Choices:
        """Sort what the file says into the sound and the faulty."""
        values: dict[str, object] = {}
        keys: dict[str, str] = {}
        faults: list[tuple[Path, StudycardsError]] = []
        for path in paths(self.data):
            try:
                self._take(path, values, keys)
            except StudycardsError as fault:
                faults.append((path, fault))
        return Choices(values, keys, tuple(fault for _, fault in faults), frozenset(path[0] for path, _ in faults))

    def _take(self, path: Path, values: dict[str, object], keys: dict[str, str]) -> None:
        """Put one value where it belongs.

        Raises:
            StudycardsError: there is no such setting, or it cannot have this value.
        """
        value = value_at(self.data, path)
        if path[0] == KEYS and len(path) > 1:
            keys[".".join(path[1:])] = self._keys(path, value)
        elif len(path) == 1 and path[0] in FIELDS:
            values[path[0]] = self._value(path, value)
        else:
            raise self._unknown(path)

    def _value(self, path: Path, value: object) -> object:
        setting = FIELDS[path[0]]
        try:
            return setting.read(value)
        except Refused:
            given = {"where": self._where(path), "name": path[0], "found": _shown(value), "allowed": setting.allowed}
            near = _nearest(value, getattr(setting, "names", ()))
            if near is None:
                raise StudycardsError("settings.bad_value", **given) from None
            raise StudycardsError("settings.bad_value_near", **given, nearest=near) from None

    def _keys(self, path: Path, value: object) -> str:
        if isinstance(value, str) and value.strip(" ,"):
            return value
        raise StudycardsError(
            "settings.bad_value",
            where=self._where(path),
            name=".".join(path),
            found=_shown(value),
            allowed=message("settings.allowed_keys"),
        )

    def _unknown(self, path: Path) -> StudycardsError:
        names = (*FIELDS, KEYS)
        given = {"where": self._where(path), "name": ".".join(path)}
        near = _nearest(path[0], names)
        if near is None:
            return StudycardsError("settings.unknown", **given, allowed=", ".join(names))
        return StudycardsError("settings.unknown_near", **given, nearest=near)

    def _where(self, path: Path) -> Message:
        lines = (statement.line for statement in statements(self.source) if path in statement.paths)
        return _where(self.file, next(lines, 1))


def _where(file: str, line: int) -> Message:
    # A text, as the number of a line is no quantity: line 12345 has no space in it.
    return message("settings.where", file=file, line=str(line))


def _no_toml(source: str, file: str, error: tomllib.TOMLDecodeError) -> StudycardsError:
    """Say which line is no TOML. Python has told it by words alone before 3.14."""
    digits = str(error).partition("(at line ")[2].partition(",")[0]
    lines = source.split("\n")
    line = int(digits) if digits.isdigit() else len(lines)
    found = _cut(lines[min(line, len(lines)) - 1].strip())
    return StudycardsError("settings.no_toml", where=_where(file, line), found=found)


def _shown(value: object) -> str:
    """Return a value as a file would have it."""
    if isinstance(value, bool):
        return str(value).lower()
    return _cut(f'"{value}"' if isinstance(value, str) else str(value))


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _nearest(found: object, names: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - 3 ms, needed only when something is wrong

    by_lower = {name.lower(): name for name in names}
    nearest = get_close_matches(str(found).lower(), by_lower, n=1)
    return by_lower[nearest[0]] if nearest else None

"""Read a settings file: what it chooses, and every fault in it as one sentence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studycards.errors import StudycardsError
from studycards.locale import message
from studycards.study.settings.fields import FIELDS, Refused, field_of, read_value
from studycards.study.settings.model import KEYS
from studycards.study.settings.toml import lines_of, values_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studycards.locale import Message

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

    def value(self, name: str) -> object:
        """Return the value of a dotted name; None where none is set."""
        area, _, binding = name.partition(".")
        return self.keys.get(binding) if area == KEYS else self.values.get(name)


def read_choices(source: str, file: str) -> Choices:
    """Return what the text of the settings file at `file` says; never raises."""
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return unusable(_no_toml(source, file, error))
    sound: dict[str, Any] = {}
    faults: dict[str, StudycardsError] = {}
    for name, value in values_by_name(data):
        try:
            sound[name] = read_value(name, value)
        except Refused:
            faults[name] = _fault(name, value, _where(file, lines_of(source, name).start))
    keys = {name.removeprefix(f"{KEYS}."): sound.pop(name) for name in [*sound] if name not in FIELDS}
    return Choices(sound, keys, tuple(faults.values()), frozenset(name.partition(".")[0] for name in faults))


def unusable(fault: StudycardsError) -> Choices:
    """Return the choices of a file of which nothing can be used."""
    return Choices(faults=(fault,), faulty=frozenset(FIELDS))


def _fault(name: str, value: object, where: Message) -> StudycardsError:
    """Say that there is no such setting, or that it cannot have this value."""
    setting = field_of(name)
    if setting is None:
        names = (*FIELDS, KEYS)
        near = _nearest(name.partition(".")[0], names)
        return _near("settings.unknown", near, where=where, name=name, allowed=", ".join(names))
    near = _nearest(value, getattr(setting, "names", ()))
    return _near("settings.bad_value", near, where=where, name=name, found=_shown(value), allowed=setting.allowed)


def _near(key: str, nearest: str | None, **values: object) -> StudycardsError:
    """Return a fault, with what was perhaps meant where that is known."""
    return (
        StudycardsError(key, **values) if nearest is None else StudycardsError(f"{key}_near", **values, nearest=nearest)
    )


def _where(file: str, line: int) -> Message:
    # A text, as the number of a line is no quantity: line 12345 has no space in it.
    return message("settings.where", file=file, line=str(line + 1))


def _no_toml(source: str, file: str, error: tomllib.TOMLDecodeError) -> StudycardsError:
    """Say which line is no TOML. Python has told it by words alone before 3.14."""
    digits = str(error).partition("(at line ")[2].partition(",")[0]
    lines = source.split("\n")
    line = min(int(digits) if digits.isdigit() else len(lines), len(lines)) - 1
    return StudycardsError("settings.no_toml", where=_where(file, line), found=_cut(lines[line].strip()))


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

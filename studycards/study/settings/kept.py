"""What the database keeps of the settings: the numbers that the memory works by, and the choices of older versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import LANGUAGES
from studycards.memory.settings import LIMITS, RULES
from studycards.study.settings.model import THEMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from studycards.memory import Memory
    from studycards.study.settings.model import Settings

_NUMBERS = LIMITS | RULES

_OLD_THEMES = "studycards-"
"""What the names of themes began with in older versions."""

_OLD_CHOICES = {"language": LANGUAGES, "theme": tuple(f"{_OLD_THEMES}{name}" for name in THEMES)}

_MOVED = "settings_moved"
"""Names what is no choice any more: the file has been asked for it, the database keeps it for the memory alone."""


class Kept:
    """The settings in the database of the memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def choices(self, faulty: Collection[str]) -> Iterator[tuple[str, object]]:
        """Yield what an older version kept, and the numbers in force for what is `faulty` in the file."""
        moved = self._moved
        for name, known in _OLD_CHOICES.items():
            stored = self._memory.setting(name)
            if stored in known and name not in moved:
                yield name, stored.removeprefix(_OLD_THEMES)
        for name, allowed in _NUMBERS.items():
            stored = self._memory.setting(name)
            if stored is not None and (name in faulty or name not in moved):
                yield name, allowed.read(name, stored)

    def mark_moved(self, names: Iterable[str] = (*_OLD_CHOICES, *_NUMBERS)) -> None:
        """Let the file alone decide on these settings from now on."""
        moved = self._moved
        if fresh := [name for name in names if name in (*_OLD_CHOICES, *_NUMBERS) and name not in moved]:
            self._memory.set_setting(_MOVED, " ".join([*moved, *fresh]))

    def tell_limits(self, settings: Settings) -> None:
        """Let the memory work by the limits of the settings."""
        for name in LIMITS:
            if self._differs(name, settings):
                self._memory.set_setting(name, str(getattr(settings, name)))

    def has_other_rules(self, settings: Settings) -> bool:
        """Whether the memory works by other rules than those of the settings."""
        return any(self._differs(name, settings) for name in RULES)

    @property
    def _moved(self) -> list[str]:
        return (self._memory.setting(_MOVED) or "").split()

    def _differs(self, name: str, settings: Settings) -> bool:
        in_force = _NUMBERS[name].read(name, self._memory.setting(name))
        return bool(in_force != getattr(settings, name))

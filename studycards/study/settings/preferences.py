"""The learner's settings in force, and the only way to change them.

The file is the truth: what it sets holds, and what it does not set has its default. What an older version kept in the
database holds until the first change, which writes it into the file. The memory keeps a record of the limits and
rules it works by; where the file says otherwise, the memory is told.

A faulty file is never written. Its faulty values are left out, so that a slip of the keyboard keeps nobody from
reviewing; limits and rules that were in force stay in force, so that it moves no due date either.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studycards.errors import StudycardsError
from studycards.locale import Language, message
from studycards.memory.settings import Rules
from studycards.study.settings.file import SettingsFile
from studycards.study.settings.kept import Kept
from studycards.study.settings.model import KEYS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from studycards.locale.language import LanguageCode
    from studycards.memory import Memory
    from studycards.study.settings.reading import Choices

FILE_NAME = "settings.toml"


class Preferences:
    """The settings of one learner.

    Args:
        home: the data folder, which holds the file.
        memory: is told the limits; holds what an older version kept.
        reopen: opens the memory once more, for work in a thread.
        terminal: the language of the terminal.
        spoken: the language of this run, whatever was chosen.
    """

    def __init__(
        self,
        home: Path,
        memory: Memory,
        reopen: Callable[[], Memory],
        *,
        terminal: LanguageCode,
        spoken: LanguageCode | None = None,
    ) -> None:
        self._file = SettingsFile(home / FILE_NAME)
        self._memory = memory
        self._kept = Kept(memory)
        self._reopen = reopen
        self._terminal = terminal
        self._spoken = spoken
        self._undos: list[tuple[str, object]] = []  # a setting and what the file set it to
        self._choices: Choices | None = None
        self.current = Settings()
        self.reload()

    @property
    def path(self) -> Path:
        """Where the file is, or will be after the first change."""
        return self._file.path

    @property
    def faults(self) -> tuple[StudycardsError, ...]:
        """What is wrong with the file, a sentence each; as long as there is one, nothing can be changed."""
        return self._choices.faults if self._choices else ()

    @property
    def language(self) -> Language:
        """The language to speak, with the decimal mark to write."""
        code = self._spoken or self.current.language_code(self._terminal)
        return Language(code, self.current.decimal_mark)

    @property
    def rules_changed(self) -> bool:
        """Whether the due dates follow from other rules than those of the file, so that `reschedule` is due."""
        return self._kept.has_other_rules(self.current)

    @property
    def rules(self) -> Rules:
        """The rules of the settings."""
        return Rules(self.current.rollover_hour, self.current.desired_retention)

    @property
    def undoable(self) -> bool:
        """Whether a change of this run can be taken back."""
        return bool(self._undos)

    @property
    def today(self) -> date:
        """The date of the present study day."""
        from studycards.study.dates import date_of  # noqa: PLC0415 - only where a date is asked for

        return date_of(self._memory.today())

    @property
    def days_to_exam(self) -> int | None:
        """How many study days are left before the exam; None where it has no date, or is over."""
        exam = self.current.exam_date
        left = -1 if exam is None else (exam - self.today).days
        return left if left >= 0 else None

    def reload(self) -> None:
        """Read the file, and tell the memory the limits of the day."""
        self._choices = choices = self._read()
        kept: dict[str, Any] = dict(self._kept.choices(choices.faulty if choices else ()))
        chosen: dict[str, Any] = {} if choices is None else {**choices.values, KEYS: choices.keys}
        self.current = replace(Settings(), **{**kept, **chosen})
        self._kept.tell_limits(self.current)
        self._kept.mark_moved(chosen)

    def speak(self, code: LanguageCode) -> None:
        """Speak a language from now on, and at the next start.

        Raises:
            StudycardsError: as for `change`; then it is spoken in this run only.
        """
        self._spoken = code
        self.change("language", code)

    def change(self, name: str, value: object) -> None:
        """Set a setting, now and for the next start; None takes it out. After a rule, `reschedule` is due.

        Raises:
            StudycardsError: the file is faulty or cannot be written; nothing has changed then.
        """
        self.reload()
        before = self._set_to(name)
        if value != before or self.faults:
            self._write(name, value)
            self._undos.append((name, before))
        if name == "language":
            self._spoken = None

    def bind(self, binding: str, keys: str | None) -> None:
        """Give a binding other keys, comma-separated; None gives it its own again.

        Raises:
            StudycardsError: as for `change`.
        """
        self.change(f"{KEYS}.{binding}", keys)

    def undo(self) -> str:
        """Take back the last change of this run, and return the dotted name of what it was about.

        Raises:
            StudycardsError: as for `change`.
        """
        self.reload()
        name, before = self._undos[-1]
        self._write(name, before)
        self._undos.pop()
        return name

    def reschedule(self, told: Callable[[int, int], None] | None = None) -> None:
        """Let all due dates follow from the rules of the file: a second for 50,000 answers. May run in a thread.

        Args:
            told: is called with how much of the log has been gone through, and how much there is; what it raises ends
                the work without a change.
        """
        rules = self.rules
        with self._reopen() as memory:
            memory.change_rules(rules, told)

    def _read(self) -> Choices | None:
        """Return what the file says; None where there is none, which is no reason to load a parser."""
        try:
            source = self._file.read()
        except StudycardsError as fault:
            from studycards.study.settings.reading import unusable  # noqa: PLC0415 - tomllib, 3 ms

            return unusable(fault)
        if source is None:
            return None
        from studycards.study.settings.reading import read_choices  # noqa: PLC0415 - as above

        return read_choices(source, str(self.path))

    def _write(self, name: str, value: object) -> None:
        """Write one value into the file; it was just read, as another program may have changed it meanwhile."""
        from studycards.study.settings.editing import with_value  # noqa: PLC0415 - tomlkit, 10 ms

        if self.faults:
            fault = self.faults[0]
            raise StudycardsError("settings.faulty", fault=message(fault.key, **fault.values))
        source = self._source()
        for older, kept in self._kept.choices(faulty=()):
            if self._set_to(older) is None:
                source = with_value(source, older, kept)
        self._file.write(with_value(source, name, value))
        self._kept.mark_moved()
        self.reload()

    def _source(self) -> str:
        """Return the text of the file, that of a new one where there is none."""
        from studycards.study.settings.template import template  # noqa: PLC0415 - as in `_write`

        source = self._file.read()
        return template(self.language) if source is None else source

    def _set_to(self, name: str) -> object:
        """Return what the file sets, by its dotted name; None where it sets nothing."""
        return self._choices.value(name) if self._choices else None

"""The tables that are a cache of the log, the states and marks of prompts, and the settings beside them."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from studycards.memory.log_file import LogFile
from studycards.memory.model import Mark, Progress, PromptState, Stage
from studycards.memory.queue import Scheduled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_STATES = """
    SELECT prompt, stage, stability, difficulty, step, due_day, due_ms, day, since_day, reviews, lapses FROM states
"""

_PROGRESS = "SELECT prompt, stage, due_day, due_ms, difficulty, lapses, reviews FROM states"

_PROGRESS_OF = f"{_PROGRESS} WHERE prompt IN (SELECT value FROM json_each(?))"  # noqa: S608 - no value is in it

_MARKED = "SELECT prompt, mark FROM marks"

_MARKED_OF = f"{_MARKED} WHERE prompt IN (SELECT value FROM json_each(?))"  # noqa: S608 - as above

_ADD_STATE = """
    INSERT INTO states (prompt, stage, stability, difficulty, step, due_day, due_ms, day, since_day, reviews, lapses)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_MARKS = {mark.value: mark for mark in Mark}
"""The marks by their names: a dict is ten times as fast as the class."""

_state_row = attrgetter(*PromptState.__slots__)
"""The fields of a state in the order of the columns above."""


class StateTables(LogFile):
    """What the log comes to, and the settings that decide how."""

    def state(self, prompt: str) -> PromptState | None:
        """Return the state of `prompt`; None for a new one."""
        rows = self._rows(_STATES + "WHERE prompt = ?", prompt)
        return _state(rows[0]) if rows else None

    def states(self) -> Iterator[PromptState]:
        """Yield the state of every prompt that has one."""
        return map(_state, self._stream(_STATES))

    def progress(self, prompts: Sequence[str] | None = None) -> Iterator[Progress]:
        """Yield how every prompt is doing that has a state; only those of `prompts` where given."""
        rows = self._stream(_PROGRESS) if prompts is None else self._stream(_PROGRESS_OF, json.dumps(prompts))
        stages = {stage.value: stage for stage in Stage}
        return (Progress(prompt, stages[stage], *facts) for prompt, stage, *facts in rows)

    def schedule(self) -> dict[str, Scheduled]:
        """Return what a queue must know of every prompt that has a state: one scan."""
        rows = self._rows("SELECT prompt, due_day, due_ms, day, since_day FROM states")
        return {row[0]: Scheduled._make(row) for row in rows}

    def replace_states(self, states: Iterable[PromptState], family: Sequence[str] | None = None) -> None:
        """Keep `states` in place of those of one `family` of names, or of all prompts where none is given."""
        if family is None:
            self._rows("DELETE FROM states")
        else:
            self.forget_states(family)
        self._many(_ADD_STATE, map(_state_row, states))

    def forget_states(self, prompts: Collection[str]) -> None:
        """Let `prompts` be new."""
        self._rows("DELETE FROM states WHERE prompt IN (SELECT value FROM json_each(?))", json.dumps([*prompts]))

    def marks(self, prompts: Sequence[str] | None = None) -> list[tuple[str, Mark]]:
        """Return the marks of all prompts that have any: one scan; only those of `prompts` where given."""
        rows = self._rows(_MARKED) if prompts is None else self._rows(_MARKED_OF, json.dumps(prompts))
        return [(prompt, _MARKS[mark]) for prompt, mark in rows]

    def marked(self, mark: Mark) -> frozenset[str]:
        """Return the prompts that have a mark: one scan."""
        return frozenset(prompt for (prompt,) in self._rows("SELECT prompt FROM marks WHERE mark = ?", mark))

    def has_marks(self, prompt: str) -> bool:
        """Tell whether `prompt` has any mark."""
        return bool(self._rows("SELECT 1 FROM marks WHERE prompt = ? LIMIT 1", prompt))

    def give_mark(self, mark: Mark, prompts: Collection[str]) -> None:
        """Give a mark to `prompts`, some of which may have it."""
        self._rows("INSERT OR IGNORE INTO marks SELECT value, ? FROM json_each(?)", mark, json.dumps([*prompts]))

    def take_mark(self, mark: Mark, prompts: Collection[str]) -> None:
        """Take a mark from those of `prompts` that have it."""
        names = json.dumps([*prompts])
        self._rows("DELETE FROM marks WHERE mark = ? AND prompt IN (SELECT value FROM json_each(?))", mark, names)

    def replace_marks(self, marks: Iterable[tuple[str, Mark]], family: Sequence[str] | None = None) -> None:
        """Keep `marks` in place of those of one `family` of names, or of all prompts where none is given."""
        if family is None:
            self._rows("DELETE FROM marks")
        else:
            self._rows("DELETE FROM marks WHERE prompt IN (SELECT value FROM json_each(?))", json.dumps(family))
        self._many("INSERT INTO marks VALUES (?, ?)", marks)

    def settings(self) -> dict[str, str]:
        """Return all settings that were ever set."""
        return dict(self._rows("SELECT name, value FROM settings"))

    def put_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._rows("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, value)


def _state(row: Sequence[Any]) -> PromptState:
    values = dict(zip(PromptState.__slots__, row, strict=True))
    return PromptState(**values | {"stage": Stage(values["stage"])})

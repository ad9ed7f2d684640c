"""An attempt at an exam as it is kept: a JSON file that is replaced as a whole after each step, never half written."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from studycards.decks.blueprint import build_blueprint
from studycards.errors import StudycardsError
from studycards.study.exam.draw import Item

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studycards.decks.blueprint import Blueprint

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What was drawn, what was answered, how much time was used.

    Args:
        plain: the blueprint in its plain form, as it was when the exam began.
        seed: from which the items were drawn.
        started_ms: when the exam began, UTC milliseconds.
        items: the questions; `answers` and `own_scores` (of what the learner grades) are by their places.
        unreadable: the places of those answers that cannot be read; they count as none.
        at: the place of the open question.
        used_ms: for how long the exam was open.
        handed_in: whether answers are taken no more.
        scheduled: whether the lost questions were put into the schedule.
        opened: how often the exam was opened; of two windows on one attempt it is the later one's.
    """

    plain: Mapping[str, Any]
    seed: int
    started_ms: int
    items: tuple[Item, ...]
    answers: Mapping[int, str] = field(default_factory=dict)
    own_scores: Mapping[int, float] = field(default_factory=dict)
    unreadable: frozenset[int] = frozenset()
    flagged: frozenset[int] = frozenset()
    at: int = 0
    used_ms: int = 0
    handed_in: bool = False
    scheduled: bool = False
    opened: int = 1

    @property
    def blueprint(self) -> Blueprint:
        """The blueprint from which this was drawn."""
        return build_blueprint(self.plain)

    @property
    def id(self) -> str:
        """The id of the exam."""
        return str(self.plain["id"])

    @property
    def file_name(self) -> str:
        """The name of the file in which the attempt is kept."""
        return f"{self.id}-{self.started_ms}.json"

    @property
    def open_places(self) -> tuple[int, ...]:
        """The places of the questions without an answer that can be read."""
        return tuple(place for place in range(len(self.items)) if place not in self.answers.keys() - self.unreadable)

    def answered(self, typed: str, *, readable: bool) -> Self:
        """Take what was typed for the open question; an empty line takes back what was there."""
        answers = {place: answer for place, answer in self.answers.items() if place != self.at}
        unreadable = self.unreadable - {self.at}
        if not typed:
            return replace(self, answers=answers, unreadable=unreadable)
        unreadable |= frozenset() if readable else {self.at}
        return replace(self, answers={**answers, self.at: typed}, unreadable=unreadable)

    def is_elsewhere(self, folder: Path) -> bool:
        """Tell whether another window has opened this attempt since, or its file is gone.

        A file and not a lock tells it, since no crash leaves that behind.
        """
        path = folder / self.file_name
        if not path.exists():
            return True
        try:
            return type(self).load(path).opened > self.opened
        except StudycardsError:
            return False

    def save(self, folder: Path) -> None:
        """Write the attempt; on the disk when this returns.

        Raises:
            StudycardsError: it cannot be written; then the file is as it was before.
        """
        path = folder / self.file_name
        written = path.with_suffix(".new")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with written.open("w", encoding="utf-8") as stream:
                json.dump(self._as_json(), stream, ensure_ascii=False, indent=1)
                stream.flush()
                os.fsync(stream.fileno())
            written.replace(path)
            _sync_folder(folder)
        except OSError as error:
            raise StudycardsError("exam.not_saved", path=str(path), reason=error.strerror or "") from error

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the attempt that was kept in a file.

        Raises:
            StudycardsError: the file cannot be read, or is none of an attempt.
        """
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            return cls._of_json(kept)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise StudycardsError("exam.not_readable", path=str(path)) from error

    def _as_json(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "exam": self.plain,
            "seed": self.seed,
            "started_ms": self.started_ms,
            "used_ms": self.used_ms,
            "handed_in": self.handed_in,
            "scheduled": self.scheduled,
            "opened": self.opened,
            "at": self.at,
            "items": [
                {
                    **item._asdict(),
                    "answer": self.answers.get(place),
                    "readable": place not in self.unreadable,
                    "flagged": place in self.flagged,
                    "own_score": self.own_scores.get(place),
                }
                for place, item in enumerate(self.items)
            ],
        }

    @classmethod
    def _of_json(cls, kept: Mapping[str, Any]) -> Self:
        """Raise ValueError and its like where something is missing."""
        if kept["format"] != FORMAT:
            raise ValueError(kept["format"])
        items = list(enumerate(kept["items"]))
        sections = len(build_blueprint(kept["exam"]).sections)
        if not 0 <= kept["at"] < len(items) or not all(0 <= item["section"] < sections for _, item in items):
            raise ValueError(kept["at"])
        return cls(
            plain=kept["exam"],
            seed=kept["seed"],
            started_ms=kept["started_ms"],
            used_ms=kept["used_ms"],
            handed_in=kept["handed_in"],
            scheduled=kept["scheduled"],
            opened=kept.get("opened", 1),
            at=kept["at"],
            items=tuple(Item(item["prompt"], item["seed"], item["section"]) for _, item in items),
            answers={place: item["answer"] for place, item in items if item["answer"] is not None},
            own_scores={place: item["own_score"] for place, item in items if item["own_score"] is not None},
            unreadable=frozenset(place for place, item in items if not item.get("readable", True)),
            flagged=frozenset(place for place, item in items if item["flagged"]),
        )


def _sync_folder(folder: Path) -> None:
    """Have the new name of a file on the disk, too, where folders can be opened."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)

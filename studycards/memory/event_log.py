"""The append-only table of events: what was answered, renamed, changed and taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from studycards.memory.history import Changed, Renamed, Reviewed, present_name
from studycards.memory.log_file import LogFile
from studycards.memory.model import Answer, Answered, Change, ChangeEvent, Moment, Rating, ReviewEvent

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from studycards.memory.history import Entry

_ADD_REVIEW = """
    INSERT INTO events (kind, id, at_ms, offset_minutes, device,
                        prompt, rating, seed, typed, verdict, score, mistakes, hints, duration_ms)
    VALUES ('review', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_ADD_OTHER = """
    INSERT INTO events (kind, id, at_ms, offset_minutes, device, target, prompt) VALUES (?, ?, ?, ?, ?, ?, ?)
"""

_ADD_CHANGE = """
    INSERT INTO events (kind, id, at_ms, offset_minutes, device, batch, prompt) VALUES (?, ?, ?, ?, ?, ?, ?)
"""

_NEWEST = "SELECT kind, batch FROM standing WHERE kind <> 'rename' ORDER BY position DESC LIMIT 1"

_BATCH = """
    SELECT kind, at_ms, offset_minutes, device, prompt, position, id FROM standing WHERE batch = ? ORDER BY position
"""

_REVIEWS = """
    SELECT position, id, at_ms, offset_minutes, device,
           prompt, rating, seed, typed, verdict, score, mistakes, hints, duration_ms
    FROM standing WHERE kind = 'review' ORDER BY position
"""

_REVIEWS_OF = """
    SELECT position, id, at_ms, offset_minutes, device,
           prompt, rating, seed, typed, verdict, score, mistakes, hints, duration_ms
    FROM standing WHERE kind = 'review' AND prompt IN (SELECT value FROM json_each(?)) ORDER BY position
"""

_ANSWERS = """
    SELECT position, prompt, at_ms, offset_minutes, rating, duration_ms
    FROM standing WHERE kind IN ('review', 'reset') ORDER BY position
"""

_MISTAKES = """
    SELECT position, prompt, at_ms, offset_minutes, mistakes
    FROM standing WHERE kind = 'review' AND mistakes <> '[]' ORDER BY position
"""

_RENAMES = "SELECT position, target, prompt FROM events WHERE kind = 'rename' ORDER BY position"

_ALL_ENTRIES = "SELECT kind, position, target, prompt, rating, at_ms, offset_minutes FROM standing ORDER BY position"

_ENTRIES = """
    SELECT kind, position, target, prompt, rating, at_ms, offset_minutes
    FROM standing WHERE prompt IN (SELECT value FROM json_each(?)) ORDER BY position
"""

_FAMILY = """
    WITH RECURSIVE family (prompt) AS (
      VALUES (?)
      UNION SELECT target FROM events JOIN family USING (prompt) WHERE kind = 'rename'
      UNION SELECT events.prompt FROM events JOIN family ON target = family.prompt WHERE kind = 'rename'
    )
    SELECT prompt FROM family
"""

_PROMPTS_SINCE = """
    SELECT DISTINCT coalesce(event.prompt, answer.prompt)
    FROM events AS event LEFT JOIN events AS answer ON answer.id = event.target
    WHERE event.position > ?
"""

_RATINGS = {rating.value: rating for rating in Rating}
"""The ratings by their numbers: a dict is ten times as fast as the class."""


class EventLog(LogFile):
    """The events of an open review log."""

    def add_review(self, event: ReviewEvent) -> None:
        """Append an answer to the log."""
        answer = event.answer
        # A terminal that is not UTF-8 hands over bytes as lone surrogates, which no file can hold.
        typed = answer.typed.encode(errors="replace").decode()
        graded = (typed, answer.verdict, answer.score, json.dumps(answer.mistakes))
        asked = (answer.prompt, answer.rating, answer.seed)
        stamp = _stamp(event.id, event.moment, event.device)
        self._rows(_ADD_REVIEW, *stamp, *asked, *graded, answer.hints, answer.duration_ms)

    def add_retraction(self, event_id: str, moment: Moment, device: str, *, of: str) -> None:
        """Append that the answer with the id `of` does not stand."""
        self._rows(_ADD_OTHER, "retract", *_stamp(event_id, moment, device), of, None)

    def add_rename(self, event_id: str, moment: Moment, device: str, *, old: str, new: str) -> None:
        """Append that the prompt `old` is called `new` from here on."""
        self._rows(_ADD_OTHER, "rename", *_stamp(event_id, moment, device), old, new)

    def add_change(self, event: ChangeEvent, ids: Iterable[str]) -> None:
        """Append what was done to prompts; each row has one of `ids`, the first of which names all of them."""
        named = list(zip(ids, event.prompts, strict=True))
        batch, _ = named[0]
        rows = ((event.change, *_stamp(row, event.moment, event.device), batch, prompt) for row, prompt in named)
        self._many(_ADD_CHANGE, rows)

    def events(self) -> Iterator[ReviewEvent]:
        """Yield the answers that stand, oldest first, each under the present name of its prompt."""
        renames = self._renames()
        for row in self._stream(_REVIEWS):
            yield _event(row, renames)

    def events_of(self, family: Sequence[str]) -> Iterator[ReviewEvent]:
        """Yield the answers that stand of one `family` of names, oldest first."""
        renames = self._renames()
        for row in self._stream(_REVIEWS_OF, json.dumps(family)):
            yield _event(row, renames)

    def answers(self) -> Iterator[tuple[int, Answered]]:
        """Yield what statistics need of each answer and reset that stands, oldest first, with its place in the log."""
        return self._answers(_ANSWERS)

    def latest_answers(self) -> Iterator[tuple[int, Answered]]:
        """Yield the same, newest first."""
        return self._answers(_ANSWERS + "DESC")

    def _answers(self, query: str) -> Iterator[tuple[int, Answered]]:
        renames = self._renames()
        for position, prompt, at_ms, offset_minutes, rating, duration_ms in self._stream(query):
            name = present_name(prompt, position, renames) if renames else prompt
            yield position, Answered(name, Moment(at_ms, offset_minutes), _RATINGS.get(rating), duration_ms)

    def mistakes(self) -> Iterator[tuple[Moment, str, list[str]]]:
        """Yield for each answer that stands and showed mistakes when it was, its prompt and their ids."""
        renames = self._renames()
        for position, prompt, at_ms, offset_minutes, mistakes in self._stream(_MISTAKES):
            yield Moment(at_ms, offset_minutes), present_name(prompt, position, renames), json.loads(mistakes)

    def newest(self) -> tuple[ReviewEvent | ChangeEvent, tuple[str, ...]] | None:
        """Return the newest answer or change that stands, its prompts under their present names, and its rows' ids."""
        found = self._rows(_NEWEST)
        if not found:
            return None
        kind, batch = found[0]
        if kind == "review":
            event = _event(self._rows(_REVIEWS + "DESC LIMIT 1")[0], self._renames())
            return event, (event.id,)
        rows, renames = self._rows(_BATCH, batch), self._renames()
        _, at_ms, offset_minutes, device, *_ = rows[0]
        prompts = tuple(present_name(prompt, position, renames) for *_, prompt, position, _ in rows)
        moment = Moment(at_ms, offset_minutes)
        change = ChangeEvent(moment=moment, device=device, change=Change(kind), prompts=prompts)
        return change, tuple(row_id for *_, row_id in rows)

    def _renames(self) -> list[Renamed]:
        return [Renamed._make(row) for row in self._rows(_RENAMES)]

    def family(self, prompt: str) -> list[str]:
        """Return all names that renames link with `prompt`, itself included."""
        return [name for (name,) in self._rows(_FAMILY, prompt)]

    def entries(self, family: Sequence[str] | None = None) -> Generator[Entry]:
        """Yield what states and marks are made of, oldest first; only that of one `family` of names where given."""
        rows = self._stream(_ALL_ENTRIES) if family is None else self._stream(_ENTRIES, json.dumps(family))
        for kind, position, target, prompt, rating, *moment in rows:
            if kind == "review":
                yield Reviewed(prompt, Rating(rating), Moment(*moment))
            elif kind == "rename":
                yield Renamed(position, target, prompt)
            else:
                yield Changed(prompt, Change(kind))

    def last_position(self) -> int:
        """Return the place of the newest event in the log; 0 where there is none."""
        ((position,),) = self._rows("SELECT coalesce(max(position), 0) FROM events")
        return int(position)

    def prompts_since(self, position: int) -> list[str]:
        """Return the prompts that the events behind `position` are about."""
        return [prompt for (prompt,) in self._rows(_PROMPTS_SINCE, position)]


def _stamp(event_id: str, moment: Moment, device: str) -> tuple[str, int, int, str]:
    return event_id, moment.at_ms, moment.offset_minutes, device


def _event(row: Sequence[Any], renames: Sequence[Renamed]) -> ReviewEvent:
    position, event_id, at_ms, offset_minutes, device, prompt, rating, seed, *graded, hints, duration_ms = row
    typed, verdict, score, mistakes = graded
    answer = Answer(
        prompt=present_name(prompt, position, renames),
        rating=Rating(rating),
        seed=seed,
        typed=typed,
        verdict=verdict,
        score=score,
        mistakes=tuple(json.loads(mistakes)),
        hints=hints,
        duration_ms=duration_ms,
    )
    return ReviewEvent(id=event_id, moment=Moment(at_ms, offset_minutes), device=device, answer=answer)

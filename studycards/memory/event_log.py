"""The append-only table of events: what was answered, renamed, changed and taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from studycards.memory.history import Changed, Renamed, Renames, Reviewed
from studycards.memory.log_file import LogFile
from studycards.memory.model import Answer, Answered, Change, ChangeEvent, Moment, Rating, ReviewEvent

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Sequence

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

_DONE_BEFORE = """
    SELECT kind, coalesce(batch, id) FROM events
    WHERE kind NOT IN ('retract', 'rename') AND position < ? ORDER BY position DESC LIMIT 1
"""

_TAKEN_BACK = """
    SELECT position FROM events AS event
    WHERE id = ? AND EXISTS (SELECT 1 FROM events AS later WHERE later.kind = 'retract' AND later.target = event.id)
"""

_BATCH = "SELECT kind, at_ms, offset_minutes, device, prompt, position FROM events WHERE batch = ? ORDER BY position"

_REVIEWS = """
    SELECT position, id, at_ms, offset_minutes, device,
           prompt, rating, seed, typed, verdict, score, mistakes, hints, duration_ms
    FROM standing WHERE kind = 'review' ORDER BY position
"""

_REVIEW = """
    SELECT position, id, at_ms, offset_minutes, device,
           prompt, rating, seed, typed, verdict, score, mistakes, hints, duration_ms
    FROM events WHERE id = ?
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

_ENTRIES = "SELECT kind, position, target, prompt, rating, at_ms, offset_minutes FROM standing WHERE kind <> ?"

_OF_PROMPTS = " AND prompt IN (SELECT value FROM json_each(?))"

_IN_ORDER = " ORDER BY position"

_COUNT = "SELECT count(*) FROM standing WHERE kind <> ?"

_NO_KIND = ""
"""Is the kind of no event."""

_PROMPTS_SINCE = """
    SELECT DISTINCT coalesce(event.prompt, answer.prompt)
    FROM events AS event LEFT JOIN events AS answer ON answer.id = event.target OR answer.batch = event.target
    WHERE event.position > ?
"""

_RATINGS = {rating.value: rating for rating in Rating}
"""The ratings by their numbers: a dict is ten times as fast as the class."""

_CHANGES = {change.value: change for change in Change}


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
        """Append that the answer with the id `of` does not stand, or the change that goes by it, with all its rows."""
        self._rows(_ADD_OTHER, "retract", *_stamp(event_id, moment, device), of, None)

    def add_rename(self, event_id: str, moment: Moment, device: str, *, old: str, new: str) -> None:
        """Append that the prompt `old` is called `new` from here on."""
        self._rows(_ADD_OTHER, "rename", *_stamp(event_id, moment, device), old, new)

    def add_change(self, event: ChangeEvent, rows: Iterable[tuple[str, str]], batch: str) -> None:
        """Append what was done to prompts: `rows` has each with an id, and the whole goes by the first one, `batch`."""
        stamp = _stamp(batch, event.moment, event.device)[1:]
        self._many(_ADD_CHANGE, ((event.change, row_id, *stamp, batch, prompt) for row_id, prompt in rows))

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
            name = renames.present_name(prompt, position)
            yield position, Answered(name, Moment(at_ms, offset_minutes), _RATINGS.get(rating), duration_ms)

    def mistakes(self) -> Iterator[tuple[Moment, str, list[str]]]:
        """Yield for each answer that stands and showed mistakes when it was, its prompt and their ids."""
        renames = self._renames()
        for position, prompt, at_ms, offset_minutes, mistakes in self._stream(_MISTAKES):
            yield Moment(at_ms, offset_minutes), renames.present_name(prompt, position), json.loads(mistakes)

    def newest(self) -> tuple[str, str] | None:
        """Return the kind of the newest answer or change that stands, and the id that it goes by."""
        position = self.last_position() + 1
        while found := self._rows(_DONE_BEFORE, position):
            kind, event_id = found[0]
            taken_back = self._rows(_TAKEN_BACK, event_id)
            if not taken_back:
                return kind, event_id
            ((position,),) = taken_back
        return None

    def review(self, event_id: str) -> ReviewEvent:
        """Return an answer, its prompt under the present name."""
        return _event(self._rows(_REVIEW, event_id)[0], self._renames())

    def change(self, event_id: str) -> ChangeEvent:
        """Return a change with all its prompts under their present names."""
        rows, renames = self._rows(_BATCH, event_id), self._renames()
        kind, at_ms, offset_minutes, device, *_ = rows[0]
        prompts = tuple(renames.present_name(prompt, position) for *_, prompt, position in rows)
        return ChangeEvent(moment=Moment(at_ms, offset_minutes), device=device, change=Change(kind), prompts=prompts)

    def size(self, event_id: str) -> int:
        """Return how many prompts a change has; 0 for an answer."""
        ((count,),) = self._rows("SELECT count(*) FROM events WHERE batch = ?", event_id)
        return int(count)

    def _renames(self) -> Renames:
        return Renames([Renamed._make(row) for row in self._rows(_RENAMES)])

    def family(self, prompts: Collection[str]) -> list[str]:
        """Return all names that renames link with `prompts`, themselves included."""
        return self._renames().linked(prompts)

    def entries(self, family: Collection[str] | None = None) -> Generator[Entry]:
        """Yield what states and marks are made of, oldest first; only that of a `family` of names where given."""
        return self._entries(_NO_KIND, family)

    def marking(self, family: Collection[str] | None = None) -> Generator[Entry]:
        """Yield what marks are made of: all but the answers."""
        return self._entries("review", family)

    def count_entries(self, family: Collection[str] | None = None) -> int:
        """Return how many entries there are."""
        condition, values = _chosen(family)
        ((count,),) = self._rows(_COUNT + condition, _NO_KIND, *values)
        return int(count)

    def _entries(self, unwanted: str, family: Collection[str] | None) -> Generator[Entry]:
        condition, values = _chosen(family)
        for kind, position, target, prompt, rating, *moment in self._stream(
            _ENTRIES + condition + _IN_ORDER, unwanted, *values
        ):
            if kind == "review":
                yield Reviewed(prompt, _RATINGS[rating], Moment(*moment))
            elif kind == "rename":
                yield Renamed(position, target, prompt)
            else:
                yield Changed(prompt, _CHANGES[kind])

    def last_position(self) -> int:
        """Return the place of the newest event in the log; 0 where there is none."""
        ((position,),) = self._rows("SELECT coalesce(max(position), 0) FROM events")
        return int(position)

    def prompts_since(self, position: int) -> list[str]:
        """Return the prompts that the events behind `position` are about."""
        return [prompt for (prompt,) in self._rows(_PROMPTS_SINCE, position)]


def _chosen(family: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    """Return what restricts a query to a `family` of names, and the value that it takes."""
    return ("", ()) if family is None else (_OF_PROMPTS, (json.dumps([*family]),))


def _stamp(event_id: str, moment: Moment, device: str) -> tuple[str, int, int, str]:
    return event_id, moment.at_ms, moment.offset_minutes, device


def _event(row: Sequence[Any], renames: Renames) -> ReviewEvent:
    position, event_id, at_ms, offset_minutes, device, prompt, rating, seed, *graded, hints, duration_ms = row
    typed, verdict, score, mistakes = graded
    answer = Answer(
        prompt=renames.present_name(prompt, position),
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

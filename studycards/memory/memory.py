"""The one door to the memory: record answers, take them back, ask what waits.

The log is the truth; the states are a cache of it that changes in the same transaction. So a recorded answer is
durable, two programs may be open at once, and `rebuild` never changes anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from studycards.memory.days import study_day
from studycards.memory.derivation import carry_on, counted, derive_all, derive_marks, derive_states, states_anew
from studycards.memory.model import Change, ChangeEvent, Mark, Rating, ReviewEvent
from studycards.memory.queue import Day, next_day, plan
from studycards.memory.scheduler import next_state, wait
from studycards.memory.settings import RULES, check_setting, read_limits, read_rules

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from studycards.memory.derivation import Told
    from studycards.memory.insight import Insight
    from studycards.memory.model import Answer, Candidate, Clock, Counts, Limits, Progress, PromptState, Wait
    from studycards.memory.queue import Queue
    from studycards.memory.settings import Rules
    from studycards.memory.store import Store


REVIEW = "review"
"""The kind of an answer in the log."""


class Memory:
    """A learner's review log and the schedule that follows from it.

    Every method raises `StudycardsError` where the file is damaged, full, kept busy or cannot be written; what
    was not written then does not count.
    """

    def __init__(self, store: Store, clock: Clock, device: str) -> None:
        self._store = store
        self._clock = clock
        self._device = device

    @classmethod
    def open(cls, path: Path, clock: Clock, device: str | None = None) -> Self:
        """Open the log at `path`, making it where there is none.

        Args:
            path: the file; its folder is made, too.
            clock: gives the moment of each event.
            device: the name under which this machine's events stand in the log; the file's own when None.
        """
        from studycards.memory.store import Store  # noqa: PLC0415 - sqlite3 and json, 20 ms

        store = Store.open(path)
        return cls(store, clock, device or store.settings()["device"])

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def record(self, answer: Answer) -> ReviewEvent:
        """Append `answer` to the log and schedule its prompt; on the disk when this returns."""
        event = ReviewEvent(id=_new_id(), moment=self._clock(), device=self._device, answer=answer)
        with self._store.transaction():
            self._store.add_review(event)
            self._schedule([answer.prompt])
        return event

    def suspend(self, prompts: Sequence[str], told: Told | None = None) -> None:
        """Ask `prompts` no more, until they are resumed."""
        self.change(Change.SUSPEND, prompts, told)

    def resume(self, prompts: Sequence[str], told: Told | None = None) -> None:
        """Ask suspended `prompts` again, as their schedule says."""
        self.change(Change.RESUME, prompts, told)

    def flag(self, prompts: Sequence[str], told: Told | None = None) -> None:
        """Mark `prompts`, to be looked at later."""
        self.change(Change.FLAG, prompts, told)

    def unflag(self, prompts: Sequence[str], told: Told | None = None) -> None:
        """Take the flag off `prompts`."""
        self.change(Change.UNFLAG, prompts, told)

    def reset(self, prompts: Sequence[str], told: Told | None = None) -> None:
        """Let `prompts` be new again; their answers stay in the log, and count in statistics."""
        self.change(Change.RESET, prompts, told)

    def change(self, change: Change, prompts: Sequence[str], told: Told | None = None) -> None:
        """Append a change of all `prompts` and what it leads to; on the disk when this returns.

        Args:
            change: what is done to each of them.
            prompts: may be a hundred thousand.
            told: is called now and then with how many are done of how many; what it raises leaves all as they were.
        """
        if not prompts:
            return
        event = ChangeEvent(moment=self._clock(), device=self._device, change=change, prompts=tuple(prompts))
        # Sorted, as the index of ids grows at its end then: half the time.
        ids = sorted(_new_id() for _ in prompts)
        with self._store.transaction():
            rows = counted(zip(ids, prompts, strict=True), len(prompts), told)
            self._store.add_change(event, rows, batch=ids[0])
            carry_on(self._store, event)

    def undo(self, told: Told | None = None) -> ReviewEvent | ChangeEvent | None:
        """Take back the newest answer, or the newest change with all its prompts, and return it; None without any.

        The log keeps both what was done and that it was taken back.

        Args:
            told: is called now and then with how much of what the log says of many prompts is gone through, and how
                much there is; what it raises leaves everything as it was.
        """
        with self._store.transaction():
            newest = self._store.newest()
            if newest is None:
                return None
            event = self._event(*newest)
            self._store.add_retraction(_new_id(), self._clock(), self._device, of=newest[1])
            if isinstance(event, ReviewEvent):
                self._schedule([event.answer.prompt])
            elif event.change is Change.RESET:
                self._schedule(event.prompts, told)
            else:
                derive_marks(self._store, event.prompts, told)
        return event

    def rename(self, old: str, new: str) -> None:
        """Let the history of the prompt `old` continue as that of `new`.

        Nothing happens where `old` has no history or `new` has one of its own, so it may be repeated at will.
        """
        if not self._continues(old, new):
            return  # as at nearly every start; so none waits for another program that writes
        with self._store.transaction():
            if self._continues(old, new):
                self._store.add_rename(_new_id(), self._clock(), self._device, old=old, new=new)
                self._schedule([new])
                derive_marks(self._store, [new])

    def last_event(self) -> ReviewEvent | ChangeEvent | None:
        """Return the newest answer or change that stands: what `undo` would take back."""
        newest = self._store.newest()
        return self._event(*newest) if newest else None

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would take anything back."""
        return self._store.newest() is not None

    @property
    def newest_change_size(self) -> int:
        """How many prompts the change has that `undo` would take back; 0 where it would take back none."""
        newest = self._store.newest()
        return self._store.size(newest[1]) if newest else 0

    def events(self) -> Iterator[ReviewEvent]:
        """Yield the answers that stand, oldest first, each under the present name of its prompt."""
        return self._store.events()

    def mistake_counts(self, since_day: int | None = None) -> dict[str, Counter[str]]:
        """Return how often each mistake was made on each prompt, by the ids of both.

        Args:
            since_day: the first study day that counts; all of them when None.
        """
        from collections import Counter  # noqa: PLC0415 - only a statistic counts

        rollover_hour = self._rules().rollover_hour
        counts: dict[str, Counter[str]] = {}
        for moment, prompt, mistakes in self._store.mistakes():
            if since_day is None or study_day(moment, rollover_hour) >= since_day:
                for mistake in mistakes:
                    counts.setdefault(mistake, Counter())[prompt] += 1
        return counts

    @property
    def insight(self) -> Insight:
        """What the log and the schedule say beyond what is asked next."""
        from studycards.memory.insight import Insight  # noqa: PLC0415 - only statistics and histories want it

        return Insight(self._store, self.today(), self._rules())

    def state(self, prompt: str) -> PromptState | None:
        """Return the schedule of `prompt`; None for a new one."""
        return self._store.state(prompt)

    def states(self) -> Iterator[PromptState]:
        """Yield the schedule of every prompt that has one."""
        return self._store.states()

    def progress(self, prompts: Sequence[str] | None = None) -> Iterator[Progress]:
        """Yield how every prompt is doing that was answered; only those of `prompts` where given."""
        return self._store.progress(prompts)

    def marks(self, prompts: Sequence[str] | None = None) -> dict[str, frozenset[Mark]]:
        """Return the marks of each prompt that has any; only those of `prompts` where given."""
        marks: dict[str, frozenset[Mark]] = {}
        for prompt, mark in self._store.marks(prompts):
            marks[prompt] = marks.get(prompt, frozenset()) | {mark}
        return marks

    def waits(self, prompt: str) -> dict[Rating, Wait]:
        """Return for each rating when `prompt` would come back if it were given now."""
        before, moment, rules = self._store.state(prompt), self._clock(), self._rules()
        return {rating: wait(next_state(before, prompt, rating, moment, rules), moment) for rating in Rating}

    def today(self) -> int:
        """Return the present study day."""
        return study_day(self._clock(), self._rules().rollover_hour)

    def counts(self, groups: Mapping[str, Sequence[Candidate]]) -> dict[str, Counts]:
        """Return what waits today of each group, within the limits of the day, as if it were studied alone."""
        day = self._day()
        return {name: plan(candidates, day).counts for name, candidates in groups.items()}

    def queue(self, candidates: Sequence[Candidate]) -> Queue:
        """Return what to ask today of `candidates`, whose order is that in which new prompts are introduced."""
        return plan(candidates, self._day()).queue

    def next_day(self, candidates: Sequence[Candidate]) -> int | None:
        """Return the first study day after today that brings one of `candidates`; None where there are none."""
        return next_day(candidates, self._day())

    def _day(self) -> Day:
        return Day.of(self.today(), self._store.schedule(), self.limits, self._store.marked(Mark.SUSPENDED))

    @property
    def limits(self) -> Limits:
        """How much one study day may bring."""
        return read_limits(self._store.settings())

    def set_limits(self, limits: Limits) -> None:
        """Keep `limits` for this and all later days."""
        self.set_setting("new_per_day", str(limits.new_per_day))
        self.set_setting("reviews_per_day", str(limits.reviews_per_day))

    def setting(self, name: str) -> str | None:
        """Return a setting; None where it was never set."""
        return self._store.settings().get(name)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting. One that scheduling depends on moves the due days of all prompts.

        Raises:
            StudycardsError: the setting is a number of ours and `value` is out of its range.
        """
        check_setting(name, value)
        with self._store.transaction():
            self._store.put_setting(name, value)
            if name in RULES:
                self._store.replace_states(states_anew(self._store, self._rules()).values())

    def change_rules(self, rules: Rules, told: Told | None = None) -> None:
        """Move the due days of all prompts to where `rules` put them; others can record answers meanwhile.

        Args:
            rules: hold from here on.
            told: is called now and then with how much of the log is read; what it raises leaves everything as it was.

        Raises:
            StudycardsError: a rule is out of its range.
        """
        for name, value in rules.written():
            check_setting(name, value)
        seen = self._store.last_position()
        states = states_anew(self._store, rules, told=told)
        with self._store.transaction():
            for name, value in rules.written():
                self._store.put_setting(name, value)
            self._store.replace_states(states.values())
            self._schedule(self._store.prompts_since(seen))

    def rebuild(self) -> None:
        """Compute all states and marks anew from the log."""
        with self._store.transaction():
            derive_all(self._store, self._rules())

    def _event(self, kind: str, event_id: str) -> ReviewEvent | ChangeEvent:
        return self._store.review(event_id) if kind == REVIEW else self._store.change(event_id)

    def _continues(self, old: str, new: str) -> bool:
        return self._has_history(old) and not self._has_history(new)

    def _has_history(self, prompt: str) -> bool:
        return self._store.state(prompt) is not None or self._store.has_marks(prompt)

    def _rules(self) -> Rules:
        return read_rules(self._store.settings())

    def _schedule(self, prompts: Sequence[str], told: Told | None = None) -> None:
        derive_states(self._store, self._rules(), prompts, told)


def _new_id() -> str:
    from uuid import uuid4  # noqa: PLC0415 - 4 ms that only a change needs, not a start

    return str(uuid4())

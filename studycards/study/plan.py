"""What a session asks next, and what becomes of an answer: a review follows the schedule, a quiz has none."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from studycards.memory import Change, ChangeEvent, Mark, Rating
from studycards.study.view import Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from studycards.memory import Answer, Candidate, Clock, Memory, Wait

LEARN_AHEAD_MS = 20 * 60_000
"""A learning step this near is taken at once when nothing else is left, as Anki does: better than waiting."""


class Plan(Protocol):
    """The prompts of a session that are still to be asked."""

    mode: Mode

    @property
    def schedules(self) -> bool:
        """Whether answers are scheduled, and so rated."""
        ...

    def __len__(self) -> int:
        """Return how many prompts are left."""
        ...

    def again(self, answered: AbstractSet[str]) -> int:
        """Return how many of the prompts that are left were `answered` already."""
        ...

    def next(self) -> str | None:
        """Take out the prompt to ask now; None where nothing is left."""
        ...

    def record(self, answer: Answer) -> None:
        """Take in a rated answer; it is safe when this returns."""
        ...

    def skip(self, prompt: str) -> None:
        """Ask this prompt no more in this session."""
        ...

    def suspend(self, prompt: str) -> None:
        """Ask this prompt no more, in this session and all later ones, until it is resumed."""
        ...

    def flag(self, prompt: str) -> bool:
        """Mark the prompt, or take the mark off; return whether it is marked now."""
        ...

    def flagged(self, prompt: str) -> bool:
        """Whether the prompt is marked."""
        ...

    def undo(self, current: str | None) -> Answer | ChangeEvent | None:
        """Take back what was done last and return it, or None where there is nothing.

        After an answer was taken back, `current` is asked again later.
        """
        ...

    def take(self, prompt: str, current: str | None) -> None:
        """Take out a prompt that was suspended, to ask it now; `current` is asked again later."""
        ...

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        ...

    def waits(self, prompt: str) -> Mapping[Rating, Wait]:
        """Tell for each rating when the prompt would come back; empty where nothing is scheduled."""
        ...

    def waiting(self) -> int:
        """Return how much still waits today once the session is over."""
        ...


class _Marks:
    """What every plan does about marks: they are kept in the memory, whether or not the answers are."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def suspend(self, prompt: str) -> None:
        """Let the memory keep the prompt from all sessions; it is off the list of this one already."""
        self._memory.suspend([prompt])

    def flag(self, prompt: str) -> bool:
        """Turn the flag."""
        flagged = not self.flagged(prompt)
        (self._memory.flag if flagged else self._memory.unflag)([prompt])
        return flagged

    def flagged(self, prompt: str) -> bool:
        """Ask the memory."""
        return Mark.FLAGGED in self._memory.marks().get(prompt, ())


class ReviewPlan(_Marks):
    """Learning steps when their minute has come; between them the reviews and new prompts of the day."""

    mode = Mode.REVIEW
    schedules = True

    def __init__(self, memory: Memory, candidates: Sequence[Candidate], clock: Clock) -> None:
        super().__init__(memory)
        self._candidates = candidates
        self._clock = clock
        self._skipped: set[str] = set()
        self._fill()

    def __len__(self) -> int:
        return len(self._learning) + len(self._prompts)

    def again(self, answered: AbstractSet[str]) -> int:
        """Count the learning steps among them; a prompt of the day is asked once."""
        return len(self._learning.keys() & answered)

    def next(self) -> str | None:
        """Take a learning step that is due, else the next prompt, else a learning step that is near."""
        now_ms = self._clock().at_ms
        horizon_ms = now_ms if self._prompts else now_ms + LEARN_AHEAD_MS
        soonest = min(self._learning, key=self._learning.__getitem__, default=None)
        if soonest is not None and self._learning[soonest] <= horizon_ms:
            del self._learning[soonest]
            return soonest
        return self._prompts.popleft() if self._prompts else None

    def record(self, answer: Answer) -> None:
        """Write the answer to the log; a learning step comes back in this session."""
        self._memory.record(answer)
        state = self._memory.state(answer.prompt)
        if state is not None and state.due_ms is not None and state.due_day <= self._memory.today():
            self._learning[answer.prompt] = state.due_ms

    def skip(self, prompt: str) -> None:
        """Leave the prompt for a later session; its schedule stays as it is."""
        self._skipped.add(prompt)

    def undo(self, current: str | None) -> Answer | ChangeEvent | None:
        """Retract the newest event of the log, from whichever session, and plan the day anew."""
        event = self._memory.undo()
        if event is None:
            return None
        if isinstance(event, ChangeEvent):
            self._fill(but=current)
            return event
        self._skipped.discard(event.answer.prompt)
        self._fill(but=event.answer.prompt)
        return event.answer

    def take(self, prompt: str, current: str | None) -> None:  # noqa: ARG002 - planning anew finds it again
        """Plan the day anew, but for this prompt."""
        self._fill(but=prompt)

    @property
    def can_undo(self) -> bool:
        """Whether the log has an event that stands."""
        return self._memory.can_undo

    def waits(self, prompt: str) -> Mapping[Rating, Wait]:
        """Ask the scheduler."""
        return self._memory.waits(prompt)

    def waiting(self) -> int:
        """Count what the day still brings, skipped prompts included."""
        return self._memory.counts({"": self._candidates})[""].total

    def _fill(self, *, but: str | None = None) -> None:
        """Ask what waits, except for what was skipped and the prompt that is asked at this moment."""
        queue, left_out = self._memory.queue(self._candidates), {*self._skipped, but}
        self._learning = {prompt: due_ms for prompt, due_ms in queue.learning if prompt not in left_out}
        self._prompts = deque(prompt for prompt in queue.prompts if prompt not in left_out)


class QuizPlan(_Marks):
    """A list of prompts; a missed one comes back after the others. Told to `schedule`, it logs the answers."""

    mode = Mode.QUIZ

    def __init__(self, prompts: Iterable[str], memory: Memory, *, schedule: bool) -> None:
        super().__init__(memory)
        self._prompts = deque(prompts)
        self.schedules = schedule
        self._steps: list[Answer | Change] = []

    def __len__(self) -> int:
        return len(self._prompts)

    def again(self, answered: AbstractSet[str]) -> int:
        """Count those at the end of the list, which were missed."""
        return sum(1 for prompt in self._prompts if prompt in answered)

    def next(self) -> str | None:
        """Take the first prompt of the list."""
        return self._prompts.popleft() if self._prompts else None

    def record(self, answer: Answer) -> None:
        """Remember the answer; a missed prompt goes to the end of the list."""
        if self.schedules:
            self._memory.record(answer)
        self._steps.append(answer)
        if answer.rating is Rating.AGAIN:
            self._prompts.append(answer.prompt)

    def skip(self, prompt: str) -> None:
        """Leave the prompt out; it is off the list already."""

    def suspend(self, prompt: str) -> None:
        """Have it suspended, and remember that."""
        super().suspend(prompt)
        self._steps.append(Change.SUSPEND)

    def flag(self, prompt: str) -> bool:
        """Turn the flag, and remember that."""
        flagged = super().flag(prompt)
        self._steps.append(Change.FLAG if flagged else Change.UNFLAG)
        return flagged

    def undo(self, current: str | None) -> Answer | ChangeEvent | None:
        """Take back what was done last in this quiz."""
        if not self._steps:
            return None
        step = self._steps[-1]
        logged = self._memory.undo() if self.schedules or isinstance(step, Change) else None
        self._steps.pop()
        if isinstance(step, Change):
            return logged if isinstance(logged, ChangeEvent) else None
        if step.rating is Rating.AGAIN and step.prompt in self._prompts:
            self._prompts.remove(step.prompt)
        self._put_back(current, step.prompt)
        return step

    def take(self, prompt: str, current: str | None) -> None:
        """Put what is asked at this moment back to the front of the list."""
        self._put_back(current, prompt)

    @property
    def can_undo(self) -> bool:
        """Whether something was done in this quiz."""
        return bool(self._steps)

    def waits(self, prompt: str) -> Mapping[Rating, Wait]:
        """Nothing, unless the quiz schedules its answers."""
        return self._memory.waits(prompt) if self.schedules else {}

    def waiting(self) -> int:
        """Nothing waits after a quiz."""
        return 0

    def _put_back(self, current: str | None, asked: str) -> None:
        if current is not None and current != asked:
            self._prompts.appendleft(current)

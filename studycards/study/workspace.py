"""The door to everything of one learner: decks, memory, settings, and the sessions that use them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self

from studycards.decks.cache import DeckCache
from studycards.decks.library import Library
from studycards.decks.locations import builtin_folder, deck_files
from studycards.errors import StudycardsError
from studycards.locale import detect_language
from studycards.memory import Mark, Memory
from studycards.study.deck_summary import DeckSummary
from studycards.study.seeds import fresh_seeds, seeds_from, shuffled
from studycards.study.settings.preferences import Preferences
from studycards.study.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from studycards.decks.model import Card
    from studycards.locale import Language
    from studycards.locale.language import LanguageCode
    from studycards.memory import Clock, Counts
    from studycards.questions import Question
    from studycards.study.browse.browser import Browser
    from studycards.study.exam.hall import ExamHall
    from studycards.study.mistakes import MadeMistake
    from studycards.study.plan import Plan
    from studycards.study.session import Session
    from studycards.study.statistics import Statistics

_WELCOMED = "welcomed"


class Workspace:
    """The data folder of one learner together with the decks of this run."""

    def __init__(
        self, home: Path, library: Library, memory: Memory, clock: Clock, preferences: Preferences, *, builtin: Path
    ) -> None:
        self.home = home
        self.preferences = preferences
        self._builtin = builtin
        self._library = library
        self._memory = memory
        self._clock = clock
        self._shelf = Shelf(library)

    @classmethod
    def open(
        cls,
        home: Path,
        clock: Clock,
        *,
        language: LanguageCode | None = None,
        environment: Mapping[str, str] | None = None,
        decks: Iterable[Path] = (),
        builtin: Path | None = None,
        loaded: Callable[[int, int], None] | None = None,
        told: Callable[[int, int], None] | None = None,
    ) -> Self:
        """Open the data folder, made where it does not exist, with the built-in decks, the learner's own and `decks`.

        Args:
            home: holds `reviews.db`, the settings, the deck cache and the learner's `decks/`.
            clock: the time of day and the learner's offset.
            language: overrides the stored choice for this run.
            environment: its locale variables decide where nothing has been chosen yet.
            decks: further deck files or folders.
            builtin: folder of the built-in decks, where it is not the program's own.
            loaded: is called before the first deck and after each one with how many have been read, and how many
                there are.
            told: where the rules of the settings have changed, is called with how much of the log has been gone
                through, and how much there is; what it raises leaves the schedule to the next start.

        Raises:
            StudycardsError: the folder or the log cannot be used, or a path in `decks` does not exist.
        """
        own = home / "decks"
        try:
            own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StudycardsError("study.home_unusable", path=str(home), reason=error.strerror or "") from error
        builtin = builtin or builtin_folder()
        files = deck_files([builtin, own, *decks])
        memory = Memory.open(home / "reviews.db", clock)
        library = Library.load(files, DeckCache.open(home / "cache.db"), loaded)
        preferences = Preferences(
            home,
            memory,
            partial(Memory.open, home / "reviews.db", clock),
            terminal=detect_language(environment or {}),
            spoken=language,
        )
        if preferences.rules_changed:
            preferences.reschedule(told)
        workspace = cls(home, library, memory, clock, preferences, builtin=builtin)
        workspace._follow_renames()
        return workspace

    @staticmethod
    def warm_up() -> None:
        """Load what the first rating needs; meant for a thread, while the first question is read."""
        from studycards.memory.scheduler import warm_up  # noqa: PLC0415 - the scheduler, not for a list of decks

        warm_up()

    def close(self) -> None:
        """Close the files."""
        self._memory.close()
        self._library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def language(self) -> Language:
        """The language of this moment."""
        return self.preferences.language

    @property
    def first_run(self) -> bool:
        """Whether the welcome has not been read yet."""
        return self._memory.setting(_WELCOMED) is None

    def mark_welcomed(self) -> None:
        """Show the welcome no more."""
        self._memory.set_setting(_WELCOMED, "yes")

    def decks(self) -> tuple[DeckSummary, ...]:
        """Return what waits today in each deck, and the decks that cannot be used."""
        counts = self._memory.counts({deck.id: self._shelf.candidates_of(deck) for deck in self._library.decks})
        usable = [
            DeckSummary(deck.id, deck.title, deck.path, len(deck.cards), counts[deck.id])
            for deck in self._library.decks
        ]
        faulty = [DeckSummary(deck.path.stem, None, deck.path, problems=deck.problems) for deck in self._library.faulty]
        return (*usable, *faulty)

    def total(self, decks: Sequence[str] = ()) -> Counts:
        """Return what waits today in the decks (all when empty) together, within the limits of the day."""
        return self._memory.counts({"": self._shelf.candidates(decks)})[""]

    def days_until_next(self, decks: Sequence[str] = ()) -> int | None:
        """Return in how many days the decks (all when empty) bring something after today; None where they are empty."""
        day = self._memory.next_day(self._shelf.candidates(decks))
        return None if day is None else day - self._memory.today()

    def find_decks(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the decks that `names` mean: an id, the beginning of just one, a file or a folder.

        Raises:
            StudycardsError: a name means no deck, several, or one with problems.
        """
        return self._shelf.find(names)

    def cards(self, decks: Sequence[str] = ()) -> Iterable[tuple[str, Card]]:
        """Return the cards of the decks (all when empty), each with the id of its deck."""
        return self._shelf.cards(decks)

    def place(self, prompt: str) -> tuple[Path, int]:
        """Return the file and the line in which the card of a prompt begins.

        Raises:
            StudycardsError: no deck has it, or its deck has changed beyond what the cache knows.
        """
        return self._shelf.place(prompt)

    def reread(self, prompt: str) -> int | None:
        """Take in what has changed in the file of a prompt's deck; a deck with problems stays as it was.

        Returns:
            The number of problems, or None where nothing has changed.
        """
        deck = self._library.deck_of(prompt)
        problems = self._library.reread(deck) if deck else None
        if problems == 0 and deck:
            self._shelf.forget(deck)
            self._follow_renames()
        return problems

    def mistakes(self, days: int | None = None) -> tuple[MadeMistake, ...]:
        """Return the mistakes in the log, the commonest first; only those of the last `days` study days where given."""
        from studycards.study.mistakes import made_mistakes  # noqa: PLC0415 - the library of mistakes, 40 ms

        since_day = None if days is None else self._memory.today() - days + 1
        return made_mistakes(self._memory.mistake_counts(since_day), self._library.deck_of)

    def review(self, decks: Sequence[str] = ()) -> Session:
        """Begin a session with what the schedule brings today."""
        from studycards.study.plan import ReviewPlan  # noqa: PLC0415 - as in `_session`

        candidates = self._shelf.candidates(decks)
        return self._session(ReviewPlan(self._memory, candidates, self._clock), fresh_seeds())

    def quiz(
        self,
        decks: Sequence[str] = (),
        *,
        count: int | None = None,
        seed: int | None = None,
        keep: Callable[[Card], bool] | None = None,
        schedule: bool = False,
    ) -> Session:
        """Begin a quiz of any cards in random order; nothing is scheduled unless `schedule` is true.

        Args:
            decks: ids of the decks to draw from; all when empty.
            count: how many prompts at most.
            seed: repeats the order and the numbers of an earlier quiz.
            keep: picks the cards, for example by tag.
            schedule: record the answers like those of a review.
        """
        from studycards.study.plan import QuizPlan  # noqa: PLC0415 - as in `_session`

        seeds = fresh_seeds() if seed is None else seeds_from(seed)
        marks = self._memory.marks()
        askable = [prompt for prompt in self._shelf.prompts(decks, keep) if Mark.SUSPENDED not in marks.get(prompt, ())]
        chosen = shuffled(askable, seeds())[:count]
        by_hand = any(map(self._shelf.may_be_recalled, chosen))
        return self._session(QuizPlan(chosen, self._memory, schedule=schedule), seeds, by_hand=by_hand)

    @property
    def exams(self) -> ExamHall:
        """The exams that can be sat with these decks."""
        from studycards.study.exam.hall import ExamHall  # noqa: PLC0415 - PyYAML and the questions, not for a review

        return ExamHall(
            self.home,
            self._builtin,
            decks=lambda: {deck.id: self._library.cards(deck) for deck in self._library.decks},
            pose=self._shelf.question,
            clock=self._clock,
            record=self._memory.record,
            seeds=fresh_seeds(),
        )

    @property
    def browser(self) -> Browser:
        """All cards, to be searched and changed; made anew each time, with the decks of the moment."""
        from studycards.study.browse.browser import Browser  # noqa: PLC0415 - not for a start

        return Browser(self._library, self._memory, partial(Memory.open, self.home / "reviews.db", self._clock))

    @property
    def statistics(self) -> Statistics:
        """What the log and the schedule say in figures; it may be used in any thread."""
        from studycards.study.statistics import Statistics  # noqa: PLC0415 - not before the first screen is painted

        return Statistics(
            self.home / "reviews.db", self._clock, self._library.decks, self._shelf.candidates_of, self._shelf.question
        )

    def _session(self, plan: Plan, seeds: Callable[[], int], *, by_hand: bool = True) -> Session:
        from studycards.study.session import Session  # noqa: PLC0415 - the questions, 25 ms, not for a list of decks

        return Session(
            plan,
            pose=self._question_as_wished,
            deck_title=self._shelf.title_of,
            by_hand=by_hand,
            clock=self._clock,
            seeds=seeds,
        )

    def _question_as_wished(self, prompt: str, seed: int) -> Question:
        """Ask with the axes of shapes in the learner's order; an exam, which is posed again later, keeps its own."""
        return self._shelf.question(prompt, seed, self.preferences.current.layout)

    def _follow_renames(self) -> None:
        """Let the history of a card follow its new id, once."""
        for old, new in self._library.renames():
            self._memory.rename(old, new)

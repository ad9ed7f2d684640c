"""Where exams are found, begun and taken up again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from shlex import quote
from typing import TYPE_CHECKING

from studycards.decks.blueprint_reader import read_blueprint
from studycards.decks.locations import EXAMS, exam_files, read_source
from studycards.errors import StudycardsError
from studycards.locale import Message
from studycards.study.exam.attempt import Attempt
from studycards.study.exam.draw import TooFewCards, draw
from studycards.study.exam.exam import Exam
from studycards.study.exam.written import as_asked

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from studycards.decks.blueprint import Blueprint
    from studycards.decks.blueprint_reader import ReadBlueprint
    from studycards.decks.model import Card
    from studycards.memory import Answer, Clock
    from studycards.questions import Question


@dataclass(frozen=True, slots=True)
class ExamSummary:
    """One line of the list of exams. `problems` of its blueprint have to be mended before it can be sat."""

    id: str
    read: ReadBlueprint
    problems: int = 0
    unfinished: Attempt | None = None

    @property
    def blueprint(self) -> Blueprint | None:
        """How the exam is made; None where the blueprint has problems."""
        return None if self.problems else self.read.blueprint


class ExamHall:
    """The exams of one learner.

    Args:
        home: the data folder; attempts, and the learner's own blueprints, are in its `exams/`.
        builtin: the folder of the program's decks and exams.
        decks: gives the cards of each deck by its id.
        pose: makes the question of a prompt and a seed.
        clock: tells when an exam begins, and how long it takes.
        record: writes an answer to the review log.
        seeds: gives the seed of a new attempt.
    """

    def __init__(
        self,
        home: Path,
        builtin: Path,
        *,
        decks: Callable[[], Mapping[str, Sequence[Card]]],
        pose: Callable[[str, int], Question],
        clock: Clock,
        record: Callable[[Answer], object],
        seeds: Callable[[], int],
    ) -> None:
        self._folder = home / EXAMS
        self._builtin = builtin
        self._decks = decks
        self._pose = pose
        self._clock = clock
        self._record = record
        self._seeds = seeds

    def exams(self) -> tuple[ExamSummary, ...]:
        """Return all exams: the program's, then the learner's own; of two with one id the first one counts."""
        taken: set[str] = set()
        exams = []
        for read in self._blueprints():
            exams.append(self._summary(read, taken))
            taken.add(exams[-1].id)
        return tuple(exams)

    def open(self, name: str, *, seed: int | None = None, anew: bool = False) -> Exam:
        """Return the exam that `name` means: the attempt that was left unfinished, or a new one.

        Args:
            name: the id of an exam, or the beginning of just one.
            seed: draws the same exam again; an unfinished attempt with another seed is left alone.
            anew: begin a new attempt whatever was left unfinished.

        Raises:
            StudycardsError: there is no such exam, it has problems, or the decks cannot fill it.
        """
        summary = self._find(name)
        attempt = summary.unfinished
        if attempt is None or anew or seed not in {None, attempt.seed}:
            return self._sat(self._begun(summary, self._seeds() if seed is None else seed))
        try:
            return self._sat(replace(attempt, opened=attempt.opened + 1))
        except StudycardsError as error:
            reason = Message(error.key, error.values)
            raise StudycardsError("exam.not_resumed", reason=reason, exam=summary.id) from error

    def _begun(self, summary: ExamSummary, seed: int) -> Attempt:
        blueprint = summary.blueprint
        assert blueprint is not None
        decks = self._decks()
        for section in blueprint.sections:
            if missing := next((deck for deck in section.decks if deck not in decks), None):
                raise StudycardsError("exam.no_deck", exam=blueprint.id, topic=section.topic, deck=missing)
        try:
            items = draw(blueprint, decks, seed)
        except TooFewCards as short:
            section = blueprint.sections[short.section]
            raise StudycardsError(
                "exam.too_few", exam=blueprint.id, topic=section.topic, count=section.count, found=short.found
            ) from None
        return Attempt(plain=summary.read.plain, seed=seed, started_ms=self._clock().at_ms, items=items)

    def _sat(self, attempt: Attempt) -> Exam:
        """Let the learner into an attempt; every question is made now, so that none can fail later."""
        reason = attempt.blueprint.reason
        questions = [as_asked(self._pose(item.prompt, item.seed), reason) for item in attempt.items]
        attempt.save(self._folder)
        return Exam(attempt, questions, folder=self._folder, clock=self._clock, record=self._record)

    def _find(self, name: str) -> ExamSummary:
        exams = self.exams()
        exact = [exam for exam in exams if exam.id == name]
        fitting = exact or [exam for exam in exams if exam.id.startswith(name)]
        usable = [exam for exam in fitting if exam.blueprint is not None]
        if len(usable) > 1:
            raise StudycardsError("exam.ambiguous", name=name, exams=", ".join(exam.id for exam in usable))
        if usable:
            return usable[0]
        if fitting:
            raise StudycardsError("exam.faulty", path=quote(str(fitting[0].read.path)))
        raise StudycardsError("exam.unknown", name=name, exams=", ".join(exam.id for exam in exams if exam.blueprint))

    def _summary(self, read: ReadBlueprint, taken: Collection[str]) -> ExamSummary:
        if read.blueprint is None:
            return ExamSummary(read.path.stem, read, len(read.problems))
        if read.blueprint.id in taken:
            return ExamSummary(read.path.stem, read, 1)
        return ExamSummary(read.blueprint.id, read, unfinished=self._unfinished(read.blueprint.id))

    def _unfinished(self, exam: str) -> Attempt | None:
        """Return the newest attempt that was not handed in; a file that is none of ours is passed over."""
        attempts = [attempt for attempt in self._attempts(exam) if not attempt.handed_in and attempt.id == exam]
        return max(attempts, key=lambda attempt: attempt.started_ms, default=None)

    def _attempts(self, exam: str) -> Iterable[Attempt]:
        for path in self._folder.glob(f"{exam}-*.json"):
            try:
                yield Attempt.load(path)
            except StudycardsError:
                continue

    def _blueprints(self) -> Iterable[ReadBlueprint]:
        folders = [folder for folder in (self._builtin, self._folder) if folder.is_dir()]
        return (read_blueprint(file, read_source(file)) for file in exam_files(folders))

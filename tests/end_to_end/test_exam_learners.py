"""Whole exams of the program by scripted learners, through the plain face.

They see what a learner sees, one prompt after another, and type lines. One knows everything, one makes a listed mistake
wherever there is one, one types at random, one goes away and comes back.
"""

from __future__ import annotations

import io
import shutil
from collections import deque
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from studycards.cli.plain_exam import run_plain_exam
from studycards.locale import Language
from studycards.questions import Outcome, Unreadable
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.kinds.match import MatchQuestion
from studycards.questions.kinds.order import OrderQuestion
from studycards.questions.kinds.text import TextQuestion
from studycards.questions.kinds.true_false import TrueFalseQuestion
from studycards.questions.reading.picks import LETTERS
from studycards.study import Workspace
from studycards.study.exam.written import ReasonedQuestion
from tests.clock import Clock
from tests.study.test_learners import graded, right_answer, wrong_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studycards.questions import Question
    from studycards.study.exam.exam import Exam

POLISH = Language("pl")

SEEDS = (1, 2, 3)

EXAMS = ("probny", "kolokwium", "diagnoza")


class Learner(io.StringIO):
    """Types what `think` makes of each question, and hands in when all are answered.

    Is content with every reason that was given, and wants nothing scheduled.
    """

    def __init__(self, exam: Exam, think: Callable[[Question], str], most: int = 1000) -> None:
        super().__init__()
        self.exam = exam
        self.think = think
        self.most = most
        self.lines: deque[str] = deque()
        self.asked: Question | None = None

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # mypy sees bytes in a StringIO
        view = self.exam.view
        if self.lines:
            return self.lines.popleft() + "\n"
        if view.report is not None:
            return "2\n" if view.report.ungraded else "n\n"
        if view.answered == self.most:
            return ":q\n"
        if view.question is self.asked:
            return ":d\n"
        self.asked = view.question
        self.lines.extend(typed_lines(view.question, self.think(view.question)))
        return self.lines.popleft() + "\n"


def typed_lines(question: Question, typed: str) -> list[str]:
    """Return the lines in which an answer is typed: a sheet takes one for each step."""
    return [one.strip() for one in typed.split("&")] if question.kind == "sheet" else [typed]


def known(question: Question) -> str:
    """Return the right answer as it is typed."""
    match question:
        case ChoiceQuestion():
            typed = " ".join(str(place + 1) for place in sorted(question.right))
        case TrueFalseQuestion():
            typed = "p" if question.holds else "f"
        case ReasonedQuestion():
            typed = f"{'prawda' if question.holds else 'fałsz'}, bo tak wynika z definicji"
        case OrderQuestion():
            places = sorted(range(len(question.ranks)), key=question.ranks.__getitem__)
            typed = " ".join(str(place + 1) for place in places)
        case MatchQuestion():
            typed = " ".join(LETTERS[question.right.index(partner)] for partner in question.partners)
        case TextQuestion():
            typed = question.accepted[0]
        case _:
            typed = right_answer(question, POLISH)
    reading = question.read(typed)
    if isinstance(reading, Unreadable) and reading.reason.key == "questions.number_ambiguous":
        return str(reading.reason.values["small"])
    return typed


def mistaken(question: Question) -> str:
    """Return an answer that a listed mistake leads to, the right one where there is none."""
    match question:
        case ChoiceQuestion() if not question.mistakes:
            traps = [str(place + 1) for place, why in enumerate(question.whys) if why and place not in question.right]
        case TextQuestion():
            traps = [reject.answer.written_in("pl") for reject in question.rejected]
        case TrueFalseQuestion() | ReasonedQuestion() | OrderQuestion() | MatchQuestion():
            traps = []
        case _:
            traps = [typed for _, typed in wrong_answers(question, POLISH)]
    wrong = (typed for typed in traps if graded(question, typed).outcome is not Outcome.RIGHT)
    return next((typed for typed in wrong if not isinstance(question.read(typed), Unreadable)), known(question))


def at_random(seed: int) -> Callable[[Question], str]:
    """Return a learner who types whatever comes along."""
    random = Random(seed)

    def think(question: Question) -> str:
        guesses = {
            "choice": "1", "true_false": "t", "order": known(question)[::-1], "match": known(question)[::-1],
        }  # fmt: skip
        noise = random.choice(
            ["-7", "999999", "splot", "1x1x1", "1 2; 3 4", "b 17,5", "&&&", "😀", "[/b]", "1/0", "9" * 400]
        )
        return guesses.get(question.kind, noise) if random.random() < 0.5 else noise

    return think


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder in which all decks have been read once."""
    folder = tmp_path_factory.mktemp("home")
    with Workspace.open(folder, Clock()):
        pass
    return folder


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_workspace(home: Path, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Workspace]]:
    shutil.copytree(home, tmp_path / "home")
    opened: list[Workspace] = []

    def open_again() -> Workspace:
        opened.append(Workspace.open(tmp_path / "home", clock, language="pl"))
        return opened[-1]

    yield open_again
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: Callable[[], Workspace]) -> Workspace:
    return open_workspace()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", EXAMS)
def test_who_knows_everything_gets_all_points(
    name: str, seed: int, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    exam = workspace.exams.open(name, seed=seed)
    run_plain_exam(exam, POLISH, Learner(exam, known))
    report, printed = exam.view.report, capsys.readouterr().out

    assert report is not None
    assert [(item.question.prompt, item.typed, item.verdict) for item in report.lost] == []
    assert "Ocena: 5,0" in printed
    assert "100 %" in printed
    assert "Żaden punkt nie przepadł." in printed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", EXAMS)
def test_who_makes_listed_mistakes_is_told_each_of_them(
    name: str, seed: int, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    exam = workspace.exams.open(name, seed=seed)
    run_plain_exam(exam, POLISH, Learner(exam, mistaken))
    report, printed = exam.view.report, capsys.readouterr().out

    assert report is not None
    assert len(report.lost) >= len(report.items) // 8
    for item in report.lost:
        assert item.verdict is not None
        notes = item.verdict.notes or tuple(note for part in item.verdict.parts for note in part.notes)
        assert notes, (item.question.prompt, item.typed)
        assert f"Pytanie {item.place + 1}: " in printed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", EXAMS)
def test_who_types_at_random_gets_few_points_and_breaks_nothing(
    name: str, seed: int, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    exam = workspace.exams.open(name, seed=seed)
    think = at_random(seed)
    lines = [line for _ in range(120) for line in typed_lines(exam.view.question, think(exam.view.question))]
    run_plain_exam(exam, POLISH, io.StringIO("\n".join([*lines, ":g 1", ":f", ":l", *lines, ":d", ":d", "n", ""])))
    printed = capsys.readouterr().out
    exam.hand_in(":d")
    report = exam.hand_in(":d").report

    assert report is not None
    assert report.share < 1 / 2
    assert "Traceback" not in printed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", EXAMS)
def test_who_leaves_after_ten_minutes_finds_everything_as_it_was(
    name: str, seed: int, open_workspace: Callable[[], Workspace], clock: Clock
) -> None:
    first = open_workspace().exams.open(name, seed=seed)
    clock.at_ms += 10 * 60_000
    run_plain_exam(first, POLISH, Learner(first, known, most=6))
    clock.at_ms += 24 * 60 * 60_000
    again = open_workspace().exams.open(name)

    assert replace(again.attempt, opened=1) == first.attempt
    assert len(again.attempt.answers) == 6
    assert again.view.seconds_left == again.attempt.blueprint.minutes * 60 - 600
    run_plain_exam(again, POLISH, Learner(again, known))
    assert again.view.report is not None
    assert again.view.report.percent == 100

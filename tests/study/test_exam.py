"""An exam while it is sat: answers in any order, a clock that stops, a file that survives everything."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from studycards.errors import StudycardsError
from studycards.locale import Language
from studycards.study import Workspace
from studycards.study.check import check_decks
from studycards.study.exam.attempt import Attempt
from studycards.study.exam.exam import ElsewhereError
from studycards.study.exam.wording import answer_words, last_call, standing_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studycards.study.exam.exam import Exam
    from tests.clock import Clock

DECK = """\
format: 1
id: small
title: Small deck
language: en
cards:
- {id: sum, type: number, question: What is 3 times 4?, answer: 12}
- id: size
  type: number
  question: Double ${n}?
  vars: {n: 1..1000}
  answer: 2*n
- {id: claim, type: true_false, question: "Yes?", answer: true, explanation: So it is.}
- {id: word, type: text, question: The shift of a window?, answer: stride}
- {id: recall, question: Why?, answer: Because.}
"""

EXAM = """\
format: 1
id: trial
title: Trial
language: en
minutes: 10
marks: {0: "2.0", 0.5: "3.0", 1: "5.0"}
parts:
- title: All
  sections:
  - {topic: Everything, decks: small, count: 4, points: 2}
"""


@pytest.fixture
def exams(tmp_path: Path) -> Path:
    """Return the learner's folder of exams, with one in it; the program's decks are one small deck."""
    (tmp_path / "small.yaml").write_text(DECK, encoding="utf-8")
    folder = tmp_path / "home" / "exams"
    folder.mkdir(parents=True)
    (folder / "trial.yaml").write_text(EXAM, encoding="utf-8")
    return folder


@pytest.fixture
def open_workspace(exams: Path, clock: Clock) -> Iterator[Callable[[], Workspace]]:
    opened: list[Workspace] = []

    def open_again() -> Workspace:
        opened.append(Workspace.open(exams.parent, clock, builtin=exams.parent.parent / "small.yaml"))
        return opened[-1]

    yield open_again
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: Callable[[], Workspace]) -> Workspace:
    return open_workspace()


@pytest.fixture
def exam(workspace: Workspace) -> Exam:
    return workspace.exams.open("trial", seed=7)


def place_of(exam: Exam, prompt: str) -> int:
    return next(place for place, item in enumerate(exam.attempt.items) if item.prompt == prompt)


def answer(exam: Exam, prompt: str, typed: str) -> None:
    exam.go(place_of(exam, prompt))
    exam.answer(typed)


def test_answers_are_given_changed_and_flagged_in_any_order(exam: Exam) -> None:
    answer(exam, "word", "padding")
    answer(exam, "sum", "12")
    answer(exam, "word", "stride")
    exam.go(place_of(exam, "claim"))
    exam.flag()
    slots = exam.view.slots

    assert [slot.answered for slot in slots].count(True) == 2
    assert [place for place, slot in enumerate(slots) if slot.flagged] == [place_of(exam, "claim")]
    assert exam.attempt.answers[place_of(exam, "word")] == "stride"
    exam.flag()
    assert not any(slot.flagged for slot in exam.view.slots)


def test_what_cannot_be_read_is_said_at_once_and_kept_as_typed(
    exam: Exam, open_workspace: Callable[[], Workspace]
) -> None:
    answer(exam, "sum", "11")
    exam.go(place_of(exam, "sum"))
    view = exam.answer("eleven")
    again = open_workspace().exams.open("trial")
    words = {words.key: numbers for words, numbers in standing_words(again.view)}
    asked = again.hand_in(":d").notice
    report = again.hand_in(":d").report
    assert report is not None
    graded = report.items[place_of(exam, "sum")]

    assert view.notice is not None
    assert view.at == again.view.at == place_of(exam, "sum")
    assert view.typed == again.view.typed == "eleven"
    assert not again.view.slot.answered
    assert words["exam.state_unreadable"] == str(place_of(exam, "sum") + 1)
    assert asked is not None
    assert f"(nieczytelne: {place_of(exam, 'sum') + 1}). :d jeszcze raz" in Language("pl").render(asked)
    assert (graded.typed, graded.points, answer_words(graded).key) == ("eleven", Fraction(0), "exam.unreadable")


def test_an_unreadable_answer_is_mended_and_an_answer_is_taken_back(exam: Exam) -> None:
    exam.go(place_of(exam, "sum"))
    exam.keep("twelve")
    mended = exam.keep("12")
    taken_back = exam.keep("")

    assert (mended.notice, mended.typed, mended.answered) == (None, "12", 1)
    assert (taken_back.notice, taken_back.typed, taken_back.answered) == (None, "", 0)


@pytest.mark.parametrize(("typed", "points"), [("12", 2), ("twelve", 0), ("", 0)])
def test_what_stands_on_the_open_line_when_the_time_is_up_is_handed_in(
    exam: Exam, clock: Clock, typed: str, points: int
) -> None:
    exam.go(place_of(exam, "sum"))
    clock.pass_time(minutes=10)
    report = exam.tick(typed).report

    assert report is not None
    assert report.whole.points == points


def test_what_is_typed_when_the_time_is_up_takes_no_earlier_answer_away(exam: Exam, clock: Clock) -> None:
    exam.go(place_of(exam, "sum"))
    exam.keep("12")
    clock.pass_time(minutes=10)
    report = exam.tick("12 +").report

    assert report is not None
    assert report.whole.points == 2


def test_the_last_minutes_are_told_when_they_begin() -> None:
    told = {before: last_call(before, before - 1) for before in range(601, 0, -1)}
    words = {before - 1: Language("pl").render(word) for before, word in told.items() if word is not None}

    assert words == {300: "Zostało 5 minut.", 60: "Została 1 minuta."}


def test_of_two_windows_on_one_attempt_the_later_one_has_it(
    exam: Exam, exams: Path, open_workspace: Callable[[], Workspace]
) -> None:
    answer(exam, "sum", "12")
    later = open_workspace().exams.open("trial")
    steps: list[Callable[[], object]] = [
        exam.tick, exam.leave, exam.flag, lambda: exam.keep("7"), lambda: exam.move(1), lambda: exam.hand_in(":d"),
    ]  # fmt: skip
    for step in steps[:-1]:
        with pytest.raises(ElsewhereError):
            step()
    exam.hand_in(":d")
    with pytest.raises(ElsewhereError):
        exam.hand_in(":d")
    answer(later, "claim", "t")
    later.hand_in(":d")
    report = later.hand_in(":d").report

    assert exam.view.report is None
    assert report is not None
    assert report.whole.points == 4
    assert len(list(exams.glob("*.json"))) == 1


def test_an_attempt_of_an_earlier_version_is_read(exam: Exam, exams: Path) -> None:
    answer(exam, "sum", "12")
    path = exams / exam.attempt.file_name
    kept = json.loads(path.read_text(encoding="utf-8"))
    del kept["opened"]
    for item in kept["items"]:
        del item["readable"]
    path.write_text(json.dumps(kept), encoding="utf-8")

    assert Attempt.load(path) == exam.attempt


def test_an_answer_leads_to_the_next_question_and_the_last_one_tells_what_is_open(exam: Exam) -> None:
    exam.go(2)
    assert exam.move(1).at == 3
    view = exam.move(1)

    assert view.at == 3
    assert view.notice is not None
    assert (view.notice.key, view.notice.values["numbers"]) == ("exam.last_question", "1–4")


def test_handing_in_with_open_questions_takes_two_commands_in_a_row(exam: Exam) -> None:
    assert exam.hand_in(":d").report is None
    exam.move(1)
    assert exam.hand_in(":d").report is None
    exam.tick()
    assert exam.hand_in(":d").report is not None


def test_after_handing_in_nothing_changes_any_more(exam: Exam) -> None:
    answer(exam, "sum", "12")
    exam.hand_in(":d")
    report = exam.hand_in(":d").report
    answer(exam, "claim", "t")
    exam.flag()

    assert report is not None
    assert exam.view.report == report
    assert report.whole.points == 2


def test_the_time_is_over_on_its_minute_and_the_exam_is_handed_in_as_it_is(exam: Exam, clock: Clock) -> None:
    answer(exam, "sum", "12")
    clock.pass_time(minutes=9.99)
    assert exam.tick().report is None
    clock.pass_time(minutes=0.01)
    view = exam.answer("t")

    assert view.report is not None
    assert view.report.whole.points == 2
    assert view.report.seconds == 600
    assert view.notice is not None
    assert view.notice.key == "exam.time_is_up"


def test_time_counts_only_while_the_exam_is_open(
    exam: Exam, clock: Clock, open_workspace: Callable[[], Workspace]
) -> None:
    clock.pass_time(minutes=4)
    exam.leave()
    clock.pass_time(minutes=3 * 24 * 60)
    again = open_workspace().exams.open("trial")

    assert again.view.seconds_left == 6 * 60
    clock.pass_time(minutes=1)
    assert again.tick().seconds_left == 5 * 60


def test_a_clock_that_is_put_back_gives_no_time(exam: Exam, clock: Clock) -> None:
    clock.pass_time(minutes=4)
    exam.move(1)
    clock.pass_time(minutes=-60)

    assert exam.tick().seconds_left == 6 * 60


def test_a_kill_loses_no_answer_no_flag_and_at_most_half_a_minute(
    exam: Exam, clock: Clock, open_workspace: Callable[[], Workspace]
) -> None:
    """Nobody says goodbye to the first exam: the second one is what a new process finds."""
    answer(exam, "sum", "12")
    exam.go(place_of(exam, "size"))
    exam.flag()
    for _ in range(59):
        clock.pass_time(minutes=1 / 60)
        exam.tick()
    again = open_workspace().exams.open("trial")

    assert again.attempt.items == exam.attempt.items
    assert again.attempt.answers == exam.attempt.answers
    assert again.view.at == place_of(exam, "size")
    assert again.view.slot.flagged
    assert 60 <= again.attempt.blueprint.minutes * 60 - again.view.seconds_left + 30 < 120
    assert again.view.seconds_left <= 10 * 60 - 30


def test_a_torn_write_leaves_the_attempt_as_it_was(
    exam: Exam, exams: Path, open_workspace: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(exam, "sum", "12")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("studycards.study.exam.attempt.os.fsync", full_disk)
    with pytest.raises(StudycardsError, match=r"exam\.not_saved"):
        answer(exam, "claim", "t")
    monkeypatch.undo()

    assert len(list(exams.glob("*.json"))) == 1
    assert open_workspace().exams.open("trial").attempt.answers == {place_of(exam, "sum"): "12"}


def test_a_file_that_is_no_attempt_is_passed_over(exam: Exam, exams: Path, workspace: Workspace) -> None:
    for number, content in enumerate(("", "{}", "[]", '{"format": 2}', "null")):
        (exams / f"trial-{number}.json").write_text(content, encoding="utf-8")

    assert workspace.exams.open("trial").attempt.started_ms == exam.attempt.started_ms


def test_an_attempt_comes_back_from_its_file_as_it_was(exam: Exam, exams: Path) -> None:
    answer(exam, "word", "zażółć & ½")

    assert Attempt.load(exams / exam.attempt.file_name) == exam.attempt


def test_the_same_seed_asks_the_same_questions_with_the_same_numbers(workspace: Workspace) -> None:
    one, two = (workspace.exams.open("trial", seed=3, anew=True) for _ in range(2))

    assert one.attempt.items == two.attempt.items
    assert one.view.question == two.view.question


def test_an_unfinished_attempt_is_found_and_a_new_one_or_another_seed_is_not_it(
    exam: Exam, workspace: Workspace, clock: Clock
) -> None:
    clock.pass_time(minutes=1)
    found = {
        "resumed": workspace.exams.open("trial"),
        "same seed": workspace.exams.open("trial", seed=7),
        "other seed": workspace.exams.open("trial", seed=8),
        "new": workspace.exams.open("trial", seed=7, anew=True),
    }
    resumed = {name: one.attempt.started_ms == exam.attempt.started_ms for name, one in found.items()}

    assert resumed == {"resumed": True, "same seed": True, "other seed": False, "new": False}


def test_a_finished_attempt_is_not_resumed(exam: Exam, workspace: Workspace) -> None:
    exam.hand_in(":d")
    exam.hand_in(":d")

    assert workspace.exams.exams()[0].unfinished is None


def events(workspace: Workspace) -> list[tuple[str, int, str, int]]:
    logged = workspace._memory.events()  # noqa: SLF001 - what the log holds is what is promised
    return [(one.answer.prompt, one.answer.seed, one.answer.typed, int(one.answer.rating)) for one in logged]


def test_only_a_yes_writes_to_the_log_and_only_what_lost_points(exam: Exam, workspace: Workspace) -> None:
    answer(exam, "sum", "12")
    answer(exam, "claim", "f")
    answer(exam, "word", "stride")
    exam.hand_in(":d")
    exam.hand_in(":d")
    assert events(workspace) == []
    exam.schedule_lost()
    exam.schedule_lost()
    seeds = {item.prompt: item.seed for item in exam.attempt.items}

    assert sorted(events(workspace)) == [("claim", seeds["claim"], "f", 1), ("size", seeds["size"], "", 1)]


def test_the_learner_grades_what_no_program_can(workspace: Workspace, exams: Path) -> None:
    (exams / "own.yaml").write_text(
        EXAM.replace("trial", "own").replace("count: 4", "types: basic, count: 1"), encoding="utf-8"
    )
    exam = workspace.exams.open("own")
    exam.answer("Because I say so.")
    report = exam.hand_in(":d").report
    assert report is not None
    assert [item.place for item in report.ungraded] == [0]
    graded = exam.grade(0, Fraction(1, 2)).report

    assert graded is not None
    assert graded.ungraded == ()
    assert (float(graded.whole.points), graded.mark.en) == (1, "3.0")


@pytest.mark.parametrize(
    ("found", "changed", "key"),
    [
        ("decks: small", "decks: smal", "exam.no_deck"),
        ("count: 4", "count: 5", "exam.too_few"),
        ("count: 4", "count: four", "exam.faulty"),
    ],
)
def test_an_exam_that_cannot_begin_says_why(
    workspace: Workspace, exams: Path, found: str, changed: str, key: str
) -> None:
    (exams / "trial.yaml").write_text(EXAM.replace(found, changed), encoding="utf-8")

    with pytest.raises(StudycardsError, match=key.replace(".", r"\.")):
        workspace.exams.open("trial")


def test_an_unknown_exam_is_an_error_and_the_beginning_of_an_id_is_enough(workspace: Workspace) -> None:
    with pytest.raises(StudycardsError, match=r"exam\.unknown"):
        workspace.exams.open("final")

    assert workspace.exams.open("tri").attempt.id == "trial"


def test_a_card_that_is_gone_is_told_when_the_attempt_is_resumed(
    exam: Exam, exams: Path, open_workspace: Callable[[], Workspace]
) -> None:
    exam.leave()
    deck = exams.parent.parent / "small.yaml"
    deck.write_text(DECK.replace("id: word", "id: term"), encoding="utf-8")
    workspace = open_workspace()

    with pytest.raises(StudycardsError, match=r"exam\.not_resumed"):
        workspace.exams.open("trial")
    assert workspace.exams.open("trial", anew=True).view.report is None


@pytest.mark.parametrize(
    ("found", "changed", "field", "key"),
    [
        ("decks: small", "decks: smal", "parts[1].sections[1].decks", "exam.unknown_deck"),
        ("count: 4", "count: 5", "parts[1].sections[1].count", "exam.section_too_few"),
        ("count: 4", "count: 0", "parts[1].sections[1].count", "decks.expected"),
    ],
)
def test_the_checker_reports_a_section_that_cannot_be_filled(
    exams: Path, found: str, changed: str, field: str, key: str
) -> None:
    (exams / "trial.yaml").write_text(EXAM.replace(found, changed), encoding="utf-8")
    report = check_decks([exams.parent.parent / "small.yaml", exams], seeds=1)

    assert [(problem.field, problem.reason.key) for problem in report.problems] == [(field, key)]
    assert report.files == 2


def test_the_checker_knows_the_ids_of_other_exams(exams: Path) -> None:
    (exams / "trial.yaml").write_text(EXAM.replace("id: trial", "id: probny"), encoding="utf-8")
    report = check_decks([exams.parent.parent / "small.yaml", exams], seeds=1)

    assert [problem.reason.key for problem in report.problems] == ["exam.id_taken"]


def test_the_file_of_an_attempt_can_be_read_by_others(exam: Exam, exams: Path) -> None:
    answer(exam, "sum", "12")
    kept = json.loads((exams / exam.attempt.file_name).read_text(encoding="utf-8"))

    assert {item["prompt"]: item["answer"] for item in kept["items"]} == {
        "sum": "12", "size": None, "claim": None, "word": None,
    }  # fmt: skip

"""A session: what is asked, graded, rated and taken back, seen through its views alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.memory import Rating
from studycards.study import Workspace
from studycards.study.view import Mode, Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studycards.study.session import Session
    from tests.clock import Clock

DECK = """\
format: 1
id: small
title: {pl: Mała talia, en: Small deck}
cards:
- id: recall
  question: {pl: Co liczy splot?, en: What does a convolution compute?}
  answer: {pl: Sumę iloczynów., en: A sum of products.}
- id: size
  type: number
  question: {pl: "Ile to 3 razy 4?", en: "What is 3 times 4?"}
  answer: 12
  hint: [{pl: Dodaj trzy razy cztery., en: Add four three times.}, {pl: "8 + 4", en: "8 + 4"}]
- id: term
  type: text
  question: {pl: "Jak nazywa się przesunięcie okna?", en: "What is the shift of the window called?"}
  answer: {pl: krok, en: stride}
"""


@pytest.fixture
def open_workspace(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Workspace]]:
    """Open the same data folder again and again, with one small deck."""
    (tmp_path / "small.yaml").write_text(DECK, encoding="utf-8")
    opened: list[Workspace] = []

    def open_again() -> Workspace:
        opened.append(Workspace.open(tmp_path / "home", clock, builtin=tmp_path / "small.yaml"))
        return opened[-1]

    yield open_again
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: Callable[[], Workspace]) -> Workspace:
    return open_workspace()


def ask(session: Session, card: str) -> None:
    """Pass the questions before `card` by skipping them."""
    while session.view.question is not None and session.view.question.prompt != card:
        session.skip()
    assert session.view.question is not None


def test_a_review_asks_new_cards_in_the_order_of_the_deck(workspace: Workspace) -> None:
    session = workspace.review()
    asked = []
    while session.view.question is not None:
        asked.append(session.view.question.prompt)
        session.reveal()
        session.rate(Rating.EASY)

    assert asked == ["recall", "size", "term"]
    assert session.view.phase is Phase.DONE


def test_a_right_answer_is_good_a_wrong_one_again_and_a_hint_makes_it_hard(workspace: Workspace) -> None:
    session = workspace.review()
    ask(session, "size")

    assert session.submit("11").proposed is Rating.AGAIN
    session.undo()

    session = workspace.review()
    ask(session, "size")
    assert session.submit("3*4").proposed is Rating.GOOD

    session = workspace.review()
    ask(session, "size")
    assert len(session.hint().hints) == 1
    assert session.submit("12").proposed is Rating.HARD


def test_an_unreadable_answer_costs_nothing_and_keeps_the_text(workspace: Workspace) -> None:
    session = workspace.review()
    ask(session, "size")
    view = session.submit("twelve-ish")

    assert view.phase is Phase.QUESTION
    assert view.notice is not None
    assert view.typed == "twelve-ish"
    assert session.submit("12").phase is Phase.ANSWERED


def test_hints_come_one_at_a_time_and_then_no_more(workspace: Workspace) -> None:
    session = workspace.review()
    ask(session, "size")

    assert [len(session.hint().hints) for _ in range(3)] == [1, 2, 2]
    assert session.view.hints_left == 0


def test_the_learner_may_override_the_proposal(open_workspace: Callable[[], Workspace], clock: Clock) -> None:
    session = open_workspace().review()
    ask(session, "size")
    session.submit("11")
    session.rate(Rating.EASY)

    clock.pass_time(minutes=30)
    assert "size" not in asked_prompts(open_workspace().review())


def test_what_was_rated_is_there_after_a_restart_and_the_rest_as_before(
    open_workspace: Callable[[], Workspace],
) -> None:
    session = open_workspace().review()
    session.reveal()
    session.rate(Rating.EASY)
    session.submit("11")

    again = open_workspace()
    assert again.total().new == 2
    assert asked_prompts(again.review()) == ["size", "term"]


def test_a_failed_card_comes_back_in_the_same_review(workspace: Workspace) -> None:
    session = workspace.review()
    session.reveal()
    session.rate(Rating.AGAIN)

    assert asked_prompts(session) == ["size", "term", "recall"]


def test_undo_takes_the_rating_back_and_asks_again_with_the_same_seed(workspace: Workspace) -> None:
    session = workspace.review()
    first = session.view.question
    assert first is not None
    session.reveal()
    session.rate(Rating.GOOD)
    view = session.undo()

    assert view.question is not None
    assert (view.question.prompt, view.question.seed) == (first.prompt, first.seed)
    assert (view.done, view.total) == (0, 3)
    assert workspace.total().new == 3


def test_undo_works_after_a_restart(open_workspace: Callable[[], Workspace]) -> None:
    session = open_workspace().review()
    session.reveal()
    session.rate(Rating.EASY)

    later = open_workspace().review()
    assert later.view.can_undo
    view = later.undo()

    assert view.question is not None
    assert view.question.prompt == "recall"
    assert open_workspace().total().new == 3


def test_the_last_rating_of_a_session_can_be_undone_from_its_summary(workspace: Workspace) -> None:
    session = workspace.quiz(seed=1, count=1)
    session.reveal()
    done = session.rate(Rating.GOOD)

    assert done.phase is Phase.DONE
    assert done.can_undo
    assert (done.done, done.total) == (1, 1)
    assert (done.ratings, dict(done.waits), done.hints) == ((), {}, ()), "nothing of the last question is left"

    again = session.undo()

    assert again.question is not None
    assert (again.done, again.total) == (0, 1)


def test_undo_after_leaving_a_quiz_keeps_the_question_that_was_open(workspace: Workspace) -> None:
    session = workspace.quiz(seed=1)
    session.reveal()
    session.rate(Rating.GOOD)
    left_open = session.view.question
    assert left_open is not None
    session.finish()
    session.undo()
    session.skip()

    assert session.view.question is not None
    assert session.view.question.prompt == left_open.prompt


def test_with_nothing_to_undo_it_says_so(workspace: Workspace) -> None:
    session = workspace.review()

    assert not session.view.can_undo
    assert session.undo().notice is not None
    assert session.view.question is not None


def test_a_skipped_card_stays_for_a_later_session(workspace: Workspace) -> None:
    session = workspace.review()
    session.skip()
    session.finish()

    assert session.view.summary.skipped == 1
    assert asked_prompts(workspace.review()) == ["recall", "size", "term"]


def test_a_card_that_was_answered_before_is_none_of_the_skipped(workspace: Workspace) -> None:
    session = workspace.quiz()
    for _ in range(3):
        session.reveal()
        session.rate(Rating.AGAIN if session.view.ratings else None)
    while session.view.phase is Phase.QUESTION:
        session.skip()

    assert session.view.summary.answered == 3
    assert session.view.summary.skipped == 0


def test_giving_up_shows_the_answer_and_proposes_again(workspace: Workspace) -> None:
    session = workspace.review()
    ask(session, "size")
    view = session.reveal()

    assert view.phase is Phase.ANSWERED
    assert view.proposed is Rating.AGAIN


def test_the_summary_counts_first_answers_and_names_what_was_missed(workspace: Workspace, clock: Clock) -> None:
    session = workspace.review()
    session.reveal()
    session.rate(Rating.GOOD)
    session.submit("11")
    session.rate()
    session.submit("krok")
    session.rate()
    clock.pass_time(minutes=10)
    session.submit("12")
    session.rate()
    summary = session.finish().summary

    assert (summary.answered, summary.right, summary.wrong) == (3, 2, 1)
    assert [missed.prompt for missed in summary.missed] == ["size"]


def test_a_quiz_changes_no_schedule(workspace: Workspace) -> None:
    session = workspace.quiz(count=2)

    assert len(asked_prompts(session)) == 2
    assert session.view.mode is Mode.QUIZ
    assert workspace.total().new == 3


def test_a_quiz_with_a_seed_repeats_order_and_numbers(workspace: Workspace) -> None:
    first, second = (workspace.quiz(seed=7) for _ in range(2))

    assert first.view.question is not None
    assert second.view.question is not None
    assert first.view.question.seed == second.view.question.seed
    assert asked_prompts(first) == asked_prompts(second)


def test_a_missed_quiz_card_comes_back_after_the_others_until_it_is_known(workspace: Workspace) -> None:
    session = workspace.quiz(seed=1)
    assert session.view.question is not None
    missed = session.view.question.prompt
    session.reveal()
    session.rate(Rating.AGAIN if session.view.ratings else None)

    assert asked_prompts(session)[-1] == missed


def test_a_quiz_that_schedules_records_its_answers(workspace: Workspace) -> None:
    session = workspace.quiz(schedule=True)
    session.reveal()
    session.rate(Rating.EASY)

    assert workspace.total().new == 2


def test_ratings_that_are_not_offered_are_ignored(workspace: Workspace) -> None:
    session = workspace.review()
    before = session.view

    assert session.rate(Rating.EASY) is before


ANSWERS = {"size": "12", "term": "krok"}


def asked_prompts(session: Session) -> list[str]:
    """Answer everything right, and easily, and return what was asked."""
    asked = []
    while (question := session.view.question) is not None:
        asked.append(question.prompt)
        if question.self_graded:
            session.reveal()
        else:
            session.submit(ANSWERS[question.prompt])
        session.rate(Rating.EASY if session.view.waits else None)
    return asked


def test_progress_counts_cards_and_tells_those_that_come_again_apart(workspace: Workspace) -> None:
    """Of three cards two are missed: three stay three, and the two are named as long as they wait."""
    session = workspace.quiz(seed=1, schedule=True)
    counted = [counts(session)]
    for rating in (Rating.AGAIN, Rating.AGAIN, Rating.GOOD, Rating.AGAIN, Rating.GOOD):
        session.reveal()
        session.rate(rating)
        counted.append(counts(session))
    session.reveal()
    session.rate(Rating.GOOD)
    counted.append(counts(session))

    assert counted == [(0, 3, 0), (1, 3, 1), (2, 3, 2), (3, 3, 2), (3, 3, 2), (3, 3, 1), (3, 3, 0)]


def test_progress_goes_back_with_an_answer_that_is_taken_back(workspace: Workspace) -> None:
    session = workspace.quiz(seed=1, schedule=True)
    session.reveal()
    session.rate(Rating.AGAIN)
    session.undo()

    assert counts(session) == (0, 3, 0)


@pytest.mark.parametrize("ratings", [(Rating.AGAIN, Rating.GOOD), (Rating.AGAIN, Rating.AGAIN, Rating.AGAIN)])
def test_learning_steps_of_a_review_are_no_more_cards(
    workspace: Workspace, clock: Clock, ratings: tuple[Rating, ...]
) -> None:
    session = workspace.review()
    for rating in ratings:
        clock.pass_time(minutes=1)
        session.reveal()
        session.rate(rating)

        assert session.view.total == 3
        assert session.view.done + session.view.again >= len(ratings) - 1


def counts(session: Session) -> tuple[int, int, int]:
    """Return how many cards were answered, of how many, and how many come again."""
    return session.view.done, session.view.total, session.view.again

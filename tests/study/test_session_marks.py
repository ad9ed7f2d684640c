"""Suspending and flagging in a session, taking that back, and how long a question has been open; on a real log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.memory import Rating
from studycards.study.view import Phase
from tests.study.test_session import asked_prompts, open_workspace, workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studycards.study import Workspace
    from studycards.study.session import Session
    from tests.clock import Clock

__all__ = ["open_workspace", "workspace"]


def begin(workspace: Workspace, kind: str) -> Session:
    """Begin a session of a kind; the quizzes ask in the order of the deck, too, as the seed has it."""
    if kind == "review":
        return workspace.review()
    return workspace.quiz(seed=2, schedule=kind == "scheduled quiz")


def offered(session: Session) -> list[str]:
    """Return what a session would ask, and leave the log as it is."""
    prompts = []
    while (question := session.view.question) is not None:
        prompts.append(question.prompt)
        session.skip()
    return prompts


@pytest.mark.parametrize("kind", ["review", "quiz", "scheduled quiz"])
def test_a_suspended_card_is_asked_no_more_and_undo_asks_it_again_with_its_numbers(
    kind: str, open_workspace: Callable[[], Workspace]
) -> None:
    session = begin(open_workspace(), kind)
    first = session.view.question
    assert first is not None
    view = session.suspend()
    later = begin(open_workspace(), kind)

    assert view.notice is not None
    assert (view.done, view.total) == (0, 2)
    assert first.prompt not in offered(later)

    again = session.undo().question
    assert again == first
    assert first.prompt in offered(begin(open_workspace(), kind))


@pytest.mark.parametrize("kind", ["review", "quiz", "scheduled quiz"])
def test_what_was_asked_when_a_card_came_back_is_asked_after_it(kind: str, workspace: Workspace) -> None:
    session = begin(workspace, kind)
    assert session.view.question is not None
    first = session.view.question.prompt
    session.suspend()
    assert session.view.question is not None
    second = session.view.question.prompt
    session.undo()

    assert asked_prompts(session)[:2] == [first, second]


def test_an_answer_to_a_card_that_is_then_suspended_is_not_rated(workspace: Workspace) -> None:
    session = workspace.review()
    session.reveal()
    session.suspend()
    summary = session.finish().summary

    assert summary.answered == 0
    assert workspace.total().learning == 0


def test_suspending_the_last_card_ends_the_session_and_can_be_undone_from_its_summary(workspace: Workspace) -> None:
    session = workspace.quiz(seed=1, count=1)
    only = session.view.question
    done = session.suspend()

    assert done.phase is Phase.DONE
    assert done.can_undo
    assert session.undo().question == only


@pytest.mark.parametrize("kind", ["review", "quiz"])
def test_a_flag_stays_over_sessions_and_can_be_taken_off(kind: str, open_workspace: Callable[[], Workspace]) -> None:
    session = begin(open_workspace(), kind)
    before = session.view
    flagged = session.flag()
    later = begin(open_workspace(), kind)

    assert not before.flagged
    assert flagged.flagged
    assert flagged.question is before.question
    assert later.view.flagged
    assert not later.flag().flagged
    assert not begin(open_workspace(), kind).view.flagged


def test_undo_takes_back_answer_flag_and_suspension_in_the_order_in_which_they_were_made(workspace: Workspace) -> None:
    session = workspace.quiz(seed=2)
    first = session.view.question
    assert first is not None
    session.reveal()
    session.rate(Rating.GOOD if first.self_graded else None)
    flagged = session.flag().question
    session.suspend()

    back = session.undo()
    assert (back.question, back.flagged) == (flagged, True)
    unflagged = session.undo()
    assert (unflagged.question, unflagged.flagged) == (flagged, False)
    answered = session.undo()
    assert answered.question == first
    assert not answered.can_undo


def test_a_suspension_of_another_session_is_taken_back_without_leaving_the_question(
    open_workspace: Callable[[], Workspace],
) -> None:
    open_workspace().review().suspend()
    session = open_workspace().review()
    asked = session.view.question
    view = session.undo()

    assert view.question is asked
    assert view.notice is not None
    assert "recall" in asked_prompts(session)


def test_the_time_runs_until_the_answer(workspace: Workspace, clock: Clock) -> None:
    session = workspace.review()
    clock.pass_time(seconds=42)
    before = session.seconds
    session.reveal()
    clock.pass_time(minutes=3)
    after = session.seconds
    session.rate(Rating.GOOD)

    assert (before, after, session.seconds) == (42, 42, 0)


def test_a_clock_that_goes_back_shows_no_negative_time(workspace: Workspace, clock: Clock) -> None:
    session = workspace.review()
    clock.pass_time(minutes=-5)

    assert session.seconds == 0


def rewrite(home: Path, old: str, new: str) -> None:
    """Change the deck of the workspaces."""
    path = home / "small.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_card_is_asked_with_the_same_numbers_or_graded_anew(workspace: Workspace, tmp_path: Path) -> None:
    session = workspace.review()
    while session.view.question is not None and session.view.question.prompt != "size":
        session.skip()
    asked = session.view.question
    assert asked is not None
    assert session.reread().question is asked, "nothing has changed"

    rewrite(tmp_path, "What is 3 times 4?", "What is 4 times 3?")
    workspace.reread("size")
    changed = session.reread()
    assert changed.phase is Phase.QUESTION
    assert changed.question is not None
    assert changed.question.stem.en == "What is 4 times 3?"
    assert changed.question.seed == asked.seed

    assert session.submit("11").proposed is Rating.AGAIN
    rewrite(tmp_path, "answer: 12", "answer: 11")
    workspace.reread("size")
    graded = session.reread()
    assert graded.phase is Phase.ANSWERED
    assert graded.proposed is Rating.GOOD


def test_a_card_that_is_gone_is_named_and_left_out(workspace: Workspace, tmp_path: Path) -> None:
    session = workspace.review()
    rewrite(tmp_path, "- id: recall", "- id: other")
    workspace.reread("recall")
    view = session.reread()

    assert view.notice is not None
    assert view.notice.values["prompt"] == "recall"
    assert view.question is not None
    assert view.question.prompt == "size"

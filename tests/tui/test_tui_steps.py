"""Which keys work: in every phase something leads on, and nothing leads nowhere."""

from __future__ import annotations

import pytest

from studycards.memory import Rating
from studycards.study.view import Mode, Phase, SessionView
from studycards.tui.steps import ALL_STEPS, working_steps

ALWAYS = {"suspend", "flag", "edit", "why"}
"""What can be done with every card that is asked."""


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (
            SessionView(mode=Mode.REVIEW, phase=Phase.QUESTION, hints_left=1),
            {"answer", "give_up", "hint", "skip", "leave"} | ALWAYS,
        ),
        (
            SessionView(mode=Mode.REVIEW, phase=Phase.QUESTION, can_undo=True),
            {"answer", "give_up", "skip", "leave", "undo"} | ALWAYS,
        ),
        (
            SessionView(mode=Mode.REVIEW, phase=Phase.ANSWERED, ratings=tuple(Rating)),
            {"accept", "rate", "leave"} | ALWAYS,
        ),
        (SessionView(mode=Mode.QUIZ, phase=Phase.ANSWERED), {"accept", "leave"} | ALWAYS),
        (SessionView(mode=Mode.QUIZ, phase=Phase.DONE), {"go_home", "again"}),
    ],
)
def test_the_steps_of_each_phase(view: SessionView, expected: set[str]) -> None:
    assert working_steps(view, repeatable=True) == expected


def test_a_session_of_the_command_line_is_not_begun_again() -> None:
    assert "again" not in working_steps(SessionView(mode=Mode.QUIZ, phase=Phase.DONE), repeatable=False)


@pytest.mark.parametrize("phase", Phase)
def test_no_step_is_unknown_to_the_screen(phase: Phase) -> None:
    assert working_steps(SessionView(mode=Mode.REVIEW, phase=phase), repeatable=True) <= ALL_STEPS

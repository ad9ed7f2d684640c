"""Which steps lead somewhere from a view: the keys for the others are neither shown nor do they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.study.view import Phase
from studycards.study.wording import explains_in_full

if TYPE_CHECKING:
    from studycards.study.view import SessionView

ALL_STEPS = frozenset(
    {"answer", "recall", "give_up", "hint", "skip", "accept", "rate", "undo", "leave", "again", "go_home", "explain"}
    | {"suspend", "flag"}
)
"""The actions that depend on where the session stands."""


def working_steps(view: SessionView, *, repeatable: bool) -> frozenset[str]:
    """Return the steps that lead somewhere from `view`; `repeatable` says whether another such session can begin."""
    undo = {"undo"} if view.can_undo else set()
    marks = set() if view.phase is Phase.DONE else {"suspend", "flag"}
    return frozenset(_steps_of_phase(view, repeatable=repeatable) | marks | undo)


def _steps_of_phase(view: SessionView, *, repeatable: bool) -> set[str]:
    if view.phase is Phase.DONE:
        return {"go_home", "again"} if repeatable else {"go_home"}
    if view.phase is Phase.ANSWERED:
        explains = view.question is not None and explains_in_full(view.question)
        return {"accept", "leave"} | ({"rate"} if view.ratings else set()) | ({"explain"} if explains else set())
    recalled = view.question is not None and view.question.self_graded
    return (
        {"skip", "leave"}
        | ({"recall"} if recalled else {"answer", "give_up"})
        | ({"hint"} if view.hints_left else set())
    )

"""Which steps lead somewhere from a view: the keys for the others are neither shown nor do they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.study.view import Phase
from studycards.study.wording import explains_in_full

if TYPE_CHECKING:
    from studycards.study.view import SessionView

ALL_STEPS = frozenset(
    {"answer", "recall", "give_up", "hint", "skip", "accept", "rate", "undo", "leave", "again", "go_home", "explain"}
    | {"suspend", "flag", "edit", "why", "lab"}
)
"""The actions that depend on where the session stands."""


def working_steps(view: SessionView, *, repeatable: bool) -> frozenset[str]:
    """Return the steps that lead somewhere from `view`; `repeatable` says whether another such session can begin."""
    undo = {"undo"} if view.can_undo else set()
    with_card = set() if view.phase is Phase.DONE else {"suspend", "flag", "edit", "why"}
    return frozenset(_steps_of_phase(view, repeatable=repeatable) | with_card | undo)


def _steps_of_phase(view: SessionView, *, repeatable: bool) -> set[str]:
    if view.phase is Phase.DONE:
        return {"go_home", "again"} if repeatable else {"go_home"}
    if view.phase is Phase.ANSWERED:
        return {"accept", "leave"} | ({"rate"} if view.ratings else set()) | _explaining(view)
    recalled = view.question is not None and view.question.self_graded
    return (
        {"skip", "leave"}
        | ({"recall"} if recalled else {"answer", "give_up"})
        | ({"hint"} if view.hints_left else set())
    )


def _explaining(view: SessionView) -> set[str]:
    """Return what tells more about the answer; in the Lab an open question would be no question any more."""
    if view.question is None:
        return set()
    in_full = {"explain"} if explains_in_full(view.question) else set()
    return in_full | ({"lab"} if view.question.subject is not None else set())

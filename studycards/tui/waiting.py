"""What stands beside an open question, quietly, in the place of the solution to come: how an answer is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.tui.text import Line, plain, prose

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.view import SessionView

TYPED = frozenset({"number", "shape", "tensor", "sheet", "text", "comparison"})
"""The kinds of questions for which there is more to say than the line under the answer does."""


def waiting_lines(view: SessionView, language: Language) -> tuple[Line, ...]:
    """Return how an answer to the open question is typed, and how many hints there are."""
    question = view.question
    if question is None:
        return ()
    kind = question.kind if question.kind in TYPED else "other"
    lines = list(prose(language.text(f"study_screen.waiting_{kind}"), "$text-muted"))
    if view.hints_left:
        lines += [
            Line(plain("")),
            *prose(language.text("study_screen.hints_left", count=view.hints_left), "$text-muted"),
        ]
    return tuple(lines)

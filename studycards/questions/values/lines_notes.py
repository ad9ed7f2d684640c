"""What a line of arithmetic does not say by itself: why a gradient passed a ReLU, or which number of a window won."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace import Applied, Number, Wins
from studycards.locale import LANGUAGES, Language, Text
from studycards.questions.values.lines_cells import cell, place
from studycards.questions.values.lines_numbers import worked_number
from studycards.questions.values.lines_simple import parts_of
from studycards.questions.values.lines_writing import written

if TYPE_CHECKING:
    from studycards.engine.trace import Expression
    from studycards.questions.values.lines_cells import Index

MOST_WINDOWS = 4

_SIGNS = {"is_positive": (">", "≤"), "is_not_negative": ("≥", "<")}


def note(expression: Expression, shape: Index, layout: str) -> Text | None:
    """Return `X[0,1] = 2 > 0` or `max(1, 5, 2, 0) = X[0,1]`, where such a thing decides; `shape` is that of x."""
    notes = []
    for part in parts_of(expression):
        if isinstance(part, Applied) and part.function in _SIGNS and isinstance(part.argument, Number):
            notes.append(_sign(part, part.argument, _x(part.argument, shape, layout)))
        elif isinstance(part, Wins) and isinstance(winner := part.contest.winner, Number):
            notes.append(_win(written(part.contest), _x(winner, shape, layout)))
    return _joined(notes[:MOST_WINDOWS])


def _x(number: Number, shape: Index, layout: str) -> str:
    return cell("X", place(number.index, shape, layout))


def _win(contest: Text, winner: str) -> Text:
    return contest.map(lambda text: f"{text} = {winner}")


def _sign(part: Applied, number: Number, label: str) -> Text:
    sign = _SIGNS[part.function][0 if part.value else 1]
    pl, en = (f"{label} = {worked_number(number.value, Language(code)).text} {sign} 0" for code in LANGUAGES)
    return Text(pl=pl, en=en)


def _joined(notes: list[Text]) -> Text | None:
    if not notes:
        return None
    pl, en = ("; ".join(text.written_in(code) for text in notes) for code in LANGUAGES)
    return Text(pl=pl, en=en)

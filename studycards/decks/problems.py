"""What is wrong in a deck file, where, and how it is shown to the author: the sentence, the line and a caret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from pathlib import Path

    from studycards.locale import Language, Message

SHOWN_WIDTH = 96
"""Characters of a source line that are shown; a longer line is cut around the caret."""

_CARET_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Place:
    """A character in a file; line and column count from 1."""

    path: Path
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a deck file.

    Args:
        place: the first faulty character.
        card: the id of the card it is in, if it is in one that has an id.
        field: the path of the field inside that card, or else inside the file: `options[1].why`. Counts from 1.
        reason: what was found, what is allowed and, where one is near, the name that was probably meant.
        line: the source line.
        width: characters under which the caret runs; at least 1.
    """

    place: Place
    card: str | None
    field: str
    reason: Message
    line: str
    width: int


def render_problem(problem: Problem, language: Language) -> str:
    """Return the problem as lines of text: the place, the sentence, the source line, the caret. Safe to print."""
    place = problem.place
    where = ", ".join(filter(None, (_card_name(problem, language), problem.field)))
    head = f"{place.path}:{place.line}:{place.column}"
    shown, caret = marked_line(problem.line, place.column, problem.width)
    return "\n".join(
        (
            _visible(f"{head}  {where}".rstrip()),
            _visible(f"  {language.render(problem.reason)}"),
            f"{place.line:>5} | {shown}".rstrip(),
            f"      | {caret}",
        )
    )


def marked_line(line: str, column: int, width: int) -> tuple[str, str]:
    """Return the part of `line` around `column` (from 1) that is shown, and the line with a caret for below it."""
    start = min(column - 1, len(line))
    cut = max(0, start - _CARET_CONTEXT) if len(line) > SHOWN_WIDTH else 0
    shown = _visible(line[cut : cut + SHOWN_WIDTH])
    marked = shown[start - cut : start - cut + width]
    lead, tail = "…" if cut else "", "…" if cut + SHOWN_WIDTH < len(line) else ""
    before = _cells(lead + shown[: start - cut])
    return f"{lead}{shown}{tail}", " " * before + "^" * max(1, _cells(marked))


def problem_to_json(problem: Problem, language: Language) -> dict[str, Any]:
    """Return the problem as a JSON-able mapping, its sentence in `language` and the key of that sentence."""
    return {
        "path": str(problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "width": problem.width,
        "card": problem.card,
        "field": problem.field,
        "key": problem.reason.key,
        "reason": language.render(problem.reason),
    }


def _card_name(problem: Problem, language: Language) -> str:
    return language.text("decks.card", card=problem.card) if problem.card else ""


def _visible(text: str) -> str:
    """Return the text with other spaces as spaces, and a dot for all that a terminal might obey or not show."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _stand_in(char) for char in text)


def _stand_in(char: str) -> str:
    return " " if char == "\t" or category(char) == "Zs" else "·"


def _cells(text: str) -> int:
    """Return the terminal cells that the text takes: two for a wide character, none for a combining one."""
    return sum(0 if category(char) in {"Mn", "Me"} else 2 if east_asian_width(char) in "WF" else 1 for char in text)

"""Where a text of the notation is cut: at bars and commas outside of parentheses, and at the parentheses themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.engine.errors import NotationError, shown

if TYPE_CHECKING:
    from studycards.engine.drafts import Piece

_MARKS = re.compile(r"[()\[\]|,]")
_PARENTHESES = re.compile(r"[()]")

DEEPEST = 100
"""Levels of brackets: several for each block that may stand in another one, so that no text is gone through often."""


def split(piece: Piece, separator: str) -> list[Piece]:
    """Return what lies before, between and after the separators of `piece`; those inside parentheses stay."""
    depth = 0
    starts, ends = [0], []
    for mark in _MARKS.finditer(piece.text):
        character = mark[0]
        if character == separator and depth == 0:
            ends.append(mark.start())
            starts.append(mark.end())
        elif character in "([":
            depth += 1
            if depth > DEEPEST:
                raise _too_deep(piece.offset + mark.start())
        elif character in ")]" and depth:
            depth -= 1
    return [piece.part(start, end) for start, end in zip(starts, [*ends, None], strict=True)]


def called(call: Piece) -> tuple[list[Piece], Piece]:
    """Return the arguments of `call`, which begins with a parenthesis or has none, and what stands behind them."""
    if not call.text.startswith("("):
        return [], call
    end = _closing(call)
    inside = call.part(1, end - 1)
    return split(inside, ",") if inside.text else [], call.part(end)


def nothing_behind(piece: Piece) -> None:
    """Refuse a text behind the end of a layer.

    Raises:
        NotationError: there is one.
    """
    if piece.text:
        raise NotationError(
            "engine.behind_layer",
            "'{found}' cannot stand behind a layer; layers are separated by |",
            found=shown(piece.text),
            offset=piece.offset,
        )


def _too_deep(offset: int) -> NotationError:
    return NotationError(
        "engine.brackets_too_deep", "brackets are nested more than {limit} levels deep", limit=DEEPEST, offset=offset
    )


def _closing(call: Piece) -> int:
    """Return the index after the parenthesis that closes the first one."""
    depth = 0
    for mark in _PARENTHESES.finditer(call.text):
        depth += 1 if mark[0] == "(" else -1
        if depth == 0:
            return mark.end()
    raise NotationError("engine.parenthesis_open", "this parenthesis is never closed", offset=call.offset)

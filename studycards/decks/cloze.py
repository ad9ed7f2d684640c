r"""The holes of a cloze text: `{{c1::hidden|also right::hint}}`; `\|` is a bar that belongs to the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.locale import Text

_GROUP = re.compile(r"c[1-9][0-9]?")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Hole:
    """One hole: the group it is asked with, its right answers (the first one is shown), perhaps a hint."""

    group: str
    answers: tuple[str, ...]
    hint: str | None = None


class ClozeError(ValueError):
    """A hole that cannot be read. `key` names the sentence, `offset` the character of the text (from 0)."""

    def __init__(self, key: str, offset: int) -> None:
        super().__init__(key)
        self.key = key
        self.offset = offset


def parse_cloze(text: str) -> tuple[str | Hole, ...]:
    """Return the text as its pieces in order: words as `str`, holes as `Hole`.

    Raises:
        ClozeError: a hole is not closed, has no group such as `c1`, or hides nothing.
    """
    pieces: list[str | Hole] = []
    end = 0
    while (start := text.find("{{", end)) >= 0:
        close = text.find("}}", start)
        if close < 0:
            raise ClozeError("decks.cloze_open", start)
        pieces += [text[end:start], _hole(text[start + 2 : close], start)]
        end = close + 2
    pieces.append(text[end:])
    return tuple(piece for piece in pieces if piece)


def cloze_groups(text: str) -> tuple[str, ...]:
    """Return the groups of the text in the order of their first hole.

    Raises:
        ClozeError: as `parse_cloze`.
    """
    return tuple(dict.fromkeys(piece.group for piece in parse_cloze(text) if isinstance(piece, Hole)))


def groups_of(question: Text) -> tuple[str, ...]:
    """Return the groups of a question that was checked: its languages have the same ones."""
    return cloze_groups(question.pl or question.en or "")


def _hole(inside: str, start: int) -> Hole:
    group, separator, content = inside.partition("::")
    if not separator or not _GROUP.fullmatch(group) or "{{" in inside:
        raise ClozeError("decks.cloze_hole", start)
    hidden, _, hint = content.partition("::")
    answers = tuple(part.replace(r"\|", "|").strip() for part in _BAR.split(hidden))
    if not all(answers):
        raise ClozeError("decks.cloze_empty", start)
    return Hole(group, answers, hint.strip() or None)

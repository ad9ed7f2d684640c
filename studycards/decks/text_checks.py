"""Check the texts of a deck for what would stay on the screen as it was typed: marks and placeholders without effect.

For the checker alone: such a card can be asked all the same.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from studycards.decks.expression_checks import maps, scalars
from studycards.decks.fields import DEFAULT_TYPE, TYPE_FIELDS, types_with
from studycards.decks.nodes import Scalar
from studycards.decks.reader import cards_of
from studycards.decks.report import Report, TooManyProblems, shortened
from studycards.locale.text import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.nodes import NodeMap
    from studycards.decks.problems import Problem
    from studycards.decks.reader import ReadDeck

SHOWN = ("question", "options", "items", "pairs", "unit", "hint", "explanation")
"""The fields that hold texts alone, whatever the type of the card."""

SHOWN_INSIDE = {"reject": "why", "wrong": "why", "steps": "title"}
"""The fields whose entries hold a text, and where."""

_PLACEHOLDER = re.compile(r"(?<!\$)\$\{[^{}]*\}")
_HOLE = re.compile(r"\{\{.*?\}\}")
_LONE_CODE = re.compile(r"`(?=\S)|(?<=\S)`")
_LONE_BOLD = re.compile(r"(?<![\w)\]*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])")
"""Opened or closed, but not both; stars between two words are a power."""


def text_problems(read: ReadDeck) -> tuple[Problem, ...]:
    """Return what is without effect in the texts of a deck, in the order of the file."""
    report = Report(read.path)
    report.lines = [*read.lines]
    with suppress(TooManyProblems):
        for card in cards_of(read.root):
            _check_card(card, report)
    return report.problems(read.root)


def _check_card(card: NodeMap, report: Report) -> None:
    named = card.values.get("type")
    card_type = named.text if isinstance(named, Scalar) else DEFAULT_TYPE
    for text in _texts(card, card_type):
        _check_marks(text, report)
        if card_type in TYPE_FIELDS and card_type not in types_with("vars"):
            _check_placeholders(text, card_type, report)


def _texts(card: NodeMap, card_type: str) -> Iterator[Scalar]:
    """Yield the texts of a card that are shown; the answer of another type is typed, or an expression."""
    for name in (*SHOWN, "answer") if card_type == DEFAULT_TYPE else SHOWN:
        yield from scalars(card.values.get(name))
    for name, inside in SHOWN_INSIDE.items():
        for entry in maps(card.values.get(name)):
            yield from scalars(entry.values.get(inside))


def _check_marks(text: Scalar, report: Report) -> None:
    """Report marks that have no partner in their line, without those inside of placeholders and holes."""
    rest = _blotted(INLINE, "x", _blotted(_HOLE, "x", _blotted(_PLACEHOLDER, "0", text.text)))
    for found in _LONE_CODE.finditer(rest):
        report.at(text, found.start(), "decks.unpaired_code")
    for found in _LONE_BOLD.finditer(rest):
        report.at(text, found.start(), "decks.unpaired_bold")


def _check_placeholders(text: Scalar, card_type: str, report: Report) -> None:
    """Report placeholders outside of code: nothing fills them in on a card of this type."""
    prose = INLINE.sub(lambda found: "x" * len(found[0]) if found["code"] else found[0], text.text)
    for found in _PLACEHOLDER.finditer(prose):
        others = ", ".join(types_with("vars"))
        report.at(
            text, found.start(), "decks.idle_placeholder", type=card_type, found=shortened(found[0]), others=others
        )


def _blotted(pattern: re.Pattern[str], blot: str, text: str) -> str:
    """Return `text` with each character that `pattern` finds replaced: all others stay in their places."""
    return pattern.sub(lambda found: blot * len(found[0]), text)

"""What a search looks through and what one row of a list shows of a card, without making the card itself.

The texts that are searched are kept beside each parsed deck: made from the cards they would take a minute for 100,000.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from studycards.decks.cloze import Hole, parse_cloze
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Plain = Mapping[str, Any]

TAG = "\x1f"
"""Before each tag in a searched text; no deck has such a character, and nobody can type it."""

_WITH_PLACEHOLDERS = frozenset({"number", "computed", "steps", "compare"})

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<name>[A-Za-z_]\w*)\}")

_FOLDED = {
    **dict.fromkeys((*range(32), *range(0x300, 0x370))),  # control characters and combining marks
    **dict.fromkeys(map(ord, "*`${}„”“«»")),
    **str.maketrans("×−–—łøđ", "x---lod"),
}
"""What a search does not tell apart, and the marks of Markdown and placeholders, which it does not see."""


class Listing(NamedTuple):
    """Columns with one item for each card of a deck, in the order of the file.

    Args:
        kinds: the type, and behind a space the level where there is one: `computed 2`, `basic `.
        texts: id, tags and question in both languages, `folded`, each tag behind the sign `TAG`.
        lines: the line of the file that the id of the card is in, from 1.
    """

    kinds: Sequence[str]
    texts: Sequence[str]
    lines: Sequence[str]


class Brief(NamedTuple):
    """What a row shows of a card; the stem is its question on one line, with the inline Markdown of decks."""

    type: str
    level: int | None
    tags: tuple[str, ...]
    stem: Text


def listing_of(cards: Iterable[Plain], lines: Mapping[str, int]) -> Listing:
    """Return the columns of `cards` in their plain form; `lines` has the line of each card's id."""
    return Listing(*zip(*(_row(card, lines[card["id"]]) for card in cards), strict=True))


def brief_of(card: Plain) -> Brief:
    """Return what a row shows of a card in its plain form."""
    stem = Text(**card["question"]).map(lambda text: _one_line(text, card["type"]))
    return Brief(card["type"], card.get("level"), tuple(card.get("tags", ())), stem)


def folded(text: str) -> str:
    """Return `text` as a search sees it: no capitals, no diacritics, `x` for `×`, none of the marks of Markdown.

    Character by character, so what is part of a text is part of it folded, too.
    """
    return unicodedata.normalize("NFD", text.casefold()).translate(_FOLDED)


def _row(card: Plain, line: int) -> tuple[str, str, str]:
    brief = brief_of(card)
    tags = "".join(f" {TAG}{folded(tag)}" for tag in brief.tags)
    questions = filter(None, (brief.stem.pl, brief.stem.en))
    return f"{brief.type} {brief.level or ''}", f"{folded(card['id'])}{tags} {folded(' '.join(questions))}", str(line)


def _one_line(text: str, card_type: str) -> str:
    """Return a question on one line: holes filled, `${n}` as `n`."""
    if card_type == "cloze":
        text = "".join(piece.answers[0] if isinstance(piece, Hole) else piece for piece in parse_cloze(text))
    elif card_type in _WITH_PLACEHOLDERS:
        text = _PLACEHOLDER.sub(lambda found: found["name"] or "${", text)
    return " ".join(text.split())

"""What a list of all cards shows and what a search looks through, as columns that are kept beside each parsed deck.

To read it from the cards themselves would take a minute for 100,000 of them; the columns take a tenth of a second.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from studycards.decks.cloze import Hole, parse_cloze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Plain = Mapping[str, Any]

LONGEST_STEM = 300
"""Characters of a stem that are kept: more than the widest terminal shows. The search looks through the whole text."""

_WITH_PLACEHOLDERS = frozenset({"number", "computed", "steps", "compare"})

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<name>[A-Za-z_]\w*)\}")

_FOLDED = {
    **dict.fromkeys(range(0x300, 0x370)),  # combining marks
    **dict.fromkeys(map(ord, "*`${}„”“«»")),
    **str.maketrans("×−–—łøđ", "x---lod"),
}
"""What a search does not tell apart, and the marks of Markdown and placeholders, which it does not see."""


class Listing(NamedTuple):
    """Columns with one item for each card of a deck, in the order of the file.

    Args:
        types: the names of the types.
        levels: a digit, or nothing.
        tags: the tags, each behind a space.
        lines: the line of the file that a card's id is in, from 1.
        pl: the question on one line, in Polish where it has that, with its inline Markdown.
        en: the same in English.
        texts: id, tags and question in both languages, `folded`.
    """

    types: Sequence[str]
    levels: Sequence[str]
    tags: Sequence[str]
    lines: Sequence[str]
    pl: Sequence[str]
    en: Sequence[str]
    texts: Sequence[str]


def listing_of(cards: Iterable[Plain], lines: Mapping[str, int]) -> Listing:
    """Return the columns of `cards` in their plain form; `lines` has the line of each card's id."""
    return Listing(*zip(*(_row(card, lines[card["id"]]) for card in cards), strict=True))


def folded(text: str) -> str:
    """Return `text` as a search sees it: no capitals, no diacritics, `x` for `×`, none of the marks of Markdown.

    Character by character, so what is part of a text is part of it folded, too.
    """
    return unicodedata.normalize("NFD", text.casefold()).translate(_FOLDED)


def _row(card: Plain, line: int) -> tuple[str, ...]:
    question: Mapping[str, str] = card["question"]
    texts = {code: _one_line(text, card["type"]) for code, text in question.items()}
    either = next(iter(texts.values()))
    stems = [texts.get(code, either)[:LONGEST_STEM] for code in ("pl", "en")]
    tags = "".join(f" {tag}" for tag in card.get("tags", ()))
    searched = folded(" ".join((card["id"] + tags, *texts.values())))
    return (card["type"], str(card.get("level") or ""), tags, str(line), *stems, searched)


def _one_line(text: str, card_type: str) -> str:
    """Return a question on one line: holes filled, `${n}` as `n`."""
    if card_type == "cloze":
        text = "".join(piece.answers[0] if isinstance(piece, Hole) else piece for piece in parse_cloze(text))
    elif card_type in _WITH_PLACEHOLDERS:
        text = _PLACEHOLDER.sub(lambda found: found["name"] or "${", text)
    return " ".join(text.split())

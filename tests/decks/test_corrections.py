"""The short route through the course: what student notes get wrong, leave open or say loosely has a card of its own."""

from __future__ import annotations

import re

from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck

ROWS = {
    1, 3, 4, *range(9, 18), 21, 23, 28, *range(31, 36), 40, 44, 46, 47, *range(49, 53), 54, 55, 57, 59, 60, 62, 66, 67,
    69, 71, *range(73, 76),
}  # fmt: skip
"""The rows of the notes that the short route lists."""


def test_each_row_of_the_short_route_has_a_card_with_the_tag() -> None:
    decks = (read_deck(file, read_source(file)).deck for file in deck_files([builtin_folder()]))
    sources = [card.source or "" for deck in decks if deck for card in deck.cards if "corrections" in card.tags]
    found = {int(row) for source in sources for row in re.findall(r"\bN(\d+)\b", source)}

    assert ROWS - found == set()

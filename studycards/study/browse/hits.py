"""Where in a text a search has found its words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from studycards.decks.listing import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_letter = lru_cache(maxsize=1000)(folded)
"""One character as a search sees it: none, itself, or more than one."""


def spans(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where the folded `words` stand in `text`: the first character and the one behind the last."""
    letters = [_letter(character) for character in text]
    seen = "".join(letters)
    owners = [place for place, letter in enumerate(letters) for _ in letter]
    for word in words:
        start = seen.find(word)
        while start >= 0:
            yield owners[start], owners[start + len(word) - 1] + 1
            start = seen.find(word, start + len(word))

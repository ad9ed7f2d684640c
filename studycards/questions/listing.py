"""Put several texts of a deck into one, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import LANGUAGES, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


def lines(texts: Sequence[Text]) -> Text:
    """Return the texts one under another."""
    return joined("\n", texts)


def numbered_lines(texts: Sequence[Text]) -> Text:
    """Return the texts one under another, numbered from 1."""
    return lines([joined(" ", [Text.same(f"{number}."), text]) for number, text in enumerate(texts, start=1)])


def joined(separator: str, texts: Sequence[Text]) -> Text:
    """Return the texts in one line, or one under another where the separator is a line break."""
    return Text(**{code: separator.join(text.written_in(code) for text in texts) for code in LANGUAGES})

"""Values that stand for words before a language is chosen: a text of a deck and a sentence of the program."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    # `2**3**2` and `3*3*64` are arithmetic: what opens emphasis follows neither a digit nor a closing bracket.
    r"|(?<![\d)\]*])\*\*(?=[^\s*])(?P<bold>[^\n]+?)(?<=[^\s*])\*\*"
    r"|(?<![\w)\]*])\*(?=[^\s*])(?P<italic>[^*\n]+?)(?<=\S)\*(?![\w*])"
)
"""The marks inside a line of a deck, each with what it encloses; code holds no further ones."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a deck in the languages its author wrote it in; at least one is there."""

    pl: str | None = None
    en: str | None = None

    @classmethod
    def same(cls, text: str) -> Text:
        """Return a text that reads the same in both languages, such as a formula."""
        return cls(pl=text, en=text)

    def written_in(self, code: str) -> str:
        """Return the text in the language `code`, or in the other one where the author gave only that."""
        own, other = (self.pl, self.en) if code == "pl" else (self.en, self.pl)
        return own if own is not None else other or ""

    def map(self, change: Callable[[str], str]) -> Text:
        """Return the text with `change` applied to each language that is there."""
        return Text(
            pl=None if self.pl is None else change(self.pl),
            en=None if self.en is None else change(self.en),
        )


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the program, named by its key in the catalogs, with the values that fill it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def message(key: str, /, **values: object) -> Message:
    """Return the sentence `key` with its `values`; a value may itself be a `Message` or a `Text`."""
    return Message(key, values)


def unmarked(text: str) -> str:
    """Return `text` without the marks of bold, italic and code, where nothing can show them."""
    return INLINE.sub(lambda found: found["code"] or unmarked(found["bold"] or found["italic"]), text)

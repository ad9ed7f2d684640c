"""Plain text for the terminal: Markdown without its marks, lines folded at the width of the page, and JSON."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.locale.text import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.locale import Language, Message, Text

    Words = Message | Text | str

WIDTH = 80

_CONTROL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What JSON lets stand, but a terminal obeys."""


def plain_text(words: Words, language: Language) -> str:
    """Return `words` without the marks of bold, italic and code, which a line of text cannot show."""
    return unmarked(language.render(words))


def print_lines(text: str, *, indent: str = "") -> None:
    """Print `text` folded at 80 columns; what the author broke into lines stays so."""
    for line in text.splitlines() or [""]:
        print(textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent) if line.strip() else "")


@dataclass(frozen=True, slots=True)
class Page:
    """Standard output in one language."""

    language: Language

    def say(self, key: str, *, indent: str = "", **values: object) -> None:
        """Print a sentence of the program."""
        self.print(message(key, **values), indent=indent)

    def print(self, words: Words, *, indent: str = "") -> None:
        """Print `words` as plain text."""
        print_lines(plain_text(words, self.language), indent=indent)

    def print_all(self, lines: Iterable[Words], *, indent: str = "") -> None:
        """Print one after the other."""
        for line in lines:
            self.print(line, indent=indent)


def print_json(value: object) -> None:
    """Print a value for another program: UTF-8, two spaces, keys in the order they were given."""
    written = json.dumps(value, ensure_ascii=False, indent=2)
    print(_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", written))

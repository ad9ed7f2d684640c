"""Plain text for the terminal: Markdown without its marks, lines folded at the width of the page."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.locale import Language, Message, Text

WIDTH = 80

_MARKS = re.compile(r"(\*\*|`)(.+?)\1")


def plain_text(words: Message | Text | str, language: Language) -> str:
    """Return `words` without the marks of bold and code, which a line of text cannot show."""
    return _MARKS.sub(r"\2", language.render(words))


def print_lines(text: str, *, indent: str = "") -> None:
    """Print `text` folded at 80 columns; what the author broke into lines stays so."""
    for line in text.splitlines() or [""]:
        print(textwrap.fill(line, WIDTH, initial_indent=indent, subsequent_indent=indent) if line.strip() else "")


def print_json(value: object) -> None:
    """Print a value for another program: UTF-8, two spaces, keys in the order they were given."""
    print(json.dumps(value, ensure_ascii=False, indent=2))

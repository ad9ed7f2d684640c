"""What the messages of the YAML parser mean for somebody who writes a deck.

The parser stops where it no longer understands, with a sentence about its own states. Authors fall into the same few
traps; each is recognised here by that sentence and by the characters in the file, and explained by what to write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from studycards.decks.nodes import Refused

if TYPE_CHECKING:
    import yaml

_TRAPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"mapping values are not allowed", "decks.yaml_colon"),
        (r"cannot start any token", "decks.yaml_start"),
        (r"found unknown escape|escape sequence|hexdecimal|Unicode character", "decks.yaml_escape"),
        (r"unexpected end of stream|unexpected document (separator|indicator)", "decks.yaml_quote"),
        (r"an alias", "decks.yaml_star"),
        (r"an anchor", "decks.yaml_ampersand"),
        (r"a tag|directive", "decks.yaml_tag"),
        (r"flow (sequence|mapping)", "decks.yaml_bracket"),
        (r"sequence entries are not allowed", "decks.yaml_dash"),
        (r"expected ':'", "decks.yaml_no_colon"),
        (r"block (mapping|collection|sequence)", "decks.yaml_block"),
    )
)
_TOLD_AT_THEIR_BEGINNING = {
    "decks.yaml_ampersand",
    "decks.yaml_bracket",
    "decks.yaml_no_colon",
    "decks.yaml_quote",
    "decks.yaml_star",
}
_QUOTED = re.compile(r"""[:-]\s+(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")""")


def explain(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[Refused, str, dict[str, Any]]:
    """Return the place of a syntax error, the key of the sentence that explains it, and the values of the sentence."""
    sentence = f"{error.context or ''} {error.problem or ''}"
    key = next((key for pattern, key in _TRAPS if pattern.search(sentence)), "decks.yaml_other")
    begun = key in _TOLD_AT_THEIR_BEGINNING
    mark = error.context_mark if begun and error.context_mark else error.problem_mark
    if mark is None:
        return Refused(1, 1, 0), key, {}
    place = Refused(mark.line + 1, mark.column + 1, 1)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if key == "decks.yaml_block":
        key = _after_closing(line[: mark.column].rstrip()) or key
    return place, key, {"character": line[mark.column : mark.column + 1]}


def _after_closing(before: str) -> str | None:
    """Return the trap of a text that goes on after a quote or bracket that was taken for its whole."""
    if before.endswith(("]", "}")):
        return "decks.yaml_after_bracket"
    return "decks.yaml_after_quote" if _QUOTED.search(before) else None

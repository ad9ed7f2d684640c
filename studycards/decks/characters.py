"""The characters of a deck file: UTF-8 without those that a terminal obeys or that nobody can see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from studycards.decks.locations import MOST_BYTES
from studycards.decks.nodes import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.report import Report

# Controls, soft hyphen, zero-width and bidirectional formats, line and paragraph separators, surrogates, byte order
# marks, language tags. The two zero-width joiners stay: scripts and emoji are spelled with them.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
)
_REFUSED = re.compile(f"[{_UNSEEN}\t]")
_REFUSED_IN_TEXT = re.compile(f"[{_UNSEEN}\t\r]")
_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


def decode(source: bytes, report: Report) -> str | None:
    """Return the file as text in Unicode's composed form (NFC), or None where it is not worth reading further."""
    if len(source) > MOST_BYTES:
        _refuse(report, "decks.too_large", 1, 1, limit=MOST_BYTES // 1024**2)
        return None
    try:
        text = source.decode()
    except UnicodeDecodeError as error:
        line, column = _place(source[: error.start].decode())
        report.lines = split_lines(source.decode(errors="replace"))
        _refuse(report, "decks.not_utf8", line, column)
        return None
    report.lines = split_lines(text)
    if "\0" in text:
        _refuse(report, "decks.not_utf8", *_place(text.partition("\0")[0]))
        return None
    if text.startswith(_BOM):
        _refuse(report, "decks.byte_order_mark", 1, 1)
        return None
    if _REFUSED.search(text):
        _refuse_characters(report)
        return None
    text = normalize("NFC", text)
    report.lines = split_lines(text)
    return text


def split_lines(text: str) -> list[str]:
    """Return the lines as YAML counts them, without their ends."""
    return _BREAK.split(text)


def clean(text: str) -> tuple[str, str | None]:
    r"""Return a text without refused characters, which escapes such as `\e` can bring in, and the first one found."""
    found = _REFUSED_IN_TEXT.search(text)
    return (normalize("NFC", text), None) if found is None else (_REFUSED_IN_TEXT.sub("", text), found[0])


def code_point(character: str) -> str:
    """Return the name of a character that cannot be shown: U+001B."""
    return f"U+{ord(character):04X}"


def _refuse_characters(report: Report) -> None:
    for number, found in _first_of_each_line(report.lines):
        key = "decks.tab" if found[0] == "\t" else "decks.character"
        _refuse(report, key, number, found.start() + 1, character=code_point(found[0]))


def _first_of_each_line(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines, start=1):
        if found := _REFUSED.search(line):
            yield number, found


def _place(before: str) -> tuple[int, int]:
    lines = split_lines(before)
    return len(lines), len(lines[-1]) + 1


def _refuse(report: Report, key: str, line: int, column: int, **values: object) -> None:
    report(Refused(line, column, 1), key, **values)

"""The one door for text of decks and of the program into widgets: `str` becomes `Content`, never markup.

In a `str` Textual reads square brackets as markup: it swallows `x[i]` and crashes on `[/x]`. A `Content` is verbatim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual.content import Content
from textual.style import Style

from studycards.locale.text import INLINE

if TYPE_CHECKING:
    from collections.abc import Iterable

_BULLET = re.compile(r"(?P<indent> *)[-*] +(?P<item>.*)")

_UNPRINTABLE = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")

LONGEST_LEAD = 8
"""A lead that is longer, and longer than a third of the line, would leave its body a narrow column."""

HANG = 2
"""Cells by which a body hangs below such a lead."""


class Flowing(Protocol):
    """What a sheet can lay out at any width."""

    def rows(self, width: int) -> list[Content]:
        """Return the rows that it takes at `width` cells."""
        ...


class Line(NamedTuple):
    """A paragraph as it is laid out: `lead` stands once before `body`, whose further lines hang below its start."""

    body: Content
    lead: Content = Content("")

    def meaning(self, **meta: str | int) -> Line:
        """Return the line with `meta` on every cell, for a click to find."""
        style = Style.from_meta(meta)
        return Line(self.body.stylize(style), self.lead.stylize(style))

    def rows(self, width: int) -> list[Content]:
        """Wrap the line to `width` cells, its body hanging behind its lead."""
        lead_width = self.lead.cell_length
        if lead_width >= width:
            return (self.lead + self.body).wrap(width) or [Content("")]
        if lead_width > max(width // 3, LONGEST_LEAD) and lead_width + self.body.cell_length > width:
            first, *others = (self.lead + self.body).wrap(width - HANG)
            return [first, *(row.pad_left(HANG) for row in others)]
        bodies = self.body.wrap(width - lead_width) or [Content("")]
        return [self.lead + bodies[0], *(body.pad_left(lead_width) for body in bodies[1:])]


class AtLeast(NamedTuple):
    """Lines that take as many rows as those in whose `room` they stand, so that nothing below them moves."""

    lines: tuple[Flowing, ...]
    room: tuple[Flowing, ...]

    def rows(self, width: int) -> list[Content]:
        """Lay the lines out, empty ones below them where they are fewer."""
        rows = [row for line in self.lines for row in line.rows(width)]
        return rows + [Content("")] * (height_of(self.room, width) - len(rows))


def plain(text: str, style: str = "") -> Content:
    """Return `text` verbatim; control characters, which could steer the terminal, are shown as �."""
    clean = text.translate(_UNPRINTABLE).expandtabs(4)
    return Content.styled(clean, style) if style else Content(clean)


def prose(text: str, style: str = "") -> tuple[Line, ...]:
    """Return the Markdown of decks (`code`, **bold**, *italic*, bullets, line breaks) as lines to be laid out."""
    return tuple(_line(line, style) for line in text.splitlines())


def inline(text: str, style: str = "") -> Content:
    """Return one line of Markdown without its markers."""
    parts: list[Content] = []
    end = 0
    for match in INLINE.finditer(text):
        parts += [plain(text[end : match.start()], style), _marked(match, style)]
        end = match.end()
    return Content("").join([*parts, plain(text[end:], style)])


def first_line(text: str) -> str:
    """Return what of a text stands in a row: a title may have several lines."""
    return text.partition("\n")[0]


def cursor_sign(*, current: bool) -> Content:
    """Return what stands before a row of a list, by whether the cursor is on it."""
    return plain("▸ " if current else "  ", "bold $accent")


def spread(left: Content, right: Content, width: int) -> Content:
    """Set two texts at both ends of a row; the left one is cut where they do not fit."""
    room = max(width - right.cell_length, 0)
    cut = left.truncate(room, ellipsis=True)
    return (cut.pad_right(room - cut.cell_length) + right).truncate(width)


def lay_out(lines: Iterable[Flowing], width: int) -> Content:
    """Set `lines` below each other, each wrapped to `width` cells."""
    return Content("\n").join(row for line in lines for row in line.rows(max(width, 1)))


def height_of(lines: Iterable[Flowing], width: int) -> int:
    """Return how many rows `lines` take at `width` cells."""
    return sum(len(line.rows(max(width, 1))) for line in lines)


def _marked(match: re.Match[str], style: str) -> Content:
    kind = match.lastgroup or ""
    text = match[kind]
    if kind == "code":
        return plain(text, "$secondary")
    return inline(text, f"{style} {kind}".strip())


def _line(text: str, style: str) -> Line:
    bullet = _BULLET.fullmatch(text)
    if bullet is None:
        return Line(inline(text, style))
    return Line(inline(bullet["item"], style), plain(f"{bullet['indent']}• "))

"""Shares that a sheet can lay out at any width: what is remembered, how mature the cards are, what comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from studycards.study.statistics import WINDOWS
from studycards.study.statistics_wording import PARTS, part_words, percent_words
from studycards.tui.graphics import Part, bar, flowed, stacked
from studycards.tui.text import first_line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.locale import Language, Message, Text
    from studycards.memory.statistics import Maturity, Retention, Share

NAME_WIDTH = 9
"""Cells for the name of a window of days."""

SHARE_WIDTH = 8
"""Cells for `100 % ↓`."""

ROOMY = 50
"""From this width on, a share also says of how many it is."""

COUNT_WIDTH = 8

LONGEST_BAR = 50
RANKED_BAR = 12

LOOKS = {
    "mature": ("█", "$accent"),
    "young": ("▓", "$accent"),
    "learning": ("▒", "$warning"),
    "new": ("░", "$line"),
    "suspended": ("-", "$text-muted"),
}
"""The characters and colours of the parts of a life."""


class RetentionTable(NamedTuple):
    """What was remembered over some windows of days; a share below the goal points down."""

    retention: Sequence[Retention]
    desired: float
    language: Language

    def rows(self, width: int) -> list[Content]:
        """Return the names of the columns and a row for each window."""
        counted = width >= ROOMY
        column = SHARE_WIDTH + COUNT_WIDTH * counted
        names = [self.language.text(f"statistics.{name}") for name in ("young", "mature", "all")]
        heads = "".join(f"{name:>{SHARE_WIDTH - 2}}".ljust(column) for name in names)
        lines = [
            plain(self._window(days).ljust(NAME_WIDTH), "$text-muted")
            + Content("").join(self._share(share, counted=counted) for share in (over.young, over.mature, over.all))
            for days, over in zip(WINDOWS, self.retention, strict=True)
        ]
        return [plain(" " * NAME_WIDTH + heads.rstrip(), "$text-muted"), *lines]

    def _window(self, days: int | None) -> str:
        if days is None:
            return self.language.text("statistics.window_all")
        return self.language.text("statistics.window_days", days=days)

    def _share(self, share: Share, *, counted: bool) -> Content:
        width = SHARE_WIDTH + COUNT_WIDTH * counted
        if share.value is None:
            return plain("·".rjust(SHARE_WIDTH - 2).ljust(width), "$text-muted")
        below = share.value < self.desired
        text = self.language.render(percent_words(share)).rjust(SHARE_WIDTH - 2)
        counts = plain(f"({self.language.number(share.asked)})".ljust(COUNT_WIDTH) if counted else "", "$text-muted")
        return plain(f"{text}{'↓' if below else ' '} ", "bold $warning" if below else "bold") + counts


class MaturityBar(NamedTuple):
    """All cards as one bar, with its parts named below."""

    maturity: Maturity
    language: Language

    def rows(self, width: int) -> list[Content]:
        """Return the bar and its legend, as many names on a line as fit."""
        parts = [Part(getattr(self.maturity, name), *LOOKS[name]) for name in PARTS]
        shown = [part for part, name in zip(parts, PARTS, strict=True) if part.size or name != "suspended"]
        names = [
            plain(f"{part.fill * 2} ", part.style) + plain(self.language.render(words))
            for part, words in zip(shown, part_words(self.maturity), strict=True)
        ]
        return [stacked(shown, min(width, LONGEST_BAR)), *flowed(names, width)]


class RankedRow(NamedTuple):
    """One row of a ranking: how long its bar is, what that says, what it is, and a remark."""

    value: float
    says: Message
    name: Text | Message
    remark: Message | None


class RankedBars(NamedTuple):
    """A ranking; `most` is the value of a full bar."""

    ranked: Sequence[RankedRow]
    most: float
    language: Language

    def rows(self, width: int) -> list[Content]:
        """Return a row each; a narrow screen has no room for the bars."""
        says = [self.language.render(row.says) for row in self.ranked]
        remarks = [self.language.render(row.remark) if row.remark else "" for row in self.ranked]
        drawn = [bar(row.value, self.most, RANKED_BAR) + "  " if width >= ROOMY else Content("") for row in self.ranked]
        room = width - max(map(len, says)) - max(map(len, remarks)) - drawn[0].cell_length - 4
        names = [self._name(row, room) for row in self.ranked]
        column = max(name.cell_length for name in names)
        return [
            plain(f"{text.rjust(max(map(len, says)))}  ", "bold")
            + picture
            + name.pad_right(column - name.cell_length + 2)
            + plain(remark, "$text-muted")
            for text, picture, name, remark in zip(says, drawn, names, remarks, strict=True)
        ]

    def _name(self, row: RankedRow, room: int) -> Content:
        return plain(first_line(self.language.render(row.name))).truncate(max(room, 1), ellipsis=True)

"""One plate as rows of scraps: its title, and the numbers of the part of it that is in sight."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studycards.locale.decimals import split_at_mark
from studycards.locale.language import MINUS
from studycards.questions.values.lines_numbers import worked_number
from studycards.questions.values.lines_writing import PADDING_ZERO
from studycards.study.lab.plates import Mark, around, reach_of_marks

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.lab.plates import Plate, Spot

EMPTY = "·"
"""What stands where a plate has no number."""

LEAST_DOTTED = 7
"""From so many rows on two of them are spared to say that there are more."""

_LEFT = {(False, False): "[", (False, True): "⎡", (True, True): "⎢", (True, False): "⎣"}
_RIGHT = {(False, False): "]", (False, True): "⎤", (True, True): "⎥", (True, False): "⎦"}
"""The edge of what is looked at, by whether it goes on above and below."""


class Ink(Enum):
    """What a scrap says."""

    PLAIN = "plain"
    QUIET = "quiet"
    LETTER = "letter"
    EDGE = "edge"
    STRONG = "strong"


class Ground(Enum):
    """What a scrap lies on: nothing, the map, what is looked at, what decides, the cell that it is about."""

    NONE = "none"
    MAP = "map"
    USED = "used"
    MAIN = "main"
    CHOSEN = "chosen"


class Scrap(NamedTuple):
    """A piece of a row; `place` is the row and the column of its number on the plate of what comes out."""

    text: str
    ink: Ink = Ink.PLAIN
    ground: Ground = Ground.NONE
    place: tuple[int, int] | None = None


Row: TypeAlias = tuple[Scrap, ...]

_GROUNDS = {Mark.NONE: Ground.MAP, Mark.USED: Ground.USED, Mark.MAIN: Ground.MAIN, Mark.CHOSEN: Ground.CHOSEN}


def width_of(row: Row) -> int:
    """Return how many characters a row takes."""
    return sum(len(scrap.text) for scrap in row)


@dataclass(frozen=True, slots=True)
class Slab:
    """A plate in the words of one language. `rows` and `columns` are those in sight.

    A number is written in `heads` characters before, and `tails` from its decimal mark on; `reach` holds the first and
    the last row and column of what is marked.
    """

    plate: Plate
    texts: tuple[tuple[tuple[str, str], ...], ...]
    title: str
    words: str
    heads: int
    tails: int
    reach: tuple[tuple[int, int], tuple[int, int]]
    rows: range
    columns: range
    clickable: bool = False
    dotted: bool = True
    """Whether a row above and below says what is out of sight."""

    @classmethod
    def of(cls, plate: Plate, language: Language, *, clickable: bool = False) -> Slab:
        """Return a whole plate."""
        texts = tuple(tuple(split_at_mark(_written(spot, language)) for spot in row) for row in plate.spots)
        return cls(
            plate,
            texts,
            title=f"{plate.letter}{plate.plane}",
            words=language.render(plate.words),
            heads=max(len(head) for row in texts for head, _ in row),
            tails=max(len(tail) for row in texts for _, tail in row),
            reach=reach_of_marks(plate.marked or [(0, 0)]),
            rows=range(len(texts)),
            columns=range(len(texts[0])),
            clickable=clickable,
        )

    @property
    def is_cut(self) -> tuple[bool, bool]:
        """Whether rows, and whether columns are out of sight."""
        return len(self.rows) < self.plate.size[0], len(self.columns) < self.plate.size[1]

    @property
    def span(self) -> tuple[int, int]:
        """Over how many rows and columns the marks reach."""
        (first, last), (start, end) = self.reach
        return last - first + 1, end - start + 1

    @property
    def width(self) -> int:
        """Characters of a row."""
        return max(len(self.columns) * (self.heads + self.tails + 2) + 2 * self.is_cut[1], len(self.title))

    @property
    def height(self) -> int:
        """Rows with the title."""
        return 1 + len(self.rows) + 2 * self._has_dots

    @property
    def _has_dots(self) -> bool:
        return self.dotted and self.is_cut[0]

    def low(self, height: int) -> Slab:
        """Return the part around what is marked that takes at most so many rows with the title, one at least."""
        if self.height <= height:
            return self
        dotted = height >= LEAST_DOTTED
        rows = max(height - (3 if dotted else 1), 1)
        return replace(self, rows=around(*self.reach[0], rows, len(self.texts)), dotted=dotted)

    def narrow(self, columns: int) -> Slab:
        """Return the part of so many columns around what is marked."""
        return replace(self, columns=around(*self.reach[1], columns, len(self.texts[0])))

    def lines(self) -> list[Row]:
        """Return the title and the numbers below it, each row as wide as the slab."""
        body = [self._line(i) for i in self.rows]
        if self._has_dots:
            before, behind = self._hidden(self.rows, 0)
            dots = [self._dots(before), self._dots(behind)]
            body = [dots[0], *body, dots[1]]
        return [self._heading(), *body]

    def _hidden(self, seen: range, axis: int) -> tuple[bool, bool]:
        """Return whether there is more before, and behind what is in sight along an axis."""
        first = self.plate.first[axis]
        return first + seen.start > 0, first + seen.stop < self.plate.size[axis]

    def _heading(self) -> Row:
        words = f" {self.words}" if self.title else self.words
        room = self.width - len(self.title)
        shown = words if len(words) <= room else ""
        return (Scrap(self.title, Ink.LETTER), Scrap(shown.ljust(room), Ink.QUIET))

    def _dots(self, are_there: bool) -> Row:  # noqa: FBT001 - what it says is whether there are any
        return (Scrap(("⋮" if are_there else "").center(self.width), Ink.QUIET),)

    def _line(self, row: int) -> Row:
        scraps = [scrap for column in self.columns for scrap in self._spot(row, column)]
        if self.is_cut[1]:
            before, behind = ("…" if hidden else " " for hidden in self._hidden(self.columns, 1))
            scraps = [Scrap(before, Ink.QUIET), *scraps, Scrap(behind, Ink.QUIET)]
        missing = self.width - width_of(tuple(scraps))
        return (*scraps, Scrap(" " * missing)) if missing else tuple(scraps)

    def _spot(self, row: int, column: int) -> Row:
        """Return a number between its two edges."""
        spot, (head, tail) = self.plate.spots[row][column], self.texts[row][column]
        ground = Ground.NONE if spot.padding and spot.mark is Mark.NONE else _GROUNDS[spot.mark]
        first_row, first_column = self.plate.first
        place = (first_row + row, first_column + column) if self.clickable else None
        left, right = self._edges(row, column)
        ink = Ink.QUIET if spot.padding or spot.value is None else Ink.STRONG if spot.mark.value > 1 else Ink.PLAIN
        return (
            Scrap(left, Ink.EDGE, ground, place),
            Scrap(head.rjust(self.heads) + tail.ljust(self.tails), ink, ground, place),
            Scrap(right, Ink.EDGE, ground, place),
        )

    def _edges(self, row: int, column: int) -> tuple[str, str]:
        """Return the signs around a number: those of a decision, or the edge of what is looked at."""
        mark = self.plate.spots[row][column].mark
        if mark in (Mark.MAIN, Mark.CHOSEN):
            return "‹", "›"
        if mark is Mark.NONE:
            return " ", " "
        return self._edge(row, column, -1, _LEFT), self._edge(row, column, 1, _RIGHT)

    def _edge(self, row: int, column: int, side: int, signs: dict[tuple[bool, bool], str]) -> str:
        if self._takes_part(row, column + side):
            return " "
        above, below = (
            self._takes_part(row + by, column) and not self._takes_part(row + by, column + side) for by in (-1, 1)
        )
        return signs[above, below]

    def _takes_part(self, row: int, column: int) -> bool:
        spots = self.plate.spots
        inside = 0 <= row < len(spots) and 0 <= column < len(spots[row])
        return inside and spots[row][column].mark is not Mark.NONE


def _written(spot: Spot, language: Language) -> str:
    if spot.value is None:
        return EMPTY
    if spot.padding and spot.value == 0:
        return PADDING_ZERO
    if math.isnan(spot.value):
        return "?"
    if math.isinf(spot.value):
        return "∞" if spot.value > 0 else f"{MINUS}∞"
    return worked_number(spot.value, language).text

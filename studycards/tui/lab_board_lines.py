"""The picture of a layer as painted text: the board, below it the rule in letters and the line of arithmetic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from studycards.study.lab.board import board, reach_board
from studycards.study.lab.slabs import Ground, Ink
from studycards.tui.text import Line, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studycards.locale import Language
    from studycards.study.lab.picture import Picture
    from studycards.study.lab.plates import Plate
    from studycards.study.lab.slabs import Row, Scrap

INKS = {
    Ink.PLAIN: "",
    Ink.QUIET: "$text-muted",
    Ink.LETTER: "bold $accent",
    Ink.EDGE: "bold $accent",
    Ink.STRONG: "bold",
}

GROUNDS = {
    Ground.NONE: "",
    Ground.MAP: "on $surface",
    Ground.USED: "on $accent 22%",
    Ground.MAIN: "bold on $accent 50%",
    Ground.CHOSEN: "bold $block-cursor-foreground on $block-cursor-background",
}

LEAST_REACH = 7
"""Rows that the picture of how far a cell sees needs, with its heading."""

LEAST_LINES = 2
"""Rows that the rule and the arithmetic always have."""

_EQUATION = re.compile(r"(?P<lead>[^=]+: )?(?P<label>\S+ )(?P<middle>.*)(?P<value>[=≈] [^\s()]+)(?P<behind>( \(.*\))?)")


def board_content(
    picture: Picture, reach: Callable[[], Sequence[Plate]], language: Language, width: int, height: int
) -> Content:
    """Return the picture in `width` cells and `height` rows; below it, where there is room, how far the cell sees."""
    words = [row for line in _lines(picture, language) for row in line.rows(max(width, 1))]
    rows = board(picture, language, width, max(height - min(len(words), max(height // 3, LEAST_LINES)) - 1, 1))
    painted = [_painted(row).truncate(width) for row in rows]
    gap = [Content("")] if len(painted) + len(words) < height else []
    shown = [*painted, *gap, *words]
    if height - len(shown) >= LEAST_REACH:
        rows = reach_board(reach(), language, width, height - len(shown) - 3)
        heading = plain(language.text("lab.reach", label=picture.label), "$text-muted")
        shown += [Content(""), heading, Content(""), *(_painted(row).truncate(width) for row in rows)] if rows else []
    return Content("\n").join(shown[: max(height, 1)])


def _lines(picture: Picture, language: Language) -> Iterable[Line]:
    if picture.rule is not None:
        yield Line(plain(language.render(picture.rule), "$text-muted"))
    for words in picture.lines:
        yield _equation(language.render(words))


def _equation(text: str) -> Line:
    """Return a line of arithmetic with its value in bold; further rows hang below its beginning."""
    found = _EQUATION.fullmatch(text)
    if found is None:
        return Line(plain(text))
    value = plain(found["value"][:2]) + plain(found["value"][2:], "bold $accent")
    lead = plain(found["lead"] or "", "$text-muted") + plain(found["label"], "bold")
    return Line(plain(found["middle"]) + value + plain(found["behind"], "$text-muted"), lead)


def _painted(row: Row) -> Content:
    return Content("").join(map(_scrap, row))


def _scrap(scrap: Scrap) -> Content:
    chosen = scrap.ground is Ground.CHOSEN
    text = plain(scrap.text, f"{'' if chosen else INKS[scrap.ink]} {GROUNDS[scrap.ground]}".strip())
    return text if scrap.place is None else text.stylize(Style.from_meta({"spot": scrap.place}))

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
    from collections.abc import Callable, Sequence

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
    Ground.USED: "on $lit",
    Ground.MAIN: "bold on $lit-strongly",
    Ground.CHOSEN: "bold $block-cursor-foreground on $block-cursor-background",
}

LEAST_REACH = 7
"""Rows that the picture of how far a cell sees needs, with its heading."""

ROOMY = 14
"""From so many rows on the words may take half of them, and an empty row stands before them."""

LEAST_LINES = 3
"""Rows that the words always have."""

_EQUATION = re.compile(r"(?P<lead>[^=]+: )?(?P<label>\S+ )(?P<middle>.*)(?P<value>[=≈] [^\s()]+)(?P<behind>( \(.*\))?)")


def board_content(
    picture: Picture, reach: Callable[[], Sequence[Plate]], language: Language, width: int, height: int
) -> Content:
    """Return the picture in `width` cells and `height` rows; below it, where there is room, how far the cell sees."""
    roomy = height >= ROOMY
    words = _words(picture, language, max(width, 1), max(height // (2 if roomy else 3), LEAST_LINES))
    rows = board(picture, language, width, max(height - len(words) - roomy, 1))
    shown = [*map(_painted, rows), *[Content("")] * roomy, *words]
    if height - len(shown) >= LEAST_REACH:
        seen = reach_board(reach(), language, width, height - len(shown) - 3)
        heading = plain(language.text("lab.reach", label=picture.label), "$text-muted")
        shown += [Content(""), heading, Content(""), *map(_painted, seen)] if seen else []
    return Content("\n").join(row.truncate(width) for row in shown[: max(height, 1)])


def _words(picture: Picture, language: Language, width: int, most: int) -> list[Content]:
    """Return the rule and the lines in at most so many rows: those that lead to the last one give way to it."""
    lines = [_equation(language.render(words)) for words in picture.lines]
    if picture.rule is not None:
        lines.insert(0, Line(plain(language.render(picture.rule), "$text-muted")))
    blocks = [line.rows(width) for line in lines]
    while sum(map(len, blocks)) > most and len(blocks) > 1:
        del blocks[0]
    if len(blocks[0]) > most:
        return _shortened(language.render(picture.lines[-1]), width, most)
    return [row for block in blocks for row in block]


def _equation(text: str) -> Line:
    """Return a line of arithmetic with its value in bold; further rows hang below its beginning."""
    found = _EQUATION.fullmatch(text)
    if found is None:
        return Line(plain(text))
    value = plain(found["value"][:2]) + plain(found["value"][2:], "bold $accent")
    lead = plain(found["lead"] or "", "$text-muted") + plain(found["label"], "bold")
    return Line(plain(found["middle"]) + value + plain(found["behind"], "$text-muted"), lead)


def _shortened(text: str, width: int, most: int) -> list[Content]:
    """Return a line of arithmetic without its last terms, but with its value."""
    found = _EQUATION.fullmatch(text)
    if found is None:
        return _equation(text).rows(width)[:most]
    middle, rows = found["middle"], _equation(text).rows(width)
    while len(rows) > most and " + " in middle:
        middle = middle[: middle.rindex(" + ")]
        rows = _equation(f"{found['lead'] or ''}{found['label']}{middle} + … {found['value']}").rows(width)
    return rows[:most]


def _painted(row: Row) -> Content:
    return Content("").join(map(_scrap, row))


def _scrap(scrap: Scrap) -> Content:
    ink = "" if scrap.ground in (Ground.MAIN, Ground.CHOSEN) else INKS[scrap.ink]
    text = plain(scrap.text, f"{ink} {GROUNDS[scrap.ground]}".strip())
    return text if scrap.place is None else text.stylize(Style.from_meta({"spot": scrap.place}))

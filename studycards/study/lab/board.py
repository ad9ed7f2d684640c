"""The board: the plates of a picture side by side as a lecturer draws them, cut to the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.questions.values.lines_numbers import worked_cell
from studycards.study.lab.slabs import Ink, Scrap, Slab, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.locale import Language
    from studycards.study.lab.picture import Picture
    from studycards.study.lab.plates import Plate
    from studycards.study.lab.slabs import Row

ARROW = "→"

GAPS = (2, 1)
"""Blanks on both sides of a sign between two plates: the first that leaves every plate whole."""

NARROW = 60
"""In less width no blanks stand there when plates have to be cut anyway."""


def board(picture: Picture, language: Language, width: int, height: int) -> list[Row]:
    """Return the board of a picture in at most `width` characters and, where that is possible, `height` rows."""
    slabs = [Slab.of(plate, language) for plate in picture.sources]
    slabs.append(Slab.of(picture.result, language, clickable=True))
    below = _below(picture, language, height - slabs[-2].height)
    signs = [picture.sign] * (len(slabs) - 2) + [ARROW]
    slabs, gap = _fitted([slab.low(height) for slab in slabs], signs, width)
    return _side_by_side(slabs, signs, gap, below)


def reach_board(reach: Sequence[Plate], language: Language, width: int, height: int) -> list[Row]:
    """Return the values from the input to the cell side by side; nothing where their marked parts do not fit."""
    if not reach:
        return []
    signs = [ARROW] * (len(reach) - 1)
    slabs, gap = _fitted([Slab.of(plate, language).low(height) for plate in reach], signs, width)
    is_whole = all(len(slab.rows) >= slab.span[0] and len(slab.columns) >= slab.span[1] for slab in slabs)
    fits = _total(slabs, signs, gap) <= width and max(slab.height for slab in slabs) <= height
    return _side_by_side(slabs, signs, gap, []) if is_whole and fits else []


def natural_width(plates: Sequence[Plate], language: Language) -> int:
    """Return the characters that plates side by side take where nothing is cut."""
    return _total([Slab.of(plate, language) for plate in plates], [ARROW] * (len(plates) - 1), GAPS[0])


def _below(picture: Picture, language: Language, room: int) -> list[Row]:
    """Return what stands below the last source: the products, their sum and the bias, as much as fits."""
    sums = []
    if picture.part is not None:
        sums.append(f"Σ = {language.render(worked_cell(picture.part))}")
    sums += [language.render(aside) for aside in picture.asides]
    last = [(Scrap(text, Ink.STRONG if text.startswith("Σ") else Ink.PLAIN),) for text in sums]
    products = Slab.of(picture.products, language) if picture.products else None
    if products and 1 + products.height + len(last) <= room:
        return [(), *products.lines(), *last]
    return [(), *last] if len(last) < room else []


def _fitted(slabs: list[Slab], signs: Sequence[str], width: int) -> tuple[list[Slab], int]:
    """Return slabs that fit into `width` as far as that is possible, and the gap that there is around the signs."""
    least = 0 if width < NARROW else GAPS[-1]
    gap = next((gap for gap in GAPS if _total(slabs, signs, gap) <= width), least)
    return _narrowed(slabs, signs, gap, width), gap


def _narrowed(slabs: list[Slab], signs: Sequence[str], gap: int, width: int) -> list[Slab]:
    """Take columns away from the widest plate until all fit, or one is left of each; first those without marks."""
    slabs = list(slabs)

    def urgency(number: int) -> tuple[bool, bool, int]:
        slab = slabs[number]
        return len(slab.columns) > 1, len(slab.columns) > slab.span[1], slab.width

    while _total(slabs, signs, gap) > width:
        widest = max(range(len(slabs)), key=urgency)
        slab = slabs[widest]
        if len(slab.columns) <= 1:
            break
        slabs[widest] = slab.narrow(len(slab.columns) - 1)
    return slabs


def _total(slabs: Sequence[Slab], signs: Sequence[str], gap: int) -> int:
    return sum(slab.width for slab in slabs) + sum(max(len(sign), 1) + 2 * gap for sign in signs)


def _side_by_side(slabs: Sequence[Slab], signs: Sequence[str], gap: int, below: list[Row]) -> list[Row]:
    """Set slabs side by side, each sign half-way down the one behind it, and `below` under the last but one."""
    blocks = [slab.lines() for slab in slabs]
    middles = [1 + (len(block) - 1) // 2 for block in blocks[1:]]
    if below:
        blocks[-2] += below
    return _joined(blocks, list(zip(signs, middles, strict=True)), gap)


def _joined(blocks: Sequence[Sequence[Row]], signs: Sequence[tuple[str, int]], gap: int) -> list[Row]:
    """Set blocks side by side, each sign between two of them in its row."""
    height = max(map(len, blocks))
    widths = [max(map(width_of, block)) for block in blocks]
    rows = []
    for number in range(height):
        scraps: list[Scrap] = []
        for place, block in enumerate(blocks):
            line = block[number] if number < len(block) else ()
            scraps += [*line, Scrap(" " * (widths[place] - width_of(line)))]
            if place < len(signs):
                sign, row = signs[place]
                shown = sign if number == row else ""
                scraps.append(Scrap(f"{' ' * gap}{shown:1}{' ' * gap}", Ink.LETTER))
        rows.append(tuple(scraps))
    return rows

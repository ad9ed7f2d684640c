"""What stands in the frames of the Lab: the totals of a network, and what is watched of a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from studycards.tui.text import plain

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.lab.picture import Picture
    from studycards.study.lab.sketch import Draft
    from studycards.study.lab.stage import Stage

WIDE = 70
"""From this width on all totals are written out."""


def layers_title(draft: Draft, cursor: int, language: Language) -> Content:
    """Return the name of the table, with the place of the cursor where there are layers."""
    if draft.sketch is None:
        return plain(language.text("lab.layers"))
    return plain(language.text("lab.layers_at", number=cursor + 1, count=len(draft.sketch.rows)))


def layers_subtitle(draft: Draft, language: Language, width: int) -> Content:
    """Return what the network comes to."""
    if draft.sketch is None:
        return Content("")
    key = "lab.totals" if width >= WIDE else "lab.totals_short"
    return plain(language.text(key, **draft.sketch.totals._asdict()))


def stage_title(stage: Stage) -> Content:
    """Return the name and the call of the layer."""
    return plain(f"{stage.layer}: {stage.flow.run.network.layer(stage.layer)}")


def stage_subtitle(stage: Stage, picture: Picture, language: Language, width: int) -> Content:
    """Return what can be watched of the layer, the present one in signs, and the place of the cell."""
    tabs = [
        plain(f"‹{letter}›", "bold $accent") if direction == stage.direction else plain(f" {letter} ")
        for direction, letter in picture.directions.items()
    ]
    place = language.text("lab.cell_of", number=stage.place + 1, count=stage.count)
    if picture.inner > 1 and width >= WIDE:
        shown = min(stage.inner, picture.inner - 1) + 1
        place = f"{language.text('lab.channel_of', number=shown, count=picture.inner)} · {place}"
    return Content("").join(tabs) + plain(f" · {place}")

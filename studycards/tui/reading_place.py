"""How far a card is scrolled once its answer is shown: what is to be read comes before what has been read."""

from __future__ import annotations

from typing import NamedTuple


class Shown(NamedTuple):
    """Rows of a card after the answer, counted from its beginning.

    Args:
        given: where the place of the answer begins; None where nothing was answered, so that nothing is to be kept.
        verdict: where the verdict stands.
        needed: the row after the verdict, its notes and the right answer.
        end: the row after all that is said about the answer; `needed` where no more has to be read now.
    """

    given: int | None
    verdict: int
    needed: int
    end: int


def reading_offset(shown: Shown, height: int, offset: int) -> int:
    """Return the first row to be seen of `height` rows, now that the first one is `offset`.

    Nothing moves as long as everything can be seen. Else the stem goes first, then what was given; never the verdict.
    """
    furthest = shown.verdict if shown.given is None else min(shown.given, shown.verdict)
    least = max(min(shown.end - height, furthest), min(shown.needed - height, shown.verdict), 0)
    return max(min(offset, furthest), least)

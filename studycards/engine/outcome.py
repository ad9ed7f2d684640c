"""What a run leads to if it leads to anything: a wrong rule need not fit the shapes, nor give a number in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from studycards.engine.rationals import tensor_of

if TYPE_CHECKING:
    from studycards.engine.rationals import Nested
    from studycards.engine.run import Run


def outcome(run: Run, quantity: str, of: str | None = None) -> Nested | None:
    """Return what the words `quantity` and `of` ask of `run`; None where shapes clash or a cell is no finite number."""
    with np.errstate(all="ignore"):
        try:
            return tensor_of(run.array(quantity, of))
        except ValueError:  # the engine's own errors are such, and NumPy's about shapes
            return None

"""What to tell whoever followed a wrong rule: which slip it is and what to do instead."""

from studycards.locale.catalogs.mistakes.backward import BACKWARD
from studycards.locale.catalogs.mistakes.forward import FORWARD
from studycards.locale.catalogs.mistakes.losses import LOSSES_AND_STEPS
from studycards.locale.catalogs.mistakes.quantities import QUANTITIES

ENTRIES = {**QUANTITIES, **FORWARD, **BACKWARD, **LOSSES_AND_STEPS}
"""Named by the ids of the library in `studycards.questions.mistakes`."""

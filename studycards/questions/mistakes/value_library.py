"""The library of mistakes about values, and what its rules give for what goes through a network."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.questions.mistakes.backward_convolutions import CONVOLUTION_GRADIENT_MISTAKES
from studycards.questions.mistakes.backward_layers import LAYER_GRADIENT_MISTAKES
from studycards.questions.mistakes.forward_convolutions import CONVOLUTION_MISTAKES
from studycards.questions.mistakes.forward_layers import LAYER_MISTAKES
from studycards.questions.mistakes.library import chosen_mistakes
from studycards.questions.mistakes.losses import LOSS_MISTAKES
from studycards.questions.mistakes.updates import UPDATE_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.asking import Ask
    from studycards.engine.rationals import Nested
    from studycards.engine.run import Run
    from studycards.questions.mistakes.values import ValueMistake

VALUE_MISTAKES: Mapping[str, ValueMistake] = MappingProxyType(
    {
        mistake.id: mistake
        for mistake in (
            *CONVOLUTION_MISTAKES,
            *LAYER_MISTAKES,
            *CONVOLUTION_GRADIENT_MISTAKES,
            *LAYER_GRADIENT_MISTAKES,
            *LOSS_MISTAKES,
            *UPDATE_MISTAKES,
        )
    }
)
"""The rules by their ids."""


def mistaken_values(run: Run, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Nested]:
    """Return what each mistake of `ids` gives for the value that `ask` asks, also where that is right in this run.

    Without `ids` all that are about this quantity are taken. A rule that is about nothing on the way, or leads to no
    possible value, is left out.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    chosen = [VALUE_MISTAKES[name] for name in chosen_mistakes(ask, ids)]
    values = {mistake.id: mistake.value(run, ask) for mistake in chosen}
    return {name: value for name, value in values.items() if value is not None}

"""The mistakes about values: what goes through a network, forward and backward."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.questions.mistakes.backward_convolutions import CONVOLUTION_GRADIENT_MISTAKES
from studycards.questions.mistakes.backward_layers import LAYER_GRADIENT_MISTAKES
from studycards.questions.mistakes.forward_convolutions import CONVOLUTION_MISTAKES
from studycards.questions.mistakes.forward_layers import LAYER_MISTAKES
from studycards.questions.mistakes.losses import LOSS_MISTAKES
from studycards.questions.mistakes.updates import UPDATE_MISTAKES

if TYPE_CHECKING:
    from collections.abc import Mapping

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

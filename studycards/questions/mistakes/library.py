"""The library of mistakes and what its rules give for a network."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.questions.mistakes.fields import FIELD_MISTAKES
from studycards.questions.mistakes.macs import MAC_MISTAKES
from studycards.questions.mistakes.memory import MEMORY_MISTAKES
from studycards.questions.mistakes.parameters import PARAMETER_MISTAKES
from studycards.questions.mistakes.shapes import SHAPE_MISTAKES
from studycards.questions.mistakes.sizes import SIZE_MISTAKES
from studycards.questions.quantities import quantity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.varied import Ask
    from studycards.engine.network import Network
    from studycards.questions.mistakes.mistake import Answer, Mistake

MISTAKES: Mapping[str, Mistake] = MappingProxyType(
    {
        mistake.id: mistake
        for mistake in (
            *SIZE_MISTAKES,
            *SHAPE_MISTAKES,
            *PARAMETER_MISTAKES,
            *MAC_MISTAKES,
            *MEMORY_MISTAKES,
            *FIELD_MISTAKES,
        )
    }
)
"""The rules by the ids that the field `diagnose` of a card names."""


def chosen_mistakes(ask: Ask, ids: tuple[str, ...] = ()) -> list[str]:
    """Return those of `ids` that are about what `ask` asks; without `ids` all that are.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    unknown = [name for name in ids if name not in MISTAKES]
    if unknown:
        raise StudycardsError("computed.unknown_mistake", name=unknown[0])
    return [name for name in ids or MISTAKES if MISTAKES[name].applies_to(ask.quantity)]


def mistaken_answers(network: Network, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Answer]:
    """Return what each mistake of `ids` gives for `ask`, also where that is the right answer in this variant.

    Without `ids` all that are about this quantity are taken. A rule that leads to no possible answer is left out.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    answers = {name: MISTAKES[name].answer(network, ask) for name in chosen_mistakes(ask, ids)}
    return {name: answer for name, answer in answers.items() if answer is not None}


def wrong_answers(network: Network, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Answer]:
    """Return those answers of `mistaken_answers` that are wrong in this variant."""
    right = quantity(network, ask)
    return {name: answer for name, answer in mistaken_answers(network, ask, ids).items() if answer != right}

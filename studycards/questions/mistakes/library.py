"""The library of mistakes, and what its rules give for a network and for what goes through it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.errors import StudycardsError
from studycards.questions.mistakes.fields import FIELD_MISTAKES
from studycards.questions.mistakes.macs import MAC_MISTAKES
from studycards.questions.mistakes.memory import MEMORY_MISTAKES
from studycards.questions.mistakes.mistake import Mistake
from studycards.questions.mistakes.parameters import PARAMETER_MISTAKES
from studycards.questions.mistakes.shapes import SHAPE_MISTAKES
from studycards.questions.mistakes.sizes import SIZE_MISTAKES
from studycards.questions.variants.quantities import quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.varied import Ask
    from studycards.engine.network import Network
    from studycards.engine.rationals import Nested
    from studycards.engine.run import Run
    from studycards.questions.mistakes.mistake import Answer, QuantityMistake
    from studycards.questions.mistakes.values import ValueMistake

QUANTITY_MISTAKES: Mapping[str, QuantityMistake] = MappingProxyType(
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
"""The rules about what a network has without numbers in it, by their ids."""


class _Library(Mapping[str, Mistake]):
    """All rules by their ids. Those about values, 15 ms to import, are looked up when no other one has the id."""

    def __getitem__(self, name: str) -> Mistake:
        return QUANTITY_MISTAKES[name] if name in QUANTITY_MISTAKES else _value_mistakes()[name]

    def __iter__(self) -> Iterator[str]:
        yield from QUANTITY_MISTAKES
        yield from _value_mistakes()

    def __len__(self) -> int:
        return len(QUANTITY_MISTAKES) + len(_value_mistakes())


MISTAKES = _Library()
"""All rules by the ids that the field `diagnose` of a card names."""


def chosen_mistakes(ask: Ask, ids: tuple[str, ...] = ()) -> list[str]:
    """Return those of `ids` that are about what `ask` asks; without `ids` all that are.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    unknown = [name for name in ids if name not in MISTAKES]
    if unknown:
        raise StudycardsError("computed.unknown_mistake", name=unknown[0])
    names = ids or (_value_mistakes() if ask.is_value else QUANTITY_MISTAKES)
    return [name for name in names if MISTAKES[name].applies_to(ask.quantity)]


def mistaken_answers(network: Network, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Answer]:
    """Return what each mistake of `ids` gives for `ask`, also where that is the right answer in this variant.

    Without `ids` all that are about this quantity are taken. A rule that leads to no possible answer is left out.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    chosen = [QUANTITY_MISTAKES[name] for name in chosen_mistakes(ask, ids)]
    answers = {mistake.id: mistake.answer(network, ask) for mistake in chosen}
    return {name: answer for name, answer in answers.items() if answer is not None}


def wrong_answers(network: Network, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Answer]:
    """Return those answers of `mistaken_answers` that are wrong in this variant."""
    right = quantity(network, ask)
    return {name: answer for name, answer in mistaken_answers(network, ask, ids).items() if answer != right}


def mistaken_values(run: Run, ask: Ask, ids: tuple[str, ...] = ()) -> dict[str, Nested]:
    """Return what each mistake of `ids` gives for the value that `ask` asks, also where that is right in this run.

    Without `ids` all that are about this quantity are taken. A rule that is about nothing on the way, or leads to no
    possible value, is left out.

    Raises:
        StudycardsError: the library has no mistake of that name.
    """
    library = _value_mistakes()
    chosen = [library[name] for name in chosen_mistakes(ask, ids)]
    values = {mistake.id: mistake.value(run, ask) for mistake in chosen}
    return {name: value for name, value in values.items() if value is not None}


def _value_mistakes() -> Mapping[str, ValueMistake]:
    from studycards.questions.mistakes.value_library import VALUE_MISTAKES  # noqa: PLC0415 - 15 ms, see `_Library`

    return VALUE_MISTAKES

"""Why a card cannot be drawn: which of its conditions keeps most draws out, for which values it cannot be computed."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from studycards.decks.value_names import array_names
from studycards.decks.varied import TOLD_APART
from studycards.engine.errors import EngineError
from studycards.engine.expressions import evaluate_condition
from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.questions.diagnosis import by_answer
from studycards.questions.variants.draw import ATTEMPTS, Draw, is_late, known_values, meets_conditions, tries
from studycards.questions.variants.varying import drawn_setup_of, tried, vary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.varied import VariedCard
    from studycards.questions.question import Words
    from studycards.questions.variants.draw import Names
    from studycards.questions.variants.variant import Variant

LOOKED_AT = 100
"""Draws that are looked at for the reason: all were rejected, so that these few say enough."""


class _Obstacle(NamedTuple):
    """A condition that a draw breaks; if that is `told_apart`, mistakes that it is about."""

    condition: str
    mistakes: tuple[str, ...] = ()
    right: bool = False

    @property
    def words(self) -> Words:
        """Name the condition, and say what the mistakes do."""
        if not self.mistakes:
            return Text.same(self.condition)
        key = "computed.slips_right" if self.right else "computed.slips_coincide"
        return message(key, condition=self.condition, count=len(self.mistakes), names=", ".join(self.mistakes))


def no_variant(card: VariedCard, seed: int) -> StudycardsError:
    """Return the error for a card of which no draw meets the conditions; it names what fails most often."""
    found = Counter(reason for draw in islice(tries(card, seed), LOOKED_AT) for reason in _obstacles(card, draw, seed))
    [(obstacle, _)] = found.most_common(1)
    return StudycardsError("computed.no_variant", card=card.id, attempts=ATTEMPTS, obstacle=obstacle.words)


def failing_values(card: VariedCard, seed: int) -> Names:
    """Return the values for which what `seed` draws cannot be computed, up to a variable that has none itself."""
    for attempt in range(ATTEMPTS):
        names = known_values(card, seed, attempt)
        if len(names) < len(card.variables):
            return names
        try:
            if meets_conditions(card, names) and tried(card, Draw(names, attempt), seed) is not None:
                return names
        except (EngineError, StudycardsError):
            return names
    return {}


def _obstacles(card: VariedCard, draw: Draw, seed: int) -> Iterator[_Obstacle]:
    """Yield the first condition that a draw breaks, with each group of mistakes that breaks it."""
    early = (condition for condition in card.require if not is_late(condition))
    broken = next((condition for condition in early if not evaluate_condition(condition, draw.names)), None)
    if broken is None:
        setup = drawn_setup_of(card, draw, seed)
        late = (condition for condition in card.require if setup is not None and any(array_names(condition)))
        broken = next((condition for condition in late if setup and not setup.meets((condition,), draw.names)), None)
        if broken is None:
            yield from _entangled(vary(card, draw.names, setup))
            return
    yield _Obstacle(broken)


def _entangled(variant: Variant) -> Iterator[_Obstacle]:
    for part in variant.parts:
        for answer, slips in by_answer(part.slips).items():
            right = part.is_right(answer)
            if right or len(slips) > 1:
                yield _Obstacle(TOLD_APART, tuple(slip.name for slip in slips), right)

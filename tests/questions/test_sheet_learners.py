"""Simulated learners of all built-in sheets: one slip, and then all that follows from it, in the way of a learner.

Each makes one listed mistake in one step and goes on rightly: with the digits that were typed, or with those of the
calculator. Only that step may cost anything. Others take a cheap way out, and earn only what they really did.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import log
from typing import TYPE_CHECKING

import pytest

from studycards.decks.asking import Ask
from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.varied import StepsCard
from studycards.engine.layers import Softmax
from studycards.locale import Language
from studycards.questions import Outcome, Reading, ask
from studycards.questions.mistakes.library import chosen_mistakes
from studycards.questions.mistakes.paths import way_there
from studycards.questions.mistakes.value_library import mistaken_values
from studycards.questions.placeholders import written_number
from studycards.questions.sheet import SheetQuestion
from studycards.questions.tensor_writing import written_row
from studycards.questions.values.tensor import TensorQuestion, cells_of, shape_of_tensor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studycards.engine.run import Run
    from studycards.locale import Text
    from studycards.questions import Verdict
    from studycards.questions.question import Tensor

SEEDS = range(3)
POLISH = Language("pl")


@cache
def value_sheets() -> tuple[SheetQuestion, ...]:
    """Return some variants of each built-in sheet whose steps are all values."""
    decks = (read_deck(file, read_source(file)).deck for file in deck_files([builtin_folder()]))
    cards = [card for deck in decks if deck for card in deck.cards if isinstance(card, StepsCard)]
    questions = (ask(card, card.id, seed) for card in cards for seed in SEEDS)
    return tuple(
        question
        for question in questions
        if isinstance(question, SheetQuestion)
        and all(isinstance(step.question, TensorQuestion) for step in question.steps)
    )


def typed(value: Tensor, places: int = 3) -> Tensor:
    """Return what a learner types: short decimals in full, others to so many places."""
    if isinstance(value, tuple):
        return tuple(typed(part, places) for part in value)
    return value if (value * 10**4).denominator == 1 else round(value, places)


def logarithms(value: Tensor) -> Tensor:
    return tuple(map(logarithms, value)) if isinstance(value, tuple) else Fraction(log(value))


def written(value: Tensor) -> Text:
    return written_row(value) if isinstance(value, tuple) else written_number(value)


@dataclass
class Learner:
    """Goes through a sheet step by step; `rounds` says whether the typed digits are all that is kept."""

    sheet: SheetQuestion
    rounds: bool = False

    def __post_init__(self) -> None:
        self.run: Run = self._questions[0].run
        self.typed: list[Tensor] = []

    @property
    def _questions(self) -> list[TensorQuestion]:
        return [step.question for step in self.sheet.steps if isinstance(step.question, TensorQuestion)]

    @property
    def question(self) -> TensorQuestion:
        """The step that comes next."""
        return self._questions[len(self.typed)]

    def right(self) -> Tensor:
        """Return what follows from what was there before."""
        asked = self.question.asked
        return self.run.tensor(asked.quantity, asked.of)

    def write(self, value: Tensor) -> None:
        """Write a step down, and keep it."""
        asked = self.question.asked
        self.typed.append(typed(value))
        self.keep({asked: typed(value) if self.rounds else value})

    def keep(self, values: dict[Ask, Tensor]) -> None:
        """Go on with these values; whoever has probabilities takes the loss of them, and p − y."""
        network = self.run.network
        for asked, value in values.items():
            if asked.quantity not in ("output", "gradient"):
                continue
            name = network.outputs[0] if asked.of is None else self.run.named(asked.of)
            given = {f"{asked.quantity} of {name}": value}
            if name in network.names and isinstance(network.layer(name), Softmax) and min(cells_of(value)) > 0:
                given[f"output of {network.outputs[0]}"] = logarithms(value)
            self.run = self.run.taking(given)

    def slip(self, mistake: str) -> Tensor | None:
        """Return what a mistake gives in this step alone, having kept what it gives on the way there."""
        asked = self.question.asked
        wrong = mistaken_values(self.run, asked, (mistake,)).get(mistake)
        if asked.quantity == "output" and wrong is not None:
            way = {Ask("output", name): name for name in way_there(self.run, asked)}
            found = {other: mistaken_values(self.run, other, (mistake,)).get(mistake) for other in way}
            self.keep({other: value for other, value in found.items() if value is not None})
        return wrong

    def finish(self) -> Verdict:
        """Do the remaining steps, and hand in."""
        while len(self.typed) < len(self._questions):
            self.write(self.right())
        answer = " & ".join(POLISH.render(written(value)) for value in self.typed)
        reading = self.sheet.read(answer)
        assert isinstance(reading, Reading), reading
        return self.sheet.grade(reading)


def slips() -> Iterator[tuple[SheetQuestion, int, str]]:
    """Yield each sheet with each step and each listed mistake that can be made there."""
    for sheet in value_sheets():
        for place, step in enumerate(sheet.steps):
            question = step.question
            assert isinstance(question, TensorQuestion)
            for name in chosen_mistakes(question.asked, question.card.diagnose):
                yield sheet, place, name


@pytest.mark.parametrize("rounds", [False, True])
def test_a_listed_mistake_costs_its_own_step_alone(rounds: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """It is named, too, and nothing else is."""
    contradictions = []
    made = 0
    for sheet, place, name in slips():
        learner = Learner(sheet, rounds)
        while len(learner.typed) < place:
            learner.write(learner.right())
        question, wrong = learner.question, learner.slip(name)
        if wrong is None or shape_of_tensor(wrong) != question.shape or all(question.marks(wrong)):
            continue
        learner.write(wrong)
        verdict = learner.finish()
        made += 1
        others = [part.outcome for at, part in enumerate(verdict.parts) if at != place]
        if name not in verdict.parts[place].mistakes or set(others) != {Outcome.RIGHT}:
            contradictions.append((sheet.prompt, sheet.seed, place, name, verdict.parts[place].mistakes, [at for at, part in enumerate(verdict.parts) if part.outcome is not Outcome.RIGHT]))
    print(made)
    for c in contradictions: print(c)
    assert not contradictions

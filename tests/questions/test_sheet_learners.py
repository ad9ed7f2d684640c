"""Simulated learners of all built-in sheets: one slip, and then all that follows from it, in the way of a learner.

Each makes one listed mistake in one step and goes on rightly: with the digits that were typed, or with those of the
calculator. Only that step may cost anything. Others take a cheap way out, and earn only what they really did.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import repeat
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
from studycards.questions.kinds.sheet import SheetQuestion
from studycards.questions.mistakes.library import chosen_mistakes, mistaken_values
from studycards.questions.mistakes.paths import way_there
from studycards.questions.reading.tensor_writing import written_row
from studycards.questions.values.tensor import TensorQuestion, cells_of, shape_of_tensor
from studycards.questions.variants.placeholders import written_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.run import Run
    from studycards.locale import Text
    from studycards.questions import Verdict
    from studycards.questions.question import Question, Tensor

SEEDS = range(2)
LEAST_SLIPS = 150
POLISH = Language("pl")


@cache
def cards() -> dict[str, StepsCard]:
    """Return the built-in sheets by their ids."""
    decks = (read_deck(file, read_source(file)).deck for file in deck_files([builtin_folder()]))
    return {card.id: card for deck in decks if deck for card in deck.cards if isinstance(card, StepsCard)}


def sheet_of(card: str, seed: int) -> SheetQuestion:
    question = ask(cards()[card], card, seed)
    assert isinstance(question, SheetQuestion)
    return question


@cache
def value_sheets() -> tuple[SheetQuestion, ...]:
    """Return some variants of each sheet whose steps are all values."""
    sheets = (sheet_of(card, seed) for card in cards() for seed in SEEDS)
    return tuple(sheet for sheet in sheets if all(isinstance(step.question, TensorQuestion) for step in sheet.steps))


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
        return graded(self.sheet, " & ".join(POLISH.render(written(value)) for value in self.typed))


def graded(sheet: SheetQuestion, answer: str) -> Verdict:
    reading = sheet.read(answer)
    assert isinstance(reading, Reading), reading
    return sheet.grade(reading)


def wrong_steps(verdict: Verdict) -> list[int]:
    return [place for place, part in enumerate(verdict.parts) if part.outcome is not Outcome.RIGHT]


def at_step(sheet: SheetQuestion, place: int, *, rounds: bool = False) -> Learner:
    """Return a learner who has done the steps in front of that one."""
    learner = Learner(sheet, rounds)
    while len(learner.typed) < place:
        learner.write(learner.right())
    return learner


def slips() -> Iterator[tuple[SheetQuestion, int, str]]:
    """Yield each sheet with each step and each listed mistake that can be made there."""
    for sheet in value_sheets():
        for place, step in enumerate(sheet.steps):
            question = step.question
            assert isinstance(question, TensorQuestion)
            for name in chosen_mistakes(question.asked, question.card.diagnose):
                yield sheet, place, name


@pytest.mark.parametrize("rounds", [False, True])
def test_a_listed_mistake_is_named_and_costs_its_own_step_alone(rounds: bool) -> None:  # noqa: FBT001 - a parameter
    made = 0
    contradictions = []
    for sheet, place, name in slips():
        learner = at_step(sheet, place, rounds=rounds)
        question, wrong = learner.question, learner.slip(name)
        if wrong is None or shape_of_tensor(wrong) != question.shape or all(question.marks(wrong)):
            continue
        made += 1
        learner.write(wrong)
        verdict = learner.finish()
        if name not in verdict.parts[place].mistakes or wrong_steps(verdict) != [place]:
            contradictions.append((sheet.prompt, sheet.seed, place, name, wrong_steps(verdict)))

    assert made >= LEAST_SLIPS
    assert contradictions == []


def test_a_mistake_made_wherever_it_can_be_is_named_or_carried_everywhere() -> None:
    contradictions = []
    for sheet in value_sheets():
        for name in sheet_mistakes(sheet):
            learner = Learner(sheet)
            while len(learner.typed) < len(sheet.steps):
                question, wrong = learner.question, learner.slip(name)
                fits = wrong is not None and shape_of_tensor(wrong) == question.shape
                learner.write(wrong if fits and wrong is not None else learner.right())
            verdict = learner.finish()
            if any(name not in verdict.parts[place].mistakes for place in wrong_steps(verdict)):
                contradictions.append((sheet.prompt, sheet.seed, name, wrong_steps(verdict)))

    assert contradictions == []


def sheet_mistakes(sheet: SheetQuestion) -> list[str]:
    question = sheet.steps[0].question
    assert isinstance(question, TensorQuestion)
    asks = [step.question.asked for step in sheet.steps if isinstance(step.question, TensorQuestion)]
    return list(dict.fromkeys(name for asked in asks for name in chosen_mistakes(asked, question.card.diagnose)))


@pytest.mark.parametrize(
    ("card", "answer", "wrong"),
    [
        (
            "g03-dense-chain",
            (
                "3 2 -1 & 3 2 -1 & 0.405 0.595 & 0.905 & -0.595 0.595 & -1.786 -1.191 0.595; 1.786 1.191 -0.595"
                " & -0.595 0.595 & -1.191 1.786 0.595 & -1.191 1.786 0 & -3.572 -1.191; 5.359 1.786; 0 0"
                " & -1.191 1.786 0 & 2.382 0.595"
            ),
            [1],
        ),
        (
            "g03-dense-chain",
            (
                "3 2 -1 & 3 2 0 & 0.5 0.5 & 0.693 & -0.5 0.5 & -1.5 -1 0; 1.5 1 0"
                " & -0.5 0.5 & -1 1.5 0.5 & -1 1.5 0 & -3 -1; 4.5 1.5; 0 0 & -1 1.5 0 & 2 0.5"
            ),
            [2],
        ),
    ],
    ids=["ReLU forgotten", "last bias forgotten"],
)
def test_a_sheet_that_a_learner_handed_in_loses_one_step(card: str, answer: str, wrong: list[int]) -> None:
    """Worked by hand on the fourth variant: z = 0 and ln 4 behind W₂h = 0; −1 kept makes them differ by ln 4 − 1."""
    assert wrong_steps(graded(sheet_of(card, 4), answer)) == wrong


def filled(value: Tensor, cells: Iterator[Fraction]) -> Tensor:
    return tuple(filled(part, cells) for part in value) if isinstance(value, tuple) else next(cells)


def cheap_values(value: Tensor) -> Iterator[Tensor]:
    """Yield all zeros, a constant, and a single 1 in each place."""
    size = len(list(cells_of(value)))
    yield filled(value, repeat(Fraction(0)))
    yield filled(value, repeat(Fraction(1)))
    for place in range(size):
        yield filled(value, iter([Fraction(place == cell) for cell in range(size)]))


def test_a_trivial_first_value_buys_no_trivial_step() -> None:
    """Nothing is credited behind it that is zero, or the same everywhere, where the right value is neither.

    Unless a listed mistake leads to just this first value.
    """
    bought = []
    for sheet in value_sheets():
        first = Learner(sheet).question
        for cheap in cheap_values(first.value):
            if 2 * sum(first.marks(cheap)) >= len(first.marks(cheap)) or not first.shape:
                continue
            learner = Learner(sheet)
            learner.write(cheap)
            verdict = learner.finish()
            bought += [
                (sheet.prompt, sheet.seed, cheap, step.title.en)
                for step, given, part in zip(sheet.steps, learner.typed, verdict.parts, strict=True)
                if part.carried
                and part.score == 1
                and is_trivial(step.question, given)
                and not verdict.parts[0].mistakes
            ]

    assert bought == []


def is_trivial(question: Question, given: Tensor) -> bool:
    assert isinstance(question, TensorQuestion)
    mine, right = set(cells_of(given)), set(cells_of(question.value))
    return not any(question.marks(given)) and (mine == {0} or len(mine) == 1 < len(right))


def test_a_single_one_does_not_buy_a_chain() -> None:
    """y = 0 0 1 leaves s = v₂: only what is computed of s, and not of y, is credited."""
    learner = Learner(sheet_of("g05-conv-1d-chain", 4))
    learner.write((Fraction(0), Fraction(0), Fraction(1)))

    assert learner.finish().score < Fraction(1, 2)


def test_zeros_in_all_cells_earn_what_is_zero() -> None:
    """They are carried only behind a step where a listed mistake gives zeros, too."""
    for sheet in value_sheets():
        learner = Learner(sheet)
        while len(learner.typed) < len(sheet.steps):
            learner.write(filled(learner.question.value, repeat(Fraction(0))))
        parts = learner.finish().parts
        explained = next((place for place, part in enumerate(parts) if part.mistakes), len(parts))

        assert not any(part.carried for part in parts[: explained + 1]), sheet.prompt

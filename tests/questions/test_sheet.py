"""Sheets of steps: an error is carried forward, a cheap way out is not. Expected numbers are worked by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from studycards.decks.asking import Ask
from studycards.decks.varied import ArraySpec, Experiment, StepsCard, StepSpec, Variable
from studycards.locale import Language, Text
from studycards.questions import Outcome, Reading, Unreadable, ask
from studycards.questions.kinds.sheet import SheetQuestion
from studycards.questions.question import Grid

if TYPE_CHECKING:
    from studycards.questions import Verdict

CHAIN = StepsCard(
    id="chain",
    question=Text(pl="Przejdź sieć.", en="Go through the network."),
    network="[3] | fc1: linear(2, bias=False) | relu | fc2: linear(2, bias=False)",
    experiment=Experiment(
        data=(
            ArraySpec("input", cells=("1", "2", "3")),
            ArraySpec("fc1.weight", cells=(("1", "0", "1"), ("0", "1", "-1"))),
            ArraySpec("fc2.weight", cells=(("1", "2"), ("3", "4"))),
        ),
        loss="half_squared_error(target=[3, 10])",
    ),
    steps=tuple(
        StepSpec(Ask(quantity, of))
        for quantity, of in [
            ("output", "fc1"),
            ("output", "relu"),
            ("output", "fc2"),
            ("loss", None),
            ("gradient", "fc2"),
            ("gradient", "fc2.weight"),
            ("gradient", "relu"),
        ]
    ),
)
"""4 -1 → 4 0 → 4 12 → (1 + 4)/2; dy = 1 2, dW = dy·xᵀ = 4 0; 8 0, dx = Wᵀdy = 7 10."""

RIGHT = ["4 -1", "4 0", "4 12", "2,5", "1 2", "4 0; 8 0", "7 10"]


def sheet(card: StepsCard = CHAIN) -> SheetQuestion:
    question = ask(card, card.id, 0)
    assert isinstance(question, SheetQuestion)
    return question


def graded(*answers: str) -> Verdict:
    question = sheet()
    reading = question.read(" & ".join(answers))
    assert isinstance(reading, Reading), reading
    return question.grade(reading)


def test_all_right_steps_make_a_right_sheet() -> None:
    verdict = graded(*RIGHT)

    assert verdict.outcome is Outcome.RIGHT
    assert verdict.cells == (True,) * 7


def test_what_follows_from_an_earlier_slip_is_credited_and_said() -> None:
    """With 5 instead of 4: relu 5 0, fc2 5 15, loss (4 + 25)/2, dy 2 5, dW 10 0; 25 0, dx 17 24."""
    verdict = graded("5 -1", "5 0", "5 15", "14.5", "2 5", "10 0; 25 0", "17 24")

    assert [part.score for part in verdict.parts] == [Fraction(1, 2), 1, 1, 1, 1, 1, 1]
    assert [part.carried for part in verdict.parts] == [False, *[True] * 6]
    assert verdict.score == Fraction(13, 14)


def test_the_right_value_is_right_behind_a_slip_too() -> None:
    verdict = graded("5 -1", *RIGHT[1:])

    assert [part.score for part in verdict.parts[1:]] == [1] * 6


def test_a_cheap_first_value_buys_nothing() -> None:
    """All zeros would make everything behind them zero."""
    verdict = graded("0 0", "0 0", "0 0", "54,5", "-3 -10", "0 0; 0 0", "0 0")

    assert verdict.parts[0].score == 0
    assert not any(part.carried for part in verdict.parts)
    assert [part.outcome for part in verdict.parts[3:5]] == [Outcome.WRONG, Outcome.WRONG]


def test_a_value_that_makes_the_rest_zero_buys_nothing_either() -> None:
    """Two different negative numbers: behind relu there is nothing left to compute."""
    verdict = graded("-4 -1", "0 0", "0 0", *[""] * 4)

    assert [part.carried for part in verdict.parts[:3]] == [False, False, False]


def test_steps_may_be_left_out() -> None:
    verdict = graded("", "4 0", "", "", "1 2", "", "")

    assert [part.score for part in verdict.parts] == [0, 1, 0, 0, 1, 0, 0]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "values.sheet_empty"),
        ("& &", "values.sheet_empty"),
        ("1 2 & what", "values.step_unreadable"),
        ("1 2 3", "values.step_unreadable"),
        ("& & & & & & & 1", "values.too_many_steps"),
        ("1 2\n3\n4", "values.steps_on_lines"),
    ],
)
def test_what_cannot_be_read_costs_nothing_and_names_the_step(typed: str, key: str) -> None:
    refused = sheet().read(typed)

    assert isinstance(refused, Unreadable)
    assert refused.reason.key == key


def test_the_mistakes_of_a_step_are_those_of_the_sheet() -> None:
    card = replace(CHAIN, diagnose=("bwd.dense_dx_no_transpose", "bwd.dense_dw_transposed"))
    question = sheet(card)
    reading = question.read(" & ".join([*RIGHT[:6], "5 11"]))
    assert isinstance(reading, Reading)

    assert question.grade(reading).mistakes == ("bwd.dense_dx_no_transpose",)


def test_a_mistake_is_named_behind_a_slip() -> None:
    """With dy = 2 5 instead of 1 2: W·dy = 12 26."""
    card = replace(CHAIN, diagnose=("bwd.dense_dx_no_transpose",))
    question = sheet(card)
    reading = question.read(" & ".join([*RIGHT[:4], "2 5", "8 0; 20 0", "12 26"]))
    assert isinstance(reading, Reading)
    verdict = question.grade(reading)

    assert verdict.parts[-1].mistakes == ("bwd.dense_dx_no_transpose",)


def test_shapes_can_be_steps() -> None:
    card = StepsCard(
        id="shapes",
        question=Text(pl="Podaj kształty.", en="Give the shapes."),
        variables=(Variable("n", ("28",)),),
        network="[1, n, n] | conv1: conv2d(6, 5, padding=2) | pool1: max_pool2d(2) | flatten",
        steps=tuple(StepSpec(Ask("output_shape", name)) for name in ("conv1", "pool1", "flatten")),
    )
    question = sheet(card)
    reading = question.read("6x28x28 & 6x14x14 & 1176")
    assert isinstance(reading, Reading)

    assert question.grade(reading).outcome is Outcome.RIGHT
    assert question.steps[0].title == Text(pl="kształt po conv1", en="shape after conv1")


def test_a_wrong_shape_is_carried_forward() -> None:
    """Without the padding the first map is 24×24: half of it is 12×12, and 6·12·12 = 864."""
    card = StepsCard(
        id="shapes",
        question=Text(pl="Podaj kształty.", en="Give the shapes."),
        network="[1, 28, 28] | conv1: conv2d(6, 5, padding=2) | pool1: max_pool2d(2) | flatten",
        steps=tuple(StepSpec(Ask("output_shape", name)) for name in ("conv1", "pool1", "flatten")),
        diagnose=("size.no_pad",),
    )
    question = sheet(card)
    reading = question.read("6x24x24 & 6x12x12 & 864")
    assert isinstance(reading, Reading)
    verdict = question.grade(reading)

    assert [part.carried for part in verdict.parts] == [False, True, True]
    assert [part.score for part in verdict.parts] == [Fraction(1, 3), 1, 1]
    assert verdict.mistakes == ("size.no_pad",)


CLASSIFIER = StepsCard(
    id="classifier",
    question=Text(pl="Przejdź sieć.", en="Go through the network."),
    network="[2] | fc: linear(2, bias=False) | p: softmax | outputs(fc, p)",
    experiment=Experiment(
        data=(ArraySpec("input", cells=("1", "2")), ArraySpec("fc.weight", cells=(("0", "0"), ("ln(3)", "0")))),
        loss="cross_entropy(target=0)",
    ),
    steps=tuple(StepSpec(ask) for ask in [Ask("output", "p"), Ask("gradient", "fc"), Ask("gradient", "fc.weight")]),
)
"""p = 1/4 3/4, dz = p − y = −3/4 3/4, dW = dz·xᵀ."""


@pytest.mark.parametrize(
    ("answers", "scores"),
    [
        (["0.4 0.6", "-0.6 0.6", "-0.6 -1.2; 0.6 1.2"], [0, 1, 1]),
        (["0.4 0.6", "0.4 0.6", "0.4 0.8; 0.6 1.2"], [0, Fraction(1, 2), 1]),
        (["-1 2", "-2 2", "-2 -4; 2 4"], [0, 0, 1]),
    ],
)
def test_wrong_probabilities_are_carried_into_the_gradient_of_the_scores(
    answers: list[str], scores: list[Fraction]
) -> None:
    question = sheet(CLASSIFIER)
    reading = question.read(" & ".join(answers))
    assert isinstance(reading, Reading)

    assert [part.score for part in question.grade(reading).parts] == scores


def test_each_step_is_explained_from_those_before_it() -> None:
    """The gradient of the last weights takes dy and the input of the layer as they stand: no line about the loss."""
    lines = [Language("en").render(part) for part in sheet().worked_in_full() if not isinstance(part, Grid)]
    title = lines.index("**6. gradient of fc2.weight**")

    assert lines[title + 2 : title + 7] == [
        "fc2: dW[o,i] = dY[o]·X[i]",
        "dW[0,0] = 1·4 = 4",
        "dW[0,1] = 1·0 = 0",
        "dW[1,0] = 2·4 = 8",
        "dW[1,1] = 2·0 = 0",
    ]


def test_the_share_of_one_layer_is_asked_and_explained() -> None:
    """What fc2 alone sends back to its input is Wᵀ·dy = 7 10."""
    question = sheet(replace(CHAIN, steps=(StepSpec(Ask("gradient", "fc2.input")),)))
    reading = question.read("7 10")
    assert isinstance(reading, Reading)

    assert question.grade(reading).outcome is Outcome.RIGHT
    assert "dX[0] = 1·1 + 3·2 = 7" in [Language("en").render(line) for line in question.steps[0].question.solution]


def test_a_wrong_share_of_one_layer_is_carried_into_the_sum() -> None:
    """fc sends Wᵀ·dy = 4 6 back, and the shortcut dy = 1 2: with 4 7 for the former, their sum is 5 9."""
    card = StepsCard(
        id="shortcut",
        question=Text(pl="Policz gradienty.", en="Compute the gradients."),
        network="[2] | fc: linear(2, bias=False) | s: add of (fc, input)",
        experiment=Experiment(
            data=(
                ArraySpec("input", cells=("1", "1")),
                ArraySpec("fc.weight", cells=(("0", "2"), ("2", "2"))),
                ArraySpec("gradient of s", cells=("1", "2")),
            )
        ),
        steps=(StepSpec(Ask("gradient", "fc.input")), StepSpec(Ask("gradient", "input"))),
    )
    question = sheet(card)
    reading = question.read("4 7 & 5 9")
    assert isinstance(reading, Reading)
    verdict = question.grade(reading)

    assert [part.score for part in verdict.parts] == [Fraction(1, 2), 1]
    assert verdict.parts[1].carried


THIRDS = StepsCard(
    id="thirds",
    question=Text(pl="Przejdź sieć.", en="Go through the network."),
    network="[1] | fc1: linear(1, bias=False) | fc2: linear(1, bias=False)",
    experiment=Experiment(
        data=(
            ArraySpec("input", cells=("1",)),
            ArraySpec("fc1.weight", cells=(("1/3",),)),
            ArraySpec("fc2.weight", cells=(("9",),)),
        )
    ),
    steps=(StepSpec(Ask("output", "fc1")), StepSpec(Ask("output", "fc2"))),
)


@pytest.mark.parametrize("second", ["3", "2.997"])
def test_a_right_value_rounded_off_is_no_slip(second: str) -> None:
    """1/3·9 is 3, and 0.333·9 is 2.997: both are right, and nothing is said of carrying."""
    question = sheet(THIRDS)
    reading = question.read(f"0.333 & {second}")
    assert isinstance(reading, Reading)
    verdict = question.grade(reading)

    assert verdict.outcome is Outcome.RIGHT
    assert [part.carried for part in verdict.parts] == [False, False]
    assert verdict.parts[1].notes == ()


def test_what_follows_is_not_diagnosed() -> None:
    """With −4 kept behind the ReLU: 4·(−4) = −16 follows, although forgetting the ReLU there gives it as well."""
    card = replace(
        THIRDS,
        network="[1] | fc1: linear(1, bias=False) | relu | fc2: linear(1, bias=False)",
        experiment=Experiment(
            data=(
                ArraySpec("input", cells=("1",)),
                ArraySpec("fc1.weight", cells=(("-4",),)),
                ArraySpec("fc2.weight", cells=(("4",),)),
            )
        ),
        steps=tuple(StepSpec(Ask("output", name)) for name in ("fc1", "relu", "fc2")),
        diagnose=("fwd.relu_ignored",),
    )
    question = sheet(card)
    reading = question.read("-4 & -4 & -16")
    assert isinstance(reading, Reading)
    verdict = question.grade(reading)

    assert [part.mistakes for part in verdict.parts] == [(), ("fwd.relu_ignored",), ()]
    assert [part.score for part in verdict.parts] == [1, 0, 1]

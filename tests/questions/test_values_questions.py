"""Questions about values: drawn, read, graded cell by cell, diagnosed. Expected numbers are worked by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.asking import Ask
from studycards.decks.varied import ArraySpec, ComputedCard, Decimals, Exact, Experiment, Variable, VariantTest
from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, Language, Text
from studycards.questions import Outcome, Reading, Unreadable, ask
from studycards.questions.diagnosis import Slip
from studycards.questions.question import TensorReading
from studycards.questions.values.tensor import ScalarQuestion, TensorQuestion, cells_of
from studycards.questions.variants.checking import failure

if TYPE_CHECKING:
    from studycards.decks.varied import Cells

RANGE = tuple(str(number) for number in range(-2, 4))


def cells(value: object) -> Cells:
    """Return lists of numbers as a deck keeps them."""
    return tuple(map(cells, value)) if isinstance(value, list) else str(value)


CONVOLUTION = ComputedCard(
    id="conv",
    question=Text(pl="Policz Y.", en="Compute Y."),
    network="[1, 3, 3] | conv1: conv2d(1, 2)",
    experiment=Experiment(
        data=(
            ArraySpec("input", cells=cells([[1, 2, 0], [3, -1, 4], [2, 0, 1]])),
            ArraySpec("conv1.weight", cells=cells([[1, 2], [0, -1]])),
            ArraySpec("conv1.bias", cells="1"),
        )
    ),
    ask=Ask("output", "conv1"),
    diagnose=("fwd.kernel_flip", "fwd.no_bias", "fwd.kernel_transposed"),
)
"""The convolution of the library of mistakes: the answer is 7 -1; 2 7."""

DRAWN = replace(
    CONVOLUTION,
    id="drawn",
    experiment=Experiment(
        data=(ArraySpec("input", RANGE), ArraySpec("conv1.weight", RANGE), ArraySpec("conv1.bias", cells="1"))
    ),
)

POOLING = ComputedCard(
    id="pool",
    question=Text(pl="Policz Y.", en="Compute Y."),
    network="[1, 4, 4] | pool1: max_pool2d(2)",
    experiment=Experiment(
        data=(ArraySpec("input", cells=cells([[1, 3, 2, 0], [5, 4, 1, 1], [0, 2, 6, 2], [1, 1, 3, 7]])),)
    ),
    ask=Ask("output", "pool1"),
    diagnose=("fwd.pool_overlap",),
)
"""The answer is 5 2; 2 7, and with windows that overlap 5 4 2; 5 6 6; 2 6 7."""


def tensor_question(card: ComputedCard, seed: int = 0) -> TensorQuestion:
    question = ask(card, card.id, seed)
    assert isinstance(question, TensorQuestion)
    return question


def reading(question: TensorQuestion, typed: str) -> Reading:
    read = question.read(typed)
    assert isinstance(read, Reading), read
    return read


@pytest.mark.parametrize("typed", ["7 -1; 2 7", "[[7, -1], [2, 7]]", "7 −1\n2 7", "14/2 -1; 2 3*2+1"])
def test_a_right_tensor_is_right_in_any_notation(typed: str) -> None:
    question = tensor_question(CONVOLUTION)
    verdict = question.grade(reading(question, typed))

    assert verdict.outcome is Outcome.RIGHT
    assert verdict.cells == (True, True, True, True)
    assert verdict.mistakes == ()


def test_each_cell_counts() -> None:
    question = tensor_question(CONVOLUTION)
    verdict = question.grade(reading(question, "7 -1; 2 50"))

    assert verdict.score == Fraction(3, 4)
    assert verdict.cells == (True, True, True, False)


@pytest.mark.parametrize(
    ("typed", "mistakes"),
    [
        ("5 1; 2 3", ("fwd.kernel_flip",)),
        ("6 -2; 1 6", ("fwd.no_bias",)),
        ("9 -3; 8 -1", ("fwd.kernel_transposed",)),
        ("7 -2; 1 6", ("fwd.no_bias",)),
        ("100 200; 300 400", ()),
        ("7 -1; 2 6", ()),
    ],
)
def test_a_mistake_is_named_where_it_explains_the_answer(typed: str, mistakes: tuple[str, ...]) -> None:
    """Also where it was made in some cells only, but not on the word of a single one."""
    question = tensor_question(CONVOLUTION)

    assert question.grade(reading(question, typed)).mistakes == mistakes


def test_of_an_endless_wrong_number_three_places_are_enough() -> None:
    """The right answer is whole and so exact, but nobody types all digits of a third."""
    rows = tuple(tuple(map(Fraction, row)) for row in (("22/3", "-1"), ("2", "7")))
    question = replace(tensor_question(CONVOLUTION), wrong=(Slip("third", rows, Text.same("a third")),))

    assert question.grade(reading(question, "[[7.333, -1], [2, 7]]")).mistakes == ("third",)
    assert question.grade(reading(question, "[[7.34, -1], [2, 7]]")).mistakes == ()


def test_it_is_said_how_channels_are_typed_and_in_which_order_the_axes_of_maps_are() -> None:
    card = replace(
        CONVOLUTION,
        network="[2, 1, 3] | relu",
        experiment=Experiment(data=(ArraySpec("input", cells=cells([[[1, 2, 3]], [[4, 5, 6]]])),)),
        ask=Ask("output"),
        diagnose=(),
    )
    first, last = (
        Language("en").render(tensor_question(replace(card, layout=order)).expects) for order in ("CHW", "HWC")
    )

    assert first.startswith("Type the numbers row by row, with two semicolons between matrices: 1 2; 3 4 ;; 5 6; 7 8.")
    assert "H×W×C" not in first
    assert "Axes of maps: row, column, channel (H×W×C)." in last


def test_the_channels_of_one_pixel_are_typed_and_echoed_as_a_row() -> None:
    """Two 1×1 filters at a pixel (2, −1, 3): 2·1 + 3·1 = 5 and −1·2 − 3 = −5."""
    weights = cells([[[[1]], [[0]], [[1]]], [[[0]], [[2]], [[-1]]]])
    data = (ArraySpec("input", cells=cells([[[2]], [[-1]], [[3]]])), ArraySpec("conv1.weight", cells=weights))
    card = replace(
        CONVOLUTION,
        network="3x1x1 | conv1: conv2d(2, 1, bias=False)",
        experiment=Experiment(data=data),
        ask=Ask("output"),
        diagnose=(),
    )
    question = tensor_question(card)
    polish, english = (Language(code).render(question.expects) for code in LANGUAGES)

    assert polish.startswith("Wpisz liczby kolejnych kanałów, na przykład 4 −1. Podaj dokładne")
    assert english.startswith("Type the numbers of the channels in order, for example 4 −1. Give exact")
    assert question.answer == Text.same("5 −5")
    for typed in ("5, -5", "5 ;; -5", "5; -5", "[[[5]], [[-5]]]"):
        read = question.read(typed)
        assert isinstance(read, Reading)
        assert read.echo == Text.same("5 −5")
        assert question.grade(read).outcome is Outcome.RIGHT


def test_a_wrong_shape_costs_nothing_and_says_which_is_right() -> None:
    question = tensor_question(CONVOLUTION)
    refused = question.read("7 -1 2; 2 7 1")

    assert isinstance(refused, Unreadable)
    assert refused.reason.values == {"found": "2×3", "expected": "2×2"}


def test_a_wrong_shape_that_a_mistake_leads_to_is_graded_and_named() -> None:
    question = tensor_question(POOLING)
    verdict = question.grade(reading(question, "5 4 2; 5 6 6; 2 6 7"))

    assert verdict.outcome is Outcome.WRONG
    assert verdict.mistakes == ("fwd.pool_overlap",)


def test_a_vector_may_be_typed_as_a_column() -> None:
    card = replace(
        CONVOLUTION,
        network="[2] | fc: linear(2, bias=False)",
        experiment=Experiment(
            data=(ArraySpec("input", cells=cells([5, 6])), ArraySpec("fc.weight", cells=cells([[1, 2], [3, 4]])))
        ),
        ask=Ask("output", "fc"),
        diagnose=(),
    )
    question = tensor_question(card)

    assert reading(question, "17\n39").value == TensorReading((Fraction(17), Fraction(39)), (2,))
    assert question.grade(reading(question, "[[17], [39]]")).outcome is Outcome.RIGHT


def test_one_number_is_asked_as_one_number() -> None:
    card = replace(
        CONVOLUTION,
        experiment=replace(
            CONVOLUTION.experiment or Experiment(data=()),
            data=(
                ArraySpec("input", cells=cells([[1, 2, 0], [3, -1, 4], [2, 0, 1]])),
                ArraySpec("gradient of conv1", cells=cells([[1, 2], [-1, 3]])),
            ),
        ),
        ask=Ask("gradient", "conv1.bias"),
        diagnose=("bwd.db_not_summed", "bwd.db_mean"),
    )
    question = tensor_question(card)

    assert isinstance(question, ScalarQuestion)
    assert question.grade(reading(question, "5")).outcome is Outcome.RIGHT
    assert question.grade(reading(question, "1,25")).mistakes == ("bwd.db_mean",)
    assert question.grade(reading(question, "1 2; -1 3")).mistakes == ("bwd.db_not_summed",)


@pytest.mark.parametrize(("gradient", "written"), [("0.5", "0,5"), ("1.125", "1,125"), ("1/3", "0,333"), ("-7", "−7")])
def test_one_number_is_shown_as_one_number(gradient: str, written: str) -> None:
    """Not as a row of a matrix, and not as a fraction where thousands might be meant."""
    card = replace(
        CONVOLUTION,
        network="[1, 1, 1] | conv1: conv2d(1, 1)",
        experiment=Experiment(
            data=(ArraySpec("input", cells="1"), ArraySpec("gradient of conv1", cells=cells([[gradient]])))
        ),
        ask=Ask("gradient", "conv1.bias"),
        diagnose=(),
    )
    question = tensor_question(card)

    assert Language("pl").render(question.answer) == written
    assert question.grade(reading(question, written)).outcome is Outcome.RIGHT


def test_decimals_are_asked_to_three_places_where_the_value_has_more() -> None:
    card = replace(
        CONVOLUTION,
        network="[3] | softmax",
        experiment=Experiment(data=(ArraySpec("input", cells=cells([2, 1, 0])),)),
        ask=Ask("output"),
        diagnose=(),
    )
    question = tensor_question(card)

    assert question.tolerance == Decimals(3)
    assert question.grade(reading(question, "0,665 0,245 0,09")).outcome is Outcome.RIGHT
    assert question.grade(reading(question, "0,66 0,24 0,09")).outcome is Outcome.PARTIAL


def test_probabilities_of_logarithms_are_exact() -> None:
    card = replace(
        CONVOLUTION,
        variables=(Variable("r", ("3",)),),
        network="[2] | softmax",
        experiment=Experiment(data=(ArraySpec("input", cells=("ln(r)", "0")),)),
        ask=Ask("output"),
        diagnose=(),
    )
    question = tensor_question(card)
    shown = question.grids[0].cells

    assert question.tolerance == Exact()
    assert list(cells_of(question.value)) == [Fraction(3, 4), Fraction(1, 4)]
    assert isinstance(shown, tuple)
    assert shown[0] == Text.same("ln 3")


@given(st.integers(0, 2**31 - 1))
def test_the_same_seed_gives_the_same_question_and_the_model_answer_is_right(seed: int) -> None:
    question, again = tensor_question(DRAWN, seed), tensor_question(DRAWN, seed)

    assert question.grids == again.grids
    assert question.value == again.value
    for code in ("pl", "en"):
        typed = Language(code).render(question.answer)
        verdict = question.grade(reading(question, typed))
        assert (verdict.outcome, verdict.mistakes) == (Outcome.RIGHT, ())


@given(st.integers(0, 2**31 - 1))
def test_conditions_on_arrays_hold_in_every_variant(seed: int) -> None:
    card = replace(DRAWN, require=("all(output of conv1 != 0)", "max(input) == 3", "told_apart"))
    question = tensor_question(card, seed)
    answers = [question.value, *(slip.answer for slip in question.wrong)]

    assert all(cell != 0 for cell in cells_of(question.value))
    assert len(question.wrong) == len(card.diagnose)
    assert len(set(answers)) == len(answers)


def test_a_further_array_changes_no_other_one() -> None:
    experiment = DRAWN.experiment
    assert experiment is not None
    more = replace(
        DRAWN, experiment=replace(experiment, data=(ArraySpec("gradient of conv1", RANGE), *experiment.data))
    )

    assert tensor_question(more, 5).grids[1:] == tensor_question(DRAWN, 5).grids


def test_a_condition_that_never_holds_is_said() -> None:
    with pytest.raises(StudycardsError) as refused:
        ask(replace(DRAWN, require=("min(input) > 3",)), "drawn", 0)

    assert refused.value.key == "computed.no_variant"


def test_mistakes_that_are_never_told_apart_are_named() -> None:
    """Without a bias nobody can forget it."""
    assert DRAWN.experiment is not None
    data = (ArraySpec("input", RANGE), ArraySpec("conv1.weight", RANGE), ArraySpec("conv1.bias", cells="0"))
    card = replace(
        DRAWN,
        experiment=replace(DRAWN.experiment, data=data),
        require=("told_apart",),
        diagnose=("fwd.no_bias",),
    )
    with pytest.raises(StudycardsError) as refused:
        ask(card, "drawn", 0)

    assert "told_apart (fwd.no_bias gives the right answer)" in Language("en").text(
        refused.value.key, **refused.value.values
    )


def test_a_worked_example_gives_its_arrays() -> None:
    example = VariantTest(
        {}, "7 -1; 2 7", {"input": cells([[1, 2, 0], [3, -1, 4], [2, 0, 1]]), "conv1.weight": cells([[1, 2], [0, -1]])}
    )
    wrong = replace(example, answer="7 -1; 2 8")
    bias = ArraySpec("conv1.bias", cells="1")
    experiment = DRAWN.experiment
    assert experiment is not None
    card = replace(DRAWN, experiment=replace(experiment, data=(*experiment.data[:2], bias)))

    assert failure(card, example) is None
    assert failure(card, wrong) is not None


def test_a_value_without_arrays_is_refused_with_the_name_of_the_card() -> None:
    with pytest.raises(StudycardsError) as refused:
        ask(replace(CONVOLUTION, experiment=None), "conv", 0)

    assert refused.value.values["card"] == "conv"


def test_an_answer_can_be_chosen_among_those_of_mistakes() -> None:
    card = replace(CONVOLUTION, choices=4)
    question = ask(card, "conv", 3)
    options = {Language("en").render(option) for option in question.options}  # type: ignore[attr-defined]

    assert options == {"7 -1; 2 7".replace("-", "−"), "5 1; 2 3", "6 −2; 1 6", "9 −3; 8 −1"}
    chosen = question.read(str(sorted(options).index("5 1; 2 3") + 1))
    assert isinstance(chosen, Reading)


def test_a_lone_decimal_with_a_comma_is_one_number_where_a_mistake_leads_to_one() -> None:
    """The mean over everything, 4,5, where the means of three channels are asked."""
    card = replace(
        CONVOLUTION,
        network="[3, 2, 2] | gap: global_avg_pool2d",
        experiment=Experiment(
            data=(ArraySpec("input", cells=cells([[[1, 2], [4, 5]], [[8, 9], [11, 12]], [[0, 1], [1, 0]]])),)
        ),
        ask=Ask("output"),
        diagnose=("fwd.gap_over_all",),
    )
    question = tensor_question(card)

    assert question.grade(reading(question, "4,5")).mistakes == ("fwd.gap_over_all",)
    assert question.grade(reading(question, "3; 10; 0,5")).outcome is Outcome.RIGHT


def test_functions_of_cells_may_hold_calculations() -> None:
    card = replace(
        CONVOLUTION,
        variables=(Variable("a", ("1",)),),
        network="[2] | softmax",
        experiment=Experiment(data=(ArraySpec("input", cells=("ln(3*(a+1))", "ln(2)")),)),
        ask=Ask("output"),
        diagnose=(),
    )

    assert list(cells_of(tensor_question(card).value)) == [Fraction(3, 4), Fraction(1, 4)]

"""What the deck checker learns about a variant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studycards.decks.varied import Ask, ComputedCard, NumberCard, Variable, VariantTest, Within, WrongAnswer
from studycards.errors import StudycardsError
from studycards.locale import Language, Text
from studycards.questions.variants.checking import Ambiguity, ambiguities, failure
from studycards.questions.variants.drawn import drawn_variant

if TYPE_CHECKING:
    from studycards.decks.varied import VariedCard

SIZE = ComputedCard(
    id="size",
    question=Text.same("?"),
    variables=(Variable("H", ("32", "33")), Variable("p", ("2",))),
    require=("H > 4",),
    network="[3, H, H] | conv2d(16, 5, padding=p)",
    ask=Ask("output_shape"),
)

NUMBER = NumberCard(
    id="number",
    question=Text.same("?"),
    variables=(Variable("n", ("4", "5")),),
    answer="n / 2",
    tolerance=Within("0.01"),
    wrong=(WrongAnswer("n", Text.same("halve it")), WrongAnswer("2 * n - n", Text.same("halve it, too"))),
)


def mixed_up(card: VariedCard) -> tuple[Ambiguity, ...]:
    return ambiguities(card, drawn_variant(card, 1))


def test_mistakes_that_all_differ_are_no_problem() -> None:
    """Padding 2 and a 5×5 kernel keep 32; without padding 28, with one side of it 30."""
    card = replace(SIZE, variables=(Variable("H", ("32",)), Variable("p", ("2",))))

    assert mixed_up(replace(card, diagnose=("size.no_pad", "size.pad_once"))) == ()


def test_mistakes_that_the_author_calls_alike_need_not_differ() -> None:
    """Padding 2 and stride 2: 16 is right; with one side padded, as without the +1, it is 15."""
    names = ("size.pad_once", "size.no_plus_one")
    card = replace(
        SIZE,
        network="[3, H, H] | conv2d(16, 5, padding=2, stride=2)",
        variables=(Variable("H", ("32",)),),
        diagnose=names,
    )

    assert mixed_up(card) == (Ambiguity(0, names, right=False),)
    assert mixed_up(replace(card, alike=(names,))) == ()
    assert mixed_up(replace(card, alike=(("size.pad_once", "size.no_pad"),))) == mixed_up(card)


def test_what_is_alike_must_not_be_right() -> None:
    card = replace(SIZE, variables=(Variable("H", ("32",)), Variable("p", ("2",))), diagnose=("size.same_assumed",))

    assert mixed_up(replace(card, alike=(("size.same_assumed", "size.no_pad"),))) == mixed_up(card)


def test_a_mistake_that_gives_the_answer_is_found() -> None:
    card = replace(SIZE, variables=(Variable("H", ("32",)), Variable("p", ("2",))), diagnose=("size.same_assumed",))

    assert mixed_up(card) == (Ambiguity(0, ("size.same_assumed",), right=True),)


def test_mistakes_that_give_the_same_answer_are_found() -> None:
    """Padding 1 and stride 2: without the padding as without the +1 it is 14."""
    card = replace(
        SIZE,
        network="[3, H, H] | conv2d(16, 5, padding=1, stride=2)",
        variables=(Variable("H", ("32",)),),
        diagnose=("size.no_pad", "size.no_plus_one", "size.no_stride"),
    )

    assert mixed_up(card) == (Ambiguity(0, ("size.no_pad", "size.no_plus_one"), right=False),)


def test_a_card_that_lists_no_mistakes_has_none_to_mix_up() -> None:
    assert mixed_up(SIZE) == ()


def test_the_wrong_answers_of_an_author_are_compared_too() -> None:
    [found] = mixed_up(NUMBER)

    assert (found.names, found.right) == (("wrong[1]", "wrong[2]"), False)


def test_a_wrong_answer_within_the_tolerance_counts_as_right() -> None:
    card = replace(NUMBER, wrong=(WrongAnswer("n / 2 + 0.005", Text.same("rounded")),))

    assert [found.right for found in mixed_up(card)] == [True]


@pytest.mark.parametrize(
    ("card", "test"),
    [
        (SIZE, VariantTest({"H": "32", "p": "2"}, "16×32×32")),
        (SIZE, VariantTest({"H": "33"}, "(16, 33, 33)")),
        (NUMBER, VariantTest({"n": "5"}, "2.5")),
        (NUMBER, VariantTest({"n": "5"}, "5/2")),
    ],
)
def test_a_worked_example_holds(card: ComputedCard | NumberCard, test: VariantTest) -> None:
    assert failure(card, test) is None


@pytest.mark.parametrize(
    ("card", "test", "sentence"),
    [
        (SIZE, VariantTest({"H": "32"}, "16×30×30"), "The result is 16×32×32, but the test says 16×30×30."),
        (NUMBER, VariantTest({"n": "5"}, "2"), "The result is 2.5, but the test says 2."),
        (SIZE, VariantTest({"H": "3"}, "16×3×3"), "do not meet the conditions"),
        (NUMBER, VariantTest({"n": "5"}, "half"), "h"),
    ],
)
def test_a_worked_example_that_fails_says_why(
    card: ComputedCard | NumberCard, test: VariantTest, sentence: str
) -> None:
    found = failure(card, test)

    assert found is not None
    assert sentence in Language("en").render(found)


def test_a_worked_example_without_a_variable_is_refused() -> None:
    with pytest.raises(StudycardsError):
        failure(SIZE, VariantTest({}, "16×32×32"))

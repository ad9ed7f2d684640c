"""Drawing variables: reproducible on every machine, each variable on its own stream, conditions by rejection."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.varied import NumberCard, Variable
from studycards.engine.expressions import ExpressionError
from studycards.errors import StudycardsError
from studycards.locale import Language, Text
from studycards.questions.variants.draw import fix, meets_conditions
from studycards.questions.variants.drawn import drawn_variant

SEEDS = range(200)


def draw(card: NumberCard, seed: int) -> dict[str, Fraction]:
    return drawn_variant(card, seed).variables


def card(*variables: Variable, require: tuple[str, ...] = ()) -> NumberCard:
    return NumberCard(id="size-1", question=Text.same("?"), answer="1", variables=variables, require=require)


def drawn(name: str, *values: int | str) -> Variable:
    return Variable(name, tuple(map(str, values)))


H = drawn("H", *range(28, 65))
K = drawn("k", 3, 5, 7)
S = drawn("s", 1, 2, 3)


def test_a_value_is_picked_by_the_hash_of_card_seed_name_and_attempt() -> None:
    """The recipe is part of the deck format: anyone can compute a variant from it, in any language."""
    index = int.from_bytes(sha256(b"size-1\n7\nH\n0").digest()[:8], "big") % 37

    assert draw(card(H), 7) == {"H": 28 + index}


def test_the_same_seed_gives_the_same_values() -> None:
    assert draw(card(H, K, S), 11) == draw(card(H, K, S), 11)


def test_a_further_variable_changes_no_other_draw() -> None:
    for seed in SEEDS:
        alone = draw(card(H, S), seed)
        together = draw(card(H, K, S), seed)

        assert alone == {name: together[name] for name in alone}


def test_the_order_of_the_variables_changes_no_draw() -> None:
    assert all(draw(card(H, K), seed) == draw(card(K, H), seed) for seed in SEEDS)


def test_cards_draw_apart() -> None:
    other = replace(card(H), id="size-2")

    assert [draw(card(H), seed) for seed in SEEDS] != [draw(other, seed) for seed in SEEDS]


def test_every_value_turns_up_about_as_often_as_the_others() -> None:
    """600 draws of 3 values: 200 each are expected, the standard deviation is 11.5."""
    counts = [sum(draw(card(K), seed)["k"] == value for seed in range(600)) for value in (3, 5, 7)]

    assert all(140 < count < 260 for count in counts)


def test_decimal_values_are_exact() -> None:
    assert draw(card(drawn("x", "0.1")), 1) == {"x": Fraction(1, 10)}


def test_derived_variables_follow_from_those_before_them() -> None:
    names = draw(card(H, K, Variable("o", expression="H - k + 1")), 3)

    assert names["o"] == names["H"] - names["k"] + 1


def test_every_condition_holds_in_every_variant() -> None:
    conditions = ("(H - k) % s == 0", "s < k")
    for seed in SEEDS:
        names = draw(card(H, K, S, require=conditions), seed)

        assert (names["H"] - names["k"]) % names["s"] == 0
        assert names["s"] < names["k"]


def test_a_condition_that_already_holds_changes_no_draw() -> None:
    assert all(draw(card(H), seed) == draw(card(H, require=("H >= 28",)), seed) for seed in SEEDS)


def test_conditions_that_never_hold_are_reported() -> None:
    with pytest.raises(StudycardsError) as refusal:
        draw(card(H, require=("H < 0",)), 1)

    assert refusal.value.key == "computed.no_variant"


def test_a_condition_that_cannot_be_computed_is_refused() -> None:
    with pytest.raises(ExpressionError):
        draw(card(H, require=("H // 0 == 1",)), 1)


def test_fixing_takes_the_given_values_and_derives_the_rest() -> None:
    chosen = card(H, K, Variable("o", expression="H - k + 1"), require=("H > 40",))

    names = fix(chosen, {"H": "32", "k": "5"})

    assert names == {"H": 32, "k": 5, "o": 28}
    assert not meets_conditions(chosen, names)


def test_fixing_knows_a_variable_of_one_value() -> None:
    assert fix(card(H, drawn("p", 2)), {"H": "32"}) == {"H": 32, "p": 2}


def test_fixing_needs_every_drawn_variable() -> None:
    with pytest.raises(StudycardsError) as refusal:
        fix(card(H, K), {"H": "32"})

    assert refusal.value.values["names"] == "k"


@given(seed=st.integers(), values=st.lists(st.integers(-50, 50), min_size=1, max_size=9))
def test_any_seed_draws_one_of_the_values(seed: int, values: list[int]) -> None:
    assert draw(card(drawn("x", *values)), seed)["x"] in values


def test_the_condition_that_keeps_all_draws_out_is_named() -> None:
    with pytest.raises(StudycardsError) as refusal:
        draw(card(H, require=("H > 0", "H < 0")), 1)

    assert Language("en").text(refusal.value.key, **refusal.value.values).endswith("least often this: H < 0.")

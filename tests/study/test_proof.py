"""What the checker proves about cards with variables, and what it tells their authors to do."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.reader import read_deck
from studycards.decks.varied import VariedCard
from studycards.locale import Language
from studycards.study.proof import prove
from studycards.study.proof.mending import mending_conditions

if TYPE_CHECKING:
    from pathlib import Path

DECK = """format: 1
id: proof
title: {pl: Dowód, en: Proof}
language: pl
cards:
- id: card
  question: {pl: Ile?, en: How many?}
"""

CONVOLUTION = """type: computed
network: "[1, 5, 5] | conv1: conv2d(1, 2, bias=False)"
ask: output of conv1
"""

GRADIENT = """type: computed
network: {input: [1, 4, 4], layers: [conv1: "conv2d(1, 3, padding=1)", relu, pool1: max_pool2d(2)]}
data: {input: -2..2, conv1.weight: -1..1, conv1.bias: 1, gradient of pool1: 1..3}
ask: gradient of conv1.weight
"""

SHEET = """type: steps
network:
  input: [1, 3, 3]
  layers: [conv1: "conv2d(1, 2, bias=False)", relu, flatten, fc: linear(2)]
  loss: cross_entropy(target=0)
data: {input: -2..2, conv1.weight: -1..1, fc.weight: -1..1, fc.bias: 1}
steps: [output of conv1, output of relu, output of fc, gradient of conv1.weight]
"""


def findings(tmp_path: Path, card: str, seeds: int = 40, language: str = "en") -> list[tuple[str, str]]:
    """Return the field and the sentence of each finding about a card given as lines of YAML."""
    lines = "".join(f"  {line}\n" for line in card.strip().splitlines())
    read = read_deck(tmp_path / "deck.yaml", (DECK + lines).encode())
    assert read.deck is not None, read.problems
    [made] = read.deck.cards
    assert isinstance(made, VariedCard)
    write = Language(language).render  # type: ignore[arg-type]  # one of the two
    return [(finding.field, write(finding.reason)) for finding in prove(made, seeds)]


def sole(tmp_path: Path, card: str, seeds: int = 40) -> tuple[str, str]:
    [found] = findings(tmp_path, card, seeds)
    return found


def test_a_sound_card_has_no_findings(tmp_path: Path) -> None:
    assert (
        findings(tmp_path, "type: number\nvars: {n: 2..9}\nanswer: n ** 2\nwrong: [{answer: 2 * n + 1, why: x}]") == []
    )


class TestMendingConditions:
    """An author is told which condition keeps mistakes apart."""

    def test_a_mistake_that_is_right_for_one_value_is_excluded_by_it(self, tmp_path: Path) -> None:
        """2n is n² for 2 only."""
        field, sentence = sole(
            tmp_path, "type: number\nvars: {n: 2..5}\nanswer: n ** 2\nwrong: [{answer: 2 * n, why: x}]"
        )

        assert field == "wrong[1]"
        assert "wrong[1] gives the right answer" in sentence
        assert "such as for n = 2" in sentence
        assert sentence.endswith("add to require: n != 2")

    def test_mistakes_that_meet_where_two_variables_do_are_excluded_by_their_difference(self, tmp_path: Path) -> None:
        """a² b and a b² are one number where a = b."""
        card = """type: number
vars: {a: [2, 3, 4, 5], b: [2, 3, 4, 5]}
answer: a + b + 1000
wrong: [{answer: a ** 2 * b, why: x}, {answer: a * b ** 2, why: y}]"""
        _, sentence = sole(tmp_path, card)

        assert "wrong[1], wrong[2] give the same answer" in sentence
        assert sentence.endswith("add to require: a != b")

    def test_the_proposed_condition_mends_the_card(self, tmp_path: Path) -> None:
        card = "type: number\nvars: {n: 2..5}\nrequire: n != 2\nanswer: n ** 2\nwrong: [{answer: 2 * n, why: x}]"

        assert findings(tmp_path, card) == []

    def test_conditions_that_are_proposed_for_one_card_hold_together(self, tmp_path: Path) -> None:
        """The first wrong answer is right from 3 on, the other one up to 2: no draw keeps both out."""
        card = """type: number
vars: {s: 1..4}
answer: 10 + s
wrong: [{answer: "10 + max(s, 3)", why: x}, {answer: "10 + min(s, 2)", why: y}]"""
        found = dict(findings(tmp_path, card))

        assert found["wrong[2]"].endswith("; add to require: s > 2")
        assert found["wrong[1]"].endswith("; draw from other values, or remove the mistake")

    def test_a_condition_that_is_proposed_already_is_preferred(self, tmp_path: Path) -> None:
        """Where a = b the one is right, and for c = 1 the other one, too; c != 1 would keep more draws than a != b."""
        card = """type: number
vars: {a: 1..4, b: 1..4, c: 1..5}
answer: 100 * a + c
wrong: [{answer: 100 * b + c, why: x}, {answer: 93 * b + 7 * a + c * c, why: y}]"""
        found = [sentence for _, sentence in findings(tmp_path, card, 80)]

        right = [sentence for sentence in found if "the right answer" in sentence]
        assert [sentence.partition(" gives")[0] for sentence in right] == ["wrong[1]", "wrong[1], wrong[2]"]
        assert all(sentence.endswith("; add to require: a != b") for sentence in right)

    def test_mistakes_whose_conditions_exclude_each_other_are_to_be_called_alike(self, tmp_path: Path) -> None:
        """A 5×5 kernel with stride 2: ⌊(n − 5 + 2p)/2⌋ + 1.

        For a padding of 1 it is the same to forget the padding as to forget the + 1; for one of 2, to count it on one
        side only: (n − 5 + 4)/2 against (n − 5 + 2)/2 + 1.
        """
        card = """type: computed
vars: {p: [1, 2], n: [28, 29, 31]}
network: "[1, n, n] | conv2d(4, 5, stride=2, padding=p)"
ask: output_size
diagnose: [size.no_plus_one, size.pad_once, size.no_pad]
"""
        alike = "alike: [[size.no_plus_one, size.pad_once]]"
        found = [sentence for _, sentence in findings(tmp_path, card)]

        assert sum(sentence.endswith("; add to require: p != 1") for sentence in found) == len(found) - 1
        [other] = [sentence for sentence in found if "require" not in sentence]
        assert f": write {alike}, remove one of them from diagnose, or draw from other values" in other
        assert findings(tmp_path, f"{card}require: p != 1\n{alike}\n") == []

    def test_what_always_coincides_may_be_called_alike(self, tmp_path: Path) -> None:
        """With a padding of 2 and stride 2, as above, whatever the size."""
        card = """type: computed
vars: {n: [28, 29, 31]}
network: "[1, n, n] | conv2d(4, 5, stride=2, padding=2)"
ask: output_size
diagnose: [size.no_plus_one, size.pad_once]
"""
        _, sentence = sole(tmp_path, card)

        assert "in every variant; leave one of them in diagnose, write alike: [[size.no_plus_one, size.pad_once]]" in (
            sentence
        )

    def test_where_no_comparison_helps_the_mistakes_are_to_be_told_apart(self, tmp_path: Path) -> None:
        """n and 5 − n give one product: 1 and 4, as 2 and 3."""
        card = "type: number\nvars: {n: 1..9}\nanswer: 3 * n\nwrong: [{answer: 3 * n + (n % 2) * (n % 3), why: x}]"
        _, sentence = sole(tmp_path, card, 80)

        assert sentence.endswith("add to require: told_apart")
        assert findings(tmp_path, card.replace("answer: 3", "require: told_apart\nanswer: 3", 1)) == []

    def test_what_is_so_in_every_variant_no_condition_can_mend(self, tmp_path: Path) -> None:
        card = "type: number\nvars: {n: 2..5}\nanswer: 2 * n\nwrong: [{answer: n + n, why: x}]"
        _, sentence = sole(tmp_path, card)

        assert "in every variant" in sentence

    def test_of_arrays_the_seed_is_the_example_and_the_step_is_named(self, tmp_path: Path) -> None:
        """Without negative values a ReLU changes nothing."""
        found = findings(tmp_path, SHEET + "diagnose: [fwd.relu_ignored]", language="pl")
        [sentence] = [sentence for field, sentence in found if field == "diagnose[1]"]

        assert sentence.startswith("etap „wyjście relu”: fwd.relu_ignored daje poprawny wynik w ")
        assert "np. dla ziarna" in sentence
        assert sentence.endswith("dopisz do require: told_apart")

    def test_what_is_alike_is_to_be_listed(self, tmp_path: Path) -> None:
        found = findings(tmp_path, GRADIENT + "alike: [[bwd.dw_flipped, bwd.db_mean]]\n")

        assert found[0] == ("alike[1]", "diagnose does not list the mistake 'bwd.dw_flipped'")

    def test_what_is_right_further_on_is_no_clash(self, tmp_path: Path) -> None:
        """A kernel that is turned around is seen in the output of the convolution, whatever the ReLU leaves of it."""
        found = findings(tmp_path, SHEET + "diagnose: [fwd.kernel_flip]\nrequire: told_apart", 20)

        assert [sentence for field, sentence in found if field.startswith("diagnose")] == []


@given(
    st.lists(st.tuples(*[st.integers(0, 4).map(Fraction)] * 2), min_size=1),
    st.lists(st.tuples(*[st.integers(0, 4).map(Fraction)] * 2)),
)
def test_a_mending_condition_holds_in_no_faulty_draw_and_keeps_a_quarter(
    faulty: list[tuple[Fraction, Fraction]], sound: list[tuple[Fraction, Fraction]]
) -> None:
    conditions = mending_conditions(*[[{"a": a, "b": b} for a, b in draws] for draws in (faulty, sound)])

    def kept(draws: list[tuple[Fraction, Fraction]], condition: str) -> int:
        """Count by Python's own reading of the condition."""
        return sum(eval(condition, {}, {"a": a, "b": b}) for a, b in draws)

    assert all(kept(faulty, condition) == 0 for condition in conditions)
    assert all(4 * kept(sound, condition) >= len(faulty) + len(sound) for condition in conditions)


def test_a_comparison_of_variables_that_have_nothing_to_do_with_it_is_not_proposed(tmp_path: Path) -> None:
    """The target of the loss turns no kernel around; that a few draws suggest it is chance."""
    card = SHEET.replace("target=0", "target=t").replace("-1..1, fc.weight", "0..1, fc.weight")
    card += "vars: {t: [0, 1]}\ndiagnose: [fwd.kernel_flip]\n"

    for seeds in range(3, 9):
        found = [sentence for field, sentence in findings(tmp_path, card, seeds) if field == "diagnose[1]"]

        assert all("t <" not in sentence and "t >" not in sentence and "t !=" not in sentence for sentence in found)
    assert found[0].endswith("; add to require: told_apart")


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (
            "type: number\nvars: {n: [1], m: 1..5}\nanswer: n",
            "nothing uses the variable m; remove it, or use it in the question or what is computed.",
        ),
        ("type: number\nvars: {n: [1], m: 1..5}\nanswer: n\nhint: m = ${m}", None),
        ("type: number\nvars: {n: [1], m: 1..5, o: m + n}\nanswer: o", None),
        ("type: number\nvars: {n: [1]}\nanswer: n\nwrong: [{answer: n + 1, why: '${n}'}]", None),
        ("type: computed\nvars: {C: [3, 4]}\nnetwork: '[C, 8, 8] | relu'\nask: parameters", None),
    ],
)
def test_a_variable_that_nothing_uses_is_told(tmp_path: Path, card: str, expected: str | None) -> None:
    found = findings(tmp_path, card, 3)

    assert found == ([] if expected is None else [("vars.m", expected)])


class TestFailingDraws:
    """What some draws cannot compute is told with the values of such a draw, and what keeps them out."""

    def test_the_values_are_named_and_the_condition_that_helps(self, tmp_path: Path) -> None:
        card = "type: number\nvars: {n: 0..9}\nanswer: 12 / n\ntolerance: 1 decimal"
        field, sentence = sole(tmp_path, card)

        assert field == "vars"
        assert "variants cannot be asked, such as for n = 0: division by zero" in sentence
        assert sentence.endswith("; add to require: n != 0")

    def test_no_condition_is_proposed_for_a_variable_that_is_computed_before_any(self, tmp_path: Path) -> None:
        card = "type: number\nvars: {n: 0..9, m: 12 / n}\nanswer: m\ntolerance: 1 decimal"
        _, sentence = sole(tmp_path, card)

        assert sentence.endswith("such as for n = 0: division by zero")

    def test_a_clash_of_two_variables_is_excluded_by_their_comparison(self, tmp_path: Path) -> None:
        card = "type: computed\nvars: {n: 3..6, k: 3..6}\nnetwork: '[1, n, n] | conv2d(1, k)'\nask: output_shape"
        [sentence] = [sentence for _, sentence in findings(tmp_path, card)]

        assert "cannot be asked, such as for n = " in sentence
        assert sentence.endswith(("; add to require: n >= k", "; add to require: k <= n"))

    def test_the_variables_are_to_blame_where_a_condition_on_them_helps(self, tmp_path: Path) -> None:
        card = CONVOLUTION.replace("[1, 5, 5]", "[1, n, n]") + "vars: {n: 1..6}\ndata: {input: 1..3, conv1.weight: 1}"
        field, sentence = sole(tmp_path, card)

        assert field == "vars"
        assert "such as for n = 1 and the seed" in sentence
        assert sentence.endswith(("; add to require: n != 1", "; add to require: n > 1"))

    def test_where_all_fail_no_condition_is_proposed(self, tmp_path: Path) -> None:
        _, sentence = sole(tmp_path, "type: number\nvars: {n: 1..9, m: n / (n - n)}\nanswer: m")

        assert sentence.startswith("40 of 40 variants cannot be asked, such as for n = ")
        assert sentence.endswith("division by zero")


class TestSlowDraws:
    """Conditions that reject nearly all draws make a learner wait."""

    def test_they_are_counted(self, tmp_path: Path) -> None:
        field, sentence = sole(tmp_path, "type: number\nvars: {n: 1..100}\nrequire: n > 95\nanswer: n")

        assert field == "require"
        assert "the conditions rejected" in sentence

    def test_half_of_the_draws_may_be_rejected(self, tmp_path: Path) -> None:
        assert findings(tmp_path, "type: number\nvars: {n: 1..100}\nrequire: n > 50\nanswer: n") == []


class TestHumane:
    """What is to be computed by hand stays small."""

    @pytest.mark.parametrize(
        ("card", "sentence"),
        [
            (
                "type: number\nvars: {n: [10, 999, 1000]}\nanswer: n\nhumane: {digits: 3}",
                "the answer: 1000 has more than 3 digits before the decimal point",
            ),
            (
                "type: number\nvars: {n: [1]}\nanswer: n / 8\nhumane: {decimals: 2}",
                "the answer: 0.125 has more than 2 decimal places",
            ),
            (
                CONVOLUTION + "data: {input: 1..3, conv1.weight: 1}\nhumane: {cells: 20}",
                "input: there are 25 cells, but at most 20 may be",
            ),
            (
                CONVOLUTION + "data: {input: 10, conv1.weight: 7}\nhumane: {digits: 2}",
                "the answer: 280 has more than 2 digits",
            ),
        ],
    )
    def test_what_exceeds_a_bound_is_named_with_it(self, tmp_path: Path, card: str, sentence: str) -> None:
        field, found = sole(tmp_path, card)

        assert field == "humane"
        assert found.startswith(sentence)

    def test_a_finding_says_how_often_and_for_which_seed_first(self, tmp_path: Path) -> None:
        """Of one value in one variant."""
        _, found = sole(tmp_path, "type: number\nvars: {n: [1234]}\nanswer: n\nhumane: {digits: 3}", 1)

        assert "in 1 of 1 variants, first for the seed 0" in found

    @pytest.mark.parametrize(
        "card",
        [
            "type: number\nvars: {n: [1, 3]}\nanswer: n / 7\ntolerance: 2 decimals",
            "type: number\nvars: {n: [123456789012]}\nanswer: n",
            "type: computed\nnetwork: '[512, 300, 300] | conv2d(512, 3, padding=1)'\nask: macs",
            "type: computed\nnetwork: '[1, 2, 2] | flatten'\ndata: {input: [[ln(3), 0], [1, 2]]}\nask: output",
        ],
        ids=["rounded", "twelve digits", "a count", "a logarithm"],
    )
    def test_what_is_rounded_or_counted_is_humane(self, tmp_path: Path, card: str) -> None:
        assert findings(tmp_path, card, 5) == []


class TestUndecidedGradients:
    """A gradient that depends on a convention is no question for an exam."""

    def test_equal_largest_cells_of_a_window_are_found(self, tmp_path: Path) -> None:
        found = dict(findings(tmp_path, GRADIENT + 'require: "all(output of conv1 != 0)"'))

        assert list(found) == ["require"]
        assert "several equal largest values pool1 takes in" in found["require"]
        assert found["require"].endswith("; change the numbers, or draw from a larger range")

    def test_a_condition_is_proposed_that_draws_can_meet(self, tmp_path: Path) -> None:
        found = dict(findings(tmp_path, GRADIENT.replace("-2..2", "1..30") + 'require: "all(output of conv1 != 0)"'))

        assert found["require"].endswith("; add to require: distinct(window of pool1)")

    def test_zeros_that_enter_a_relu_are_found(self, tmp_path: Path) -> None:
        [sentence] = [sentence for _, sentence in findings(tmp_path, GRADIENT) if "kink" in sentence]

        assert "a value that enters relu1 is exactly at its kink" in sentence
        assert sentence.endswith("add to require: all(output of conv1 != 0)")

    def test_the_proposed_conditions_mend_the_card(self, tmp_path: Path) -> None:
        conditions = 'require: ["distinct(window of pool1)", "all(output of conv1 != 0)"]'
        wide = GRADIENT.replace("-2..2", "1..30")

        assert findings(tmp_path, wide + conditions) == []

    def test_the_input_is_called_so(self, tmp_path: Path) -> None:
        card = "type: computed\nnetwork: '[1, 2, 2] | relu6'\ndata: {input: -2..7, gradient of relu1: 1}\n"
        _, sentence = sole(tmp_path, card + "ask: gradient of input")

        assert sentence.endswith("add to require: all(input != 0) and all(input != 6)")

    def test_no_condition_mends_what_is_given(self, tmp_path: Path) -> None:
        card = "type: computed\nnetwork: '[1, 2, 2] | relu6'\ndata: {input: [[0, 1], [6, 7]], gradient of relu1: 1}\n"
        _, sentence = sole(tmp_path, card + "ask: gradient of input")

        assert sentence.endswith("; change the numbers, or draw from a larger range")

    def test_ties_that_change_no_asked_gradient_do_not_count(self, tmp_path: Path) -> None:
        """What reaches the input is 0 either way: behind the ReLU, all that the window sees is 0."""
        card = """type: computed
network: '[1, 2, 2] | relu | max_pool2d(2)'
data: {input: [[-1, -2], [-3, -4]], gradient of pool1: 1}
ask: """

        assert findings(tmp_path, card + "gradient of input") == []
        assert findings(tmp_path, card + "gradient of relu1") != []

    def test_a_card_about_the_convention_needs_zeros(self, tmp_path: Path) -> None:
        card = """type: computed
network: '[1, 2, 2] | relu'
data: {input: [[0, 1], [-3, 2]], gradient of relu1: 1}
ask: gradient of input
"""

        assert findings(tmp_path, card) != []
        assert findings(tmp_path, card + "diagnose: [bwd.relu_zero_is_one]") == []

    def test_forward_values_have_no_convention(self, tmp_path: Path) -> None:
        card = "type: computed\nnetwork: '[1, 2, 2] | relu | max_pool2d(2)'\ndata: {input: 0}\nask: output"

        assert findings(tmp_path, card) == []


class TestOversights:
    """What serves nothing, or makes a card unanswerable, is told to its author."""

    DATA = "data: {input: 1..9, conv1.weight: {from: [2, 3, 5]}}\n"

    def test_mistakes_about_layers_that_the_network_does_not_have_are_named(self, tmp_path: Path) -> None:
        diagnose = "diagnose: [fwd.relu_abs, bwd.dw_flipped]\n"

        rest = "never leads to an answer here; remove it from diagnose or change what is asked."
        assert findings(tmp_path, CONVOLUTION + self.DATA + diagnose) == [
            ("diagnose[1]", f"fwd.relu_abs {rest}"),
            ("diagnose[2]", f"bwd.dw_flipped {rest}"),
        ]

    def test_an_array_that_is_drawn_has_to_be_shown(self, tmp_path: Path) -> None:
        assert sole(tmp_path, CONVOLUTION + self.DATA + "show: [input]\n") == (
            "show",
            "conv1.weight is drawn, but not seen in the question; add it to show, or give fixed numbers.",
        )

    def test_a_fixed_array_may_be_told_by_the_text_alone(self, tmp_path: Path) -> None:
        data = "data: {input: 1..9, conv1.weight: [[1, 2], [3, 5]]}\nshow: [input]\n"

        assert findings(tmp_path, CONVOLUTION + data) == []

    @pytest.mark.parametrize("ask", ["output of conv1", "output"])
    def test_an_answer_that_the_data_give_is_told(self, tmp_path: Path, ask: str) -> None:
        card = CONVOLUTION.replace("output of conv1", ask) + "data: {output of conv1: 1..9}\n"

        assert sole(tmp_path, card) == (
            "data",
            f"{ask} is the answer, but data gives it; remove it there or ask something else.",
        )

    def test_a_step_that_the_data_give_is_told(self, tmp_path: Path) -> None:
        card = SHEET.replace("fc.bias: 1", "fc.bias: 1, output of relu: 1..9")

        assert ("data", "output of relu is the answer, but data gives it; remove it there or ask something else.") in (
            findings(tmp_path, card)
        )


class TestComparisonsThatNothingDecides:
    """Without variables no condition helps: the networks, or what is compared, have to change."""

    COMPARISON = (
        "type: compare\nnetworks: {a: '3x8x8 | conv2d(4, 3)', b: '3x8x8 | conv2d(4, 3)'}\ncompare: parameters\n"
    )

    @pytest.mark.parametrize(
        ("card", "reason"),
        [
            (COMPARISON, "the networks a, b have as much as each other"),
            (COMPARISON.replace("conv2d(4, 3)'}", "relu'}"), "the network b has 0 here, so there is no factor"),
        ],
    )
    def test_without_variables(self, tmp_path: Path, card: str, reason: str) -> None:
        field, sentence = sole(tmp_path, card)

        assert field == "networks"
        assert (
            sentence == f"this card cannot be asked: {reason}; change one of the networks, or compare another quantity"
        )

    def test_with_variables_a_condition_is_proposed_where_there_is_one(self, tmp_path: Path) -> None:
        field, sentence = sole(tmp_path, self.COMPARISON.replace("4, 3)'}", "F, 3)'}\nvars: {F: [4, 5]}"))

        assert field == "vars"
        assert sentence.endswith("for F = 4: the networks a, b have as much as each other; add to require: F != 4")

    def test_with_variables_that_do_not_matter_the_networks_have_to_change(self, tmp_path: Path) -> None:
        _, sentence = sole(tmp_path, self.COMPARISON.replace("3x8x8", "[F, 8, 8]") + "vars: {F: [4, 5]}")

        assert sentence.endswith("; change one of the networks, or compare another quantity")

    def test_a_number_without_variables_names_its_networks_too(self, tmp_path: Path) -> None:
        field, _ = sole(tmp_path, "type: number\nnetworks: {a: '3x8x8 | conv2d(4, 30)'}\nanswer: parameters(a)")

        assert field == "networks"


class TestCardsThatCannotBeAsked:
    """The reason stands at the field that has to be mended."""

    @pytest.mark.parametrize(
        ("card", "field", "sentence"),
        [
            (
                CONVOLUTION + "data: {input: 1..9}",
                "data",
                "this card cannot be asked: data is missing: conv1.weight; this cannot be computed without it",
            ),
            (
                CONVOLUTION.replace("output of conv1", "loss") + "loss: cross_entropy(target=0)\n"
                "data: {input: 1..9, conv1.weight: 1}",
                "data",
                (
                    "this card cannot be asked: cross_entropy takes one number for each class,"
                    " but the network gives the shape 1×4×4; add a flatten"
                ),
            ),
            (
                CONVOLUTION + "data: {input: 1..9, conv1.weight: 1}\nrequire: [all(input > 0), min(input) > 9]",
                "require",
                (
                    "this card cannot be asked: Card card: none of 1000 draws met the conditions of its field require,"
                    " least often this: min(input) > 9."
                ),
            ),
            (
                CONVOLUTION + "data: {input: 1..9, conv1.weight: 1..2}\n"
                "choices: 4\nrequire: told_apart\ndiagnose: [fwd.kernel_flip]",
                "choices",
                (
                    "this card cannot be asked: Card card: the mistakes give only 1 wrong answer, but choices needs 3;"
                    " add mistakes to diagnose, or told_apart to require."
                ),
            ),
        ],
    )
    def test_the_reason_stands_where_it_can_be_mended(
        self, tmp_path: Path, card: str, field: str, sentence: str
    ) -> None:
        assert sole(tmp_path, card) == (field, sentence)


class TestExamplesThatDoNotHold:
    """What comes out instead is written as it would be typed on one line."""

    def test_a_matrix_is_written_on_one_line(self, tmp_path: Path) -> None:
        card = """type: computed
network: "1x2x2 | relu"
data: {input: -3..3}
ask: output
tests: [{data: {input: [[1, -2], [3, 0]]}, answer: [[1, 2], [3, 0]]}]"""

        assert (
            "tests[1]",
            "this example does not hold: The result is 1 0; 3 0, but the test says [[1, 2], [3, 0]].",
        ) in findings(tmp_path, card)

    def test_of_a_sheet_the_first_step_that_differs_is_named(self, tmp_path: Path) -> None:
        card = """type: steps
network: "1x2x2 | conv1: conv2d(1, 1, bias=False) | relu"
data: {input: 1..3, conv1.weight: -1}
steps: [output of conv1, output of relu]
tests: [{data: {input: [[1, 2], [3, 1]]}, answer: [[[-1, -2], [-3, -1]], [[1, 0], [0, 0]]]}]"""

        reason = "output of relu: The result is 0 0; 0 0, but the test says [[1, 0], [0, 0]]."
        assert ("tests[1]", f"this example does not hold: {reason}") in findings(tmp_path, card)

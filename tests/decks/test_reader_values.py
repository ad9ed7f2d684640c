"""Cards about values, sheets and comparisons read to the values of the model, whatever way their author chose."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import indent

import pytest

from studycards.decks.asking import VALUES
from studycards.decks.build import build_deck
from studycards.decks.reader import read_deck
from studycards.decks.varied import (
    ArraySpec,
    Ask,
    CompareCard,
    ComputedCard,
    Decimals,
    Experiment,
    Humane,
    Percent,
    StepsCard,
    StepSpec,
    Variable,
    VariantTest,
    VariedCard,
)
from studycards.locale import Text

HEAD = "format: 1\nid: deck\ntitle: Talia\ncards:\n"
CONV = 'network: "1x3x3 | conv1: conv2d(1, 2) | relu"\n'
DATA = "data: {input: 0..3, conv1.weight: -1..1, conv1.bias: 0}\n"


def card(fields: str) -> VariedCard:
    """Return the only card of a deck, which its plain form gives back through JSON; `fields` is YAML."""
    read = read_deck(Path("deck.yaml"), f"{HEAD}- id: a\n  question: Q\n{indent(fields, '  ')}".encode())
    assert read.problems == ()
    assert read.deck is not None
    assert build_deck(json.loads(json.dumps(read.plain))) == read.deck
    [found] = read.deck.cards
    assert isinstance(found, VariedCard)
    return found


def computed(fields: str) -> ComputedCard:
    found = card(f"type: computed\n{fields}")
    assert isinstance(found, ComputedCard)
    return found


def problems(fields: str) -> list[str]:
    read = read_deck(Path("deck.yaml"), f"{HEAD}- id: a\n  question: Q\n{indent(fields, '  ')}".encode())
    return [problem.reason.key for problem in read.problems]


def test_a_card_about_a_value() -> None:
    found = computed(
        "vars: {r: [2, 3], t: 0..1}\n"
        "require: [told_apart, all(output of conv1 != 0)]\n"
        "network:\n  input: [1, 3, 3]\n  layers:\n  - conv1: conv2d(1, kernel_size=2)\n  - flatten\n  - fc: linear(2)\n"
        "  loss: cross_entropy(target=t)\n  optimizer: sgd(lr=0.1)\n  batch: 2\n"
        "data:\n  input: -2..3\n  conv1.weight: [[1, 0], [0, -1]]\n  conv1.bias: {from: [1, 2, 4]}\n"
        "  fc.weight: 1\n  fc.bias: [ln(r), 0]\n"
        "show: [input, fc.bias]\nask: update of conv1.weight\ndiagnose: [opt.no_lr]\n"
        "layout: HWC\ntolerance: 2 decimals\nchoices: 4\nhumane: {digits: 3, cells: 16}\n"
    )

    assert found == ComputedCard(
        id="a",
        question=Text(pl="Q"),
        variables=(Variable("r", values=("2", "3")), Variable("t", values=("0", "1"))),
        require=("told_apart", "all(output of conv1 != 0)"),
        humane=Humane(digits=3, cells=16),
        network="[1, 3, 3] | conv1: conv2d(1, kernel_size=2) | flatten | fc: linear(2)",
        experiment=Experiment(
            data=(
                ArraySpec("input", values=("-2", "-1", "0", "1", "2", "3")),
                ArraySpec("conv1.weight", cells=(("1", "0"), ("0", "-1"))),
                ArraySpec("conv1.bias", values=("1", "2", "4")),
                ArraySpec("fc.weight", cells="1"),
                ArraySpec("fc.bias", cells=("ln(r)", "0")),
            ),
            show=("input", "fc.bias"),
            loss="cross_entropy(target=t)",
            optimizer="sgd(lr=0.1)",
            batch=2,
        ),
        diagnose=("opt.no_lr",),
        layout="HWC",
        ask=Ask("update", "conv1.weight"),
        tolerance=Decimals(2),
        choices=4,
    )


def test_loss_and_optimiser_may_stand_on_the_card() -> None:
    found = computed(f"{CONV}{DATA}loss: mse_loss(1)\noptimizer: adam\nbatch: 3\nask: loss")

    assert found.experiment is not None
    assert (found.experiment.loss, found.experiment.optimizer, found.experiment.batch) == ("mse_loss(1)", "adam", 3)
    assert found.experiment.show is None


def test_a_card_about_counts_has_no_experiment() -> None:
    assert computed(f"{CONV}ask: parameters").experiment is None


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        ("output", Ask("output")),
        ("output of conv1", Ask("output", "conv1")),
        ("output of relu", Ask("output", "relu")),
        ("loss", Ask("loss")),
        ("gradient of input", Ask("gradient", "input")),
        ("gradient of conv1", Ask("gradient", "conv1")),
        ("gradient of conv1.weight", Ask("gradient", "conv1.weight")),
        ("gradient of conv1.input", Ask("gradient", "conv1.input")),
        ("update of conv1.bias", Ask("update", "conv1.bias")),
    ],
)
def test_every_value_can_be_asked(words: str, ask: Ask) -> None:
    found = computed(f"{CONV}{DATA}loss: mse_loss(1)\noptimizer: sgd(lr=1)\nask: {words}")

    assert found.ask == ask
    assert ask.quantity in VALUES


def test_a_given_gradient_stands_for_a_loss() -> None:
    found = computed(
        'network: "1x3x3 | conv1: conv2d(1, 2, bias=False)"\n'
        "data: {input: 0..3, conv1.weight: -1..1, gradient of conv1: -2..2}\nask: gradient of conv1.weight"
    )

    assert found.experiment is not None
    assert found.experiment.data[-1] == ArraySpec("gradient of conv1", values=("-2", "-1", "0", "1", "2"))


@pytest.mark.parametrize(
    ("network", "name"),
    [
        ("2x3x3 | batch_norm2d", "bn1.running_mean"),
        ("2x3x3 | batch_norm2d", "bn.weight"),
        ("2x3x3 | instance_norm2d(affine=True)", "norm1.bias"),
        ("4 | dropout", "dropout1.mask"),
        ("2x3x3 | b: residual(conv2d(2, 1))", "b.conv1.bias"),
        ("2x3x3 | b: residual(conv2d(2, 1))", "output of b"),
        ("2x3x3 | b: residual(conv2d(2, 1))", "gradient of b.conv"),
        ("lenet5", "c1.weight"),
    ],
)
def test_what_a_network_has_can_be_given(network: str, name: str) -> None:
    assert problems(f'type: computed\nnetwork: "{network}"\ndata: {{{name}: 1}}\nask: output\n') == []


@pytest.mark.parametrize(
    ("network", "name"),
    [
        ("2x3x3 | conv2d(1, 2, bias=False)", "conv1.bias"),
        ("2x3x3 | instance_norm2d", "norm1.bias"),
        ("2x3x3 | conv2d(2, 1) | conv2d(2, 1) sharing conv1", "conv2.weight"),
        ("2x3x3 | conv2d(2, 1) | conv2d(2, 1)", "conv.weight"),
        ("2x3x3 | relu", "relu1.mask"),
        ("2x3x3 | relu", "output  of relu1"),
        ("2x3x3 | relu", "loss"),
    ],
)
def test_what_a_network_does_not_have_cannot_be_given(network: str, name: str) -> None:
    found = problems(f'type: computed\nnetwork: "{network}"\ndata: {{{name}: 1}}\nask: output\n')

    assert found == ["decks.no_such_data"]


@pytest.mark.parametrize(
    "condition",
    [
        "distinct(window of conv1)",
        "all(output of relu > 0) or output of conv1 == input",
        "sum(conv1.weight) + 0.5 < min(gradient of conv1.weight)",
        "max(gradient of input) < n and any(gradient of conv1.input != 0)",
    ],
)
def test_conditions_may_look_at_values(condition: str) -> None:
    fields = f'{CONV}{DATA}vars: {{n: 1..3}}\nloss: mse_loss(1)\nask: loss\nrequire: "{condition}"'

    assert computed(fields).require == (condition,)


@pytest.mark.parametrize("quantity", ["output", "loss", "gradient of conv1", "update of conv1.weight"])
def test_no_value_can_be_turned_around(quantity: str) -> None:
    ask = f"vars: {{p: 0..3}}\nask: {{solve: p, for: {quantity}}}\n"

    assert problems(f"type: computed\n{CONV}{DATA}{ask}") == ["decks.ask"]


@pytest.mark.parametrize(
    ("ask", "written", "answer"),
    [
        ("output", "[[1, 2], [3, 0.50]]", "[[1, 2], [3, 0.5]]"),
        ("output", "[[[1], [1/3]]]", "[[[1], [1/3]]]"),
        ("output", "[1, 2]", "[1, 2]"),
        ("output", '"1 2; 3 4"', "1 2; 3 4"),
        ("output_shape", "[1, 2]", "1x2"),
        ("output_size", "[1, 2]", "1x2"),
        ("loss", "0.5", "0.5"),
    ],
)
def test_an_example_answers_as_a_learner_would(ask: str, written: str, answer: str) -> None:
    tests = f"tests: [{{data: {{input: [[1, 2, r], [4, 5, 6], [7, 8, 9]]}}, answer: {written}}}]"
    found = computed(
        f"vars: {{r: 3}}\n{CONV}data: {{input: 0..9, conv1.weight: 1, conv1.bias: 0}}\nloss: mse_loss(0)\n"
        f"ask: {ask}\n{tests}"
    )

    data = {"input": (("1", "2", "r"), ("4", "5", "6"), ("7", "8", "9"))}
    assert found.tests == (VariantTest({"r": "3"}, answer, data),)


def test_a_sheet() -> None:
    found = card(
        f"type: steps\n{CONV}{DATA}loss: mse_loss(0)\n"
        "steps:\n- output of conv1\n- {ask: gradient of conv1.weight, title: {pl: dW, en: dW}}\n"
        "- output_shape\n- loss\n"
        "tests:\n- {data: {input: 1, conv1.weight: 1}, answer: [[[4, 4], [4, 4]], [[8, 8], [8, 8]], [1, 2, 2], 16]}\n"
        "- {data: {input: 1, conv1.weight: 1}, answer: '4 4; 4 4 & & & 16'}\n"
    )

    data = {"input": "1", "conv1.weight": "1"}
    assert isinstance(found, StepsCard)
    assert found.steps == (
        StepSpec(Ask("output", "conv1")),
        StepSpec(Ask("gradient", "conv1.weight"), Text(pl="dW", en="dW")),
        StepSpec(Ask("output_shape")),
        StepSpec(Ask("loss")),
    )
    assert found.tests == (
        VariantTest({}, "[[4, 4], [4, 4]] & [[8, 8], [8, 8]] & 1x2x2 & 16", data),
        VariantTest({}, "4 4; 4 4 & & & 16", data),
    )


def test_a_comparison() -> None:
    found = card(
        "type: compare\nvars: {C: [8, 16]}\nnetworks:\n"
        '  one: "[C, 8, 8] | conv2d(C, 5)"\n'
        "  two: {input: [C, 8, 8], layers: [flatten, relu]}\n"
        "compare: macs\nmost: true\ntolerance: 1 %\ntests: [{vars: {C: 8}, answer: one}]\n"
    )

    assert found == CompareCard(
        id="a",
        question=Text(pl="Q"),
        variables=(Variable("C", values=("8", "16")),),
        tests=(VariantTest({"C": "8"}, "one"),),
        networks={"one": "[C, 8, 8] | conv2d(C, 5)", "two": "[C, 8, 8] | flatten | relu"},
        compare=Ask("macs"),
        most=True,
        tolerance=Percent("1"),
    )


def test_the_ratio_of_a_comparison_is_asked_to_two_places() -> None:
    found = card(
        'type: compare\nnetworks: {one: "3x8x8 | conv2d(8, 5)", two: "3x8x8 | conv2d(8, 3)"}\n'
        "compare: parameters of conv1"
    )

    assert isinstance(found, CompareCard)
    assert (found.compare, found.most, found.tolerance) == (Ask("parameters", "conv1"), False, Decimals(2))

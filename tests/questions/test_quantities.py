"""The quantities of a network, counted by hand, and their names: one list for decks, expressions and commands."""

from __future__ import annotations

from fractions import Fraction

import pytest

from studycards.decks.asking import QUANTITIES, Ask
from studycards.decks.varied_kinds import NETWORK_FUNCTIONS
from studycards.engine.errors import LayerError
from studycards.engine.expressions import evaluate
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.questions.variants.quantities import FUNCTIONS, quantity

NETWORK = "3x32x32 | conv1: conv2d(16, 5, stride=2, padding=2) | bn1: batch_norm2d | relu | max_pool2d(2)"
"""Sizes 16 and 8; 5·5·3·16 = 1200 weights and 16 biases; 16 scales and 16 shifts."""


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask("output_shape"), (16, 8, 8)),
        (Ask("output_shape", "conv1"), (16, 16, 16)),
        (Ask("output_size"), 8),
        (Ask("parameters"), 1_200 + 16 + 32),
        (Ask("trainable"), 1_200 + 16 + 32),
        (Ask("trainable", "bn1"), 32),
        (Ask("weights"), 1_200 + 16),
        (Ask("weights", "conv1"), 1_200),
        (Ask("biases"), 16 + 16),
        (Ask("macs"), 1_200 * 16 * 16),
        (Ask("flops"), 2 * 1_200 * 16 * 16),
        (Ask("flops", "relu"), 0),
        (Ask("receptive_field", "conv1"), 5),
        (Ask("receptive_field"), 5 + 2),
        (Ask("activation_memory", "conv1"), 4 * 16 * 16 * 16),
        (Ask("activation_memory"), 4 * (3 * 16 * 16 * 16 + 16 * 8 * 8)),
    ],
)
def test_every_quantity_is_the_one_counted_by_hand(ask: Ask, expected: object) -> None:
    assert quantity(parse(NETWORK), ask) == expected


def test_sides_that_differ_are_both_given() -> None:
    network = parse("1x28x32 | max_pool2d((2, 4))")

    assert quantity(network, Ask("output_size")) == (14, 8)
    assert quantity(network, Ask("receptive_field")) == (2, 4)


def test_a_group_of_layers_is_asked_as_a_layer() -> None:
    """ResNet-18's first stage: four 3×3 convolutions of 64 channels, each with a batch norm, on 56×56."""
    network = parse("resnet18")

    assert quantity(network, Ask("parameters", "layer1")) == 4 * (9 * 64 * 64 + 2 * 64)
    assert quantity(network, Ask("macs", "layer1")) == 4 * 9 * 64 * 64 * 56 * 56
    assert quantity(network, Ask("receptive_field", "layer1")) == 11 + 4 * 2 * 4


@pytest.mark.parametrize("word", QUANTITIES)
def test_every_quantity_is_a_function_of_expressions(word: str) -> None:
    names = {**FUNCTIONS, "net": parse(NETWORK), "conv1": "conv1"}
    expected = quantity(parse(NETWORK), Ask(word, "conv1"))

    assert evaluate(f"{word}(net, conv1)", names) == expected


def test_decks_know_the_same_functions_as_questions() -> None:
    assert set(FUNCTIONS) == set(NETWORK_FUNCTIONS)


def test_memory_in_kibibytes_is_a_matter_of_an_expression() -> None:
    """Family C05 of the course's plan: a batch of 8 maps 16×32×32 of float32 takes 512 KiB."""
    names = {**FUNCTIONS, "net": parse("3x32x32 | conv1: conv2d(16, 3, padding=1)"), "conv1": "conv1"}

    assert evaluate("8 * activation_memory(net, conv1) / 1024", names) == Fraction(512)


def test_what_is_no_quantity_is_refused_with_those_that_are() -> None:
    with pytest.raises(StudycardsError) as refusal:
        quantity(parse(NETWORK), Ask("memory"))

    assert refusal.value.values["known"] == ", ".join(QUANTITIES)


def test_an_unknown_layer_is_refused() -> None:
    with pytest.raises(LayerError):
        quantity(parse(NETWORK), Ask("macs", "conv2"))


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("macs", Ask("macs")),
        ("  receptive_field   of conv2 ", Ask("receptive_field", "conv2")),
        ("macs conv1", None),
        ("wheight", None),
        ("", None),
    ],
)
def test_words_are_read_as_what_they_ask(text: str, ask: Ask | None) -> None:
    assert Ask.of_words(text) == ask

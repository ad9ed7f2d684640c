"""Activation memory and counts: by the stated conventions, layer by layer and in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.counts import Counts
from studycards.engine.memory import Memory
from studycards.engine.notation import parse
from studycards.engine.summary import summary

if TYPE_CHECKING:
    from studycards.engine.network import Network
    from studycards.engine.summary import Row

NETWORK = parse(
    "3x8x8 | conv2d(4, 3, padding=1) | batch_norm2d | relu | max_pool2d(2) | flatten | dropout | linear(10)"
)


def test_each_output_counts_once() -> None:
    """4·8·8 = 256 three times, 4·4·4 = 64 three times, and 10."""
    memory = NETWORK.activation_memory()

    assert memory.elements == 3 * 256 + 3 * 64 + 10
    assert memory.bytes() == 4 * memory.elements
    assert memory.bytes(8) == 8 * memory.elements


def test_what_the_backward_pass_needs_is_kept() -> None:
    """Kept: what enters batch norm (256), what leaves relu (256), what enters the linear layer (64).

    Besides, one choice for each of 64 maxima, and for each of 64 values a mask of dropout.
    """
    assert NETWORK.activation_memory() == Memory(970, 576, 128)
    assert NETWORK.activation_memory().bytes_kept() == 4 * (576 + 128)


@pytest.mark.parametrize(
    ("name", "memory"),
    [
        ("conv1", Memory(256, 256, 0)),
        ("bn1", Memory(256, 0, 0)),
        ("relu1", Memory(256, 256, 0)),
        ("pool1", Memory(64, 0, 64)),
        ("dropout1", Memory(64, 64, 64)),
        ("fc1", Memory(10, 0, 0)),
    ],
)
def test_a_layer_has_the_memory_of_its_output(name: str, memory: Memory) -> None:
    assert NETWORK.activation_memory(name) == memory


def test_a_value_that_several_layers_need_is_kept_once() -> None:
    network = parse("3x8x8 | conv2d(4, 1) | concat(conv2d(2, 1), conv2d(2, 1)) | multiply(identity, identity)")

    assert network.activation_memory("conv1").kept == 256
    assert network.activation_memory("concat1").kept == 256


def test_weights_biases_buffers_and_multiply_adds() -> None:
    """conv 4·3·9 + 4, MACs 108·64; batch norm 4 + 4 and two statistics each; linear 10·64 + 10."""
    counts = NETWORK.counts()

    assert counts == Counts(weights=108 + 4 + 640, biases=4 + 4 + 10, buffers=8, macs=6912 + 640)
    assert counts.trainable == NETWORK.parameters() == 770
    assert counts.total == 778
    assert counts.flops == 2 * NETWORK.macs() == 15_104
    assert NETWORK.counts("bn1") == Counts(4, 4, 8, 0)


networks = st.lists(
    st.sampled_from(
        ["conv2d(4, 3, padding=1)", "batch_norm2d", "relu", "residual(conv2d(4, 1) | tanh)", "dropout", "max_pool2d(2)"]
    ),
    min_size=1,
    max_size=5,
).map(lambda steps: parse(" | ".join(["4x64x64", *steps])))


@given(networks)
def test_the_whole_is_the_sum_of_its_layers(network: Network) -> None:
    memories = [network.activation_memory(name) for name in network.names]
    counts = [network.counts(name) for name in network.names]

    assert network.activation_memory() == Memory(*map(sum, zip(*memories, strict=True)))
    assert network.counts() == Counts(*map(sum, zip(*counts, strict=True)))
    assert network.parameters() == sum(map(network.parameters, network.names))
    assert network.macs() == sum(map(network.macs, network.names))


@given(networks)
def test_the_summary_has_a_row_for_each_layer(network: Network) -> None:
    rows = summary(network)

    assert [(row.name, row.layer, row.inputs) for row in rows] == [node[:3] for node in network.nodes]
    assert [row.shape for row in rows] == list(network.shapes)
    assert sum(row.parameters for row in rows) == network.parameters()
    assert sum(row.macs for row in rows) == network.macs()
    assert rows[-1].receptive_field == network.receptive_field()


def test_a_row_of_a_layer_with_borrowed_weights_has_no_parameters() -> None:
    network = parse("1x4x4 | conv2d(1, 3, padding=1) | conv2d(1, 3, padding=1) sharing conv1")
    rows: tuple[Row, ...] = summary(network)

    assert [row.parameters for row in rows] == [10, 0]

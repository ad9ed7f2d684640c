"""An outline knows the arrays of a layer before its numbers are known, and agrees with the layer that they make."""

from __future__ import annotations

import pytest

from studycards.engine.layers import LAYERS, Conv2d, ReLU
from studycards.engine.notation import outline, parse
from studycards.engine.outlines import ARRAYS, Outline

NETWORKS = {
    "conv2d": "2x8x8 | conv2d(4, 3)",
    "conv2d without a bias": "2x8x8 | conv2d(4, 3, bias=False)",
    "conv_transpose2d": "2x8x8 | conv_transpose2d(4, 3)",
    "linear": "8 | linear(4)",
    "batch_norm2d": "2x8x8 | batch_norm2d",
    "instance_norm2d": "2x8x8 | instance_norm2d",
    "affine instance_norm2d": "2x8x8 | instance_norm2d(affine=True)",
    "group_norm": "2x8x8 | group_norm(2)",
    "layer_norm": "2x8x8 | layer_norm",
    "layer_norm2d": "2x8x8 | layer_norm2d",
    "layer_scale": "2x8x8 | layer_scale",
    "local_response_norm": "2x8x8 | local_response_norm(3)",
    "blocks": "2x8x8 | b: residual(conv2d(2, 3, padding=1) | batch_norm2d) | flatten | linear(3)",
    "shared": "2x8x8 | conv2d(2, 1) | conv2d(2, 1) sharing conv1",
    "an architecture": "lenet5",
}


@pytest.mark.parametrize("text", NETWORKS.values(), ids=NETWORKS)
def test_an_outline_has_the_arrays_that_the_layers_learn(text: str) -> None:
    network = parse(text)

    for node in outline(text, ()):
        expected = [*network.parameter_shapes(node.name), *network.layer(node.name).buffer_shapes((2, 8, 8))]
        assert list(node.arrays) == expected


def test_every_layer_that_learns_is_in_the_table() -> None:
    learning = {kind for kind in LAYERS.values() if kind.parameter_shapes is not ReLU.parameter_shapes}
    without = {kind.kind for kind in learning - set(ARRAYS)}

    assert without == {"local_response_norm"}


def test_numbers_need_not_be_known() -> None:
    assert outline("[C, H, H] | conv2d(F, k, bias=False)", ("C", "H", "F", "k")) == (
        Outline("conv1", Conv2d, ("weight",)),
    )

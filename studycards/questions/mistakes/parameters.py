"""Wrong rules for the number of parameters: each is a formula for one kind of layer.

The right ones are kh·kw·(C_in/groups)·C_out + C_out for a convolution, n_in·n_out + n_out for a fully connected
layer, 2C for batch normalization and 0 for pooling.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers import AvgPool2d, BatchNorm2d, Conv2d, Linear, MaxPool2d
from studycards.engine.names import INPUT
from studycards.questions.mistakes.mistake import ParameterMistake
from studycards.questions.solutions.terms import ConvTerms, DenseTerms, windows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network, Node
    from studycards.questions.solutions.terms import Window

_CONVOLUTION: Mapping[str, Callable[[ConvTerms], int]] = {
    "par.no_bias": lambda c: c.weights,
    "par.one_bias": lambda c: c.weights + c.bias,
    "par.bias_cin": lambda c: c.weights + c.bias * c.c_in,
    "par.bias_per_pair": lambda c: c.weights + c.bias * c.depth * c.c_out,
    "par.no_cin": lambda c: c.kh * c.kw * c.c_out + c.biases,
    "par.no_cout": lambda c: c.filter_weights + c.bias,
    "par.k_not_squared": lambda c: c.weights // (c.kw if c.kw == c.kh else 1) + c.biases,
    "par.times_positions": lambda c: (c.weights + c.biases) * c.positions,
    "par.groups_ignored": lambda c: c.weights * c.groups + c.biases,
    "par.groups_twice": lambda c: c.weights // c.groups + c.biases,
    "par.bias_added": lambda c: c.weights + c.c_out,
    "par.depthwise_only": lambda c: 0 if c.kh == c.kw == 1 else c.weights + c.biases,
}

_DENSE: Mapping[str, Callable[[DenseTerms], int]] = {
    "par.no_bias": lambda d: d.weights,
    "par.one_bias": lambda d: d.weights + d.bias,
    "par.dense_bias_in": lambda d: d.weights + d.bias * d.n_in,
    "par.bias_added": lambda d: d.weights + d.n_out,
    "par.dense_no_flatten": lambda d: d.channels * d.n_out + d.biases,
    "par.gap_as_flatten": lambda d: d.values * d.n_out + d.biases,
}

_NORMALIZATION: Mapping[str, Callable[[Shape], int]] = {
    "par.bn_buffers": lambda shape: 4 * shape[0],
    "par.bn_gamma_only": lambda shape: shape[0],
    "par.bn_per_element": lambda shape: 2 * prod(shape),
}

_POOLING: Mapping[str, Callable[[Shape, Window, Window], int]] = {
    "par.pool_has_weights": lambda shape, height, width: height.k * width.k * shape[0],
}


def _slip(mistake: str, network: Network, node: Node, shape: Shape) -> int | None:
    """Return the count that the rule `mistake` gives for the layer at `node`; None where it says nothing of it."""
    if node.shares:
        return None
    match layer := node.layer:
        case Conv2d() if mistake in _CONVOLUTION:
            return _CONVOLUTION[mistake](ConvTerms.of(layer, shape))
        case Linear() if mistake in _DENSE:
            return _DENSE[mistake](DenseTerms.of(layer, shape, _map_before(network, node)))
        case BatchNorm2d() if mistake in _NORMALIZATION:
            return _NORMALIZATION[mistake](shape)
        case MaxPool2d() | AvgPool2d() if mistake in _POOLING:
            return _POOLING[mistake](shape, *windows(layer, shape))
    return None


def _map_before(network: Network, dense: Node) -> Shape:
    """Return the shape of the map that enters `dense` as a vector, or of its inputs where there is no map."""
    before = {node.name: node for node in network.nodes}
    name, shape = dense.inputs[0], network.shape_before(dense.name)
    while name != INPUT and len(shape) == 1 and not isinstance(before[name].layer, Linear):
        shape = network.shape_before(name)
        name = before[name].inputs[0]
    return shape


@dataclass(frozen=True, slots=True)
class WholeCountMistake(ParameterMistake):
    """A wrong number of all parameters that tells nothing of the weights or of the biases alone."""

    quantities: ClassVar[tuple[str, ...]] = ("parameters", "trainable")


_OF_THE_WHOLE = frozenset({"par.bias_added"})

PARAMETER_MISTAKES = tuple(
    (WholeCountMistake if name in _OF_THE_WHOLE else ParameterMistake)(name, partial(_slip, name))
    for name in {**_CONVOLUTION, **_DENSE, **_NORMALIZATION, **_POOLING}
)

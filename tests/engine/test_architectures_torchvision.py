"""The architectures against torchvision's: every parameter in its place, every multiply-add, and what comes out."""

from __future__ import annotations

import json
from math import prod, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pytest

from studycards.engine.architectures import build

if TYPE_CHECKING:
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

Array = npt.NDArray[Any]

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "architectures.json").read_text(encoding="utf-8"))


def shorn(shape: Shape) -> Shape:
    """The shape without ones at its end, where a 1x1 convolution and a linear layer differ."""
    while shape[-1] == 1:
        shape = shape[:-1]
    return shape


def learned(network: Network) -> list[tuple[str, Shape]]:
    return [
        (f"{name}.{kind}", shape) for name in network.names for kind, shape in network.parameter_shapes(name).items()
    ]


def drawn(name: str, shape: Shape, seed: int) -> Array:
    """The same values as in the script that made the file: `RandomState` promises never to change its stream."""
    uniform = np.random.RandomState(seed).uniform(-1, 1, shape)
    if len(shape) > 1:
        return np.asarray(uniform * sqrt(6 / prod(shape[1:])))
    return np.asarray((1 if name in {"weight", "running_var"} else 0) + uniform / 2)


def arrays(network: Network) -> dict[str, Array]:
    """What the network learns, and the statistics of its batch norms, numbered in the order of the layers."""
    parameters = {
        name: drawn(name.rpartition(".")[2], shorn(shape), seed).reshape(shape)
        for seed, (name, shape) in enumerate(learned(network))
    }
    norms = [node.name for node in network.nodes if node.layer.kind == "batch_norm2d"]
    for seed, name in enumerate(norms, 10_000):
        shape = network.shape_after(name)[:1]
        parameters[f"{name}.running_mean"] = drawn("running_mean", shape, seed)
        parameters[f"{name}.running_var"] = drawn("running_var", shape, seed + 10_000)
    return parameters


@pytest.mark.parametrize("name", GOLDEN["counts"])
def test_parameters_and_multiply_adds_are_those_of_torchvision(name: str) -> None:
    expected = GOLDEN["counts"][name]
    network = build(name, tuple(expected["input"]))

    assert [shorn(shape) for _, shape in learned(network)] == [tuple(shape) for shape in expected["parameters"]]
    assert network.macs() == expected["macs"]


@pytest.mark.parametrize("name", GOLDEN["outputs"])
def test_outputs_are_those_of_torchvision_and_every_value_has_the_inferred_shape(name: str) -> None:
    expected = GOLDEN["outputs"][name]
    shape = tuple(expected["input"])
    network = build(name, shape, num_classes=10)
    image = np.random.RandomState(20261123).uniform(-1, 1, (1, *shape))

    values = network.forward(image, arrays(network))

    for output, numbers in zip(network.outputs, expected["outputs"], strict=True):
        largest = np.abs(numbers).max()
        np.testing.assert_allclose(values[output][0], numbers, rtol=0, atol=1e-11 * largest)
    for node, inferred in zip(network.names, network.shapes, strict=True):
        assert values[node].shape == (1, *inferred)

"""Whole networks: how long their counts take, and a forward pass beside PyTorch's.

Both engines use all cores unless told otherwise; `OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1` compares them on one.
PyTorch is no dependency: where it is not installed, the comparison is skipped.
"""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from studycards.engine import layers
from studycards.engine.architectures import build
from tests.benchmarks.yardstick import here

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt
    from pytest_benchmark.fixture import BenchmarkFixture

    from studycards.engine.network import Network

    Array = npt.NDArray[Any]

ROUNDS = 9

GOALS = {"resnet50": 0.001, "resnet152": None, "densenet201": 0.003}
"""Seconds for building a network, its shapes, counts, receptive field and memory, on the machine of the yardstick."""

MARGIN = 2
"""A slow or busy machine is no defect: the test fails only well beyond the goal."""


def summarise(name: str) -> tuple[object, ...]:
    network = build(name)
    return network.output_shape, network.counts(), network.receptive_field(), network.activation_memory()


@pytest.mark.parametrize("name", GOALS)
def test_everything_that_needs_no_arrays(benchmark: BenchmarkFixture, name: str) -> None:
    goal = GOALS[name]

    benchmark(summarise, name)

    assert goal is None or benchmark.stats.stats.min <= MARGIN * here(goal)  # type: ignore[union-attr]  # set by the run


def random_arrays(network: Network) -> dict[str, Array]:
    """Draw what the network learns, and statistics of its batch norms, so that values neither grow nor vanish."""
    random = np.random.default_rng(1)
    arrays = {}
    for name in network.names:
        for kind, shape in network.parameter_shapes(name).items():
            scale = np.sqrt(2 / np.prod(shape[1:])) if len(shape) > 1 else 0.1
            arrays[f"{name}.{kind}"] = (random.standard_normal(shape) * scale).astype(np.float32)
        for kind, shape in network.layer(name).buffer_shapes(network.shape_before(name)).items():
            arrays[f"{name}.{kind}"] = np.full(shape, 1 if kind == "running_var" else 0, np.float32)
    return arrays


def torch_forward(network: Network, x: Any, arrays: dict[str, Any]) -> Any:  # noqa: ANN401 - PyTorch has no types here
    """Return what PyTorch computes along the same graph."""
    import torch.nn.functional as F  # type: ignore[import-not-found]  # noqa: N812, PLC0415 - as everyone calls it

    values = {"input": x}
    for node in network.nodes:
        first, *others = (values[name] for name in node.inputs)
        of = {kind: arrays.get(f"{node.name}.{kind}") for kind in ("weight", "bias", "running_mean", "running_var")}
        match node.layer:
            case layers.Conv2d(stride=stride, padding=padding):
                y = F.conv2d(first, of["weight"], of["bias"], stride, padding)
            case layers.BatchNorm2d():
                y = F.batch_norm(first, of["running_mean"], of["running_var"], of["weight"], of["bias"])
            case layers.ReLU():
                y = F.relu(first)
            case layers.MaxPool2d(kernel_size=kernel_size, stride=stride, padding=padding):
                y = F.max_pool2d(first, kernel_size, stride, padding)
            case layers.Add():
                y = first + others[0]
            case layers.AdaptiveAvgPool2d(output_size=size):
                y = F.adaptive_avg_pool2d(first, size)
            case layers.Flatten():
                y = first.flatten(1)
            case layers.Linear():
                y = F.linear(first, of["weight"], of["bias"])
            case other:
                raise NotImplementedError(other.kind)
        values[node.name] = y
    return values[network.outputs[0]]


def seconds(function: Callable[[], object]) -> float:
    started = time.perf_counter()
    function()
    return time.perf_counter() - started


def test_the_forward_pass_of_resnet18_against_pytorch(benchmark: BenchmarkFixture) -> None:
    torch = pytest.importorskip("torch")
    network = build("resnet18")
    arrays = random_arrays(network)
    image = np.random.default_rng(2).standard_normal((1, *network.input_shape)).astype(np.float32)
    tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
    ratios: list[float] = []

    def ours() -> Array:
        return network.forward(image, arrays)[network.outputs[0]]

    def theirs() -> Any:  # noqa: ANN401 - PyTorch has no types here
        with torch.inference_mode():
            return torch_forward(network, torch.from_numpy(image), tensors)

    def pair() -> None:
        mine = seconds(ours)
        ratios.append(mine / seconds(theirs))

    benchmark.pedantic(pair, rounds=ROUNDS, warmup_rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types here
    benchmark.extra_info["ratio"] = round(median(ratios), 2)
    expected = theirs().numpy()

    assert np.abs(ours() - expected).max() <= 1e-4 * np.abs(expected).max()
    assert median(ratios) <= 3

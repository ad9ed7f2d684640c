"""The operations on layers of usual sizes against PyTorch, both on one thread; and the size of a question by itself.

PyTorch is no dependency: without it the comparisons are skipped. Threads are counted when NumPy is imported, so each
comparison runs in a process of its own: `python tests/benchmarks/test_engine_functional.py NAME` prints its ratios.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

from studycards.engine import functional as F  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 15
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
DENSE, DEPTHWISE, AHEAD = 2.5, 7, 1
"""How much longer than PyTorch we may take."""

needs_torch = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")

Pairs = dict[str, tuple["Callable[[], object]", "Callable[[], object]"]]
"""By name: a computation of ours and the same one of PyTorch."""


class Convolution(NamedTuple):
    """A layer of a published network, or of one for small images."""

    x: tuple[int, int, int, int]
    weight: tuple[int, int, int, int]
    stride: int = 1
    padding: int = 0
    groups: int = 1

    def pairs(self, torch: Any) -> Pairs:  # noqa: ANN401 - PyTorch comes without being a dependency
        x, weight = random(*self.x), random(*self.weight)
        options = {"stride": self.stride, "padding": self.padding, "groups": self.groups}
        dy = random(*F.conv2d(x, weight, **options).shape)  # type: ignore[arg-type]
        tensors = tuple(map(torch.from_numpy, (dy, x, weight)))
        per_axis = ([self.stride] * 2, [self.padding] * 2, [1, 1], False, [0, 0], self.groups)
        return {
            "forward": (
                lambda: F.conv2d(x, weight, **options),  # type: ignore[arg-type]
                lambda: torch.nn.functional.conv2d(*tensors[1:], **options),
            ),
            "backward": (
                lambda: F.conv2d_backward(dy, x, weight, **options),  # type: ignore[arg-type]
                lambda: torch.ops.aten.convolution_backward(*tensors, None, *per_axis, [True, True, False]),
            ),
        }


class Pooling(NamedTuple):
    """A max pooling."""

    x: tuple[int, int, int, int]
    kernel: int
    stride: int
    padding: int

    def pairs(self, torch: Any) -> Pairs:  # noqa: ANN401 - PyTorch comes without being a dependency
        x = random(*self.x)
        tensor = torch.from_numpy(x)
        options = (self.kernel, self.stride, self.padding)
        return {
            "forward": (lambda: F.max_pool2d(x, *options), lambda: torch.nn.functional.max_pool2d(tensor, *options))
        }


COMPARISONS: dict[str, tuple[Convolution | Pooling, float]] = {
    "CIFAR 3x3": (Convolution((32, 64, 32, 32), (64, 64, 3, 3), padding=1), DENSE),
    "CIFAR stem": (Convolution((32, 3, 32, 32), (64, 3, 3, 3), padding=1), DENSE),
    "CIFAR 3x3 by 2": (Convolution((32, 64, 32, 32), (128, 64, 3, 3), stride=2, padding=1), DENSE),
    "CIFAR 1x1": (Convolution((32, 64, 32, 32), (128, 64, 1, 1)), DENSE),
    "LeNet stem": (Convolution((64, 1, 28, 28), (6, 1, 5, 5)), DENSE),
    "ResNet stem": (Convolution((1, 3, 224, 224), (64, 3, 7, 7), stride=2, padding=3), DENSE),
    "ResNet 56x56": (Convolution((1, 64, 56, 56), (64, 64, 3, 3), padding=1), DENSE),
    "ResNet 56x56, a batch": (Convolution((8, 64, 56, 56), (64, 64, 3, 3), padding=1), DENSE),
    "ResNet 28x28, a batch": (Convolution((8, 128, 28, 28), (128, 128, 3, 3), padding=1), DENSE),
    "ResNet 7x7": (Convolution((1, 512, 7, 7), (512, 512, 3, 3), padding=1), DENSE),
    "MobileNet 112x112": (Convolution((1, 32, 112, 112), (32, 1, 3, 3), padding=1, groups=32), DEPTHWISE),
    "MobileNet 14x14": (Convolution((1, 512, 14, 14), (512, 1, 3, 3), padding=1, groups=512), DEPTHWISE),
    "MobileNet by 2": (Convolution((8, 144, 56, 56), (144, 1, 3, 3), stride=2, padding=1, groups=144), DEPTHWISE),
    "VGG pooling": (Pooling((32, 64, 32, 32), 2, 2, 0), AHEAD),
    "ResNet pooling": (Pooling((1, 64, 112, 112), 3, 2, 1), AHEAD),
}


def random(*shape: int) -> Any:  # noqa: ANN401 - an array
    return np.random.default_rng(0).standard_normal(shape, np.float32)


def seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def ratios(name: str) -> dict[str, float]:
    """Return the median ratios of neighbouring runs: the machine's speed drifts, neighbours share it."""
    import torch  # type: ignore[import-not-found] # noqa: PLC0415 - only in the processes that compare

    torch.set_num_threads(1)
    compared, _ = COMPARISONS[name]
    with torch.no_grad():
        return {
            direction: median(seconds(ours) / seconds(theirs) for _ in range(ROUNDS))
            for direction, (ours, theirs) in compared.pairs(torch).items()
        }


@needs_torch
@pytest.mark.parametrize("name", COMPARISONS)
def test_layers_of_usual_size_keep_up_with_pytorch(benchmark: BenchmarkFixture, name: str) -> None:
    command = [sys.executable, __file__, name]

    def compare() -> dict[str, float]:
        printed = subprocess.run(command, check=True, capture_output=True, env=os.environ | ONE_THREAD)
        return dict(json.loads(printed.stdout))

    found = benchmark.pedantic(compare, rounds=1)  # type: ignore[no-untyped-call]  # the plugin has no types here
    benchmark.extra_info |= {direction: round(ratio, 2) for direction, ratio in found.items()}
    _, limit = COMPARISONS[name]

    assert max(found.values()) <= limit, found


@pytest.mark.parametrize("padding", [0, 1])
def test_a_convolution_as_in_a_question_takes_microseconds(benchmark: BenchmarkFixture, padding: int) -> None:
    """A map of 4x4 and a kernel of 3x3 with a bias: the time is recorded, no machine is held to it."""
    x, weight, bias = np.arange(16.0).reshape(1, 1, 4, 4), np.ones((1, 1, 3, 3)), np.ones(1)

    y = benchmark(F.conv2d, x, weight, bias, padding=padding)

    assert y.shape == (1, 1, 2 + 2 * padding, 2 + 2 * padding)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(ratios(sys.argv[1])))

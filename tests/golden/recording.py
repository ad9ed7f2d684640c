"""Record what PyTorch gives, forward and backward: what the scripts beside share.

Run them from the root in an environment of its own, PyTorch is no dependency of ours:

    pip install torch==2.13.0 numpy
    python -m tests.golden.make_functional

The inputs lie on a grid of 1/64, scaled where an average divides, so that float64 and float32 hold every product, sum
and quotient of the linear operations exactly: such results are compared bit for bit. The files are the same each time.

In a file: the inputs by name; `cases`, JSON in UTF-8; `expected`, the results of all cases one after the other, for
each case its output and the `gradients` it names. A case without `dy` is one that PyTorch refuses.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import torch  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy.typing as npt

    Array = npt.NDArray[Any]
    Shape = tuple[int, ...]

TORCH = "2.13.0"
NOT_A_PARAMETER = {"running_mean", "running_var"}
NOT_A_VARIABLE = {"index", "label", "weight"}


class Call(NamedTuple):
    """A function of PyTorch, the shapes of its array arguments and its options.

    `scale` is a multiple of every number that the operation divides by; `steps` is how far the grid goes from 0.
    `holes` takes the place of a third of the values of x: NaN or an infinity. `kinds` says for some arrays what they
    hold instead of numbers on the grid: 'index' is one of four classes, 'probability' lies between 0 and 1, 'certain'
    is 0 or 1, 'label' is 0 or 1 without a gradient, 'share' is part of a sum of 1 along axis 1, 'weight' is 1/2, 1, 2
    or 4.
    """

    function: str
    shapes: Mapping[str, Shape]
    options: Mapping[str, Any]
    scale: int = 1
    steps: int = 128
    holes: float | None = None
    kinds: Mapping[str, str] = MappingProxyType({})


class Inputs:
    """Arrays on the grid, drawn once for each name, shape, scale and number of steps."""

    def __init__(self) -> None:
        self.arrays: dict[str, Array] = {}
        self._random = np.random.default_rng(20261123)
        self._random_kinds = np.random.default_rng(20261124)

    def draw(self, name: str, shape: Shape, call: Call) -> str:
        """Return the key of an array for the argument `name`."""
        if name in call.kinds:
            return self._draw_kind(shape, call.kinds[name])
        holes = f" {call.holes}" if name == "x" and call.holes is not None else ""
        key = f"{name} {'x'.join(map(str, shape))} {call.scale} {call.steps}{holes}"
        if key not in self.arrays:
            steps = self._random.integers(-call.steps, call.steps + 1, shape)
            self.arrays[key] = (abs(steps) + 16 if name == "running_var" else steps) / 64 * call.scale
            if holes:
                self.arrays[key][self._random.random(shape) < 1 / 3] = call.holes
        return key

    def _draw_kind(self, shape: Shape, kind: str) -> str:
        """Return the key of an array of a kind, the same one for each argument."""
        key = f"{kind} {'x'.join(map(str, shape))}"
        if key not in self.arrays:
            self.arrays[key] = drawn(kind, shape, self._random_kinds)
        return key


def drawn(kind: str, shape: Shape, random: np.random.Generator) -> Array:
    """Return an array of a kind that `Call` describes."""
    match kind:
        case "index":
            return random.integers(0, 4, shape)
        case "probability":
            return random.integers(1, 64, shape) / 64
        case "certain" | "label":
            return random.integers(0, 2, shape).astype(float)
        case "weight":
            weights: Array = 2.0 ** random.integers(-1, 3, shape)
            return weights
        case "share":
            shares = random.integers(0, 5, shape) / 16
            shares[:, 0] = 1 - shares[:, 1:].sum(1)
            return shares
    raise AssertionError(kind)


def record(name: str, calls: Iterable[Call], functions: Mapping[str, Callable[..., Any]]) -> None:
    """Write the file `name`: what the `functions` of PyTorch return for the calls of them."""
    assert torch.__version__.split("+")[0] == TORCH, f"these values are those of PyTorch {TORCH}"
    inputs = Inputs()
    cases, results = zip(*(run(call, inputs, functions) for call in calls), strict=True)
    expected = np.concatenate([array.ravel() for arrays in results for array in arrays])
    text = np.frombuffer(json.dumps(cases).encode(), np.uint8)
    arrays: dict[str, Any] = {"cases": text, "expected": expected} | inputs.arrays
    np.savez_compressed(Path(__file__).with_name(name), **arrays)


def run(call: Call, inputs: Inputs, functions: Mapping[str, Callable[..., Any]]) -> tuple[dict[str, Any], list[Array]]:
    """Return a call as a case, and the output and the gradients of what it has gradients for."""
    keys = {name: inputs.draw(name, shape, call) for name, shape in call.shapes.items()}
    case: dict[str, Any] = {"function": call.function, "inputs": keys, "options": call.options}
    tensors = {name: torch.tensor(inputs.arrays[key]) for name, key in keys.items()}
    parameters = {
        name: tensor.requires_grad_()
        for name, tensor in tensors.items()
        if name not in NOT_A_PARAMETER and call.kinds.get(name) not in NOT_A_VARIABLE
    }
    x = tensors.pop("x")
    try:
        y = functions[call.function](x, **tensors, **call.options)
    except (RuntimeError, ValueError, IndexError):
        return case, []
    dy = inputs.draw("dy", tuple(y.shape), call)
    y.backward(torch.tensor(inputs.arrays[dy]))
    results = [y.detach().numpy(), *(parameter.grad.numpy() for parameter in parameters.values())]
    return case | {"dy": dy, "gradients": list(parameters)}, results

"""Record what PyTorch gives for dense blocks as the paper and torchvision build them, forward and backward.

Run as the scripts beside it, see `recording`:

    pip install torch==2.13.0 numpy
    python -m tests.golden.make_dense_block

In the file, for each block: `x`, `dy` and the parameters by the names that our network gives them, then `y` and the
gradient of each of these. Norms take the statistics of the batch, as in training.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found]
import torch.nn.functional as F  # type: ignore[import-not-found]  # noqa: N812 - as everyone calls it

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

TORCH = "2.13.0"

BLOCKS: dict[str, tuple[int, int, int | None]] = {
    "3, 4": (3, 4, 4),
    "2, 3, bn_size=2": (2, 3, 2),
    "2, 5, bn_size=None": (2, 5, None),
}
"""For each text of a call: layers, growth rate, and bottleneck channels for each new channel."""

CHANNELS = 6
BATCH, SIZE = 2, 5


def parameters(layers: int, growth: int, bottleneck: int | None, random: np.random.Generator) -> dict[str, Array]:
    """Return the weights of the norms and convolutions, which are numbered through."""
    drawn: dict[str, Array] = {}
    number = 0
    for layer in range(layers):
        channels = CHANNELS + layer * growth
        widths = (
            [(channels, growth, 3)]
            if bottleneck is None
            else [(channels, bottleneck * growth, 1), (bottleneck * growth, growth, 3)]
        )
        for before, after, kernel in widths:
            number += 1
            drawn[f"bn{number}.weight"] = random.normal(1, 0.3, before)
            drawn[f"bn{number}.bias"] = random.normal(0, 0.3, before)
            drawn[f"conv{number}.weight"] = random.normal(0, 0.3, (after, before, kernel, kernel))
    return drawn


def block(x: Any, weights: dict[str, Any], layers: int, *, squeezes: bool) -> Any:  # noqa: ANN401 - tensors
    """Return what a dense block gives: each layer sees the maps of all layers before it."""
    features = [x]
    number = 0
    for _ in range(layers):
        y = torch.cat(features, 1)
        for _ in range(2 if squeezes else 1):
            number += 1
            scale, shift, kernel = (
                weights[name] for name in (f"bn{number}.weight", f"bn{number}.bias", f"conv{number}.weight")
            )
            y = F.relu(F.batch_norm(y, None, None, scale, shift, training=True))
            y = F.conv2d(y, kernel, padding=kernel.shape[-1] // 2)
        features.append(y)
    return torch.cat(features, 1)


def main() -> None:
    """Write the file."""
    assert torch.__version__.split("+")[0] == TORCH, f"these values are those of PyTorch {TORCH}"
    random = np.random.default_rng(20261130)
    recorded: dict[str, Any] = {}
    for call, (layers, growth, bottleneck) in BLOCKS.items():
        given = {"x": random.normal(size=(BATCH, CHANNELS, SIZE, SIZE))} | parameters(
            layers, growth, bottleneck, random
        )
        tensors = {name: torch.tensor(array, requires_grad=True) for name, array in given.items()}
        y = block(tensors["x"], tensors, layers, squeezes=bottleneck is not None)
        dy = random.normal(size=tuple(y.shape))
        y.backward(torch.tensor(dy))
        recorded |= {f"{call}: {name}": array for name, array in (given | {"dy": dy, "y": y.detach().numpy()}).items()}
        recorded |= {f"{call}: gradient of {name}": tensor.grad.numpy() for name, tensor in tensors.items()}
    np.savez_compressed(Path(__file__).parent / "networks" / "dense_block.npz", **recorded)


if __name__ == "__main__":
    main()

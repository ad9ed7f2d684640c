"""Make `optim.json`: where the optimisers of PyTorch go. Run it as `recording` says.

In the file: the `parameter` to begin with, the `gradients` of the steps, and `cases`: the optimiser, its options and
the parameter after each step. One number has gradients of 0 alone, another one large ones.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.golden.recording import Array

STEPS = 5
"""Enough for momentum, running means and their corrections to be seen."""

OPTIMIZERS: dict[str, list[dict[str, Any]]] = {
    "SGD": [
        {},
        {"lr": 0.5},
        {"lr": 0.1, "momentum": 0.9},
        {"lr": 0.1, "momentum": 0.9, "dampening": 0.5},
        {"lr": 0.1, "momentum": 0.5, "nesterov": True},
        {"lr": 0.1, "weight_decay": 0.25},
        {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1},
    ],
    "Adam": [
        {},
        {"lr": 0.1, "betas": [0.5, 0.75]},
        {"lr": 0.1, "eps": 0.1},
        {"lr": 0.01, "weight_decay": 0.1},
    ],
    "AdamW": [{}, {"lr": 0.1, "weight_decay": 0.25}, {"lr": 0.1, "betas": [0.0, 0.0], "weight_decay": 0}],
    "RMSprop": [
        {},
        {"lr": 0.1, "alpha": 0.5, "eps": 0.01},
        {"lr": 0.1, "momentum": 0.9},
        {"lr": 0.1, "centered": True},
        {"lr": 0.1, "centered": True, "momentum": 0.5, "weight_decay": 0.1},
    ],
}


def visited(name: str, options: Mapping[str, Any], parameter: Array, gradients: Array) -> list[Any]:
    """Return the parameter after each step of an optimiser."""
    tensor = torch.tensor(parameter).requires_grad_()
    optimizer = getattr(torch.optim, name)([tensor], **options)
    places = []
    for gradient in gradients:
        tensor.grad = torch.tensor(gradient)
        optimizer.step()
        places.append(tensor.tolist())
    return places


def main() -> None:
    """Write the file."""
    random = np.random.default_rng(20261125)
    parameter = random.integers(-128, 129, (2, 3)) / 64
    gradients = random.integers(-128, 129, (STEPS, 2, 3)) / 64
    gradients[:, 0, 0] = 0
    gradients[:, 1, 2] *= 512
    cases = [
        {"optimizer": name, "options": options, "visited": visited(name, options, parameter, gradients)}
        for name, choices in OPTIMIZERS.items()
        for options in choices
    ]
    golden = {"parameter": parameter.tolist(), "gradients": gradients.tolist(), "cases": cases}
    Path(__file__).with_name("optim.json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

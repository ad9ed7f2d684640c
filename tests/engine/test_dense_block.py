"""A dense block gives what PyTorch gives, forward and backward; `tests.golden.make_dense_block` recorded it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studycards.engine.notation import parse

GOLDEN = Path(__file__).parent.parent / "golden" / "networks" / "dense_block.npz"

CALLS = ("3, 4", "2, 3, bn_size=2", "2, 5, bn_size=None")


def test_each_recorded_block_is_compared() -> None:
    with np.load(GOLDEN) as recorded:
        assert {name.partition(":")[0] for name in recorded} == set(CALLS)


@pytest.mark.parametrize("call", CALLS)
def test_a_dense_block_equals_that_of_pytorch(call: str) -> None:
    with np.load(GOLDEN) as file:
        recorded = {name.partition(": ")[2]: file[name] for name in file if name.startswith(f"{call}: ")}
    network = parse(f"6x5x5 | dense_block({call})")
    learned = {f"{node}.{array}" for node in network.names for array in network.parameter_shapes(node)}
    weights = {name: recorded[name] for name in learned}

    values = network.forward(recorded["x"], weights)
    gradients = network.backward(recorded["dy"], values, weights)

    assert learned == {name for name in recorded if name.endswith(("weight", "bias")) and " " not in name}
    np.testing.assert_allclose(values[network.outputs[0]], recorded["y"], rtol=1e-11, atol=1e-12)
    np.testing.assert_allclose(gradients["input"], recorded["gradient of x"], rtol=1e-10, atol=1e-11)
    for name in learned:
        np.testing.assert_allclose(gradients[name], recorded[f"gradient of {name}"], rtol=1e-10, atol=1e-11)

"""The operations give what PyTorch gives, forward and backward. `tests/golden/make_functional.py` made the values."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest

from studycards.engine import functional
from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array

GOLDEN = Path(__file__).parents[1] / "golden" / "functional.npz"
ROUNDED = {"batch_norm", "leaky_relu", "sigmoid", "softmax", "tanh"}
"""Operations whose results are no multiples of the grid."""


class Case(NamedTuple):
    """A call, and what PyTorch returned: the output and the gradients by argument; None where it refused."""

    function: str
    inputs: dict[str, Array]
    options: dict[str, Any]
    dy: Array | None
    y: Array | None
    gradients: dict[str, Array]

    def arguments(self, convert: Callable[[Array], Array]) -> dict[str, Any]:
        return {name: convert(array) for name, array in self.inputs.items()} | self.options


def read_cases() -> list[Case]:
    with np.load(GOLDEN) as golden:
        arrays = dict(golden)
    results = iter(arrays["expected"])

    def next_result(shape: tuple[int, ...]) -> Array:
        return np.fromiter(results, float, count=int(np.prod(shape))).reshape(shape)

    def read(case: dict[str, Any]) -> Case:
        inputs = {name: arrays[key] for name, key in case["inputs"].items()}
        options = {name: tuple(value) if isinstance(value, list) else value for name, value in case["options"].items()}
        if "dy" not in case:
            return Case(case["function"], inputs, options, None, None, {})
        dy = arrays[case["dy"]]
        y = next_result(dy.shape)
        gradients = {name: next_result(x.shape) for name, x in inputs.items() if not name.startswith("running_")}
        return Case(case["function"], inputs, options, dy, y, gradients)

    cases = [read(case) for case in json.loads(bytes(arrays["cases"]))]
    assert next(results, None) is None
    return cases


CASES = read_cases()
ANSWERED = [case for case in CASES if case.dy is not None]
REFUSED = [case for case in CASES if case.dy is None]
RATIONAL = [case for case in ANSWERED if case.function not in ROUNDED][::7]


def label(case: Case) -> str:
    return f"{case.function}({', '.join(f'{name}={value}' for name, value in case.options.items())})"


def computed(case: Case, convert: Callable[[Array], Array]) -> dict[str, Array]:
    """Return the output and the gradients of a case, its arrays converted first."""
    assert case.dy is not None
    forward, backward = getattr(functional, case.function), getattr(functional, f"{case.function}_backward")
    gradients: dict[str, Array] = backward(convert(case.dy), **case.arguments(convert))
    return gradients | {"y": forward(**case.arguments(convert))}


def expected(case: Case) -> dict[str, Array]:
    assert case.y is not None
    return {"y": case.y} | case.gradients


def largest(case: Case) -> float:
    """Return the size of what a case adds up: where it cancels, what is left is known no better than this allows."""
    assert case.dy is not None
    return float(abs(case.dy).max())


def test_the_golden_file_covers_every_operation_but_dropout() -> None:
    """Dropout with a given mask has no counterpart in PyTorch."""
    operations = {name for name in functional.__all__ if f"{name}_backward" in functional.__all__}

    assert {case.function for case in ANSWERED} == operations - {"dropout"}


@pytest.mark.parametrize("case", ANSWERED, ids=label)
def test_results_equal_those_of_pytorch(case: Case) -> None:
    """On the grid bit for bit; roots and exponentials to twelve digits."""
    results = computed(case, np.asarray)

    assert results.keys() == expected(case).keys()
    for name, wanted in expected(case).items():
        if case.function in ROUNDED:
            np.testing.assert_allclose(results[name], wanted, rtol=1e-12, atol=1e-15 * largest(case))
        else:
            np.testing.assert_array_equal(results[name], wanted)


@pytest.mark.parametrize("dtype", [np.float32, np.complex128])
@pytest.mark.parametrize("case", ANSWERED[::3], ids=label)
def test_the_kind_of_the_numbers_is_kept(case: Case, dtype: type[np.generic]) -> None:
    """float32 in, float32 out; complex in, complex out; and the same values."""
    results = computed(case, lambda array: array.astype(dtype))

    for name, wanted in expected(case).items():
        assert results[name].dtype == dtype
        if case.function in ROUNDED:
            np.testing.assert_allclose(results[name], wanted, rtol=1e-5, atol=1e-6 * largest(case))
        else:
            np.testing.assert_array_equal(results[name], wanted)


@pytest.mark.parametrize("case", RATIONAL, ids=label)
def test_fractions_stay_exact(case: Case) -> None:
    """An array of `Fraction` gives numbers that are still exact, and never a float."""
    results = computed(case, np.vectorize(Fraction, otypes=[object]))

    for name, wanted in expected(case).items():
        assert all(isinstance(number, Fraction | int) for number in results[name].flat)
        np.testing.assert_array_equal(results[name].astype(float), wanted)


@pytest.mark.parametrize("case", REFUSED, ids=label)
def test_what_pytorch_refuses_is_refused(case: Case) -> None:
    with pytest.raises(LayerError):
        getattr(functional, case.function)(**case.arguments(np.asarray))

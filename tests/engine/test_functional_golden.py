"""The operations give what PyTorch gives, forward and backward. `tests/golden/make_*.py` made the values."""

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

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.npz"))
ROUNDED = {
    "batch_norm",
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "cross_entropy",
    "elu",
    "gelu",
    "group_norm",
    "hardsigmoid",
    "hardswish",
    "instance_norm",
    "interpolate",
    "layer_norm",
    "leaky_relu",
    "local_response_norm",
    "log_softmax",
    "sigmoid",
    "silu",
    "softmax",
    "softplus",
    "tanh",
}
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
        """Return the arguments, their numbers converted; class indices stay whole."""
        arrays = {name: array if array.dtype.kind == "i" else convert(array) for name, array in self.inputs.items()}
        return arrays | self.options

    def is_real(self) -> bool:
        """Return whether the operation has no complex form: the error function of Python takes real numbers."""
        return self.function == "gelu" and self.options.get("approximate") != "tanh"

    def tolerance(self) -> float:
        """Return twelve digits, or seven where PyTorch has a constant in single precision, whatever the numbers are.

        It is 1/6 in the gradient of hardsigmoid, 1e-12 in that of binary_cross_entropy at 0 and 1.
        """
        is_certain = self.function == "binary_cross_entropy" and np.isin(self.inputs["x"], [0, 1]).all()
        return 1e-7 if self.function == "hardsigmoid" or is_certain else 1e-12

    def is_rounded(self) -> bool:
        """Return whether PyTorch rounded on the way: a weighted mean divides by the sum of the weights."""
        is_weighted_mean = "weight" in self.inputs and self.options.get("reduction") == "mean"
        is_mean_of_some = self.options.get("reduction") == "mean" and "ignore_index" in self.options
        return self.function in ROUNDED or is_weighted_mean or is_mean_of_some


def with_tuples(value: Any) -> Any:  # noqa: ANN401 - an option
    """Return an option as it was before JSON, which has lists only."""
    return tuple(map(with_tuples, value)) if isinstance(value, list) else value


def read_cases(file: Path) -> list[Case]:
    with np.load(file) as golden:
        arrays = dict(golden)
    results = iter(arrays["expected"])

    def next_result(shape: tuple[int, ...]) -> Array:
        return np.fromiter(results, float, count=int(np.prod(shape))).reshape(shape)

    def read(case: dict[str, Any]) -> Case:
        inputs = {name: arrays[key] for name, key in case["inputs"].items()}
        options = {name: with_tuples(value) for name, value in case["options"].items()}
        if "dy" not in case:
            return Case(case["function"], inputs, options, None, None, {})
        dy = arrays[case["dy"]]
        y = next_result(dy.shape)
        gradients = {name: next_result(inputs[name].shape) for name in case["gradients"]}
        return Case(case["function"], inputs, options, dy, y, gradients)

    cases = [read(case) for case in json.loads(bytes(arrays["cases"]))]
    assert next(results, None) is None
    return cases


CASES = [case for file in GOLDEN for case in read_cases(file)]
ANSWERED = [case for case in CASES if case.dy is not None]
REFUSED = [case for case in CASES if case.dy is None]
FINITE = [case for case in ANSWERED if all(np.isfinite(array).all() for array in case.inputs.values())]
RATIONAL = [case for case in FINITE if not case.is_rounded()][::7]


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


def test_the_golden_files_cover_every_operation() -> None:
    """Dropout with a given mask and a centre cut out have no counterpart in PyTorch; concat takes a list of arrays."""
    operations = {name for name in functional.__all__ if f"{name}_backward" in functional.__all__}

    assert {case.function for case in ANSWERED} == operations - {"dropout", "crop", "concat"}


@pytest.mark.parametrize("case", ANSWERED, ids=label)
def test_results_equal_those_of_pytorch(case: Case) -> None:
    """On the grid bit for bit; roots and exponentials to twelve digits."""
    results = computed(case, np.asarray)

    assert results.keys() >= expected(case).keys()
    for name, wanted in expected(case).items():
        if case.is_rounded():
            np.testing.assert_allclose(results[name], wanted, rtol=case.tolerance(), atol=1e-15 * largest(case))
        else:
            np.testing.assert_array_equal(results[name], wanted)


@pytest.mark.parametrize("dtype", [np.float32, np.complex128])
@pytest.mark.parametrize("case", [case for case in ANSWERED[::3] if not case.is_real()], ids=label)
def test_the_kind_of_the_numbers_is_kept(case: Case, dtype: type[np.generic]) -> None:
    """float32 in, float32 out; complex in, complex out; and the same values."""
    results = computed(case, lambda array: array.astype(dtype))

    for name, wanted in expected(case).items():
        assert results[name].dtype == dtype
        if case.is_rounded():
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


@pytest.mark.parametrize("case", {case.function: case for case in ANSWERED}.values(), ids=label)
def test_a_gradient_of_another_shape_than_the_output_is_refused(case: Case) -> None:
    assert case.dy is not None
    too_long = np.zeros((*case.dy.shape[:-1], case.dy.shape[-1] + 1) if case.dy.shape else (1,))

    with pytest.raises(LayerError) as refusal:
        getattr(functional, f"{case.function}_backward")(too_long, **case.arguments(np.asarray))

    assert refusal.value.key == "engine.gradient_shape"


@pytest.mark.parametrize("case", REFUSED, ids=label)
def test_what_pytorch_refuses_is_refused(case: Case) -> None:
    with pytest.raises(LayerError):
        getattr(functional, case.function)(**case.arguments(np.asarray))

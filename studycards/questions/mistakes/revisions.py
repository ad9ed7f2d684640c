"""How wrong rules change an operation: other weights, other options, another way forward or back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.operations import Operation

    Revision = Callable[[Operation], Operation]
    Backward = Callable[..., Gradients]


def engine() -> ModuleType:
    """Return the functions of the engine."""
    from studycards.engine import functional  # noqa: PLC0415 - NumPy costs 75 ms, and rules are listed without it

    return functional


def with_weight(change: Callable[[Array], Array]) -> Revision:
    """Compute with a changed weight."""
    return lambda operation: operation._replace(arguments=(change(operation.arguments[0]), *operation.arguments[1:]))


def with_bias(change: Callable[[Array, Array], Array | None]) -> Revision:
    """Compute with what `change` makes of the weight and the bias, in the place of the bias."""

    def revise(operation: Operation) -> Operation:
        weight, bias = operation.arguments
        return operation._replace(arguments=(weight, change(weight, bias)))

    return revise


def with_options(**options: Any) -> Revision:  # noqa: ANN401 - the options of any layer
    """Compute with other options."""
    return lambda operation: operation._replace(options={**operation.options, **options})


def computing(forward: Callable[..., Array]) -> Revision:
    """Compute by another function, which takes what the right one takes."""
    return lambda operation: operation._replace(forward=forward)


def entered_by(change: Callable[[Array], Array]) -> Revision:
    """Compute rightly, but of a changed input."""

    def revise(operation: Operation) -> Operation:
        return operation._replace(
            forward=lambda x, *arguments, **options: operation.forward(change(x), *arguments, **options)
        )

    return revise


def sending(change: Callable[..., Gradients]) -> Revision:
    """Send other gradients back: those that `change` gives, for the right backward and for what that one takes."""

    def revise(operation: Operation) -> Operation:
        def backward(dy: Array, *arguments: Any, **options: Any) -> Gradients:  # noqa: ANN401 - as every backward
            right = operation.backward(dy, *arguments, **options)
            return {**right, **change(operation.backward, dy, *arguments, **options)}

        return operation._replace(backward=backward)

    return revise


def sending_changed(name: str, change: Callable[[Array], Array]) -> Revision:
    """Send the right gradients back, but that of `name` changed; of a layer without it, nothing changes."""

    def revise(operation: Operation) -> Operation:
        def backward(*arguments: Any, **options: Any) -> Gradients:  # noqa: ANN401 - as every backward
            right = operation.backward(*arguments, **options)
            return {array: change(gradient) if array == name else gradient for array, gradient in right.items()}

        return operation._replace(backward=backward)

    return revise


def rotated(kernel: Array) -> Array:
    """Return kernels turned by 180°."""
    return kernel[..., ::-1, ::-1]


def transposed(kernel: Array) -> Array:
    """Return kernels with rows and columns exchanged."""
    return kernel.swapaxes(-1, -2)


def ones(array: Array) -> Array:
    """Return 1 in each cell."""
    return 0 * array + 1

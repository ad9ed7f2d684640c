"""Wrong rules for the gradients of pooling, activations, norms, flattening and sums of branches."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from studycards.engine.layers import (
    Add,
    AvgPool2d,
    BatchNorm2d,
    Flatten,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    MaxPool2d,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from studycards.questions.mistakes.conditions import (
    has_area,
    has_channels,
    has_rows,
    is_dilated,
    overlaps,
    takes_batch_statistics,
)
from studycards.questions.mistakes.revisions import engine, sending, sending_changed, transposed
from studycards.questions.mistakes.values import BackwardMistake, LayerRule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.questions.mistakes.revisions import Backward, Revision
    from studycards.questions.mistakes.values import Site


def _by_input(change: Callable[[Array, Array], Array]) -> Revision:
    """Send back what `change` makes of dy and x."""
    return sending(lambda _, dy, x, *__, **___: {"x": change(dy, x)})


def _by_output(change: Callable[[Array, Array, Callable[[Array], Array]], Array]) -> Revision:
    """Send back what `change` makes of dy, the output y and the function that gave it."""

    def revised(function: Callable[[Array], Array]) -> Revision:
        return _by_input(lambda dy, x: change(dy, function(x), function))

    return lambda operation: revised(operation.forward)(operation)


def _shared_out(divisor: int | None) -> Revision:
    """Send `dy` to all cells of a window of max pooling, divided by its area or by another number."""

    def change(_: Backward, dy: Array, x: Array, *, dilation: object, **options: object) -> Gradients:  # noqa: ARG001 - means have none
        dx: Gradients = engine().avg_pool2d_backward(dy, x, **options, divisor_override=divisor)
        return dx

    return sending(change)


def _to_all(dy: Array, x: Array) -> Array:
    """Return dy (N, C) copied to all cells of its map."""
    dx: Array = dy.reshape(*dy.shape, 1, 1) + 0 * x
    return dx


def _to_largest(_: Backward, dy: Array, x: Array, **options: object) -> Gradients:
    """Send the gradient of a mean to the largest cell alone."""
    del options["count_include_pad"]
    dx: Gradients = engine().max_pool2d_backward(dy, x, **options)
    return dx


def _winners(send: Backward, dy: Array, x: Array, *given: object, **options: object) -> Gradients:
    """Write the maxima themselves where their gradients belong."""
    return {"x": (send(0 * dy + 1, x, *given, **options)["x"] > 0) * x}


def _overwritten(send: Backward, dy: Array, x: Array, **options: object) -> Gradients:
    """Let a later window overwrite what an earlier one gave the same cell."""
    dx = 0 * x
    for i, j in product(*map(range, dy.shape[2:])):
        one = 0 * dy
        one[:, :, i, j] = 1
        won = send(one, x, **options)["x"]
        dx = dx * (1 - won) + won * dy[:, :, i, j].reshape(*dy.shape[:2], 1, 1)
    return {"x": dx}


def _statistics_constant(*, mean_moves: bool) -> Revision:
    """Take the variance, and unless `mean_moves` the mean, for constants."""

    def change(
        _: Backward,
        dy: Array,
        x: Array,
        _mean: Array | None,
        _var: Array | None,
        weight: Array,
        *__: object,
        eps: float,
        **___: object,
    ) -> Gradients:
        axes = (0, *range(2, x.ndim))
        centred = dy - dy.mean(axes, keepdims=True) if mean_moves else dy
        scale = weight / (x.var(axes) + float(eps)) ** 0.5
        return {"x": centred * scale.reshape(-1, *[1] * (x.ndim - 2))}

    return sending(change)


def _is_dense_window(site: Site) -> bool:
    return not is_dilated(site)


_RULES: Mapping[str, tuple[LayerRule, ...]] = {
    "bwd.maxpool_all": (
        LayerRule((MaxPool2d,), _shared_out(1), _is_dense_window),
        LayerRule((GlobalMaxPool2d,), _by_input(_to_all)),
    ),
    "bwd.maxpool_spread": (
        LayerRule((MaxPool2d,), _shared_out(None), _is_dense_window),
        LayerRule((GlobalMaxPool2d,), _by_input(lambda dy, x: _to_all(dy, x) / x[0, 0].size)),
    ),
    "bwd.maxpool_writes_x": (LayerRule((MaxPool2d, GlobalMaxPool2d), sending(_winners)),),
    "bwd.overlap_overwritten": (LayerRule((MaxPool2d,), sending(_overwritten), overlaps),),
    "bwd.avgpool_no_div": (
        LayerRule(
            (AvgPool2d,),
            sending(lambda send, dy, x, **options: send(dy, x, **options, divisor_override=1)),
        ),
    ),
    "bwd.avgpool_as_max": (LayerRule((AvgPool2d,), sending(_to_largest)),),
    "bwd.gap_no_div": (LayerRule((GlobalAvgPool2d,), _by_input(_to_all), has_area),),
    "bwd.gap_by_channels": (
        LayerRule((GlobalAvgPool2d,), _by_input(lambda dy, x: _to_all(dy, x) / x.shape[1]), has_channels),
    ),
    "bwd.relu_no_mask": (LayerRule((ReLU,), _by_input(lambda dy, _: dy)),),
    "bwd.relu_zero_is_one": (LayerRule((ReLU,), _by_input(lambda dy, x: dy * (x >= 0))),),
    "bwd.relu_mask_on_grad": (LayerRule((ReLU,), _by_input(lambda dy, _: dy * (dy > 0))),),
    "bwd.relu_times_x": (LayerRule((ReLU,), _by_input(lambda dy, x: dy * x)),),
    "bwd.sigmoid_at_activation": (
        LayerRule((Sigmoid,), _by_output(lambda dy, y, sigmoid: dy * sigmoid(y) * (1 - sigmoid(y)))),
    ),
    "bwd.sigmoid_raw": (LayerRule((Sigmoid,), _by_output(lambda dy, y, _: dy * y)),),
    "bwd.tanh_pre": (LayerRule((Tanh,), _by_input(lambda dy, x: dy * (1 - x * x))),),
    "bwd.softmax_no_common": (LayerRule((Softmax,), _by_output(lambda dy, y, _: dy * y)),),
    "bwd.softmax_diagonal": (LayerRule((Softmax,), _by_output(lambda dy, y, _: dy * y * (1 - y))),),
    "bwd.flatten_by_columns": (
        LayerRule((Flatten,), _by_input(lambda dy, x: transposed(dy.reshape(transposed(x).shape))), has_rows),
    ),
    "bwd.flatten_divided": (
        LayerRule((Flatten,), sending(lambda send, dy, x: {"x": send(dy, x)["x"] / x[0, 0].size}), has_area),
    ),
    "bwd.residual_overwrite": (
        LayerRule((Add,), sending(lambda _, dy, *xs: {f"x{n}": 0 * dy for n in range(1, len(xs))})),
    ),
    "bwd.residual_main_missing": (LayerRule((Add,), sending_changed("x0", lambda dx: 0 * dx)),),
    "bwd.bn_stats_const": (LayerRule((BatchNorm2d,), _statistics_constant(mean_moves=False), takes_batch_statistics),),
    "bwd.bn_variance_const": (
        LayerRule((BatchNorm2d,), _statistics_constant(mean_moves=True), takes_batch_statistics),
    ),
}

LAYER_GRADIENT_MISTAKES = tuple(BackwardMistake(name, rules) for name, rules in _RULES.items())

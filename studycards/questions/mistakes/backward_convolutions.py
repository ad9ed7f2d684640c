"""Wrong rules for the gradients of convolutions and dense layers.

The right ones: dw[f, c, k, l] = Σ dy[f, i, j]·x[c, i·s + k·d, j·s + l·d] over i, j and the examples; that cell of the
padded x collects dy[f, i, j]·w[f, c, k, l]; db[f] = Σ dy[f, i, j]. Of a dense layer dw = dy·xᵀ, dx = wᵀ·dy, db = dy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.layers import Conv2d, ConvTranspose2d, Linear
from studycards.engine.windows import pair
from studycards.questions.mistakes.conditions import (
    has_area,
    has_batch,
    has_bias,
    has_one_filter,
    has_wide_kernel,
    is_depthwise,
    is_pointwise,
    is_single,
    is_square_dense,
    is_strided,
    is_ungrouped,
    is_used_again,
    is_used_twice,
)
from studycards.questions.mistakes.revisions import engine, ones, rotated, sending, sending_changed
from studycards.questions.mistakes.values import BackwardMistake, LayerRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.operations import Operation
    from studycards.engine.windows import Size
    from studycards.questions.mistakes.revisions import Backward
    from studycards.questions.mistakes.values import Site

_LEARNING = (Conv2d, ConvTranspose2d, Linear)


def _unrotated(send: Backward, dy: Array, x: Array, weight: Array, bias: Array | None, **options: object) -> Gradients:
    return {"x": send(dy, x, rotated(weight), bias, **options)["x"]}


def _valid(dy: Array, weight: Array) -> Gradients:
    """Correlate `dy` with kernels as it is, without the frame of zeros."""
    return {"x": engine().conv2d(dy, weight.swapaxes(0, 1))}


def _flipped_gradient(
    send: Backward, dy: Array, x: Array, weight: Array, bias: Array | None, **options: object
) -> Gradients:
    return {"weight": send(rotated(dy), x, weight, bias, **options)["weight"]}


def _first_example(send: Backward, dy: Array, x: Array, *arguments: Array | None, **options: object) -> Gradients:
    return {"weight": send(dy[:1], x[:1], *arguments, **options)["weight"]}


def _of_all_channels(
    send: Backward, dy: Array, x: Array, weight: Array, bias: Array | None, **options: object
) -> Gradients:
    """Take for each channel the sum of all."""
    return {"weight": send(dy, x.sum(1, keepdims=True) + 0 * x, weight, bias, **options)["weight"]}


def _of_all_gradients(
    send: Backward, dy: Array, x: Array, weight: Array, bias: Array | None, **options: object
) -> Gradients:
    """Take for the gradient of each channel the sum of all."""
    return {"weight": send(dy.sum(1, keepdims=True) + 0 * dy, x, weight, bias, **options)["weight"]}


def _mean(send: Backward, dy: Array, *given: Array | None, **options: object) -> Gradients:
    """Average what the examples give for the weights."""
    return {"weight": send(dy, *given, **options)["weight"] / len(dy)}


def _first_window(_: Backward, dy: Array, x: Array, *__: object, **___: object) -> Gradients:
    """Multiply `dy` by the corner of the map that lies under it, cell by cell."""
    height, width = dy.shape[2:]
    return {"weight": (dy * x[:, :, :height, :width]).sum(0)}


def _stride_ignored(
    _: Backward,
    dy: Array,
    __: Array,
    weight: Array,
    *___: object,
    groups: int,
    dilation: Size,
    padding: Size,
    **____: object,
) -> Gradients:
    """Stamp the kernels one cell apart."""
    return {"x": engine().conv_transpose2d(dy, weight, None, 1, padding, 0, groups, dilation)}


def _transposed_stride_ignored(
    _: Backward, dy: Array, __: Array, weight: Array, *___: object, padding: Size, dilation: Size, **____: object
) -> Gradients:
    return {"x": engine().conv2d(dy, weight, None, 1, padding, dilation)}


def _unweighted(send: Backward, dy: Array, x: Array, weight: Array, bias: Array | None, **options: object) -> Gradients:
    return {"x": send(dy, x, ones(weight), bias, **options)["x"]}


def _weights_once(operation: Operation) -> Operation:
    """Leave the gradients of the weights to their first use."""
    return operation._replace(backward=lambda *given, **options: {"x": operation.backward(*given, **options)["x"]})


def _fits_kernel(site: Site) -> bool:
    """The map of gradients has the shape of the kernel."""
    size = site.run.network.shape_after(site.node.name)[1:]
    return is_single(site) and has_wide_kernel(site) and size == pair(site.layer.kernel_size)


def _is_plain(site: Site) -> bool:
    """The padding is the same on both sides."""
    padding = site.layer.padding
    return isinstance(padding, int) or (isinstance(padding, tuple) and all(isinstance(side, int) for side in padding))


_INPUTS: Mapping[str, tuple[LayerRule, ...]] = {
    "bwd.dx_unrotated": (LayerRule((Conv2d,), sending(_unrotated), has_wide_kernel),),
    "bwd.dx_valid": (
        LayerRule(
            (Conv2d,),
            sending(lambda _, dy, __, w, *___, **____: _valid(dy, rotated(w))),
            lambda site: is_ungrouped(site) and has_wide_kernel(site),
        ),
    ),
    "bwd.dx_valid_unrotated": (
        LayerRule(
            (Conv2d,),
            sending(lambda _, dy, __, w, *___, **____: _valid(dy, w)),
            lambda site: is_ungrouped(site) and has_wide_kernel(site),
        ),
    ),
    "bwd.dx_unweighted": (
        LayerRule((Conv2d,), sending(_unweighted), lambda site: is_pointwise(site) and has_one_filter(site)),
        LayerRule((Linear,), sending(_unweighted), lambda site: bool(site.layer.out_features == 1)),
    ),
    "bwd.stride_ignored": (
        LayerRule((Conv2d,), sending(_stride_ignored), lambda site: is_strided(site) and _is_plain(site)),
    ),
    "bwd.tconv_flipped": (LayerRule((ConvTranspose2d,), sending(_unrotated), has_wide_kernel),),
    "bwd.tconv_stride_ignored": (
        LayerRule(
            (ConvTranspose2d,),
            sending(_transposed_stride_ignored),
            lambda site: is_strided(site) and is_ungrouped(site),
        ),
    ),
    "bwd.dense_dx_no_transpose": (
        LayerRule((Linear,), sending(lambda _, dy, __, w, *___: {"x": dy @ w.T}), is_square_dense),
    ),
}

_WEIGHTS: Mapping[str, tuple[LayerRule, ...]] = {
    "bwd.dw_flipped": (LayerRule((Conv2d,), sending_changed("weight", rotated), has_wide_kernel),),
    "bwd.dw_dy_flipped": (LayerRule((Conv2d,), sending(_flipped_gradient), has_wide_kernel),),
    "bwd.dw_first_window": (LayerRule((Conv2d,), sending(_first_window), _fits_kernel),),
    "bwd.dw_not_summed": (
        LayerRule(
            (Conv2d,),
            sending(lambda _, dy, x, *__, **___: {"weight": dy * x}),
            lambda site: is_pointwise(site) and has_one_filter(site) and has_area(site) and not is_strided(site),
        ),
    ),
    "bwd.dw_inputs_mixed": (LayerRule((Conv2d,), sending(_of_all_channels), is_depthwise),),
    "bwd.dw_gradients_mixed": (LayerRule((Conv2d,), sending(_of_all_gradients), is_depthwise),),
    "bwd.dw_no_batch": (LayerRule(_LEARNING, sending(_first_example), has_batch),),
    "bwd.dw_batch_mean": (LayerRule(_LEARNING, sending(_mean), has_batch),),
    "bwd.shared_mean": (LayerRule(_LEARNING, sending_changed("weight", lambda dw: dw / 2), is_used_twice),),
    "bwd.dense_dw_transposed": (LayerRule((Linear,), sending_changed("weight", lambda dw: dw.T)),),
}

_BIASES: Mapping[str, tuple[LayerRule, ...]] = {
    "bwd.db_not_summed": (
        LayerRule((Conv2d, ConvTranspose2d), sending(lambda _, dy, *__, **___: {"bias": dy}), has_bias),
    ),
    "bwd.db_mean": (
        LayerRule((Conv2d, ConvTranspose2d), sending(lambda _, dy, *__, **___: {"bias": dy.mean((0, 2, 3))}), has_bias),
    ),
    "bwd.db_no_batch": (
        LayerRule(
            (Conv2d, ConvTranspose2d, Linear),
            sending(lambda _, dy, *__, **___: {"bias": dy[0].reshape(dy.shape[1], -1).sum(1)}),
            lambda site: has_bias(site) and has_batch(site),
        ),
    ),
    "bwd.dense_db_summed": (
        LayerRule(
            (Linear,),
            sending(lambda _, dy, *__: {"bias": dy.sum().reshape(1)}),
            lambda site: has_bias(site) and site.layer.out_features > 1,
        ),
    ),
}

CONVOLUTION_GRADIENT_MISTAKES = (
    *(BackwardMistake(name, rules) for name, rules in _INPUTS.items()),
    *(BackwardMistake(name, rules, ("weight",)) for name, rules in _WEIGHTS.items()),
    *(BackwardMistake(name, rules, ("bias",)) for name, rules in _BIASES.items()),
    BackwardMistake("bwd.shared_once", (LayerRule(_LEARNING, _weights_once, is_used_again),), ("weight", "bias")),
)

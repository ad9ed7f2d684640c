"""Which class traces which function of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace.activation import ELU, GELU, Sigmoid, SiLU, Softplus, Tanh
from studycards.engine.trace.adaptive import AdaptiveAveragePooling, AdaptiveMaxPooling
from studycards.engine.trace.binary import BinaryCrossEntropy, BinaryCrossEntropyWithLogits
from studycards.engine.trace.classification import NLL, CrossEntropy
from studycards.engine.trace.convolution import Convolution, Convolution1d
from studycards.engine.trace.copying import ChannelShuffle, Interpolation, Padding, crop, flatten
from studycards.engine.trace.linear import Linear
from studycards.engine.trace.merging import Addition, Concatenation, Multiplication
from studycards.engine.trace.normalization import BatchNorm, GroupNorm, LayerNorm, instance_norm
from studycards.engine.trace.pointwise import Dropout
from studycards.engine.trace.pooling import AveragePooling, AveragePooling1d, MaxPooling, MaxPooling1d
from studycards.engine.trace.rectifiers import Hardsigmoid, Hardswish, LeakyReLU, ReLU, ReLU6
from studycards.engine.trace.regression import L1, MSE, Huber, SmoothL1
from studycards.engine.trace.response_norm import LocalResponseNorm
from studycards.engine.trace.softmax import LogSoftmax, Softmax
from studycards.engine.trace.transposed import TransposedConvolution

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.trace.operation import Operation

OPERATIONS: Mapping[str, Callable[..., Operation]] = {
    "adaptive_avg_pool2d": AdaptiveAveragePooling,
    "adaptive_max_pool2d": AdaptiveMaxPooling,
    "add": lambda x, other: Addition((x, other)),
    "avg_pool1d": AveragePooling1d,
    "avg_pool2d": AveragePooling,
    "batch_norm": BatchNorm,
    "binary_cross_entropy": BinaryCrossEntropy,
    "binary_cross_entropy_with_logits": BinaryCrossEntropyWithLogits,
    "channel_shuffle": ChannelShuffle,
    "concat": Concatenation,
    "conv1d": Convolution1d,
    "conv2d": Convolution,
    "conv_transpose2d": TransposedConvolution,
    "crop": crop,
    "cross_entropy": CrossEntropy,
    "dropout": Dropout,
    "elu": ELU,
    "flatten": flatten,
    "gelu": GELU,
    "global_avg_pool2d": AdaptiveAveragePooling,
    "global_max_pool2d": AdaptiveMaxPooling,
    "group_norm": GroupNorm,
    "hardsigmoid": Hardsigmoid,
    "hardswish": Hardswish,
    "huber_loss": Huber,
    "instance_norm": instance_norm,
    "interpolate": Interpolation,
    "l1_loss": L1,
    "layer_norm": LayerNorm,
    "leaky_relu": LeakyReLU,
    "linear": Linear,
    "local_response_norm": LocalResponseNorm,
    "log_softmax": LogSoftmax,
    "max_pool1d": MaxPooling1d,
    "max_pool2d": MaxPooling,
    "mse_loss": MSE,
    "multiply": lambda x, other: Multiplication((x, other)),
    "nll_loss": NLL,
    "pad": Padding,
    "relu": ReLU,
    "relu6": ReLU6,
    "sigmoid": Sigmoid,
    "silu": SiLU,
    "smooth_l1_loss": SmoothL1,
    "softmax": Softmax,
    "softplus": Softplus,
    "tanh": Tanh,
}
"""What traces a function of `functional`, by the name of the function and with its arguments.

The arrays that `add`, `multiply` and `concat` bring together are called `x0`, `x1`, ... in their traces.
"""

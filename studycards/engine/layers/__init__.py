"""What a layer is, apart from the arrays that run through it: frozen values with the names and options of `torch.nn`.

Shapes come without the batch axis: (C, H, W) of a map, (features,) of a vector. Nothing here imports NumPy.
"""

from studycards.engine.errors import LayerError
from studycards.engine.layers.activation import (
    ELU,
    GELU,
    Hardsigmoid,
    Hardswish,
    LeakyReLU,
    LogSoftmax,
    ReLU,
    ReLU6,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Tanh,
)
from studycards.engine.layers.arrangement import ChannelShuffle, Slice, Upsample
from studycards.engine.layers.base import Layer, Shape
from studycards.engine.layers.convolution import Conv2d, ConvTranspose2d
from studycards.engine.layers.linear import Flatten, Linear
from studycards.engine.layers.merging import Add, Concat, Crop, Multiply
from studycards.engine.layers.normalization import (
    BatchNorm2d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    LocalResponseNorm,
)
from studycards.engine.layers.padding import Pad
from studycards.engine.layers.pooling import (
    AdaptiveAvgPool2d,
    AdaptiveMaxPool2d,
    AvgPool2d,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    MaxPool2d,
)
from studycards.engine.layers.regularization import Dropout, DropPath, Identity
from studycards.engine.layers.writing import written_shape
from studycards.engine.windows import Size, pair

__all__ = [
    "ELU",
    "GELU",
    "LAYERS",
    "AdaptiveAvgPool2d",
    "AdaptiveMaxPool2d",
    "Add",
    "AvgPool2d",
    "BatchNorm2d",
    "ChannelShuffle",
    "Concat",
    "Conv2d",
    "ConvTranspose2d",
    "Crop",
    "DropPath",
    "Dropout",
    "Flatten",
    "GlobalAvgPool2d",
    "GlobalMaxPool2d",
    "GroupNorm",
    "Hardsigmoid",
    "Hardswish",
    "Identity",
    "InstanceNorm2d",
    "Layer",
    "LayerError",
    "LayerNorm",
    "LayerNorm2d",
    "LayerScale",
    "LeakyReLU",
    "Linear",
    "LocalResponseNorm",
    "LogSoftmax",
    "MaxPool2d",
    "Multiply",
    "Pad",
    "ReLU",
    "ReLU6",
    "Shape",
    "SiLU",
    "Sigmoid",
    "Size",
    "Slice",
    "Softmax",
    "Softplus",
    "Tanh",
    "Upsample",
    "pair",
    "written_shape",
]

LAYERS: dict[str, type[Layer]] = {
    layer.kind: layer
    for layer in (
        *(Conv2d, ConvTranspose2d, Linear, Flatten),
        *(MaxPool2d, AvgPool2d, AdaptiveAvgPool2d, AdaptiveMaxPool2d, GlobalAvgPool2d, GlobalMaxPool2d),
        *(ReLU, ReLU6, LeakyReLU, ELU, GELU, SiLU, Hardswish, Sigmoid, Hardsigmoid, Tanh, Softplus),
        *(Softmax, LogSoftmax, Dropout, DropPath, Identity),
        *(BatchNorm2d, LayerNorm, LayerNorm2d, GroupNorm, InstanceNorm2d, LocalResponseNorm, LayerScale),
        *(Pad, Upsample, ChannelShuffle, Slice, Add, Multiply, Concat, Crop),
    )
}
"""The layers by their name in the notation."""

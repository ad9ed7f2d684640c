"""What a layer is, apart from the arrays that run through it: frozen values with the names and options of `torch.nn`.

Shapes come without the batch axis: (C, H, W) of a map, (features,) of a vector. Nothing here imports NumPy.
"""

from studycards.engine.errors import LayerError
from studycards.engine.layers.activation import Dropout, LeakyReLU, ReLU, Sigmoid, Softmax, Tanh
from studycards.engine.layers.base import Layer, Shape, written_shape
from studycards.engine.layers.convolution import Conv2d
from studycards.engine.layers.linear import Flatten, Linear
from studycards.engine.layers.normalization import BatchNorm2d
from studycards.engine.layers.pooling import AvgPool2d, GlobalAvgPool2d, MaxPool2d
from studycards.engine.windows import Size, pair

__all__ = [
    "LAYERS",
    "AvgPool2d",
    "BatchNorm2d",
    "Conv2d",
    "Dropout",
    "Flatten",
    "GlobalAvgPool2d",
    "Layer",
    "LayerError",
    "LeakyReLU",
    "Linear",
    "MaxPool2d",
    "ReLU",
    "Shape",
    "Sigmoid",
    "Size",
    "Softmax",
    "Tanh",
    "pair",
    "written_shape",
]

LAYERS: dict[str, type[Layer]] = {
    layer.kind: layer
    for layer in (
        Conv2d,
        MaxPool2d,
        AvgPool2d,
        GlobalAvgPool2d,
        Flatten,
        Linear,
        ReLU,
        LeakyReLU,
        Sigmoid,
        Tanh,
        Softmax,
        Dropout,
        BatchNorm2d,
    )
}
"""The layers by their name in the notation."""

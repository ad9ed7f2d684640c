"""The published architectures, each built by one function from a few shared blocks, at any input size.

Names are those of torchvision where it has the network. Parameters and multiply-adds equal the published ones. Dots
in the names of nodes make stages: `network.shape_after("layer1")`, `network.parameters("layer1")`.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studycards.engine.architectures.alexnet import alexnet, alexnet_original
from studycards.engine.architectures.convnext import convnext
from studycards.engine.architectures.densenet import densenet
from studycards.engine.architectures.efficientnet import efficientnet_b0
from studycards.engine.architectures.googlenet import PAPER, googlenet
from studycards.engine.architectures.inception_v3 import inception_v3
from studycards.engine.architectures.lenet import lenet5
from studycards.engine.architectures.mobilenet import LARGE, SMALL, mobilenet_v1, mobilenet_v2, mobilenet_v3
from studycards.engine.architectures.resnet import basic, bottleneck, resnet
from studycards.engine.architectures.shufflenet import shufflenet_v2
from studycards.engine.architectures.squeezenet import V1_0, V1_1, squeezenet
from studycards.engine.architectures.unet import unet
from studycards.engine.architectures.vgg import vgg
from studycards.engine.architectures.xception import xception
from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

__all__ = ["ARCHITECTURES", "build", "stages"]

VGG_DEPTHS = {11: (1, 1, 2, 2, 2), 13: (2, 2, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}

ARCHITECTURES: Mapping[str, Callable[..., Network]] = MappingProxyType(
    {
        "lenet5": lenet5,
        "alexnet": alexnet,
        "alexnet_original": alexnet_original,
        **{f"vgg{depth}": partial(vgg, depths) for depth, depths in VGG_DEPTHS.items()},
        **{f"vgg{depth}_bn": partial(vgg, depths, batch_norm=True) for depth, depths in VGG_DEPTHS.items()},
        "googlenet": googlenet,
        "googlenet_aux": partial(googlenet, aux=True),
        "googlenet_original": partial(googlenet, style=PAPER),
        "googlenet_original_aux": partial(googlenet, style=PAPER, aux=True),
        "inception_v3": inception_v3,
        "inception_v3_aux": partial(inception_v3, aux=True),
        "resnet18": partial(resnet, (2, 2, 2, 2), basic),
        "resnet34": partial(resnet, (3, 4, 6, 3), basic),
        "resnet50": partial(resnet, (3, 4, 6, 3), bottleneck),
        "resnet101": partial(resnet, (3, 4, 23, 3), bottleneck),
        "resnet152": partial(resnet, (3, 8, 36, 3), bottleneck),
        "resnext50_32x4d": partial(resnet, (3, 4, 6, 3), partial(bottleneck, groups=32, widening=2)),
        "wide_resnet50_2": partial(resnet, (3, 4, 6, 3), partial(bottleneck, widening=2)),
        "densenet121": partial(densenet, (6, 12, 24, 16)),
        "densenet161": partial(densenet, (6, 12, 36, 24), 48),
        "densenet169": partial(densenet, (6, 12, 32, 32)),
        "densenet201": partial(densenet, (6, 12, 48, 32)),
        "unet": unet,
        "mobilenet_v1": mobilenet_v1,
        "mobilenet_v2": mobilenet_v2,
        "mobilenet_v3_small": partial(mobilenet_v3, SMALL, 1024),
        "mobilenet_v3_large": partial(mobilenet_v3, LARGE, 1280),
        "squeezenet1_0": partial(squeezenet, V1_0),
        "squeezenet1_1": partial(squeezenet, V1_1),
        "xception": xception,
        "shufflenet_v2_x0_5": partial(shufflenet_v2, (48, 96, 192)),
        "shufflenet_v2_x1_0": partial(shufflenet_v2, (116, 232, 464)),
        "shufflenet_v2_x1_5": partial(shufflenet_v2, (176, 352, 704)),
        "shufflenet_v2_x2_0": partial(shufflenet_v2, (244, 488, 976), 2048),
        "efficientnet_b0": efficientnet_b0,
        "convnext_tiny": partial(convnext, (3, 3, 9, 3), (96, 192, 384, 768)),
    }
)
"""The builders by name; each takes `input_shape` and `num_classes`, with those of the publication as defaults."""


def build(name: str, input_shape: Shape | None = None, num_classes: int | None = None) -> Network:
    """Return the architecture called `name`, for the published input and number of classes where none is given.

    Raises:
        LayerError: there is no such architecture, or the input is too small for it.
    """
    builder = ARCHITECTURES.get(name)
    if builder is None:
        raise LayerError.unknown(
            "engine.unknown_architecture", "there is no architecture '{name}'", name=name, known=ARCHITECTURES
        )
    options: dict[str, Any] = {"input_shape": input_shape, "num_classes": num_classes}
    return builder(**{option: value for option, value in options.items() if value is not None})


def stages(network: Network) -> dict[str, Shape]:
    """Return the shape after each stage, which is the part of the nodes' names before the first dot."""
    return {name.partition(".")[0]: shape for name, shape in zip(network.names, network.shapes, strict=True)}

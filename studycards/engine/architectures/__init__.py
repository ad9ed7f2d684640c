"""The published architectures, each built by one function from a few shared blocks, at any input size.

Names are those of torchvision where it has the network. Parameters and multiply-adds equal the published ones. Dots
in the names of nodes make stages: `network.shape_after("layer1")`, `network.parameters("layer1")`.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studycards.engine.errors import LayerError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network

__all__ = ["ARCHITECTURES", "build", "stages"]

_FAMILIES = {
    "lenet": ("lenet5",),
    "alexnet": ("alexnet", "alexnet_original"),
    "vgg": ("vgg11", "vgg13", "vgg16", "vgg19", "vgg11_bn", "vgg13_bn", "vgg16_bn", "vgg19_bn"),
    "googlenet": ("googlenet", "googlenet_aux", "googlenet_original", "googlenet_original_aux"),
    "inception_v3": ("inception_v3", "inception_v3_aux"),
    "resnet": ("resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "wide_resnet50_2"),
    "densenet": ("densenet121", "densenet161", "densenet169", "densenet201"),
    "unet": ("unet",),
    "mobilenet": ("mobilenet_v1", "mobilenet_v2", "mobilenet_v3_small", "mobilenet_v3_large"),
    "squeezenet": ("squeezenet1_0", "squeezenet1_1"),
    "xception": ("xception",),
    "shufflenet": ("shufflenet_v2_x0_5", "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0"),
    "efficientnet": ("efficientnet_b0",),
    "convnext": ("convnext_tiny",),
}
"""The architectures of each module here; it is imported with the first one that is built, as all take 5 ms."""

ARCHITECTURES: Mapping[str, str] = MappingProxyType(
    {name: family for family, names in _FAMILIES.items() for name in names}
)
"""The family of each architecture, by its name; the builders are the `NETWORKS` of the family's module."""


def build(name: str, input_shape: Shape | None = None, num_classes: int | None = None) -> Network:
    """Return the architecture called `name`, for the published input and number of classes where none is given.

    Raises:
        LayerError: there is no such architecture, or the input is too small for it.
    """
    if name not in ARCHITECTURES:
        raise LayerError.unknown(
            "engine.unknown_architecture", "there is no architecture '{name}'", name=name, known=ARCHITECTURES
        )
    builder: Callable[..., Network] = import_module(f"{__name__}.{ARCHITECTURES[name]}").NETWORKS[name]
    options: dict[str, Any] = {"input_shape": input_shape, "num_classes": num_classes}
    return builder(**{option: value for option, value in options.items() if value is not None})


def stages(network: Network) -> dict[str, Shape]:
    """Return the shape after each stage, which is the part of the nodes' names before the first dot."""
    return {name.partition(".")[0]: shape for name, shape in zip(network.names, network.shapes, strict=True)}

"""Make `architectures.json`: parameters, multiply-adds and outputs of the networks of torchvision.

Run it in an environment of its own, neither package is a dependency of ours:

    pip install torch==2.13.0 torchvision==0.29.2 numpy
    python tests/golden/make_architectures.py

For each network the file has the shapes of its parameters in the order of its layers, and the multiply-adds of its
convolutions and linear layers for one image (half of what PyTorch's FlopCounterMode counts). For some it has what
comes out for small images when parameters and statistics are drawn as `drawn` says. The file is the same each time.
"""

from __future__ import annotations

import json
from math import prod, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found]
from torch.utils.flop_counter import FlopCounterMode  # type: ignore[import-not-found]
from torchvision import models  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

TARGET = Path(__file__).with_name("architectures.json")

NAMES = (
    *("alexnet", "convnext_tiny", "efficientnet_b0", "googlenet", "inception_v3"),
    *("densenet121", "densenet161", "densenet169", "densenet201"),
    *("mobilenet_v2", "mobilenet_v3_large", "mobilenet_v3_small"),
    *("resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnext50_32x4d", "wide_resnet50_2"),
    *("shufflenet_v2_x0_5", "shufflenet_v2_x1_0", "shufflenet_v2_x1_5", "shufflenet_v2_x2_0"),
    *("squeezenet1_0", "squeezenet1_1"),
    *("vgg11", "vgg11_bn", "vgg13", "vgg13_bn", "vgg16", "vgg16_bn", "vgg19", "vgg19_bn"),
)

SIZES = {"inception_v3": 299, "inception_v3_aux": 299}

HEADED = ("googlenet", "inception_v3")

SMALL_IMAGES = {
    "convnext_tiny": 64,
    "densenet121": 64,
    "efficientnet_b0": 64,
    "googlenet_aux": 64,
    "inception_v3": 75,
    "mobilenet_v2": 64,
    "mobilenet_v3_small": 64,
    "resnet18": 64,
    "resnext50_32x4d": 64,
    "shufflenet_v2_x1_0": 64,
    "squeezenet1_1": 64,
}

CLASSES = 10


def drawn(name: str, shape: tuple[int, ...], seed: int) -> npt.NDArray[np.float64]:
    """Return the values of a parameter or statistic: weights of variance 2 / fan-in, others near 1 or 0."""
    uniform = np.random.RandomState(seed).uniform(-1, 1, shape)
    if len(shape) > 1:
        return uniform * sqrt(6 / prod(shape[1:]))
    return (1 if name in {"weight", "scale", "running_var"} else 0) + uniform / 2


def model(name: str, num_classes: int) -> torch.nn.Module:
    """Return a network as it computes while it is not trained, but with its auxiliary heads if the name ends so."""
    plain = name.removesuffix("_aux")
    options = {"aux_logits": plain != name, "init_weights": False} if plain in HEADED else {}
    network = models.get_model(plain, num_classes=num_classes, **options).eval()
    network.training = plain != name
    return network


def parameters(network: torch.nn.Module) -> Iterator[tuple[str, torch.nn.Parameter]]:
    """Yield the parameters in the order of the layers: torchvision lists the scale of a ConvNeXt block first."""
    scales = []
    for name, parameter in network.named_parameters():
        if name.endswith("layer_scale"):
            scales.append((name, parameter))
            continue
        yield name, parameter
        if scales and name.endswith("block.5.bias"):
            yield scales.pop()


def shape_of(parameter: torch.nn.Parameter) -> tuple[int, ...]:
    """Return the shape without ones at its end, where a 1x1 convolution and a linear layer differ."""
    shape = tuple(parameter.shape)
    while shape[-1] == 1:
        shape = shape[:-1]
    return shape


def counts(name: str) -> dict[str, Any]:
    """Return the input of a network, the shapes of its parameters and its multiply-adds."""
    shape = (3, SIZES.get(name, 224), SIZES.get(name, 224))
    with torch.device("meta"), FlopCounterMode(display=False) as counter:
        network = model(name, 1000)
        network(torch.empty(1, *shape))
    shapes = [shape_of(parameter) for _, parameter in parameters(network)]
    return {"input": shape, "parameters": shapes, "macs": counter.get_total_flops() // 2}


def fill(network: torch.nn.Module) -> None:
    """Draw all parameters, and the statistics of the normalisations, numbered in the order of the layers."""
    for seed, (name, parameter) in enumerate(parameters(network)):
        values = drawn(name.rpartition(".")[2].removeprefix("layer_"), shape_of(parameter), seed)
        parameter.data = torch.from_numpy(values).reshape(parameter.shape)
    norms = [module for module in network.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for seed, norm in enumerate(norms, 10_000):
        norm.running_mean = torch.from_numpy(drawn("running_mean", tuple(norm.running_mean.shape), seed))
        norm.running_var = torch.from_numpy(drawn("running_var", tuple(norm.running_var.shape), seed + 10_000))


def outputs(name: str, size: int) -> dict[str, Any]:
    """Return what comes out of a network for one image."""
    network = model(name, CLASSES)
    fill(network)
    image = torch.from_numpy(np.random.RandomState(20261123).uniform(-1, 1, (1, 3, size, size)))
    with torch.no_grad():
        found = network.double()(image)
    main, *heads = found if isinstance(found, tuple) else (found,)
    ours = (main, *reversed(heads))  # torchvision returns the deepest head first
    return {"input": (3, size, size), "outputs": [output[0].tolist() for output in ours]}


def main() -> None:
    """Write the file."""
    names = sorted([*NAMES, *(f"{name}_aux" for name in HEADED)])
    golden = {
        "counts": {name: counts(name) for name in names},
        "outputs": {name: outputs(name, size) for name, size in SMALL_IMAGES.items()},
    }
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

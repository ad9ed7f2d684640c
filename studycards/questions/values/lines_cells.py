"""What the cells of arrays are called in worked lines: `K[0,1]`, counted from 0, as the learner sees the array."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from studycards.engine.layers import (
    BatchNorm2d,
    Conv2d,
    ConvTranspose2d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
)
from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studycards.engine.layers import Layer
    from studycards.engine.trace import Step
    from studycards.questions.question import Words

Index = tuple[int, ...]

T = TypeVar("T")

MAP_AXES = 4
"""(N, C, H, W): only these arrays differ in the layout HWC."""

NORMS = (BatchNorm2d, GroupNorm, InstanceNorm2d, LayerNorm, LayerNorm2d, LayerScale)

STEPS: Mapping[str, str] = {
    "y": "Y",
    "p": "p",
    "sum": "Σ",
    "pull": "q",
    "sum_dy": "q",
    "sigmoid": "σ(X)",
    "probability": "Φ(X)",
    "tangent": "t",
    "s": "s",
    "mean": "μ",
    "variance": "σ²",
    "deviation": "s",
    "n": "n",
    "dn": "dn",
    "mean_dn": "mean(dn)",
    "mean_dn_n": "mean(dn·n)",
    "g": "g",
    "mean_g": "m",
    "mean_g2": "v",
}
"""What steps with lines of their own are called."""


def place(index: Index, shape: Index, layout: str = "CHW") -> Index:
    """Return where a cell stands in an array as it is seen: without leading axes of size 1."""
    index, shape = seen_order(index, layout), seen_order(shape, layout)
    first = next((axis for axis, size in enumerate(shape) if size > 1), len(shape))
    return index[first:]


def seen_order(axes: tuple[T, ...], layout: str) -> tuple[T, ...]:
    """Return what belongs to the axes of an array in the order of `layout`; only that of maps differs."""
    if layout == "CHW" or len(axes) != MAP_AXES:
        return axes
    n, c, h, w = axes
    return n, h, w, c


def stored_order(axes: tuple[T, ...], layout: str) -> tuple[T, ...]:
    """Return what belongs to the axes of an array as it is seen, in the order of the engine."""
    if layout == "CHW" or len(axes) != MAP_AXES:
        return axes
    n, h, w, c = axes
    return n, c, h, w


def cell(letter: str, index: Iterable[int | str]) -> str:
    """Return `Y[0,1]`, or the bare letter of what is one number."""
    inside = ",".join(map(str, index))
    return f"{letter}[{inside}]" if inside else letter


def step_labels(steps: list[Step], shape: Index, layout: str) -> list[str]:
    """Return what each of several steps is called: cells as those of an array of `shape` where they have as many axes.

    Of others, such as means of channels, leading axes along which none of its kind differs are left out.
    """
    sizes: dict[str, list[int]] = {}
    for step in steps:
        ends = [i + 1 for i in step.index]
        sizes[step.name] = [max(pair) for pair in zip(ends, sizes.get(step.name, ends), strict=True)]
    shapes = {name: shape if len(ends) == len(shape) else tuple(ends) for name, ends in sizes.items()}
    return [cell(STEPS[step.name], place(step.index, shapes[step.name], layout)) for step in steps]


def letter_of(array: str, layer: Layer) -> str:
    """Return the letter of what a layer learns: K of a convolution, W of a dense layer, γ and β of a norm."""
    if isinstance(layer, NORMS):
        return {"weight": "γ", "bias": "β"}[array]
    kernel = "K" if isinstance(layer, Conv2d | ConvTranspose2d) else "W"
    return {"weight": kernel, "bias": "b"}[array]


def value_words(name: str) -> Words:
    """Name a value: the input, or the output of a layer."""
    return message("worked.input") if name == "input" else message("worked.output_of", layer=name)


def gradient_words(name: str) -> Words:
    """Name a gradient: with respect to the input, the output of a layer, or to what a layer learns."""
    if name == "input":
        return message("worked.gradient_of_input")
    owner, _, array = name.rpartition(".")
    if owner and array == "input":
        return message("worked.gradient_of_input_of", layer=owner)
    kind = "array" if array in ("weight", "bias") else "output"
    return message(f"worked.gradient_of_{kind}", name=name)

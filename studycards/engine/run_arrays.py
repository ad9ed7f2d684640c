"""The arrays of a run by name: which ones a network has, which it cannot do without, and their shapes."""

from __future__ import annotations

from itertools import islice
from math import prod
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.functional._windows import frame, unfold
from studycards.engine.layers import AvgPool2d, Conv2d, GlobalAvgPool2d, GlobalMaxPool2d, MaxPool2d
from studycards.engine.names import INPUT, resolved_name
from studycards.engine.rationals import fraction_of
from studycards.engine.windows import conv_windows, pool_windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.network import Network
    from studycards.engine.windows import Windows

    Arrays: TypeAlias = Mapping[str, Array]

OUTPUT, GRADIENT = "output of ", "gradient of "
"""Before the name of a layer: a value or a gradient that is given instead of computed."""

BUFFERS = ("running_mean", "running_var")
"""What a norm may be given beside what it learns: one number for each channel."""

MOST_NAMED = 8
"""Arrays that an error names."""

MASK = "mask"
"""What dropout may be given: which values it keeps."""


def full_name(network: Network, name: str) -> str:
    """Return the name of an array with the full name of its layer: `relu1` for a sole `relu`.

    Raises:
        LayerError: the network has no such layer.
    """
    for lead in (OUTPUT, GRADIENT):
        if name.startswith(lead):
            return f"{lead}{resolved_name(name.removeprefix(lead).strip(), network.names)}"
    if name == INPUT:
        return name
    owner, dot, array = name.rpartition(".")
    if not dot:
        raise unknown_array(name, needed_arrays(network))
    return f"{resolved_name(owner, network.names)}.{array}"


def needed_arrays(network: Network) -> list[str]:
    """Return the input and what the layers learn: a forward pass cannot do without."""
    return [INPUT, *(f"{node.name}.{array}" for node in network.nodes for array in network.parameter_shapes(node.name))]


def shape_of(network: Network, name: str, batch: int) -> tuple[int, ...]:
    """Return the shape of an array, given its full name; values have the batch axis.

    Raises:
        LayerError: the network has no such array.
    """
    if name == INPUT:
        return (batch, *network.input_shape)
    lead = next((lead for lead in (OUTPUT, GRADIENT) if name.startswith(lead)), "")
    bare = name.removeprefix(lead)
    if lead and (bare == INPUT or bare in network.names):
        return (batch, *network.shape_after(bare))
    owner, _, array = bare.rpartition(".")
    if lead and array == INPUT:
        return (batch, *network.shape_before(owner))
    learned = network.parameter_shapes(owner)
    if array in learned:
        return learned[array]
    if array in BUFFERS:
        return network.shape_before(owner)[:1]
    if array == MASK:
        return (batch, *network.shape_before(owner))
    raise unknown_array(name, needed_arrays(network))


def filler(shape: tuple[int, ...], which: int) -> Array:
    """Return some array of `shape`; two different ones show whether anything depends on it."""
    steps, start = ((7, -2.25), (5, 1.5))[which]
    return (np.arange(prod(shape), dtype=float) * steps % 11 + start).reshape(shape)


def windows_of(network: Network, name: str, x: Array) -> tuple[tuple[Fraction, ...], ...]:
    """Return what each window of a pooling or convolution sees of its input `x`, without padding; row by row.

    Raises:
        LayerError: the layer has no windows.
    """
    windows = _windows(network, name, x.shape[2:])
    seen = np.moveaxis(unfold(frame(x, windows, np.nan), windows), (2, 3), (4, 5))
    cells = seen.reshape(-1, windows[0].kernel * windows[1].kernel)
    return tuple(tuple(fraction_of(cell) for cell in row if not np.isnan(cell)) for row in cells.tolist())


def unknown_array(name: str, known: Iterable[str]) -> LayerError:
    """Return the error for an array that is none of the `known` ones, of which it names some."""
    first = list(islice(known, MOST_NAMED + 1))
    named = ", ".join([*first[:MOST_NAMED], *["…"] * (len(first) > MOST_NAMED)])
    return LayerError(
        "engine.array_unknown", "there is no array '{name}' here; there are: {known}", name=name, known=named
    )


def _windows(network: Network, name: str, size: tuple[int, ...]) -> tuple[Windows, Windows]:
    rows_columns = (size[0], size[1])
    match layer := network.layer(name):
        case Conv2d():
            return conv_windows(rows_columns, layer.kernel_size, layer.stride, layer.padding, layer.dilation)
        case MaxPool2d(kernel_size=kernel, stride=stride, padding=padding, dilation=dilation):
            return pool_windows(rows_columns, kernel, stride, padding, dilation, ceil_mode=layer.ceil_mode)
        case AvgPool2d(kernel_size=kernel, stride=stride, padding=padding):
            return pool_windows(rows_columns, kernel, stride, padding, ceil_mode=layer.ceil_mode)
        case GlobalMaxPool2d() | GlobalAvgPool2d():
            return pool_windows(rows_columns, rows_columns)
    raise LayerError("engine.windows_needed", "only convolution and pooling have windows, {name} has none", name=name)

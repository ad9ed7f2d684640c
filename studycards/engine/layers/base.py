"""What every layer is: a frozen value that knows its output shape, its parameters and its multiply-adds."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.options import written

if TYPE_CHECKING:
    from dataclasses import Field

Shape = tuple[int, ...]
"""(C, H, W) of a map or (features,) of a vector. The batch axis belongs to the arrays, not to the structure."""


class Layer(ABC):
    """A layer without its arrays: everything about it that is an exact integer.

    `kind` is its name in the notation and in messages; `short` with a number names it in a network: `conv1`.
    """

    __slots__ = ()

    kind: ClassVar[str]
    short: ClassVar[str]

    @abstractmethod
    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of the output for an input of `shape`.

        Raises:
            LayerError: the layer cannot stand behind such an input.
        """

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:  # noqa: ARG002 - most layers learn nothing
        """Return the shapes of what the layer learns behind an input of `shape`: `weight`, then `bias`."""
        return {}

    def parameters(self, shape: Shape) -> int:
        """Return how many numbers the layer learns behind an input of `shape`."""
        return sum(math.prod(parameter) for parameter in self.parameter_shapes(shape).values())

    def macs(self, shape: Shape) -> int:  # noqa: ARG002 - only convolutions and linear layers count
        """Return the multiply-adds for one input of `shape`: convolutions and linear layers, biases not counted."""
        return 0

    def __str__(self) -> str:
        arguments = [argument for option in fields(self) if (argument := self._argument(option))]  # type: ignore[arg-type]
        return f"{self.kind}({', '.join(arguments)})" if arguments else self.kind

    def _argument(self, option: Field[Any]) -> str:
        """Return an option as the notation has it: required ones by position, others by name where not the default."""
        value = getattr(self, option.name)
        if option.default is MISSING:
            return written(value)
        return "" if value == option.default else f"{option.name}={written(value)}"


def as_map(kind: str, shape: Shape) -> tuple[int, int, int]:
    """Return `shape` as (C, H, W), refused where it is none."""
    if len(shape) != 3:
        raise LayerError(
            "engine.needs_map",
            "{layer} needs a map (channels, height, width), but its input has the shape {shape}",
            layer=kind,
            shape=written_shape(shape),
        )
    channels, height, width = shape
    return channels, height, width


def written_shape(shape: Shape) -> str:
    """Return `shape` as people write it: 16×32×32."""
    return "×".join(map(str, shape))

"""What every layer is: a frozen value that knows its output shape, its parameters and its multiply-adds."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar

from studycards.engine.errors import LayerError
from studycards.engine.layers.writing import written, written_shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    from studycards.engine.layers.sight import Sight

    Sights = list[tuple[int, tuple[Sight, Sight] | None]]
    """The numbers of inputs, each with what a cell of the output looks at in it; None is the cell of its place."""

Shape = tuple[int, ...]
"""(C, H, W) of a map or (features,) of a vector. The batch axis belongs to the arrays, not to the structure."""


@dataclass(frozen=True)
class Layer(ABC):
    """A layer without its arrays: everything about it that is an exact integer.

    Layers are frozen dataclasses of their options. One without options inherits all of that: making a dataclass of it
    once more would cost each start half a millisecond.

    `kind` is its name in the notation and in messages; `short` with a number names it in a network: `conv1`.
    `inferred` names the first option that the layer has in PyTorch, but not here, where its input says what that is.
    `words` holds the words that options may be, such as `same`. `keeps` says what its backward needs of its forward
    besides the weights: `input`, `output`, or `choice` (one mark for each value of the output, as of dropout).
    """

    __slots__ = ()

    kind: ClassVar[str]
    short: ClassVar[str]
    inferred: ClassVar[str] = ""
    least_inputs: ClassVar[int] = 1
    most_inputs: ClassVar[int | None] = 1
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    keeps: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of the output for an input of `shape`; a layer with several inputs takes one for each.

        Raises:
            LayerError: the layer cannot stand behind such an input.
        """

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:  # noqa: ARG002 - most layers learn nothing
        """Return the shapes of what the layer learns behind an input of `shape`: `weight`, then `bias`."""
        return {}

    def buffer_shapes(self, shape: Shape) -> dict[str, Shape]:  # noqa: ARG002 - only batch norm has any
        """Return the shapes of what the layer carries along without learning it by gradient: running statistics."""
        return {}

    def parameters(self, shape: Shape) -> int:
        """Return how many numbers the layer learns behind an input of `shape`."""
        learned = self.parameter_shapes(shape)
        return sum([math.prod(parameter) for parameter in learned.values()]) if learned else 0

    def macs(self, shape: Shape) -> int:  # noqa: ARG002 - only convolutions and linear layers count
        """Return the multiply-adds for one input of `shape`: convolutions and linear layers, biases not counted."""
        return 0

    def sight(self, shape: Shape) -> tuple[Sight, Sight] | None:  # noqa: ARG002 - most layers look at one cell
        """Return what an output cell looks at, down the rows and along them; None where it is the cell of its place.

        That counts positions only: statistics over a map (norms) and gates of whole channels are no windows.
        """
        return None

    def sights(self, *shapes: Shape) -> Sights | None:
        """Return the inputs that are looked at and how; None where it is all of them, each at the cell of its place."""
        sight = self.sight(shapes[0])
        return None if sight is None else [(0, sight)]

    def check_inputs(self, count: int) -> None:
        """Refuse a number of inputs that the layer does not take.

        Raises:
            LayerError: there are too few or too many.
        """
        if count < self.least_inputs or (self.most_inputs is not None and count > self.most_inputs):
            raise LayerError(
                "engine.inputs_count",
                "the number of inputs of {layer} must be {wanted}, not {found}",
                layer=self.kind,
                wanted=f"{self.least_inputs}+" if self.most_inputs is None else str(self.least_inputs),
                found=count,
            )

    def __str__(self) -> str:
        arguments = [argument for option in fields(self) if (argument := self._argument(option))]
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

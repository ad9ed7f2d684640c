"""The layer that puts cells around a map."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.base import Layer, as_map
from studycards.engine.layers.options import LARGEST, check_whole, check_words, exact_option
from studycards.engine.layers.sight import Sight
from studycards.engine.margins import COPYING_MODES, check_margin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.layers.base import Shape


@dataclass(frozen=True, slots=True)
class Pad(Layer):
    """Cells around a map: as many on each side as `padding` says, or (left, right, top, bottom) as in PyTorch."""

    kind: ClassVar[str] = "pad"
    short: ClassVar[str] = "pad"
    words: ClassVar[Mapping[str, tuple[str, ...]]] = {"mode": ("constant", *COPYING_MODES)}

    padding: int | tuple[int, int, int, int]
    mode: str = "constant"
    value: Fraction | float = Fraction(0)

    def __post_init__(self) -> None:
        check_whole(self, "padding", self.padding, axes=4, least=0)
        check_words(self, "mode")
        exact_option(self, "value", least=-LARGEST)

    @property
    def sides(self) -> tuple[int, int, int, int]:
        """How many cells are put on the left, on the right, above and below."""
        return (self.padding,) * 4 if isinstance(self.padding, int) else self.padding

    def output_shape(self, shape: Shape) -> Shape:
        """The channels of the input, and its height and width with the cells put beside them."""
        channels, height, width = as_map(self.kind, shape)
        left, right, top, bottom = self.sides
        check_margin(height, (top, bottom), self.mode)
        check_margin(width, (left, right), self.mode)
        return channels, top + height + bottom, left + width + right

    def sight(self, shape: Shape) -> tuple[Sight, Sight]:
        """One cell each: the first ones are padding."""
        as_map(self.kind, shape)
        left, _, top, _ = self.sides
        return Sight(((-top, -top),), 1), Sight(((-left, -left),), 1)

"""Layers that drop values or whole branches while training and change nothing afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from studycards.engine.layers.activation import SameShape
from studycards.engine.layers.options import exact_option


@dataclass(frozen=True, slots=True)
class Dropout(SameShape):
    """Zeroes each value with probability `p` while training and divides the others by 1 - p; otherwise the identity."""

    kind: ClassVar[str] = "dropout"
    short: ClassVar[str] = "dropout"
    keeps: ClassVar[tuple[str, ...]] = ("choice",)

    p: Fraction | float = Fraction(1, 2)

    def __post_init__(self) -> None:
        exact_option(self, "p", most=1)


@dataclass(frozen=True, slots=True)
class DropPath(SameShape):
    """Leaves a residual branch out with probability `p` while training (stochastic depth); here the identity."""

    kind: ClassVar[str] = "drop_path"
    short: ClassVar[str] = "drop_path"

    p: Fraction | float = Fraction(0)

    def __post_init__(self) -> None:
        exact_option(self, "p", most=1)


@dataclass(frozen=True, slots=True)
class Identity(SameShape):
    """Gives what goes in: a network for a loss alone, or a shortcut with a name."""

    kind: ClassVar[str] = "identity"
    short: ClassVar[str] = "identity"

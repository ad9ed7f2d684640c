"""Normalisation: values to mean 0 and variance 1 over some axes, then scaled and shifted by what is learned."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.engine.layers.activation import SameShape
from studycards.engine.layers.base import as_map
from studycards.engine.layers.groups import check_groups
from studycards.engine.layers.options import check_counts, check_flags, exact_option

if TYPE_CHECKING:
    from studycards.engine.layers.base import Shape

EPS = Fraction(1, 100_000)
"""PyTorch's default: keeps the root of the variance away from 0."""


class _ChannelNorm(SameShape):
    """A normalisation of maps that learns one scale and one shift for each channel."""

    __slots__ = ()

    keeps: ClassVar[tuple[str, ...]] = ("input",)

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input, which must be a map."""
        as_map(self.kind, shape)
        return shape

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight` (the scale) and `bias` (the shift): one of each for a channel."""
        channels, _, _ = as_map(self.kind, shape)
        return {"weight": (channels,), "bias": (channels,)}


@dataclass(frozen=True, slots=True)
class BatchNorm2d(_ChannelNorm):
    """Each channel to mean 0 and variance 1 over batch and positions.

    The running mean and variance are statistics, not parameters: they are not learned by gradient.
    """

    kind: ClassVar[str] = "batch_norm2d"
    short: ClassVar[str] = "bn"
    inferred: ClassVar[str] = "num_features"

    _: KW_ONLY
    eps: Fraction | float = EPS

    def __post_init__(self) -> None:
        exact_option(self, "eps")

    def buffer_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`running_mean` and `running_var`; PyTorch's count of batches is left out."""
        channels, _, _ = as_map(self.kind, shape)
        return {"running_mean": (channels,), "running_var": (channels,)}


@dataclass(frozen=True, slots=True)
class InstanceNorm2d(_ChannelNorm):
    """Each channel of each image to mean 0 and variance 1; it learns nothing unless `affine`."""

    kind: ClassVar[str] = "instance_norm2d"
    short: ClassVar[str] = "norm"
    inferred: ClassVar[str] = "num_features"

    _: KW_ONLY
    eps: Fraction | float = EPS
    affine: bool = False

    def __post_init__(self) -> None:
        exact_option(self, "eps")
        check_flags(self, "affine")

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight` and `bias`, one of each for a channel, where it is affine."""
        channels, _, _ = as_map(self.kind, shape)
        return {"weight": (channels,), "bias": (channels,)} if self.affine else {}


@dataclass(frozen=True, slots=True)
class GroupNorm(_ChannelNorm):
    """Each of `num_groups` groups of channels of each image to mean 0 and variance 1."""

    kind: ClassVar[str] = "group_norm"
    short: ClassVar[str] = "norm"
    inferred: ClassVar[str] = "num_channels"

    num_groups: int
    _: KW_ONLY
    eps: Fraction | float = EPS

    def __post_init__(self) -> None:
        check_counts(self, "num_groups")
        exact_option(self, "eps")

    def output_shape(self, shape: Shape) -> Shape:
        """The shape of the input, which must be a map."""
        check_groups(self.num_groups, as_map(self.kind, shape)[0])
        return shape


@dataclass(frozen=True, slots=True)
class LayerNorm(SameShape):
    """All values of each image, or of each vector, to mean 0 and variance 1, with a scale and a shift for each."""

    kind: ClassVar[str] = "layer_norm"
    short: ClassVar[str] = "norm"
    inferred: ClassVar[str] = "normalized_shape"
    keeps: ClassVar[tuple[str, ...]] = ("input",)

    _: KW_ONLY
    eps: Fraction | float = EPS

    def __post_init__(self) -> None:
        exact_option(self, "eps")

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight` and `bias` in the shape of the input."""
        return {"weight": shape, "bias": shape}


@dataclass(frozen=True, slots=True)
class LayerNorm2d(_ChannelNorm):
    """The channels at each position of a map to mean 0 and variance 1 (ConvNeXt)."""

    kind: ClassVar[str] = "layer_norm2d"
    short: ClassVar[str] = "norm"
    inferred: ClassVar[str] = "normalized_shape"

    _: KW_ONLY
    eps: Fraction | float = EPS

    def __post_init__(self) -> None:
        exact_option(self, "eps")


@dataclass(frozen=True, slots=True)
class LocalResponseNorm(_ChannelNorm):
    """Each value divided by a power of the squares of `size` neighbouring channels (AlexNet). It learns nothing."""

    kind: ClassVar[str] = "local_response_norm"
    short: ClassVar[str] = "lrn"

    size: int
    alpha: Fraction | float = Fraction(1, 10_000)
    beta: Fraction | float = Fraction(3, 4)
    k: Fraction | float = Fraction(1)

    def __post_init__(self) -> None:
        check_counts(self, "size")
        for option in ("alpha", "beta", "k"):
            exact_option(self, option)

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """None."""
        as_map(self.kind, shape)
        return {}


class LayerScale(_ChannelNorm):
    """Each channel times a learned number, without any statistics (ConvNeXt)."""

    __slots__ = ()

    kind: ClassVar[str] = "layer_scale"
    short: ClassVar[str] = "scale"
    inferred: ClassVar[str] = "num_channels"

    def parameter_shapes(self, shape: Shape) -> dict[str, Shape]:
        """`weight`: one for each channel."""
        channels, _, _ = as_map(self.kind, shape)
        return {"weight": (channels,)}

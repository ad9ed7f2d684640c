"""All names that a card may use of its network: layers, groups, arrays, values and gradients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from studycards.decks.value_names import INPUT
from studycards.engine.layers import AvgPool2d, Conv2d, GlobalAvgPool2d, GlobalMaxPool2d, MaxPool2d
from studycards.engine.names import groups

if TYPE_CHECKING:
    from studycards.engine.outlines import Outline

LEARNED = ("weight", "bias")

WINDOWED = (Conv2d, MaxPool2d, AvgPool2d, GlobalMaxPool2d, GlobalAvgPool2d)
"""The layers whose windows a condition may look at."""

_FIRST = re.compile(r"(?P<kind>.*\D)1")


@dataclass(frozen=True)
class NetworkNames:
    """The names of one network, with every way in which a layer can be called: a sole `relu1` is also `relu`."""

    outlines: tuple[Outline, ...]
    is_full: bool = False

    @cached_property
    def full(self) -> NetworkNames:
        """The same without short names."""
        return NetworkNames(self.outlines, is_full=True)

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The names of the layers."""
        return tuple(node.name for node in self.outlines)

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """What has an output: layers and groups."""
        return (*(name for name, _ in self._called), *groups(self.own))

    @cached_property
    def arrays(self) -> tuple[str, ...]:
        """What layers learn or may be given beside it: `conv1.weight`, `bn1.running_mean`."""
        return tuple(f"{name}.{array}" for name, node in self._called for array in node.arrays)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """What layers learn."""
        return tuple(f"{name}.{array}" for name, node in self._called for array in LEARNED if array in node.arrays)

    @cached_property
    def data(self) -> tuple[str, ...]:
        """What can be given: arrays, and values and gradients of layers instead of what would be computed."""
        given = (f"{lead} of {layer}" for lead in ("output", "gradient") for layer in self.layers)
        return (INPUT, *self.arrays, *given)

    @cached_property
    def gradients(self) -> tuple[str, ...]:
        """What has a gradient: values, parameters, and what enters a layer, for the share of this layer alone."""
        entering = (f"{name}.{INPUT}" for name, _ in self._called)
        return (INPUT, *self.layers, *self.parameters, *entering)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """What a condition can look at."""
        outputs = (f"output of {layer}" for layer in self.layers)
        gradients = (f"gradient of {name}" for name in self.gradients)
        return (INPUT, *self.arrays, *outputs, *gradients, *(f"window of {name}" for name in self.windowed))

    @cached_property
    def windowed(self) -> tuple[str, ...]:
        """The layers that look at windows."""
        return tuple(name for name, node in self._called if issubclass(node.kind, WINDOWED))

    @cached_property
    def _called(self) -> tuple[tuple[str, Outline], ...]:
        """The layers by every name that stands for one of them."""
        own = set(self.own)
        called = [(node.name, node) for node in self.outlines]
        for node in () if self.is_full else self.outlines:
            first = _FIRST.fullmatch(node.name)
            if first and first["kind"] not in own and f"{first['kind']}2" not in own:
                called.append((first["kind"], node))
        return tuple(called)

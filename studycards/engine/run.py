"""A network with everything that goes through it: arrays forward, a loss, gradients back, one step of an optimiser.

A `Run` is a value from which others follow: from given intermediates on, or with a wrong rule at work.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from studycards.engine.errors import LayerError
from studycards.engine.names import INPUT, resolved_name
from studycards.engine.passage import Passage
from studycards.engine.rationals import array_of, tensor_of
from studycards.engine.run_arrays import (
    GRADIENT,
    OUTPUT,
    filler,
    full_name,
    needed_arrays,
    shape_of,
    unknown_array,
    windows_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from fractions import Fraction

    from studycards.engine.functional._arrays import Array
    from studycards.engine.loss import Loss
    from studycards.engine.network import Network
    from studycards.engine.optim import Optimizer
    from studycards.engine.passage import Revise
    from studycards.engine.rationals import Nested
    from studycards.engine.run_arrays import Arrays

    Step: TypeAlias = Callable[[Array, Array], Array]


class Rule(NamedTuple):
    """What is done otherwise in a run: the operation of a node, the loss, the step from (parameter, gradient)."""

    operation: Revise | None = None
    loss: Callable[[Loss], Loss] | None = None
    step: Callable[[Step], Step] | None = None


@dataclass(frozen=True, eq=False)
class Run:
    """What goes through `network`. Arrays are float64; `x` is (N, *input_shape), `parameters` as `forward` takes them.

    `outputs` and `gradients` are given ones, by the names of nodes (gradients also of `conv1.weight`, and of
    `conv1.input` the share that conv1 alone sends back): they are taken instead of what would be computed, and all
    that depends on them follows. `absent` names arrays that nobody gave. `before` is what went through
    the run that this one follows from.
    """

    network: Network
    x: Array
    parameters: Arrays
    outputs: Arrays = field(default_factory=dict)
    gradients: Arrays = field(default_factory=dict)
    loss: Loss | None = None
    optimizer: Optimizer | None = None
    rule: Rule = field(default_factory=Rule)
    absent: tuple[str, ...] = ()
    before: Passage | None = field(default=None, repr=False)

    @classmethod
    def of(
        cls,
        network: Network,
        data: Mapping[str, Nested],
        *,
        batch: int = 1,
        loss: Loss | None = None,
        optimizer: Optimizer | None = None,
    ) -> Run:
        """Return the run of `data` by its names: `input`, `conv1.weight`, `output of conv1`, `gradient of conv1`, ...

        What is absent may be anything: only what does not depend on it can be asked.

        Raises:
            LayerError: the network has no such array, or it has another shape.
        """
        named = {full_name(network, name): nested for name, nested in data.items()}
        given = {name: array_of(nested, shape_of(network, name, batch), name) for name, nested in named.items()}
        absent = tuple(name for name in needed_arrays(network) if name not in given)
        plain = {name: filler(shape_of(network, name, batch), 0) for name in absent} | {
            name: array for name, array in given.items() if not name.startswith((OUTPUT, GRADIENT))
        }
        x = plain.pop(INPUT)
        return cls(network, x, plain, _behind(OUTPUT, given), _behind(GRADIENT, given), loss, optimizer, absent=absent)

    @cached_property
    def passage(self) -> Passage:
        """All that is computed on the way forward and back."""
        return Passage(
            self.network,
            self.x,
            self.parameters,
            self.outputs,
            self.gradients,
            self.loss if self.loss is None or self.rule.loss is None else self.rule.loss(self.loss),
            self.rule.operation,
            self.before,
        )

    @property
    def values(self) -> dict[str, Array]:
        """The value of the input and of every node by name."""
        return self.passage.values

    @property
    def all_gradients(self) -> dict[str, Array]:
        """The gradients of the loss by the names of what they belong to: `conv1`, `conv1.weight`, `input`.

        Raises:
            LayerError: there is neither a loss nor a given gradient.
        """
        return self.passage.all_gradients

    def sent_back(self, name: str) -> Mapping[str, Array]:
        """Return what the node `name` alone sends back: see `studycards.engine.passes.Back`."""
        return self.passage.back.sent[name]

    def array(self, quantity: str, of: str | None = None) -> Array:
        """Return what the words `quantity` and `of` ask, with the batch axis: see `studycards.decks.asking.Ask`.

        `output` of a layer or `input`; `loss`; `gradient` of a layer, of `input`, of `conv1.weight`, or of
        `conv1.input`, the share of this layer alone; `update` of `conv1.weight`.

        Raises:
            LayerError: the network has no such array, or it depends on one that is absent.
        """
        asked = self._array(quantity, of)
        if self.absent and not np.array_equal(asked, self._otherwise.array(quantity, of)):
            raise LayerError(
                "engine.array_needed",
                "data is missing: {names}; this cannot be computed without it",
                names=", ".join(self.absent),
            )
        return asked

    def tensor(self, quantity: str, of: str | None = None) -> Nested:
        """Return what `array` returns as a learner knows it: exact, without a batch of one."""
        return tensor_of(self.array(quantity, of))

    def is_given(self, quantity: str, of: str | None = None) -> bool:
        """Whether what the words ask was given instead of computed."""
        given = {"output": self.outputs, "gradient": self.gradients}.get(quantity, {})
        return (self.network.outputs[0] if of is None else self.named(of)) in given

    def windows(self, of: str) -> tuple[tuple[Fraction, ...], ...]:
        """Return what each window of a pooling or convolution sees of its input, row by row, without padding.

        Raises:
            LayerError: the layer has no windows.
        """
        name = self.named(of)
        [node] = self.network.nodes_of(name)
        return windows_of(self.network, name, self.values[node.inputs[0]])

    def following(self, rule: Rule) -> Run:
        """Return the run in which `rule` is at work."""
        return replace(self, rule=rule, before=self.passage)

    def taking(self, given: Mapping[str, Nested]) -> Run:
        """Return the run from given values on: `output of relu1`, `gradient of fc`, `gradient of fc.weight`.

        They replace what would be computed, and all that depends on them follows.

        Raises:
            LayerError: the network has no such array, or it has another shape.
        """
        arrays = {name: array_of(nested, self._shape(name), name) for name, nested in given.items()}
        return self._given(arrays)

    def keeping(self, names: Iterable[str]) -> Run:
        """Return the same run, with arrays that `taking` takes given in it as they come out here."""
        arrays = {name: self.array(*name.split(" of ")) for name in names}
        run = self._given(arrays)
        run.__dict__["passage"] = self.passage  # where `cached_property` keeps it
        return run

    def _given(self, arrays: Arrays) -> Run:
        return replace(
            self,
            outputs={**self.outputs, **_behind(OUTPUT, arrays)},
            gradients={**self.gradients, **_behind(GRADIENT, arrays)},
            before=self.passage,
        )

    def named(self, of: str) -> str:
        """Return the full name of a value or of what a layer learns: `relu1` of `relu`, `conv1.weight`, `input`."""
        owner, _, array = of.rpartition(".")
        if owner and array in ("weight", "bias", INPUT) and of not in self.network.names:
            return f"{resolved_name(owner, self.network.names)}.{array}"
        if owner in self.network.names and of not in self.network.names:
            raise unknown_array(of, [name for name in self.parameters if name.startswith(f"{owner}.")])
        return resolved_name(of, (INPUT, *self.network.names))

    def _array(self, quantity: str, of: str | None) -> Array:
        name = self.network.outputs[0] if of is None else self.named(of)
        if quantity == "output":
            return self._found(self.values, name)
        if quantity == "loss":
            return self.passage.asked_loss.value(self.values[self.network.outputs[0]])
        if quantity == "gradient":
            return self._gradient(name)
        return self._step(self._found(self.parameters, name), self._gradient(name))

    def _gradient(self, name: str) -> Array:
        owner, _, array = name.rpartition(".")
        if array != INPUT or not owner or name in self.gradients:
            return self._found(self.all_gradients, name)
        self._found(self.all_gradients, owner)
        sent = self.sent_back(owner)
        return sent["x" if "x" in sent else "x0"]

    @staticmethod
    def _found(arrays: Arrays, name: str) -> Array:
        if name not in arrays:
            raise unknown_array(name, arrays)
        return arrays[name]

    @property
    def _step(self) -> Step:
        optimizer = self.optimizer
        if optimizer is None:
            raise LayerError("engine.optimizer_needed", "an optimizer is needed")

        def step(parameter: Array, gradient: Array) -> Array:
            return optimizer.step(parameter, gradient)[0]

        return step if self.rule.step is None else self.rule.step(step)

    @cached_property
    def _otherwise(self) -> Run:
        """The same run with something else in the place of what is absent."""
        other = {name: filler(self._shape(name), 1) for name in self.absent}
        x = other.pop(INPUT, self.x)
        return replace(self, x=x, parameters={**self.parameters, **other}, absent=(), before=None)

    def _shape(self, name: str) -> tuple[int, ...]:
        return shape_of(self.network, name, len(self.x))


def _behind(lead: str, arrays: Arrays) -> dict[str, Array]:
    """Return the arrays whose names begin with `lead`, without it."""
    return {name.removeprefix(lead): array for name, array in arrays.items() if name.startswith(lead)}

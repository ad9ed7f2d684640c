"""What a value is made of: the operations that use it or give it, cell by cell, and the values needed before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import LayerError
from studycards.engine.layers import Conv2d, ConvTranspose2d, Crop, Dropout, DropPath, LayerScale, Linear
from studycards.engine.names import INPUT
from studycards.engine.rationals import array_of
from studycards.engine.trace import NetworkTrace, Number, Step, Sum, first_update, traced_loss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.asking import Ask
    from studycards.engine.functional._arrays import Array
    from studycards.engine.network import Node
    from studycards.engine.run import Run
    from studycards.engine.trace import Operation

Index = tuple[int, ...]

LEARNED = ("weight", "bias")

LINEAR = (Conv2d, ConvTranspose2d, Linear, LayerScale, Dropout, DropPath)
"""Layers whose gradient with respect to their input does not look at it, although they keep something."""

LOSS = "loss"

_ONE = Fraction(1)


class Asked(NamedTuple):
    """A value by its full name: `output`, `gradient` or `update` of something, or the `loss` (whose name is empty)."""

    quantity: str
    name: str = ""


class Use(NamedTuple):
    """An operation that gives a value, or sends its gradient back to `argument`; `node` is None for the loss."""

    node: Node | None
    operation: Operation
    argument: str | None = None


@dataclass(frozen=True)
class Way:
    """The ways through a run: from what is known to any value of it."""

    run: Run
    _steps: dict[tuple[Asked, Index], Step] = field(default_factory=dict, init=False, repr=False)

    def asked(self, ask: Ask) -> Asked:
        """Return what `ask` asks by its full name."""
        end = self.run.network.outputs[0]
        return Asked(LOSS) if ask.quantity == LOSS else Asked(ask.quantity, self.run.named(ask.of or end))

    @cached_property
    def operations(self) -> dict[str, Use]:
        """What gives the value of each node."""
        trace = NetworkTrace(self.run.network, self.run.parameters, self.run.values, {}, {})
        return {node.name: Use(node, operation) for node, operation in trace.operations}

    @cached_property
    def loss(self) -> Use:
        """What gives the loss."""
        assert self.run.loss is not None
        return Use(None, traced_loss(self.run.loss, self.run.values[self.end]))

    @property
    def end(self) -> str:
        """The name of the value that the loss is of."""
        return self.run.network.outputs[0]

    @cached_property
    def _reached(self) -> frozenset[str]:
        """The names of the values that a gradient comes back to, from the loss or from given gradients."""
        reached = set(self.run.gradients) | ({self.end} if self.run.loss is not None else set())
        for node in reversed(self.run.network.nodes):
            if node.name in reached:
                reached.update(node.inputs)
        return frozenset(reached)

    def uses(self, asked: Asked) -> list[Use]:
        """Return what gives a value, or all that a gradient comes back from; nothing for an update or what is given."""
        if self.is_given(asked):
            return []
        match asked.quantity:
            case "output":
                return [self.operations[asked.name]]
            case "loss":
                return [self.loss]
            case "gradient":
                return list(self._senders(asked.name))
        return []

    def shape(self, asked: Asked) -> Index:
        """Return the shape of a value, with its batch axis."""
        name = asked.name
        if asked.quantity == LOSS:
            return ()
        owner, _, array = name.rpartition(".")
        if owner and array == INPUT:
            name = self.operations[owner].node.inputs[0]  # type: ignore[union-attr]
        shape: Index = (self.run.parameters if name in self.run.parameters else self.run.values)[name].shape
        return shape

    def step(self, asked: Asked, cell: Index) -> Step:
        """Return how a cell comes about from what `needs` lists; a cell is traced once, however many lines need it."""
        if (asked, cell) not in self._steps:
            self._steps[asked, cell] = self._traced(asked, cell)
        return self._steps[asked, cell]

    def _traced(self, asked: Asked, cell: Index) -> Step:
        if asked.quantity == "update":
            return self._update(asked.name, cell)
        uses = self.uses(asked)
        if not uses:
            return Step(asked.quantity, Number(self.array(asked).item(*cell)), cell)
        if asked.quantity != "gradient":
            return uses[0].operation.output(cell)
        return Step("gradient", Sum(tuple(self._sent_back(use, cell) for use in uses)), cell)

    def needs(self, asked: Asked) -> list[Asked]:
        """Return what has to be computed right before: values first, then gradients."""
        if asked.quantity == "update":
            return [Asked("gradient", asked.name)]
        if asked.quantity == LOSS:
            return [Asked("output", self.end)]
        uses = self.uses(asked)
        values = [Asked("output", name) for use in uses for name in self.looks_at(use)]
        return [*values, *(Asked("gradient", use.node.name) for use in uses if use.argument and use.node)]

    def before(self, asked: Asked) -> list[Asked]:
        """Return all that has to be computed on the way, in order; nothing that is given."""
        found: dict[Asked, None] = {}
        self._collect(asked, found)
        del found[asked]
        return list(found)

    def is_given(self, asked: Asked) -> bool:
        """Whether a value need not be computed."""
        if asked.quantity == "gradient":
            return asked.name in self.run.gradients
        return asked.name in self.run.outputs or asked.name == INPUT

    def array(self, asked: Asked) -> Array:
        """Return an output or a gradient with all its cells."""
        return (self.run.values if asked.quantity == "output" else self.run.all_gradients)[asked.name]

    def _collect(self, asked: Asked, found: dict[Asked, None]) -> None:
        for needed in self.needs(asked):
            if needed not in found and not self.is_given(needed) and self._is_known(needed):
                self._collect(needed, found)
        found[asked] = None

    def _is_known(self, asked: Asked) -> bool:
        """Whether a value can be computed although some arrays are absent."""
        if self.run.absent:
            try:
                self.run.array(*asked)
            except LayerError:
                return False
        return True

    def _senders(self, name: str) -> Iterator[Use]:
        owner, _, array = name.rpartition(".")
        if owner and array == INPUT and name not in self.run.values:
            yield self.operations[owner]._replace(argument=_argument(self.operations[owner], 0))
        elif owner and array in LEARNED and name not in self.run.values:
            for use in self.operations.values():
                if use.node and owner in (use.node.name, use.node.shares):
                    yield use._replace(argument=array)
        else:
            yield from self._consumers(name)

    def _consumers(self, name: str) -> Iterator[Use]:
        if name == self.end and self.run.loss is not None:
            yield self.loss._replace(argument="x")
        for use in self.operations.values():
            assert use.node is not None
            if use.node.name not in self._reached:
                continue
            seen = use.node.inputs[:1] if isinstance(use.node.layer, Crop) else use.node.inputs
            for number, source in enumerate(seen):
                if source == name:
                    yield use._replace(argument=_argument(use, number))

    def _sent_back(self, use: Use, cell: Index) -> Step:
        gradient = self.run.all_gradients[use.node.name] if use.node else array_of(_ONE, (), LOSS)
        return use.operation.gradient(use.argument or "x", cell, gradient)

    def _update(self, name: str, cell: Index) -> Step:
        optimizer = self.run.optimizer
        assert optimizer is not None
        parameter, gradient = self.run.parameters[name], self.run.all_gradients[name]
        return first_update(
            optimizer, Number(parameter.item(*cell), "w", cell), Number(gradient.item(*cell), "gradient", cell)
        )

    def looks_at(self, use: Use) -> tuple[str, ...]:
        """Return the names of the values that an operation looks at."""
        if use.node is None:
            return (self.end,)
        if use.argument is None:
            return use.node.inputs
        if use.argument == "weight":
            return use.node.inputs[:1]
        keeps = use.argument != "bias" and use.node.layer.keeps and not isinstance(use.node.layer, LINEAR)
        return use.node.inputs if keeps else ()


def _argument(use: Use, number: int) -> str:
    """Return what an operation calls its inputs: `x`, of several `x0`, `x1`, ..."""
    return f"x{number}" if hasattr(use.operation, "inputs") else "x"

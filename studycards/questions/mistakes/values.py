"""Wrong rules about what goes through a network: each one puts something else in the place of an operation.

A rule is at work in every layer that it is about, and everything behind follows. Nothing here imports NumPy: the
library is listed without it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from studycards.questions.mistakes.mistake import Mistake
from studycards.questions.mistakes.paths import way_back, way_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.decks.asking import Ask
    from studycards.engine.layers import Layer, Shape
    from studycards.engine.loss import Loss
    from studycards.engine.network import Node
    from studycards.engine.operations import Operation
    from studycards.engine.optim import Optimizer
    from studycards.engine.passage import Revise
    from studycards.engine.rationals import Nested
    from studycards.engine.run import Rule, Run, Step


class Site(NamedTuple):
    """A layer of a run where a rule may be at work, with the shape that enters it first."""

    run: Run
    node: Node
    entering: Shape

    @property
    def layer(self) -> Any:  # noqa: ANN401 - of one of the kinds of a rule, whose options its condition knows
        """The layer itself."""
        return self.node.layer

    @property
    def batch(self) -> int:
        """How many examples there are."""
        return len(self.run.x)

    def has(self, array: str) -> bool:
        """Say whether the run was given this array of the layer."""
        return f"{self.node.name}.{array}" in self.run.parameters


class LayerRule(NamedTuple):
    """What is done otherwise in layers of some `kinds`, `where` the options and shapes let it make a difference."""

    kinds: tuple[type[Layer], ...]
    revise: Callable[[Operation], Operation]
    where: Callable[[Site], bool] = lambda _: True

    def fits(self, site: Site) -> bool:
        """Say whether the rule is about this layer."""
        return isinstance(site.layer, self.kinds) and self.where(site)


class LossRule(NamedTuple):
    """What is done otherwise in losses of some `names`, `where` their targets and the batch let it make a difference.

    The batch is the number of examples.
    """

    names: tuple[str, ...]
    revise: Callable[[Loss], Loss]
    where: Callable[[Loss, int], bool] = lambda _loss, _batch: True


@dataclass(frozen=True, slots=True)
class ValueMistake(Mistake, ABC):
    """A wrong value, loss, gradient or step."""

    def applies(self, run: Run, ask: Ask) -> bool:
        """Say whether the rule is about anything on the way to what `ask` asks of `run`."""
        return self.applies_to(ask.quantity) and self._rule(run, ask) is not None

    def value(self, run: Run, ask: Ask) -> Nested | None:
        """Return what the rule gives in this run; the right value where it changes no number.

        None where it does not apply or leads to nothing: shapes do not fit, or a cell is no finite number.
        """
        rule = self._rule(run, ask) if self.applies_to(ask.quantity) else None
        if rule is None:
            return None
        from studycards.engine.outcome import outcome  # noqa: PLC0415 - NumPy costs 75 ms; a run has it already

        return outcome(run.following(rule), ask.quantity, ask.of)

    @abstractmethod
    def _rule(self, run: Run, ask: Ask) -> Rule | None:
        """Return what is done otherwise in `run`; None where the rule does not apply."""


@dataclass(frozen=True, slots=True)
class ForwardMistake(ValueMistake):
    """A layer computed wrongly on the way forward."""

    rules: tuple[LayerRule, ...]
    quantities: ClassVar[tuple[str, ...]] = ("output", "loss")

    def _rule(self, run: Run, ask: Ask) -> Rule | None:
        way = way_there(run, ask)
        rules = _rules_by_node(self.rules, run, way)
        return run.rule._replace(operation=_revision(rules, way, _nothing_forward)) if rules else None


@dataclass(frozen=True, slots=True)
class BackwardMistake(ValueMistake):
    """A layer that sends a wrong gradient back: of what enters it, or of what it learns."""

    rules: tuple[LayerRule, ...]
    arrays: tuple[str, ...] = ("x",)
    quantities: ClassVar[tuple[str, ...]] = ("gradient", "update")

    def _rule(self, run: Run, ask: Ask) -> Rule | None:
        sent = way_back(run, ask).sent
        concerned = frozenset(name for name, arrays in sent.items() if not arrays.isdisjoint(self.arrays))
        rules = _rules_by_node(self.rules, run, concerned)
        if not rules:
            return None
        return run.rule._replace(operation=_revision(rules, frozenset(sent), _nothing_back))


@dataclass(frozen=True, slots=True)
class LossMistake(ValueMistake):
    """A wrong loss of right predictions."""

    rule: LossRule
    quantities: ClassVar[tuple[str, ...]] = ("loss",)

    def _rule(self, run: Run, ask: Ask) -> Rule | None:  # noqa: ARG002 - whatever is asked here is the loss
        return _loss_rule(self.rule, run)


@dataclass(frozen=True, slots=True)
class LossGradientMistake(ValueMistake):
    """A wrong gradient of the loss with respect to the predictions."""

    rule: LossRule
    quantities: ClassVar[tuple[str, ...]] = ("gradient", "update")

    def _rule(self, run: Run, ask: Ask) -> Rule | None:
        return _loss_rule(self.rule, run) if way_back(run, ask).from_loss else None


@dataclass(frozen=True, slots=True)
class UpdateMistake(ValueMistake):
    """A wrong step with the right gradient: `step` gives it for an optimiser, `where` its options let it differ."""

    step: Callable[[Optimizer], Step]
    where: Callable[[Optimizer], bool] = lambda _: True
    quantities: ClassVar[tuple[str, ...]] = ("update",)

    def _rule(self, run: Run, ask: Ask) -> Rule | None:  # noqa: ARG002 - whatever is asked here is a step
        if run.optimizer is None or not self.where(run.optimizer):
            return None
        wrong = self.step(run.optimizer)
        return run.rule._replace(step=lambda _: wrong)


def _rules_by_node(rules: tuple[LayerRule, ...], run: Run, names: frozenset[str]) -> dict[str, LayerRule]:
    """Return the first rule that fits each node of `names`, by the node's name; nodes that none fits are left out."""
    sites = [
        Site(run, node, shapes[0])
        for node, shapes in zip(run.network.nodes, run.network.entering, strict=True)
        if node.name in names
    ]
    return {site.node.name: rule for site in sites for rule in reversed(rules) if rule.fits(site)}


def _revision(rules: dict[str, LayerRule], way: frozenset[str], nothing: Callable[[Operation], Operation]) -> Revise:
    """Return what revises each operation; off the way nothing is done: what is wrong need not fit there."""

    def revise(node: Node, operation: Operation) -> Operation:
        if node.name not in way:
            return nothing(operation)
        return rules[node.name].revise(operation) if node.name in rules else operation

    return revise


def _nothing_forward(operation: Operation) -> Operation:
    return operation._replace(forward=lambda x, *_, **__: x)


def _nothing_back(operation: Operation) -> Operation:
    return operation._replace(backward=lambda *_, **__: {})


def _loss_rule(rule: LossRule, run: Run) -> Rule | None:
    if run.loss is None or run.loss.name not in rule.names or not rule.where(run.loss, len(run.x)):
        return None
    return run.rule._replace(loss=rule.revise)

"""Shapes carried forward: a shape is also right if it follows from those that the learner gave before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError
from studycards.engine.names import INPUT, resolved_name
from studycards.locale import message
from studycards.questions.question import Outcome
from studycards.questions.variants.layouts import channels_first, laid_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.layers import Shape
    from studycards.engine.network import Network
    from studycards.questions.kinds.computed import ShapeQuestion
    from studycards.questions.question import Reading, Verdict


@dataclass(frozen=True, slots=True)
class AskedShape:
    """The question for the shape behind the layer `name` of a network."""

    question: ShapeQuestion
    network: Network
    name: str

    @classmethod
    def of(cls, question: ShapeQuestion, network: Network, layer: str | None) -> AskedShape:
        """Return the question for the shape behind `layer`, or behind the last one where none is named."""
        return cls(question, network, network.outputs[0] if layer is None else resolved_name(layer, network.names))

    def graded_from(self, reading: Reading, own: Mapping[str, Shape]) -> Verdict:
        """Grade a shape by the right one or, where that helps, by what follows from the learner's `own` shapes."""
        verdict = self.question.grade(reading)
        expected = self._following(own) if own else None
        if verdict.outcome is Outcome.RIGHT or expected is None:
            return verdict
        carried = replace(self.question, value=expected, wrong=()).grade(reading)
        if carried.outcome is not Outcome.RIGHT:
            return verdict
        return replace(carried, notes=(message("values.carried"),), carried=True)

    def carried_on(self, given: Shape) -> dict[str, Shape]:
        """Return a wrong shape that later steps may build upon, by the name of its layer; nothing of a right one."""
        return {} if given == self.question.value else {self.name: channels_first(given, self.question.layout)}

    def _following(self, own: Mapping[str, Shape]) -> Shape | None:
        """Return the shape that follows from the learner's; None where no window or matrix fits any more."""
        shapes = {INPUT: self.network.input_shape}
        for node in self.network.nodes:
            try:
                computed = node.layer.output_shape(*[shapes[name] for name in node.inputs])
            except LayerError:
                return None
            shapes[node.name] = own.get(node.name, computed)
        return laid_out(shapes[self.name], self.question.layout)

"""Errors carried forward: a step is also right if it follows from what the learner gave before.

The network is run again from there on. An earlier value that is a cheap way out, all zeros or the same everywhere where
the right one is not, is not carried: it would make everything behind it easy.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.errors import EngineError
from studycards.engine.layers import Softmax
from studycards.locale import message
from studycards.questions.layouts import CHANNELS_FIRST, channels_first_cells
from studycards.questions.question import Outcome
from studycards.questions.values.tensor import cells_of, shape_of_tensor
from studycards.questions.values.variant import is_map, seen, value_slips

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.engine.run import Run
    from studycards.questions.question import Reading, Tensor, TensorReading, Verdict
    from studycards.questions.values.tensor import TensorQuestion


def graded_from(question: TensorQuestion, reading: Reading, own: Mapping[str, Tensor]) -> Verdict:
    """Grade a step by the right value or, if that is better, by what follows from the learner's `own` values."""
    verdict = question.grade(reading)
    if verdict.outcome is Outcome.RIGHT or not own or (following := _following(question, own)) is None:
        return verdict
    carried = following.grade(reading)
    if carried.score <= verdict.score and not (carried.mistakes and not verdict.mistakes):
        return verdict
    sentence = "values.carried" if carried.outcome is Outcome.RIGHT else "values.carried_partly"
    return replace(carried, notes=(message(sentence), *carried.notes), carried=True)


def carried_on(question: TensorQuestion, given: TensorReading) -> dict[str, Tensor]:
    """Return a wrong value that later steps may build upon, by its name; nothing of a right one or a cheap way out."""
    if given.shape != question.shape or all(question.marks(given.value)) or _is_cheap(given.value, question.value):
        return {}
    taken = as_taken(question, given.value)
    return {**taken, **{scores: value for name in taken for scores, value in _scores(question.run, name, taken[name])}}


def as_taken(question: TensorQuestion, value: Tensor) -> dict[str, Tensor]:
    """Return the value of a step as a run takes it, by its name; nothing where nothing depends on it."""
    name = _taken_as(question)
    if name is None:
        return {}
    last = question.card.layout != CHANNELS_FIRST and is_map(question.asked)
    return {name: channels_first_cells(value) if last else value}


def _following(question: TensorQuestion, own: Mapping[str, Tensor]) -> TensorQuestion | None:
    """Return the question whose right answer follows from the learner's values; None where they lead to nothing."""
    try:
        run = question.run.taking(own)
        value = seen(question.card, question.asked, run.tensor(question.asked.quantity, question.asked.of))
    except EngineError:
        return None
    if shape_of_tensor(value) != question.shape or _is_cheap(value, question.value):
        return None
    ids = tuple(slip.name for slip in question.wrong)
    slips = tuple(value_slips(question.card, run, question.asked, ids)) if ids else ()
    following = replace(question, value=value, run=run)
    return replace(following, wrong=tuple(slip for slip in slips if not following.gives(slip, value)))


def _taken_as(question: TensorQuestion) -> str | None:
    """Return the name under which a run takes the value of a step; None where nothing depends on it."""
    run, asked = question.run, question.asked
    if asked.quantity not in ("output", "gradient"):
        return None
    name = run.network.outputs[0] if asked.of is None else run.named(asked.of)
    return None if name.endswith(".input") else f"{asked.quantity} of {name}"


def _scores(run: Run, name: str, value: Tensor) -> list[tuple[str, Tensor]]:
    """Return the scores that the loss takes, where `value` is their softmax on a side branch that leads nowhere."""
    node = next((node for node in run.network.nodes if f"output of {node.name}" == name), None)
    if node is None or not isinstance(node.layer, Softmax) or node.inputs != run.network.outputs[:1]:
        return []
    if run.loss is None or run.loss.name != "cross_entropy" or min(cells_of(value)) <= 0:
        return []
    return [(f"output of {node.inputs[0]}", _logarithms(value))]


def _logarithms(value: Tensor) -> Tensor:
    return tuple(map(_logarithms, value)) if isinstance(value, tuple) else Fraction(math.log(value))


def _is_cheap(given: Tensor, right: Tensor) -> bool:
    """Say whether a value is all zeros, or the same everywhere, where the right one is not."""
    mine, true = set(cells_of(given)), set(cells_of(right))
    return (mine == {0} and true != {0}) or (len(mine) == 1 < len(true))

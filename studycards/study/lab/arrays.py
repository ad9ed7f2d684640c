"""The arrays of the Lab: small whole numbers drawn from a seed, or those of a question with what it left open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.decks.varied import ArraySpec
from studycards.engine.names import INPUT
from studycards.engine.rationals import seen_shape
from studycards.engine.run import Run
from studycards.engine.run_arrays import GRADIENT, needed_arrays, shape_of
from studycards.errors import StudycardsError
from studycards.questions.values.data import drawn_cells
from studycards.questions.values.lines_cells import NORMS
from studycards.study.lab.sketch import cells_of

if TYPE_CHECKING:
    from studycards.engine.network import Network
    from studycards.questions.question import Tensor

MOST_CELLS = 100_000
"""Values and parameters: LeNet-5 has 77,452, of which 61,830 are drawn in 0.2 s."""

_DIGITS = {name: tuple(map(str, numbers)) for name, numbers in {
    INPUT: range(-1, 4), GRADIENT: range(-2, 3), "weight": range(-1, 2), "bias": range(-1, 2), "scale": range(1, 3),
}.items()}  # fmt: skip
"""What is drawn for each kind of array: few and small, so that every sum can be followed."""


def check_size(network: Network) -> None:
    """Refuse a network with more numbers than anybody looks at.

    Raises:
        StudycardsError: it has more.
    """
    cells = cells_of(network)
    if cells > MOST_CELLS:
        raise StudycardsError("lab.too_many_cells", found=cells, limit=MOST_CELLS)


def drawn_run(network: Network, seed: int, batch: int = 1) -> Run:
    """Return the run of arrays that `seed` draws: the input, all that is learned, the gradient of what comes out.

    Raises:
        StudycardsError: the network is too large.
    """
    check_size(network)
    names = (*needed_arrays(network), f"{GRADIENT}{network.outputs[0]}")
    data = {name: _drawn(network, name, seed, batch) for name in names}
    return Run.of(network, data, batch=batch)


def completed(run: Run, seed: int) -> Run:
    """Return a run of a question with everything in it: what nobody gave is drawn.

    Raises:
        StudycardsError: the network is too large.
    """
    fresh = drawn_run(run.network, seed, len(run.x))
    learned = {name: fresh.parameters[name] for name in run.absent if name != INPUT}
    return replace(
        run,
        x=fresh.x if INPUT in run.absent else run.x,
        parameters={**run.parameters, **learned},
        gradients=run.gradients if has_gradient(run) else fresh.gradients,
        absent=(),
    )


def has_gradient(run: Run) -> bool:
    """Whether anything can come back through a run: from a loss, or from a gradient that is given."""
    return run.loss is not None or bool(run.gradients)


def _drawn(network: Network, name: str, seed: int, batch: int) -> Tensor:
    spec = ArraySpec(name, values=_DIGITS[_kind(network, name)])
    return drawn_cells(spec, f"lab\n{seed}", seen_shape(shape_of(network, name, batch)))


def _kind(network: Network, name: str) -> str:
    """Return what decides which numbers an array is drawn from; a norm scales by a positive number."""
    if name == INPUT:
        return INPUT
    if name.startswith(GRADIENT):
        return GRADIENT
    owner, _, array = name.rpartition(".")
    return "scale" if array == "weight" and isinstance(network.layer(owner), NORMS) else array

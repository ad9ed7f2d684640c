"""What the Lab shows first: the numbers of a question or drawn ones, and the cell that the question is about."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from studycards.engine.errors import EngineError
from studycards.engine.run_arrays import GRADIENT
from studycards.errors import StudycardsError
from studycards.study.lab.arrays import completed, drawn_run, has_gradient
from studycards.study.lab.flow import FORWARD, Flow
from studycards.study.lab.stage import Stage

if TYPE_CHECKING:
    from studycards.decks.asking import Ask
    from studycards.engine.network import Network
    from studycards.engine.run import Run
    from studycards.study.lab.start import LabStart


def flow_of(network: Network, start: LabStart, seed: int) -> Flow:
    """Return what goes through `network`: at seed 0 the arrays of the question, if it is its network, else drawn ones.

    Raises:
        StudycardsError: the network is too large, or nothing can go through it: a batch norm of single numbers.
    """
    given = start.run if seed == 0 and start.run is not None and start.run.network == network else None
    run = drawn_run(network, seed) if given is None else completed(given, seed)
    _send_through(run)
    return Flow(run, start.layout, frozenset() if given is None else _drawn(given))


def _send_through(run: Run) -> None:
    """Compute all values and gradients, which the run keeps."""
    try:
        arrays = (*run.values.values(), *run.all_gradients.values())
    except EngineError as error:
        raise StudycardsError(error.key, **error.values) from error
    if not all(isfinite(abs(array).max()) for array in arrays):
        raise StudycardsError("engine.not_finite")


def _drawn(run: Run) -> frozenset[str]:
    """Return the names of the arrays that a question leaves open."""
    end = () if has_gradient(run) else (f"{GRADIENT}{run.network.outputs[0]}",)
    return frozenset((*run.absent, *end))


def opening(flow: Flow, ask: Ask | None) -> Stage:
    """Return the stage on which what is asked comes about; the first layer where nothing is asked, or no value.

    It is that of the first cell that is not zero, as in the worked solution: a zero says little of how it comes about.
    """
    if ask is None or not ask.is_value:
        return Stage.of(flow, flow.layers[0])
    stage = Stage.of(flow, *_watched(flow, ask))
    cells = stage.array.reshape(-1).tolist()
    return stage.at(next((place for place, cell in enumerate(cells) if cell != 0), 0))


def _watched(flow: Flow, ask: Ask) -> tuple[str, str | None]:
    """Return the layer and the direction in which a value comes about."""
    network = flow.run.network
    name = network.outputs[0] if ask.of is None else flow.run.named(ask.of)
    owner, _, array = name.rpartition(".")
    if owner in network.names and array in ("weight", "bias", "input"):
        return owner, "x" if array == "input" else array
    if ask.quantity == "gradient":
        users = [node.name for node in network.nodes if name in node.inputs]
        return (users[0], "x") if users else (name, FORWARD)
    return (name if name in network.names else flow.layers[0]), FORWARD

"""What goes through the network of one variant: its arrays, the run of them, and what of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

from studycards.decks.value_names import array_names, identifier, named
from studycards.decks.varied import Experiment
from studycards.engine.expressions import evaluate_condition
from studycards.engine.names import INPUT
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.rationals import seen_shape
from studycards.engine.run import Run
from studycards.engine.run_arrays import GRADIENT, OUTPUT, full_name, shape_of
from studycards.errors import StudycardsError
from studycards.locale import Text
from studycards.questions.question import Grid
from studycards.questions.values.data import Datum
from studycards.questions.values.lines_cells import gradient_words, value_words
from studycards.questions.variants.layouts import CHANNELS_FIRST, channels_last_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.varied import ArraySpec, Cells, NetworkCard
    from studycards.engine.network import Network
    from studycards.questions.question import Tensor, Words, WrittenCells
    from studycards.questions.variants.draw import Names

    MakeDatum = Callable[[ArraySpec, tuple[int, ...]], Datum]

MOST_CELLS = 20_000
"""Values and parameters that may go through the network of a question: some hundred times what a hand can do."""

NOTHING = Experiment(data=())
"""The experiment of a card that has none."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The arrays of a variant by the names of the deck, and the run of them."""

    run: Run
    data: Mapping[str, Datum]
    show: tuple[str, ...]
    layout: str = CHANNELS_FIRST

    @property
    def shown(self) -> tuple[Datum, ...]:
        """The arrays that are shown under the question, in order."""
        return tuple(self.data[name] for name in self.show)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """What is shown under the question."""
        return tuple(Grid(array_words(datum.name), self._cells(datum)) for datum in self.shown)

    def _cells(self, datum: Datum) -> WrittenCells:
        """Return the cells of an array as the learner sees them, those of maps in the layout of the card."""
        cells = _seen(datum.cells)
        is_map = datum.name.startswith((OUTPUT, GRADIENT, INPUT)) and not datum.name.endswith(("weight", "bias"))
        return channels_last_cells(cells) if is_map and self.layout != CHANNELS_FIRST else cells

    def meets(self, conditions: tuple[str, ...], names: Names) -> bool:
        """Say whether the conditions on arrays hold.

        Raises:
            EngineError: a condition cannot be computed, or the network has no such array.
        """
        return all(self._holds(condition, names) for condition in conditions if any(array_names(condition)))

    def _holds(self, condition: str, names: Names) -> bool:
        arrays = {name for name, _ in array_names(condition)}
        values = {identifier(name): self._value(name) for name in arrays}
        return evaluate_condition(named(condition, arrays), {**names, **values})

    def _value(self, name: str) -> Tensor:
        """Return the array that a condition calls `output of conv1`, `window of pool1`, `conv1.weight` or `input`."""
        if name in self.data:
            return self.data[name].value
        quantity, _, of = name.partition(" of ")
        if quantity == "window":
            return self.run.windows(of)
        return self.run.tensor(quantity, of) if of else self.run.tensor("output", name)


def drawn_setup(card: NetworkCard, names: Names, seed: int, attempt: int) -> Setup:
    """Return the arrays that `seed` draws.

    Raises:
        EngineError: the network is impossible, or has no such array.
    """
    stream = f"{card.id}\n{seed}\n{attempt}"

    def datum(spec: ArraySpec, shape: tuple[int, ...]) -> Datum:
        if spec.cells is None:
            return Datum.drawn(spec, stream, shape)
        return Datum.given(spec.name, spec.cells, names, shape)

    return _setup(card, names, datum)


def given_setup(card: NetworkCard, names: Names, data: Mapping[str, Cells]) -> Setup:
    """Return the arrays of a worked example: those of the card, with `data` for those that are drawn.

    Raises:
        EngineError: the network is impossible, or has no such array.
        StudycardsError: an array that has to be drawn is not given.
    """

    def datum(spec: ArraySpec, shape: tuple[int, ...]) -> Datum:
        cells = data.get(spec.name, spec.cells)
        if cells is None:
            raise StudycardsError("computed.missing_arrays", card=card.id, name=spec.name)
        return Datum.given(spec.name, cells, names, shape)

    return _setup(card, names, datum)


def _setup(card: NetworkCard, names: Names, datum: MakeDatum) -> Setup:
    network, experiment = parse(card.network, names), card.experiment or NOTHING
    batch = experiment.batch
    _check_size(card, network, batch)
    data = {spec.name: datum(spec, _shape(network, spec.name, batch)) for spec in experiment.data}
    run = Run.of(
        network,
        {name: datum.value for name, datum in data.items()},
        batch=batch,
        loss=None if experiment.loss is None else parse_loss(experiment.loss, names),
        optimizer=None if experiment.optimizer is None else parse_optimizer(experiment.optimizer, names),
    )
    show = tuple(data) if experiment.show is None else experiment.show
    return Setup(run, data, show, card.layout)


def array_words(name: str) -> Words:
    """Name an array as lecturers do: the input, the output of a layer, the gradient behind it, `conv1.weight`."""
    if name.startswith(GRADIENT):
        return gradient_words(name.removeprefix(GRADIENT))
    if name == INPUT or name.startswith(OUTPUT):
        return value_words(name.removeprefix(OUTPUT))
    return Text.same(name)


def _check_size(card: NetworkCard, network: Network, batch: int) -> None:
    """Refuse a network whose values nobody computes by hand, before anything is drawn or computed."""
    shapes = (network.input_shape, *network.shapes)
    cells = batch * sum(prod(shape) for shape in shapes) + network.parameters()
    if cells > MOST_CELLS:
        raise StudycardsError("computed.too_many_cells", card=card.id, found=cells, limit=MOST_CELLS)


def _shape(network: Network, name: str, batch: int) -> tuple[int, ...]:
    return seen_shape(shape_of(network, full_name(network, name), batch))


def _seen(cells: WrittenCells) -> WrittenCells:
    """Return cells without their leading axes of size 1, which an author may write and nobody needs to see."""
    while isinstance(cells, tuple) and len(cells) == 1:
        cells = cells[0]
    return cells

"""`calc` of a value: arrays that are given or drawn go through a network; what comes out is printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from studycards.cli.output import WIDTH, Page, print_json
from studycards.cli.preview_json import grid_json, plain_json
from studycards.cli.question_page import print_parts
from studycards.decks.numerals import read_range
from studycards.decks.varied import ArraySpec, ComputedCard, Experiment
from studycards.engine.errors import EngineError, shown
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.rationals import seen_shape
from studycards.engine.run_arrays import full_name, shape_of
from studycards.errors import StudycardsError
from studycards.locale import Text, message
from studycards.questions.question import Grid, Unreadable
from studycards.questions.reading.numbers import read_number
from studycards.questions.reading.tensors import read_tensor
from studycards.questions.tolerance import MOST_DIGITS
from studycards.questions.values.lines_numbers import worked_cell
from studycards.questions.values.setup import drawn_setup
from studycards.questions.values.solution import solve_value
from studycards.questions.variants.placeholders import written_number
from studycards.study.grids import grid_lines

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from studycards.decks.asking import Ask
    from studycards.decks.varied import Cells
    from studycards.engine.network import Network
    from studycards.locale import Language
    from studycards.questions.question import Tensor, Words, WrittenCells
    from studycards.questions.values.setup import Setup


def print_value(network: Network, asked: Ask, options: Namespace, language: Language) -> None:
    """Print the value that is asked, below the arrays that were drawn for it.

    Raises:
        EngineError: the network has no such array or value, an array is missing or has another shape.
        StudycardsError: an array, the loss or the optimiser cannot be read.
    """
    setup = _set_up(network, asked, options)
    value = setup.run.tensor(asked.quantity, asked.of)
    parts = solve_value(setup.run, asked).in_full() if options.explain else ()
    if options.json:
        _print_json(value, setup, parts, options, language)
        return
    if setup.show:
        print(*grid_lines(setup.grids, language, WIDTH), "", sep="\n")
    print(*_lines(_cells(value), language), sep="\n")
    print_parts(parts, Page(language))


def _lines(cells: WrittenCells, language: Language) -> list[str]:
    """Return one number as it is, an array as a matrix."""
    if isinstance(cells, Text):
        return [language.render(cells)]
    return grid_lines([Grid(Text.same(""), cells)], language, WIDTH)


def _print_json(
    value: Tensor, setup: Setup, parts: Iterable[Words | Grid], options: Namespace, language: Language
) -> None:
    """Print the value as a number or nested lists, with what was drawn for it, and the solution where it is wanted."""
    drawn = {name: plain_json(setup.data[name].value) for name in setup.show}
    lines = [grid_json(part, language) if isinstance(part, Grid) else language.render(part) for part in parts]
    asked = {"network": options.network, "ask": options.ask, "answer": plain_json(value)}
    print_json({**asked, **({"data": drawn} if drawn else {}), **({"solution": lines} if lines else {})})


def _set_up(network: Network, asked: Ask, options: Namespace) -> Setup:
    """Return the run of the arrays of the command line; it shows those that are drawn."""
    if asked.quantity == "loss" and asked.of is not None:
        raise StudycardsError("decks.loss_of")
    for option, call, parse in (("loss", options.loss, parse_loss), ("optimizer", options.optimizer, parse_optimizer)):
        if call is not None:
            _check_call(f"--{option}", call, parse)
    _check_once(text.partition("=")[0].strip() for text in options.data)
    data = tuple(_array(text, network, options.batch) for text in options.data)
    experiment = Experiment(
        data=data,
        show=tuple(spec.name for spec in data if spec.cells is None),
        loss=options.loss,
        optimizer=options.optimizer,
        batch=options.batch,
    )
    card = ComputedCard(id="calc", question=Text.same(""), network=options.network, ask=asked, experiment=experiment)
    return drawn_setup(card, {}, options.seed, 0)


def _check_call(option: str, call: str, parse: Callable[[str, dict[str, Fraction]], object]) -> None:
    """Refuse a loss or an optimiser that cannot be read; its error has no place in the text of the network."""
    try:
        parse(call, {})
    except EngineError as error:
        reason = message(error.key, **error.values)
        raise StudycardsError("cli.unreadable", what=option, reason=reason) from error


def _check_once(names: Iterable[str]) -> None:
    """Refuse an array that is given twice: nobody knows which one is meant."""
    twice = next((name for name, times in Counter(names).items() if times > 1), None)
    if twice is not None:
        raise StudycardsError("cli.data_twice", name=twice)


def _array(text: str, network: Network, batch: int) -> ArraySpec:
    """Return the array that `input=1 2; 3 4` gives, or `input=-2..3` draws."""
    name, equals, values = (part.strip() for part in text.partition("="))
    if not (name and equals and values):
        raise StudycardsError("cli.data_form", found=shown(text))
    if ".." in values:
        return ArraySpec(name, values=_range(name, values))
    shape = seen_shape(shape_of(network, full_name(network, name), batch))
    reading = read_tensor(values, shape) if shape or "[" in values else read_number(values, measured=True)
    if isinstance(reading, Unreadable):
        raise StudycardsError("cli.unreadable", what=name, reason=reading.reason)
    return ArraySpec(name, cells=_written(reading.value))


def _range(name: str, text: str) -> tuple[str, ...]:
    try:
        return read_range(text).values()
    except ValueError as error:
        reason = message(error.args[0], found=shown(text))
        raise StudycardsError("cli.unreadable", what=name, reason=reason) from error


def _written(value: Tensor) -> Cells:
    """Return a tensor as a deck has it: expressions, nested by axes."""
    return tuple(map(_written, value)) if isinstance(value, tuple) else str(value)


def _cells(value: Tensor) -> WrittenCells:
    """Return numbers with six decimal places at most; what these would make 0 keeps its first digits."""
    if isinstance(value, tuple):
        return tuple(map(_cells, value))
    near = round(value, MOST_DIGITS)
    return written_number(near) if near or not value else worked_cell(value)

"""Worked lines are true: what stands on one side of a sign of equality is what stands on the other."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studycards.decks.asking import Ask
from studycards.engine.notation import parse
from studycards.engine.objective import parse_loss, parse_optimizer
from studycards.engine.rationals import fraction_of
from studycards.engine.run import Run
from studycards.engine.run_arrays import needed_arrays, shape_of
from studycards.locale import Language
from studycards.questions.question import Grid
from studycards.questions.values.solution import solve_value

if TYPE_CHECKING:
    from studycards.engine.rationals import Nested

PL, EN = Language("pl"), Language("en")

ROUNDED = 2e-3
"""Lines with rounded numbers add up to something within this, relative to the result or to 1."""

NETWORKS = {
    "conv": "2x3x4 | conv1: conv2d(2, 2, stride=2, padding=1)",
    "depthwise": "2x4x4 | conv1: conv2d(2, 3, groups=2, dilation=1, padding=1)",
    "transposed": "1x2x2 | conv1: conv_transpose2d(2, 2, stride=2)",
    "max pool": "1x4x4 | conv1: max_pool2d(3, stride=2, padding=1)",
    "average pool": "2x4x4 | conv1: avg_pool2d(2, stride=1, padding=1, count_include_pad=False)",
    "global average": "2x2x3 | conv1: global_avg_pool2d",
    "dense": "3 | conv1: linear(2)",
    "relu": "1x2x3 | conv1: relu",
    "leaky relu": "1x2x3 | conv1: leaky_relu(0.1)",
    "sigmoid": "1x2x2 | conv1: sigmoid",
    "tanh": "1x2x2 | conv1: tanh",
    "softmax": "3 | conv1: softmax",
    "log-softmax": "3 | conv1: log_softmax",
    "batch norm": "2x2x2 | conv1: batch_norm2d",
    "layer norm": "3 | conv1: layer_norm",
    "flatten": "2x2x2 | conv1: flatten",
    "residual": "1x3x3 | residual(conv1: conv2d(1, 3, padding=1) | relu)",
    "head": "1x4x4 | conv1: conv2d(1, 3) | relu | max_pool2d(2) | flatten | fc: linear(3)",
}

LOSSES = ["cross_entropy(target=0)", "mse_loss(target=1)", "half_squared_error(target=1)", "l2_penalty(strength=0.5)",
          "l1_loss(target=7)", "binary_cross_entropy_with_logits(target=1)"]  # fmt: skip

OPTIMIZERS = ["sgd(lr=0.1)", "sgd(lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.1)", "adam(lr=0.1)",
              "adamw(lr=0.1)", "rmsprop(lr=0.1)"]  # fmt: skip


def drawn(network: str, seed: int, *, loss: str | None, optimizer: str | None = None, batch: int = 1) -> Run:
    """A run of small whole numbers; without a loss the gradient of the output is given."""
    made, random = parse(network), np.random.default_rng(seed)

    def numbers(name: str) -> Nested:
        array = random.integers(-3, 4, shape_of(made, name, batch)).astype(float)
        return nested(array.tolist())

    names = [*needed_arrays(made), *([f"gradient of {made.outputs[0]}"] if loss is None else [])]
    return Run.of(
        made,
        {name: numbers(name) for name in names},
        batch=batch,
        loss=None if loss is None else parse_loss(loss, {}),
        optimizer=None if optimizer is None else parse_optimizer(optimizer, {}),
    )


def nested(cells: object) -> Nested:
    return tuple(map(nested, cells)) if isinstance(cells, list) else fraction_of(float(str(cells)))


def lines_of(run: Run, ask: str, language: Language) -> list[str]:
    asked = Ask.of_words(ask)
    assert asked is not None
    return [language.render(part) for part in solve_value(run, asked).in_full() if not isinstance(part, Grid)]


def sides(line: str) -> list[float] | None:
    """The values of a line of numbers, stage by stage; None of a sentence or a rule in letters."""
    without_note = re.sub(r" \((X\[|max\().*$", "", line) if line.startswith("d") else line
    _, *stages = re.split(r" [=≈] ", without_note)
    try:
        return [float(eval(in_python(stage), dict(FUNCTIONS))) for stage in stages] or None
    except (NameError, SyntaxError, TypeError):
        return None


FUNCTIONS = {"e": math.e, "ln": math.log, "root": math.sqrt, "tanh": math.tanh, "inf": math.inf, "max": max}


def in_python(stage: str) -> str:
    signs = {"0ₚ": "0", "−": "-", "·": "*", "²": "**2", "∞": "inf", "√": "root ", "^": "**", "\N{NO-BREAK SPACE}": ""}
    for sign, python in signs.items():
        stage = stage.replace(sign, python)
    return re.sub(r"(ln|root|tanh) ([\d.]+)", r"\1(\2)", stage)


def assert_true(line: str) -> None:
    """Check a line of numbers."""
    values = sides(line) or []
    exact = "≈" not in line
    for value in values[:-1]:
        assert value == pytest.approx(values[-1], rel=1e-9 if exact else ROUNDED, abs=1e-9 if exact else ROUNDED), line


def results(lines: list[str], letter: str) -> list[float]:
    """The last number of each line about a cell called `letter`."""
    return [sides(line)[-1] for line in lines if re.match(rf"{letter}(\[[0-9,]+\])? [=≈] ", line) and sides(line)]  # type: ignore[index]


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("ask", ["output", "gradient of input"])
@given(seed=st.integers(0, 10_000))
@settings(max_examples=8)
def test_every_line_re_adds_and_ends_with_the_value(network: str, ask: str, seed: int) -> None:
    run = drawn(network, seed, loss=None, batch=1 + seed % 2)
    lines = lines_of(run, ask, EN)
    expected = run.array(*(ask.split(" of ") if " of " in ask else [ask])).reshape(-1)[:36]

    for line in lines:
        assert_true(line)
    assert results(lines, "Y" if ask == "output" else "dX")[-len(expected) :] == pytest.approx(
        expected.tolist(), rel=1e-3, abs=1e-4
    )


@pytest.mark.parametrize("loss", LOSSES)
@given(seed=st.integers(0, 10_000))
@settings(max_examples=8)
def test_losses_and_their_gradients_re_add(loss: str, seed: int) -> None:
    run = drawn("3 | fc: linear(2)", seed, loss=loss, batch=1 + seed % 2)
    gradients = run.array("gradient", "fc").reshape(-1).tolist()

    assert results(lines_of(run, "loss", EN), "L") == pytest.approx([float(run.array("loss"))], rel=1e-3, abs=1e-4)
    assert results(lines_of(run, "gradient of fc", EN), "dZ") == pytest.approx(gradients, rel=1e-3, abs=1e-4)
    for line in lines_of(run, "gradient of fc", EN):
        assert_true(line)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_updates_re_add(optimizer: str) -> None:
    run = drawn("3 | fc: linear(2)", 7, loss="mse_loss(target=1)", optimizer=optimizer)
    updated = run.array("update", "fc.weight").reshape(-1).tolist()

    assert results(lines_of(run, "update of fc.weight", EN), "W′") == pytest.approx(updated, rel=1e-3, abs=1e-4)


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
@pytest.mark.parametrize("ask", ["output", "gradient of input"])
def test_no_hint_has_a_result(network: str, ask: str) -> None:
    """A hint is a rule in letters, a list of names, or a line that ends with a question mark."""
    asked = Ask.of_words(ask)
    assert asked is not None
    hints = [PL.render(hint) for hint in solve_value(drawn(network, 3, loss=None), asked).hints]

    assert len(hints) <= 3
    assert all(hint.endswith("= ?") or sides(hint.replace(",", ".")) is None for hint in hints)


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_both_languages_have_the_same_lines_of_numbers(network: str) -> None:
    run = drawn(network, 5, loss=None)
    polish, english = (lines_of(run, "gradient of input", language) for language in (PL, EN))
    arithmetic = [
        (pl, en) for pl, en in zip(polish, english, strict=True) if pl.startswith("dX[") and re.match(r"dX\[\d", pl)
    ]

    assert arithmetic
    for pl, en in arithmetic:
        assert re.findall(r"\d+", pl) == re.findall(r"\d+", en)

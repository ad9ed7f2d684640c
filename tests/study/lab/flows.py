"""What goes through small networks: arrays that are worked out by hand, and drawn ones."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.notation import parse
from studycards.engine.run import Run
from studycards.study.lab.opening import flow_of
from studycards.study.lab.start import LabStart

if TYPE_CHECKING:
    from studycards.study.lab.flow import Flow

HAND = "1x3x3 | conv1: conv2d(1, 2)"
"""By hand, with the arrays of `hand_flow`: Y = [0 5; 4 −1]."""


def tensor(*rows: tuple[int, ...]) -> tuple[tuple[Fraction, ...], ...]:
    return tuple(tuple(map(Fraction, row)) for row in rows)


def hand_flow() -> Flow:
    network = parse(HAND)
    run = Run.of(
        network,
        {
            "input": tensor((1, 2, 0), (0, 1, 3), (2, 0, 1)),
            "conv1.weight": tensor((1, -1), (2, 0)),
            "conv1.bias": Fraction(1),
            "gradient of conv1": tensor((1, 0), (-1, 2)),
        },
    )
    return flow_of(network, LabStart(HAND, run), 0)


def drawn_flow(notation: str, seed: int = 1) -> Flow:
    return flow_of(parse(notation), LabStart(notation), seed)

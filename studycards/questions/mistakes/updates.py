"""Wrong rules for one step of an optimiser. The right one of plain descent is w − η·(g + λ·w)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studycards.questions.mistakes.values import UpdateMistake

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.engine.functional._arrays import Array
    from studycards.engine.optim import Optimizer
    from studycards.engine.run import Step


def _from(change: Callable[[Array, Array], Array]) -> Callable[[Optimizer], Step]:
    """Make the new parameter of the old one and of the right new one."""
    return lambda optimizer: lambda old, gradient: change(old, optimizer.step(old, gradient)[0])


def _unscaled(optimizer: Optimizer) -> Step:
    return _plain(replace(optimizer, lr=1))


def _not_decayed(optimizer: Optimizer) -> Step:
    return _plain(replace(optimizer, weight_decay=0))


def _decay_unscaled(optimizer: Optimizer) -> Step:
    step, decay = _not_decayed(optimizer), float(optimizer.weight_decay)
    return lambda old, gradient: step(old, gradient) - decay * old


def _decay_subtracted(optimizer: Optimizer) -> Step:
    step, decay = _not_decayed(optimizer), float(optimizer.weight_decay)
    return lambda old, gradient: step(old, gradient - decay * old)


def _plain(optimizer: Optimizer) -> Step:
    return lambda old, gradient: optimizer.step(old, gradient)[0]


def _decays(optimizer: Optimizer) -> bool:
    return optimizer.weight_decay != 0


def _decays_gradient(optimizer: Optimizer) -> bool:
    """Say whether this is plain descent with a decay: part of the gradient, and scaled by the learning rate only."""
    from studycards.engine.optim import SGD  # noqa: PLC0415 - NumPy costs 75 ms; an optimiser has it already

    return isinstance(optimizer, SGD) and _decays(optimizer)


UPDATE_MISTAKES = (
    UpdateMistake("opt.ascent", _from(lambda old, new: 2 * old - new)),
    UpdateMistake("opt.no_lr", _unscaled, lambda optimizer: optimizer.lr != 1),
    UpdateMistake("opt.weight_forgotten", _from(lambda old, new: new - old)),
    UpdateMistake("opt.decay_missing", _not_decayed, _decays),
    UpdateMistake("opt.decay_unscaled", _decay_unscaled, _decays_gradient),
    UpdateMistake("opt.decay_subtracted", _decay_subtracted, _decays_gradient),
)

"""What training adds to a network, written as layers are: a loss `cross_entropy(target=0)`, an optimiser `sgd(lr=0.1)`.

Losses have the names and options of `torch.nn.functional`, optimisers those of `torch.optim` in lower case. Two losses
are of lectures: `half_squared_error(target)` and `l2_penalty(strength)`. A target is a number, the same for every
example, or a list: `target=[0, 2]` are the classes of two examples, `target=[1, 0.5]` the numbers that one should give.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from studycards.engine.drafts import Piece
from studycards.engine.errors import NotationError, nearest_name, shown
from studycards.engine.expressions import ExpressionError, check, evaluate_condition, evaluate_number
from studycards.engine.loss import LOSSES, Loss
from studycards.engine.signatures import Signature, bound
from studycards.engine.splitting import called, nothing_behind, split

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from studycards.engine.loss import Target
    from studycards.engine.optim import Optimizer

Result = TypeVar("Result", Fraction, bool)

LONGEST_CALL = 5_000
"""Characters of a loss or an optimiser; the targets of a batch may take most of them."""

MOST_LISTS = 4
"""Lists in lists of a target at most: predictions have no more axes."""

TRUTH_VALUES = ("nesterov", "centered")
"""The options of optimisers that are true or false."""

_CALL = re.compile(r"\s*(?P<name>[A-Za-z]\w*)\s*", re.ASCII)

OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "adamw": "AdamW", "rmsprop": "RMSprop"}
"""The optimisers by name, with their classes in `engine.optim`."""


def parse_loss(text: str, names: Mapping[str, Fraction]) -> Loss:
    """Return the loss that `text` calls.

    Raises:
        NotationError: there is no such loss or option, or an expression cannot be computed.
    """
    name, options = _call(text, {loss: _loss_signature(loss) for loss in LOSSES})
    from studycards.engine.functional import losses  # noqa: PLC0415 - NumPy costs 75 ms

    target = _target(options.pop("target"), names) if "target" in options else None
    values = {option: _value(option, piece, names) for option, piece in options.items()}
    return Loss(name, getattr(losses, name), getattr(losses, f"{name}_backward"), target, values)


def parse_optimizer(text: str, names: Mapping[str, Fraction]) -> Optimizer:
    """Return the optimiser that `text` calls.

    Raises:
        NotationError: there is no such optimiser or option, or an expression cannot be computed.
        LayerError: an option has an impossible value.
    """
    signatures = _optimizer_signatures()
    name, options = _call(text, signatures)
    from studycards.engine import optim  # noqa: PLC0415 - NumPy costs 75 ms

    made: Optimizer = getattr(optim, OPTIMIZERS[name])(
        **{option: _value(option, piece, names) for option, piece in options.items()}
    )
    return made


def check_loss(text: str, names: Collection[str]) -> None:
    """Raise the `NotationError` that `parse_loss` would raise whatever the values of `names` are."""
    _check(_call(text, {loss: _loss_signature(loss) for loss in LOSSES})[1], names)


def check_optimizer(text: str, names: Collection[str]) -> None:
    """Raise the `NotationError` that `parse_optimizer` would raise whatever the values of `names` are."""
    _check(_call(text, _optimizer_signatures())[1], names)


def _loss_signature(name: str) -> Signature:
    return Signature(name, LOSSES[name].options, LOSSES[name].options[:1])


def _optimizer_signatures() -> dict[str, Signature]:
    from studycards.engine import optim  # noqa: PLC0415 - as in `parse_optimizer`; few decks ask for a step

    return {name: _signature(name, getattr(optim, kind)) for name, kind in OPTIMIZERS.items()}


def _signature(name: str, kind: type) -> Signature:
    options = fields(kind)
    required = tuple(option.name for option in options if option.default is MISSING)
    return Signature(name, tuple(option.name for option in options), required)


def _call(text: str, signatures: Mapping[str, Signature]) -> tuple[str, dict[str, Piece]]:
    """Return the name that is called, and the pieces that give its options."""
    if len(text) > LONGEST_CALL:
        raise NotationError("engine.call_too_long", "at most {limit} characters can stand here", limit=LONGEST_CALL)
    head = _CALL.match(text)
    name = head["name"] if head else ""
    offset = head.start("name") if head else 0
    if name not in signatures:
        raise _unknown(name or text.strip(), tuple(signatures), offset)
    assert head is not None
    arguments, behind = called(Piece(text, 0).part(head.end()))
    nothing_behind(behind)
    return name, bound(signatures[name], arguments, offset)


def _unknown(name: str, known: tuple[str, ...], offset: int) -> NotationError:
    """Return the error for what is no loss or optimiser: it names the one that was meant, else all that there are."""
    nearest = nearest_name(name, known)
    if nearest is None:
        return NotationError(
            "engine.unknown_objective",
            "there is no '{name}'; there are: {allowed}",
            name=shown(name),
            allowed=", ".join(known),
            offset=offset,
        )
    return NotationError(
        "engine.unknown_objective_near",
        "there is no '{name}'; did you mean '{nearest}'?",
        name=shown(name),
        nearest=nearest,
        offset=offset,
    )


def _check(options: Mapping[str, Piece], names: Collection[str]) -> None:
    for piece in options.values():
        for cell in _cells(piece):
            try:
                check(cell.text, names)
            except ExpressionError as error:
                raise _placed(error, cell) from None


def _cells(piece: Piece, lists: int = MOST_LISTS) -> list[Piece]:
    """Return the expressions in a piece: those in its lists, or the sole one."""
    items = _items(piece) if lists else None
    return [piece] if items is None else [cell for item in items for cell in _cells(item, lists - 1)]


def _items(piece: Piece) -> list[Piece] | None:
    """Return what stands between the brackets of a list; None where there are none."""
    return split(piece.part(1, -1), ",") if re.fullmatch(r"\[.*\]", piece.text, re.DOTALL) else None


def _value(option: str, piece: Piece, names: Mapping[str, Fraction]) -> Target | bool:
    """Return the value of an option: true or false, two betas, or a number."""
    if option in TRUTH_VALUES:
        return _evaluated(evaluate_condition, piece, names)
    if option != "betas":
        return _evaluated(evaluate_number, piece, names)
    betas = _target(piece, names)
    if not isinstance(betas, tuple) or len(betas) != 2:
        raise NotationError("engine.betas_needed", "betas are two numbers, as in [0.9, 0.999]", offset=piece.offset)
    return betas


def _target(piece: Piece, names: Mapping[str, Fraction]) -> Target:
    """Return a number, or those in a list in order."""
    numbers = tuple(_evaluated(evaluate_number, cell, names) for cell in _cells(piece))
    return numbers[0] if _items(piece) is None else numbers


def _evaluated(
    evaluate: Callable[[str, Mapping[str, Fraction]], Result], piece: Piece, names: Mapping[str, Fraction]
) -> Result:
    try:
        return evaluate(piece.text, names)
    except ExpressionError as error:
        raise _placed(error, piece) from None


def _placed(error: ExpressionError, piece: Piece) -> NotationError:
    return NotationError(error.key, error.sentence, offset=piece.offset + (error.offset or 0), **error.values)

"""What training adds to a network, written as layers are: a loss `cross_entropy(target=0)`, an optimiser `sgd(lr=0.1)`.

Losses have the names and options of `torch.nn.functional`, optimisers those of `torch.optim` in lower case. Two losses
are of lectures: `half_squared_error(target)` and `l2_penalty(strength)`. A target is a number, the same for every
example, or a list: `target=[0, 2]` are the classes of two examples, `target=[1, 0.5]` the numbers that one should give.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, field, fields
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from studycards.engine.drafts import Piece
from studycards.engine.errors import LayerError, NotationError, nearest_name, shown
from studycards.engine.expressions import ExpressionError, check, evaluate_condition, evaluate_number
from studycards.engine.layers import written_shape
from studycards.engine.signatures import Signature, bound
from studycards.engine.splitting import called, nothing_behind, split

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from studycards.engine.functional._arrays import Array, Gradients
    from studycards.engine.optim import Optimizer

Target: TypeAlias = Fraction | tuple[Fraction, ...]
"""One number for all, or all in order."""

Result = TypeVar("Result", Fraction, bool)

LONGEST_CALL = 5_000
"""Characters of a loss or an optimiser; the targets of a batch may take most of them."""

MOST_LISTS = 4
"""Lists in lists of a target at most: predictions have no more axes."""

TRUTH_VALUES = ("nesterov", "centered")
"""The options of optimisers that are true or false."""

VECTORS = 2
"""Axes of a batch of vectors."""

_CALL = re.compile(r"\s*(?P<name>[A-Za-z]\w*)\s*", re.ASCII)


class Written(NamedTuple):
    """How a loss is called: its options in order, and whether its target names classes."""

    options: tuple[str, ...]
    classes: bool = False


LOSSES = {
    "cross_entropy": Written(("target", "label_smoothing"), classes=True),
    "nll_loss": Written(("target",), classes=True),
    "mse_loss": Written(("target",)),
    "l1_loss": Written(("target",)),
    "smooth_l1_loss": Written(("target", "beta")),
    "huber_loss": Written(("target", "delta")),
    "binary_cross_entropy": Written(("target",)),
    "binary_cross_entropy_with_logits": Written(("target",)),
    "half_squared_error": Written(("target",)),
    "l2_penalty": Written(("strength",)),
}
"""The losses by name."""

OPTIMIZERS = {"sgd": "SGD", "adam": "Adam", "adamw": "AdamW", "rmsprop": "RMSprop"}
"""The optimisers by name, with their classes in `engine.optim`."""


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """A loss of what leaves a network, called `name`, with the function that computes it and its backward."""

    name: str
    forward: Callable[..., Array]
    backward: Callable[..., Gradients]
    target: Target | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    def value(self, x: Array) -> Array:
        """Return the loss of the predictions `x` (N, ...) as an array without axes.

        Raises:
            LayerError: the target does not fit the predictions.
        """
        return self.forward(x, *self.targets(x), **self.options)

    def gradient(self, x: Array) -> Array:
        """Return the gradient of the loss with respect to `x`."""
        import numpy as np  # noqa: PLC0415 - the arrays are there already, the text of a deck needs none

        return self.backward(np.ones((), x.dtype), x, *self.targets(x), **self.options)["x"]

    def targets(self, x: Array) -> tuple[Array, ...]:
        """Return the target as an array that fits `x`; none for a loss without a target.

        Raises:
            LayerError: it has another number of cells, a class is no whole number, or `x` has not one number for each.
        """
        import numpy as np  # noqa: PLC0415 - as in `gradient`

        if self.target is None:
            return ()
        numbers = self.target if isinstance(self.target, tuple) else (self.target,)
        classes = LOSSES[self.name].classes
        if classes and x.ndim != VECTORS:
            raise LayerError(
                "engine.logits_needed",
                "{loss} takes one number for each class, but the network gives the shape {shape}; add a flatten",
                loss=self.name,
                shape=written_shape(x.shape[1:]),
            )
        shape = x.shape[:1] if classes else x.shape
        _check_target(numbers, prod(shape), classes=classes)
        target = np.array(numbers, np.int64 if classes else x.dtype)
        return (np.broadcast_to(target if target.size == 1 else target.reshape(shape), shape),)


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


def _check_target(numbers: tuple[Fraction, ...], needed: int, *, classes: bool) -> None:
    if len(numbers) not in (1, needed):
        raise LayerError(
            "engine.target_count",
            "the target has {found} numbers, but {needed} are needed, or one for all",
            found=len(numbers),
            needed=needed,
        )
    if classes and (parts := [number for number in numbers if number.denominator > 1]):
        raise LayerError("engine.target_whole", "a target is {found}, but classes are whole numbers", found=parts[0])


def _placed(error: ExpressionError, piece: Piece) -> NotationError:
    return NotationError(error.key, error.sentence, offset=piece.offset + (error.offset or 0), **error.values)

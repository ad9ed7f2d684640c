"""The one-line notation of a network, `3x32x32 | conv1: conv2d(16, 5, padding=2) | relu`: read, checked, built.

`str` of a network writes it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.engine.drafts import read
from studycards.engine.errors import ExpressionError, LayerError, NotationError
from studycards.engine.expressions import check, evaluate
from studycards.engine.network import Network, Node, automatic_names, check_names

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from fractions import Fraction

    from studycards.engine.drafts import Draft, LayerDraft, Piece
    from studycards.engine.expressions import Value
    from studycards.engine.layers import Layer

__all__ = ["NotationError", "check_syntax", "parse", "to_text"]


def parse(text: str, names: Mapping[str, Fraction] | None = None) -> Network:
    """Return the network that `text` describes, with the numbers that its expressions name.

    Raises:
        NotationError: the text cannot be read, or its layers do not fit each other.
    """
    draft = read(text)
    numbers = names or {}
    offsets = dict(zip(layer_names(draft), (layer.offset for layer in draft.layers), strict=True))
    shape = tuple(_evaluated(axis, numbers) for axis in draft.input)
    nodes = tuple(map(Node, offsets, [_built(layer, numbers) for layer in draft.layers]))
    try:
        return Network(shape, nodes)
    except LayerError as error:
        raise _placed(error, offsets.get(error.node or "", draft.input[0].offset)) from None


def check_syntax(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the names of the layers in `text`, whose expressions may use `names`.

    Raises:
        NotationError: `parse` would refuse the text whatever numbers the names stand for.
    """
    draft = read(text)
    for piece in draft.pieces:
        _check(piece, names)
    return layer_names(draft)


def to_text(network: Network) -> str:
    """Return `network` in the notation: `parse` gives an equal one back."""
    return str(network)


def layer_names(draft: Draft) -> tuple[str, ...]:
    """Return the names that were given to the layers, and automatic ones for the others."""
    automatic = automatic_names([layer.kind for layer in draft.layers])
    names = tuple(layer.name or name for layer, name in zip(draft.layers, automatic, strict=True))
    try:
        check_names(names)
    except LayerError as error:
        last = max(index for index, name in enumerate(names) if name == error.node)
        raise _placed(error, draft.layers[last].offset) from None
    return names


def _built(draft: LayerDraft, numbers: Mapping[str, Fraction]) -> Layer:
    options = {option: _evaluated(piece, numbers) for option, piece in draft.options.items()}
    try:
        return draft.kind(**options)
    except LayerError as error:
        raise _placed(error, draft.offset) from None


def _evaluated(piece: Piece, numbers: Mapping[str, Fraction]) -> Any:  # noqa: ANN401 - the layers check their options
    """Return the value of a piece, whole numbers as `int`."""
    if piece.is_none:
        return None
    try:
        return _plain(evaluate(piece.text, numbers))
    except ExpressionError as error:
        raise _placed(error, piece.offset + (error.offset or 0)) from None


def _check(piece: Piece, names: Collection[str]) -> None:
    try:
        if not piece.is_none:
            check(piece.text, names)
    except ExpressionError as error:
        raise _placed(error, piece.offset + (error.offset or 0)) from None


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return value if isinstance(value, bool) or value.denominator != 1 else value.numerator


def _placed(error: LayerError | ExpressionError, offset: int) -> NotationError:
    """Return what is wrong with a part of the text as an error of the text."""
    return NotationError(error.key, error.sentence, offset=offset, **error.values)

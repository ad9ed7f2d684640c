"""The one-line notation of a network, `3x32x32 | conv1: conv2d(16, 5, padding=2) | relu`: read, checked, built.

Layers are separated by bars and written as calls with PyTorch's options; a name before a layer is optional. Blocks are
calls, too. Their branches begin where the block stands and are separated by commas; `identity` is an empty branch.

    residual(conv2d(16, 3, padding=1) | relu | conv2d(16, 3, padding=1))         the sum with what goes in
    residual(conv2d(32, 3, stride=2, padding=1), shortcut=conv2d(32, 1, stride=2))
    concat(conv2d(64, 1), conv2d(96, 1) | conv2d(128, 3, padding=1), identity)    add(...) and multiply(...) likewise
    dense_block(layers=6, growth_rate=32, bn_size=4)
    repeat(3, conv2d(8, 3) | relu)                                                the same layers with other weights

A block with a name, `block1: residual(...)`, is a group: its nodes are `block1.conv1`, ..., `block1.add1`. Whatever
blocks cannot say is said with names: `conv2d(8, 1) of pool1` stands behind another layer than the one before,
`add of (conv1, conv2)` behind several, `conv2d(8, 3) sharing conv1` uses weights again, and `| outputs(fc1, fc2)` at
the end names what leaves the network, the main output first.

A published architecture is its name alone, `resnet50`, or behind an input of another size, `3x64x64 | resnet50`.

`str` of a network writes it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.engine.drafts import counts_of, layers_of
from studycards.engine.errors import ExpressionError, LayerError, NotationError
from studycards.engine.expressions import check, evaluate
from studycards.engine.layout import laid_out
from studycards.engine.network import Network, Node
from studycards.engine.outlines import Outline
from studycards.engine.reading import MOST_LAYERS, read, read_architecture
from studycards.engine.torch_order import refuse_torch_order

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from fractions import Fraction

    from studycards.engine.drafts import ArchitectureDraft, LayerDraft, Piece
    from studycards.engine.expressions import Value
    from studycards.engine.layers import Layer, Shape

__all__ = ["NotationError", "check_syntax", "outline", "parse", "to_text"]


def parse(text: str, names: Mapping[str, Fraction] | None = None) -> Network:
    """Return the network that `text` describes, with the numbers that its expressions name.

    Raises:
        NotationError: the text cannot be read, or its layers do not fit each other.
    """
    numbers = names or {}
    if (published := read_architecture(text)) is not None:
        return _published(published, tuple(_evaluated(axis, numbers) for axis in published.input))
    draft = read(text)
    places, outputs = laid_out(draft, lambda piece: _count(piece, numbers))
    shape = tuple(_evaluated(axis, numbers) for axis in draft.input)
    nodes = tuple(Node(place.name, _built(place.draft, numbers), place.inputs, place.shares) for place in places)
    refuse_torch_order(shape, places, nodes)
    try:
        return Network(shape, nodes, outputs)
    except LayerError as error:
        offsets = {place.name: place.draft.offset for place in places}
        raise _placed(error, offsets.get(error.node or "", draft.input[0].offset)) from None


def check_syntax(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the names of the layers in `text`, whose expressions may use `names`; see `outline`."""
    return tuple(node.name for node in outline(text, names))


def outline(text: str, names: Collection[str]) -> tuple[Outline, ...]:
    """Return what is known of the nodes in `text`, whose expressions may use `names`, before these have values.

    What is repeated as often as one of them says counts once.

    Raises:
        NotationError: `parse` would refuse the text whatever numbers the names stand for.
    """
    if (published := read_architecture(text)) is not None:
        for piece in published.input:
            _check(piece, names)
        return tuple(map(Outline.of_node, _published(published).nodes))
    draft = read(text)
    for piece in (*draft.input, *counts_of(draft.steps)):
        _check(piece, names)
    for layer in layers_of(draft.steps):
        for option, piece in layer.options.items():
            if _word(layer.kind, option, piece, names) is None:
                _check(piece, names)
    places, _ = laid_out(draft, _count_if_known)
    return tuple(map(Outline.of_place, places))


def to_text(network: Network) -> str:
    """Return `network` in the notation: `parse` gives an equal one back."""
    return str(network)


def _published(draft: ArchitectureDraft, shape: Shape = ()) -> Network:
    """Return the architecture at an input of `shape`, or at the published one where none is given."""
    from studycards.engine.architectures import build  # noqa: PLC0415 - all builders, 5 ms; few texts name one

    try:
        return build(draft.name.text, shape or None)
    except LayerError as error:
        raise _placed(error, draft.name.offset) from None


def _built(draft: LayerDraft, numbers: Mapping[str, Fraction]) -> Layer:
    options = {
        option: _word(draft.kind, option, piece, numbers) or _evaluated(piece, numbers)
        for option, piece in draft.options.items()
    }
    try:
        return draft.kind(**options)
    except LayerError as error:
        raise _placed(error, draft.offset) from None


def _word(kind: type[Layer], option: str, piece: Piece, names: Collection[str]) -> str | None:
    """Return what `piece` says where the option may be a word, with or without quotes; None of an expression."""
    allowed = kind.words.get(option, ())
    word = piece.text.strip("'\"")
    if word in allowed:
        return word
    if allowed and word.isidentifier() and word not in names and not piece.is_none:
        raise NotationError(
            "engine.option_not_word",
            "{option} of {layer} must be one of {allowed}, not {value}",
            option=option,
            layer=kind.kind,
            allowed=", ".join(allowed),
            value=word,
            offset=piece.offset,
        )
    return None


def _count(piece: Piece, numbers: Mapping[str, Fraction]) -> int:
    """Return how often something is repeated."""
    count = _evaluated(piece, numbers)
    if type(count) is not int or not 1 <= count <= MOST_LAYERS:
        raise NotationError(
            "engine.repeat_count",
            "layers are repeated from 1 to {limit} times, not {value}",
            limit=MOST_LAYERS,
            value=count,
            offset=piece.offset,
        )
    return count


def _count_if_known(piece: Piece) -> int:
    """Return how often something is repeated, or 1 where that depends on a number not known yet."""
    try:
        check(piece.text, ())
    except ExpressionError:
        return 1
    return _count(piece, {})


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

"""From the text of a network to its draft: the input, layers, and blocks of layers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.engine.dense_block import dense_block
from studycards.engine.drafts import MERGES, ArchitectureDraft, BlockDraft, Draft, LayerDraft, Piece, RepeatDraft
from studycards.engine.errors import NotationError, nearest_name, shown
from studycards.engine.layers import LAYERS
from studycards.engine.signatures import OPTION, Signature, bound
from studycards.engine.splitting import called, nothing_behind, split

if TYPE_CHECKING:
    from studycards.engine.drafts import Chain, Step

LONGEST_NOTATION = 100_000
MOST_LAYERS = 1_000
DEEPEST_BLOCKS = 20

BLOCKS = (*MERGES, "repeat", "dense_block")
IDENTITY = "identity"

NAME = r"[A-Za-z]\w*(?:\.\w+)*"
SIZES = re.compile(r"\d+(?:\s*[x×]\s*\d+)*", re.ASCII)
STEP = re.compile(rf"(?:(?P<name>{NAME})\s*:\s*)?(?P<kind>[A-Za-z]\w*)\s*", re.ASCII)
ARCHITECTURE = re.compile(r"(?:(?P<input>[^|]*)\|)?\s*(?P<name>[A-Za-z][\w.-]*)\s*", re.ASCII)
OUTPUTS = re.compile(r"outputs\s*(?=\()", re.ASCII)
SOURCES = re.compile(rf"of\s+(?:(?P<one>{NAME})|\((?P<several>[^()]*)\))\s*", re.ASCII)
SHARED = re.compile(rf"sharing\s+(?P<owner>{NAME})\s*", re.ASCII)


def read(text: str) -> Draft:
    """Return what is written in `text`.

    Raises:
        NotationError: it is not the notation, or names a layer or an option that does not exist.
    """
    if len(text) > LONGEST_NOTATION:
        raise NotationError(
            "engine.notation_too_long", "a network has at most {limit} characters", limit=LONGEST_NOTATION
        )
    first, *others = split(Piece(text, 0), "|")
    if not others:
        raise NotationError(
            "engine.no_layers", "write layers after the input, as in 3x32x32 | conv2d(16, 5) | relu", offset=len(text)
        )
    if len(others) > MOST_LAYERS:
        raise too_many_layers()
    outputs: tuple[Piece, ...] = ()
    if head := OUTPUTS.match(others[-1].text):
        names, behind = called(others.pop().part(head.end()))
        nothing_behind(behind)
        outputs = tuple(names)
    return Draft(tuple(_axes(first)), _chain(others, 0), outputs)


def read_architecture(text: str) -> ArchitectureDraft | None:
    """Return the architecture that is all of `text` but the input, or None of a network that is written out.

    A word that is nearer to an architecture than to any layer is meant to be one.

    Raises:
        NotationError: the input before it is not written as one.
    """
    found = ARCHITECTURE.fullmatch(text)
    if found is None or found["name"] in LAYERS:
        return None
    from studycards.engine.architectures import ARCHITECTURES  # noqa: PLC0415 - few texts name one

    name = Piece(found["name"], found.start("name"))
    known = (*LAYERS, *BLOCKS, *ARCHITECTURES)
    if name.text not in ARCHITECTURES and nearest_name(name.text, known) not in ARCHITECTURES:
        return None
    given = found["input"] is not None
    return ArchitectureDraft(name, tuple(_axes(Piece(text, 0).part(*found.span("input")))) if given else ())


def too_many_layers() -> NotationError:
    """Return the error for a network that is too long, written out or by repetition."""
    return NotationError("engine.too_many_layers", "a network has at most {limit} layers", limit=MOST_LAYERS)


def _axes(piece: Piece) -> list[Piece]:
    """Return the axes of the input, written `3x32x32` or `[C, H, W]`."""
    if piece.text.startswith("[") and piece.text.endswith("]"):
        return split(piece.part(1, -1), ",")
    if SIZES.fullmatch(piece.text):
        return [Piece(size[0], piece.offset + size.start()) for size in re.finditer(r"\d+", piece.text)]
    raise NotationError(
        "engine.input_notation",
        "the input is written 3x32x32 or [C, H, W], not '{found}'",
        found=shown(piece.text),
        offset=piece.offset,
    )


def _branch(piece: Piece, depth: int) -> Chain:
    return () if piece.text == IDENTITY else _chain(split(piece, "|"), depth)


def _chain(pieces: list[Piece], depth: int) -> Chain:
    """Return the steps that follow each other; `depth` blocks are around them."""
    if depth > DEEPEST_BLOCKS:
        raise NotationError(
            "engine.blocks_too_deep",
            "blocks are nested more than {limit} levels deep",
            limit=DEEPEST_BLOCKS,
            offset=pieces[0].offset,
        )
    return tuple(_step(piece, depth) for piece in pieces)


def _step(piece: Piece, depth: int) -> Step:
    head = STEP.match(piece.text)
    if head is None:
        raise NotationError("engine.layer_missing", "a layer is needed here, such as relu", offset=piece.offset)
    arguments, behind = called(piece.part(head.end()))
    kind, kind_offset = head["kind"], piece.offset + head.start("kind")
    if kind in BLOCKS and (arguments or kind not in LAYERS):
        nothing_behind(behind)
        return _block(kind, Piece(head["name"] or "", piece.offset), arguments, depth + 1)
    if kind not in LAYERS:
        raise NotationError.unknown(
            "engine.unknown_layer",
            "there is no layer '{name}'",
            name=kind,
            known=[*LAYERS, *BLOCKS],
            offset=kind_offset,
        )
    options = bound(Signature.of(LAYERS[kind]), arguments, kind_offset)
    by_position = sum(OPTION.match(argument.text) is None for argument in arguments)
    return LayerDraft(head["name"], LAYERS[kind], options, piece.offset, by_position, *_references(behind))


def _references(piece: Piece) -> tuple[tuple[Piece, ...], Piece | None]:
    """Return what is named behind `of`, and behind `sharing`."""
    sources: tuple[Piece, ...] = ()
    shared = None
    if found := SOURCES.match(piece.text):
        group = "one" if found["one"] else "several"
        sources = tuple(split(piece.part(found.start(group), found.end(group)), ","))
        piece = piece.part(found.end())
    if found := SHARED.match(piece.text):
        shared = piece.part(found.start("owner"), found.end("owner"))
        piece = piece.part(found.end())
    nothing_behind(piece)
    return sources, shared


def _block(kind: str, place: Piece, arguments: list[Piece], depth: int) -> Step:
    name = place.text or None
    if kind == "dense_block":
        return dense_block(name, arguments, place.offset)
    if kind == "repeat":
        count, steps = _repeated(arguments, place.offset)
        return RepeatDraft(name, count, _branch(steps, depth), place.offset)
    if kind == "residual":
        arguments = _with_shortcut(arguments, place.offset)
    if len(arguments) < 2:
        raise NotationError(
            "engine.branch_missing", "{layer} needs two branches or more", layer=kind, offset=place.offset
        )
    branches = tuple(_branch(argument, depth) for argument in arguments)
    return BlockDraft(name, MERGES[kind], branches, place.offset)


def _repeated(arguments: list[Piece], offset: int) -> tuple[Piece, Piece]:
    signature = Signature("repeat", ("count", "layers"), ("count", "layers"))
    options = bound(signature, arguments, offset)
    return options["count"], options["layers"]


def _with_shortcut(arguments: list[Piece], offset: int) -> list[Piece]:
    """Return both branches of `residual(branch, shortcut=...)`; the shortcut is the identity where it is left out."""
    if len(arguments) == 1:
        return [*arguments, Piece(IDENTITY, offset)]
    keyword = OPTION.match(arguments[-1].text) if len(arguments) == 2 else None
    if keyword is None or keyword["option"] != "shortcut":
        raise NotationError(
            "engine.residual_arguments", "residual takes one branch, and shortcut=... for another one", offset=offset
        )
    return [arguments[0], arguments[1].part(keyword.end())]

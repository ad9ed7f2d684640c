"""A network as it is written, before any number is known: layers, options and the pieces of text that give them."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING

from studycards.engine.errors import NotationError, shown
from studycards.engine.layers import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.layers import Layer

LONGEST_NOTATION = 20_000
MOST_LAYERS = 1_000

SIZES = re.compile(r"\d+(?:\s*[x×]\s*\d+)*", re.ASCII)
LAYER = re.compile(r"(?:(?P<name>[A-Za-z]\w*)\s*:\s*)?(?P<kind>[A-Za-z]\w*)\s*", re.ASCII)
OPTION = re.compile(r"(?P<option>[A-Za-z_]\w*)\s*=(?!=)\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text, without blanks around it, and where it begins."""

    text: str
    offset: int

    @property
    def is_none(self) -> bool:
        """Whether it is PyTorch's None, the one option value that is no expression."""
        return self.text == "None"

    def part(self, start: int, end: int | None = None) -> Piece:
        """Return the characters from `start` to `end`, without blanks around them."""
        text = self.text[start:end]
        return Piece(text.strip(), self.offset + start + len(text) - len(text.lstrip()))


@dataclass(frozen=True, slots=True)
class LayerDraft:
    """A layer with the expressions of its options; `name` is None where none was given."""

    name: str | None
    kind: type[Layer]
    options: dict[str, Piece]
    offset: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The expressions of the input's axes, and the layers."""

    input: tuple[Piece, ...]
    layers: tuple[LayerDraft, ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """All expressions in the order of the text."""
        yield from self.input
        for layer in self.layers:
            yield from layer.options.values()


def read(text: str) -> Draft:
    """Return what is written in `text`.

    Raises:
        NotationError: it is not the notation, or names a layer or an option that does not exist.
    """
    if len(text) > LONGEST_NOTATION:
        raise NotationError(
            "engine.notation_too_long", "a network has at most {limit} characters", limit=LONGEST_NOTATION
        )
    first, *others = _parts(Piece(text, 0), [bar.start() for bar in re.finditer(r"\|", text)])
    if not others:
        raise NotationError(
            "engine.no_layers", "write layers after the input, as in 3x32x32 | conv2d(16, 5) | relu", offset=len(text)
        )
    if len(others) > MOST_LAYERS:
        raise NotationError("engine.too_many_layers", "a network has at most {limit} layers", limit=MOST_LAYERS)
    return Draft(tuple(_axes(first)), tuple(map(_layer, others)))


def _parts(piece: Piece, separators: list[int]) -> list[Piece]:
    """Return what lies before, between and after the characters at `separators`."""
    starts = [0, *(separator + 1 for separator in separators)]
    return [piece.part(start, end) for start, end in zip(starts, [*separators, None], strict=True)]


def _items(piece: Piece) -> list[Piece]:
    """Return what the commas of `piece` separate; those inside parentheses belong to a pair."""
    depth = 0
    commas = []
    for index, character in enumerate(piece.text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            commas.append(index)
    return _parts(piece, commas)


def _axes(piece: Piece) -> list[Piece]:
    """Return the axes of the input, written `3x32x32` or `[C, H, W]`."""
    if piece.text.startswith("[") and piece.text.endswith("]"):
        return _items(piece.part(1, -1))
    if SIZES.fullmatch(piece.text):
        return [Piece(size[0], piece.offset + size.start()) for size in re.finditer(r"\d+", piece.text)]
    raise NotationError(
        "engine.input_notation",
        "the input is written 3x32x32 or [C, H, W], not '{found}'",
        found=shown(piece.text),
        offset=piece.offset,
    )


def _layer(piece: Piece) -> LayerDraft:
    head = LAYER.match(piece.text)
    if head is None:
        raise NotationError("engine.layer_missing", "a layer is needed here, such as relu", offset=piece.offset)
    kind_offset = piece.offset + head.start("kind")
    kind = LAYERS.get(head["kind"])
    if kind is None:
        raise NotationError.unknown(
            "engine.unknown_layer", "there is no layer '{name}'", name=head["kind"], known=LAYERS, offset=kind_offset
        )
    options = _options(kind, _arguments(piece.part(head.end())))
    _check_complete(kind, options, kind_offset)
    return LayerDraft(head["name"], kind, options, piece.offset)


def _arguments(call: Piece) -> list[Piece]:
    """Return the arguments of `call`, which is empty or stands in one pair of parentheses."""
    if not call.text:
        return []
    end = _closing(call) if call.text.startswith("(") else 0
    behind = call.part(end)
    if behind.text:
        raise NotationError(
            "engine.behind_layer",
            "'{found}' cannot stand behind a layer; layers are separated by |",
            found=shown(behind.text),
            offset=behind.offset,
        )
    inside = call.part(1, end - 1)
    return _items(inside) if inside.text else []


def _closing(call: Piece) -> int:
    """Return the index after the parenthesis that closes the first one."""
    depth = 0
    for index, character in enumerate(call.text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return index + 1
    raise NotationError("engine.parenthesis_open", "this parenthesis is never closed", offset=call.offset)


def _options(kind: type[Layer], arguments: list[Piece]) -> dict[str, Piece]:
    """Return the arguments by the names of the options: first by position, then by name."""
    names = [option.name for option in fields(kind)]  # type: ignore[arg-type]
    options: dict[str, Piece] = {}
    for index, argument in enumerate(arguments):
        keyword = OPTION.match(argument.text)
        if keyword is not None:
            option, value = keyword["option"], argument.part(keyword.end())
        elif list(options) == names[:index] and index < len(names):
            option, value = names[index], argument
        else:
            raise _misplaced(kind, argument)
        _check_option(kind, names, options, option, argument.offset)
        options[option] = value
    return options


def _check_option(kind: type[Layer], names: list[str], options: dict[str, Piece], option: str, offset: int) -> None:
    if option not in names:
        raise NotationError.unknown(
            "engine.unknown_option",
            "{layer} has no option '{name}'",
            name=option,
            known=names,
            layer=kind.kind,
            offset=offset,
        )
    if option in options:
        raise NotationError("engine.option_twice", "{option} is given twice", option=option, offset=offset)


def _check_complete(kind: type[Layer], options: dict[str, Piece], offset: int) -> None:
    for option in fields(kind):  # type: ignore[arg-type]
        if option.default is MISSING and option.name not in options:
            raise NotationError(
                "engine.option_missing",
                "{layer} needs {option}",
                layer=kind.kind,
                option=option.name,
                offset=offset,
            )


def _misplaced(kind: type[Layer], argument: Piece) -> NotationError:
    return NotationError(
        "engine.argument_misplaced",
        "'{found}' is one argument too many for {layer}, or needs its option before it: padding=1",
        found=shown(argument.text),
        layer=kind.kind,
        offset=argument.offset,
    )

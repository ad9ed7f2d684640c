"""The options of a call in the notation: first by position, then by name, as in Python."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import NotationError, shown

if TYPE_CHECKING:
    from studycards.engine.drafts import Piece
    from studycards.engine.layers import Layer

OPTION = re.compile(r"(?P<option>[A-Za-z_]\w*)\s*=(?!=)\s*", re.ASCII)


class Signature(NamedTuple):
    """What a call is named, the names of its options in order, and those that it cannot do without.

    The last options, `by_name`, are never given by position. `inferred` is the option that PyTorch has before all
    others where nothing but the input says what it is.
    """

    call: str
    options: tuple[str, ...]
    required: tuple[str, ...]
    by_name: tuple[str, ...] = ()
    inferred: str = ""

    @classmethod
    def of(cls, kind: type[Layer]) -> Signature:
        """Return the signature of a layer."""
        options = fields(kind)
        required = tuple(option.name for option in options if option.default is MISSING)
        by_name = tuple(option.name for option in options if option.kw_only)
        return cls(kind.kind, tuple(option.name for option in options), required, by_name, kind.inferred)

    @property
    def by_position(self) -> tuple[str, ...]:
        """The options that may be given without their names."""
        return tuple(option for option in self.options if option not in self.by_name)


def bound(signature: Signature, arguments: list[Piece], offset: int) -> dict[str, Piece]:
    """Return the arguments by the names of the options; `offset` is where the call begins.

    Raises:
        NotationError: an argument is misplaced, unknown, given twice or missing.
    """
    options: dict[str, Piece] = {}
    for index, argument in enumerate(arguments):
        keyword = OPTION.match(argument.text)
        if keyword is not None:
            option, value = keyword["option"], argument.part(keyword.end())
        elif tuple(options) == signature.options[:index] and index < len(signature.by_position):
            option, value = signature.by_position[index], argument
        else:
            raise _misplaced(signature, argument, index)
        _check_option(signature, options, option, argument.offset)
        options[option] = value
    for option in signature.required:
        if option not in options:
            raise NotationError(
                "engine.option_missing", "{layer} needs {option}", layer=signature.call, option=option, offset=offset
            )
    return options


def _check_option(signature: Signature, options: dict[str, Piece], option: str, offset: int) -> None:
    if option == signature.inferred and option not in signature.options:
        raise _inferred(signature, offset)
    if option not in signature.options:
        raise NotationError.unknown(
            "engine.unknown_option",
            "{layer} has no option '{name}'",
            name=option,
            known=signature.options,
            layer=signature.call,
            offset=offset,
        )
    if option in options:
        raise NotationError("engine.option_twice", "{option} is given twice", option=option, offset=offset)


def _inferred(signature: Signature, offset: int) -> NotationError:
    """Return the error for what PyTorch asks for first, and our notation takes from the input."""
    return NotationError(
        "engine.inferred_option",
        "{layer} takes {inferred} from its input, so that is not given; it is written {example}",
        layer=signature.call,
        inferred=signature.inferred,
        example=_example(signature),
        offset=offset,
    )


def _example(signature: Signature) -> str:
    """Return how a call is written: `linear(out_features)`, or `batch_norm2d`."""
    options = [*signature.required, *(f"{option}=..." for option in signature.by_name)]
    return f"{signature.call}({', '.join(options)})" if options else signature.call


def _misplaced(signature: Signature, argument: Piece, index: int) -> NotationError:
    if signature.inferred and index == len(signature.by_position):
        return _inferred(signature, argument.offset)
    return NotationError(
        "engine.argument_misplaced",
        "'{found}' is one argument too many for {layer}, or needs its option before it: padding=1",
        found=shown(argument.text),
        layer=signature.call,
        offset=argument.offset,
    )

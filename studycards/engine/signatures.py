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
    """What a call is named, the names of its options in order, and those that it cannot do without."""

    call: str
    options: tuple[str, ...]
    required: tuple[str, ...]

    @classmethod
    def of(cls, kind: type[Layer]) -> Signature:
        """Return the signature of a layer."""
        options = fields(kind)
        required = tuple(option.name for option in options if option.default is MISSING)
        return cls(kind.kind, tuple(option.name for option in options), required)


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
        elif tuple(options) == signature.options[:index] and index < len(signature.options):
            option, value = signature.options[index], argument
        else:
            raise _misplaced(signature, argument)
        _check_option(signature, options, option, argument.offset)
        options[option] = value
    for option in signature.required:
        if option not in options:
            raise NotationError(
                "engine.option_missing", "{layer} needs {option}", layer=signature.call, option=option, offset=offset
            )
    return options


def _check_option(signature: Signature, options: dict[str, Piece], option: str, offset: int) -> None:
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


def _misplaced(signature: Signature, argument: Piece) -> NotationError:
    return NotationError(
        "engine.argument_misplaced",
        "'{found}' is one argument too many for {layer}, or needs its option before it: padding=1",
        found=shown(argument.text),
        layer=signature.call,
        offset=argument.offset,
    )

"""The first line of a full solution: what its letters stand for, and from where its indices count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import Text, message
from studycards.questions.values.lines_cells import gradient_words, letter_of, value_words
from studycards.questions.values.lines_writing import PADDING_ZERO
from studycards.questions.values.solution_lines import joined, value_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.engine.network import Node
    from studycards.questions.question import Grid, Words
    from studycards.questions.values.solution_lines import Lines
    from studycards.questions.values.solution_uses import Asked, Use


def legend(lines: Lines, asked: Asked, before: Sequence[Asked]) -> Words:
    """Return what the letters of one operation stand for, or, with values `before`, of every layer."""
    uses = lines.way.uses(asked)
    if not before and len(uses) <= 1:
        letters = _of_update(lines, asked) if asked.quantity == "update" else _of_uses(lines, asked, uses)
        return message("worked.legend", letters=joined(message("worked.letter", letter=a, what=b) for a, b in letters))
    has_loss = any(use.node is None for part in (asked, *before) for use in lines.way.uses(part))
    general = message("worked.legend_each")
    return message("worked.legend_loss", legend=general) if has_loss else general


def padding_legend(parts: Sequence[Words | Grid]) -> tuple[Words, ...]:
    """Return what the sign for a padded zero means, where it occurs in some lines."""
    occurs = any(isinstance(part, Text) and PADDING_ZERO in part.written_in("pl") for part in parts)
    return (message("worked.padding_zero"),) if occurs else ()


def _of_uses(lines: Lines, asked: Asked, uses: list[Use]) -> Iterator[tuple[str, Words | str]]:
    """Yield the letters of what a value is made of, and its own."""
    for use in uses:
        yield from _of_node(lines, use, use.node) if use.node else [("Z", value_words(lines.way.end))]
    yield lines.letter(asked), value_name(asked)


def _of_node(lines: Lines, use: Use, node: Node) -> Iterator[tuple[str, Words | str]]:
    if use.argument is not None:
        yield "dY", gradient_words(node.name)
    if use.argument is None or lines.way.looks_at(use):
        many = len(node.inputs) > 1
        for number, name in enumerate(node.inputs):
            yield f"X{'₀₁₂₃₄₅₆₇₈₉'[number % 10]}" if many else "X", value_words(name)
    owner = node.shares or node.name
    for array in lines.way.run.network.parameter_shapes(owner):
        if use.argument is None or (use.argument.startswith("x") and array == "weight"):
            yield letter_of(array, node.layer), f"{owner}.{array}"


def _of_update(lines: Lines, asked: Asked) -> Iterator[tuple[str, Words | str]]:
    letter = lines.letter(asked).removesuffix("′")
    yield letter, asked.name
    yield f"d{letter}", gradient_words(asked.name)
    yield f"{letter}′", value_name(asked)

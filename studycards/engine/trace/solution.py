"""Ways through a worked solution: its steps in order, and the numbers that it takes from arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.trace.terms import Number, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.engine.trace.terms import Expression, Index


def steps(last: Step) -> tuple[Step, ...]:
    """Return the whole worked solution: the steps that `last` rests upon, each once and behind those it uses, and it.

    Equal steps are one step.
    """
    found: dict[tuple[str, Index], list[Step]] = {}
    ordered: list[Step] = []
    pending: list[tuple[Expression, bool]] = [(last, False)]
    while pending:
        part, explained = pending.pop()
        if not isinstance(part, Step):
            pending += [(inner, False) for inner in reversed(part.parts)]
        elif part not in (alike := found.setdefault((part.name, part.index), [])):
            if explained:
                alike.append(part)
                ordered.append(part)
            else:
                pending += [(part, True), (part.expression, False)]
    return tuple(ordered)


def numbers(expression: Expression, name: str | None = None) -> Iterator[Number]:
    """Yield the given numbers in `expression` as they are read, of one `name` or all; earlier steps are not entered."""
    for part in expression.parts:
        if isinstance(part, Number) and name in {None, part.name}:
            yield part
        elif not isinstance(part, Step):
            yield from numbers(part, name)

"""The names of nodes: automatic ones, groups that dots make of them, and which node a name stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.errors import LayerError, nearest_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.engine.layers import Layer

INPUT = "input"
"""The name of what goes into a network, beside the names of its nodes."""


class Names:
    """The automatic names of a network in the making: numbered by kind, in each group anew."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def next(self, group: str, short: str) -> str:
        """Return the name of the next layer called `short` in `group`, which is empty or ends with a dot."""
        kind = f"{group}{short}"
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        return f"{kind}{number}"

    def copy(self) -> Names:
        """Return names that go on from here on their own."""
        names = Names()
        names._counts = dict(self._counts)
        return names


def automatic_names(layers: Iterable[Layer | type[Layer]]) -> list[str]:
    """Return a name for each layer: what it is and the how manyth of its kind, such as `conv2`."""
    names = Names()
    return [names.next("", layer.short) for layer in layers]


def resolved_name(name: str, names: Sequence[str]) -> str:
    """Return the one of `names` that `name` stands for.

    That is itself; or `relu1` for `relu` where no `relu2` exists; or, for a group such as `layer1`, its last node.

    Raises:
        LayerError: there is no such layer.
    """
    if name in names:
        return name
    if f"{name}1" in names and f"{name}2" not in names:
        return f"{name}1"
    if group := members(name, names):
        return group[-1]
    known = [*groups(names), *names]
    alike = [other for other in known if other.count(".") == name.count(".")]
    near = alike if nearest_name(name, alike) else known
    raise LayerError.unknown("engine.unknown_node", "the network has no layer '{name}'", name=name, known=near)


def members(group: str, names: Iterable[str]) -> list[str]:
    """Return those of `names` that belong to `group`: `layer1.0.conv1` belongs to `layer1` and `layer1.0`."""
    return [name for name in names if name.startswith(f"{group}.")]


def groups(names: Iterable[str]) -> list[str]:
    """Return the groups that dots make of `names`: `layer1` and `layer1.0` of `layer1.0.conv1`."""
    found: dict[str, None] = {}
    for name in names:
        parts = name.split(".")
        found.update(dict.fromkeys(".".join(parts[:depth]) for depth in range(1, len(parts))))
    return list(found)


def check_names(names: Iterable[str]) -> None:
    """Refuse names of layers that occur twice, or that mean the input."""
    taken = {INPUT}
    for name in names:
        if name in taken:
            raise name_taken(name)
        taken.add(name)


def name_taken(name: str) -> LayerError:
    """Return the error for a second node of this name."""
    error = LayerError("engine.name_taken", "the name '{name}' is taken: choose another one", name=name)
    error.node = name
    return error

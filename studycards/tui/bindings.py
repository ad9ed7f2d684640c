"""Every key binding of the face, and which of them can be active together.

Asking imports all screens and widgets: meant for the settings, for a keymap of the learner's own, and for tests.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, TypeGuard

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from studycards.tui.keymap import split_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Owner = type[DOMNode]

_FACE = "studycards.tui"


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding as the class `owner` declares it: its id, its keys in Textual's names, and what it does."""

    owner: Owner
    id: str
    keys: tuple[str, ...]
    action: str
    show: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Bindings that one press of a key may reach: those of a widget of `screen`, of what is around it, and of the app.

    Args:
        screen: the name of its class.
        bindings: some of them never work at the same time; then they share a key from the start.
    """

    screen: str
    bindings: tuple[Bound, ...]


@cache
def all_bindings() -> tuple[Bound, ...]:
    """Return every binding that a screen, a widget or the app of ours declares, in the order of their modules."""
    return tuple(bound for owner in _owners() for bound in _declared(owner))


@cache
def groups() -> tuple[Group, ...]:
    """Return the bindings that can be active together, screen by screen."""
    return tuple(group for screen in _screens() for group in _groups_of(screen))


@cache
def bindings_by_screen() -> Mapping[str | None, Mapping[str, tuple[str, ...]]]:
    """Return the ids of all bindings with their keys, each once: under the screen that has it, or None for several."""
    keys: dict[str, dict[str, None]] = {}
    screens: dict[str, dict[str, None]] = {}
    for group in groups():
        for bound in group.bindings:
            keys.setdefault(bound.id, {}).update(dict.fromkeys(bound.keys))
            screens.setdefault(bound.id, {})[group.screen] = None
    found: dict[str | None, dict[str, tuple[str, ...]]] = {None: {}}
    for name, where in screens.items():
        found.setdefault(next(iter(where)) if len(where) == 1 else None, {})[name] = tuple(keys[name])
    return found


def _owners() -> list[Owner]:
    """Import all modules of the face and return the classes in them that may have bindings."""
    names = sorted(module.name for module in walk_packages([str(Path(__file__).parent)], f"{_FACE}."))
    modules = [import_module(name) for name in names]
    return [
        value
        for module in modules
        for value in vars(module).values()
        if _is_node(value) and value.__module__ == module.__name__
    ]


def _declared(owner: Owner) -> Iterator[Bound]:
    """Return the bindings in the body of one class."""
    for binding in owner.__dict__.get("BINDINGS", ()):
        if isinstance(binding, Binding) and binding.id is not None:
            yield Bound(owner, binding.id, split_keys(binding.key), binding.action, binding.show)


def _screens() -> list[type[Screen[Any]]]:
    """Return the screens that are shown: what others derive from is not."""
    screens = [owner for owner in _owners() if issubclass(owner, Screen)]
    return [screen for screen in screens if not any(_derives(other, screen) for other in screens)]


def _groups_of(screen: type[Screen[Any]]) -> Iterator[Group]:
    apps = [owner for owner in _owners() if issubclass(owner, App)]
    below = _inherited([screen, *apps])
    widgets = _widgets_of(screen)
    yield Group(screen.__name__, below)
    for widget in widgets:
        around = [other for other in widgets if other is not widget and widget in _widgets_of(other)]
        yield Group(screen.__name__, (*_inherited([widget, *around]), *below))


def _inherited(owners: Iterable[Owner]) -> tuple[Bound, ...]:
    """Return the bindings of the classes and of what they derive from, each once."""
    family = dict.fromkeys(base for owner in owners for base in owner.__mro__ if _is_node(base))
    return tuple(bound for owner in family for bound in _declared(owner))


@cache
def _widgets_of(owner: Owner) -> tuple[Owner, ...]:
    """Return the widgets that may stand inside of `owner`: those that its module imports, and those inside of them."""
    found: dict[Owner, None] = {}
    open_owners: list[Owner] = [owner]
    while open_owners:
        for base in open_owners.pop().__mro__:
            fresh = [value for value in _imported(base) if value not in found and value is not owner]
            found.update(dict.fromkeys(fresh))
            open_owners += fresh
    return tuple(found)


def _imported(owner: type) -> list[Owner]:
    """Return the widgets of ours that the module of a class of ours has the names of."""
    if not owner.__module__.startswith(_FACE):
        return []
    nodes = [value for value in vars(sys.modules[owner.__module__]).values() if _is_node(value)]
    return [node for node in nodes if issubclass(node, Widget) and not issubclass(node, Screen)]


def _is_node(value: object) -> TypeGuard[Owner]:
    return isinstance(value, type) and issubclass(value, DOMNode) and value.__module__.startswith(_FACE)


def _derives(one: type, other: type) -> bool:
    return one is not other and issubclass(one, other)

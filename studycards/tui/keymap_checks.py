"""What is wrong with a choice of keys: ids and keys that there are not, and one key for two things."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.keys import Keys, key_to_character

from studycards.tui.keys import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studycards.tui.bindings import Bound, Group
    from studycards.tui.keymap import Keymap

MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}

_NAMED = {key.value for key in Keys} | SIGNS.keys()


class Clash(NamedTuple):
    """One key for two things that can be done on the same screen."""

    key: str
    one: str
    other: str
    screen: str


def clashes(keymap: Keymap, groups: Iterable[Group]) -> tuple[Clash, ...]:
    """Return where the keymap puts two bindings on one key that can both work there.

    Two that share a key from the start never work at the same time, so they are free to share another.
    """
    found = (clash for group in groups for clash in _clashes_in(group, keymap))
    return tuple({(clash.key, frozenset((clash.one, clash.other))): clash for clash in found}.values())


def unknown_ids(keymap: Keymap, bindings: Iterable[Bound]) -> tuple[str, ...]:
    """Return the ids in the keymap that no binding has."""
    known = {bound.id for bound in bindings}
    return tuple(name for name in keymap if name not in known)


def unknown_keys(keymap: Keymap) -> tuple[tuple[str, str], ...]:
    """Return the ids whose keys no terminal sends, each with that key."""
    return tuple((name, key) for name, keys in keymap.items() for key in keys if not _is_key(key))


def _clashes_in(group: Group, keymap: Keymap) -> Iterator[Clash]:
    by_key: dict[str, list[Bound]] = {}
    for bound in group.bindings:
        for key in keymap.get(bound.id, bound.keys):
            by_key.setdefault(key, []).append(bound)
    for key, sharing in by_key.items():
        for one, other in _pairs(sharing):
            if one.id in keymap or other.id in keymap:
                yield Clash(key, one.id, other.id, group.screen)


def _pairs(sharing: Sequence[Bound]) -> Iterator[tuple[Bound, Bound]]:
    """Yield the pairs of different bindings that share no key from the start."""
    for index, one in enumerate(sharing):
        for other in sharing[index + 1 :]:
            if one.id != other.id and not set(one.keys) & set(other.keys):
                yield one, other


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    return MODIFIERS.issuperset(modifiers) and (last in _NAMED or key_to_character(last) is not None)

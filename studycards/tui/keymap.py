"""The learner's own keys: which bindings get them, and what is wrong with a choice of keys.

Textual has a keymap of its own, but it takes a key away from all bindings that share it as soon as one of them is
given another: Enter would check, reveal and go on no more once one of the three has moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding, BindingsMap
from textual.keys import Keys, key_to_character

from studycards.tui.keys import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.dom import DOMNode

    from studycards.tui.bindings import Bound, Group

    Chain = list[tuple[DOMNode, BindingsMap]]

Keymap = dict[str, tuple[str, ...]]
"""The keys of the bindings with these ids, in Textual's long names."""

IN_BROWSER: Keymap = {
    "hint": ("f2", "ctrl+t"),
    "exam_flag": ("f2", "ctrl+t"),
    "skip": ("f4", "ctrl+n"),
    "exam_next": ("f4", "ctrl+n"),
}
"""A browser keeps Ctrl+T and Ctrl+N for itself, to open tabs and windows. Unlike some terminals it has F keys."""

MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}

_NAMED = {key.value for key in Keys} | SIGNS.keys()


class Clash(NamedTuple):
    """One key for two things that can be done on the same screen."""

    key: str
    one: str
    other: str
    screen: str


def read_keymap(keys: Mapping[str, str], *, in_browser: bool = False) -> Keymap:
    """Return the keys of the settings by the ids of their bindings, in a browser beside those it needs there."""
    chosen = {name: split_keys(listed) for name, listed in keys.items()}
    return {**IN_BROWSER, **chosen} if in_browser else chosen


def split_keys(keys: str) -> tuple[str, ...]:
    """Return the single keys of a comma-separated list in Textual's long names: `ctrl+z, ?` gives `question_mark`."""
    listed = ",".join(part for part in keys.split(",") if part.strip())
    return tuple(one.key for one in Binding.make_bindings([Binding(listed, "")])) if listed else ()


def remapped(bindings: BindingsMap, keymap: Keymap) -> BindingsMap:
    """Return the bindings of one widget or screen under the learner's keys, in the order of the old ones."""
    keys: dict[str, list[Binding]] = {}
    for old, binding in bindings:
        chosen = keymap.get(binding.id or "")
        for key in chosen or (old,):
            known = keys.setdefault(key, [])
            if chosen is None:
                known.append(binding)
            elif all(other.id != binding.id for other in known):
                known.append(binding.with_key(key))
    return BindingsMap.from_keys(keys)


def remapped_chain(chain: Chain, keymap: Keymap) -> Chain:
    """Return the bindings from the focused widget up to the app under the learner's keys.

    A key that a widget below takes as text, such as a letter on an input line, means nothing to those around it.
    """
    below: list[DOMNode] = []
    result: Chain = []
    for node, _ in chain:
        bindings = remapped(node._bindings, keymap)  # noqa: SLF001 - no public way; a test guards it
        for key in [key for key in bindings.key_to_bindings if _is_text(key, below)]:
            del bindings.key_to_bindings[key]
        below.append(node)
        result.append((node, bindings))
    return result


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


def _is_text(key: str, nodes: Iterable[DOMNode]) -> bool:
    character = key_to_character(key)
    return any(node.check_consume_key(key, character) for node in nodes)


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    return MODIFIERS.issuperset(modifiers) and (last in _NAMED or key_to_character(last) is not None)

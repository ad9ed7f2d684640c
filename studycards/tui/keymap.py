"""The learner's own keys: which bindings get them.

Textual has a keymap of its own, but it takes a key away from all bindings that share it as soon as one of them is
given another: Enter would check, reveal and go on no more once one of the three has moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingsMap
from textual.keys import key_to_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.dom import DOMNode

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


def _is_text(key: str, nodes: Iterable[DOMNode]) -> bool:
    character = key_to_character(key)
    return any(node.check_consume_key(key, character) for node in nodes)

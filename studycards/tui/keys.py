"""Key bindings. A binding names its label and its help in a catalog, so that both follow the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.binding import Binding
from textual.keys import key_to_character

from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import ActiveBinding
    from textual.dom import DOMNode
    from textual.screen import Screen

    from studycards.locale import Language, Message

SIGNS = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "backspace": "⌫",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "left": "←",
    "right": "→",
    "delete": "Del",
    "insert": "Ins",
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
    "circumflex_accent": "^",
}
"""What stands for a key on the screen, where neither its name nor its character does."""


class KeyHint(NamedTuple):
    """A key that works now: what to press, what it is called on screen, what it does, and to which part of it."""

    key: str
    sign: str
    label: Message
    about: Message
    action: str
    namespace: DOMNode


def key(keys: str, action: str, name: str, *, sign: str | None = None, show: bool = True) -> Binding:
    """Bind `keys` (comma-separated, the first one is shown) to `action`.

    Args:
        keys: in Textual's names.
        action: of the widget, the screen or the app.
        name: the id that a keymap refers to, and that of the label `key_<name>` and the help `about_<name>` in the
            catalog `tui`; `lab.next` means `key_next` and `about_next` in the catalog `lab`.
        sign: what is shown instead of the key, for a pair such as ↑↓.
        show: whether the line at the bottom names it; the help always does.
    """
    return Binding(
        keys,
        action,
        description=_entry("key", name),
        tooltip=_entry("about", name),
        id=name,
        key_display=sign,
        show=show,
    )


def working_keys(screen: Screen[Any], *, hidden: bool = False) -> tuple[KeyHint, ...]:
    """Return the keys that do something on `screen` now, those of the focused widget first, each action once.

    Where the screen has `key_names`, a key goes by the name that they give to its id at the moment; those whose ids
    are in its `quiet_keys` the line at the bottom leaves out.

    Args:
        screen: whose bindings are asked.
        hidden: name those that the line at the bottom leaves out, too, after the others.
    """
    quiet: frozenset[str] = getattr(screen, "quiet_keys", frozenset())
    working = [active for active in screen.active_bindings.values() if active.enabled]
    shown = [active for active in working if active.binding.show and active.binding.id not in quiet]
    others = [active for active in working if active not in shown] if hidden else []
    names: Mapping[str, str] = getattr(screen, "key_names", {})
    return tuple(_once([*shown, *others], names))


def sign_of(shown: str, language: Language) -> str:
    """Return what stands for a key on the screen: `Enter`, `^T` for Ctrl and T, `?`."""
    if shown == "space":
        return language.text("tui.space")
    if shown.startswith("ctrl+"):
        sign = sign_of(shown.removeprefix("ctrl+"), language)
        return f"^{sign.upper() if len(sign) == 1 else sign}"
    if shown.startswith("shift+"):
        return f"⇧{sign_of(shown.removeprefix('shift+'), language)}"
    character = key_to_character(shown) if len(shown) > 1 else None
    return SIGNS.get(shown) or character or shown


def label_of(name: str) -> Message:
    """Return what the binding with the id `name` is called on screen."""
    return message(_entry("key", name))


def about_of(name: str) -> Message:
    """Return the sentence about the binding with the id `name`."""
    return message(_entry("about", name))


def _entry(kind: str, name: str) -> str:
    """Return the key of a sentence about a binding: `tui.key_undo`, `lab.about_next`."""
    area, _, rest = name.rpartition(".")
    return f"{area or 'tui'}.{kind}_{rest}"


def _is_ours(binding: Binding) -> bool:
    return ".key_" in binding.description


def _once(working: Iterable[ActiveBinding], names: Mapping[str, str]) -> Iterable[KeyHint]:
    seen: set[str] = set()
    for namespace, binding, *_ in working:
        name = names.get(binding.id or "", binding.id or "")
        if name not in seen and _is_ours(binding):
            seen.add(name)
            sign = binding.key_display or binding.key
            yield KeyHint(binding.key, sign, label_of(name), about_of(name), binding.action, namespace)

"""Key bindings. A binding names its label and its help in the catalog `tui`, so that both follow the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.binding import Binding

from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.screen import Screen

    from studycards.locale import Language, Message

_SIGNS = {
    "enter": "Enter",
    "tab": "Tab",
    "escape": "Esc",
    "backspace": "⌫",
    "up": "↑",
    "down": "↓",
    "question_mark": "?",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
}


class KeyHint(NamedTuple):
    """A key that works now: what to press, what it is called on screen, what it does."""

    key: str
    sign: str
    label: Message
    about: Message


def key(keys: str, action: str, name: str, *, sign: str | None = None, show: bool = True) -> Binding:
    """Bind `keys` (comma-separated, the first one is shown) to `action`.

    Args:
        keys: in Textual's names.
        action: of the widget, the screen or the app.
        name: of the label `tui.key_<name>` and the help `tui.about_<name>`; the id that a keymap refers to.
        sign: what is shown instead of the key, for a pair such as ↑↓.
        show: whether the line at the bottom names it; the help always does.
    """
    return Binding(
        keys,
        action,
        description=f"tui.key_{name}",
        tooltip=f"tui.about_{name}",
        id=name,
        key_display=sign,
        show=show,
    )


def working_keys(screen: Screen[Any], *, hidden: bool = False) -> tuple[KeyHint, ...]:
    """Return the keys that do something on `screen` now, those of the focused widget first, each action once.

    Where the screen has `KEY_NAMES`, a key of a widget goes by the name that they give to its id there.

    Args:
        screen: whose bindings are asked.
        hidden: name those that the line at the bottom leaves out, too, after the others.
    """
    bindings = [active.binding for active in screen.active_bindings.values() if active.enabled]
    shown = [binding for binding in bindings if binding.show]
    others = [binding for binding in bindings if not binding.show] if hidden else []
    names: Mapping[str, str] = getattr(screen, "KEY_NAMES", {})
    return tuple(_once([*shown, *others], names))


def sign_of(shown: str, language: Language) -> str:
    """Return what stands for a key on the screen: `Enter`, `^T` for Ctrl and T, `?`."""
    if shown == "space":
        return language.text("tui.space")
    if shown.startswith("ctrl+"):
        return f"^{shown.removeprefix('ctrl+').upper()}"
    return _SIGNS.get(shown, shown)


def _is_ours(binding: Binding) -> bool:
    return binding.description.startswith("tui.")


def _once(bindings: Iterable[Binding], names: Mapping[str, str]) -> Iterable[KeyHint]:
    seen: set[str] = set()
    for binding in bindings:
        name = names.get(binding.id or "", binding.id or "")
        if name not in seen and _is_ours(binding):
            seen.add(name)
            sign = binding.key_display or binding.key
            yield KeyHint(binding.key, sign, message(f"tui.key_{name}"), message(f"tui.about_{name}"))

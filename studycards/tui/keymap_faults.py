"""What is wrong with the learner's own keys, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import Text, message
from studycards.locale.catalogs.settings import ENTRIES
from studycards.tui.bindings import all_bindings, groups
from studycards.tui.keymap_checks import clashes, unknown_ids, unknown_keys
from studycards.tui.keys import label_of, sign_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studycards.locale import Language, Message
    from studycards.tui.keymap import Keymap
    from studycards.tui.keymap_checks import Clash


def keymap_faults(keymap: Keymap, language: Language) -> tuple[Message, ...]:
    """Return a sentence for each id and each key that there is not, and for each key of several commands."""
    missing = unknown_ids(keymap, all_bindings())
    return (
        *(message("settings.no_such_binding", name=name) for name in missing),
        *(message("settings.no_such_key", name=name, key=key) for name, key in unknown_keys(keymap)),
        *(_shared(found, keymap, language) for found in _by_key(clashes(keymap, groups()))),
    )


def clash_of(binding: str, keys: tuple[str, ...], keymap: Keymap, language: Language) -> Message | None:
    """Return what stands against giving `keys` to a binding; None where nothing does."""
    found = clashes({**keymap, binding: keys}, groups())
    clash = next((clash for clash in found if binding in (clash.one, clash.other)), None)
    if clash is None:
        return None
    other = clash.other if clash.one == binding else clash.one
    return _located("settings.clash", clash, key=_sign(clash, language), label=label_of(other))


def _by_key(found: Iterable[Clash]) -> list[list[Clash]]:
    by_key: dict[str, list[Clash]] = {}
    for clash in found:
        by_key.setdefault(clash.key, []).append(clash)
    return list(by_key.values())


def _shared(found: Sequence[Clash], keymap: Keymap, language: Language) -> Message:
    """Say what one key does, the commands with keys of the learner's own last; where, if that is one screen."""
    ids = sorted({name: None for clash in found for name in (clash.one, clash.other)}, key=keymap.__contains__)
    names = list(dict.fromkeys(language.render(label_of(name)) for name in ids))
    first = ", ".join(names[:-1]) or names[0]
    values = {"key": _sign(found[0], language), "one": first, "other": names[-1]}
    if len({clash.screen for clash in found}) > 1:
        return message("settings.two_on_a_key", **values)
    return _located("settings.two_on_a_key", found[0], **values)


def _located(sentence: str, clash: Clash, **values: object) -> Message:
    """Return a sentence with the screen of the clash, where that has a name."""
    screen = screen_name(clash.screen)
    return message(sentence, **values) if screen is None else message(f"{sentence}_on", **values, screen=screen)


def screen_name(screen: str) -> Message | None:
    """Return what the screen of a class is called, where it has a name."""
    name = f"screen_{screen.removesuffix('Screen').lower()}"
    return message(f"settings.{name}") if name in ENTRIES else None


def _sign(clash: Clash, language: Language) -> Text:
    return Text.same(sign_of(clash.key, language))

"""What the engine refuses: each error names the rule that was broken and holds the values that broke it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self


class EngineError(ValueError):
    """Base of the engine's errors. As a string it is an English sentence; `key` and `values` give it in any language.

    Args:
        key: names the sentence, such as `engine.kernel_too_large`.
        sentence: the sentence in English, with the names of `values` in braces.
        values: fill the sentence.
    """

    def __init__(self, key: str, sentence: str, /, **values: object) -> None:
        super().__init__(sentence.format_map(values))
        self.key = key
        self.sentence = sentence
        self.values = values

    @classmethod
    def unknown(cls, key: str, sentence: str, /, *, name: str, known: Iterable[str], **values: object) -> Self:
        """Return the error for a `name` that is none of the `known` ones.

        `values["nearest"]` is the one that was probably meant, or None. Where there is one, the sentence asks
        for it and the key ends in `_near`.
        """
        nearest = nearest_name(name, known)
        if nearest is not None:
            key, sentence = f"{key}_near", f"{sentence}; did you mean '{{nearest}}'?"
        return cls(key, sentence, name=name, nearest=nearest, **values)


class LayerError(EngineError):
    """An impossible layer or network. `node` names the layer of a network in which it was found."""

    node: str | None = None


class _TextError(EngineError):
    """A text that cannot be read. `offset` is the 0-based index of the offending character, where there is one."""

    def __init__(self, key: str, sentence: str, /, *, offset: int | None = None, **values: object) -> None:
        super().__init__(key, sentence, **values)
        self.offset = offset


class ExpressionError(_TextError):
    """An expression that cannot be read or has no value."""


class NotationError(_TextError):
    """A network in the one-line notation that cannot be read or built."""


def nearest_name(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that `name` was probably meant to be, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - 3 ms, needed only when something is wrong

    by_folded = {known.casefold(): known for known in names}
    folded = name.casefold()
    close = get_close_matches(folded, by_folded, n=1) or sorted(filter(_longer(folded), by_folded), key=len)
    return by_folded[close[0]] if close else None


def _longer(name: str) -> Callable[[str], bool]:
    """Return whether a known name is `name` with more words behind it: `mse_loss` of `mse`."""
    return lambda known: known.startswith(f"{name}_")


def shown(text: str, most: int = 40) -> str:
    """Return the beginning of `text` for a sentence: what does not print as its code point, no terminal obeys it."""
    visible = [character if character.isprintable() else f"U+{ord(character):04X}" for character in text[:most]]
    return "".join([*visible, "…"] if len(text) > most else visible)

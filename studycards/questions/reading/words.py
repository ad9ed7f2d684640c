"""Compare typed words with known answers: case, spaces and typography never matter, mathematics always does."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from os.path import commonprefix

LEAST_LETTERS = 5
"""Letters of a word in which a typo is forgiven; in shorter ones a typo too often makes another word."""


class Closeness(IntEnum):
    """How near a typed answer is to a known one, the nearest first."""

    SAME = 0
    DIACRITICS = 1
    TYPO = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is forgiven: one typo in the whole answer, and letters typed without their Polish diacritics."""

    typos: bool = True
    bare_letters: bool = True

    def closeness(self, typed: str, known: str) -> Closeness:
        """Return how near `typed` is to `known`, as far as this spelling forgives the difference."""
        mine, theirs = normalise(typed), normalise(known)
        if mine == theirs:
            return Closeness.SAME
        if lacks_only_diacritics(mine, theirs):
            return Closeness.DIACRITICS if self.bare_letters else Closeness.OTHER
        return Closeness.TYPO if self.typos and self._has_one_typo(mine, theirs) else Closeness.OTHER

    def _has_one_typo(self, typed: str, known: str) -> bool:
        mine, theirs = typed.split(" "), known.split(" ")
        if len(mine) != len(theirs):
            return False
        unlike = [pair for pair in zip(mine, theirs, strict=True) if not self._is_same_word(*pair)]
        return len(unlike) == 1 and self._is_typo(*unlike[0])

    def _is_same_word(self, typed: str, known: str) -> bool:
        return typed == known or (self.bare_letters and lacks_only_diacritics(typed, known))

    def _is_typo(self, typed: str, known: str) -> bool:
        if lacks_only_diacritics(typed, known) or not (_is_long_word(known) and _is_word(typed)):
            return False
        bare, known_bare = without_diacritics(typed), without_diacritics(known)
        if bare == _contrary(known_bare):
            return False
        return is_one_edit(typed, known) or (self.bare_letters and is_one_edit(bare, known_bare))


def normalise(text: str) -> str:
    """Return `text` without what nobody is graded on: case, spaces, typographic marks, punctuation around it.

    Only canonical equivalents are folded (NFC): `x²` stays different from `x2`.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    words = _SIGN.sub(r"\g<sign>", " ".join(folded.translate(_TYPOGRAPHY).split()))
    quoted = _QUOTED.fullmatch(words)
    return (quoted[1] if quoted else words).rstrip(".,;:?… ")


def without_diacritics(text: str) -> str:
    """Return lower-case `text` with the nine Polish letters bare; other marks may belong to a formula."""
    return text.translate(_BARE)


def lacks_only_diacritics(typed: str, known: str) -> bool:
    """Whether `typed` is `known` with one or more Polish letters left bare: `łącze` typed as `łacze` or `lacze`."""
    return (
        typed != known
        and len(typed) == len(known)
        and all(mine in (theirs, without_diacritics(theirs)) for mine, theirs in zip(typed, known, strict=True))
    )


def is_one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours leads from one word to the other (OSA 1)."""
    start = len(commonprefix((one, other)))  # noqa: RUF071 - letter by letter is what is wanted
    mine, theirs = one[start:], other[start:]
    substituted = mine[1:] == theirs[1:]
    swapped = mine[:2] == theirs[:2][::-1] and mine[2:] == theirs[2:]
    return one != other and (substituted or swapped or mine[1:] == theirs or mine == theirs[1:])


_TYPOGRAPHY = str.maketrans(dict.fromkeys("−–—‐‑", "-") | dict.fromkeys("’ʼ", "'") | {"×": "x", "`": ""})
_SIGN = re.compile(r" ?(?P<sign>[-+*/=·^]|(?<=\d)x(?=\d)|(?<=\d )x(?= \d)) ?")
"""An operator, around which spaces do not matter; an `x` is one between digits."""

_QUOTED = re.compile(r"[\"„“”«»'](.*)[\"“”«»']")

_CONTRARIES = {"wej": "wyj", "wyj": "wej", "sym": "asym", "asym": "sym"}
"""Beginnings that one letter turns into the contrary: wejście and wyjście, symetryczny and asymetryczny."""

_BARE = str.maketrans("ąćęłńóśźż", "acelnoszz")


def _contrary(word: str) -> str | None:
    for beginning, contrary in _CONTRARIES.items():
        if word.startswith(beginning):
            return contrary + word.removeprefix(beginning)
    return None


def _is_word(text: str) -> bool:
    """Whether `text` is made of letters and hyphens only: a formula or a number is never a misspelt word."""
    return text.replace("-", "").isalpha()


def _is_long_word(text: str) -> bool:
    return _is_word(text) and len(text.replace("-", "")) >= LEAST_LETTERS

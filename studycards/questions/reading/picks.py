"""Read picked items, named by number or by letter: `2`, `b`, `1,3`, `1 3`, `ac`, `3 > 1 > 2`. At most nine of them."""

from __future__ import annotations

import re
from string import ascii_lowercase

from studycards.locale import message
from studycards.questions.question import Unreadable

DIGITS = "123456789"
LETTERS = ascii_lowercase[: len(DIGITS)]

_BETWEEN = re.compile(r"[\s,;.>→)]+")


def read_picks(typed: str, count: int) -> tuple[int, ...] | Unreadable:
    """Return the places (from 0) of the picked items among `count`, in the order typed; each at most once."""
    names = _BETWEEN.sub("", typed).casefold()
    if not names:
        return Unreadable(message("questions.picks_empty", last=count, letter=LETTERS[count - 1]))
    known = DIGITS if names[0].isdigit() else LETTERS
    for place, name in enumerate(names):
        if name not in known[:count]:
            return Unreadable(message("questions.picks_unknown", found=name, last=count, letter=LETTERS[count - 1]))
        if name in names[:place]:
            return Unreadable(message("questions.picks_repeated", found=name))
    return tuple(known.index(name) for name in names)


def read_all_picks(typed: str, count: int) -> tuple[int, ...] | Unreadable:
    """Return the places of all `count` items in the order typed: nothing may be missing."""
    picks = read_picks(typed, count)
    if isinstance(picks, Unreadable) or len(picks) == count:
        return picks
    names = DIGITS if any(character.isdigit() for character in typed) else LETTERS
    missing = " ".join(names[place] for place in range(count) if place not in picks)
    return Unreadable(message("questions.picks_missing", missing=missing))

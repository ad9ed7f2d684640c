"""Read which of several networks is meant, and how many times: `b 2,78`, `two: 2.78`, `2,78× b`, `2. 25/9`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.questions.question import ComparisonReading, Reading, Unreadable
from studycards.questions.reading.numbers import MAX_LENGTH, NumberReading, read_number
from studycards.questions.reading.picks import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studycards.locale import Message

_TIMES = re.compile(r"^[x×]\s*|\s*(?:[x×]|(?:razy|times)(?:\s+\w+)?)$", re.IGNORECASE)
"""What may stand around the number: `×2,78`, `2,78 razy mniej`."""


def read_comparison(typed: str, labels: Sequence[str], names: Mapping[str, int]) -> Reading | Unreadable:
    """Read a network and a number, in any order; never raises.

    `labels` stand before the networks where they are listed; `names` (in lower case) are further words for their
    places. A network may
    be named by its number, too, where that cannot be part of the factor.
    """
    text = " ".join(typed.split())
    if not text:
        return Unreadable(_both(labels))
    if len(text) > MAX_LENGTH:
        return Unreadable(message("questions.answer_too_long", limit=MAX_LENGTH))
    words = {**{label.casefold(): place for place, label in enumerate(labels)}, **names}
    if (word := text.rstrip(".):").casefold()) in words:
        return Unreadable(message("comparison.factor_missing", label=labels[words[word]]))
    if splits := list(_behind_or_before_word(text, words)):
        return _read(text, labels, [(words[word], rest) for word, rest in splits])
    return _read_without_word(text, labels)


def _read_without_word(text: str, labels: Sequence[str]) -> Reading | Unreadable:
    """Read an answer of digits alone: `2 2,78` is clear, `1 2` is not, and in `2,78` the network is missing."""
    digits = DIGITS[: len(labels)]
    whole = _factor(text)
    splits = [(digits.index(digit), rest) for digit, rest in _behind_or_before_digit(text, digits)]
    if splits and isinstance(whole, Unreadable):
        return _read(text, labels, splits)
    if splits or text.rstrip(".)") in digits:
        return Unreadable(_both(labels))
    if isinstance(whole, Unreadable):
        return Unreadable(message("comparison.unclear", found=text, labels=_listed(labels), label=labels[-1]))
    return Unreadable(message("comparison.network_missing", labels=_listed(labels)))


def _read(text: str, labels: Sequence[str], splits: Sequence[tuple[int, str]]) -> Reading | Unreadable:
    """Return the only way to read one of `splits` into a place and a factor."""
    factors = [(place, _factor(rest)) for place, rest in splits]
    read = {(place, factor.value): factor for place, factor in factors if isinstance(factor, NumberReading)}
    if len(read) > 1:
        return Unreadable(_both(labels))
    if not read:
        return next(factor for _, factor in factors if isinstance(factor, Unreadable))
    [((place, value), factor)] = read.items()
    plain = text == f"{labels[place]} {factor.canonical}"
    echo = message("comparison.read", label=labels[place], factor=factor.echo or value)
    return Reading(ComparisonReading(place, value), None if plain and factor.echo is None else echo)


def _behind_or_before_word(text: str, words: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield a word at the beginning or the end, and what is left."""
    word = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    front = re.fullmatch(rf"(?P<word>{word})(?![^\W\d_])[).:;,]?\s*[=:]?\s*(?P<rest>.+)", text, re.IGNORECASE)
    back = re.fullmatch(rf"(?P<rest>.+?)[\s;:,(]*(?<![^\W\d_])(?P<word>{word})[).]?", text, re.IGNORECASE)
    for found in filter(None, (front, back)):
        yield found["word"].casefold(), found["rest"]


def _behind_or_before_digit(text: str, digits: str) -> Iterator[tuple[str, str]]:
    """Yield a digit that stands alone at the beginning or the end, and what is left."""
    front = re.fullmatch(rf"(?P<digit>[{digits}])(?:[):;]\s*|[.,]?\s)(?P<rest>.+)", text)
    back = re.fullmatch(rf"(?P<rest>.+?)[;,]?\s(?P<digit>[{digits}])[.)]?", text)
    for found in filter(None, (front, back)):
        yield found["digit"], found["rest"]


def _factor(text: str) -> NumberReading | Unreadable:
    return read_number(_TIMES.sub("", text.strip()), measured=True)


def _both(labels: Sequence[str]) -> Message:
    return message("comparison.both", labels=_listed(labels), label=labels[-1])


def _listed(labels: Sequence[str]) -> str:
    return ", ".join(labels)

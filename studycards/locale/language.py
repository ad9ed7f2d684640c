"""Turn messages, texts and numbers into the words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from studycards.locale.text import Message, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.locale.decimals import DecimalMark

LanguageCode = Literal["pl", "en"]

LANGUAGES: tuple[LanguageCode, ...] = ("pl", "en")
"""The languages of the program, the first one being its default."""

MINUS = "−"

_MARKS: dict[LanguageCode, DecimalMark] = {"pl": ",", "en": "."}


class Entry(NamedTuple):
    """One sentence of a catalog in both languages.

    A tuple of strings instead of one holds the plural forms, chosen by the value `count`:
    Polish one, few, many (1 karta, 2 karty, 5 kart), English one, other.
    """

    pl: str | tuple[str, str, str]
    en: str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the program: the only place where a message becomes words.

    Args:
        code: which language.
        mark: the decimal mark that the learner wants instead of the language's own.
    """

    code: LanguageCode
    mark: DecimalMark | None = None

    @property
    def decimal_mark(self) -> DecimalMark:
        """What stands between the whole and the decimals of a number."""
        return self.mark or _MARKS[self.code]

    def render(self, words: Message | Text | str) -> str:
        """Return `words` in this language."""
        if isinstance(words, Message):
            return self.text(words.key, **words.values)
        if not isinstance(words, Text):
            return words
        written = words.written_in(self.code)
        if self.decimal_mark == _MARKS[self.code]:
            return written
        from studycards.locale.decimals import with_mark  # noqa: PLC0415 - regular expressions, 1 ms, for few learners

        # The numbers of a computed question are part of its texts.
        return with_mark(written, self.decimal_mark)

    def text(self, key: str, /, **values: object) -> str:
        """Return the sentence `key` with its `values`, the plural form chosen by the value `count`.

        Raises:
            KeyError: no catalog has the key, or the sentence needs a value that was not given.
        """
        area, _, name = key.partition(".")
        template: str | tuple[str, ...] = getattr(_catalog(area)[name], self.code)
        if isinstance(template, tuple):
            count = values["count"]
            assert isinstance(count, int)
            template = template[self.plural_form(count)]
        return template.format_map({name: self._value(value) for name, value in values.items()})

    def plural_form(self, count: int) -> int:
        """Return the index of the plural form for `count` (CLDR): 1 karta, 2 karty, 5 kart, 12 kart, 22 karty."""
        if count == 1:
            return 0
        if self.code == "en":
            return 1
        few = count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14}
        return 1 if few else 2

    def number(self, value: float | Fraction, *, digits: int | None = None) -> str:
        """Return `value` as this language writes it: decimal comma in Polish, a space between thousands from 10 000.

        Args:
            value: an integer, a fraction (written as a decimal where it ends, else as `a/b`) or a float.
            digits: decimal places to round to; as many as needed when None.
        """
        if isinstance(value, int) or value == int(value):
            plain = str(int(value))
        elif digits is not None:
            plain = _decimal(Fraction(value), digits)
        elif isinstance(value, Fraction):
            plain = _exact_decimal(value) or f"{value.numerator}/{value.denominator}"
        else:
            plain = f"{value:.6g}"
        return self._written(plain)

    def _written(self, plain: str) -> str:
        sign, plain = (MINUS, plain[1:]) if plain.startswith("-") else ("", plain)
        whole, point, decimals = plain.partition(".")
        if whole.isdigit() and len(whole) > 4:
            whole = f"{int(whole):,}".replace(",", "\N{NO-BREAK SPACE}")
        separator = self.decimal_mark if point else ""
        return f"{sign}{whole}{separator}{decimals}"

    def _value(self, value: object) -> object:
        if isinstance(value, Message | Text):
            return self.render(value)
        if isinstance(value, float | Fraction) or (isinstance(value, int) and not isinstance(value, bool)):
            return self.number(value)
        return value


def detect_language(environment: Mapping[str, str]) -> LanguageCode:
    """Return the language that the locale variables of `environment` ask for; Polish where they name neither."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(variable, "")[:2].lower()
        if code in LANGUAGES:
            return "pl" if code == "pl" else "en"
    return LANGUAGES[0]


def _exact_decimal(value: Fraction) -> str | None:
    """Return a fraction whose decimal ends within six places as that decimal."""
    return _decimal(value, 6).rstrip("0") if (value * 10**6).denominator == 1 else None


def _decimal(value: Fraction, digits: int) -> str:
    """Return a fraction rounded to `digits` decimal places. No float is between: a number may be larger than any."""
    scaled = round(value * 10**digits)
    whole, rest = divmod(abs(scaled), 10**digits)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{digits}}" if digits else f"{sign}{whole}"


@cache
def _catalog(area: str) -> Mapping[str, Entry]:
    """Load the sentences of one area when the first one is needed: a face that never checks decks pays nothing."""
    module = import_module(f"studycards.locale.catalogs.{area}")
    entries: Mapping[str, Entry] = module.ENTRIES
    return entries

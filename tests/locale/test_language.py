"""Words come from the catalogs in natural Polish and English, numbers are written as each language writes them."""

from __future__ import annotations

import pkgutil
import string
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from studycards.locale import Language, Text, catalogs, detect_language, message

if TYPE_CHECKING:
    from studycards.locale.language import Entry

POLISH, ENGLISH = Language("pl"), Language("en")

# Forms from the table of Polish plurals in the CLDR (one, few, many).
POLISH_CARDS = {
    0: "0 kart", 1: "1 karta", 2: "2 karty", 4: "4 karty", 5: "5 kart", 11: "11 kart", 12: "12 kart", 14: "14 kart",
    21: "21 kart", 22: "22 karty", 25: "25 kart", 101: "101 kart", 112: "112 kart", 122: "122 karty",
}  # fmt: skip


@pytest.mark.parametrize(("count", "words"), POLISH_CARDS.items())
def test_polish_has_three_plural_forms(count: int, words: str) -> None:
    assert POLISH.text("study.cards", count=count) == words


@pytest.mark.parametrize(("count", "words"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (21, "21 cards")])
def test_english_has_two(count: int, words: str) -> None:
    assert ENGLISH.text("study.cards", count=count) == words


@pytest.mark.parametrize(
    ("value", "polish", "english"),
    [
        (0.25, "0,25", "0.25"),
        (Fraction(1, 4), "0,25", "0.25"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(6, 2), "3", "3"),
        (-3, "−3", "−3"),
        (Fraction(-5, 2), "−2,5", "−2.5"),
        (577, "577", "577"),
        (4608, "4608", "4608"),
        (73856, "73\N{NO-BREAK SPACE}856", "73\N{NO-BREAK SPACE}856"),
        (138357544, "138\N{NO-BREAK SPACE}357\N{NO-BREAK SPACE}544", "138\N{NO-BREAK SPACE}357\N{NO-BREAK SPACE}544"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value: float | Fraction, polish: str, english: str) -> None:
    assert (POLISH.number(value), ENGLISH.number(value)) == (polish, english)


def test_a_number_is_rounded_to_the_places_that_are_asked_for() -> None:
    assert POLISH.number(Fraction(2, 3), digits=2) == "0,67"


def test_a_message_may_hold_messages_and_texts() -> None:
    inner = message("study.wait_days", count=5)

    assert POLISH.render(message("study.read_as", echo=inner)) == "odczytano: 5 dni"
    assert ENGLISH.render(message("study.read_as", echo=Text(pl="splot", en="convolution"))) == "read as: convolution"


def test_a_text_falls_back_to_the_language_its_author_wrote() -> None:
    assert ENGLISH.render(Text(pl="splot")) == "splot"
    assert POLISH.render(Text(en="convolution")) == "convolution"


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert ENGLISH.render(message("study.read_as", echo="{count} {0} {")) == "read as: {count} {0} {"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "pl"),
        ({"LANG": "C.UTF-8"}, "pl"),
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "pl_PL.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
    ],
)
def test_the_terminal_decides_the_first_language(environment: dict[str, str], code: str) -> None:
    assert detect_language(environment) == code


def _entries() -> list[tuple[str, Entry]]:
    areas = [module.name for module in pkgutil.iter_modules(catalogs.__path__)]
    return [
        (f"{area}.{name}", entry)
        for area in areas
        for name, entry in import_module(f"studycards.locale.catalogs.{area}").ENTRIES.items()
    ]


@pytest.mark.parametrize(("key", "entry"), _entries())
def test_both_languages_of_a_sentence_need_the_same_values(key: str, entry: Entry) -> None:
    polish, english = (_fields(template) for template in entry)

    assert polish == english, key


@pytest.mark.parametrize(("key", "entry"), _entries())
def test_a_plural_has_three_polish_and_two_english_forms(key: str, entry: Entry) -> None:
    lengths = [1 if isinstance(template, str) else len(template) for template in entry]

    assert lengths in ([1, 1], [3, 2], [3, 1], [1, 2]), key


def _fields(template: str | tuple[str, ...]) -> set[str]:
    forms = (template,) if isinstance(template, str) else template
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name} - {"count"}

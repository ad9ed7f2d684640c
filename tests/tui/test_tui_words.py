"""The words of the face: every sentence that is asked for exists, and says the same things in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import studycards.tui
from studycards.locale.catalogs.tui import ENTRIES

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(studycards.tui.__file__).parent.rglob("*.py"))

PREFIXES = ("key_", "about_", "column_", "mode_", "theme_", "language_")
"""Keys that are put together from a name."""


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r'"tui\.([a-z0-9_]+)"', SOURCES))

    assert asked <= set(ENTRIES)


def test_no_sentence_is_left_over() -> None:
    asked = set(re.findall(r"tui\.([a-z0-9_]+)", SOURCES))

    assert {name for name in ENTRIES if not name.startswith(PREFIXES)} <= asked


@pytest.mark.parametrize("name", ENTRIES)
def test_both_languages_fill_in_the_same_values(name: str) -> None:
    polish, english = (fields(forms) for forms in ENTRIES[name])

    assert polish == english


def fields(forms: str | tuple[str, ...]) -> set[str | None]:
    """Return the names of the values in a sentence, the same in all its plural forms."""
    each = [
        {field for _, field, _, _ in Formatter().parse(form) if field is not None}
        for form in ([forms] if isinstance(forms, str) else forms)
    ]
    assert all(one == each[0] for one in each)
    return set(each[0])

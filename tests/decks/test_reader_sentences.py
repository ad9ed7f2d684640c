"""Every sentence that the reader names exists, in both languages with the same values, and none is left over."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import studycards
from studycards.locale.catalogs.decks import ENTRIES

if TYPE_CHECKING:
    from studycards.locale.language import Entry

PACKAGE = Path(studycards.__file__).parent


def values(template: str | tuple[str, ...]) -> set[str]:
    forms = (template,) if isinstance(template, str) else template
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_sentences_and_code_name_each_other() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))

    assert set(re.findall(r'"decks\.([a-z0-9_]+)"', code)) == set(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_both_languages_say_the_same_values(entry: Entry) -> None:
    assert values(entry.pl) == values(entry.en)

"""The words of the Lab: each that is asked for exists, none is left over, and labels of keys fit the line of keys."""

from __future__ import annotations

import re
from pathlib import Path

import studycards
from studycards.locale.catalogs.lab import ENTRIES

SOURCES = "".join(path.read_text(encoding="utf-8") for path in Path(studycards.__file__).parent.rglob("*.py"))

PREFIXES = ("key_", "about_", "column_")
"""Keys that are put together from a name."""


def test_every_sentence_that_is_asked_for_exists_and_none_is_left_over() -> None:
    asked = set(re.findall(r"""["']lab\.([a-z0-9_]+)["']""", SOURCES))
    names = set(re.findall(r"""["']lab\.([a-z0-9_]+)["'](?=[,)])""", SOURCES))

    assert {name for name in ENTRIES if not name.startswith(PREFIXES)} <= asked
    assert {name for name in names if name not in ENTRIES} <= {key.removeprefix("key_") for key in ENTRIES}


def test_labels_are_short_and_helps_are_sentences() -> None:
    labels = [form for name, entry in ENTRIES.items() if name.startswith("key_") for form in entry]
    helps = [form for name, entry in ENTRIES.items() if name.startswith("about_") for form in entry]

    assert labels
    assert max(map(len, labels)) <= 25
    assert all(isinstance(form, str) and form.endswith(".") for form in helps)
    assert {name.removeprefix("key_") for name in ENTRIES if name.startswith("key_")} == {
        name.removeprefix("about_") for name in ENTRIES if name.startswith("about_")
    }

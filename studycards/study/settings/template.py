"""The settings file of a learner who has none: every setting with what it means, each line ready to be used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import tomlkit

from studycards.locale import message
from studycards.study.settings.fields import FIELDS
from studycards.study.settings.model import KEYS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.locale import Language

EXAMPLE_DAY = date(2027, 1, 31)
"""A date for the line of a setting that has none by itself."""


def template(language: Language) -> str:
    """Return the text of a new settings file, explained in `language`; nothing is set in it."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: Language) -> Iterator[str]:
    yield from _comment(language, "file")
    for name in FIELDS:
        yield ""
        yield from _comment(language, f"file_{name}")
        value = getattr(Settings(), name)
        yield f"#{name} = {tomlkit.item(EXAMPLE_DAY if value is None else value).as_string()}"
    yield ""
    yield from _comment(language, "file_keys")
    yield f"[{KEYS}]"
    yield '#undo = "ctrl+z, u"'


def _comment(language: Language, name: str) -> Iterator[str]:
    """Return a sentence of the catalog as comments, a line for each of its lines."""
    return (f"# {line}" for line in language.render(message(f"settings.{name}")).splitlines())

"""Every refusal of the engine can be told in Polish, and in English it says the same as the engine itself."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import studycards.engine
from studycards.engine.errors import LayerError, NotationError, shown
from studycards.engine.notation import parse
from studycards.locale import Language
from studycards.locale.catalogs.engine import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

AREA = "engine."


def raised() -> Iterator[tuple[str, str]]:
    """Key and English sentence of every error in the source of the engine."""
    for file in sorted(Path(studycards.engine.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=function, args=[ast.Constant(value=str(key)), ast.Constant(value=str(sentence))]):
                    if key.startswith(AREA):
                        yield key, sentence
                        if isinstance(function, ast.Attribute) and function.attr == "unknown":
                            yield f"{key}_near", f"{sentence}; did you mean '{{nearest}}'?"


SENTENCES = sorted(set(raised()))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("key", "sentence"), SENTENCES, ids=[key for key, _ in SENTENCES])
def test_a_refusal_has_a_polish_sentence_with_the_same_values(key: str, sentence: str) -> None:
    entry = ENTRIES[key.removeprefix(AREA)]

    assert entry.en == sentence
    assert isinstance(entry.pl, str)
    assert fields(entry.pl) <= fields(sentence)
    assert entry.pl != entry.en or key == "engine.groups"


def test_the_catalog_holds_nothing_that_is_never_said() -> None:
    assert {AREA + name for name in ENTRIES} == {key for key, _ in SENTENCES}


def test_an_error_is_told_in_either_language_from_its_key_and_values() -> None:
    with pytest.raises(NotationError) as caught:
        parse("3x4x4 | conv2d(8, 3, groups=2)")
    error = caught.value

    assert str(error) == "groups=2 does not divide the 3 input channels: 3 mod 2 = 1"
    assert Language("en").text(error.key, **error.values) == str(error)
    assert Language("pl").text(error.key, **error.values) == "groups=2 nie dzieli liczby kanałów wejścia: 3 mod 2 = 1"


def test_a_name_far_from_all_known_ones_gets_no_proposal() -> None:
    far = LayerError.unknown("engine.unknown_node", "the network has no layer '{name}'", name="zzz", known=["conv1"])
    near = LayerError.unknown("engine.unknown_node", "the network has no layer '{name}'", name="Conv", known=["conv1"])

    assert (far.key, far.values["nearest"]) == ("engine.unknown_node", None)
    assert (near.key, near.values["nearest"]) == ("engine.unknown_node_near", "conv1")
    assert str(near) == "the network has no layer 'Conv'; did you mean 'conv1'?"


def test_what_is_quoted_in_a_sentence_cannot_command_a_terminal_or_fill_it() -> None:
    assert shown("\x1b[31mred\u202e") == "U+001B[31mredU+202E"
    assert shown("a" * 50) == "a" * 40 + "…"

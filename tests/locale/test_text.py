"""Texts without their marks, where nothing can show bold and code."""

from __future__ import annotations

import pytest

from studycards.locale.text import unmarked


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**bold**, *italic* and `code`", "bold, italic and code"),
        ("`x[i]` and `**kwargs`", "x[i] and **kwargs"),
        ("**a `b` c**", "a b c"),
        ("3*3*64 + 2**3**2", "3*3*64 + 2**3**2"),
        ("(a+b)**2 · (c)**2", "(a+b)**2 · (c)**2"),
        ("**filtr**ów", "filtrów"),
        ("a lone ` and a lone **", "a lone ` and a lone **"),
    ],
)
def test_marks_vanish_and_stars_of_arithmetic_stay(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain

"""Text of decks on the screen: verbatim, without markup, wrapped without loss."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from studycards.tui.text import Line, inline, lay_out, plain, prose

HOSTILE = st.text(alphabet=st.sampled_from("[]/\\$@{}()<>=:\"'%ab xyżółć12_~#|^") | st.characters(codec="utf-8"))
WITHOUT_MARKDOWN = st.text(alphabet=st.sampled_from("[]/\\$@{}()=:\"' abcżółć12"))


@given(HOSTILE)
def test_any_text_is_shown_verbatim_but_for_control_characters(text: str) -> None:
    """Square brackets are no markup; what could steer the terminal becomes visible."""
    shown = plain(text).plain

    expected = "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(one) == "Cc" and one not in "\n\t" else one for one in text
    )
    assert shown == expected.expandtabs(4)


@given(WITHOUT_MARKDOWN)
def test_text_without_stars_and_backticks_stays_as_it_is(text: str) -> None:
    assert inline(text).plain == text


@given(HOSTILE, st.integers(2, 60))
def test_wrapping_keeps_every_visible_character(text: str, width: int) -> None:
    """Two cells are the least that a wide character needs."""
    laid_out = lay_out(tuple(Line(plain(line)) for line in text.splitlines()), width)

    assert "".join(laid_out.plain.split()) == "".join(plain("\n".join(text.splitlines())).plain.split())


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("**bold** and *italic*", "bold and italic"),
        ("`x[i]` and `**kwargs`", "x[i] and **kwargs"),
        ("**a `b` c**", "a b c"),
        ("3*3*64 + 2**3**2", "3*3*64 + 2**3**2"),
        ("(a+b)*c*d", "(a+b)*c*d"),
        ("a * b * c", "a * b * c"),
        ("**filtr**ów", "filtrów"),
        ("a lone ` and a lone **", "a lone ` and a lone **"),
    ],
)
def test_the_markdown_of_decks(markdown: str, shown: str) -> None:
    """Markers of emphasis vanish; stars of arithmetic stay."""
    assert inline(markdown).plain == shown


def test_further_lines_of_a_bullet_hang_behind_its_dot() -> None:
    lines = lay_out(prose("Two points:\n- one two three\n- four"), 9)

    assert lines.plain.split("\n") == ["Two", "points:", "• one two", "  three", "• four"]


def test_a_column_narrower_than_the_lead_still_shows_the_text() -> None:
    assert "text" in lay_out((Line(Content("text"), Content("a long lead ")),), 6).plain


def test_a_long_lead_does_not_leave_its_text_a_narrow_column() -> None:
    line = Line(Content("five words of an answer"), Content("Right answer: "))

    assert [row.plain for row in line.rows(60)] == ["Right answer: five words of an answer"]
    assert [row.plain for row in line.rows(30)] == ["Right answer: five words of", "  an answer"]

"""The holes of a cloze text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.cloze import ClozeError, Hole, cloze_groups, parse_cloze


def test_a_hole_has_answers_and_a_hint() -> None:
    pieces = parse_cloze("A {{c1::filter|kernel::it slides}} has {{c2::weights}}.")

    assert pieces == ("A ", Hole("c1", ("filter", "kernel"), "it slides"), " has ", Hole("c2", ("weights",)), ".")


def test_a_bar_can_belong_to_an_answer() -> None:
    assert parse_cloze(r"{{c1::P(A\|B)|P}}") == (Hole("c1", ("P(A|B)", "P")),)


def test_groups_come_in_the_order_of_their_first_hole() -> None:
    assert cloze_groups("{{c2::a}} {{c10::b}} {{c2::c}} {{c1::d}}") == ("c2", "c10", "c1")


@pytest.mark.parametrize(
    ("text", "key", "offset"),
    [
        ("a {{c1::b", "decks.cloze_open", 2),
        ("{{c1:b}}", "decks.cloze_hole", 0),
        ("x {{b}} {{c1::y}}", "decks.cloze_hole", 2),
        ("{{c0::b}}", "decks.cloze_hole", 0),
        ("{{c1::}}", "decks.cloze_empty", 0),
        ("{{c1::a| }}", "decks.cloze_empty", 0),
        ("{{c1::a {{c2::b}} c}}", "decks.cloze_hole", 0),
    ],
)
def test_a_malformed_hole_is_refused_where_it_begins(text: str, key: str, offset: int) -> None:
    with pytest.raises(ClozeError) as refused:
        parse_cloze(text)

    assert (refused.value.key, refused.value.offset) == (key, offset)


@given(st.text(alphabet="}c1:|\\ x\n", max_size=40))
def test_a_text_without_opening_braces_has_no_holes(text: str) -> None:
    assert "".join(map(str, parse_cloze(text))) == text


@given(st.lists(st.tuples(st.text("ab ", max_size=5), st.sampled_from(["c1", "c2"]), st.text("xyz", min_size=1))))
def test_what_was_put_together_is_taken_apart(pieces: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{words}{{{{{group}::{hidden}}}}}" for words, group, hidden in pieces)
    expected = [piece for words, group, hidden in pieces for piece in (words, Hole(group, (hidden,))) if piece]

    assert list(parse_cloze(text)) == expected

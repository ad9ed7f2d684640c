"""Picked items by number or letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.questions.question import Unreadable
from studycards.questions.reading.picks import DIGITS, LETTERS, read_all_picks, read_picks


@pytest.mark.parametrize(
    "typed", ["3 1 2", "3,1,2", "312", "3;1;2", "3. 1. 2.", "3) 1) 2)", "3 > 1 > 2", "cab", "c a b", "C, A, B", "c→a→b"]
)
def test_every_notation_of_an_order_reads_the_same(typed: str) -> None:
    assert read_all_picks(typed, 3) == (2, 0, 1)


@pytest.mark.parametrize(
    ("typed", "key", "values"),
    [
        ("", "questions.picks_empty", {"last": 3, "letter": "c"}),
        (" , ", "questions.picks_empty", {"last": 3, "letter": "c"}),
        ("4", "questions.picks_unknown", {"found": "4", "last": 3, "letter": "c"}),
        ("0", "questions.picks_unknown", {"found": "0", "last": 3, "letter": "c"}),
        ("1 10", "questions.picks_repeated", {"found": "1"}),
        ("d", "questions.picks_unknown", {"found": "d", "last": 3, "letter": "c"}),
        ("none", "questions.picks_unknown", {"found": "n", "last": 3, "letter": "c"}),
        ("1b", "questions.picks_unknown", {"found": "b", "last": 3, "letter": "c"}),
        ("1-3", "questions.picks_unknown", {"found": "-", "last": 3, "letter": "c"}),
        ("٢", "questions.picks_unknown", {"found": "٢", "last": 3, "letter": "c"}),
        ("2 2", "questions.picks_repeated", {"found": "2"}),
        ("3 1", "questions.picks_missing", {"missing": "2"}),
        ("b", "questions.picks_missing", {"missing": "a c"}),
    ],
)
def test_a_faulty_pick_says_what_is_wrong(typed: str, key: str, values: dict[str, object]) -> None:
    refusal = read_all_picks(typed, 3)

    assert isinstance(refusal, Unreadable)
    assert (refusal.reason.key, refusal.reason.values) == (key, values)


@given(st.integers(min_value=1, max_value=9), st.data())
def test_numbers_and_letters_of_any_items_come_back(count: int, data: st.DataObject) -> None:
    picks = tuple(data.draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=count, unique=True)))

    assert read_picks("".join(DIGITS[place] for place in picks), count) == picks
    assert read_picks(", ".join(LETTERS[place] for place in picks), count) == picks


@given(st.text() | st.text(alphabet="0123456789abcdefghij ,;.>"), st.integers(min_value=1, max_value=9))
def test_no_text_raises_and_no_pick_is_out_of_range_or_repeated(typed: str, count: int) -> None:
    picks = read_picks(typed, count)
    if not isinstance(picks, Unreadable):
        assert set(picks) <= set(range(count))
        assert len(set(picks)) == len(picks) > 0

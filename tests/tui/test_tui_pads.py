"""Pads: keys in, the text a learner could have typed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Text
from studycards.tui.pads.choose import choices, true_or_false
from studycards.tui.pads.match import pairs
from studycards.tui.pads.order import ordering
from studycards.tui.pads.pad import Command

if TYPE_CHECKING:
    from studycards.tui.pads import Pad

A, B, C = (Text.same(letter) for letter in "ABC")

KEYS = st.lists(st.sampled_from([*Command, *"123456789abcdefghipntfxyz"]), max_size=30)


def pressed(pad: Pad, *keys: str) -> Pad:
    """Press keys: commands by their names, others by their character."""
    for key in keys:
        pad = pad.command(key) if isinstance(key, Command) else pad.press(key) or pad
    return pad


def test_nothing_is_chosen_at_first() -> None:
    """An Enter by accident cannot be an answer."""
    pads: list[Pad] = [
        choices((A, B), multiple=False),
        choices((A, B), multiple=True),
        true_or_false(),
        ordering((A, B)),
        pairs((A, B), (A, B)),
    ]

    assert [pad.typed for pad in pads] == [""] * 5


@pytest.mark.parametrize(
    ("keys", "typed"),
    [("2", "2"), ("c", "3"), ("13", "3"), ([Command.DOWN], "1"), ([Command.DOWN, Command.DOWN], "2"), ("9", "")],
)
def test_one_option_is_chosen_by_digit_letter_or_arrows(keys: list[str], typed: str) -> None:
    assert pressed(choices((A, B, C), multiple=False), *keys).typed == typed


@pytest.mark.parametrize(
    ("keys", "typed"), [("13", "1 3"), ("31", "1 3"), ("131", "3"), ([Command.TICK, Command.DOWN, Command.TICK], "1 2")]
)
def test_several_options_are_ticked_and_unticked(keys: list[str], typed: str) -> None:
    assert pressed(choices((A, B, C), multiple=True), *keys).typed == typed


@pytest.mark.parametrize(("key", "typed"), [("p", "t"), ("t", "t"), ("1", "t"), ("f", "f"), ("n", "f"), ("2", "f")])
def test_a_claim_is_judged_by_the_letters_of_both_languages(key: str, typed: str) -> None:
    assert pressed(true_or_false(), key).typed == typed


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ([Command.LATER], "2 1 3"),
        ([Command.HOLD, Command.DOWN, Command.DOWN, Command.HOLD], "2 3 1"),
        (["3"], "2 3 1"),
        ([Command.DOWN, Command.EARLIER], "2 1 3"),
        ([Command.LATER, Command.EARLIER], ""),
    ],
)
def test_items_are_moved_by_holding_by_keys_and_by_number(keys: list[str], typed: str) -> None:
    """The numbers are those that the items had when they were shown."""
    assert pressed(ordering((A, B, C)), *keys).typed == typed


@pytest.mark.parametrize(
    ("keys", "typed"),
    [
        ("cab", "1c 2a 3b"),
        ("ca", "1c 2a"),
        (["c", Command.DOWN, "b"], "1c 3b"),
        (["a", "a"], "2a"),
        (["a", Command.UP, Command.CLEAR], ""),
    ],
)
def test_letters_go_to_the_left_halves_in_turn_and_are_used_once(keys: list[str], typed: str) -> None:
    assert pressed(pairs((A, B, C), (A, B, C)), *keys).typed == typed


def test_after_the_answer_right_options_and_wrong_choices_are_marked() -> None:
    """The first is right and chosen, the second right and missed, the third wrong and chosen, the fourth neither."""
    pad = pressed(choices((A, B, C, A), multiple=True), "1", "3")

    assert pad.marks((True, False, False, True)) == (True, True, False, None)


@given(KEYS)
def test_no_key_loses_an_item_or_leaves_the_rows(keys: list[str]) -> None:
    """The order stays a permutation, each right half is used at most once, the cursor is on a row."""
    order = pressed(ordering((A, B, C)), *keys)
    match = pressed(pairs((A, B, C), (A, B, C)), *keys)

    assert sorted(order.typed.split()) in ([], ["1", "2", "3"])
    letters = [pair[1] for pair in match.typed.split()]
    assert len(set(letters)) == len(letters)
    assert order.cursor in range(3)
    assert match.cursor in range(3)

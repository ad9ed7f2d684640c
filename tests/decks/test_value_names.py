"""Names of arrays become identifiers in expressions, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.value_names import array_names, identifier, named

NAMES = ("input", "conv1.weight", "output of conv1", "gradient of conv1.weight", "window of b.pool1")


def test_the_names_of_arrays_are_found_where_they_stand() -> None:
    text = "all(output of conv1 != 0.5) and input < k or n.weight > sum(window of b.pool1)"

    assert list(array_names(text)) == [
        ("output of conv1", 4),
        ("input", 32),
        ("n.weight", 45),
        ("window of b.pool1", 60),
    ]


@pytest.mark.parametrize("text", ["p <= k // 2", "1e3 + 0.5", "output + of", "inputs", "x_input", "1.e5", ""])
def test_other_names_are_none_of_arrays(text: str) -> None:
    assert list(array_names(text)) == []


def test_only_known_names_are_replaced() -> None:
    assert named("conv1.weight + conv1.bias", {"conv1.weight"}) == "conv1_weight + conv1.bias"


def test_the_longest_name_counts() -> None:
    text = "gradient of conv1.weight + conv1.weight"

    assert named(text, set(NAMES)) == "gradient_of_conv1_weight + conv1_weight"


@given(st.lists(st.sampled_from([*NAMES, "k", "0.5", "max", "(", ")", "+", ", ", "conv2.bias"])))
def test_every_other_character_stays_in_its_place(parts: list[str]) -> None:
    text = " ".join(parts)
    replaced = named(text, set(NAMES))

    assert len(replaced) == len(text)
    assert all(
        after == before or (before in " ." and after == "_") for before, after in zip(text, replaced, strict=True)
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_identifier_is_one(name: str) -> None:
    assert identifier(name).isidentifier()
    assert len(identifier(name)) == len(name)

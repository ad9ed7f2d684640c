"""Drawing an exam: as many as wanted, spread over decks, never two of one card, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.blueprint import Blueprint, Mark, Part, Section
from studycards.decks.model import BasicCard, ClozeCard, TrueFalseCard
from studycards.locale import Text
from studycards.study.exam.draw import TooFewCards, draw

if TYPE_CHECKING:
    from studycards.decks.model import Card

SOME = Text.same("x")


def claim(name: str, *, level: int = 1, tags: tuple[str, ...] = ()) -> Card:
    return TrueFalseCard(id=name, question=SOME, answer=True, level=level, tags=tags)


def section(count: int, *decks: str, **choice: tuple[str, ...] | tuple[int, ...]) -> Section:
    return Section(topic=SOME, count=count, points=1, decks=decks, **choice)  # type: ignore[arg-type]


def blueprint(*sections: Section) -> Blueprint:
    marks = (Mark(Fraction(0), SOME),)
    return Blueprint(id="e", title=SOME, minutes=9, marks=marks, carried=Fraction(1), parts=(Part(SOME, sections),))


DECKS: dict[str, list[Card]] = {
    name: [claim(f"{name}{number}", level=1 + number % 3, tags=("even",) if number % 2 == 0 else ())
           for number in range(12)]
    for name in "abc"
}  # fmt: skip


@given(st.integers(0, 2**31), st.lists(st.integers(1, 7), min_size=1, max_size=4))
def test_every_section_gets_its_cards_and_no_card_is_asked_twice(seed: int, counts: list[int]) -> None:
    exam = blueprint(*(section(count, "a", "b", "c", levels=(1, 2)) for count in counts if sum(counts) <= 24))
    if not exam.sections:
        return
    items = draw(exam, DECKS, seed)
    levels = {card.id: card.level for deck in DECKS.values() for card in deck}

    assert Counter(item.section for item in items) == dict(enumerate(counts))
    assert len({item.prompt for item in items}) == len(items)
    assert {levels[item.prompt] for item in items} <= {1, 2}
    assert draw(exam, DECKS, seed) == items


@given(st.integers(0, 2**31))
def test_cards_are_spread_over_the_decks(seed: int) -> None:
    three, seven = section(3, "a", "b", "c"), section(7, "a", "b", "c")

    assert Counter(item.prompt[0] for item in draw(blueprint(three), DECKS, seed)) == {"a": 1, "b": 1, "c": 1}
    assert sorted(Counter(item.prompt[0] for item in draw(blueprint(seven), DECKS, seed)).values()) == [2, 2, 3]


@given(st.integers(0, 2**31))
def test_a_later_section_with_less_choice_is_filled_all_the_same(seed: int) -> None:
    """The first section could do without any card, the second needs all twelve of the deck `a`."""
    items = draw(blueprint(section(20), section(12, "a")), DECKS, seed)

    assert {item.prompt for item in items if item.section == 1} == {card.id for card in DECKS["a"]}


def test_other_seeds_draw_other_exams_and_other_numbers() -> None:
    exams = [draw(blueprint(section(3, "a", "b", "c")), DECKS, seed) for seed in range(20)]

    assert len({tuple(item.prompt for item in exam) for exam in exams}) > 15
    assert len({item.seed for exam in exams for item in exam}) == 60


def test_tags_and_levels_are_respected() -> None:
    items = draw(blueprint(section(4, "a", tags=("even",), levels=(1, 2, 3))), DECKS, 1)

    assert all(int(item.prompt[1:]) % 2 == 0 for item in items)


@pytest.mark.parametrize(
    ("sections", "place", "found"),
    [
        ([section(13, "a")], 0, 12),
        ([section(10, "a"), section(3, "a")], 1, 2),
        ([section(1, "a", levels=(5,))], 0, 0),
        ([section(1, "none")], 0, 0),
    ],
)
def test_a_section_that_cannot_be_filled_is_named(sections: list[Section], place: int, found: int) -> None:
    with pytest.raises(TooFewCards) as caught:
        draw(blueprint(*sections), DECKS, 3)

    assert (caught.value.section, caught.value.found) == (place, found)


def test_what_no_program_can_grade_is_asked_only_where_it_is_listed() -> None:
    several = Text.same("{{c1::one}} and {{c1::two}}, {{c2::three}}")
    cards: list[Card] = [
        BasicCard(id="recall", question=SOME, answer=SOME),
        ClozeCard(id="cloze", question=several, groups=("c1", "c2")),
    ]

    assert [item.prompt for item in draw(blueprint(section(1)), {"d": cards}, 0)] == ["cloze/c2"]
    with pytest.raises(TooFewCards):
        draw(blueprint(section(2)), {"d": cards}, 0)
    both = draw(blueprint(section(2, types=("basic", "cloze"))), {"d": cards}, 0)
    assert {item.prompt.partition("/")[0] for item in both} == {"recall", "cloze"}

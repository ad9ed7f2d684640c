"""Values chosen by keys: steps stay within what a setting may be, and what is typed is read as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, Language
from studycards.study.settings.entry import is_typed, stepped, typed_value, value_words
from studycards.study.settings.fields import FIELDS, Choice, Switch
from studycards.study.settings.model import Settings

TODAY = date(2026, 12, 1)

NAMES = sorted(FIELDS)


@given(st.sampled_from(NAMES), st.lists(st.sampled_from([1, -1]), max_size=30))
def test_steps_never_leave_what_is_allowed_and_can_be_told_in_both_languages(name: str, steps: list[int]) -> None:
    value: object = getattr(Settings(), name)
    for by in steps:
        value = stepped(name, value, by, TODAY)

        assert FIELDS[name].read(value) == value
    for code in LANGUAGES:
        assert Language(code).render(value_words(name, value))


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(FIELDS[name], Choice)])
def test_names_go_round(name: str) -> None:
    field = FIELDS[name]
    assert isinstance(field, Choice)
    value: object = field.names[0]
    seen = [value := stepped(name, value, 1, TODAY) for _ in field.names]

    assert seen == [*field.names[1:], field.names[0]]
    assert stepped(name, field.names[0], -1, TODAY) == field.names[-1]


@pytest.mark.parametrize("name", [name for name in NAMES if isinstance(FIELDS[name], Switch)])
@pytest.mark.parametrize("by", [1, -1])
def test_a_switch_is_turned_by_a_step_either_way(name: str, by: int) -> None:
    assert stepped(name, True, by, TODAY) is False  # noqa: FBT003 - the value of a setting
    assert stepped(name, False, by, TODAY) is True  # noqa: FBT003 - as above


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("new_per_day", " 30 ", 30),
        ("desired_retention", "0,9", 0.9),
        ("desired_retention", "0.85", 0.85),
        ("desired_retention", "85", 0.85),
        ("desired_retention", "92,5 %", 0.925),
        ("exam_date", "2027-01-31", date(2027, 1, 31)),
        ("exam_date", "31.01.2027", date(2027, 1, 31)),
        ("exam_date", "31/1/27", date(2027, 1, 31)),
        ("exam_date", " ", None),
    ],
)
def test_what_is_typed_is_read(name: str, text: str, value: object) -> None:
    assert typed_value(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "polish", "english"),
    [
        (
            "new_per_day",
            "1,5",
            "Nie można ustawić „1,5”; dozwolone: liczba całkowita od 0 do 9999.",
            "“1,5” cannot be set; allowed: a whole number from 0 to 9999.",
        ),
        (
            "desired_retention",
            "100%",
            "Nie można ustawić „100%”; dozwolone: od 70 do 99 %.",
            "“100%” cannot be set; allowed: 70 to 99%.",
        ),
        (
            "exam_date",
            "31.2.2027",
            "Nie można ustawić „31.2.2027”; dozwolone: data, np. 2027-01-31 albo 31.1.2027.",
            "“31.2.2027” cannot be set; allowed: a date, such as 2027-01-31 or 31.1.2027.",
        ),
    ],
)
def test_what_cannot_be_set_is_told_with_what_can(name: str, text: str, polish: str, english: str) -> None:
    with pytest.raises(StudycardsError) as caught:
        typed_value(name, text)

    told = tuple(Language(code).text(caught.value.key, **caught.value.values) for code in LANGUAGES)
    assert told == (polish, english)


@given(st.sampled_from([name for name in NAMES if is_typed(name)]), st.text("0123456789.,-/% "))
def test_anything_typed_is_a_value_or_a_fault(name: str, text: str) -> None:
    try:
        value = typed_value(name, text)
    except StudycardsError:
        return
    assert FIELDS[name].read(value) == value

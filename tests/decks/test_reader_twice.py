"""What a learner sees twice cannot be answered fairly."""

from __future__ import annotations

from pathlib import Path

import pytest

from studycards.decks.reader import read_deck

HEAD = "format: 1\nid: twice\ntitle: T\nlanguage: en\ncards:\n- id: a\n  question: Q\n  "


def twice(fields: str) -> list[str]:
    """Return the paths that are reported, all for what is seen twice."""
    problems = read_deck(Path("deck.yaml"), (HEAD + fields).encode()).problems
    assert {problem.reason.key for problem in problems} <= {"decks.seen_twice"}
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ('type: choice\n  options: [{right: "5"}, {wrong: "5"}]', ["options[2]"]),
        ('type: choice\n  options: [{right: "5"}, {wrong: "**5**"}, {wrong: " 5 "}]', ["options[2]", "options[3]"]),
        ('type: choice\n  options: [{right: {en: "5", pl: "5"}}, {wrong: {en: "6", pl: "5"}}]', ["options[2]"]),
        ("type: choice\n  options: [{right: a}, {wrong: {pl: a, en: b}}]", ["options[2]"]),
        ("type: choice\n  options: [{right: a}, {wrong: A}, {wrong: b}]", []),
        ("type: order\n  items: [a, a, b]", ["items[2]"]),
        ("type: order\n  items: [a, {pl: a, en: c}, b]", ["items[2]"]),
        ("type: order\n  items: [a, b, c]", []),
        ("type: match\n  pairs: [[a, 1], [a, 2]]", ["pairs[2][1]"]),
        ("type: match\n  pairs: [[a, 1], [b, 1]]", ["pairs[2][2]"]),
        ("type: match\n  pairs: [[a, b], [b, a]]", []),
    ],
)
def test_no_two_things_to_choose_from_look_alike(fields: str, paths: list[str]) -> None:
    assert twice(fields) == paths


@pytest.mark.parametrize("fields", ["type: order\n  items: [a, [], a]", "type: match\n  pairs: [[a, 1], [a]]"])
def test_what_could_not_be_read_is_not_compared(fields: str) -> None:
    problems = read_deck(Path("deck.yaml"), (HEAD + fields).encode()).problems

    assert "decks.seen_twice" not in {problem.reason.key for problem in problems}

"""From verdicts to points: shares, carried steps, tallies, the mark."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.decks.blueprint import build_blueprint
from studycards.decks.blueprint_reader import read_blueprint
from studycards.decks.model import TrueFalseCard
from studycards.locale import Language, Text, message
from studycards.questions import Question, Reading, Unreadable, Verdict
from studycards.questions.kinds.sheet import SheetQuestion, Step
from studycards.questions.kinds.true_false import TrueFalseQuestion
from studycards.questions.question import SheetReading
from studycards.study.exam.attempt import Attempt
from studycards.study.exam.checking import exam_problems
from studycards.study.exam.credit import credit
from studycards.study.exam.draw import Item
from studycards.study.exam.marking import report_on
from studycards.study.exam.written import ReasonedQuestion, as_asked

if TYPE_CHECKING:
    from studycards.locale import Message

HALF = Fraction(1, 2)


PLAIN = {
    "id": "e", "title": {"en": "Exam"}, "minutes": 10, "carried": "0.5",
    "marks": [["0", "2.0"], ["0.5", "3.0"], ["0.9", "5.0"]],
    "parts": [
        {"title": {"en": "A"}, "sections": [{"topic": {"en": "a1"}, "count": 2, "points": 3},
                                            {"topic": {"en": "a2"}, "count": 1, "points": 4}]},
        {"title": {"en": "B"}, "sections": [{"topic": {"en": "b1"}, "count": 1, "points": 10}]},
    ],
}  # fmt: skip

MARKED = build_blueprint({**PLAIN, "half": ["par.no_bias", "size.no_plus_one"], "reason": "0.5"})


class Scored(Question):
    """A question whose answer is its score in quarters, `0` to `4`."""

    kind = "scored"

    @property
    def expects(self) -> Message:
        return message("questions.expects_text")

    def read(self, typed: str) -> Reading | Unreadable:
        return Reading(Fraction(int(typed), 4))

    def grade(self, reading: Reading) -> Verdict:
        assert isinstance(reading.value, Fraction)
        return Verdict.of(reading.value)


def scored(name: str = "q") -> Scored:
    return Scored(prompt=name, seed=1, stem=Text.same(name), answer=Text.same("4"))


def sheet(*steps: str) -> SheetQuestion:
    return SheetQuestion(
        prompt="s", seed=1, stem=Text.same("s"), answer=Text.same("4"),
        steps=tuple(Step(Text.same(name), scored(name)) for name in steps),
    )  # fmt: skip


def part(score: Fraction | int, *, carried: bool = False) -> Verdict:
    right = Verdict.of(score)
    return Verdict(right.outcome, right.score, carried=carried)


def given(*quarters: int | None) -> Reading:
    return Reading(SheetReading(tuple(None if one is None else Reading(Fraction(one, 4)) for one in quarters)))


@pytest.mark.parametrize(
    ("quarters", "parts", "expected"),
    [
        ((4, 4), (part(1), part(1)), Fraction(1)),
        ((0, 0), (part(0), part(1, carried=True)), Fraction(1, 4)),
        ((0, 0, 0, 4), (part(0), part(1, carried=True), part(1, carried=True), part(1)), HALF),
        ((0, 0), (part(0), part(HALF, carried=True)), Fraction(1, 8)),
        ((0, 3), (part(0), part(1, carried=True)), Fraction(3, 8)),
        ((None, 4), (part(0), part(1)), HALF),
    ],
)
def test_a_carried_step_earns_half_unless_it_earns_more_by_itself(
    quarters: tuple[int | None, ...], parts: tuple[Verdict, ...], expected: Fraction
) -> None:
    question = sheet(*"abcd"[: len(parts)])

    assert credit(question, given(*quarters), Verdict.of(0, parts=parts), MARKED).share == expected


@pytest.mark.parametrize("score", [Fraction(0), Fraction(1, 3), Fraction(1)])
def test_any_other_answer_earns_its_score(score: Fraction) -> None:
    assert credit(scored(), Reading(score), Verdict.of(score), MARKED) == (score, ())


ITEMS = tuple(Item(f"q{place}", 1, section) for place, section in enumerate((0, 0, 1, 2)))


def attempt(answers: dict[int, str]) -> Attempt:
    return Attempt(plain=PLAIN, seed=1, started_ms=0, items=ITEMS, answers=answers, used_ms=61_000, handed_in=True)


def test_points_add_up_by_topic_and_part() -> None:
    report = report_on(attempt({0: "4", 1: "2", 3: "3"}), [scored(item.prompt) for item in ITEMS])

    assert [float(item.points) for item in report.items] == [3, 1.5, 0, 7.5]
    assert [(one.whole.points, one.whole.of) for one in report.parts] == [(Fraction(9, 2), 10), (Fraction(15, 2), 10)]
    assert [topic.points for topic in report.parts[0].topics] == [Fraction(9, 2), 0]
    assert (float(report.whole.points), report.whole.of, report.percent, report.mark.en) == (12, 20, 60, "3.0")
    assert [item.place for item in report.lost] == [1, 2, 3]
    assert report.seconds == 61


@pytest.mark.parametrize(
    ("quarters", "percent", "mark"), [("0000", 0, "2.0"), ("4444", 100, "5.0"), ("4433", 82, "3.0")]
)
def test_the_mark_follows_the_share(quarters: str, percent: int, mark: str) -> None:
    report = report_on(attempt(dict(enumerate(quarters))), [scored(item.prompt) for item in ITEMS])

    assert (report.percent, report.mark.en) == (percent, mark)


def test_the_percent_never_reaches_a_mark_that_the_points_do_not() -> None:
    """43.75 % is shown as 43 %."""
    plain = {**PLAIN, "parts": [{"title": {"en": "A"}, "sections": [{"topic": {"en": "a"}, "count": 4, "points": 1}]}]}
    items = tuple(Item(f"q{place}", 1, 0) for place in range(4))
    sat = Attempt(plain=plain, seed=1, started_ms=0, items=items, answers={0: "4", 1: "3"}, handed_in=True)
    report = report_on(sat, [scored(item.prompt) for item in items])

    assert build_blueprint(plain).points == 4
    assert (report.percent, report.mark.en) == (43, "2.0")


def test_that_carried_steps_earn_less_is_said() -> None:
    """Of two steps the second one follows from the first: 50 % by its score, a quarter of the points."""
    earned = credit(sheet("a", "b"), given(0, 0), Verdict.of(HALF, parts=(part(0), part(1, carried=True))), MARKED)

    assert earned.share == Fraction(1, 4)
    assert [Language("pl").render(note) for note in earned.notes] == [
        "Na egzaminie 1 etap, zgodny z Twoją wcześniejszą pomyłką, daje 50 % swoich punktów."
    ]


@pytest.mark.parametrize(
    ("mistakes", "share"),
    [(("par.no_bias",), HALF), (("size.pad_once", "size.no_plus_one"), HALF), (("par.no_cin",), 0), ((), 0)],
)
def test_a_missing_bias_or_a_missing_one_costs_half(mistakes: tuple[str, ...], share: Fraction) -> None:
    assert credit(scored(), Reading(Fraction(0)), Verdict.of(0, mistakes=mistakes), MARKED).share == share


@pytest.mark.parametrize(("kind", "share"), [("shape", 0), ("number", 0), ("comparison", 0), ("tensor", HALF)])
def test_numbers_and_shapes_count_as_a_whole_and_tensors_by_their_cells(kind: str, share: Fraction) -> None:
    """Two of four sizes or cells are right."""
    named = type("Named", (Scored,), {"kind": kind})
    question = named(prompt="q", seed=1, stem=Text.same("q"), answer=Text.same("4"))

    assert credit(question, Reading(HALF), Verdict.of(HALF), MARKED).share == share


def claim(*, holds: bool) -> Question:
    true_or_false = TrueFalseQuestion(
        prompt="q0", seed=1, stem=Text.same("q"), answer=Text.same("?"), holds=holds, explanation=Text.same("why")
    )
    return as_asked(true_or_false, HALF)


@pytest.mark.parametrize(
    ("typed", "own", "points", "is_open"),
    [
        ("fałsz", None, 1, False),
        ("fałsz, bo okno zachodzi", None, 1, True),
        ("Nie: okno zachodzi", 0.5, 1.5, False),
        ("false because windows overlap", 1, 2, False),
        ("prawda, bo tak", None, 0, False),
        ("prawda, bo tak", 1, 0, False),
    ],
)
def test_true_or_false_is_half_and_the_reason_the_other_half(
    typed: str,
    own: float | None,
    points: float,
    is_open: bool,  # noqa: FBT001 - an expected value
) -> None:
    """A coin earns half of the points half of the time, and never all of them."""
    sections = [{"topic": {"en": "a"}, "count": 1, "points": 2}]
    plain = {**PLAIN, "reason": "0.5", "parts": [{"title": {"en": "A"}, "sections": sections}]}
    sat = Attempt(
        plain=plain, seed=1, started_ms=0, items=(Item("q0", 1, 0),), answers={0: typed}, handed_in=True,
        own_scores={} if own is None else {0: own},
    )  # fmt: skip
    report = report_on(sat, [claim(holds=False)])

    assert (float(report.whole.points), len(report.ungraded)) == (points, int(is_open))


@pytest.mark.parametrize("typed", ["", "bo okno zachodzi", "?", "to fałsz"])
def test_what_does_not_begin_with_a_judgement_is_asked_again(typed: str) -> None:
    assert isinstance(claim(holds=True).read(typed), Unreadable)


def test_without_points_for_the_reason_none_is_asked_for() -> None:
    question = TrueFalseQuestion(prompt="q", seed=1, stem=Text.same("q"), answer=Text.same("?"), holds=True)

    assert as_asked(question, Fraction(0)) is question
    assert isinstance(as_asked(question, HALF), ReasonedQuestion)


def test_a_mistake_that_no_library_has_is_found_by_the_checker() -> None:
    blueprint = """format: 1
id: mine
title: Mine
minutes: 20
marks: {0: "2.0"}
half: [par.no_bias, par.no_bia]
parts: [{title: A, sections: [{topic: a, decks: one, count: 1, points: 1}]}]
"""
    read = read_blueprint(Path("mine.yaml"), blueprint.encode())
    card = TrueFalseCard(id="q", question=Text.same("?"), answer=True, explanation=Text.same("!"))
    [problem] = exam_problems([read], {"one": [card]}, [], all_cards=True)

    assert (problem.field, problem.place.line) == ("half[2]", 6)
    assert "par.no_bias" in Language("en").render(problem.reason)

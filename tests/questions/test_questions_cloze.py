"""The question with a hole: what is shown, what fills it, what is revealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.decks.model import ClozeCard, Reject
from studycards.locale import Language, Text
from studycards.questions import Outcome, Verdict, ask
from studycards.questions.kinds.cloze import ClozeQuestion
from studycards.questions.kinds.recall import BasicQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from studycards.questions import Question

    Grade = Callable[[Question, str], Verdict]

STEM = Text(pl="Pytanie?", en="Question?")

CLOZE = ClozeCard(
    id="cloze",
    question=Text(
        pl="Splot ma {{c1::filtry|jądra::co?}} i {{c2::krok}}.",
        en="A convolution has {{c1::filters}} and a {{c2::stride}}.",
    ),
    groups=("c1", "c2"),
    reject=(Reject(answer=Text.same("neurony"), why=Text.same("those are dense")),),
)


def test_a_hole_is_open_in_the_stem_and_bold_in_the_answer() -> None:
    first, second = (ask(CLOZE, prompt, 0) for prompt in CLOZE.prompts)

    assert first.stem == Text(pl="Splot ma [co?…] i krok.", en="A convolution has […] and a stride.")
    assert first.answer == Text(pl="Splot ma **filtry** i krok.", en="A convolution has **filters** and a stride.")
    assert second.stem == Text(pl="Splot ma filtry i […].", en="A convolution has filters and a […].")


@pytest.mark.parametrize("typed", ["filtry", "jądra", "filters", "jadra", "filtri"])
def test_the_hidden_words_of_either_language_fill_the_hole(grade: Grade, typed: str) -> None:
    question = ask(CLOZE, "cloze/c1", 0)

    assert isinstance(question, ClozeQuestion)
    assert grade(question, typed).outcome is Outcome.RIGHT


def test_a_rejected_filling_says_why(grade: Grade) -> None:
    assert grade(ask(CLOZE, "cloze/c1", 0), "neurony") == Verdict.of(0, notes=(Text.same("those are dense"),))


@pytest.mark.parametrize(
    "card",
    [
        ClozeCard(id="shown", question=Text.same("{{c1::a}} and b"), groups=("c1",), typed=False),
        ClozeCard(id="shown", question=Text.same("{{c1::a}} and {{c1::b}}"), groups=("c1",)),
    ],
)
def test_several_holes_at_once_or_untyped_ones_are_revealed(card: ClozeCard) -> None:
    question = ask(card, "shown/c1", 0)

    assert isinstance(question, BasicQuestion)
    assert question.self_graded
    assert "**a** and" in Language("pl").render(question.answer)

"""The question that is recalled and graded by the learner."""

from __future__ import annotations

import pytest

from studycards.decks.model import BasicCard
from studycards.locale import Text
from studycards.questions import Reading, ask

STEM = Text(pl="Pytanie?", en="Question?")

BASIC = BasicCard(id="basic", question=STEM, answer=Text(pl="Odpowiedź", en="Answer"), reverse=True)


def test_a_basic_card_is_asked_both_ways_and_graded_by_the_learner() -> None:
    forward, back = (ask(BASIC, prompt, 0) for prompt in BASIC.prompts)

    assert (forward.stem, forward.answer) == (STEM, BASIC.answer)
    assert (back.stem, back.answer) == (BASIC.answer, STEM)
    assert forward.self_graded
    with pytest.raises(TypeError):
        forward.grade(Reading("a"))

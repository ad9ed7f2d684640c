"""What holds for the questions of all recall kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.model import (
    BasicCard,
    Card,
    ChoiceCard,
    ClozeCard,
    MatchCard,
    Option,
    OrderCard,
    Reject,
    TextCard,
    TrueFalseCard,
)
from studycards.decks.varied import NetworkCard, VariedCard
from studycards.locale import Language, Text
from studycards.questions import Reading, Unreadable, ask
from studycards.questions.ask import ASKERS

STEM = Text(pl="Pytanie?", en="Question?")
SEEDS = st.integers(min_value=0, max_value=2**32)

BASIC = BasicCard(id="basic", question=STEM, answer=Text(pl="Odpowiedź", en="Answer"), reverse=True)
ONE_RIGHT = ChoiceCard(
    id="one",
    question=STEM,
    options=(
        Option(text=Text.same("A"), right=True, why=Text.same("A is so")),
        Option(text=Text.same("B"), right=False, why=Text.same("B is not")),
        Option(text=Text.same("C"), right=False),
    ),
    shuffle=False,
)
TWO_RIGHT = ChoiceCard(
    id="two",
    question=STEM,
    options=(
        Option(text=Text.same("A"), right=True),
        Option(text=Text.same("B"), right=True),
        Option(text=Text.same("C"), right=False, why=Text.same("C is not")),
        Option(text=Text.same("D"), right=False, why=Text.same("D is not")),
    ),
    multiple=True,
    shuffle=False,
)
TRUE_FALSE = TrueFalseCard(id="claim", question=STEM, answer=False, explanation=Text.same("why"))
ORDER = OrderCard(id="order", question=STEM, items=tuple(Text.same(item) for item in "ABCD"))
MATCH = MatchCard(
    id="match", question=STEM, pairs=tuple((Text.same(left), Text.same(left.lower())) for left in ("X", "Y", "Z"))
)
TEXT = TextCard(
    id="text",
    question=STEM,
    answer=Text(pl="wypełnienie zerami", en="zero padding"),
    accept=(Text.same("padding"), Text.same("dilation")),
    reject=(Reject(answer=Text.same("dilution"), why=Text.same("that is chemistry")),),
)
CLOZE = ClozeCard(
    id="cloze",
    question=Text(
        pl="Splot ma {{c1::filtry|jądra::co?}} i {{c2::krok}}.",
        en="A convolution has {{c1::filters}} and a {{c2::stride}}.",
    ),
    groups=("c1", "c2"),
    reject=(Reject(answer=Text.same("neurony"), why=Text.same("those are dense")),),
)
CARDS: tuple[Card, ...] = (BASIC, ONE_RIGHT, TWO_RIGHT, TRUE_FALSE, ORDER, MATCH, TEXT, CLOZE)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_question_carries_what_its_card_says_about_it(card: Card) -> None:
    card = replace(card, hints=(Text.same("hint"),), explanation=Text.same("why"), source="N12", level=3)
    for prompt in card.prompts:
        question = ask(card, prompt, 7)

        assert (question.prompt, question.seed) == (prompt, 7)
        assert question.hints == (Text.same("hint"),)
        assert (question.explanation, question.source, question.level) == (Text.same("why"), "N12", 3)


@given(st.sampled_from(CARDS), SEEDS, st.text() | st.text(alphabet="1234567890abcdeptfn ,;>", max_size=12))
def test_no_answer_raises_and_same_seed_gives_the_same_question(card: Card, seed: int, typed: str) -> None:
    for prompt in card.prompts:
        question = ask(card, prompt, seed)
        reading = question.read(typed)

        assert ask(card, prompt, seed) == question
        if isinstance(reading, Reading):
            assert 0 <= question.grade(reading).score <= 1
        else:
            assert Language("pl").render(reading.reason)
            assert Language("en").render(reading.reason)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_an_empty_answer_is_unreadable_and_what_is_expected_is_said(card: Card) -> None:
    for prompt in card.prompts:
        question = ask(card, prompt, 0)

        assert isinstance(question.read(""), Unreadable)
        assert isinstance(question.read("  "), Unreadable)
        assert Language("pl").render(question.expects) != Language("en").render(question.expects)


def test_every_type_of_card_has_something_that_asks_it() -> None:
    kinds = (*Card.__subclasses__(), *VariedCard.__subclasses__(), *NetworkCard.__subclasses__())
    types = {kind.type for kind in kinds if hasattr(kind, "type")}

    assert types == set(ASKERS)

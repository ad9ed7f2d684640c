"""Simulated learners of all built-in cards with variables: who is right is not contradicted, who slips is told how.

One learner types the right answer as the program writes it, in both languages. The others follow one wrong rule each,
wherever it leads to a wrong answer. `pytest -rP` prints how often each mistake was named, and how often it alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from studycards.decks.locations import builtin_folder, deck_files, read_source
from studycards.decks.reader import read_deck
from studycards.decks.varied import Decimals, NetworkCard, VariedCard
from studycards.engine.layers import written_shape
from studycards.locale import LANGUAGES, Language
from studycards.questions import ask
from studycards.questions.kinds.choice import ChoiceQuestion
from studycards.questions.kinds.comparison import ComparisonQuestion
from studycards.questions.kinds.computed import InverseQuestion, ShapeQuestion
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.kinds.sheet import SheetQuestion
from studycards.questions.question import Outcome, Unreadable, Verdict
from studycards.questions.reading.picks import LETTERS
from studycards.questions.reading.tensor_writing import written_row
from studycards.questions.tolerance import MOST_DIGITS, written_answer
from studycards.questions.values.tensor import TensorQuestion, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studycards.questions.diagnosis import Answer, Slip
    from studycards.questions.question import Question, Tensor

LEAST_VARIANTS = 10_000
VALUE_SEEDS = 12
"""Of a card with arrays, whose variants cost ten times as much as those of the others."""

LEAST_NAMED = Fraction(95, 100)


@dataclass
class Tally:
    """What became of the learners: contradictions in words, and for each mistake how often it was made and named."""

    variants: int = 0
    contradictions: list[str] = field(default_factory=list)
    made: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)

    def note(self, card: str, name: str, verdict: Verdict) -> None:
        """Count one learner who made the mistake `name`; those that an author described are told apart by card."""
        counted = f"{card}, {name}" if "[" in name else name
        self.made[counted] += 1
        self.named[counted] += verdict.outcome is not Outcome.RIGHT and name in verdict.mistakes
        self.alone[counted] += verdict.mistakes == (name,)

    def table(self) -> str:
        """Return a line for each mistake of the library, one for all that authors described, and one for all."""
        lines = [f"{'mistake':28}{'made':>8}{'named':>8}{'alone':>8}"]
        lines += [self._line(name, [name]) for name in sorted(self.made) if "[" not in name]
        lines += [self._line("described by an author", [name for name in self.made if "[" in name])]
        return "\n".join([*lines, self._line("all", list(self.made)), f"{self.variants} variants"])

    def _line(self, title: str, names: list[str]) -> str:
        sums = [sum(counter[name] for name in names) for counter in (self.made, self.named, self.alone)]
        return "{:28}{:8}{:8}{:8}".format(title, *sums)


@pytest.fixture(scope="module")
def tally() -> Tally:
    """Let the learners loose on at least 10,000 variants of the built-in cards."""
    cards = [card for card in builtin_cards() if isinstance(card, VariedCard)]
    costly = [card for card in cards if has_arrays(card)]
    seeds = -(-(LEAST_VARIANTS - VALUE_SEEDS * len(costly)) // (len(cards) - len(costly)))
    counted = Tally()
    for card in cards:
        for seed in range(VALUE_SEEDS if has_arrays(card) else seeds):
            examine(ask(card, card.id, seed), counted)
    return counted


def builtin_cards() -> Iterator[object]:
    for file in deck_files([builtin_folder()]):
        deck = read_deck(file, read_source(file)).deck
        assert deck is not None
        yield from deck.cards


def has_arrays(card: VariedCard) -> bool:
    return isinstance(card, NetworkCard) and card.experiment is not None


def examine(question: Question, tally: Tally) -> None:
    tally.variants += 1
    for code in LANGUAGES:
        verdict = graded(question, right_answer(question, Language(code)))
        if verdict.outcome is not Outcome.RIGHT or verdict.mistakes:
            tally.contradictions.append(f"{question.prompt}, seed {question.seed}, {code}: {verdict}")
    for name, typed in wrong_answers(question, Language(LANGUAGES[question.seed % 2])):
        tally.note(question.prompt, name, graded(question, typed))


def graded(question: Question, typed: str) -> Verdict:
    """Grade what is typed; asked whether `65,536` are thousands, the learner adds a zero, as is proposed."""
    reading = question.read(typed)
    if isinstance(reading, Unreadable) and reading.reason.key == "questions.number_ambiguous":
        reading = question.read(str(reading.reason.values["small"]))
    return Verdict.of(0) if isinstance(reading, Unreadable) else question.grade(reading)


def right_answer(question: Question, language: Language) -> str:
    """Return the model answer, without what it says besides."""
    match question:
        case SheetQuestion():
            return " & ".join(right_answer(step.question, language) for step in question.steps)
        case InverseQuestion():
            return language.number(question.value)
        case ChoiceQuestion():
            return LETTERS[min(question.right)]
        case TensorQuestion() if question.shape:
            return language.render(written_row(rounded(question.value, question.tolerance)))
    return language.render(question.answer)


def wrong_answers(question: Question, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each mistake that leads to a wrong answer, and what is typed because of it."""
    match question:
        case SheetQuestion():
            yield from wrong_sheets(question, language)
        case ChoiceQuestion():
            yield from (
                (name, letter) for letter, names in zip(LETTERS, question.mistakes, strict=False) for name in names
            )
        case _:
            yield from ((slip.name, written_slip(question, slip, language)) for slip in slips_of(question))


def wrong_sheets(question: SheetQuestion, language: Language) -> Iterator[tuple[str, str]]:
    """Yield sheets with one wrong step each, the first one where the mistake can be made."""
    right = [right_answer(step.question, language) for step in question.steps]
    made: set[str] = set()
    for place, step in enumerate(question.steps):
        for name, typed in wrong_answers(step.question, language):
            if name not in made:
                made.add(name)
                yield name, " & ".join([*right[:place], typed, *right[place + 1 :]])


def slips_of(question: Question) -> Sequence[Slip]:
    assert isinstance(question, NumberQuestion | ShapeQuestion | TensorQuestion | ComparisonQuestion)
    return question.wrong


def written_slip(question: Question, slip: Slip, language: Language) -> str:
    answer = slip.answer
    match question:
        case ComparisonQuestion():
            assert isinstance(answer, tuple)
            place, factor = map(as_number, answer)
            return f"{question.labels[int(place)]} {language.render(written_answer(question.tolerance, factor))}"
        case TensorQuestion():
            return language.render(written_row(rounded(as_tensor(answer), Decimals(MOST_DIGITS))))
        case ShapeQuestion():
            assert isinstance(answer, tuple)
            return written_shape(tuple(int(as_number(size)) for size in answer))
    return language.number(as_number(answer))


def as_tensor(answer: Answer) -> Tensor:
    return tuple(map(as_tensor, answer)) if isinstance(answer, tuple) else Fraction(answer)


def as_number(answer: Answer) -> Fraction:
    assert not isinstance(answer, tuple)
    return Fraction(answer)


def test_enough_variants_are_tried(tally: Tally) -> None:
    assert tally.variants >= LEAST_VARIANTS


def test_who_is_right_is_never_contradicted(tally: Tally) -> None:
    assert tally.contradictions == []


def test_who_slips_is_told_how(tally: Tally) -> None:
    print(tally.table())  # noqa: T201 - the report, for `pytest -rP`

    assert tally.named.total() >= LEAST_NAMED * tally.made.total()


def test_no_mistake_goes_unnoticed(tally: Tally) -> None:
    """Each one that leads to a wrong answer is named most of the time."""
    assert [name for name, made in tally.made.items() if tally.named[name] < LEAST_NAMED * made] == []

"""The question with options, of which one or several are right."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import message
from studycards.locale.text import unmarked
from studycards.questions.listing import lines
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.picks import LETTERS, read_picks
from studycards.questions.reading.words import normalise
from studycards.questions.variants.permutation import permutation

if TYPE_CHECKING:
    from studycards.decks.model import ChoiceCard
    from studycards.locale import Message, Text
    from studycards.questions.question import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(Question):
    """Options as they are shown.

    `right` holds the places (from 0) of the right ones, `whys` beside each option the sentence about it.
    `mistakes` names the wrong rules that lead to each, where there are any.
    `multiple` lets the learner pick several, even where a single one is right.
    """

    kind: ClassVar[str] = "choice"

    options: tuple[Text, ...]
    right: frozenset[int]
    whys: tuple[Words | None, ...]
    multiple: bool
    mistakes: tuple[tuple[str, ...], ...] = ()

    @property
    def expects(self) -> Message:
        """One option or all the right ones, by number or letter."""
        key = "questions.expects_options" if self.multiple else "questions.expects_option"
        return message(key, last=len(self.options), letter=LETTERS[len(self.options) - 1])

    def read(self, typed: str) -> Reading | Unreadable:
        """Understand the numbers or the letters of the picked options, or what just one of them says."""
        picks = read_picks(typed, len(self.options))
        if isinstance(picks, Unreadable):
            named = self._named(typed)
            return Reading(named) if len(named) == 1 else picks
        if len(picks) > 1 and not self.multiple:
            return Unreadable(message("questions.option_single", picked=len(picks)))
        return Reading(frozenset(picks))

    def grade(self, reading: Reading) -> Verdict:
        """Score right picks less wrong picks over the options that are right; say why each wrong pick is wrong."""
        assert isinstance(reading.value, frozenset)
        picked = reading.value
        wrong = sorted(picked - self.right)
        score = Fraction(max(0, len(picked & self.right) - len(wrong)), len(self.right))
        cells = tuple((place in picked) == (place in self.right) for place in range(len(self.options)))
        names = tuple(name for place in wrong for name in (self.mistakes[place] if self.mistakes else ()))
        return Verdict.of(
            score, cells=cells, notes=tuple(why for place in wrong if (why := self.whys[place])), mistakes=names
        )

    def _named(self, typed: str) -> frozenset[int]:
        """Return the places of the options that say in some language what was typed."""
        wanted = normalise(typed)
        texts = ({normalise(unmarked(text)) for text in (option.pl, option.en) if text} for option in self.options)
        return frozenset(place for place, said in enumerate(texts) if wanted in said)


def ask_choice(card: ChoiceCard, prompt: str, seed: int) -> ChoiceQuestion:
    """Return the options in the order of the seed; the sentences about the right ones are the solution."""
    length = len(card.options)
    order = permutation(length, prompt, seed) if card.shuffle else range(length)
    options = [card.options[place] for place in order]
    rights = [option for option in options if option.right]
    return ChoiceQuestion(
        prompt=prompt,
        seed=seed,
        stem=card.question,
        answer=lines([option.text for option in rights]),
        solution=tuple(option.why for option in rights if option.why),
        options=tuple(option.text for option in options),
        right=frozenset(place for place, option in enumerate(options) if option.right),
        whys=tuple(option.why for option in options),
        multiple=card.multiple,
    )

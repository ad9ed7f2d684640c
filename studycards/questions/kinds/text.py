"""The question whose answer is typed in words, and what is forgiven in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from studycards.locale import LANGUAGES, message
from studycards.questions.question import Question, Reading, Unreadable, Verdict
from studycards.questions.reading.words import Closeness, Spelling, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studycards.decks.model import Reject, TextCard
    from studycards.locale import Message, Text

_NOTES = {Closeness.TYPO: "questions.typo", Closeness.DIACRITICS: "questions.diacritics"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuestion(Question):
    """Words to be typed. `accepted` holds the right ones of every language, `rejected` typical wrong ones."""

    kind: ClassVar[str] = "text"

    accepted: tuple[str, ...]
    rejected: tuple[Reject, ...] = ()
    spelling: Spelling = field(default_factory=Spelling)

    @property
    def expects(self) -> Message:
        """A word or a few."""
        return message("questions.expects_text")

    def read(self, typed: str) -> Reading | Unreadable:
        """Take the words as they are; only nothing is unreadable."""
        return Reading(typed.strip()) if normalise(typed) else Unreadable(message("questions.text_empty"))

    def grade(self, reading: Reading) -> Verdict:
        """Accept a right answer or one that is nearer to it than to any rejected one; say what was forgiven."""
        typed = str(reading.value)
        closeness, nearest = min((self.spelling.closeness(typed, known), known) for known in self.accepted)
        trap_closeness, trap = self._nearest_trap(typed)
        if closeness is Closeness.SAME or closeness < trap_closeness:
            key = _NOTES.get(closeness)
            return Verdict.of(1, notes=(message(key, right=nearest),) if key else ())
        return Verdict.of(0, notes=(trap.why,) if trap else ())

    def _nearest_trap(self, typed: str) -> tuple[Closeness, Reject | None]:
        """Return the rejected answer that was typed, perhaps misspelt, and how near it is."""
        nearest: tuple[Closeness, Reject | None] = (Closeness.OTHER, None)
        for reject in self.rejected:
            closeness = min(self.spelling.closeness(typed, known) for known in spellings([reject.answer]))
            if closeness < nearest[0]:
                nearest = closeness, reject
        return nearest


def spellings(texts: Iterable[Text]) -> tuple[str, ...]:
    """Return the texts in every language, each spelling once."""
    return tuple(dict.fromkeys(text.written_in(code) for text in texts for code in LANGUAGES))


def ask_text(card: TextCard, prompt: str, seed: int) -> TextQuestion:
    """Return the question of a card whose answer is typed."""
    return TextQuestion(
        prompt=prompt,
        seed=seed,
        stem=card.question,
        answer=card.answer,
        accepted=spellings([card.answer, *card.accept]),
        rejected=card.reject,
        spelling=Spelling(typos=card.typos, bare_letters=not card.diacritics),
    )

"""The question with a hole in a sentence: typed where there is one hole to fill, else revealed and self-graded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studycards.decks.cloze import Hole, parse_cloze
from studycards.decks.model import SEPARATOR
from studycards.locale import LANGUAGES, message
from studycards.questions.kinds.recall import BasicQuestion
from studycards.questions.kinds.text import TextQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studycards.decks.model import ClozeCard
    from studycards.locale import Message, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeQuestion(TextQuestion):
    """A sentence with one hole; the words that belong there are typed."""

    @property
    def expects(self) -> Message:
        """The words of the hole."""
        return message("questions.expects_cloze")


def ask_cloze(card: ClozeCard, prompt: str, seed: int) -> ClozeQuestion | BasicQuestion:
    """Return the sentence with the holes of the asked group open and all others filled."""
    group = prompt.rpartition(SEPARATOR)[2]
    stem = card.question.map(_with_holes(group, _opened))
    answer = card.question.map(_with_holes(group, _emphasised))
    if not card.typed or _holes_at_once(card.question, group) > 1:
        return BasicQuestion(prompt=prompt, seed=seed, stem=stem, answer=answer)
    return ClozeQuestion(
        prompt=prompt,
        seed=seed,
        stem=stem,
        answer=answer,
        accepted=_accepted(card.question, group),
        rejected=card.reject,
    )


def _with_holes(group: str, show: Callable[[Hole], str]) -> Callable[[str], str]:
    """Return what turns a cloze text into a sentence: holes of `group` as `show` does, all others filled."""

    def shown(piece: str | Hole) -> str:
        if isinstance(piece, str):
            return piece
        return show(piece) if piece.group == group else piece.answers[0]

    return lambda text: "".join(map(shown, parse_cloze(text)))


def _opened(hole: Hole) -> str:
    return f"[{hole.hint or ''}…]"


def _emphasised(hole: Hole) -> str:
    return f"**{hole.answers[0]}**"


def _holes(text: str, group: str) -> Iterator[Hole]:
    return (piece for piece in parse_cloze(text) if isinstance(piece, Hole) and piece.group == group)


def _holes_at_once(question: Text, group: str) -> int:
    """Return the number of holes of the group, in the language that has more of them."""
    return max(len(list(_holes(question.written_in(code), group))) for code in LANGUAGES)


def _accepted(question: Text, group: str) -> tuple[str, ...]:
    """Return what is right in the hole, in every language."""
    holes = (hole for code in LANGUAGES for hole in _holes(question.written_in(code), group))
    return tuple(dict.fromkeys(answer for hole in holes for answer in hole.answers))

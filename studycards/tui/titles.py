"""The words in the frames of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studycards.study.view import Phase

if TYPE_CHECKING:
    from studycards.locale import Language
    from studycards.study.view import SessionView


class Titles(NamedTuple):
    """Above and below the question, and above what stands beside it."""

    above: str = ""
    below: str = ""
    beside: str = ""


def titles_of(view: SessionView, language: Language) -> Titles:
    """Name the deck, the level, and what is read about the answer; at the end the summary and what was missed."""
    if view.phase is Phase.DONE:
        return Titles(language.text("tui.summary"), beside=language.text("tui.missed"))
    level = view.question.level if view.question else None
    return Titles(
        above=_deck(view, language),
        below=language.text("tui.level", level=level) if level else "",
        beside=language.text("study_screen.solution"),
    )


def _deck(view: SessionView, language: Language) -> str:
    """Name the deck, and say that the learner has flagged the card."""
    deck = language.render(view.deck) if view.deck else ""
    return f"{deck} · ⚑ {language.text('study.flagged')}" if view.flagged else deck

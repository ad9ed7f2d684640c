"""`mistakes`: which slips were recognised in the answers of the log, the commonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE
from studycards.cli.home import open_workspace
from studycards.cli.output import Page, print_json
from studycards.locale import message
from studycards.questions.listing import joined
from studycards.study.wording import mistake_words

if TYPE_CHECKING:
    from argparse import Namespace

    from studycards.locale import Language, Message
    from studycards.study.mistakes import MadeMistake


def run_mistakes(options: Namespace) -> int:
    """Print the mistakes one a line, or as JSON."""
    with open_workspace(options) as workspace:
        made = workspace.mistakes(options.days)
        page = Page(workspace.language)
        if options.json:
            print_json({"days": options.days, "mistakes": [_as_json(mistake, page.language) for mistake in made]})
        elif made:
            page.print_all(map(_line, made))
        else:
            page.print(_nothing(options.days))
    return DONE


def _line(mistake: MadeMistake) -> Message:
    words = mistake_words(mistake)
    if not mistake.decks:
        return words
    return message("cli.mistake_in", mistake=words, decks=joined(", ", [deck.title for deck in mistake.decks]))


def _nothing(days: int | None) -> Message:
    """Say that there is no mistake, and where they come from."""
    return message("cli.no_mistakes") if days is None else message("cli.no_mistakes_lately", count=days)


def _as_json(mistake: MadeMistake, language: Language) -> dict[str, object]:
    return {
        "id": mistake.id,
        "name": language.render(mistake.title),
        "count": mistake.count,
        "decks": [{"id": deck.id, "title": language.render(deck.title), "count": deck.count} for deck in mistake.decks],
    }

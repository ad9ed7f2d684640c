"""`due` and `list`: what waits today, what there is."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from studycards.cli.exit_codes import DONE, NO
from studycards.cli.home import open_workspace
from studycards.cli.output import plain_text, print_json
from studycards.locale import message

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from studycards.locale import Message
    from studycards.memory import Counts
    from studycards.study import DeckSummary, Workspace

COLUMNS = ("due", "learning", "new", "cards")
WIDTH = 9


def run_listing(options: Namespace) -> int:
    """Print the decks as a table or as JSON. `due` leaves out those with nothing to do."""
    with open_workspace(options) as workspace:
        chosen = workspace.find_decks(options.decks)
        decks = [deck for deck in workspace.decks() if not chosen or deck.id in chosen]
        due_only = options.command == "due"
        total = workspace.total(chosen)
        if options.json:
            listed = [_as_json(deck, workspace) for deck in decks]
            print_json({"total": _counts(total), "decks": listed})
        else:
            _print_table([deck for deck in decks if deck.counts.total or not due_only], workspace)
            words = message("cli.waiting", count=total.total) if total.total else nothing_due(workspace, chosen)
            print(plain_text(words, workspace.language))
        return NO if due_only and not total.total else DONE


def _print_table(decks: Sequence[DeckSummary], workspace: Workspace) -> None:
    """Print one line a deck, numbers first so that they line up whatever the length of the title."""
    text = workspace.language.text
    if decks:
        print("".join(f"{text(f'cli.column_{name}'):>{WIDTH}}" for name in COLUMNS), "", text("cli.column_deck"))
    for deck in decks:
        counts = (deck.counts.due, deck.counts.learning, deck.counts.new, deck.cards)
        words = message("cli.faulty", path=quote(str(deck.path))) if deck.title is None else deck.title
        title = workspace.language.render(words)
        print("".join(f"{count:>{WIDTH}}" for count in counts), "", f"{deck.id}  {title}")


def nothing_due(workspace: Workspace, chosen: Sequence[str]) -> Message:
    """Say that nothing waits today, and when something will."""
    from studycards.study.wording import next_words  # noqa: PLC0415 - the values of a session, 6 ms

    return message("cli.nothing_due", next=next_words(workspace.days_until_next(chosen)))


def _as_json(deck: DeckSummary, workspace: Workspace) -> dict[str, object]:
    return {
        "id": deck.id,
        "title": workspace.language.render(deck.title) if deck.title else None,
        "path": str(deck.path),
        "cards": deck.cards,
        "problems": deck.problems,
        **_counts(deck.counts),
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {"due": counts.due, "learning": counts.learning, "new": counts.new}

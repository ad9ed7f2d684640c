"""Data folders of many cards, and the command lines that open them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CARDS = 500
"""In each deck."""


def opened_before(folder: Path, *, decks: int) -> Path:
    """Fill a data folder and open it, so that its decks are in the cache."""
    (folder / "decks").mkdir()
    for number in range(decks):
        (folder / "decks" / f"00-{number:02}.yaml").write_text(deck(number), encoding="utf-8")
    subprocess.run(studycards(folder, "due", "--json"), check=True, capture_output=True)
    return folder


def deck(number: int) -> str:
    cards = "\n".join(
        f"- id: d{number}-c{card}\n"
        f"  question: {{pl: Pytanie {card} talii {number}?, en: Question {card} of deck {number}?}}\n"
        f"  answer: {{pl: Odpowiedź {card}., en: Answer {card}.}}"
        for card in range(CARDS)
    )
    return f"format: 1\nid: 00-{number:02}\ntitle: {{pl: Talia {number}, en: Deck {number}}}\ncards:\n{cards}\n"


def studycards(home: Path, *arguments: str) -> list[str]:
    """Return a command line of the installed script: `python -m` would cost 4 ms that no user pays."""
    return [str(Path(sys.executable).with_name("studycards")), "--home", str(home), "--lang", "en", *arguments]

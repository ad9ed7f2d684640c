"""What the built-in decks and the pages about them promise: examples can be copied, the course covers the notes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from studycards.decks.fields import CARD_FIELDS, TYPE_FIELDS
from studycards.decks.locations import builtin_folder, deck_files
from studycards.decks.reader import read_deck
from studycards.questions.mistakes import MISTAKES
from studycards.study.check import check_decks

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "decks" / "README.md"
PAGES = {"guide": GUIDE, "readme": ROOT / "README.md"}

TOPICS = {
    "N1": "average or max pooling",
    "N2": "several convolutions in a row",
    "N6": "why 1×1 convolution",
    "N10": "how to compute the forward pass",
    "N13": "how to compute backpropagation",
    "N15": "even kernels",
    "N18": "applications of 1×1",
    "N26": "why double convolution",
    "N37": "use of flatten and its replacement",
    "N38": "flatten",
    "N42": "global average pooling",
    "N49": "auxiliary classifier",
    "N50": "inception3 net",
    "N53": "what depthwise convolution is for",
    "N60": "advantages of ResNet and DenseNet",
    "N61": "ResNet",
    "N68": "DenseNet",
}
"""The headings of the student notes that the course grew from, by the rows of the audit of those notes."""

_EXAMPLE = re.compile(r"^```yaml\n(?P<deck>.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"\bN[0-9]+\b")


def examples(page: Path) -> list[str]:
    """Return the YAML blocks of a page."""
    return [found["deck"] for found in _EXAMPLE.finditer(page.read_text(encoding="utf-8"))]


EXAMPLES = {f"{name}-{number}": deck for name, page in PAGES.items() for number, deck in enumerate(examples(page), 1)}


@cache
def rows_with_a_card() -> frozenset[str]:
    """Return the rows of the notes that the sources of the built-in cards name."""
    decks = [read_deck(file, file.read_bytes()).deck for file in deck_files([builtin_folder()])]
    sources = [card.source or "" for deck in decks if deck is not None for card in deck.cards]
    return frozenset(row for source in sources for row in _ROW.findall(source))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_each_page_shows_a_deck(page: Path) -> None:
    """Each page has an example, so that the next test looks at some."""
    found = examples(page)

    assert found


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_can_be_copied(example: str, tmp_path: Path) -> None:
    """Every YAML block of the guide and of the README is a deck with nothing wrong, beside the built-in ones."""
    file = tmp_path / "my-deck.yaml"
    file.write_text(example, encoding="utf-8")

    read = read_deck(file, file.read_bytes())
    report = check_decks([file], seeds=50)

    assert read.deck is not None
    assert read.problems == ()
    assert report.problems == ()
    assert report.cards == len(read.deck.cards)


def test_the_guide_names_every_field() -> None:
    """A field that the reader knows is in the guide, in backticks."""
    fields = {*CARD_FIELDS, *(name for own in TYPE_FIELDS.values() for name in own)}
    guide = GUIDE.read_text(encoding="utf-8")

    missing = {name for name in fields if f"`{name}`" not in guide}

    assert missing == set()


def test_the_guide_names_every_mistake() -> None:
    """The table of mistakes is that of the program: none is left out, none has gone."""
    table = GUIDE.read_text(encoding="utf-8").partition("## Mistakes")[2].partition("\n## ")[0]

    named = set(re.findall(r"`([a-z]+\.[a-z0-9_]+)`", table))

    assert named == set(MISTAKES)


def test_nothing_is_wrong_with_the_built_in_decks() -> None:
    """Every card can be asked with many seeds, its worked examples hold, and its wrong answers can be told apart."""
    report = check_decks([builtin_folder()], seeds=100)

    assert report.problems == ()
    assert report.cards > 0


@pytest.mark.parametrize("row", TOPICS)
def test_each_topic_of_the_notes_has_a_card(row: str) -> None:
    """Each heading of the notes is named in the source of at least one card."""
    covered = rows_with_a_card()

    assert row in covered

"""The library of decks and its cache: the same decks whether parsed or remembered, and never a stale one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from studycards.decks.cache import DeckCache
from studycards.decks.library import Library
from studycards.decks.locations import builtin_folder, deck_files
from studycards.errors import StudycardsError
from studycards.locale import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD = """\
- id: {id}
  question: {{pl: Pytanie {id}?, en: Question {id}?}}
  answer: {answer}
"""


def write(path: Path, deck: str, *cards: str, answer: str = "a") -> Path:
    body = "".join(CARD.format(id=card, answer=answer) for card in cards)
    path.write_text(f"format: 1\nid: {deck}\ntitle: Talia {deck}\ncards:\n{body}", encoding="utf-8")
    return path


def load(tmp_path: Path, *files: Path) -> Library:
    return Library.load(files, DeckCache.open(tmp_path / "cache.db"))


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to parse a deck fail the test."""

    def refuse(path: Path, source: bytes) -> None:
        del source
        raise AssertionError(f"{path} was parsed")

    monkeypatch.setattr("studycards.decks.reader.read_deck", refuse)


def test_the_built_in_decks_are_the_same_parsed_and_remembered(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    files = deck_files([builtin_folder()])
    parsed = load(tmp_path, *files)
    cards = [card for deck in parsed.decks for card in parsed.cards(deck)]
    request.getfixturevalue("no_parsing")
    remembered = load(tmp_path, *files)

    assert not parsed.faulty
    assert remembered.decks == parsed.decks
    assert [card for deck in remembered.decks for card in remembered.cards(deck)] == cards
    assert [remembered.card(prompt) for card in cards for prompt in card.prompts[:1]] == cards


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one")
    load(tmp_path, file)
    write(file, "d", "one", "two")

    assert load(tmp_path, file).decks[0].cards == ("one", "two")


def test_a_moved_file_needs_no_parsing(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one")
    load(tmp_path, file)
    moved = file.rename(tmp_path / "other.yaml")
    request.getfixturevalue("no_parsing")

    assert load(tmp_path, moved).decks[0].path == moved


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 500])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one")
    (tmp_path / "cache.db").write_bytes(damage)

    assert load(tmp_path, file).card("one").id == "one"
    assert load(tmp_path, file).card("one").id == "one"


def test_a_deck_that_the_cache_has_lost_is_read_from_its_file(tmp_path: Path) -> None:
    """What is lost while the program runs, or in a half damaged cache, is found again; a changed file is named."""
    file = write(tmp_path / "deck.yaml", "d", "one", "two")
    load(tmp_path, file)
    library, late = load(tmp_path, file), load(tmp_path, file)
    with sqlite3.connect(tmp_path / "cache.db") as connection:
        connection.execute("DELETE FROM cards")
    connection.close()

    assert library.card("one").id == "one"
    assert [card.id for card in library.cards(library.decks[0])] == ["one", "two"]

    with sqlite3.connect(tmp_path / "cache.db") as connection:
        connection.execute("DELETE FROM cards")
    connection.close()
    write(file, "d", "one", "two", answer="b")

    with pytest.raises(StudycardsError, match=r"study\.gone_from_cache"):
        late.card("one")


def test_a_cache_of_another_format_is_made_anew(tmp_path: Path) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one")
    with sqlite3.connect(tmp_path / "cache.db") as connection:
        connection.executescript("CREATE TABLE decks (digest, rows); PRAGMA user_version = 1;")
    connection.close()
    load(tmp_path, file)

    assert load(tmp_path, file).card("one").id == "one"


def test_without_a_place_for_the_cache_decks_are_parsed(tmp_path: Path) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one")

    assert Library.load([file], DeckCache.open(tmp_path / "missing" / "cache.db")).card("one").id == "one"


def test_a_faulty_deck_leaves_the_others_usable(tmp_path: Path) -> None:
    good = write(tmp_path / "good.yaml", "good", "one")
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: bad\ncards: []\n", encoding="utf-8")
    library = load(tmp_path, bad, good)

    assert [deck.id for deck in library.decks] == ["good"]
    assert [(deck.path, deck.problems) for deck in library.faulty] == [(bad, 2)]


def test_the_first_deck_owns_an_id(tmp_path: Path) -> None:
    first, second = write(tmp_path / "1.yaml", "first", "one"), write(tmp_path / "2.yaml", "second", "one", "two")
    library = load(tmp_path, first, second)

    assert [deck.id for deck in library.decks] == ["first"]
    assert [deck.path for deck in library.faulty] == [second]


def test_the_oldest_decks_leave_a_full_cache_with_all_that_is_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studycards.decks.cache.KEPT_DECKS", 2)
    files = [write(tmp_path / f"{number}.yaml", f"d{number}", f"c{number}") for number in range(4)]
    load(tmp_path, *files)
    with sqlite3.connect(tmp_path / "cache.db") as connection:
        kept = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("decks", "cards", "listings")
        ]
    connection.close()

    assert kept == [(2,)] * 3


def test_two_libraries_with_different_decks_share_a_cache(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1.yaml", "first", "one"), write(tmp_path / "2.yaml", "second", "two")
    load(tmp_path, one)
    load(tmp_path, two)

    assert load(tmp_path, one, two).card("two").id == "two"


def test_renames_pair_the_prompts_of_old_and_new_ids(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(
        "format: 1\nid: d\ntitle: T\ncards:\n- {id: new, was: [old], reverse: true, question: Q?, answer: A}\n",
        encoding="utf-8",
    )

    assert list(map(tuple, load(tmp_path, file).renames())) == [("old", "new"), ("old/reverse", "new/reverse")]


def test_folders_are_searched_and_hidden_files_passed_over(tmp_path: Path) -> None:
    wanted = [write(tmp_path / "b.yaml", "b", "one"), tmp_path / "sub" / "a.yml"]
    wanted[1].parent.mkdir()
    write(wanted[1], "a", "two")
    write(tmp_path / ".hidden.yaml", "h", "three")
    (tmp_path / "notes.txt").write_text("no deck")

    assert deck_files([tmp_path, wanted[0]]) == tuple(wanted)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(StudycardsError) as raised:
        deck_files([tmp_path / "missing.yaml"])

    assert raised.value.values == {"path": str(tmp_path / "missing.yaml")}


def test_a_deck_that_was_edited_is_read_again_while_the_program_runs(tmp_path: Path) -> None:
    """The answers of the old and the new text are told apart; a card that is gone is gone, the others stay."""
    file, other = write(tmp_path / "1.yaml", "first", "one", "two"), write(tmp_path / "2.yaml", "second", "three")
    library = load(tmp_path, file, other)
    assert library.reread(library.decks[0]) is None

    write(file, "renamed", "one", "four", answer="b")

    assert library.reread(library.decks[0]) == 0
    assert [(deck.id, deck.cards) for deck in library.decks] == [("renamed", ("one", "four")), ("second", ("three",))]
    assert "answer=Text(pl='b'" in repr(library.card("one"))
    assert library.deck_of("two") is None
    assert library.line("four") == 8
    assert library.reread(library.decks[0]) is None


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (lambda file: file.write_text("format: 1\nid: bad\ncards: []\n", encoding="utf-8"), 2),
        (lambda file: write(file, "first", "one", "three"), 1),
        (lambda file: write(file, "second", "one"), 1),
        (lambda file: file.unlink(), 1),
    ],
    ids=["faulty", "card of another deck", "id of another deck", "deleted"],
)
def test_an_edited_deck_with_problems_stays_as_it_was(
    tmp_path: Path, change: Callable[[Path], object], problems: int
) -> None:
    file, other = write(tmp_path / "1.yaml", "first", "one", "two"), write(tmp_path / "2.yaml", "second", "three")
    library = load(tmp_path, file, other)
    before = library.decks
    change(file)

    assert library.reread(before[0]) == problems
    assert library.decks == before
    assert library.card("two").id == "two"
    assert library.deck_of("three") == before[1]


LISTED = """\
format: 1
id: listed
title: {pl: Lista, en: List}
language: pl
cards:
- id: one
  tags: [conv, exam]
  level: 3
  question:
    pl: |
      Ile wynosi `n`
      przy wypełnieniu **1**?
    en: What is `n`?
  answer: 3

- type: cloze
  question: "Sieć {{c1::U-Net|unet::hint}} ma ${nic}."
  id: two
- id: three
  type: computed
  question: {en: "Input ${C}×${n - 1}, $${}?"}
  vars: {C: [1, 3], n: [8, 9]}
  network: "[C, n, n] | conv2d(1, 3)"
  ask: output_shape
"""


def test_the_columns_of_a_deck_are_the_same_parsed_and_remembered(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = tmp_path / "listed.yaml"
    file.write_text(LISTED, encoding="utf-8")
    parsed = load(tmp_path, file)
    first = parsed.listing(parsed.decks[0])
    request.getfixturevalue("no_parsing")
    remembered = load(tmp_path, file)

    listing = remembered.listing(remembered.decks[0])

    assert [tuple(column) for column in listing] == [tuple(column) for column in first]
    assert list(listing.kinds) == ["basic 3", "cloze ", "computed "]
    assert [LISTED.splitlines()[int(line) - 1].strip() for line in listing.lines] == [
        "- id: one",
        "id: two",
        "- id: three",
    ]
    assert list(listing.texts) == [
        "one \x1fconv \x1fexam ile wynosi n przy wypelnieniu 1? what is n?",
        "two siec u-net ma nic.",
        "three input cxn - 1, ?",
    ]


def test_a_row_shows_a_card_on_one_line(tmp_path: Path) -> None:
    file = tmp_path / "listed.yaml"
    file.write_text(LISTED, encoding="utf-8")
    library = load(tmp_path, file)

    one, two, three = map(library.brief, library.decks[0].cards)

    assert (one.type, one.level, one.tags) == ("basic", 3, ("conv", "exam"))
    assert one.stem == Text(pl="Ile wynosi `n` przy wypełnieniu **1**?", en="What is `n`?")
    assert two.stem == Text(pl="Sieć U-Net ma ${nic}.")
    assert three.stem == Text(en="Input C×${n - 1}, ${}?")


def test_columns_that_the_cache_has_lost_come_from_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "deck.yaml", "d", "one", "two")
    load(tmp_path, file)
    library = load(tmp_path, file)
    with sqlite3.connect(tmp_path / "cache.db") as connection:
        connection.execute("DELETE FROM listings")
    connection.close()

    assert [text[:3] for text in library.listing(library.decks[0]).texts] == ["one", "two"]
    assert library.line("two") == 8

"""All cards are found, sorted and changed as a person would do it by hand, however many there are."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.decks.listing import TAG, folded
from studycards.errors import StudycardsError
from studycards.memory import Answer, Mark, Memory, Moment, Rating, Stage
from studycards.study import Workspace
from studycards.study.browse.cards import Columns
from studycards.study.browse.hits import spans
from studycards.study.browse.order import Order, arranged
from studycards.study.browse.query import Query
from studycards.study.browse.standing import NEW, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from studycards.study.browse.browser import Browser

DAY_MS = 24 * 3_600_000
NOON_MS = 20_000 * DAY_MS + 12 * 3_600_000


class Card(NamedTuple):
    """A card for the slow second search."""

    id: str
    deck: str
    kind: str
    level: int | None
    tags: tuple[str, ...]
    question: str
    standing: Standing


WORDS = ["Splot", "spłot", "3×3", "x[i]", "wypełnienie", "krok", "a", "ab", "Żółć", "`relu`", "C++", "is:new", "2**3"]

STANDINGS = [
    NEW,
    Standing(Stage.LEARNING, 20_000, NOON_MS, 5.0, 0, 1),
    Standing(Stage.RELEARNING, 20_000, NOON_MS, 7.5, 2, 4),
    Standing(Stage.REVIEW, 20_005, None, 3.25, 1, 6),
    Standing(Stage.REVIEW, 19_990, None, 3.25, 1, 6),
    Standing(Stage.REVIEW, 19_990, None, 9.0, 3, 6, suspended=True),
    Standing(suspended=True, flagged=True),
    Standing(flagged=True),
]


@st.composite
def libraries(draw: st.DrawFn) -> list[Card]:
    count = draw(st.integers(0, 8))
    return [
        Card(
            id=f"c{number}-{draw(st.sampled_from(['conv', 'pool', 'Łąka']))}",
            deck=draw(st.sampled_from(["01 Sploty", "02 Pooling i krok"])),
            kind=draw(st.sampled_from(["basic", "computed", "compare", "cloze"])),
            level=draw(st.sampled_from([None, 1, 2])),
            tags=tuple(draw(st.lists(st.sampled_from(["exam", "conv", "convnext", "ćwiczenia"]), max_size=2))),
            question=" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=4))),
            standing=draw(st.sampled_from(STANDINGS)),
        )
        for number in range(count)
    ]


def columns(cards: Sequence[Card]) -> Columns:
    return Columns(
        ids=[card.id for card in cards],
        decks=[folded(card.deck) for card in cards],
        standings={card.id: card.standing for card in cards if card.standing != NEW},
        today=20_000,
        kinds=[f"{card.kind} {card.level or ''}" for card in cards],
        texts=[
            f"{folded(card.id)}{''.join(f' {TAG}{folded(tag)}' for tag in card.tags)} {folded(card.question)}"
            for card in cards
        ],
    )


def plain(text: str) -> str:
    """Fold a text letter by letter, from a list of what the tests use."""
    return "".join({"ł": "l", "ż": "z", "ó": "o", "ć": "c", "ą": "a", "×": "x", "*": "", "`": ""}.get(letter, letter)
                   for letter in text.lower())  # fmt: skip


MEANING: dict[str, Callable[[Standing], bool]] = {
    "new": lambda card: card.reviews == 0,
    "nowa": lambda card: card.reviews == 0,
    "learning": lambda card: card.stage in {Stage.LEARNING, Stage.RELEARNING},
    "nauka": lambda card: card.stage in {Stage.LEARNING, Stage.RELEARNING},
    "review": lambda card: card.stage == Stage.REVIEW,
    "powtórka": lambda card: card.stage == Stage.REVIEW,
    "due": lambda card: card.reviews > 0 and (card.due_day or 0) <= 20_000 and not card.suspended,
    "zaległa": lambda card: card.reviews > 0 and (card.due_day or 0) <= 20_000 and not card.suspended,
    "suspended": lambda card: card.suspended,
    "zawieszona": lambda card: card.suspended,
    "flagged": lambda card: card.flagged,
    "oznaczona": lambda card: card.flagged,
}


def fits(card: Card, part: str) -> bool:
    """Say of one card and one part of a query whether it fits, one field after the other."""
    name, colon, value = part.partition(":")
    value = plain(value)
    if colon and name in {"deck", "talia"}:
        return value in plain(card.deck)
    if colon and name == "tag":
        return not value or any(plain(tag).startswith(value) for tag in card.tags)
    if colon and name in {"type", "typ"}:
        return card.kind.startswith(value)
    if colon and name in {"level", "poziom"}:
        return not value or str(card.level) == value
    if colon and name in {"is", "jest"}:
        return any(test(card.standing) for state, test in MEANING.items() if plain(state).startswith(value))
    return plain(part) in plain(" ".join((card.id, *card.tags, card.question)))


FIELD_PARTS = [
    *(f"{name}:{state[:length]}" for name in ("is", "jest") for state in MEANING for length in (0, 1, 3, 20)),
    *("deck:01", "talia:krok", "deck:", "tag:conv", "tag:ĆW", "tag:", "type:comp", "typ:basic", "level:1", "poziom:2"),
    *("level:", "typ:", "foo:bar", ":", "is", "C++", "x[", "3x3", "ŻÓŁĆ", "lak", "splot", "spl", "2**", "*"),
]

parts = st.sampled_from(FIELD_PARTS)


@given(cards=libraries(), asked=st.lists(parts, max_size=3))
def test_the_search_finds_what_a_slow_look_at_each_card_finds(cards: list[Card], asked: list[str]) -> None:
    expected = [number for number, card in enumerate(cards) if all(fits(card, part) for part in asked)]

    found = Query.parse(" ".join(asked)).select(columns(cards), range(len(cards)))

    assert list(found) == expected


@given(cards=libraries(), text=st.lists(parts, max_size=3).map(" ".join), cut=st.integers(0, 30))
def test_what_is_said_to_narrow_finds_nothing_new(cards: list[Card], text: str, cut: int) -> None:
    """So a search that goes on from the last result finds the same as one from the start."""
    longer, shorter = Query.parse(text), Query.parse(text[:cut])
    known = columns(cards)
    everything = range(len(cards))

    from_start = longer.select(known, everything)

    if longer.narrows(shorter):
        assert list(longer.select(known, shorter.select(known, everything))) == list(from_start)


def test_typing_on_narrows() -> None:
    """Otherwise each character would look through all cards again."""
    for longer, shorter in itertools.pairwise(["krok jest:now", "krok jest:no", "krok", "kro", "k", ""]):
        assert Query.parse(longer).narrows(Query.parse(shorter))
    assert not Query.parse("is:").narrows(Query.parse("is"))


@pytest.mark.parametrize(
    ("typed", "texts", "found"),
    [
        ("Wypelnienie", ["wypełnienie 1", "bez"], [0]),
        ("3x3", ["splot 3×3", "3*3"], [0]),
        ('"krok 2"', ["krok 2", "2 i krok"], [0]),
        ('"krok 2', ["krok 2", "2 i krok"], [0]),
        ("krok 2", ["krok 2", "2 i krok"], [0, 1]),
        ("[/b]", ["tekst [/b] [x]", "b"], [0]),
        ("1−1", ["1-1", "11"], [0]),
        ("  ", ["a", "b"], [0, 1]),
    ],
)
def test_what_a_search_forgives(typed: str, texts: list[str], found: list[int]) -> None:
    cards = [Card(f"id{number}", "d", "basic", None, (), text, NEW) for number, text in enumerate(texts)]

    assert list(Query.parse(typed).select(columns(cards), range(len(cards)))) == found


@given(text=st.text(max_size=20), before=st.text(max_size=5), after=st.text(max_size=5))
def test_part_of_a_text_is_found_in_it_however_it_is_folded(text: str, before: str, after: str) -> None:
    """A combining mark that goes with what stands before the part is the one exception that Unicode makes."""
    assert folded(text) in folded(f"{before} {text} {after}")


@given(
    text=st.text(alphabet="aŁł×xŻ*`3 ß[", max_size=20), word=st.sampled_from(["l", "x", "3x3", "z", "ss", "al", "["])
)
def test_what_was_found_is_pointed_at(text: str, word: str) -> None:
    """Each place, folded, holds the word and does so no more without its first or last character."""
    places = list(spans(text, [word]))

    assert bool(places) == (word in folded(text))
    for start, end in places:
        assert word in folded(text[start:end])
        assert word not in folded(text[start + 1 : end])
        assert word not in folded(text[start : end - 1])


@given(cards=libraries(), order=st.sampled_from(Order), backwards=st.booleans())
def test_an_order_is_stable_and_puts_new_cards_last(cards: list[Card], order: Order, *, backwards: bool) -> None:
    keys: dict[Order, Callable[[int], object]] = {
        Order.DUE: lambda number: (cards[number].standing.due_day, cards[number].standing.due_ms or 0),
        Order.DIFFICULTY: lambda number: -cards[number].standing.difficulty,
        Order.LAPSES: lambda number: -cards[number].standing.lapses,
    }
    numbers = list(range(len(cards)))
    if order in keys:
        known = [number for number in numbers if cards[number].standing.stage is not None]
        rest = [number for number in numbers if cards[number].standing.stage is None]
        expected = sorted(known, key=keys[order], reverse=backwards) + rest  # type: ignore[arg-type]
    elif order is Order.ID:
        expected = sorted(numbers, key=lambda number: cards[number].id, reverse=backwards)
    else:
        expected = numbers[::-1] if backwards else numbers

    assert list(arranged(columns(cards), order, backwards=backwards)) == expected


# The browser over real files and a real log.

DECK = """\
format: 1
id: {id}
title: {{pl: Talia {id}, en: Deck {id}}}
cards:
{cards}
"""

CARD = "- {{id: {id}, reverse: {reverse}, tags: [{tag}], question: Pytanie {id}?, answer: A}}"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return two decks of three cards each; the first of each is asked in both directions."""
    decks, empty = tmp_path / "home" / "decks", tmp_path / "empty"
    decks.mkdir(parents=True)
    empty.mkdir()
    for deck in "ab":
        cards = "\n".join(CARD.format(id=f"{deck}{n}", reverse=str(n == 1).lower(), tag=f"t{n}") for n in (1, 2, 3))
        (decks / f"{deck}.yaml").write_text(DECK.format(id=deck, cards=cards), encoding="utf-8")
    with Workspace.open(tmp_path / "home", lambda: Moment(NOON_MS, 0), language="en", builtin=empty) as opened:
        yield opened


def loaded(workspace: Workspace) -> Browser:
    browser = workspace.browser
    for _ in browser.load():
        pass
    return browser


def ids(browser: Browser, text: str = "", order: Order = Order.FILE) -> list[str]:
    return [browser.row(number).id for number in browser.find(text, order)]


def answer(workspace: Workspace, prompt: str, rating: Rating) -> None:
    with Memory.open(workspace.home / "reviews.db", lambda: Moment(NOON_MS, 0)) as memory:
        memory.record(Answer(prompt=prompt, rating=rating))


def test_all_cards_are_listed_before_anything_is_read(workspace: Workspace) -> None:
    browser = workspace.browser

    assert ids(browser) == ["a1", "a2", "a3", "b1", "b2", "b3"]
    assert browser.row(0).standing is None
    assert ids(browser, "pytanie") == []


def test_a_search_while_cards_are_read_finds_those_that_were(workspace: Workspace) -> None:
    browser = workspace.browser
    reading = browser.load()
    next(reading)

    assert ids(browser, "pytanie") == ["a1", "a2", "a3"]
    assert list(reading)[-1] == 6
    assert ids(browser, "pytanie") == ["a1", "a2", "a3", "b1", "b2", "b3"]


def test_a_search_by_each_field(workspace: Workspace) -> None:
    answer(workspace, "b2", Rating.AGAIN)
    browser = loaded(workspace)

    assert ids(browser, "deck:b t2") == ["b2"]
    assert ids(browser, 'talia:"talia a" tag:t3') == ["a3"]
    assert ids(browser, "jest:nauka") == ids(browser, "is:due") == ["b2"]
    assert ids(browser, "is:new tag:t2") == ["a2"]


def test_a_card_stands_as_its_prompts_do_together(workspace: Workspace) -> None:
    answer(workspace, "a1/reverse", Rating.AGAIN)
    browser = loaded(workspace)
    browser.toggle(Mark.SUSPENDED, [0])
    with Memory.open(workspace.home / "reviews.db", lambda: Moment(NOON_MS, 0)) as memory:
        memory.resume(["a1"])
        memory.flag(["a1"])
    standing = loaded(workspace).row(0).standing

    assert standing is not None
    assert (standing.stage, standing.suspended, standing.flagged) == (Stage.LEARNING, False, True)


def test_changes_are_made_of_all_prompts_and_can_be_taken_back(workspace: Workspace) -> None:
    browser = loaded(workspace)
    assert not browser.can_undo

    said = browser.toggle(Mark.SUSPENDED, [0, 4])

    assert (said.key, said.values["count"]) == ("browse.given_suspended", 2)
    assert ids(browser, "is:suspended") == ["a1", "b2"]
    assert ids(loaded(workspace), "is:suspended") == ["a1", "b2"]
    assert workspace.total().new == 4
    assert browser.can_undo

    assert browser.undo().values["count"] == 2
    assert ids(browser, "jest:zawieszona") == []
    assert workspace.total().new == 6
    assert browser.undo().key == "browse.nothing_to_undo"


def test_a_mark_is_first_given_to_all_and_then_taken_from_all(workspace: Workspace) -> None:
    browser = loaded(workspace)
    browser.toggle(Mark.FLAGGED, [1])

    assert browser.toggle(Mark.FLAGGED, [1, 2]).key == "browse.given_flagged"
    assert ids(browser, "is:flagged") == ["a2", "a3"]
    assert browser.toggle(Mark.FLAGGED, [1, 2]).key == "browse.taken_flagged"
    assert ids(browser, "is:flagged") == []


def test_a_reset_makes_cards_new_and_says_where_there_is_nothing_to_do(workspace: Workspace) -> None:
    for prompt in ("a1", "a1/reverse", "b3"):
        answer(workspace, prompt, Rating.AGAIN)
    browser = loaded(workspace)

    assert browser.reset([1]).key == "browse.new_already"
    assert not browser.can_undo
    assert browser.reset([0, 1, 5]).values["count"] == 2
    assert ids(browser, "is:learning") == []
    browser.undo()
    assert ids(browser, "is:learning") == ["a1", "b3"]


def test_an_answer_is_never_taken_back_here(workspace: Workspace) -> None:
    browser = loaded(workspace)
    browser.toggle(Mark.FLAGGED, [0])
    answer(workspace, "b1", Rating.GOOD)

    assert browser.undo().key == "browse.nothing_to_undo"
    assert ids(loaded(workspace), "is:flagged is:new") == ["a1"]


def test_what_is_hardest_comes_first(workspace: Workspace) -> None:
    for prompt, rating in {"a3": Rating.EASY, "b1": Rating.AGAIN, "b2": Rating.GOOD}.items():
        answer(workspace, prompt, rating)
    browser = loaded(workspace)

    assert ids(browser, order=Order.DIFFICULTY) == ["b1", "b2", "a3", "a1", "a2", "b3"]
    assert ids(browser, "t1", Order.DIFFICULTY) == ["b1", "a1"]


def test_a_card_is_shown_with_the_same_numbers_each_time(workspace: Workspace) -> None:
    (workspace.home / "decks" / "b.yaml").write_text(
        DECK.format(id="b", cards='- {id: n, type: number, question: "${n}?", vars: {n: 1..9999}, answer: n}'),
        encoding="utf-8",
    )
    with Workspace.open(workspace.home, lambda: Moment(NOON_MS, 0), builtin=workspace.home.parent / "empty") as again:
        first, second = (again.browser.asking(3)() for _ in range(2))

    assert first == second
    assert str(first.stem.pl).rstrip("?").isdigit()


def test_many_cards_at_once_are_read_again_in_one_go(tmp_path: Path) -> None:
    decks, empty = tmp_path / "decks", tmp_path / "empty"
    decks.mkdir()
    empty.mkdir()
    cards = "\n".join(f"- {{id: c{number}, question: Q, answer: A}}" for number in range(300))
    (decks / "many.yaml").write_text(DECK.format(id="many", cards=cards), encoding="utf-8")
    with Workspace.open(tmp_path, lambda: Moment(NOON_MS, 0), builtin=empty) as workspace:
        browser = loaded(workspace)
        browser.toggle(Mark.FLAGGED, browser.find("c1"))

        assert len(browser.find("is:flagged")) == 111
        browser.toggle(Mark.FLAGGED, browser.find(""))
        assert len(browser.find("is:flagged")) == 300
        browser.undo()
        assert len(browser.find("is:flagged")) == 111


def test_the_place_of_a_card_and_of_one_that_is_gone(workspace: Workspace) -> None:
    file, line = workspace.place("b2")

    assert file.read_text(encoding="utf-8").splitlines()[line - 1].startswith("- {id: b2")
    assert workspace.browser.place(4) == f"{file}:{line}"
    with pytest.raises(StudycardsError, match=r"study\.no_such_card"):
        workspace.place("gone")


def test_an_edited_deck_is_listed_anew(workspace: Workspace) -> None:
    file = workspace.place("b2")[0]
    assert workspace.reread("b2") is None
    file.write_text(DECK.format(id="b", cards=CARD.format(id="b9", reverse="false", tag="t9")), encoding="utf-8")

    assert workspace.reread("b2") == 0
    assert ids(loaded(workspace), "tag:t9") == ["b9"]
    assert workspace.total().new == 4

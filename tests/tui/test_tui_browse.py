"""The list of all cards as it is used: found, looked at, changed and edited by keys, at every size."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region
from textual.widget import Widget

from studycards.decks.listing import Brief
from studycards.decks.model import BasicCard
from studycards.locale import Language, Text
from studycards.locale.catalogs.browse import ENTRIES
from studycards.memory import Answer, Mark, Memory, Moment, Rating
from studycards.questions import ask
from studycards.study.browse.cards import CardRow
from studycards.study.browse.order import Order
from studycards.study.browse.standing import NEW
from studycards.tui.card_preview import about_lines, question_lines
from studycards.tui.card_rows import Layout, card_row
from studycards.tui.text import lay_out
from studycards.tui.widgets.card_table import CardTable
from studycards.tui.widgets.change_line import ChangeLine
from studycards.tui.widgets.search_input import SearchInput
from tests.tui.conftest import MONDAY_NOON_MS
from tests.tui.golden_frames import LARGE, LOW, USUAL, check

if TYPE_CHECKING:
    from pathlib import Path

    from textual.strip import Strip

    from studycards.locale import Message
    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import Face, OpenFace


async def browse(face: Face) -> str:
    """Open the list and return the screen once all cards have been read."""
    face.app.action_open("browse")
    await face.pilot.pause()
    return await settled(face)


async def settled(face: Face) -> str:
    """Return the screen once nothing is being read any more."""
    await face.pilot.pause()
    await face.app.workers.wait_for_complete()
    return await face.frame()


def table(face: Face) -> CardTable:
    return face.app.screen.query_one(CardTable)


def answer(home: Path, prompt: str, rating: Rating = Rating.GOOD, *, days_ago: int = 0) -> None:
    moment = Moment(MONDAY_NOON_MS - days_ago * 86_400_000, 60)
    with Memory.open(home / "reviews.db", lambda: moment) as memory:
        memory.record(Answer(prompt=prompt, rating=rating))


def marked(home: Path, mark: Mark) -> set[str]:
    """Return the prompts with a mark, read from the file."""
    with Memory.open(home / "reviews.db", lambda: Moment(MONDAY_NOON_MS, 60)) as memory:
        return {prompt for prompt, marks in memory.marks().items() if mark in marks}


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("size", [LOW, USUAL, LARGE])
async def test_the_list_the_search_a_card_and_a_question(
    size: tuple[int, int], language: LanguageCode, open_face: OpenFace, decks: Path
) -> None:
    """Cards that were answered, flagged and suspended among new ones; then what is found, one card, and a reset."""
    answer(decks.parent, "number", Rating.EASY, days_ago=9)
    answer(decks.parent, "choice", Rating.AGAIN)
    answer(decks.parent, "shape", Rating.EASY)
    async with open_face(size=size, language=language) as face:
        await browse(face)
        listed = await face.press("j", "j", "asterisk", "x", "j", "s", "G")
        await face.press("g", "slash", *"max", "enter")
        found = await settled(face)
        await face.press("enter")
        looked_at = await settled(face)
        asked = await face.press("q", "escape", "r") if size != LARGE else await face.press("escape", "r")

    check(f"browse-{size[0]}-{language}", listed, found, looked_at, asked)


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_an_empty_list_says_what_to_do(language: LanguageCode, open_face: OpenFace, decks: Path) -> None:
    async with open_face(language=language) as face:
        await browse(face)
        nothing_fits = await face.press("slash", *"xyz[/b]")
        cleared = await face.press("escape", "escape", "q")
    (decks / "demo.yaml").unlink()
    async with open_face(language=language) as face:
        no_cards = await browse(face)
        await face.press("j", "enter", "x", "a", "s", "asterisk", "r", "e", "u", "o", "O", "G", "pagedown")

    assert "xyz[/b]" in nothing_fits
    assert "xyz" not in cleared
    check(f"browse-empty-{language}", nothing_fits, no_cards)


async def test_each_character_narrows_the_list_and_deleting_widens_it(open_face: OpenFace) -> None:
    async with open_face(language="en") as face:
        await browse(face)
        counts = [(await face.press(key)).splitlines()[2].split("─")[1] for key in ("slash", *"max", "backspace")]

    assert counts == [" 10 cards ", " 7 of 10 cards ", " 5 of 10 cards ", " 2 of 10 cards ", " 5 of 10 cards "]


async def test_letters_are_text_while_something_is_typed(open_face: OpenFace, decks: Path) -> None:
    async with open_face(language="en") as face:
        await browse(face)
        typing = await face.press("slash", *"qfzlm x")
        listed = await face.press("escape", "down", "asterisk")

    assert "qfzlm x" in typing
    assert "flag" not in typing.splitlines()[-2]
    assert "Flagged 1 card." in listed
    assert marked(decks.parent, Mark.FLAGGED) == {"choice"}


async def test_the_cursor_stays_on_its_card_when_the_list_changes(open_face: OpenFace) -> None:
    async with open_face() as face:
        await browse(face)
        await face.press("G", "slash", *"4")
        alone = table(face).number
        await face.press("escape")

        assert alone == table(face).number == 9
        assert table(face).cursor == 9


async def test_what_is_done_is_done_to_the_selected_cards_or_to_the_one_at_the_cursor(
    open_face: OpenFace, decks: Path
) -> None:
    async with open_face(language="en") as face:
        await browse(face)
        await face.press("x", "space", "j", "s")
        selected = marked(decks.parent, Mark.SUSPENDED)
        await face.press("a", "s")
        every = marked(decks.parent, Mark.SUSPENDED)
        undone = await face.press("u")
        after_undo = marked(decks.parent, Mark.SUSPENDED)
        await face.press("a", "g", "asterisk")
        flagged = marked(decks.parent, Mark.FLAGGED)

    assert selected == {"choice", "several"}
    assert len(every) == 10
    assert after_undo == selected
    assert "Undid the last change: 8 cards." in undone
    assert flagged == {"choice"}


@pytest.fixture
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ten cards be as many as a hundred thousand."""
    monkeypatch.setattr("studycards.tui.widgets.change_line.MANY", 3)
    monkeypatch.setattr("studycards.memory.derivation.TELL_EVERY", 2)


@pytest.mark.usefixtures("_few_are_many")
async def test_many_cards_are_changed_beside_the_list_and_it_is_told_how_far(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(decks.parent, "choice", Rating.EASY)
    said: list[str] = []
    async with open_face() as face:
        await browse(face)
        tell = ChangeLine.say  # what stands on the screen for less than a moment

        def noted(line: ChangeLine, words: Message | None) -> None:
            said.append(line.language.render(words) if words else "")
            tell(line, words)

        monkeypatch.setattr(ChangeLine, "say", noted)
        await face.press("a", "s")
        suspended = await settled(face)
        in_file = marked(decks.parent, Mark.SUSPENDED)
        await face.press("u")
        undone = await settled(face)
        after_undo = marked(decks.parent, Mark.SUSPENDED)

    assert said[:5] == [f"Zawieszam {number} z 10 kart…" for number in (0, 2, 4, 6, 8)]
    assert said[5] == "Zapisuję zmianę 10 kart…"
    assert said[6] == "Zawieszono 10 kart."
    assert len(in_file) == 10
    assert "Zawieszono 10 kart." in suspended
    assert "Cofnięto ostatnią zmianę: 10 kart." in undone
    assert after_undo == set()


@pytest.mark.usefixtures("_few_are_many")
@pytest.mark.parametrize("key", ["escape", "q"])
@pytest.mark.parametrize("work", ["suspend", "undo"])
async def test_a_change_of_many_cards_can_be_broken_off_and_leaves_all_as_they_were(
    open_face: OpenFace, decks: Path, key: str, work: str
) -> None:
    """Another program writes at that moment, so that the change waits for it."""
    async with open_face() as face:
        await browse(face)
        await face.press("a")
        if work == "undo":
            await face.press("s")
            await settled(face)
        before = marked(decks.parent, Mark.SUSPENDED)
        with closing(sqlite3.connect(decks.parent / "reviews.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            during = await face.press("u" if work == "undo" else "s")
            offered = {command.title for command in face.app.get_system_commands(face.app.screen)}
            await face.press(key)
            other.execute("ROLLBACK")
        stopped = await settled(face)
        after = marked(decks.parent, Mark.SUSPENDED)
        await face.press("asterisk")
        flagged = await settled(face)

    assert "przerwij" in during
    assert "przerwij" in offered
    assert "przerwij" not in stopped
    assert "zawieś" not in during
    assert "Przerwano. Wszystkie karty są takie jak przedtem." in stopped
    assert after == before
    assert "Oznaczono 10 kart." in flagged


async def test_a_reset_is_asked_for_and_can_be_declined_and_undone(open_face: OpenFace, decks: Path) -> None:
    answer(decks.parent, "choice")
    async with open_face(language="en") as face:
        await browse(face)
        asked = await face.press("r")
        declined = await face.press("s", "q")
        reset = await face.press("r", "enter")
        undone = await face.press("ctrl+z")

    assert "Reset 1 card? Enter: yes, q: no" in asked
    assert "Reset" not in declined
    assert "2 days" in declined
    assert marked(decks.parent, Mark.SUSPENDED) == set()
    assert "1 card is new again." in reset
    assert "2 days" not in reset
    assert "2 days" in undone


async def test_nothing_is_reset_once_its_question_is_gone(open_face: OpenFace, decks: Path) -> None:
    """A click leads into the line of the search, where typing lists other cards in place of the question."""
    answer(decks.parent, "choice")
    async with open_face(language="en") as face:
        await browse(face)
        await face.press("r")
        await face.pilot.click(SearchInput)
        searched = await face.press("w")
        entered = await face.press("enter", "enter")

    assert "Reset 1 card?" not in searched
    assert "is new again" not in entered
    with Memory.open(decks.parent / "reviews.db", lambda: Moment(MONDAY_NOON_MS, 60)) as memory:
        assert [one.prompt for one in memory.progress()] == ["choice"]


async def test_an_order_is_named_and_turned_round(open_face: OpenFace, decks: Path) -> None:
    for prompt, rating in {"term": Rating.AGAIN, "order": Rating.EASY}.items():
        answer(decks.parent, prompt, rating)
    async with open_face(language="en") as face:
        await browse(face)
        by_due = await face.press("o", "g")
        by_difficulty = await face.press("o", "O", "g")

    assert "order: due day" in by_due
    assert table_rows(by_due)[0].startswith("▸    What takes the maximum")
    assert "order: difficulty, reversed" in by_difficulty
    assert table_rows(by_difficulty)[0].startswith("▸    Put the training steps")


def table_rows(frame: str) -> list[str]:
    return [line.strip(" │") for line in frame.splitlines()[4:]]


async def test_a_card_is_looked_at_below_the_list_while_the_cursor_moves(open_face: OpenFace) -> None:
    async with open_face(language="en") as face:
        await browse(face)
        await face.press("enter")
        first = await settled(face)
        await face.press("j")
        second = await settled(face)
        closed = await face.press("enter")

    assert "It stays the same." in first
    assert "batch norm" in second
    assert "batch norm" not in closed


async def test_a_card_takes_the_place_of_a_low_list_and_can_be_scrolled(open_face: OpenFace) -> None:
    async with open_face(language="en", size=LOW) as face:
        await browse(face)
        await face.press("enter")
        top = await settled(face)
        bottom = await face.press("G")
        back = await face.press("q")
        home = await face.press("q")

    assert "What happens to the size" in top
    assert "home/decks/demo.yaml:5" in bottom
    assert "10 cards" in back
    assert "10 cards" not in home


async def test_a_card_that_cannot_be_asked_says_why(open_face: OpenFace, decks: Path) -> None:
    (decks / "never.yaml").write_text(
        "format: 1\nid: never\ntitle: Never\ncards:\n"
        "- {id: never, type: number, question: '${n}', vars: {n: [1, 2]}, require: [n > 3], answer: n}\n",
        encoding="utf-8",
    )
    async with open_face(language="en", size=LARGE) as face:
        await browse(face)
        await face.press("slash", *"never")
        shown = await settled(face)

    assert "This card cannot be shown" in shown


async def test_without_an_editor_the_place_of_the_card_is_told(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with open_face(language="en") as face:
        await browse(face)
        await face.press("j", "e")
        no_editor = told(face)
        monkeypatch.setenv("EDITOR", "true")
        await face.press("e")
        no_terminal = told(face)

    assert "home/decks/demo.yaml:22" in no_editor
    assert "EDITOR=nano" in no_editor
    assert no_terminal == "No editor can be opened in this window. The card is here: home/decks/demo.yaml:22"


def told(face: Face) -> str:
    """Return what is said beside the screen; Pilot shows it not."""
    (notice,) = face.app._notifications  # noqa: SLF001 - there is no public way
    return notice.message


async def test_the_history_of_a_card_and_the_way_there_from_the_decks(open_face: OpenFace, decks: Path) -> None:
    answer(decks.parent, "several")
    async with open_face(language="en") as face:
        await face.press("enter", "p")
        await settled(face)
        history = await face.press("j", "h")
        back = await face.press("q")
        decks_again = await face.press("q")

    assert "Which layers have learned parameters?" in history
    assert "10 cards" not in history
    assert "10 cards" in back
    assert "Decks" in decks_again


async def test_language_and_theme_change_while_it_is_open(open_face: OpenFace) -> None:
    async with open_face(size=LARGE) as face:
        await browse(face)
        await face.press("l", "m")
        english = await settled(face)

    assert "10 cards" in english
    assert "What happens to the size of a map" in english
    assert "Right answer" in english
    assert "Co się dzieje" not in english


@pytest.mark.parametrize("theme", ["studycards-dark", "studycards-light", "studycards-ansi"])
async def test_a_row_looks_as_textual_would_paint_it(theme: str, open_face: OpenFace) -> None:
    """The list paints its finished rows itself, in all their colours, also a part of their width."""
    async with open_face(size=USUAL) as face:
        await browse(face)
        face.app.theme = theme
        await face.press("j", "x", "asterisk")
        cards = table(face)
        for part in (cards.size.region, Region(7, 1, 30, 4)):
            usual = Widget.render_lines(cards, part)

            assert [painted(strip) for strip in cards.render_lines(part)] == [painted(strip) for strip in usual]


def painted(strip: Strip) -> list[tuple[str, object]]:
    """Return each character with its style."""
    return [(character, segment.style) for segment in strip for character in segment.text]


async def test_a_long_list_shows_the_rows_that_are_in_sight(open_face: OpenFace, decks: Path) -> None:
    cards = "\n".join(f"- {{id: c{number}, question: Pytanie numer {number}, answer: A}}" for number in range(5000))
    (decks / "demo.yaml").write_text(f"format: 1\nid: many\ntitle: Many\ncards:\n{cards}\n", encoding="utf-8")
    async with open_face(language="en") as face:
        top = await browse(face)
        end = await face.press("G")
        up = await face.press("pageup", "pageup", "k")
        found = await face.press("slash", *"numer 499")
        last = await face.press("enter", "G")
        await face.press("escape", "a", "asterisk")
        flagged = await settled(face)

    assert "Pytanie numer 0 " in top
    assert "Pytanie numer 15 " in top
    assert "Pytanie numer 16 " not in top
    assert "▸    Pytanie numer 4999" in end
    assert "▸    Pytanie numer 4968" in up
    assert "15 of 5000 cards" in found
    assert "▸    Pytanie numer 4999" in last
    assert "Flagged 5000 cards." in flagged


async def test_a_click_puts_the_cursor_on_a_row_and_a_second_one_looks_at_the_card(open_face: OpenFace) -> None:
    async with open_face(language="en") as face:
        await browse(face)
        await face.pilot.click(CardTable, offset=(10, 5))
        moved = table(face).cursor
        await face.pilot.click(CardTable, offset=(10, 5))
        shown = await settled(face)

    assert moved == 5
    assert "It changes the number of channels" in shown


@pytest.mark.parametrize("size", [(1, 1), (300, 100)])
async def test_no_size_breaks_it(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        await browse(face)
        await face.press("j", "enter", "x", "slash", "a", "enter", "o")
        for width, height in ((80, 24), (40, 12), (5, 40), (120, 12), (2, 3), (7, 5), size):
            await face.pilot.resize_terminal(width, height)
        await face.press("enter", "J", "K", "q", "r", "q")
        await settled(face)


async def test_a_card_stays_in_sight_from_one_size_to_another(open_face: OpenFace) -> None:
    async with open_face(size=LOW, language="en") as face:
        await browse(face)
        await face.press("G", "enter")
        await face.pilot.resize_terminal(80, 24)
        await settled(face)
        frame = await face.press("k")

    assert "▸    Input 3×32×32" in frame


HOSTILE = ["x[i] = [/b]", "[red]x[/]", "\\[x]", "$accent {x} ${y}", "@click=quit()", "{{c1::x", "[@click=app.quit]a[/]"]


async def test_texts_of_decks_are_shown_as_they_are(open_face: OpenFace, decks: Path) -> None:
    cards = "".join(
        f"- id: h{number}\n  question: |\n    {text}\n  answer: |\n    A {text}\n  tags: [t{number}]\n"
        for number, text in enumerate(HOSTILE)
    )
    (decks / "demo.yaml").write_text(f"format: 1\nid: hostile\ntitle: '[b]T[/b]'\ncards:\n{cards}", encoding="utf-8")
    async with open_face(size=LARGE) as face:
        listed = await browse(face)
        for text in HOSTILE:
            shown = await settled(face)
            assert text in listed
            assert f"A {text}" in shown
            await face.press("j")
        searched = await face.press("slash", *"[/b]")

    assert "[b]T[/b]" in listed
    assert "1 z 7 kart" in searched


verbatim = st.text(alphabet="ab [ ] / \\ $ @ { } = ( ) ' \" # :", min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "a"
)


@given(text=verbatim, width=st.integers(0, 160), current=st.booleans())
def test_any_question_stands_in_its_row_as_the_author_wrote_it(text: str, width: int, *, current: bool) -> None:
    row = CardRow(0, "id", Text.same("[/b]"), Brief("basic", 1, (), Text.same(text)), NEW)

    shown = card_row(row, Layout(width, Order.FILE, 0), Language("en"), current=current, chosen=False)

    assert shown.cell_length <= width
    if width >= 70 + len(text):
        assert text in shown.plain


@pytest.mark.parametrize(
    ("word", "shown"),
    [("one", "one two three four fiv…"), ("five", "…e four five six seven…"), ("ten", "…x seven eight nine ten")],
)
def test_a_row_shows_what_was_found_in_a_long_question(word: str, shown: str) -> None:
    text = Text.same("one two three four five six seven eight nine ten")
    row = CardRow(0, "id", Text.same("T"), Brief("basic", 1, (), text), NEW)

    cells = card_row(row, Layout(40, Order.FILE, 0, (word,)), Language("en"), current=False, chosen=False)

    assert cells.plain[5:30].rstrip() == shown
    assert [cells.plain[span.start : span.end] for span in cells.spans if "underline" in str(span.style)] == [word]


@given(text=verbatim)
def test_any_card_is_looked_at_as_the_author_wrote_it(text: str) -> None:
    card = BasicCard(id="id", question=Text.same(text), answer=Text.same(f"A{text}"), source=text, tags=("t",))
    row = CardRow(0, "id", Text.same(text), Brief("basic", 1, ("t",), Text.same(text)), NEW)

    question = lay_out(question_lines(ask(card, "id", 1), Language("en")), 200).plain
    about = lay_out(about_lines(row, text, 0, Language("en")), 200).plain

    assert question.splitlines()[0] == text
    assert f"Right answer: A{text}" in question
    assert f"Source: {text}" in question
    assert f"deck   {text}" in about
    assert f"file   {text}" in about


def test_keys_have_short_names_and_whole_sentences() -> None:
    names = [form for name, entry in ENTRIES.items() if name.startswith("key_") for form in entry]
    sentences = [form for name, entry in ENTRIES.items() if name.startswith("about_") for form in entry]

    assert all(isinstance(name, str) and len(name) <= 25 for name in names)
    assert all(isinstance(sentence, str) and sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize("key", ["o", "O"])
async def test_what_was_done_is_said_no_more_once_the_list_is_in_another_order(open_face: OpenFace, key: str) -> None:
    async with open_face() as face:
        await browse(face)
        await face.press("asterisk")
        undone = await face.press("u")
        sorted_anew = await face.press(key)

    assert "Cofnięto ostatnią zmianę: 1 karta." in undone
    assert "Cofnięto" not in sorted_anew

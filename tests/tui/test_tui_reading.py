"""What is read after an answer: brought into sight, and the frame says where there is more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.tui.reading_place import Shown, reading_offset
from tests.tui.pointing import row_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import OpenFace

LONG = """\
format: 1
id: long
title: {pl: Długie karty, en: Long cards}
language: pl
cards:
- id: many
  type: match
  question: Dopasuj.
  pairs:
  - [jeden, one]
  - [dwa, two]
  - [trzy, three]
  - [cztery, four]
  - [pięć, five]
- id: tale
  level: 3
  type: number
  question: |
    Pierwszy wiersz zadania.
    Drugi wiersz zadania.
    Trzeci wiersz zadania.
    Czwarty wiersz zadania.
    Piąty wiersz zadania.
    Szósty wiersz zadania.
    Siódmy wiersz zadania.
  answer: 12
  explanation: |
    Wiersz pierwszy wyjaśnienia.
    Wiersz drugi wyjaśnienia.
    Wiersz trzeci wyjaśnienia.
    Wiersz czwarty wyjaśnienia.
    Wiersz piąty wyjaśnienia.
    Wiersz szósty wyjaśnienia.
    Wiersz ostatni wyjaśnienia.
  hint: Podpowiedź do zadania.
- id: thought
  question: |
    Jak zmienia się mapa?
    Podaj wzór.
  answer: |
    Odpowiedź w jednym zdaniu.
    I w drugim.
  hint: [Pierwsza wskazówka., Druga wskazówka.]
"""


@pytest.fixture(autouse=True)
def long_cards(decks: Path) -> None:
    """Put cards that are longer than a screen beside the deck."""
    (decks / "long.yaml").write_text(LONG, encoding="utf-8")


ROWS = st.integers(0, 60)


@given(given=st.none() | ROWS, sizes=st.tuples(ROWS, ROWS, ROWS), height=st.integers(1, 40), offset=ROWS)
def test_the_verdict_is_always_seen_and_nothing_moves_without_need(
    given: int | None, sizes: tuple[int, int, int], height: int, offset: int
) -> None:
    before, answer, rest = sizes
    verdict = (given or 0) + before
    shown = Shown(given, verdict, verdict + answer + 1, verdict + answer + rest + 1)
    top = reading_offset(shown, height, min(offset, verdict))

    assert top <= verdict < top + height or top == verdict
    assert shown.needed <= top + height or top == verdict
    if shown.end <= offset + height and offset <= (verdict if given is None else given):
        assert top == offset
    if given is not None and shown.needed - given <= height:
        assert top <= max(given, 0)


@pytest.mark.parametrize("schedule", [True, False])
async def test_an_answer_that_was_given_up_is_seen_whole(schedule: bool, open_face: OpenFace) -> None:  # noqa: FBT001
    """The pairs below the verdict are what was asked for: the answer area has nothing to keep in sight."""
    async with open_face("many", schedule=schedule) as face:
        frame = await face.press("ctrl+r")

    pairs = [row_of(frame, pair) for pair in ("jeden — one", "pięć — five")]
    assert row_of(frame, "Odpowiedź pokazana") < pairs[0] < pairs[1] < row_of(frame, "╰")


async def test_after_a_wrong_answer_it_is_seen_with_its_correction(open_face: OpenFace) -> None:
    async with open_face("tale", size=(80, 20)) as face:
        frame = await face.press("1", "enter")

    assert "Pierwszy wiersz zadania." not in frame
    rows = [row_of(frame, part) for part in ("›", "✗ Źle", "Poprawna odpowiedź: 12", "Wiersz drugi")]
    assert rows == sorted(rows)


async def test_who_was_right_keeps_the_question_in_sight(open_face: OpenFace) -> None:
    async with open_face("tale", size=(80, 24)) as face:
        before = await face.type("12")
        after = await face.press("enter")

    assert "✓ Dobrze" in after
    assert row_of(before, "Pierwszy wiersz") == row_of(after, "Pierwszy wiersz")


async def test_the_frame_says_where_there_is_more_until_it_is_seen(open_face: OpenFace) -> None:
    async with open_face("tale", size=(80, 20)) as face:
        front = await face.frame()
        answered = await face.press("1", "enter")
        end = await face.press("G")
        start = await face.press("g")

    edges = [frame.split("\n")[row_of(frame, "╰")] for frame in (front, answered, end, start)]
    assert edges[0].endswith("─ poziom 3 ─╯")
    assert edges[1].endswith("─ poziom 3 · ↑ k wyżej  ↓ j niżej ─╯")
    assert edges[2].endswith("─ poziom 3 · ↑ k wyżej ─╯")
    assert edges[3].endswith("─ poziom 3 · ↓ j niżej ─╯")


async def test_while_an_answer_is_typed_the_frame_names_a_key_that_scrolls(open_face: OpenFace) -> None:
    async with open_face("tale", size=(40, 12), language="en") as face:
        front = await face.frame()
        turned = await face.press("pagedown")

    assert "PgDn below" in front
    assert "PgUp above" in turned
    assert "PgDn" not in turned


async def test_on_a_wide_screen_each_half_says_where_there_is_more(open_face: OpenFace) -> None:
    async with open_face("tale", size=(120, 14)) as face:
        frame = await face.press("1", "enter")

    left, right = frame.split("\n")[row_of(frame, "╰")].split("╯╰")
    assert left.endswith("poziom 3 ─")
    assert right.endswith("↓ j niżej ─╯")


async def test_a_quiz_without_ratings_keeps_no_room_for_them(open_face: OpenFace) -> None:
    heights = {}
    for name, cards, schedule in (
        ("scheduled", ("tale",), True),
        ("recalled", ("tale", "thought"), False),
        ("none", ("tale",), False),
    ):
        async with open_face(*cards, schedule=schedule) as face:
            before = row_of(await face.frame(), "╰")
            heights[name] = row_of(await face.press("ctrl+r" if name != "recalled" else "enter"), "╰")

            assert before == heights[name]

    assert heights["none"] == heights["recalled"] + 1 == heights["scheduled"] + 2


KINDS: dict[str, tuple[str, ...]] = {
    "thought": ("enter",),
    "tale": ("ctrl+r",),
    "number": ("1", "enter"),
    "choice": ("1", "enter"),
    "claim": ("p", "enter"),
    "recall": ("enter",),
    "many": ("ctrl+r",),
}


@pytest.mark.parametrize("size", [(40, 24), (60, 40), (80, 24), (80, 50), (119, 45), (140, 45)])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("hints", [0, 2])
async def test_nothing_that_was_read_before_the_answer_moves(
    kind: str, size: tuple[int, int], hints: int, open_face: OpenFace
) -> None:
    """Question and hints stand where they stood, as long as nothing had to be scrolled."""
    *filling_in, last = KINDS[kind]
    async with open_face(kind, size=size) as face:
        await face.press(*filling_in, *("ctrl+t",) * hints)
        card = face.app.screen.query_one("#card")
        places = [face.app.screen.query_one(part).region for part in ("#stem", "AnswerArea", "#hints")]
        await face.press(last)
        scrolled = card.scroll_offset.y
        after = [face.app.screen.query_one(part).region for part in ("#stem", "AnswerArea", "#hints")]

    if not scrolled:
        assert [region.offset for region in after] == [region.offset for region in places]


async def test_the_scrollbar_stands_at_the_top_of_a_summary(open_face: OpenFace) -> None:
    """The card before was scrolled, and for a moment in between there was nothing to scroll."""
    async with open_face("tale", "claim", "number", size=(40, 12)) as face:
        await face.press("ctrl+n")
        await face.press("ctrl+r", "enter", "ctrl+r")
        await face.press("enter", "ctrl+l")
        card = face.app.screen.query_one("#card")

        assert card.max_scroll_y > 0 == card.scroll_y == card.vertical_scrollbar.position

"""The screen of a session: keys lead through it, the answer area stays, nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.pointing import click, row_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import OpenFace


@pytest.mark.parametrize(
    ("kind", "keys", "area"),
    [
        ("choice", ("2", "enter"), "Pozostają"),
        ("several", ("1", "3", "enter"), "batch norm"),
        ("claim", ("f", "enter"), "Fałsz"),
        ("order", ("J", "enter"), "funkcja straty"),
        ("term", (*"max pooling", "enter"), "›"),
        ("number", ("1", "2", "enter"), "›"),
    ],
)
async def test_the_answer_area_does_not_move_when_the_answer_is_shown(
    kind: str, keys: tuple[str, ...], area: str, open_face: OpenFace
) -> None:
    async with open_face(kind) as face:
        before = await face.press(*keys[:-1])
        after = await face.press(keys[-1])

    assert "Enter dalej" in after
    assert row_of(before, area) == min(row for row, line in enumerate(after.split("\n")) if area in line)


async def test_an_unreadable_answer_keeps_its_text_and_says_what_to_type(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        complained = await face.press(*"12a", "enter")
        mended = await face.press("backspace")
        right = await face.press("enter")

    assert "12a" in complained
    assert "Enter sprawdź" in complained
    assert row_of(complained, "12a") + 1 < row_of(complained, "╰")
    assert "Dobrze" not in mended
    assert "✓ Dobrze" in right


async def test_an_accidental_enter_is_no_answer(open_face: OpenFace) -> None:
    for kind in ("choice", "several", "claim", "order", "match", "term", "number", "shape"):
        async with open_face(kind) as face:
            frame = await face.press("enter")

        assert "Enter sprawdź" in frame


async def test_enter_alone_takes_the_proposed_rating(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        await face.press("1", "2", "enter")
        done = await face.press("enter")

    assert "Podsumowanie" in done
    assert "Dobrze 1" in done


async def test_a_digit_takes_another_rating_and_undo_asks_again(open_face: OpenFace) -> None:
    async with open_face("number", "claim") as face:
        first = await face.frame()
        await face.press("ctrl+r")
        await face.press("4")
        again = await face.press("ctrl+z")

    question = "Ile to 3·4?" if "Ile to 3·4?" in first else "Max pooling ma"
    assert question in again
    assert "Enter sprawdź" in again


async def test_hints_are_shown_one_at_a_time_until_there_are_no_more(open_face: OpenFace) -> None:
    async with open_face("choice") as face:
        before = await face.frame()
        after = await face.press("ctrl+t")

    assert "^T podpowiedź" in before
    assert "Podpowiedź 1: Podstaw" in after
    assert "^T podpowiedź" not in after


async def test_skipping_the_only_question_ends_the_session(open_face: OpenFace) -> None:
    async with open_face("claim") as face:
        frame = await face.press("ctrl+n")

    assert "Pominięto 1 kartę" in frame


async def test_leaving_without_an_answer_goes_straight_to_the_decks(open_face: OpenFace) -> None:
    async with open_face("claim") as face:
        frame = await face.press("ctrl+l")

    assert "Wszystkie talie" in frame


async def test_what_was_rated_before_leaving_is_kept(open_face: OpenFace) -> None:
    async with open_face("number", "claim") as face:
        await face.press("ctrl+r", "enter")
        summary = await face.press("ctrl+l")
        left = face.workspace.total()

    assert "1 odpowiedź" in summary
    assert left.learning == 1


async def test_letters_are_text_while_an_answer_is_typed(open_face: OpenFace) -> None:
    """Neither the language nor the theme changes, no help opens, and Polish letters arrive."""
    async with open_face("term") as face:
        frame = await face.type("lm?ujkażółć")

    assert "lm?ujkażółć" in frame
    assert "Enter sprawdź" in frame


async def test_text_of_a_deck_is_no_markup(open_face: OpenFace) -> None:
    async with open_face("term") as face:
        frame = await face.frame()

    assert "Co wybiera maksimum z x[i:i+2], [/b] [x]?" in frame


HOSTILE = "[b]x[i] [/y] [@click=app.quit]z[/] \\\\[ $error"
"""Markup of Textual, as YAML in double quotes."""


async def test_no_place_takes_text_of_a_deck_for_markup(open_face: OpenFace, decks: Path) -> None:
    """Title, question, options, hint, explanation, reason and source are shown as they were written."""
    (decks / "hostile.yaml").write_text(
        f'format: 1\nid: hostile\ntitle: "{HOSTILE}"\ncards:\n- id: hostile\n  type: choice\n'
        f'  question: "Q {HOSTILE}"\n'
        f'  options: [{{wrong: "A {HOSTILE}", why: "W {HOSTILE}"}}, {{right: "B {HOSTILE}"}}]\n'
        f'  shuffle: false\n  hint: "H {HOSTILE}"\n  explanation: "E {HOSTILE}"\n  source: "S {HOSTILE}"\n',
        encoding="utf-8",
    )
    shown = HOSTILE.replace("\\\\", "\\")
    async with open_face("hostile", size=(100, 40)) as face:
        asked = await face.press("ctrl+t", "1")
        answered = await face.press("enter")
        await face.press("enter")
        home = await face.press("enter")

    assert [asked.count(f"{letter} {shown}") for letter in "QABH"] == [1, 1, 1, 1]
    assert [answered.count(f"{letter} {shown}") for letter in "WES"] == [1, 1, 1]
    assert all(f" {shown} " in frame for frame in (asked, answered, home))


async def test_a_pad_leaves_no_trace_on_the_next_question(open_face: OpenFace) -> None:
    """After a claim its options are gone, also once the language has changed."""
    async with open_face("claim", "recall") as face:
        claim = await face.frame()
        recall = await face.press("ctrl+n", "l")

    assert "Prawda" in claim
    assert "What is a 1×1 convolution for?" in recall
    assert "True" not in recall


async def test_the_language_changes_in_the_middle_of_a_question(open_face: OpenFace) -> None:
    """What was chosen stays chosen."""
    async with open_face("claim") as face:
        await face.press("f")
        frame = await face.press("l")

    assert "Max pooling has learned parameters." in frame
    assert "● False" in frame


async def test_a_long_card_is_scrolled_by_arrows_and_pages(open_face: OpenFace) -> None:
    async with open_face("choice", size=(40, 12)) as face:
        answered = await face.press("1", "enter")
        page = await face.press("pagedown", "pagedown", "pagedown")
        line = await face.press("up")

    assert "Źródło: N12" not in answered
    assert "Źródło: N12" in page
    assert line not in {answered, page}


async def test_a_click_on_an_option_a_key_and_a_rating_does_what_the_key_does(open_face: OpenFace) -> None:
    async with open_face("claim") as face:
        await click(face, "Fałsz")
        await click(face, "sprawdź")
        answered = await face.frame()
        await click(face, "Łatwe")
        done = await face.frame()

    assert "✓ Dobrze" in answered
    assert "Podsumowanie" in done


async def test_again_begins_another_session_like_the_last_one(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter", "z")
        # The first card of a quiz is any card: this passes one that is typed and one that is recalled.
        await face.press("ctrl+r", "enter", "enter", "ctrl+l")
        again = await face.press("a")

    assert "0 z 10" in again


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "    1 z 3  ━━━━━━━━──────────────────  1 karta do powtórzenia    0:00   quiz"),
        (40, "   1 z 3  ━━━━━━━──────────────  quiz"),
    ],
)
async def test_the_line_above_tells_what_comes_again_where_there_is_room(
    width: int, line: str, open_face: OpenFace
) -> None:
    async with open_face("number", "claim", "term", size=(width, 24)) as face:
        frame = await face.press("ctrl+r", "enter")

    assert frame.split("\n")[0] == line

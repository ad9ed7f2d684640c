"""What can be done with a card besides answering it, and keys that come faster than they are dealt with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import studycards.tui
from studycards.locale.catalogs.study_screen import ENTRIES
from studycards.memory import Moment
from studycards.tui.waiting import TYPED
from tests.tui.conftest import MONDAY_NOON_MS
from tests.tui.pointing import row_of

if TYPE_CHECKING:
    from tests.tui.conftest import Face, OpenFace


async def test_a_suspended_card_gives_way_to_the_next_and_undo_brings_it_back(open_face: OpenFace) -> None:
    async with open_face("claim", "recall") as face:
        first = await face.press("ctrl+r")
        next_one = await face.press("s")
        back = await face.press("ctrl+z")

    assert "s zawieś" in first
    assert "Karta zawieszona; cofnij, jeśli ma wrócić." in next_one
    assert "0 z 1" in next_one
    assert "Karta przywrócona." in back
    assert "Max pooling ma parametry uczone." in back
    assert "0 z 2" in back


@pytest.mark.parametrize("keys", [("asterisk",), ("ctrl+underscore",)])
async def test_a_flag_is_told_by_a_sign_and_a_word_in_the_title(keys: tuple[str, ...], open_face: OpenFace) -> None:
    async with open_face("recall") as face:
        flagged = await face.press(*keys)
        answered = await face.press("space")
        off = await face.press(*keys)

    assert "╭─ Sploty i rozmiary · ⚑ oznaczona ─" in flagged
    assert "⚑ oznaczona" in answered
    assert "Porównaj ze swoją odpowiedzią" in off
    assert "⚑" not in off


async def test_while_an_answer_is_typed_letters_are_text_and_other_keys_mark_the_card(open_face: OpenFace) -> None:
    async with open_face("term", "recall") as face:
        if "1×1" in await face.frame():
            await face.press("ctrl+n")
        typed = await face.type("se*gb")
        flagged = await face.press("ctrl+underscore")
        suspended = await face.press("ctrl+circumflex_accent")

    assert "›  se*gb" in typed
    assert "›  se*gb" in flagged
    assert "⚑ oznaczona" in flagged
    assert "Karta zawieszona" in suspended


async def test_the_keys_for_the_card_are_in_the_help_but_not_in_the_way_of_an_answer(open_face: OpenFace) -> None:
    async with open_face("claim", size=(100, 60)) as face:
        asked = await face.frame()
        answered = await face.press("f", "enter")
        await face.press("1")
        help_screen = await face.press("ctrl+z", "ctrl+g")

    assert "zawieś" not in asked
    assert "* oznacz" in answered
    assert "Zawiesza kartę" in help_screen
    assert "Otwiera talię w edytorze" in help_screen


async def test_the_history_of_the_open_card_tells_no_answer_before_it_is_given(open_face: OpenFace) -> None:
    async with open_face("number", "claim") as face:
        if "3·4" not in await face.frame():
            await face.press("ctrl+n")
        # A wrong answer lets the quiz ask again.
        await face.press("9", "9", "7", "enter", "enter")
        while "3·4" not in await face.frame():
            await face.press("ctrl+n")
        before = await face.press("ctrl+y")
        await face.press("q", "1", "2", "enter")
        after = await face.press("y")

    assert "Historia karty" in before
    assert "Znowu" in before
    assert "997" not in before
    assert "997" in after


async def test_the_lab_opens_with_the_numbers_of_the_question_once_it_is_answered(open_face: OpenFace) -> None:
    async with open_face("shape") as face:
        before = await face.press("ctrl+b")
        await face.press("ctrl+r")
        lab = await face.press("b")
        back = await face.press("q")

    assert "Laboratorium" not in before
    assert "3x32x32 | conv2d(16, 5)" in lab
    assert "Odpowiedź pokazana" in back


async def test_a_question_without_a_network_leads_to_no_lab(open_face: OpenFace) -> None:
    async with open_face("claim") as face:
        answered = await face.press("f", "enter", "b")

    assert "Dobrze" in answered
    assert "laboratorium" not in answered


def edit(monkeypatch: pytest.MonkeyPatch, deck: Path, old: str, new: str) -> None:
    """Let the learner's editor change a deck; no editor is started, as there is no terminal to give to one."""

    def change(_app: object, _command: object, _place: str) -> None:
        text = deck.read_text(encoding="utf-8")
        assert old in text
        deck.write_text(text.replace(old, new), encoding="utf-8")

    monkeypatch.setenv("EDITOR", "some-editor")
    monkeypatch.setattr("studycards.tui.editing._run", change)


async def test_a_card_that_was_changed_in_the_editor_is_asked_anew(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(monkeypatch, decks / "demo.yaml", "Ile to 3·4?", "Ile to 4·3?")
    async with open_face("number") as face:
        await face.type("12")
        changed = await face.press("ctrl+backslash")
        right = await face.press("1", "2", "enter")

    assert "Ile to 4·3?" in changed
    assert "Karta się zmieniła; oto nowa wersja." in changed
    assert "✓ Dobrze" in right


async def test_an_answer_that_was_given_is_graded_by_the_changed_card(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options may have come or gone, too."""
    more = "- right: {pl: max pooling, en: max pooling}\n  - wrong: {pl: dropout, en: dropout}"
    edit(monkeypatch, decks / "demo.yaml", "- wrong: {pl: max pooling, en: max pooling}", more)
    async with open_face("several") as face:
        wrong = await face.press("1", "2", "enter")
        partly = await face.press("e")

    assert "✗ 2 ■ max pooling" in wrong
    assert "✓ 2 ■ max pooling" in partly
    assert "3 □ dropout" in partly
    assert "½ Częściowo dobrze" in partly


async def test_a_card_that_is_gone_from_its_deck_gives_way_to_the_next(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(monkeypatch, decks / "demo.yaml", "- id: claim\n", "- id: other-claim\n")
    async with open_face("claim", "recall") as face:
        first = await face.frame()
        after = await face.press("e")

    assert "Max pooling ma parametry uczone." in first
    assert "Karty „claim” nie ma już w żadnej talii" in after
    assert "Po co jest splot 1×1?" in after


async def test_a_deck_that_was_not_changed_leaves_the_answer_in_the_making(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(monkeypatch, decks / "demo.yaml", "Ile", "Ile")
    async with open_face("number") as face:
        await face.type("12")
        frame = await face.press("ctrl+backslash")

    assert "›  12" in frame


def later(face: Face, seconds: int) -> None:
    """Let time pass for the open question, and for the timer of a second."""
    screen = face.app.screen
    screen._session._watch._clock = lambda: Moment(MONDAY_NOON_MS + seconds * 1000, 60)  # type: ignore[attr-defined]  # noqa: SLF001 - the test is the clock
    screen._tick()  # type: ignore[attr-defined]  # noqa: SLF001 - what the timer calls


async def test_the_time_of_a_question_runs_until_it_is_answered(open_face: OpenFace) -> None:
    async with open_face("number", "claim") as face:
        at_first = await face.frame()
        later(face, 42)
        running = await face.frame()
        await face.press("ctrl+r")
        later(face, 100)
        answered = await face.frame()

    assert "0:00   quiz" in at_first
    assert "0:42   quiz" in running
    assert "0:42   quiz" in answered


async def test_the_time_moves_nothing_and_paints_nothing_but_its_line(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        before = await face.frame()
        card = face.app.screen.query_one("#card")
        painted: list[object] = []
        card.refresh = painted.append  # type: ignore[method-assign,assignment]
        later(face, 9)
        after = await face.frame()

    assert not painted
    assert before.replace("0:00", "0:09") == after


async def test_a_narrow_terminal_has_no_room_for_the_time(open_face: OpenFace) -> None:
    async with open_face("number", size=(59, 24)) as face:
        narrow = await face.frame()
        await face.pilot.resize_terminal(60, 24)
        wide = await face.frame()

    assert "0:00" not in narrow
    assert "0:00" in wide


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("1", "2", "enter", "4"), "Podsumowanie"),
        (("1", "2", "3", "backspace", "enter"), "✓ Dobrze"),
        (("1", "2", "enter", "ctrl+l", "l"), "Enter review"),
        (("1", "3", "ctrl+r", "enter", "ctrl+z", "1", "2", "enter"), "✓ Dobrze"),
    ],
)
async def test_keys_of_one_packet_act_in_their_order(keys: tuple[str, ...], shown: str, open_face: OpenFace) -> None:
    """As a slow line delivers them: none overtakes the Enter before it."""
    async with open_face("number") as face:
        for name in keys:
            face.app.simulate_key(name)
        for _ in keys:
            frame = await face.frame()

    assert shown in frame


async def test_a_paste_and_the_enter_behind_it_act_in_their_order(open_face: OpenFace) -> None:
    from textual import events  # noqa: PLC0415 - only here

    async with open_face("number") as face:
        face.app.simulate_key("1")
        face.app.post_message(events.Paste("2"))
        face.app.simulate_key("enter")
        face.app.simulate_key("enter")
        for _ in range(4):
            frame = await face.frame()

    assert "Dobrze 1" in frame


async def test_a_key_is_held_no_longer_than_patience_lasts(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it waits for may have gone with the widget that it was on its way through."""
    monkeypatch.setattr("studycards.tui.key_order.KeysInOrder._follow", lambda _app, _rounds: None)
    async with open_face("number") as face:
        for name in ("1", "2", "enter"):
            face.app.simulate_key(name)
        held = await face.frame()
        await face.app._let_all_through()  # noqa: SLF001 - what the timer of a second calls
        through = await face.frame()

    assert "›  12" not in held
    assert "✓ Dobrze" in through


async def test_a_long_option_is_scrolled_into_sight_as_a_whole(open_face: OpenFace) -> None:
    async with open_face("choice", size=(40, 12)) as face:
        frame = await face.press("down", "down", "down")

    assert row_of(frame, "▸ 3") < row_of(frame, "odejmuje.")


async def test_a_mistyped_shape_is_explained_by_shapes(open_face: OpenFace) -> None:
    async with open_face("shape") as face:
        frame = await face.press(*"16xax8", "enter")

    assert "Nie rozumiem znaku „a”. Napisz rozmiary na przykład tak: 16x32x32." in frame


def test_no_sentence_of_the_screen_is_missing_or_left_over() -> None:
    """Those about keys are held elsewhere."""
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(studycards.tui.__file__).parent.rglob("*.py"))
    asked = set(re.findall(r"study_screen\.([a-z0-9_]+)", sources))
    kinds = {f"waiting_{kind}" for kind in (*TYPED, "other")}

    assert {name for name in ENTRIES if not name.startswith(("key_", "about_"))} == (asked | kinds) & set(ENTRIES)
    assert kinds <= set(ENTRIES)


@pytest.mark.parametrize(
    ("key", "words"), [("q", "Wszystkie talie"), ("s", "Karta zawieszona"), ("asterisk", "⚑"), ("y", "Historia")]
)
async def test_where_nothing_is_typed_letters_work_before_the_answer_as_after_it(
    key: str, words: str, open_face: OpenFace
) -> None:
    async with open_face("recall") as face:
        front = await face.frame()
        frame = await face.press(key)

    assert all(label in front for label in ("s zawieś", "* oznacz", "e edytuj", "y skąd ta karta"))
    assert words in frame


async def test_a_letter_that_could_be_meant_for_an_answer_ends_nothing(open_face: OpenFace) -> None:
    for kind in ("choice", "order", "term", "number"):
        async with open_face(kind) as face:
            frame = await face.press("q")

        assert "Enter sprawdź" in frame


@pytest.mark.parametrize("kind", ["claim", "choice", "match"])
async def test_a_complaint_goes_once_something_is_chosen(kind: str, open_face: OpenFace) -> None:
    async with open_face(kind) as face:
        before = await face.frame()
        complained = await face.press("enter")
        chosen = await face.press("down", "up", "p" if kind == "claim" else "a" if kind == "match" else "1")

    complaint = set(complained.split("\n")) - set(before.split("\n"))
    assert complaint
    assert not complaint & set(chosen.split("\n"))

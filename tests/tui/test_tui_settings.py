"""The settings screen: every change is seen and kept at once, and can be taken back."""

from __future__ import annotations

import threading
import tomllib
from asyncio import to_thread
from typing import TYPE_CHECKING

import pytest

from studycards.memory import Memory, Moment
from studycards.study.settings.preferences import Preferences
from studycards.tui.bindings import bindings_by_screen
from studycards.tui.widgets.answer_input import AnswerInput
from studycards.tui.widgets.setting_list import SettingList
from tests.tui.golden_frames import LARGE, LOW, USUAL, check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import Face, OpenFace

SECTION = "right_square_bracket"

PATIENCE_S = 60
"""A thread that has not come so far by then will not; only a failing test waits this long."""

SOME_KEYS = {
    None: {"help": ("ctrl+g", "question_mark"), "language": ("l",), "quit": ("ctrl+q",)},
    "HomeScreen": {"review": ("enter",), "review_all": ("r",), "quiz": ("z",)},
    "StudyScreen": {"recall": ("enter", "space"), "explain": ("f",), "hint": ("ctrl+t",), "skip": ("ctrl+n",)},
}


async def opened(face: Face) -> str:
    """Go to the settings and wait until the keys are listed."""
    await face.press("enter", "comma")
    await face.app.workers.wait_for_complete()
    return await face.frame()


def written(decks: Path) -> dict[str, object]:
    return tomllib.loads((decks.parent / "settings.toml").read_text(encoding="utf-8"))


def row(frame: str, name: str) -> str:
    """Return the line of a setting without frame and cursor."""
    rows = [line.split("│")[1].rstrip(" ▁▂▃▄▅▆▇█").strip() for line in frame.splitlines() if "│" in line]
    [found] = [row for row in rows if row.startswith((name, f"▸ {name}"))]
    return " ".join(found.split())


def current(frame: str) -> str:
    """Return the line with the cursor."""
    return row(frame, "▸ ")


async def test_a_theme_changes_at_once_and_is_kept(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        frame = await face.press("j", "right")

        assert face.app.theme == "studycards-light"
    assert row(frame, "motyw") == "▸ motyw ‹jasny›"
    assert written(decks)["theme"] == "light"


async def test_the_language_changes_every_word_on_the_screen(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        frame = await face.press("right", "right")

    assert row(frame, "language") == "▸ language ‹English›"
    assert "Appearance" in frame
    assert "The language of the program" in frame


async def test_the_decimal_mark_changes_the_numbers_of_the_next_question(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        await face.press(SECTION, "j", "right", "right")

        assert face.workspace.language.number(0.5) == "0.5"


async def test_the_time_of_a_question_is_hidden_and_shown_at_once(open_face: OpenFace, decks: Path) -> None:
    async with open_face("claim") as face:
        running = await face.frame()
        await face.press("comma", "j", "j", "right")
        off = row(await face.frame(), "czas pytania")
        hidden = await face.press("q")
        kept = written(decks)["timer"]
        await face.press("comma", "j", "j", "right")
        again = await face.press("q")

    assert "0:00   quiz" in running
    assert off == "▸ czas pytania ‹ukryty›"
    assert kept is False
    assert "0:00" not in hidden
    assert hidden.replace(" ", "") == running.replace("0:00", "").replace(" ", "")
    assert again == running


async def test_a_number_is_typed_and_kept_with_enter(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        typing = await face.press(SECTION, SECTION, "3", "5", "backspace", "0")
        frame = await face.press("enter")
        counts = face.workspace.total()

    assert row(typing, "nowe na dzień") == "▸ nowe na dzień 30▏"
    assert row(frame, "nowe na dzień") == "▸ nowe na dzień ‹30›"
    assert written(decks)["new_per_day"] == 30
    assert counts.new == 10


async def test_a_limit_holds_at_once(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        await face.press(SECTION, SECTION, "4", "j")
        counts = face.workspace.total()

    assert counts.new == 4


async def test_plus_and_minus_step_and_stop_at_the_ends(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        frame = await face.press(SECTION, SECTION, "minus", "minus", "minus", "minus", "j", "plus")

    assert row(frame, "nowe na dzień") == "nowe na dzień 0"
    assert row(frame, "powtórki na dzień") == "▸ powtórki na dzień ‹210›"


async def test_a_number_out_of_range_is_refused_in_one_sentence(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        frame = await face.press(SECTION, SECTION, "j", "j", "j", "2", "5", "enter")

    assert "Nie można ustawić „25”; dozwolone: liczba całkowita od 0 do 23." in frame
    assert row(frame, "koniec dnia") == "▸ koniec dnia nauki ‹4:00›"
    assert not (decks.parent / "settings.toml").exists()


async def test_a_date_is_typed_as_people_write_it(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        await face.press(SECTION, SECTION, "j", "j", "j", "j")
        await face.type("31.1.2027")
        frame = await face.press("enter")
        later = await face.press("plus")
        none = await face.press("backspace")

    assert row(frame, "dzień egzaminu") == "▸ dzień egzaminu ‹2027-01-31›"
    assert row(later, "dzień egzaminu") == "▸ dzień egzaminu ‹2027-02-01›"
    assert row(none, "dzień egzaminu") == "▸ dzień egzaminu ‹nie podano›"


async def test_escape_gives_up_what_is_typed_before_it_closes_the_screen(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        kept = await face.press(SECTION, SECTION, "9", "escape")
        home = await face.press("escape")

    assert row(kept, "nowe na dzień") == "▸ nowe na dzień ‹15›"
    assert "Ustawienia" not in home


async def test_backspace_gives_a_setting_its_default(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        frame = await face.press("j", "right", "backspace")

    assert row(frame, "motyw") == "▸ motyw ‹ciemny›"
    assert "theme" not in written(decks)


async def test_undo_takes_back_one_change_after_the_other(open_face: OpenFace) -> None:
    async with open_face() as face:
        before = await opened(face)
        changed = await face.press("j", "right", SECTION, "right")
        once = await face.press("u")
        twice = await face.press("u")

    assert "u cofnij" not in before
    assert "u cofnij" in changed
    assert (row(once, "kolejność osi"), row(once, "motyw")) == ("▸ kolejność osi ‹jak talia›", "motyw jasny")
    assert row(twice, "motyw") == "motyw ciemny"
    assert "u cofnij" not in twice


async def test_a_rule_moves_the_due_dates_in_a_thread_and_says_so(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        await face.press(SECTION, SECTION, "j", "j", "right")
        await face.app.workers.wait_for_complete()
        frame = await face.frame()
        changed = face.workspace.preferences.rules_changed

    assert "Terminy powtórek są przeliczone." in frame
    assert row(frame, "cel zapamiętania") == "▸ cel zapamiętania ‹91 %›"
    assert not changed


async def test_a_rule_that_is_taken_back_while_it_is_followed_moves_nothing(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = threading.Event(), threading.Event()
    follow = Preferences.reschedule

    def slowly(preferences: Preferences, told: Callable[[int, int], None]) -> None:
        begun.set()
        gate.wait(PATIENCE_S)
        follow(preferences, told)

    monkeypatch.setattr(Preferences, "reschedule", slowly)
    async with open_face() as face:
        await opened(face)
        during = await face.press(SECTION, SECTION, "j", "j", "right")
        await to_thread(begun.wait, PATIENCE_S)
        await face.press("u")
        gate.set()
        while any(worker.group == "rules" for worker in face.app.workers):
            await face.frame()
        frame = await face.frame()
        changed = face.workspace.preferences.rules_changed

    assert "Przeliczam terminy powtórek…" in during
    assert row(frame, "cel zapamiętania") == "▸ cel zapamiętania ‹90 %›"
    assert not changed


async def test_a_faulty_file_is_told_and_nothing_is_changed(open_face: OpenFace, decks: Path) -> None:
    (decks.parent / "settings.toml").write_text('theme = "lihgt"\nlayout = "HWC"\n', encoding="utf-8")
    async with open_face() as face:
        before = " ".join((await opened(face)).split())
        frame = " ".join((await face.press("j", "right")).split())

    assert "home/settings.toml, wiersz 1: ustawienie theme nie może mieć wartości" in before
    assert "HWC: kanały na końcu" in before
    assert "Tej zmiany nie zapisano" in frame
    assert (decks.parent / "settings.toml").read_text(encoding="utf-8") == 'theme = "lihgt"\nlayout = "HWC"\n'


async def go_to(face: Face, binding: str) -> None:
    """Put the cursor on the keys of a binding."""
    rows = face.app.screen.query_one(SettingList)
    rows.cursor = next(index for index, row in enumerate(rows.rows) if row.binding == binding)
    await face.frame()


async def test_a_key_is_caught_for_a_command_and_works_at_once(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        await go_to(face, "quiz")
        waiting = await face.press("enter")
        frame = await face.press("f8")
        home = await face.press("q")

    assert current(waiting) == "▸ quiz naciśnij klawisz…▏"
    assert current(frame) == "▸ quiz F8 •"
    assert "Identyfikator: quiz" in frame
    assert written(decks)["keys"] == {"quiz": "f8"}
    assert "F8 quiz" in home


async def test_a_key_that_is_taken_is_refused_by_name(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        await go_to(face, "hint")
        frame = await face.press("enter", "f")

    assert "f to już: pełne rozwiązanie (ekran nauki)." in frame
    assert row(frame, "podpowiedź") == "▸ podpowiedź ^T"


async def test_enter_leaves_a_key_as_it_is_and_backspace_gives_back_its_own(open_face: OpenFace) -> None:
    async with open_face(keys={"quiz": "f8"}) as face:
        await opened(face)
        await go_to(face, "quiz")
        left = await face.press("enter", "enter")
        default = await face.press("backspace")

    assert current(left) == "▸ quiz F8 •"
    assert current(default) == "▸ quiz z"


async def test_keys_that_come_at_once_are_taken_in_their_order(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        for key in (SECTION, SECTION, "7", "enter", "j", "9", "enter"):
            face.app.simulate_key(key)
        frame = await face.frame()

    assert row(frame, "nowe na dzień") == "nowe na dzień 7"
    assert row(frame, "powtórki na dzień") == "▸ powtórki na dzień ‹9›"


async def test_the_cursor_never_rests_on_a_heading(open_face: OpenFace) -> None:
    async with open_face(size=LOW) as face:
        await opened(face)
        rows = face.app.screen.query_one(SettingList)
        for key in ("g", "up", "G", "down", "k", "home", "end", "pageup", "left_square_bracket", "pagedown"):
            await face.press(key)

            assert rows.row is not None
            assert rows.row.name


async def test_every_binding_is_listed_once(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        listed = [one.binding for one in face.app.screen.query_one(SettingList).rows if one.binding]

    ids = [name for names in bindings_by_screen().values() for name in names]
    assert listed == ids
    assert len(set(ids)) == len(ids)


async def test_every_theme_can_be_worn_live(open_face: OpenFace) -> None:
    """A theme that lacks a colour of some style sheet ends the program."""
    async with open_face() as face:
        await opened(face)
        seen = set()
        await face.press("j")
        for _ in range(5):
            await face.press("right")
            seen.add(face.app.theme)

    assert len(seen) == 5


@pytest.mark.parametrize("colour", [True, False])
async def test_the_cursor_of_an_answer_is_seen_on_any_ground(colour: bool, open_face: OpenFace) -> None:  # noqa: FBT001
    """In the terminal's own colours, and without any, it is drawn in reverse."""
    async with open_face("number", theme="ansi", colour=colour) as face:
        cursor = face.app.screen.query_one(AnswerInput).get_component_rich_style("input--cursor")

    assert cursor.reverse
    assert [colour.name for colour in (cursor.color, cursor.bgcolor) if colour is not None] == ["default", "default"]


async def test_what_was_changed_in_the_file_meanwhile_is_followed(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await face.frame()
        (decks.parent / "settings.toml").write_text('language = "en"\ntheme = "light"\n', encoding="utf-8")
        frame = await opened(face)
        theme = face.app.theme

    assert row(frame, "motyw") == "motyw jasny"
    assert row(frame, "język") == "▸ język ‹angielski›", "of this run is the language of the command line"
    assert theme == "studycards-light"


async def test_what_another_program_did_to_the_rules_is_followed(open_face: OpenFace, decks: Path) -> None:
    async with open_face() as face:
        await opened(face)
        with Memory.open(decks.parent / "reviews.db", lambda: Moment(0, 0)) as memory:
            memory.set_setting("desired_retention", "0.8")
        await face.press(SECTION, SECTION, "right")
        await face.app.workers.wait_for_complete()
        changed = face.workspace.preferences.rules_changed

    assert not changed


async def test_no_size_of_the_terminal_ends_the_program(open_face: OpenFace) -> None:
    async with open_face() as face:
        await opened(face)
        for size in ((1, 1), (7, 3), (300, 100), (20, 12), (40, 2), (41, 13)):
            await face.pilot.resize_terminal(*size)
            await face.press("G", SECTION, "g")
        frame = await face.frame()

    assert "Ustawienia" in frame


@pytest.mark.parametrize(("size", "language"), [(LOW, "pl"), (LOW, "en"), (USUAL, "pl"), (USUAL, "en"), (LARGE, "pl")])
async def test_frames(
    size: tuple[int, int], language: LanguageCode, open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a few of the keys only: a new one somewhere in the program changes no frame."""
    monkeypatch.setattr("studycards.tui.bindings.bindings_by_screen", lambda: SOME_KEYS)
    async with open_face(size=size, language=language) as face:
        first = await opened(face)
        typing = await face.press(SECTION, SECTION, "3", "0")
        await go_to(face, "hint")
        keys = await face.press("enter")
        clash = await face.press("f")

    check(f"settings-{size[0]}-{language}", first, typing, keys, clash)

"""Keys of the learner's own: they work, the others stay, they are shown, and what collides is named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language
from studycards.study.settings.reading import read_choices
from studycards.tui.bindings import all_bindings, groups
from studycards.tui.keymap import read_keymap
from studycards.tui.keymap_checks import clashes, unknown_ids, unknown_keys
from studycards.tui.keys import sign_of

if TYPE_CHECKING:
    from tests.tui.conftest import Face, OpenFace

FAULTY = """\
theme = "lihgt"
rollover_hour = 24
[keys]
quiz = "r"
qiuz = "q"
exams = "ctrl+nothing"
"""

IDS = sorted({bound.id for bound in all_bindings()})

keymaps = st.dictionaries(
    st.sampled_from(IDS),
    st.lists(st.sampled_from(["enter", "u", "f", "space", "ctrl+z", "f5", "j"]), min_size=1, max_size=2).map(tuple),
    max_size=3,
)


async def test_a_new_key_works_and_the_old_one_does_not(open_face: OpenFace) -> None:
    async with open_face("shape", keys={"hint": "f2", "skip": "f3"}) as face:
        assert "pomiń" in await face.press("ctrl+n")
        summary = await face.press("f3")

    assert "Podsumowanie" in summary


async def test_bindings_that_share_a_key_with_a_moved_one_keep_it(open_face: OpenFace) -> None:
    """Enter checks, reveals, goes on and leads home: moving one of the four leaves the others alone."""
    async with open_face("recall", keys={"go_home": "f6"}) as face:
        revealed = await face.press("enter")
        done = await face.press("enter")
        still = await face.press("enter")
        home = await face.press("f6")

    assert "Tanio zmienia" in revealed
    assert "Podsumowanie" in done
    assert "Podsumowanie" in still
    assert "Wszystkie talie" in home


async def test_a_letter_moved_to_another_key_works_while_a_text_is_typed(open_face: OpenFace) -> None:
    async with open_face("term", keys={"language": "f7"}) as face:
        await face.type("l")
        frame = await face.press("f7")
        help_screen = await face.press("ctrl+g", "G")

    assert "check" in frame
    assert "F7      Change the language of the program." in help_screen


async def test_a_letter_stays_text_on_an_input_line_whatever_it_means(open_face: OpenFace) -> None:
    async with open_face("term", keys={"skip": "b"}) as face:
        frame = await face.press("b")

    assert "Co wybiera maksimum" in frame
    assert "b pomiń" not in frame


async def test_the_line_of_keys_and_the_help_show_the_new_keys(open_face: OpenFace) -> None:
    async with open_face(keys={"quiz": "ctrl+k,Z", "help": "f9"}) as face:
        home = await face.press("enter")
        help_screen = await face.press("f9")

    assert "^K quiz" in home
    assert "F9 pomoc" in home
    assert "^K" in help_screen


async def test_what_is_wrong_with_the_keys_is_told_at_the_start(open_face: OpenFace) -> None:
    """A key is told once, with all that it would do."""
    async with open_face(keys={"hint": "enter"}) as face:
        [told] = await notices(face)

    assert told == (
        "Ten sam klawisz Enter: sprawdź, pokaż odpowiedź, dalej, lista talii, następny etap, następna i podpowiedź "
        "(ekran nauki)."
    )


async def test_faults_of_values_and_keys_are_told_together(open_face: OpenFace, decks: Path) -> None:
    (decks.parent / "settings.toml").write_text(FAULTY, encoding="utf-8")
    async with open_face() as face:
        [told] = await notices(face)

    assert told == "W pliku ustawień jest 5 błędów; pokazuje je w Ustawieniach „błędy pliku”."


async def test_each_fault_of_the_settings_can_be_read_in_the_settings(open_face: OpenFace, decks: Path) -> None:
    (decks.parent / "settings.toml").write_text(FAULTY, encoding="utf-8")
    async with open_face(size=(140, 45)) as face:
        await face.press("enter", "comma")
        await face.app.workers.wait_for_complete()
        settings = await face.press("j")
        page = await face.press("f")
        back = await face.press("enter")

    assert "f błędy pliku" in settings
    words = " ".join(page.replace("│", "").split())
    assert words.count("settings.toml") == 1
    assert words.count("✗") == 5
    assert "✗ Wiersz 1: ustawienie theme nie może mieć wartości" in words
    assert "✗ Wiersz 2: ustawienie rollover_hour nie może mieć wartości 24" in words
    assert "✗ Nie ma polecenia o identyfikatorze „qiuz”. ✗ Polecenie exams: nie ma klawisza „ctrl+nothing”." in words
    assert "✗ Ten sam klawisz r: powtórz wszystko i quiz (lista talii)." in words
    assert back == settings


async def test_a_sound_file_has_no_faults_to_show(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter", "comma")
        await face.app.workers.wait_for_complete()
        settings = await face.frame()

    assert "błędy pliku" not in settings


async def notices(face: Face) -> list[str]:
    """Return what is told beside the screen at the start."""
    await face.app.workers.wait_for_complete()
    await face.frame()
    return [told.message for told in face.app._notifications]  # noqa: SLF001 - there is no public way to read them


def test_the_keys_of_the_program_do_not_clash() -> None:
    assert clashes({}, groups()) == ()


def test_a_clash_says_where() -> None:
    [clash] = clashes({"hint": ("f",)}, groups())

    assert {clash.one, clash.other} == {"hint", "explain"}
    assert (clash.key, clash.screen) == ("f", "StudyScreen")


def test_a_key_of_another_screen_is_free() -> None:
    assert clashes({"hint": ("z",)}, groups()) == ()


def test_two_bindings_that_share_a_key_from_the_start_may_share_another() -> None:
    assert clashes({"check": ("f5",), "recall": ("f5",), "accept": ("f5",)}, groups()) == ()


@given(keymaps)
def test_a_clash_is_always_two_bindings_under_one_key_of_one_screen(keymap: dict[str, tuple[str, ...]]) -> None:
    defaults = {bound.id: bound.keys for bound in all_bindings()}
    for clash in clashes(keymap, groups()):
        assert clash.one != clash.other
        assert {clash.one, clash.other} & keymap.keys()
        for name in (clash.one, clash.other):
            assert clash.key in keymap.get(name, ()) or any(
                clash.key in bound.keys for bound in all_bindings() if bound.id == name
            )
    assert clashes({name: defaults[name] for name in keymap if _is_bound_once(name)}, groups()) == ()


def _is_bound_once(name: str) -> bool:
    return len({bound.keys for bound in all_bindings() if bound.id == name}) == 1


def test_ids_and_keys_that_do_not_exist_are_found() -> None:
    assert unknown_ids({"undo": ("u",), "undoo": ("u",)}, all_bindings()) == ("undoo",)
    assert unknown_keys({"undo": ("ctrl+z", "question_mark", "ż", "f5", "shift+up")}) == ()
    assert unknown_keys({"undo": ("u", "ctrl+", "foo", "control+a")}) == (
        ("undo", "ctrl+"),
        ("undo", "foo"),
        ("undo", "control+a"),
    )


def test_the_keys_in_the_readme_are_ones_that_can_be_chosen() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    chosen = read_keymap(read_choices(readme.partition("```toml\n")[2].partition("```")[0], "README.md").keys)

    assert len(chosen) == 2
    assert (unknown_ids(chosen, all_bindings()), unknown_keys(chosen), clashes(chosen, groups())) == ((), (), ())


@pytest.mark.parametrize(
    ("key", "sign"),
    [("ctrl+z", "^Z"), ("ctrl+circumflex_accent", "^^"), ("ctrl+backslash", "^\\"), ("shift+tab", "⇧Tab"), ("f8", "F8"),
     ("question_mark", "?"), ("asterisk", "*"), ("ż", "ż"), ("ctrl+enter", "^Enter"), ("space", "Spacja")],
)  # fmt: skip
def test_a_key_is_shown_as_it_stands_on_the_keyboard(key: str, sign: str) -> None:
    assert sign_of(key, Language("pl")) == sign


@pytest.mark.parametrize("name", IDS)
def test_an_id_can_be_written_into_a_file(name: str) -> None:
    assert '"' not in name
    assert "\\" not in name

"""Every key binding of the program is pressed: it has words in both languages, is in the palette, and does something.

A key that the line at the bottom shows must do something in the first scene in which it is shown; one that only the
help names, at least somewhere.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from shutil import rmtree
from typing import TYPE_CHECKING, Any

import pytest

from studycards.locale import LANGUAGES, Language
from studycards.memory import Answer, Memory, Moment, Rating
from studycards.tui.bindings import all_bindings
from studycards.tui.keys import working_keys
from tests.tui.conftest import MONDAY_NOON_MS
from tests.tui.test_tui_exam import EXAM

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping
    from pathlib import Path

    from studycards.tui.bindings import Bound
    from studycards.tui.keys import KeyHint
    from tests.tui.conftest import Face, OpenFace

NEEDLESS = ("escape", "alt+", "f1")
"""Keys that some terminals delay or lack; they may double another key, never stand alone."""


RECALL = EXAM + "  - {topic: {pl: Po co, en: What for}, decks: demo, types: basic, count: 1, points: 2}\n"
"""An exam with a question, too, that is graded by hand."""


@dataclass(frozen=True)
class Scene:
    """A place to press keys in: a session of some cards or the list of decks, and the way from there."""

    cards: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    begin: Callable[[Face], Any] | None = None
    first_run: bool = False
    file: tuple[str, str] | None = None
    """A file of the data folder, and what it says."""

    @asynccontextmanager
    async def open(self, open_face: OpenFace, home: Path) -> AsyncIterator[Face]:
        begin_anew(home, first_run=self.first_run)
        if self.file is not None:
            (home / self.file[0]).write_text(self.file[1], encoding="utf-8")
        async with open_face(*self.cards, size=self.size) as face:
            if self.begin is not None:
                self.begin(face)
                await settle(face)
            for key in self.keys:
                await face.press(key)
                await settle(face)
            yield face


def begin_anew(home: Path, *, first_run: bool) -> None:
    """Leave of what earlier scenes did nothing but one answer of yesterday."""
    for path in (*home.glob("reviews.db*"), *home.glob("settings.toml"), *home.glob("decks/faulty.yaml")):
        path.unlink()
    rmtree(home / "exams", ignore_errors=True)
    (home / "exams").mkdir()
    for name in ("trial", "trial2"):
        (home / "exams" / f"{name}.yaml").write_text(RECALL.replace("id: trial", f"id: {name}"), encoding="utf-8")
    with Memory.open(home / "reviews.db", lambda: Moment(MONDAY_NOON_MS - 86_400_000, 60)) as memory:
        memory.record(Answer(prompt="recall", rating=Rating.GOOD))
        if not first_run:
            memory.set_setting("welcomed", "yes")


async def settle(face: Face) -> None:
    await face.pilot.pause()
    await face.app.workers.wait_for_complete()
    await face.pilot.pause()


def sit(face: Face) -> None:
    face.app.sit(lambda: face.workspace.exams.open("trial", seed=1))


def quiz(face: Face) -> None:
    face.app.study(lambda: face.workspace.quiz(seed=5, keep=lambda card: card.id == "number"))


def go(place: str) -> Callable[[Face], Any]:
    return lambda face: face.app.action_open(place)


def channels(face: Face) -> None:
    face.app.lab_network = "2x5x5 | conv1: conv2d(2, 3) | relu"
    face.app.action_open("lab")


def suspend_all(face: Face) -> None:
    prompts = [prompt for _, card in face.workspace.cards() for prompt in card.prompts]
    face.workspace._memory.suspend(prompts)  # noqa: SLF001 - as if in the list of cards
    face.app.go_home()


SCENES = {
    "welcome": Scene(first_run=True),
    "home": Scene(keys=("j",)),
    "home, a faulty deck": Scene(keys=("j",), file=("decks/faulty.yaml", "cards: 3\n")),
    "recall": Scene(("recall", "number")),
    "choice": Scene(("choice", "number"), ("down",)),
    "several": Scene(("several",), ("down",)),
    "claim": Scene(("claim", "number")),
    "order": Scene(("order", "number"), ("down",)),
    "match": Scene(("match", "number"), ("a",)),
    "match, taken back": Scene(("match", "number"), ("a", "up")),
    "cloze": Scene(("cloze", "number")),
    "number": Scene(("number", "claim"), ("1",)),
    "answered": Scene(("number",), ("1", "enter")),
    "long answer": Scene(("choice", "number"), ("1", "enter", "down"), size=(40, 12)),
    "halves": Scene(("sheet",), ("ctrl+r", "f"), size=(140, 14)),
    "second question": Scene(("recall", "number"), ("space", "3")),
    "summary": Scene(("number",), ("ctrl+r", "enter", "ctrl+l")),
    "tensor": Scene(("tensor", "number"), ("1", "down", "right")),
    "channels": Scene(("channels", "number"), ("1", "down", "right")),
    "last channel": Scene(("channels", "number"), ("1", "right_square_bracket", "down", "right")),
    "sheet": Scene(("sheet", "number")),
    "sheet, on a line": Scene(("sheet", "number"), ("ctrl+o",)),
    "sheet, a later step": Scene(("sheet", "number"), (*"3 1;-1 2", "enter", *"3 1;1 2", "enter", "ctrl+o", "1")),
    "sheet, answered": Scene(("sheet", "number"), ("ctrl+r",)),
    "summary of a quiz": Scene(keys=("ctrl+r", "enter", "ctrl+l"), begin=quiz),
    "exams": Scene(keys=("e",)),
    "exam": Scene(keys=("down",), begin=sit),
    "exam, a number": Scene(keys=("ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n", "1"), begin=sit),
    "exam, its questions": Scene(keys=("ctrl+r", "down", "down"), begin=sit),
    "exams, one begun": Scene(keys=("1", "ctrl+l", "pagedown"), size=(100, 20), begin=sit),
    "exams, the second": Scene(keys=("1", "ctrl+l", "down"), size=(100, 20), begin=sit),
    "exam, its report": Scene(keys=("ctrl+y", "ctrl+y", "down"), size=(40, 12), begin=sit),
    "exam, its review": Scene(keys=("ctrl+y", "ctrl+y", "enter", "n"), begin=sit),
    "exam, a shape in its review": Scene(keys=("ctrl+y", "ctrl+y", "enter", *"nnnn"), begin=sit),
    "exam, a recalled answer": Scene(
        keys=(*["ctrl+n"] * 7, "x", "enter", "ctrl+y", "ctrl+y", "enter", *"nnnnnnn"), begin=sit
    ),
    "help": Scene(keys=("ctrl+g", "down"), size=(40, 12)),
    "lab, the line": Scene(keys=("e",), begin=go("lab")),
    "lab, the table": Scene(keys=("down",), begin=go("lab")),
    "lab, the picture": Scene(keys=("enter", "right", "down", "n"), begin=go("lab")),
    "lab, channels": Scene(keys=("enter", "right", "down", "greater_than_sign", "r"), begin=channels),
    "home, nothing due": Scene(begin=suspend_all),
    "browse": Scene(keys=("down", "down"), begin=go("browse")),
    "browse, the search": Scene(keys=("slash", "a"), begin=go("browse")),
    "browse, found": Scene(keys=("slash", "a", "enter"), begin=go("browse")),
    "browse, done": Scene(keys=("s",), begin=go("browse")),
    "browse, a question": Scene(keys=("down", "r"), begin=go("browse")),
    "browse, a card": Scene(keys=("enter", "down"), size=(40, 12), begin=go("browse")),
    "statistics": Scene(begin=go("statistics")),
    "statistics, below": Scene(keys=("tab", "down"), size=(40, 12), begin=go("statistics")),
    "history": Scene(("recall", "number"), ("space", "y", "down"), size=(40, 12)),
    "settings": Scene(keys=("down", "down"), begin=go("settings")),
    "settings, a faulty file": Scene(begin=go("settings"), file=("settings.toml", "theme = 3\n")),
    "settings, changed": Scene(keys=("down", "right"), begin=go("settings")),
    "settings, a number": Scene(keys=("right_square_bracket", "down"), begin=go("settings")),
    "settings, the keys": Scene(keys=("right_square_bracket",) * 3 + ("down",), begin=go("settings")),
}


MEANWHILE = ["browse.stop"]
"""Keys that are there only while something goes on: the tests of the list find and press them."""


@dataclass
class Walk:
    """What was pressed so far: the ids of the keys that did something, and where one that is shown did nothing."""

    pressed: set[str] = field(default_factory=set)
    idle: list[str] = field(default_factory=list)


@pytest.fixture
def home(decks: Path, values: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with two decks; there is no editor."""
    assert values.exists()
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    return decks.parent


@pytest.mark.parametrize("bound", all_bindings(), ids=lambda bound: f"{bound.owner.__name__}-{bound.id}")
def test_every_key_has_a_label_and_help_in_both_languages(bound: Bound) -> None:
    area, _, name = bound.id.rpartition(".")
    for code in LANGUAGES:
        label, about = (Language(code).text(f"{area or 'tui'}.{kind}_{name}") for kind in ("key", "about"))
        assert len(label) <= 25
        assert about.endswith(".")


@pytest.mark.parametrize("bound", all_bindings(), ids=lambda bound: f"{bound.owner.__name__}-{bound.id}")
def test_no_action_needs_escape_alt_or_a_function_key(bound: Bound) -> None:
    assert any(not key.startswith(NEEDLESS) for key in bound.keys)


async def test_every_key_is_in_the_palette_and_does_something(open_face: OpenFace, home: Path) -> None:
    walk = Walk()
    for name, scene in SCENES.items():
        await walk_through(name, scene, open_face, home, walk)

    assert walk.idle == []
    assert sorted({bound.id for bound in all_bindings()} - walk.pressed) == MEANWHILE


async def walk_through(name: str, scene: Scene, open_face: OpenFace, home: Path, walk: Walk) -> None:
    """Press the keys of a scene that were not pressed before; those that led away or to nothing get a fresh one."""
    left: list[str] | None = None
    while left is None or left:
        async with scene.open(open_face, home) as face:
            hints = {binding_id(face, hint): hint for hint in working_keys(face.app.screen, hidden=True)}
            shown = {binding_id(face, hint) for hint in working_keys(face.app.screen)}
            offered = {command.title for command in face.app.get_system_commands(face.app.screen)}
            assert {face.app.say(hint.label) for hint in hints.values()} <= offered, name
            waiting = [key_id for key_id in hints if key_id not in walk.pressed] if left is None else left
            left = []
            for place, key_id in enumerate(waiting):
                if await press(face, hints[key_id].key):
                    walk.pressed.add(key_id)
                elif place:
                    left.append(key_id)
                elif key_id in shown:
                    walk.idle.append(f"{name}: {key_id} ({hints[key_id].key})")
                if not await still_there(face, hints):
                    left += waiting[place + 1 :]
                    break


async def press(face: Face, key: str) -> bool:
    """Press a key and tell whether it changed anything."""
    before = await looks(face)
    await face.press(key)
    await settle(face)
    return await looks(face) != before


async def still_there(face: Face, hints: Mapping[str, KeyHint]) -> bool:
    """Tell whether the scene is still one in which the same keys work."""
    now = {binding_id(face, hint) for hint in working_keys(face.app.screen, hidden=True)}
    return not face.app._exit and set(hints) <= now  # noqa: SLF001 - as in `looks`


def binding_id(face: Face, hint: KeyHint) -> str:
    """Return the id of the binding behind a key."""
    binding = face.app.screen.active_bindings[hint.key].binding
    assert binding.id is not None
    return binding.id


async def looks(face: Face) -> tuple[object, ...]:
    """Return all that a key may change: what is seen, with its colours, and what is to happen next."""
    await face.frame()
    app = face.app
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - no public way to read the screen
    return (
        [[(segment.text, segment.style) for segment in strip] for strip in strips],
        [type(screen).__name__ for screen in app.screen_stack],
        app.focused and (type(app.focused).__name__, app.focused.id),
        app.theme,
        [notice.message for notice in app._notifications],  # noqa: SLF001 - no public way to read them
        app._exit,  # noqa: SLF001 - nor whether the app is about to end
        app.return_code,
    )

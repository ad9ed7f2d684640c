"""Every key binding of the program is pressed: it has words in both languages, is in the palette, and does something.

A key that the line at the bottom shows must do something in the first scene in which it is shown; one that only the
help names, at least somewhere.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Scene:
    """A place to press keys in: a session of some cards or the list of decks, and the way from there."""

    cards: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    begin: Callable[[Face], Any] | None = None

    @asynccontextmanager
    async def open(self, open_face: OpenFace) -> AsyncIterator[Face]:
        async with open_face(*self.cards, size=self.size) as face:
            if self.begin is not None:
                self.begin(face)
                await settle(face)
            for key in self.keys:
                await face.press(key)
                await settle(face)
            yield face


async def settle(face: Face) -> None:
    await face.pilot.pause()
    await face.app.workers.wait_for_complete()
    await face.pilot.pause()


def sit(face: Face) -> None:
    face.app.sit(lambda: face.workspace.exams.open("trial", seed=1))


def go(place: str) -> Callable[[Face], Any]:
    return lambda face: face.app.action_open(place)


SCENES = {
    "welcome": Scene(),
    "home": Scene(keys=("enter", "j")),
    "recall": Scene(("recall", "number")),
    "choice": Scene(("choice", "number"), ("down",)),
    "several": Scene(("several", "number"), ("down",)),
    "claim": Scene(("claim", "number")),
    "order": Scene(("order", "number"), ("down",)),
    "match": Scene(("match", "number"), ("a",)),
    "match, taken back": Scene(("match", "number"), ("a", "up")),
    "cloze": Scene(("cloze", "number")),
    "number": Scene(("number", "claim"), ("1",)),
    "answered": Scene(("number", "claim"), ("1", "enter")),
    "long answer": Scene(("choice", "number"), ("1", "enter", "down"), size=(40, 12)),
    "second question": Scene(("recall", "number"), ("space", "3")),
    "summary": Scene(("number",), ("ctrl+r", "enter", "ctrl+l")),
    "tensor": Scene(("tensor", "number"), ("1", "down", "right")),
    "channels": Scene(("channels", "number"), ("1", "down", "right")),
    "last channel": Scene(("channels", "number"), ("1", "right_square_bracket", "down", "right")),
    "sheet": Scene(("sheet", "number"), ("ctrl+down",)),
    "exams": Scene(keys=("enter", "e")),
    "exam": Scene(keys=("down",), begin=sit),
    "exam, a number": Scene(keys=("ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n", "1"), begin=sit),
    "exam, its questions": Scene(keys=("escape", "down", "down"), begin=sit),
    "exam, its report": Scene(keys=("escape", "ctrl+y", "ctrl+y"), begin=sit),
    "exam, its review": Scene(keys=("escape", "ctrl+y", "ctrl+y", "enter", "n"), begin=sit),
    "help": Scene(keys=("enter", "ctrl+g", "down"), size=(40, 12)),
    "lab, the line": Scene(keys=("e",), begin=go("lab")),
    "lab, the table": Scene(keys=("down",), begin=go("lab")),
    "lab, the picture": Scene(keys=("n", "p", "enter", "right", "down"), begin=go("lab")),
    "browse": Scene(keys=("down", "down"), begin=go("browse")),
    "settings": Scene(keys=("down", "down"), begin=go("settings")),
}


@dataclass
class Walk:
    """What was pressed so far: the ids of the keys that did something, and where one that is shown did nothing."""

    pressed: set[str] = field(default_factory=set)
    idle: list[str] = field(default_factory=list)


@pytest.fixture(autouse=True)
def library(decks: Path, values: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have an exam, decks, one answer in the log, and no editor."""
    assert values.exists()
    (decks.parent / "exams").mkdir()
    (decks.parent / "exams" / "trial.yaml").write_text(EXAM, encoding="utf-8")
    with Memory.open(decks.parent / "reviews.db", lambda: Moment(MONDAY_NOON_MS - 86_400_000, 60)) as memory:
        memory.record(Answer(prompt="recall", rating=Rating.GOOD))
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)


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


async def test_every_key_is_in_the_palette_and_does_something(open_face: OpenFace) -> None:
    walk = Walk()
    for name, scene in SCENES.items():
        await walk_through(name, scene, open_face, walk)

    assert walk.idle == []
    assert sorted({bound.id for bound in all_bindings()} - walk.pressed) == []


async def walk_through(name: str, scene: Scene, open_face: OpenFace, walk: Walk) -> None:
    """Press the keys of a scene that were not pressed before; those that led away or to nothing get a fresh one."""
    left: list[str] | None = None
    while left is None or left:
        async with scene.open(open_face) as face:
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
    """Return all that a key may change."""
    app = face.app
    return (
        await face.frame(),
        [type(screen).__name__ for screen in app.screen_stack],
        app.focused and (type(app.focused).__name__, app.focused.id),
        app.theme,
        [notice.message for notice in app._notifications],  # noqa: SLF001 - no public way to read them
        app._exit,  # noqa: SLF001 - nor whether the app is about to end
        app.return_code,
    )

"""What the tests of the Textual face share: a real workspace in a temporary folder, and the app under Pilot."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from textual import events
from textual.worker import WorkerCancelled

from studycards.memory import Moment
from studycards.study import Workspace
from studycards.tui.app import StudyApp
from studycards.tui.reading import FIGURES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping
    from contextlib import AbstractAsyncContextManager

    from textual.pilot import Pilot

    from studycards.decks.model import Card
    from studycards.locale.language import LanguageCode
    from studycards.study.session import Session

MONDAY_NOON_MS = 1_767_000_000_000
"""2025-12-29 09:20 UTC; only that it is a fixed moment matters."""

DECK = """\
format: 1
id: demo
title: {pl: Sploty i rozmiary, en: Convolutions and sizes}
cards:
- id: choice
  type: choice
  level: 2
  question:
    pl: "Co się dzieje z wymiarami mapy po splocie `3×3` z wypełnieniem **1** i krokiem **1**?"
    en: "What happens to the size of a map after a `3×3` convolution with padding **1** and stride **1**?"
  options:
  - wrong: {pl: Maleją o 2., en: It shrinks by 2.}
    why: {pl: "Tak jest bez wypełnienia: `32 − 3 + 1 = 30`.", en: "So it is without padding: `32 − 3 + 1 = 30`."}
  - right: {pl: Pozostają bez zmian., en: It stays the same.}
  - wrong:
      pl: Rosną o 1, ponieważ wypełnienie dodaje po wierszu i kolumnie, a filtr ich nie odejmuje.
      en: It grows by 1, as padding adds a row and a column, and the filter does not take them away.
  shuffle: false
  hint: {pl: "Podstaw do wzoru `(H + 2p − k)/s + 1`.", en: "Put the numbers into `(H + 2p − k)/s + 1`."}
  explanation: {pl: "Wypełnienie `(k − 1)/2` zachowuje wymiary.", en: "A padding of `(k − 1)/2` keeps the size."}
  source: N12
- id: several
  type: choice
  question: {pl: Które warstwy mają parametry uczone?, en: Which layers have learned parameters?}
  options:
  - right: {pl: splot, en: convolution}
  - wrong: {pl: max pooling, en: max pooling}
  - right: {pl: batch norm, en: batch norm}
  shuffle: false
- id: claim
  type: true_false
  question: {pl: Max pooling ma parametry uczone., en: Max pooling has learned parameters.}
  answer: false
  explanation: {pl: Bierze tylko największą wartość z okna., en: It only takes the largest value of a window.}
- id: order
  type: order
  question: {pl: Ułóż kroki treningu., en: Put the training steps in order.}
  items:
  - {pl: przejście w przód, en: forward pass}
  - {pl: funkcja straty, en: loss}
  - {pl: propagacja wsteczna, en: backward pass}
- id: match
  type: match
  question: {pl: Dopasuj pomysł do sieci., en: Match network and idea.}
  pairs:
  - [ResNet, {pl: dodawanie skrótów, en: added skips}]
  - [DenseNet, {pl: konkatenacja map, en: concatenated maps}]
- id: recall
  question: {pl: Po co jest splot `1×1`?, en: What is a `1×1` convolution for?}
  answer:
    pl: |
      Tanio zmienia **liczbę kanałów**:
      - przed kosztownym splotem
      - miesza kanały
    en: |
      It changes the **number of channels** cheaply:
      - before a costly convolution
      - mixing channels
- id: cloze
  type: cloze
  question:
    pl: "Sieć {{c1::U-Net}} łączy koder z dekoderem."
    en: "The network {{c1::U-Net}} joins encoder and decoder."
- id: term
  type: text
  question: {pl: "Co wybiera maksimum z `x[i:i+2]`, [/b] [x]?", en: "What takes the maximum of `x[i:i+2]`, [/b] [x]?"}
  answer: max pooling
- id: shape
  type: computed
  question: {pl: "Wejście 3×32×32, 16 filtrów 5×5. Kształt?", en: "Input 3×32×32, 16 filters 5×5. The shape?"}
  network: "3x32x32 | conv1: conv2d(16, 5)"
  ask: output_shape of conv1
- id: number
  type: number
  question: {pl: Ile to 3·4?, en: What is 3·4?}
  answer: 12
"""


class Face:
    """The running app as a learner has it: keys go in, a screen of text comes out."""

    def __init__(self, app: StudyApp, pilot: Pilot[None], workspace: Workspace) -> None:
        self.app = app
        self.pilot = pilot
        self.workspace = workspace

    async def press(self, *keys: str) -> str:
        """Press keys one after another and return the screen."""
        for key in keys:
            self.app.simulate_key(key)
            # A key may open a screen, which the next key is for.
            await self.pilot.pause()
        return await self.frame()

    async def type(self, text: str) -> str:
        """Type a text into the line that has the focus."""
        for character in text:
            self.app.simulate_key(character)
        return await self.frame()

    async def paste(self, text: str) -> str:
        """Paste a text where the focus is and return the screen."""
        assert self.app.screen.focused is not None
        self.app.screen.focused.post_message(events.Paste(text))
        return await self.frame()

    async def frame(self) -> str:
        """Return the text on the screen, without trailing spaces, once the figures that a thread reads are there."""
        await self.pilot.pause()
        await self._figures_read()
        await self.pilot.pause()
        strips = self.app.screen._compositor.render_strips()  # noqa: SLF001 - no public way to read the screen
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def _figures_read(self) -> None:
        """Wait for the threads that read figures; one whose screen has gone reads for nobody."""
        reading = [worker for worker in self.app.workers if worker.group == FIGURES]
        if reading:
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete(reading)
            await self.pilot.pause()


class OpenFace(Protocol):
    """Open the app on the list of decks, or on a quiz of some cards where their ids are given."""

    def __call__(
        self,
        *cards: str,
        size: tuple[int, int] = (80, 24),
        language: LanguageCode = "pl",
        colour: bool = True,
        theme: str | None = None,
        keys: Mapping[str, str] | None = None,
        schedule: bool = True,
    ) -> AbstractAsyncContextManager[Face]: ...


@pytest.fixture
def decks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the learner's decks with one deck in it; there are no built-in ones."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr("studycards.study.workspace.builtin_folder", lambda: empty)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "home" / "decks"
    folder.mkdir(parents=True)
    (folder / "demo.yaml").write_text(DECK, encoding="utf-8")
    return folder


@pytest.fixture
def values(decks: Path) -> Path:
    """Return the path of a second deck, about arrays of numbers."""
    path = decks / "values.yaml"
    path.write_text((Path(__file__).parent / "decks" / "values.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def open_workspace(decks: Path) -> Iterator[Callable[[LanguageCode], Workspace]]:
    """Open the workspace; its path is relative, so that screens look the same on every machine."""
    opened: list[Workspace] = []

    def open_one(language: LanguageCode) -> Workspace:
        opened.append(
            Workspace.open(decks.parent.relative_to(Path.cwd()), lambda: Moment(MONDAY_NOON_MS, 60), language=language)
        )
        return opened[-1]

    yield open_one
    for workspace in opened:
        workspace.close()


@pytest.fixture
def open_face(open_workspace: Callable[[LanguageCode], Workspace], monkeypatch: pytest.MonkeyPatch) -> OpenFace:
    """Open the app the way `run` does, without a terminal."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    @asynccontextmanager
    async def opened(
        *cards: str,
        size: tuple[int, int] = (80, 24),
        language: LanguageCode = "pl",
        colour: bool = True,
        theme: str | None = None,
        keys: Mapping[str, str] | None = None,
        schedule: bool = True,
    ) -> AsyncIterator[Face]:
        workspace = open_workspace(language)
        if theme is not None:
            workspace.preferences.change("theme", theme.removeprefix("studycards-"))
        for binding, chosen in (keys or {}).items():
            workspace.preferences.bind(binding, chosen)
        app = StudyApp(workspace, start=quiz(workspace, *cards, schedule=schedule) if cards else None, colour=colour)
        async with app.run_test(size=size) as pilot:
            yield Face(app, pilot, workspace)

    return opened


def quiz(workspace: Workspace, *cards: str, schedule: bool = True) -> Session:
    """Begin a quiz of these cards, the same each time."""

    def wanted(card: Card) -> bool:
        return card.id in cards

    return workspace.quiz(seed=5, keep=wanted, schedule=schedule)

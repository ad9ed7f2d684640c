"""Make `screens/tour.svg`, the moving picture of the README: the real program, a fixed clock, a learner of chance.

Run it from the root of the project: `python -m tests.golden.make_tour`. A scene is one line in `tour`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections import Counter
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from studycards.memory import Moment
from studycards.study import Workspace
from studycards.study.view import Phase
from studycards.tui.app import StudyApp
from tests.end_to_end.test_exam_learners import known, mistaken

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from studycards.study.session import Session

TOUR = Path(__file__).parent / "screens" / "tour.svg"

SIZE = (100, 30)

FIRST_MS, DAY_MS = 1_764_000_000_000, 24 * 60 * 60_000

FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

Scene = tuple[str, float]
"""A picture, and the seconds for which it is seen."""


class Clock:
    """A clock that stands still until it is moved."""

    at_ms = FIRST_MS

    def __call__(self) -> Moment:
        """Return the moment."""
        return Moment(self.at_ms, 60)


class Guide:
    """Leads through the program and takes pictures."""

    def __init__(self, app: StudyApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.app.simulate_key(key)
            await self.pilot.pause()

    async def scene(self, seconds: float, *keys: str) -> Scene:
        """Press keys and take a picture."""
        await self.press(*keys)
        await self.pilot.pause()
        await self.pilot.pause()
        return self.app.export_screenshot(title="studycards"), seconds

    async def ask(self, card: str, seed: int) -> None:
        """Begin a quiz of one card."""
        workspace = self.app.workspace
        self.app.study(lambda: workspace.quiz(seed=seed, keep=lambda one: one.id == card))
        await self.pilot.pause()

    @property
    def right(self) -> str:
        """The answer of the question on the screen."""
        return known(self.app.screen.card_view.question)  # type: ignore[attr-defined]

    @property
    def wrong(self) -> str:
        """An answer that comes of a typical mistake."""
        return mistaken(self.app.screen.card_view.question)  # type: ignore[attr-defined]


async def tour(guide: Guide) -> AsyncIterator[Scene]:
    """Yield the scenes in their order."""
    yield await guide.scene(3)
    await guide.ask("a02-conv-stride", seed=3)
    yield await guide.scene(3)
    yield await guide.scene(5, *guide.wrong, "enter")
    await guide.ask("e02-conv-one-channel", seed=5)
    answer = guide.right
    half = len(answer) // 2
    yield await guide.scene(2)
    yield await guide.scene(2, *answer[:half])
    yield await guide.scene(2, *answer[half:])
    yield await guide.scene(3, "enter")
    yield await guide.scene(5, "f")
    guide.app.action_open("lab")
    yield await guide.scene(3)
    yield await guide.scene(2, "enter")
    for _ in range(4):
        yield await guide.scene(1.2, "space")
    await guide.press("q")
    guide.app.go_home()
    await guide.pilot.pause()
    guide.app.action_open("statistics")
    yield await guide.scene(5)


def study(session: Session, clock: Clock, chance: Random) -> None:
    """Answer some questions, four of five rightly, each in its time."""
    for _ in range(chance.randint(3, 16)):
        view = session.view
        if view.phase is Phase.DONE or view.question is None:
            return
        clock.at_ms += chance.randint(8_000, 70_000)
        if view.question.self_graded or chance.random() < 0.2:
            session.reveal()
        else:
            session.submit(known(view.question))
        ratings = session.view.ratings
        session.rate(ratings[-2] if view.question.self_graded and len(ratings) > 2 else None)


async def scenes(home: Path) -> list[Scene]:
    """Return the scenes of a learner who has studied for six weeks."""
    clock, chance = Clock(), Random(7)
    with Workspace.open(home, clock, language="en") as workspace:
        workspace.mark_welcomed()
        for _ in range(42):
            clock.at_ms += DAY_MS
            if chance.random() < 0.85:
                study(workspace.review(), clock, chance)
        app = StudyApp(workspace)
        async with app.run_test(size=SIZE) as pilot:
            return [scene async for scene in tour(Guide(app, pilot))]


def film(taken: list[Scene]) -> str:
    """Put pictures one after the other, without end; what is not animated shows the first."""
    total = sum(seconds for _, seconds in taken)
    starts = [0.0, *accumulate(seconds for _, seconds in taken)]
    shared: dict[str, str] = {}
    frames, steps = [], []
    for number, (picture, _) in enumerate(taken):
        frames.append(f'<g class="frame" id="frame-{number}">{_inside(picture, shared)}</g>')
        steps.append(_steps(number, starts[number] / total, starts[number + 1] / total, total))
    box = re.search(r'viewBox="([^"]+)"', taken[0][0])
    assert box is not None
    classes = "".join(f".{name} {{{style}}}\n" for style, name in shared.items())
    style = (
        f"text {{font: 20px {FONTS}; white-space: pre}}\nrect {{shape-rendering: crispEdges}}\n"
        f".frame {{visibility: hidden}}\n#frame-0 {{visibility: visible}}\n{classes}{''.join(steps)}"
    )
    return (
        f'<svg viewBox="{box[1]}" xmlns="http://www.w3.org/2000/svg">\n<style>\n{style}</style>\n'
        + "\n".join(frames)
        + "\n</svg>\n"
    )


def _steps(number: int, start: float, end: float, total: float) -> str:
    """Return the animation of one frame: seen from `start` to `end`, shares of the whole."""
    before = "0% {visibility: hidden} " if start else ""
    seen = f"{start:.3%} {{visibility: visible}} "
    after = f"{end:.3%}, 100% {{visibility: hidden}}" if end < 1 else "100% {visibility: visible}"
    return (
        f"@keyframes f{number} {{{before}{seen}{after}}}\n"
        f"#frame-{number} {{animation: f{number} {total:.1f}s step-end infinite}}\n"
    )


def _inside(picture: str, shared: dict[str, str]) -> str:
    """Return what is drawn in a picture, its styles under names that all frames share."""
    prefix = re.search(r"(terminal-\d+)-matrix", picture)
    assert prefix is not None
    body = picture[picture.index("</defs>") + len("</defs>") :].removesuffix("</svg>\n").rsplit("</svg>", 1)[0]
    body = re.sub(r' clip-path="[^"]*"', "", body)
    for name, style in re.findall(rf"\.{prefix[1]}-(r\d+) {{([^}}]*)}}", picture):
        common = shared.setdefault(style.strip(), f"s{len(shared)}")
        body = body.replace(f'"{prefix[1]}-{name}"', f'"{common}"')
    body = re.sub(rf' class="{prefix[1]}-[a-z]+"', "", body.replace(' shape-rendering="crispEdges"', ""))
    return _on_one_ground(re.sub(r">\s+<", "><", body))


def _on_one_ground(body: str) -> str:
    """Draw the commonest ground of the cells once, instead of under each of them."""
    cell = r'<rect fill="(#\w+)" x="[\d.]+" y="[\d.]+" width="[\d.]+" height="24.65"/>'
    ((ground, _),) = Counter(re.findall(cell, body)).most_common(1)
    body = re.sub(cell, lambda rect: "" if rect[1] == ground else rect[0], body)
    inside = '<g transform="translate(9, 41)">'
    return body.replace(inside, f'{inside}<rect fill="{ground}" y="1.5" width="1220" height="732.25"/>', 1)


def main() -> None:
    """Write the film."""
    with tempfile.TemporaryDirectory() as folder:
        taken = asyncio.run(scenes(Path(folder)))
    TOUR.write_text(film(taken), encoding="utf-8")
    print(f"{len(taken)} scenes, {TOUR.stat().st_size / 1000:.0f} kB")  # noqa: T201 - a script


if __name__ == "__main__":
    main()

"""The statistics and the history of a card on the screen: what they say, their keys, every size, both languages."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, Language
from studycards.locale.catalogs.statistics import ENTRIES
from studycards.memory import Answer, Memory, Moment, Rating
from studycards.study.statistics import Statistics
from studycards.tui.screens.history import HistoryScreen
from studycards.tui.screens.home import HomeScreen
from studycards.tui.screens.scroll_page import ScrollPage
from studycards.tui.screens.statistics import StatisticsScreen
from studycards.tui.text import lay_out
from studycards.tui.widgets.sheet import Sheet
from tests.tui.conftest import MONDAY_NOON_MS
from tests.tui.golden_frames import check

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import Binding

    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import OpenFace

DAY_MS = 86_400_000

LOW, USUAL, LARGE = (40, 12), (80, 24), (140, 45)

DECK = """\
format: 1
id: second
title: {pl: Druga talia, en: A second deck}
cards:
- {id: s1, question: {pl: "Co robi [x]?", en: "What does [x] do?"}, answer: {pl: Nic., en: Nothing.}}
- {id: s2, question: {pl: Pytanie 2, en: Question 2}, answer: {pl: Tak., en: Yes.}}
"""

PROMPTS = ("choice", "several", "claim", "order", "match", "s1")

SCRIPT = """
0 choice 3 10 | 0 several 1 20 | 0 several 3 5 | 0 s1 3 4
1 claim 3 12 | 1 order 3 30
2 choice 3 8 | 2 several 2 9 | 2 s1 4 3 | 2 match 1 45 | 2 match 3 8
4 claim 1 11 | 4 claim 3 9 | 4 several 3 12 | 4 order 3 22
9 choice 3 7 | 9 match 3 10 | 9 claim 3 6
10 s1 3 3 | 10 order 1 33 | 10 order 3 14
40 choice 1 12 | 40 choice 3 6 | 40 s1 3 5 | 40 match 3 9 | 40 several 3 9
41 claim 3 8
"""
"""Day, prompt, rating and seconds of each answer of a learner who began 41 days before the fixed day of the tests."""


@pytest.fixture
def learner(decks: Path) -> None:
    """Write a second deck and the log of a learner."""
    (decks / "second.yaml").write_text(DECK, encoding="utf-8")
    moments = [MONDAY_NOON_MS]
    with Memory.open(decks.parent / "reviews.db", lambda: Moment(moments[-1], 60), "laptop") as memory:
        for entry in SCRIPT.replace("\n", "|").split("|"):
            if entry.strip():
                day, prompt, rating, seconds = entry.split()
                moments.append(max(MONDAY_NOON_MS + (int(day) - 41) * DAY_MS, moments[-1] if day == "41" else 0))
                memory.record(answer(prompt, Rating(int(rating)), int(seconds)))


def answer(prompt: str, rating: Rating, seconds: int) -> Answer:
    wrong = rating is Rating.AGAIN
    return Answer(
        prompt=prompt,
        rating=rating,
        typed="[x] 3" if prompt != "s1" else "",
        verdict="" if prompt == "s1" else "wrong" if wrong else "right",
        mistakes=("size.no_pad",) if wrong else (),
        duration_ms=seconds * 1000,
    )


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize("size", [LOW, USUAL, LARGE])
async def test_the_statistics_in_both_languages(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        await face.press("enter")
        polish = await face.press("t")
        english = await face.press("l")
        bottom = await face.press("G")

    check(f"statistics-{size[0]}", polish, english, bottom)


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize(("size", "language"), [((40, 86), "pl"), ((80, 74), "pl"), ((80, 74), "en")])
async def test_the_whole_sheet(size: tuple[int, int], language: LanguageCode, open_face: OpenFace) -> None:
    async with open_face(size=size, language=language) as face:
        await face.press("enter")
        whole = await face.press("t")

    check(f"statistics-whole-{size[0]}-{language}", whole)


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize("size", [LOW, USUAL, LARGE])
async def test_the_history_of_a_card(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        await face.press("enter")
        face.app.open_page(HistoryScreen("choice"))
        polish = await face.frame()
        english = await face.press("l")
        bottom = await face.press("G")

    check(f"history-{size[0]}", polish, english, bottom)


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize("size", [LOW, USUAL, LARGE])
async def test_the_first_screen_of_a_learner(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        polish = await face.press("enter")
        english = await face.press("l")

    check(f"home-learner-{size[0]}", polish, english)


@pytest.mark.usefixtures("learner")
async def test_one_deck_after_the_other(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        every = await face.press("t")
        demo = await face.press("d")
        second = await face.press("d")
        again = await face.press("d")
        back = await face.press("D")

    assert "Razem: 27 odpowiedzi" in every
    assert "Statystyki: Sploty i rozmiary" in demo
    assert "Razem: 23 odpowiedzi" in demo
    assert "Statystyki: Druga talia" in second
    assert "Razem: 4 odpowiedzi" in second
    assert (again, back) == (every, second)


@pytest.mark.usefixtures("learner")
async def test_the_calendar_counts_minutes_instead(open_face: OpenFace) -> None:
    """No day took as long as 90 seconds, and one that was begun counts as a minute."""
    async with open_face() as face:
        await face.press("enter")
        answers = await face.press("t")
        minutes = await face.press("v")
        again = await face.press("v")

    assert "Minuty dzień po dniu" in minutes
    assert "██" not in minutes.partition("· brak")[0]
    assert again == answers


async def test_a_fault_of_the_history_is_told(open_face: OpenFace, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_: Statistics, prompt: str) -> None:
        raise StudycardsError("memory.busy", path=prompt)

    told: list[str] = []
    monkeypatch.setattr(Statistics, "history", busy)
    async with open_face() as face:
        monkeypatch.setattr(face.app, "complain", lambda error: told.append(error.key))
        await face.press("enter")
        face.app.open_page(HistoryScreen("choice"))
        frame = await face.frame()

    assert told == ["memory.busy"]
    assert "─ Historia karty ─" in frame


@pytest.mark.usefixtures("learner")
async def test_tab_goes_from_section_to_section(open_face: OpenFace) -> None:
    """Each press puts the next heading on top, as far as there is something below; the other key goes back."""
    async with open_face() as face:
        await face.press("enter")
        top = await face.press("t")
        headings = [(await face.press("tab")).split("\n")[2].strip(" │▁▂▃▄▅▆▇█") for _ in range(3)]
        await face.press("G")
        back = await face.press(*["shift+tab"] * 12)

    assert headings == ["Odpowiedzi dzień po dniu", "Ostatnie 30 dni", "Najbliższe 30 dni"]
    assert back == top


@pytest.mark.usefixtures("learner")
async def test_the_keys_of_every_sheet_scroll_it(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        top = await face.press("t")
        lines = [await face.press("j", "j", "down"), await face.press("k", "k", "up")]
        bottom = await face.press("G")
        home = await face.press("g")
        pages = [await face.press("space"), await face.press("pageup")]

    assert lines[0] != top
    assert bottom not in {top, lines[0]}
    assert lines[1] == home == pages[1] == top
    assert pages[0] != top


@pytest.mark.usefixtures("learner")
async def test_the_language_changes_live_on_both_screens(open_face: OpenFace) -> None:
    async with open_face(size=(80, 60)) as face:
        await face.press("enter")
        await face.press("t")
        english = await face.press("l")
        closed = await face.press("q")

    assert "Answers day by day" in english
    assert "Maturity of the cards" in english
    assert "Streak:" in closed


async def test_before_the_first_answer_it_says_how_to_begin(open_face: OpenFace) -> None:
    async with open_face() as face:
        await face.press("enter")
        frame = await face.press("t")

    assert "Statystyki zaczną się od pierwszej powtórki" in " ".join(frame.replace("│", " ").split())
    assert "nowe 10" in frame
    assert "Ile zostaje w pamięci" not in frame


class Held:
    """Reads like the real thing, but tells half-way how far it has come and then waits until it may go on."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.has_told = threading.Event()
        self.ended = threading.Event()
        self._read = Statistics.read

    def read(self, statistics: Statistics, tell: Callable[[float], None]) -> object:
        try:
            tell(0.5)
            self.has_told.set()
            assert self.may_go_on.wait(30)
            tell(0.6)
            return self._read(statistics)
        finally:
            self.ended.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()

    def read(statistics: Statistics, tell: Callable[[float], None]) -> object:
        return held.read(statistics, tell)

    monkeypatch.setattr(Statistics, "read", read)
    return held


@pytest.mark.usefixtures("learner")
async def test_a_long_log_shows_how_far_it_has_come(open_face: OpenFace, held: Held) -> None:
    async with open_face() as face:
        await face.press("enter")
        face.app.action_open("statistics")
        await face.pilot.pause()
        assert held.has_told.wait(30)
        await face.pilot.pause()
        lines = face.app.screen.query_one("#counting", Sheet).lines
        halfway = lay_out(lines, 72).plain
        held.may_go_on.set()
        done = await face.frame()

    assert halfway == "Liczę…  50 %  ━━━━━━━━━━━━━━━───────────────"
    assert "Liczę" not in done
    assert "Odpowiedzi dzień po dniu" in done


@pytest.mark.usefixtures("learner")
async def test_leaving_ends_the_reading(open_face: OpenFace, held: Held) -> None:
    """The screen gives way at once; the thread stops at its next report and nothing else is told."""
    async with open_face() as face:
        await face.press("enter")
        face.app.action_open("statistics")
        await face.pilot.pause()
        assert held.has_told.wait(30)
        face.app.simulate_key("q")
        await face.pilot.pause()
        left = isinstance(face.app.screen, HomeScreen)
        held.may_go_on.set()
        assert held.ended.wait(30)
        frame = await face.frame()

    assert left
    assert "Wszystkie talie" in frame


async def test_a_fault_is_told_in_a_sentence(open_face: OpenFace, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_: Statistics, **__: object) -> None:
        raise StudycardsError("memory.busy", path="reviews.db")

    monkeypatch.setattr(Statistics, "read", busy)
    async with open_face() as face:
        await face.press("enter")
        frame = await face.press("t")

    assert "jest zajęty przez inny program" in frame


async def test_no_size_breaks_the_statistics(learner: None, open_face: OpenFace) -> None:
    del learner
    sizes = [(39, 12), (6, 3), (1, 1), (300, 100), (12, 60), (119, 30), (120, 30), (80, 24)]
    async with open_face() as face:
        await face.press("enter")
        first = await face.press("t")
        for width, height in sizes:
            await face.pilot.resize_terminal(width, height)
            last = await face.frame()

    assert last == first


BINDINGS: list[Binding] = [*StatisticsScreen.BINDINGS, *ScrollPage.BINDINGS]  # type: ignore[list-item]


@pytest.mark.parametrize("binding", BINDINGS, ids=lambda binding: binding.id)
def test_every_key_has_an_id_a_label_and_help_in_both_languages(binding: Binding) -> None:
    for code in LANGUAGES:
        label, about = (Language(code).text(key) for key in (binding.description, binding.tooltip))
        assert len(label) <= 25
        assert about.endswith(".")


def test_every_sentence_is_used() -> None:
    package = Path(os.path.realpath(__file__)).parents[2] / "studycards"
    sources = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    composed = ("key_", "calendar_", "about_", "month_", "weekday_", "part_", "stage_", "column_")

    assert [
        name
        for name in ENTRIES
        if not name.startswith(composed) and f'"{name}"' not in sources.replace(f'"{name}": Entry', "")
        and f"statistics.{name}" not in sources
    ] == []  # fmt: skip


@pytest.mark.usefixtures("learner")
async def test_the_maturity_says_that_it_counts_prompts_where_they_are_more_than_the_cards(
    open_face: OpenFace, decks: Path
) -> None:
    """The list of decks counts cards, 12 of which would be 13 here without a word."""
    reversed_card = (decks / "second.yaml").read_text(encoding="utf-8").replace("{id: s2,", "{id: s2, reverse: true,")
    (decks / "second.yaml").write_text(reversed_card, encoding="utf-8")
    async with open_face(size=(80, 100)) as face:
        await face.press("enter")
        sheet = " ".join((await face.press("t")).replace("│", "").split())

    assert "Liczone są pytania: 13; kart jest 12, a karta z lukami albo w obie strony ma ich kilka." in sheet


@pytest.mark.usefixtures("learner")
async def test_the_arrow_beside_a_share_is_explained(open_face: OpenFace) -> None:
    async with open_face(size=(80, 100), language="en") as face:
        await face.press("enter")
        sheet = " ".join((await face.press("t")).replace("│", "").split())

    assert "Goal: 90%; ↓ means less." in sheet

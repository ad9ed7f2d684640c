"""The first screen: the plan of the day, the outlook that comes later, where its keys lead."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studycards.errors import StudycardsError
from studycards.locale import Language, message
from studycards.memory import Answer, Counts, Memory, Moment, Rating
from studycards.memory.statistics import Maturity
from studycards.study.outlook import Outlook
from studycards.study.statistics import Statistics
from studycards.tui import places
from studycards.tui.outlook_lines import outlook_content
from studycards.tui.screens.study import StudyScreen
from studycards.tui.widgets.deck_list import DeckList, DeckRow, deck_line, heading_line
from tests.tui.conftest import MONDAY_NOON_MS

if TYPE_CHECKING:
    from pathlib import Path

    from textual.content import Content

    from studycards.locale.language import LanguageCode
    from tests.tui.conftest import OpenFace

PL, EN = Language("pl"), Language("en")

DAY_MS = 86_400_000

MONDAY = 20_458
"""2026-01-05."""

OUTLOOK = Outlook(today=MONDAY, streak=6, answers=14, pace_ms=12_000, ahead=(12, 40, 3, 15, 0, 27, 11), maturity={})


def row_of(outlook: Outlook, width: int) -> str:
    return outlook_content(outlook, PL, width, 1).plain


def test_the_outlook_takes_the_longest_way_to_say_it_that_fits() -> None:
    counted = "wt ▂ 12  śr █ 40  cz ▁ 3  pt ▃ 15  so · 0  nd ▅ 27  pn ▂ 11   Seria: 6 dni"

    assert row_of(OUTLOOK, 80) == row_of(OUTLOOK, len(counted)) == counted
    assert row_of(OUTLOOK, len(counted) - 1) == "wt ▂ śr █ cz ▁ pt ▃ so · nd ▅ pn ▂   Seria: 6 dni"
    assert row_of(OUTLOOK, 36) == "7 dni: ▂█▁▃·▅▂   Seria: 6 dni"
    assert row_of(OUTLOOK, 20) == "Seria: 6 dni"


def test_an_exam_ahead_is_told_beside_the_streak() -> None:
    told = [row_of(replace(OUTLOOK, days_to_exam=days), 40) for days in (0, 1, 2, 12)]

    assert told == [f"Seria: 6 dni · egzamin {when}" for when in ("dziś", "jutro", "za 2 dni", "za 12 dni")]
    assert row_of(replace(OUTLOOK, days_to_exam=12), 80).startswith("wt ▂ śr █ cz ▁ pt ▃ so · nd ▅ pn ▂")


def test_a_beginner_has_no_days_ahead() -> None:
    beginner = Outlook(MONDAY, 0, 0, None, (0,) * 7, {})

    assert row_of(beginner, 80) == outlook_content(beginner, PL, 80, 5).plain == "Seria zaczyna się dziś"


def test_with_room_the_days_ahead_are_columns() -> None:
    """Eleven of forty on three rows is 6.6 eighths, twelve 7.2."""
    assert [line.rstrip() for line in outlook_content(OUTLOOK, EN, 60, 5).plain.split("\n")] == [
        "Streak: 6 days                   ███",
        "Today: 14 answers                ███     ▁▁▁     ███",
        "                             ▇▇▇ ███ ▂▂▂ ███ ··· ███ ▇▇▇",
        "reviews on the next days      12  40   3  15   0  27  11",
        "                              Tu  We  Th  Fr  Sa  Su  Mo",
    ]


ROW = DeckRow(message("tui.all_decks"), Counts(learning=2, due=3, new=15), 40, maturity=Maturity(20, 2, 10, 8))


@pytest.mark.parametrize(
    ("width", "heading", "line"),
    [
        (40, "waiting  cards", "20     40"),
        (60, "due  new  cards  learned", "5   15     40  ━━━─────   45%"),
    ],
)
def test_the_columns_of_the_decks_follow_the_width(width: int, heading: str, line: str) -> None:
    """18 of 40 are learned: 45 %, three of eight cells."""
    names, numbers = (content.plain for content in (heading_line(EN, width), deck_line(ROW, EN, width, current=True)))

    assert names.strip() == heading
    assert numbers == "▸ All decks" + line.rjust(width - len("▸ All decks"))
    assert names.index("cards") + len("cards") == numbers.index("40") + len("40")


def record(decks: Path, *days_ago: int) -> None:
    """Write an answer to `claim` of 20 seconds for each day."""
    moments = [0]
    with Memory.open(decks.parent / "reviews.db", lambda: Moment(moments[-1], 60), "laptop") as memory:
        for days in days_ago:
            moments.append(MONDAY_NOON_MS - days * DAY_MS)
            memory.record(Answer(prompt="claim", rating=Rating.GOOD, duration_ms=20_000))


async def test_nothing_moves_when_the_outlook_comes(
    decks: Path, open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table stands where it stood; the minutes, the streak and the bars fill the place that was kept."""
    record(decks, 2, 1)
    go_on = threading.Event()
    read = Statistics.outlook

    def held(statistics: Statistics) -> Outlook:
        assert go_on.wait(30)
        return read(statistics)

    monkeypatch.setattr(Statistics, "outlook", held)
    async with open_face() as face:
        face.app.simulate_key("enter")
        for _ in range(3):
            await face.pilot.pause()
        strips = face.app.screen._compositor.render_strips()  # noqa: SLF001 - no public way to read the screen
        before = ["".join(segment.text for segment in strip) for strip in strips]
        go_on.set()
        after = (await face.frame()).split("\n")

    assert before[1].strip() == "Dziś: 9 nowych kart. Enter zaczyna."
    assert after[1].strip() == "Dziś: 9 nowych kart, około 3 minut. Enter zaczyna."
    assert before[2].strip() == ""
    assert "Seria: 2 dni" in after[2]
    assert [line.find("Wszystkie talie") for line in before] == [line.find("Wszystkie talie") for line in after]


async def test_the_exam_of_the_settings_is_counted_down(open_face: OpenFace, decks: Path) -> None:
    """The fixed day of the tests is 2025-12-29."""
    (decks.parent / "settings.toml").write_text("exam_date = 2026-01-12\n", encoding="utf-8")
    async with open_face() as face:
        frame = await face.press("enter")

    assert "Seria zaczyna się dziś · egzamin za 14 dni" in frame


async def test_where_nothing_waits_enter_starts_a_quiz(open_face: OpenFace, decks: Path) -> None:
    """The only card was answered and comes back in some days."""
    (decks / "demo.yaml").write_text(
        "format: 1\nid: demo\ntitle: Jedna\nlanguage: pl\ncards:\n- {id: claim, question: A?, answer: B.}\n",
        encoding="utf-8",
    )
    record(decks, 0)
    async with open_face() as face:
        home = await face.press("enter")
        await face.press("enter")
        begun = isinstance(face.app.screen, StudyScreen)
        frame = await face.frame()

    assert "Na dziś wszystko zrobione. Następne karty" in " ".join(home.split())
    assert "Enter zacznij quiz" in home
    assert "Enter powtórka" not in home
    assert begun
    assert "A?" in frame


async def test_the_keys_of_places_lead_there_once_these_are_known(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "PLACES", places.PLACES)
    monkeypatch.setitem(places.PLACES, "lab", ("statistics", "StatisticsScreen"))
    monkeypatch.delitem(places.PLACES, "browse", raising=False)
    async with open_face() as face:
        home = await face.press("enter")
        titles = {command.title for command in face.app.get_system_commands(face.app.screen)}
        opened = await face.press("b")

    assert "b laboratorium" in home
    assert "p przeglądaj" not in home
    assert {"laboratorium", "statystyki"} <= titles
    assert "przeglądaj" not in titles
    assert "─ Statystyki ─" in opened


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_line_of_keys_names_what_matters_first(
    language: LanguageCode, open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all places the two lines at 80 columns hold every one of them and the way out."""
    for name in ("browse", "lab", "settings"):
        monkeypatch.setitem(places.PLACES, name, ("statistics", "StatisticsScreen"))
    async with open_face(language=language) as face:
        lines = " ".join((await face.press("enter")).split("\n")[-2:])

    assert all(f"  {sign} " in f"  {lines}" for sign in ("Enter", "r", "z", "e", "p", "t", "b", "o", "^Q", "^G"))


async def test_a_fault_of_the_outlook_is_told_and_the_decks_stay(
    open_face: OpenFace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Statistics) -> None:
        raise StudycardsError("memory.busy", path="reviews.db")

    told: list[str] = []
    monkeypatch.setattr(Statistics, "outlook", busy)
    async with open_face() as face:
        monkeypatch.setattr(face.app, "complain", lambda error: told.append(error.key))
        frame = await face.press("enter")

    assert told == ["memory.busy"]
    assert "Wszystkie talie" in frame


async def test_a_move_makes_two_rows_and_no_more_however_many_there_are(
    open_face: OpenFace, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row costs a third of a millisecond: two hundred decks, laid out again, would be felt at every key."""
    made: list[int] = []
    line = DeckList.line

    def counted(self: DeckList, index: int, width: int, *, current: bool) -> Content:
        made.append(index)
        return line(self, index, width, current=current)

    monkeypatch.setattr(DeckList, "line", counted)
    for number in range(40):
        text = f"format: 1\nid: d{number}\ncards:\n- {{id: c{number}, question: Q, answer: A}}\n"
        (decks / f"deck-{number}.yaml").write_text(text, encoding="utf-8")
    async with open_face() as face:
        await face.press("enter")
        at_first = set(made)
        made.clear()
        await face.press("j")
        moved = set(made)
        made.clear()
        await face.press("G")

    assert max(at_first) < 24
    assert moved == {0, 1}
    assert min(set(made) - {1}) > 20

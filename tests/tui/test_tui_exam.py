"""Exams on the screen: the list, the clock, moving about, handing in, the report, what was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studycards.memory import Moment
from tests.tui.conftest import MONDAY_NOON_MS
from tests.tui.golden_frames import check
from tests.tui.pointing import row_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.conftest import Face, OpenFace

EXAM = """\
format: 1
id: trial
title: {pl: Próba generalna, en: Dress rehearsal}
description: {pl: Siedem zadań na próbę., en: Seven questions to try.}
minutes: 10
marks: {0: "2.0", 0.5: "3.0", 1: "5.0"}
carried: 0.5
parts:
- title: {pl: "Część A: teoria", en: "Part A: theory"}
  sections:
  - {topic: {pl: Rozmiary map, en: Map sizes}, decks: demo, types: choice, levels: 2, count: 1, points: 2}
  - {topic: {pl: Prawda czy fałsz, en: True or false}, decks: demo, types: true_false, count: 1, points: 2}
  - {topic: {pl: Kolejność, en: Order}, decks: demo, types: order, count: 1, points: 2}
  - {topic: {pl: Pary, en: Pairs}, decks: demo, types: match, count: 1, points: 2}
- title: {pl: "Część B: obliczenia", en: "Part B: computations"}
  sections:
  - {topic: {pl: Liczby, en: Numbers}, decks: demo, types: number, count: 1, points: 3}
  - {topic: {pl: Tensory, en: Tensors}, decks: values, types: computed, levels: 2, count: 1, points: 4}
  - {topic: {pl: Całe przejście, en: A full pass}, decks: values, types: steps, count: 1, points: 5}
"""

SIZES = [(80, 24), (140, 40)]


@pytest.fixture(autouse=True)
def exams(decks: Path, values: Path) -> Path:
    """Put one exam beside the decks."""
    folder = decks.parent / "exams"
    folder.mkdir()
    (folder / "trial.yaml").write_text(EXAM, encoding="utf-8")
    assert values.exists()
    return folder


async def begin(face: Face) -> str:
    """Pass the welcome and begin the exam; it is the same each time."""
    await face.press("enter")
    face.app.sit(lambda: face.workspace.exams.open("trial", seed=1))
    return await face.frame()


def later(face: Face, minutes: float) -> None:
    """Let time pass."""
    now_ms = face.workspace._clock().at_ms + int(minutes * 60_000)  # noqa: SLF001 - the test is the clock
    face.app.screen._exam._clock = lambda: Moment(now_ms, 60)  # type: ignore[attr-defined]  # noqa: SLF001


@pytest.mark.parametrize("size", SIZES)
async def test_frames(size: tuple[int, int], open_face: OpenFace) -> None:
    """From the list to the report, as it is seen."""
    async with open_face(size=size) as face:
        await face.press("enter")
        frames = [await face.press("e")]
        frames.append(await begin(face))
        await face.press("1", "enter", "p", "enter")
        frames.append(await face.press("ctrl+t", "ctrl+n", "a", "b", "ctrl+n", *"3+4", "ctrl+n", *"0 4;3 1", "ctrl+n"))
        frames.append(await face.press("ctrl+r"))
        frames.append(await face.press("escape", "ctrl+y"))
        frames.append(await face.press("ctrl+y"))
        frames.append(await face.press("enter"))
        frames.append(await face.press("n", "n", "n"))
        frames.append(await face.press("n"))

    check(f"exam-{size[0]}", *frames)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_frames_in_english(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size, language="en") as face:
        await face.press("enter")
        frames = [await face.press("e"), await begin(face)]
        frames.append(await face.press("ctrl+r"))
        frames.append(await face.press("escape", "ctrl+y", "ctrl+y"))
        frames.append(await face.press("enter"))

    check(f"exam-{size[0]}-en", *frames)


@pytest.mark.parametrize("size", SIZES)
async def test_an_exam_looks_the_same_without_the_list_before_it(size: tuple[int, int], open_face: OpenFace) -> None:
    async with open_face(size=size) as face:
        at_once = await begin(face)
    async with open_face(size=size) as face:
        assert "Próba generalna" in await face.press("e")
        face.app.sit(lambda: face.workspace.exams.open("trial", seed=1))
        from_the_list = await face.frame()

    assert at_once == from_the_list


async def test_an_answer_is_kept_however_its_question_is_left(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("2", "ctrl+n")
        await face.press("f", "ctrl+z")
        back = await face.press("ctrl+n")
        home = await face.press("ctrl+l")
        kept = face.workspace.exams.exams()[0].unfinished

    assert "▸ 2 ● Fałsz" in back
    assert "Niedokończone podejście: odpowiedzi 2 z 7, zostało 10 min" in home
    assert kept is not None
    assert kept.answers == {0: "2", 1: "f"}


async def test_quitting_keeps_the_answer_on_the_screen(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("2", "ctrl+q")
        kept = face.workspace.exams.exams()[0].unfinished

    assert kept is not None
    assert kept.answers == {0: "2"}


async def test_every_kind_of_answer_comes_back_as_it_was_given(open_face: OpenFace) -> None:
    typed = ["2", "f", "2 1 3", "1b 2a", "3·4", "0 4; 3 0", "0 1; 2 3 &  & 1 2"]
    async with open_face() as face:
        await begin(face)
        for place, answer in enumerate(typed):
            face.app.screen._exam.go(place)  # type: ignore[attr-defined]  # noqa: SLF001 - as the plain face does
            face.app.screen._exam.keep(answer)  # type: ignore[attr-defined]  # noqa: SLF001
        face.app.sit(lambda: face.workspace.exams.open("trial"))
        await face.frame()
        frames = [await face.press("ctrl+r", str(place + 1), "enter") for place in range(len(typed))]

    assert "▸ 2 ● Pozostają bez zmian." in frames[0]
    assert "▸ 2 ● Fałsz" in frames[1]
    assert row_of(frames[2], "przejście w przód") < row_of(frames[2], "funkcja straty")
    assert "1 b ResNet  →  dodawanie skrótów" in frames[3]
    assert "›  3·4" in frames[4]
    assert "⎡   0    4 ⎤" in frames[5]
    assert "⎡   0    1 ⎤" in frames[6]
    assert "○ 2 wyjście relu1" in frames[6]
    assert "● 3 wyjście fc   1 2" in frames[6]


async def test_an_unreadable_answer_is_said_at_once_and_hinders_leaving_only_once(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("ctrl+r", "5", "enter")
        said = await face.press(*"cztery", "enter")
        stays = await face.press("ctrl+n")
        back = await face.press("ctrl+z")
        slots = await face.press("ctrl+r")
        await face.press("escape", *["backspace"] * 6, "4", "ctrl+n")
        mended = await face.press("ctrl+r")
        await face.press("escape", "ctrl+z", "backspace", "enter")
        kept = face.workspace.exams.exams()[0].unfinished

    assert "5/7" in said
    assert "cztery" in said
    assert "6/7" in stays
    assert "›  cztery" in back
    assert "5  ?" in slots
    assert "nieczytelne" in slots
    assert "5  ●" in mended
    assert kept is not None
    assert kept.answers == {}, "an emptied line takes the answer back"


@pytest.mark.parametrize("way_out", ["ctrl+q", "ctrl+l"])
async def test_what_cannot_be_read_is_shown_again_after_a_restart(open_face: OpenFace, way_out: str) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("ctrl+r", "5", "enter", *"xyz", way_out, way_out)
    async with open_face() as face:
        face.app.sit(lambda: face.workspace.exams.open("trial"))
        again = await face.frame()

    assert "5/7" in again
    assert "›  xyz" in again


@pytest.mark.parametrize("key", [None, "ctrl+t"])
async def test_what_stands_on_the_open_line_at_the_end_is_handed_in(open_face: OpenFace, key: str | None) -> None:
    """Whether the clock or a key notices that the time is up."""
    async with open_face() as face:
        await begin(face)
        await face.press("ctrl+r", "5", "enter", *"12")
        later(face, 10)
        if key is None:
            face.app.screen._tick()  # type: ignore[attr-defined]  # noqa: SLF001 - what the timer of a second calls
        over = await (face.press(key) if key else face.frame())

    assert "Czas minął; praca została oddana." in over
    assert "3 z 20 pkt" in over


async def test_the_last_minutes_are_told_beside_the_clock(open_face: OpenFace) -> None:
    lines = []
    async with open_face(size=(40, 12)) as face:
        await begin(face)
        for minutes in (4.9, 5, 5.5, 9, 9.5):
            later(face, minutes)
            face.app.screen._tick()  # type: ignore[attr-defined]  # noqa: SLF001
            lines.append((await face.frame()).split("\n")[0])

    assert [("Zostało 5 minut." in line, "Została 1 minuta." in line) for line in lines] == [
        (False, False), (True, False), (False, False), (False, True), (False, False),
    ]  # fmt: skip


async def test_a_second_window_takes_the_exam_over_and_the_first_one_says_so(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("2", "ctrl+n", "ctrl+r")
        below = face.app.screen_stack[-2]
        later_one = face.workspace.exams.open("trial")
        later_one.go(1)
        later_one.keep("f")
        below._tick()  # type: ignore[attr-defined]  # noqa: SLF001
        first = await face.frame()
        (said,) = face.app._notifications  # noqa: SLF001 - Pilot shows none, and there is no public way
        kept = face.workspace.exams.exams()[0].unfinished

    assert "w innym oknie" in said.message
    assert "Egzaminy" in first
    assert kept is not None
    assert kept.answers == {0: "2", 1: "f"}


async def test_handing_in_with_open_questions_takes_two_presses(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        asked = await face.press("ctrl+y")
        report = await face.press("ctrl+y")

    assert "Bez odpowiedzi są pytania 1–7." in asked
    assert "0 z 20 pkt, 0 %" in report


async def test_the_clock_runs_and_at_the_end_hands_in(open_face: OpenFace) -> None:
    async with open_face() as face:
        first = await begin(face)
        screen = face.app.screen
        later(face, 3.5)
        screen._tick()  # type: ignore[attr-defined]  # noqa: SLF001 - what the timer of a second calls
        running = await face.frame()
        await face.press("ctrl+r")
        screen._exam._clock = lambda: Moment(MONDAY_NOON_MS + 600_000, 60)  # type: ignore[attr-defined]  # noqa: SLF001
        screen._tick()  # type: ignore[attr-defined]  # noqa: SLF001
        over = await face.frame()

    assert "10:00" in first
    assert "6:30" in running
    assert "Czas minął; praca została oddana." in over
    assert "Czas: 10 min z 10 min" in over


async def test_only_the_key_puts_what_was_lost_into_the_reviews(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("ctrl+y", "ctrl+y")
        before = face.workspace.total().learning
        scheduled = await face.press("d")
        after = face.workspace.total().learning
        again = await face.press("d")

    assert (before, after) == (0, 7)
    assert "Dodano 7 pytań do powtórek." in scheduled
    assert "d dodaj do powtórek" not in again


async def test_keys_are_named_for_keeping_and_each_one_works(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        number = await face.press("ctrl+r", "5", "enter")
        help_screen = await face.press("ctrl+g")

    assert "Enter zapisz i dalej" in number
    assert "sprawdź" not in number
    assert "Oddaje pracę" in help_screen


async def test_text_of_a_blueprint_is_no_markup(open_face: OpenFace, exams: Path) -> None:
    hostile = EXAM.replace("Rozmiary map", '"[b]x[i] [/y]"').replace("Próba generalna", '"[/z] [x"')
    (exams / "trial.yaml").write_text(hostile, encoding="utf-8")
    async with open_face() as face:
        await face.press("enter")
        listed = await face.press("e")
        question = await begin(face)
        slots = await face.press("ctrl+r")
        report = await face.press("escape", "ctrl+y", "ctrl+y")

    assert "[/z] [x" in listed
    assert "[b]x[i] [/y]" in question
    assert "[b]x[i] [/y]" in slots
    assert "[b]x[i] [/y]" in report


async def test_the_reason_for_true_or_false_is_written_and_graded_after_the_end(
    open_face: OpenFace, exams: Path
) -> None:
    (exams / "trial.yaml").write_text(EXAM.replace("carried: 0.5", "carried: 0.5\nreason: 0.5"), encoding="utf-8")
    async with open_face() as face:
        await begin(face)
        asked = await face.press("ctrl+r", "2", "enter")
        await face.press(*"fałsz, bo 2", "enter")
        await face.press("ctrl+y", "ctrl+y")
        before = face.app.screen._exam.view.report.whole.points  # type: ignore[attr-defined]  # noqa: SLF001
        await face.press("enter")
        review = await face.press("n")
        graded = await face.press("1")

    assert "Napisz: prawda albo fałsz, a dalej dlaczego." in asked
    assert before == 1
    assert "Pytanie 2: 1 z 2 pkt" in review
    assert "Porównaj swój powód z wyjaśnieniem i oceń go" in " ".join(review.split())
    assert "Pytanie 2: 1,5 z 2 pkt" in graded


async def test_what_carried_steps_earn_is_said_above_the_steps(open_face: OpenFace) -> None:
    """Of five steps one is wrong and two follow from it: 40 % by its score, a fifth of the points."""
    async with open_face() as face:
        await begin(face)
        exam = face.app.screen._exam  # type: ignore[attr-defined]  # noqa: SLF001
        exam.go(6)
        exam.keep("0 2; 2 3 & 0 2; 2 3 & 3 4")
        exam.hand_in(":d")
        exam.hand_in(":d")
        face.app.show_report(exam)
        await face.frame()
        review = await face.press("enter", *"nnnnnn")

    assert "Pytanie 7: 1 z 5 pkt" in review
    assert "Częściowo dobrze: 40 %" in review
    assert "Na egzaminie 2 etapy, zgodne z Twoją wcześniejszą pomyłką" in review


async def test_no_size_of_the_window_breaks_anything(open_face: OpenFace) -> None:
    async with open_face(size=(1, 1)) as face:
        await begin(face)
        await face.press("1", "ctrl+n", "ctrl+r", "escape", "ctrl+y", "ctrl+y", "enter", "n", "escape", "escape")


async def test_beside_the_open_question_a_wide_screen_shows_all_and_a_click_leads_to_one(open_face: OpenFace) -> None:
    async with open_face(size=(140, 40)) as face:
        await begin(face)
        flagged = await face.press("ctrl+t", "ctrl+n", "f")
        row = row_of(flagged, "5  ○")
        await face.pilot.click(offset=(flagged.split("\n")[row].index("5  ○"), row))
        fifth = await face.frame()
        kept = face.workspace.exams.exams()[0].unfinished

    assert "▸   2  ○" in flagged
    assert "1  ○ ⚑" in flagged
    assert "5/7" in fifth
    assert "▸   5  ○" in fifth
    assert "2  ●" in fifth
    assert kept is not None
    assert kept.answers == {1: "f"}, "leaving a question by a click keeps its answer"


async def test_the_list_of_exams_says_what_the_one_at_the_cursor_is_made_of(open_face: OpenFace, exams: Path) -> None:
    other = EXAM.replace("id: trial", "id: other").replace("Próba generalna", "Inna").replace("points: 5", "points: 15")
    (exams / "zother.yaml").write_text(other, encoding="utf-8")
    async with open_face(size=(80, 30)) as face:
        await face.press("enter")
        first = await face.press("e")
        second = await face.press("j")

    assert "12 pkt" in next(line for line in first.split("\n") if "Część B: obliczenia" in line)
    assert "1 × 5 pkt    5 pkt" in first
    assert "Oceny: 5,0 od 100 %, 3,0 od 50 %, 2,0 od 0 %" in first
    assert "22 pkt" in next(line for line in second.split("\n") if "Część B: obliczenia" in line)


async def test_the_report_gives_a_mark_for_each_topic(open_face: OpenFace) -> None:
    """Half of the points are a 3.0, all of them a 5.0, less is a 2.0."""
    async with open_face() as face:
        await begin(face)
        await face.press("2", "ctrl+n", "p", "ctrl+n")
        report = await face.press("ctrl+y", "ctrl+y")

    marks = {line.strip(" │").split("  ")[0]: line for line in report.split("\n")}
    assert "2 z 2 pkt   5,0" in marks["Rozmiary map"]
    assert "0 z 2 pkt   2,0" in marks["Prawda czy fałsz"]
    assert "2 z 8 pkt   2,0" in marks["Część A: teoria"]


async def test_all_questions_can_be_looked_at_not_only_the_lost_ones(open_face: OpenFace) -> None:
    async with open_face() as face:
        await begin(face)
        await face.press("2", "ctrl+n", "ctrl+y", "ctrl+y")
        first = await face.press("a")
        second = await face.press("n")
        await face.press("ctrl+l")
        lost = await face.press("enter")

    assert "Pytanie 1: 2 z 2 pkt" in first
    assert "1 z 7" in first
    assert "✓ Dobrze" in first
    assert "Bez odpowiedzi." in second
    assert "Pytanie 2: 0 z 2 pkt" in lost


async def test_an_answer_in_own_words_is_graded_where_it_is_looked_at(open_face: OpenFace, exams: Path) -> None:
    written = EXAM.replace("types: choice, levels: 2", "types: basic")
    (exams / "trial.yaml").write_text(written, encoding="utf-8")
    async with open_face() as face:
        await begin(face)
        await face.press(*"tanie", "ctrl+y", "ctrl+y")
        asked = await face.press("enter")
        graded = await face.press("1")

    assert "Oceń tę odpowiedź: 0 zła, 1 częściowo dobra, 2 dobra." in asked
    assert "Pytanie 1: 0 z 2 pkt" in asked
    assert "Ocena własna." in graded
    assert "Pytanie 1: 1 z 2 pkt" in graded


async def test_the_ends_of_the_list_and_of_the_report_are_one_key_away(open_face: OpenFace) -> None:
    async with open_face(size=(40, 12)) as face:
        await begin(face)
        last = await face.press("ctrl+r", "G")
        first = await face.press("g")
        bottom = await face.press("escape", "ctrl+y", "ctrl+y", "G")
        top = await face.press("g")

    assert "▸   7  ○" in last
    assert "▸   1  ○" in first
    assert "Całe przejście" in bottom
    assert "Ocena" in top

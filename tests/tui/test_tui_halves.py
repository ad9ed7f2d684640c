"""On a wide screen the solution stands beside the question, and nothing moves when the answer is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.golden_frames import check
from tests.tui.pointing import row_of
from tests.tui.test_tui_frames import ANSWERS, VALUES

if TYPE_CHECKING:
    from textual.geometry import Region

    from tests.tui.conftest import Face, OpenFace

WIDE, WIDEST = (140, 45), (300, 50)


def left_half(frame: str) -> list[str]:
    """Return what stands left of the border between the halves."""
    lines = frame.split("\n")
    border = next(line for line in lines if "╮╭" in line).index("╮╭")
    return [line[: border + 1] for line in lines]


def place_of(face: Face, selector: str) -> Region:
    """Return where a part of the screen is."""
    return face.app.screen.query_one(selector).region


@pytest.mark.parametrize("kind", ANSWERS)
async def test_nothing_moves_between_front_and_back(kind: str, open_face: OpenFace) -> None:
    """Both frames are there before the answer, the question stays, and so does what was filled in."""
    parts = ("#front", "#back", "#stem", "AnswerArea", "#progress", "KeyLine")
    async with open_face(kind, size=WIDE) as face:
        *filling_in, _ = ANSWERS[kind]
        before = await face.press(*filling_in)
        places = {part: place_of(face, part) for part in parts}
        after = await face.press("enter")

        assert {part: place_of(face, part).offset for part in parts} == {
            part: region.offset for part, region in places.items()
        }
        assert {part: place_of(face, part).size for part in ("#front", "#back")} == {
            part: places[part].size for part in ("#front", "#back")
        }
    stem = slice(places["#stem"].y, places["#stem"].bottom)
    assert left_half(before)[stem] == left_half(after)[stem]


async def test_hints_stand_above_the_verdict_and_stay(open_face: OpenFace) -> None:
    async with open_face("choice", size=WIDE) as face:
        hinted = await face.press("ctrl+t")
        answered = await face.press("1", "enter")

    assert row_of(hinted, "Podpowiedź 1:") == row_of(answered, "Podpowiedź 1:")
    assert row_of(answered, "Podpowiedź 1:") < row_of(answered, "✗ Źle")
    assert "✗ Źle" not in "".join(left_half(answered))


@pytest.mark.usefixtures("values")
@pytest.mark.parametrize(("kind", "words"), [("tensor", "How to type a matrix"), ("sheet", "A task in steps")])
async def test_before_the_answer_it_is_said_how_to_type_one(kind: str, words: str, open_face: OpenFace) -> None:
    async with open_face(kind, size=WIDE, language="en") as face:
        before = await face.frame()
        after = await face.press("ctrl+r")

    assert words in before
    assert words not in after


async def test_below_120_columns_everything_is_in_one_column(open_face: OpenFace) -> None:
    async with open_face("choice", size=(119, 30)) as face:
        narrow = await face.press("1", "enter")
        await face.pilot.resize_terminal(120, 30)
        wide = await face.frame()
        await face.pilot.resize_terminal(119, 30)
        again = await face.frame()

    assert "╮╭" not in narrow
    assert "✗ Źle" not in "".join(left_half(wide))
    assert again == narrow


@pytest.mark.usefixtures("values")
async def test_a_resized_terminal_takes_the_verdict_of_a_sheet_along(open_face: OpenFace) -> None:
    """In one column it heads the steps, beside them it heads the solution; it is never said twice or not at all."""
    async with open_face("sheet", size=WIDE) as face:
        wide = await face.press(*VALUES["sheet"])
        await face.pilot.resize_terminal(80, 40)
        narrow = await face.frame()

    assert wide.count("Częściowo dobrze") == narrow.count("Częściowo dobrze") == 1
    assert "Częściowo dobrze" not in "".join(left_half(wide))


async def test_a_screen_that_was_covered_while_the_terminal_was_resized_fits_it(open_face: OpenFace) -> None:
    """Textual tells only the screen on top of the new size."""
    async with open_face("claim", size=(80, 24)) as face:
        await face.press("ctrl+g")
        await face.pilot.resize_terminal(*WIDE)
        await face.frame()
        back = await face.press("q")

    assert "╮╭" in back
    assert "Ocena i rozwiązanie" in back


async def test_no_half_is_wider_than_is_good_to_read(open_face: OpenFace) -> None:
    async with open_face("claim", size=WIDEST) as face:
        await face.frame()

        assert max(place_of(face, half).width for half in ("#front", "#back")) <= 100


@pytest.mark.usefixtures("values")
async def test_the_keys_scroll_the_solution_and_tab_turns_them_to_the_question(open_face: OpenFace) -> None:
    async with open_face("sheet", size=(124, 20)) as face:
        await face.press("ctrl+r")
        solved = await face.press("f")
        down = await face.press("j", "j")
        turned = await face.press("tab", "g")
        end = await face.press("G")

    assert left_half(down) == left_half(solved)
    assert "Przejdź przez sieć w przód i z powrotem." in turned
    assert "gradient fc" in "".join(left_half(end))
    assert right_half(end) == right_half(turned)


def right_half(frame: str) -> list[str]:
    """Return what stands right of the border between the halves."""
    left = left_half(frame)
    return [line[len(beside) :] for line, beside in zip(frame.split("\n"), left, strict=True)]


async def test_what_was_missed_stands_beside_the_summary(open_face: OpenFace) -> None:
    async with open_face("number", "claim", size=WIDE) as face:
        await face.press("ctrl+r", "enter")
        missed = await face.press("ctrl+l")

    assert "Do powtórzenia" in missed
    assert "→" not in "".join(left_half(missed))


async def test_a_summary_without_misses_has_the_whole_width(open_face: OpenFace) -> None:
    async with open_face("number", size=WIDE) as face:
        done = await face.press("1", "2", "enter", "enter")

    assert "Podsumowanie" in done
    assert "╮╭" not in done


@pytest.mark.parametrize("kind", ["choice", "shape", "number", "recall"])
async def test_frames_in_english(kind: str, open_face: OpenFace) -> None:
    async with open_face(kind, size=WIDE, language="en") as face:
        before = await face.frame()
        after = await face.press(*ANSWERS[kind])

    check(f"halves-{kind}-en", before, after)

"""The Lab under Pilot: a network is typed, its table follows, and keys walk through the picture of a layer."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studycards.study.lab import lab_start
from studycards.tui.screens.lab import LabScreen
from studycards.tui.widgets.lab_board import LabBoard
from studycards.tui.widgets.lab_line import LabLine
from tests.tui.golden_frames import LARGE, LOW, USUAL, check

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from studycards.locale.language import LanguageCode
    from studycards.study.lab import LabStart
    from studycards.study.lab.stage import Stage
    from tests.tui.conftest import Face, OpenFace

NETWORK = "2x4x4 | conv2d(2, 3, padding=1) | relu | max_pool2d(2)"


@asynccontextmanager
async def open_lab(
    open_face: OpenFace,
    network: str | None = None,
    *,
    size: tuple[int, int] = USUAL,
    language: LanguageCode = "en",
    start: LabStart | None = None,
) -> AsyncIterator[Face]:
    """Open the Lab on top of the list of decks."""
    async with open_face(size=size, language=language) as face:
        face.app.lab_network = network
        if start is None:
            await face.app.run_action("open('lab')")
        else:
            face.app.open_page(LabScreen(start))
        await face.frame()
        yield face


def stage_of(face: Face) -> Stage:
    stage = face.app.screen.query_one(LabBoard).stage
    assert stage is not None
    return stage


async def clear_line(face: Face) -> None:
    """Go to the line and take away what is on it."""
    await face.press("e")
    face.app.screen.query_one(LabLine).value = ""


async def test_the_table_follows_each_key(open_face: OpenFace) -> None:
    """A 1×1 filter over 3 channels has 3 weights and a bias; with 1 typed behind it there are 16 of them."""
    async with open_lab(open_face) as face:
        await clear_line(face)
        one = await face.type("3x8x8 | conv2d(1")
        assert "fault" not in one
        one = await face.type(", 1)")
        several = await face.press(*["left"] * 4, "6")

    assert "1×8×8" in one
    assert "parameters 4 · MACs 192 · FLOPs 384" in one
    assert "16×8×8" in several
    assert "parameters 64 · MACs 3072 · FLOPs 6144" in several


async def test_while_half_typed_the_table_stays_and_a_sentence_says_what_is_wrong(open_face: OpenFace) -> None:
    async with open_lab(open_face, "1x4x4 | relu") as face:
        half = await face.press("e", "end", "backspace")
        marks = face.app.screen.query_one(LabLine)
        whole = await face.press("u")

    assert "there is no layer 'rel'; did you mean 'relu'?" in half
    assert "1×4×4" in half
    assert marks.value == "1x4x4 | relu"
    assert "there is no layer" not in whole


async def test_a_table_without_receptive_fields_says_why(open_face: OpenFace) -> None:
    async with open_lab(open_face, "1x8x8 | concat(conv2d(1, 2, stride=2), conv2d(1, 5)) | relu") as face:
        frame = await face.frame()

    assert "the branches that meet in concat1 see the input at different strides" in frame
    assert "–" in frame


async def test_what_was_typed_last_is_there_again(open_face: OpenFace) -> None:
    async with open_lab(open_face) as face:
        await clear_line(face)
        await face.type("1x6x6 | relu")
        await face.press("enter", "q")
        await face.app.run_action("open('lab')")
        frame = await face.frame()

    assert "1x6x6 | relu" in frame


async def test_a_pasted_network_becomes_one_line(open_face: OpenFace) -> None:
    async with open_lab(open_face) as face:
        await clear_line(face)
        frame = await face.paste("1x6x6\n| conv2d(2, 3)\r\n| relu\n")

    assert "1x6x6 | conv2d(2, 3) | relu" in frame
    assert "2×4×4" in frame


async def test_keys_go_from_the_line_to_the_table_to_the_picture_and_back(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        assert face.app.focused is not None
        places = [type(face.app.focused).__name__]
        for key in ("up", "down", "e", "tab", "j", "enter", "e", "enter", "t"):
            await face.press(key)
            places.append(type(face.app.focused).__name__)

    assert places == [
        *("LabTable", "LabLine", "LabTable", "LabLine", "LabTable", "LabTable"),
        *("LabBoard", "LabLine", "LabBoard", "LabTable"),
    ]


async def test_the_cursor_of_the_table_stops_at_its_ends(open_face: OpenFace) -> None:
    async with open_lab(open_face, "resnet50") as face:
        last = await face.press("G", "j")
        first = await face.press("g")
        paged = await face.press("pagedown")

    assert "▸ fc " in last
    assert "▸ conv1 " in first
    assert "▸ layer1.0.conv3 " in paged


async def test_arrows_walk_from_cell_to_cell(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        cells = []
        await face.press("enter")
        for key in ("right", "down", "left", "up", "j", "k", "G", "space", "g", "space", "backspace"):
            await face.press(key)
            cells.append(stage_of(face).cell)

    assert cells == [
        (0, 0, 0, 1),
        (0, 0, 1, 1),
        (0, 0, 1, 0),
        (0, 0, 0, 0),
        (0, 0, 1, 0),
        (0, 0, 0, 0),
        (0, 1, 3, 3),
        (0, 1, 3, 3),
        (0, 0, 0, 0),
        (0, 0, 0, 1),
        (0, 0, 0, 0),
    ]


async def test_other_keys_change_direction_channel_layer_and_numbers(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        await face.press("enter")
        numbers = stage_of(face).flow.run.x.tolist()
        await face.press("right_square_bracket")
        assert stage_of(face).cell == (0, 1, 0, 0)
        second = await face.press("greater_than_sign")
        assert stage_of(face).inner == 1
        await face.press("less_than_sign", "left_square_bracket")
        assert (stage_of(face).cell, stage_of(face).inner) == ((0, 0, 0, 0), 0)
        directions = []
        for key in ("b", "b", "b", "b", "B"):
            await face.press(key)
            directions.append(stage_of(face).direction)
        await face.press("n")
        after = stage_of(face).layer
        await face.press("p", "r")
        redrawn = stage_of(face).flow.run.x.tolist()
        await face.press("R", "R")

        assert "X[1]" in second
        assert directions == ["x", "weight", "bias", None, "bias"]
        assert after == "relu1"
        assert redrawn != numbers
        assert stage_of(face).flow.run.x.tolist() == numbers


async def test_a_click_goes_to_a_cell_of_what_comes_out(open_face: OpenFace) -> None:
    async with open_lab(open_face, "1x3x3 | relu") as face:
        frame = await face.press("enter")
        line = next(number for number, row in enumerate(frame.splitlines()) if "Y output" in row) + 2
        column = frame.splitlines()[line - 2].index("Y output") + 5
        await face.pilot.click(offset=(column, line))

        assert stage_of(face).cell == (0, 0, 1, 1)


async def test_the_picture_follows_the_network_as_it_is_typed(open_face: OpenFace) -> None:
    """Without padding 5×5 under a 3×3 kernel gives 3×3: 9 cells instead of 25."""
    async with open_lab(open_face, "1x5x5 | conv2d(1, 3, padding=1)") as face:
        before = await face.press("enter", "e")
        after = await face.press("end", "left", "backspace", "0")

    assert "cell 1 of 25" in before
    assert "cell 1 of 9" in after


async def test_a_network_that_is_too_large_is_told_in_words(open_face: OpenFace) -> None:
    async with open_lab(open_face, "alexnet") as face:
        frame = await face.press("enter")
        moved = await face.press("j")

    assert "too many to look at one by one" in frame
    assert "too many" not in moved


@pytest.mark.usefixtures("values")
async def test_a_question_opens_the_lab_with_its_numbers(open_face: OpenFace) -> None:
    """X = [1 0 2; 3 1 0; 0 2 1], K = [1 2; 0 −1]: the first cell that is not 0 is 0·1 + 2·2 + 1·0 + 0·(−1) = 4."""
    async with open_face("tensor") as face:
        question = face.app.screen.card_view.question  # type: ignore[attr-defined]
        start = lab_start(question)
    assert start is not None
    async with open_lab(open_face, start=start) as face:
        frame = await face.frame()
        drawn = await face.press("r")
        given = await face.press("R")
        await face.press("q")
        kept = face.app.lab_network

    assert "Y[0,1] = 0·1 + 2·2 + 1·0 + 0·(−1) = 4" in frame
    assert drawn != frame
    assert given == frame
    assert kept is None


@pytest.mark.usefixtures("values")
async def test_a_question_about_no_network_opens_none(open_face: OpenFace) -> None:
    async with open_face("number") as face:
        assert lab_start(face.app.screen.card_view.question) is None  # type: ignore[attr-defined]
    async with open_face("shape") as face:
        start = lab_start(face.app.screen.card_view.question)  # type: ignore[attr-defined]

    assert start is not None
    assert (start.notation, start.run) == ("3x32x32 | conv2d(16, 5)", None)


async def test_without_colours_the_window_is_still_seen(open_face: OpenFace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_face(colour=False) as face:
        await face.app.run_action("open('lab')")
        await face.frame()
        frame = await face.press("enter", "right", "down")
        strips = face.app.screen._compositor.render_strips()  # noqa: SLF001 - no public way to read the screen
        styles = [segment.style for strip in strips for segment in strip if segment.style]

    colours = {colour for style in styles for colour in (style.color, style.bgcolor)}
    assert all(colour is None or colour.is_default for colour in colours)
    assert [sign for sign in "⎡⎤⎢⎥⎣⎦‹›⊛→" if sign not in frame] == []


KEYS = ["enter", "right", "down", "b", "space", "n", "r", "G", "e", "end", "backspace", "x", "tab", "l", "m", "t", "j"]


@given(keys=st.lists(st.sampled_from(KEYS), max_size=20))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_keys_leave_a_whole_screen(keys: list[str], open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        for key in keys:
            face.app.simulate_key(key)
        frame = await face.frame()

    assert frame.count("\n") == USUAL[1] - 1


@given(texts=st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=4))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_anything_on_the_line_is_shown_as_it_is(texts: list[str], open_face: OpenFace) -> None:
    async with open_lab(open_face) as face:
        line = face.app.screen.query_one(LabLine)
        for text in [*texts, "1x4x4 | relu [/b] [red]x[/]", "[bold]", "$x"]:
            line.value = text
            await face.frame()
            assert line.value == text
        line.value = "1x4x4 | [/b][red]x"
        frame = await face.frame()

    assert "[/b][red]x" in frame


SIZES = [(1, 1), (2, 30), (6, 6), (20, 5), (39, 12), (40, 12), (41, 13), (60, 20), (300, 100), (300, 3), (12, 100)]


async def test_every_size_can_be_painted(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        for number, size in enumerate(SIZES):
            await face.pilot.resize_terminal(*size)
            await face.press(*("enter", "b", "right", "n", "t", "e", "tab")[number % 7 :])


async def test_where_there_is_room_table_and_picture_stand_below_each_other(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK, size=LARGE) as face:
        both = await face.frame()
        moved = await face.press("j")
        await face.press("enter", "right", "t", "enter")
        assert stage_of(face).cell == (0, 0, 0, 1)
        kept = await face.press("t")
        await face.pilot.resize_terminal(*USUAL)
        table = await face.frame()

    assert "─ conv1: conv2d(2, 3, padding=1) ─" in both
    assert "▸ conv1" in both
    assert "─ relu1: relu ─" in moved
    assert "▸ relu1" in moved
    assert "─ relu1: relu ─" in kept
    assert "─ Layers · 2 of 3 ─" in table


async def test_a_shorter_network_is_shown_from_the_layer_that_is_left(open_face: OpenFace) -> None:
    async with open_lab(open_face, "alexnet", size=LARGE) as face:
        await face.press("G", "e")
        face.app.screen.query_one(LabLine).value = "1x4x4 | relu"
        frame = await face.frame()

    assert "▸ relu1" in frame
    assert "─ relu1: relu ─" in frame


async def test_an_empty_line_says_what_to_type(open_face: OpenFace) -> None:
    async with open_lab(open_face, "nothing") as face:
        frame = await face.frame()

    assert "1x5x5 | conv2d(1, 3) | relu" in frame
    assert "Enter" not in frame


STATES = {
    "table": (None, ()),
    "conv": (None, ("enter", "right", "down", "down")),
    "kernel": (None, ("b", "b", "right")),
    "fault": ("1x5x5 | conv2d(1, 3) | rellu", ()),
    "pool": (NETWORK, ("tab", "t", "G", "enter", "b", "right", "down")),
}
"""What is put on the line, and the keys that follow, one state behind the other."""


@pytest.mark.parametrize(
    ("size", "language"), [(LOW, "pl"), (LOW, "en"), (USUAL, "pl"), (USUAL, "en"), (LARGE, "pl"), (LARGE, "en")]
)
async def test_the_lab_as_it_stands_on_the_screen(
    size: tuple[int, int], language: LanguageCode, open_face: OpenFace
) -> None:
    frames = []
    async with open_lab(open_face, size=size, language=language) as face:
        for network, keys in STATES.values():
            if network is not None:
                await face.press("e")
                face.app.screen.query_one(LabLine).value = network
            frames.append(await face.press(*keys))

    check(f"lab-{size[0]}-{language}", *frames)


async def test_q_leads_from_a_picture_to_its_table_and_from_there_out(open_face: OpenFace) -> None:
    async with open_lab(open_face, NETWORK) as face:
        table = await face.frame()
        picture = await face.press("enter")
        back = await face.press("q")
        out = await face.press("q")

    assert picture != table
    assert back == table
    assert "Enter let's start" in out, "the Lab was opened on top of the first screen"


async def test_a_network_that_is_longer_than_its_line_ends_in_an_ellipsis(open_face: OpenFace) -> None:
    long = "2x4x4 | " + " | ".join(["relu"] * 20)
    async with open_lab(open_face, long) as face:
        cut = await face.frame()
        start = await face.press("e", "home")
        end = await face.press("end")

    assert cut.splitlines()[1].rstrip(" │").endswith("…")
    assert start.splitlines()[1] == cut.splitlines()[1]
    assert "relu" in end.splitlines()[1]
    assert "…" not in end.splitlines()[1]

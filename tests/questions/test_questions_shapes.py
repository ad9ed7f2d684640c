"""Typed shapes: every usual notation gives the same sizes; what is no shape is refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language, Text
from studycards.questions.kinds.computed import ShapeQuestion
from studycards.questions.question import Reading, Unreadable
from studycards.questions.reading.shapes import read_shape

SIZES = st.lists(st.integers(min_value=1, max_value=9999), min_size=1, max_size=5)


@pytest.mark.parametrize(
    "typed",
    [
        *("16x32x32", "16X32X32", "16×32×32", "16 × 32 × 32", "16*32*32", "16 * 32 * 32"),
        *("16,32,32", "16, 32, 32", "16;32;32", "16 32 32", "(16, 32, 32)", "[16,32,32]", "[16 32 32]", "(16x32x32)"),
        *("16x(28+4)x32", "16x64/2x32", " 16  x 32x32 "),
    ],
)
def test_every_notation_of_a_shape_reads_the_same(typed: str) -> None:
    assert read_shape(typed) == (16, 32, 32)


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("3136", (3136,)),
        ("(3136,)", (3136,)),
        ("7·7·64", (7, 7, 64)),
        ("7·7·32+32·49", (3136,)),
        ("25 088", (25088,)),
        ("(12, 544)", (12, 544)),
        ("12x544", (12, 544)),
        ("64 112 112", (64, 112, 112)),
        ("(28+2)x14", (30, 14)),
    ],
)
def test_one_size_and_calculated_sizes(typed: str, shape: tuple[int, ...]) -> None:
    assert read_shape(typed) == shape


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "questions.shape_empty"),
        ("()", "questions.shape_empty"),
        ("0x32", "questions.shape_not_positive"),
        ("16x-3", "questions.shape_not_positive"),
        ("16.5x32", "questions.shape_not_whole"),
        ("1/2 x 3", "questions.shape_not_whole"),
        ("12 544", "questions.shape_ambiguous"),
        ("12,544", "questions.shape_ambiguous"),
        ("16x", "questions.shape_unreadable"),
        ("x16", "questions.shape_unreadable"),
        ("16,,32", "questions.shape_unreadable"),
        ("16, 128 256", "questions.shape_unreadable"),
        ("3x3*64", "questions.shape_unreadable"),
        ("1 048 576", "questions.shape_unreadable"),
        ("16x1..2x3", "questions.shape_unreadable"),
        ("16xHx32", "questions.shape_sign"),
        ("٣x٣", "questions.shape_sign"),
        ("9" * 201, "questions.answer_too_long"),
    ],
)
def test_what_is_no_shape_is_refused_with_a_sentence_in_both_languages(typed: str, key: str) -> None:
    refusal = read_shape(typed)

    assert isinstance(refusal, Unreadable)
    assert refusal.reason.key == key
    assert Language("pl").render(refusal.reason) != Language("en").render(refusal.reason)


@given(SIZES, st.sampled_from(["None", "N", "?", "-1", "1"]), st.sampled_from(["x", " × ", "*", "; ", ", "]))
def test_a_batch_axis_is_dropped_where_one_axis_less_is_expected(sizes: list[int], batch: str, separator: str) -> None:
    typed = separator.join([batch, *map(str, sizes)])

    assert read_shape(typed, rank=len(sizes)) == tuple(sizes)
    assert read_shape(f"({typed})", rank=len(sizes)) == tuple(sizes)


@pytest.mark.parametrize("batch", ["None", "N", "?"])
def test_a_named_batch_axis_is_refused_where_the_axes_do_not_fit(batch: str) -> None:
    refusals = [read_shape(f"{batch}x16x32", rank=rank) for rank in (None, 1, 3)]

    assert [isinstance(refusal, Unreadable) and refusal.reason.key for refusal in refusals] == [
        "questions.shape_batch"
    ] * 3


@pytest.mark.parametrize("typed", ["Nx16x32x32", "None, 16, 32, 32", "?x16x32x32", "-1x16x32x32", "1x16x32x32"])
def test_a_dropped_batch_axis_is_echoed(typed: str) -> None:
    question = ShapeQuestion(prompt="p", seed=1, stem=Text.same("?"), answer=Text.same("16×32×32"), value=(16, 32, 32))
    reading = question.read(typed)

    assert isinstance(reading, Reading)
    assert reading.echo is not None
    assert Language("pl").render(reading.echo) == "16×32×32"


def test_a_size_of_one_is_kept_where_it_can_be_an_axis() -> None:
    assert read_shape("1x32x32", rank=3) == (1, 32, 32)
    assert read_shape("1x32x32") == (1, 32, 32)
    assert read_shape("2x16x32x32", rank=3) == (2, 16, 32, 32)


@given(SIZES, st.sampled_from(["x", "×", " × ", "*", "; "]))
def test_sizes_come_back_in_any_notation(sizes: list[int], separator: str) -> None:
    assert read_shape(separator.join(map(str, sizes))) == tuple(sizes)


@given(SIZES)
def test_a_python_tuple_or_list_is_a_shape(sizes: list[int]) -> None:
    assert read_shape(str(tuple(sizes))) == tuple(sizes)
    assert read_shape(str(sizes)) == tuple(sizes)


@given(st.text() | st.text(alphabet="0123456789x×*,;() []+-./N? "), st.none() | st.integers(1, 4))
def test_no_text_raises_and_every_size_is_positive(typed: str, rank: int | None) -> None:
    shape = read_shape(typed, rank=rank)

    assert isinstance(shape, Unreadable) or (shape and all(size > 0 for size in shape))

"""Typed tensors: every usual notation gives the same cells, what is written reads back, nothing raises."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import LANGUAGES, Language
from studycards.locale.text import unmarked
from studycards.questions.question import TensorReading, Unreadable
from studycards.questions.reading.tensor_writing import written_tensor
from studycards.questions.reading.tensors import MAX_LENGTH, read_tensor

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from studycards.questions.question import Tensor

    Array = npt.NDArray[Any]

SHAPES = st.lists(st.integers(1, 4), max_size=4).map(tuple)

FRACTIONS = st.one_of(
    st.integers(-9, 9).map(Fraction),
    st.integers(-99_999, 99_999).map(Fraction),
    st.decimals(-2000, 2000, places=3).map(Fraction),
    st.fractions(max_denominator=97),
)

BLOCKS = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
"""Two channels of two rows, from 1 to 8."""


def folded(numbers: Sequence[Fraction], shape: tuple[int, ...]) -> Tensor:
    """Return `numbers` in tuples of `shape`, cut from the outermost axis inwards."""
    if not shape:
        return numbers[0]
    size = len(numbers) // shape[0]
    return tuple(folded(numbers[first : first + size], shape[1:]) for first in range(0, len(numbers), size))


def tensors(cells: st.SearchStrategy[Fraction] = FRACTIONS) -> st.SearchStrategy[tuple[Tensor, tuple[int, ...]]]:
    """Draw a tensor with its shape."""

    def of(shape: tuple[int, ...]) -> st.SearchStrategy[tuple[Tensor, tuple[int, ...]]]:
        numbers = st.lists(cells, min_size=prod(shape), max_size=prod(shape))
        return numbers.map(lambda drawn: (folded(drawn, shape), shape))

    return SHAPES.flatmap(of)


def arrays(lowest: int, highest: int, divisor: float | None = None) -> st.SearchStrategy[Array]:
    """Draw an array of one to four axes: integers, or integers over `divisor`."""
    shapes = st.lists(st.integers(1, 4), min_size=1, max_size=4)

    def of(shape: list[int]) -> st.SearchStrategy[Array]:
        numbers = st.lists(st.integers(lowest, highest), min_size=prod(shape), max_size=prod(shape))
        whole = numbers.map(lambda drawn: np.array(drawn).reshape(shape))
        return whole if divisor is None else whole.map(lambda array: array / divisor)

    return shapes.flatmap(of)


def exact(array: Array) -> TensorReading:
    return TensorReading(folded([Fraction(str(number)) for number in array.ravel()], array.shape), array.shape)


@given(tensors())
def test_what_is_written_reads_back_in_both_languages(tensor: tuple[Tensor, tuple[int, ...]]) -> None:
    value, shape = tensor
    text = written_tensor(value)

    assert [read_tensor(text.written_in(code), measured=True) for code in LANGUAGES] == [
        TensorReading(value, shape)
    ] * 2


@given(arrays(-99, 99) | arrays(-400, 400, 4) | arrays(-9, 9, 1e6))
def test_what_numpy_prints_is_read(array: Array) -> None:
    assert read_tensor(str(array)) == exact(array)
    assert read_tensor(repr(array)) == exact(array)
    assert read_tensor(str(array.tolist())) == exact(array)


@pytest.mark.parametrize("columns", [30, 40])
def test_a_print_that_numpy_breaks_is_joined(columns: int) -> None:
    array = np.arange(3 * columns).reshape(3, columns)

    assert "\n" in str(array[0])
    assert read_tensor(str(array)) == exact(array)
    assert read_tensor(repr(array)) == exact(array)


@pytest.mark.parametrize("row", ["\n", ";", " ; ", ";\n", "; \n "])
@pytest.mark.parametrize("cell", [" ", "  ", ", ", "\t", " | "])
def test_rows_and_cells_are_separated_in_any_usual_way(row: str, cell: str) -> None:
    channel = "\n\n" if "\n" in row else ";;"
    typed = channel.join(row.join(cell.join(map(str, line)) for line in block) for block in BLOCKS)

    assert read_tensor(typed) == exact(np.array(BLOCKS))


@pytest.mark.parametrize(
    ("value", "polish", "english"),
    [
        (((Fraction(1, 2), Fraction(-1)), (Fraction(2), Fraction(3))), "0,5 −1\n2 3", "0.5 −1\n2 3"),
        (((Fraction(1, 2),), (Fraction(3, 2),)), "| 0,5 |\n| 1,5 |", "0.5\n1.5"),
        (((Fraction(1, 2), Fraction(2)),), "[[0.5, 2]]", "[[0.5, 2]]"),
        ((((Fraction(1),),), ((Fraction(2),),)), "1\n\n2", "1\n\n2"),
        ((Fraction(12), Fraction(544)), "| 12 | 544 |", "| 12 | 544 |"),
        ((Fraction(9, 8), Fraction(1, 3)), "1,125 1/3", "1.125 1/3"),
        (Fraction(9, 8), "| 1,125 |", "1.125"),
    ],
)
def test_rows_are_written_as_they_would_be_typed(value: Tensor, polish: str, english: str) -> None:
    text = written_tensor(value)

    assert text.pl == polish
    assert text.en == english


@pytest.mark.parametrize(
    ("typed", "polish", "english"),
    [
        ("1 2; 3", "Wiersz 2 ma 1 liczbę, a wiersz 1 ma 2 liczby.", "Row 2 has 1 number, but row 1 has 2 numbers."),
        (
            "1\n2\n3\n4\n5\n\n6",
            "Kanał 2 ma 1 wiersz, a kanał 1 ma 5 wierszy.",
            "Channel 2 has 1 row, but channel 1 has 5 rows.",
        ),
        (
            "1;;2;;;3",
            "Przykład 2 ma 1 kanał, a przykład 1 ma 2 kanały.",
            "Sample 2 has 1 channel, but sample 1 has 2 channels.",
        ),
        (
            "1,2;3,4",
            "„1,2” to jedna liczba czy kilka? Napisz 1.2 albo 1, 2.",
            "Is “1,2” one number or several? Write 1.2 or 1, 2.",
        ),
        (
            "12 544",
            "„12 544” to jedna liczba czy kilka? Napisz 12544 albo 12, 544.",
            "Is “12 544” one number or several? Write 12544 or 12, 544.",
        ),
    ],
)
def test_a_refusal_says_where_the_trouble_is(typed: str, polish: str, english: str) -> None:
    refusal = read_tensor(typed)

    assert isinstance(refusal, Unreadable)
    assert Language("pl").render(refusal.reason) == polish
    assert Language("en").render(refusal.reason) == english


@pytest.mark.parametrize("typed", ["1,2", "1,234,567", "12 544", "1 1/2", "[0,5]", "1,2;3,4"])
def test_what_is_asked_offers_two_notations_that_are_read_differently(typed: str) -> None:
    refusal = read_tensor(typed)
    assert isinstance(refusal, Unreadable)
    one, several = (read_tensor(str(refusal.reason.values[name])) for name in ("one", "several"))

    assert isinstance(one, TensorReading)
    assert isinstance(several, TensorReading)
    assert one.shape == ()
    assert len(several.shape) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "9" * MAX_LENGTH,
        "1 " * 10_001,
        "1\n" * 10_001,
        "[1]," * 10_000 + "[1],[2]",
        " ".join(f"{number}+1" for number in range(2000)),
        "[" * MAX_LENGTH,
        "(" * 1000 + "1" + ")" * 1000,
        "[[[[[1]]]]]",
        "1" + "\n" * 1000 + "2;;;;;;3 4",
        "9^64^64 1",
        "1,2," * 5001,
    ],
)
def test_an_answer_that_nobody_types_is_refused(typed: str) -> None:
    assert isinstance(read_tensor(typed), Unreadable)


def test_ten_thousand_cells_are_read() -> None:
    reading = read_tensor("\n".join([("1 2 " * 50).strip()] * 100))

    assert isinstance(reading, TensorReading)
    assert reading.shape == (100, 100)


@given(st.text() | st.text(alphabet="0123456789.,;|[](){} \n\t+-−*×x/½%e'_:", max_size=40))
def test_no_text_raises_and_every_reading_has_the_shape_it_says(typed: str) -> None:
    reading = read_tensor(typed)

    if isinstance(reading, TensorReading):
        sizes = reduce(lambda value, _: value[0] if isinstance(value, tuple) else value, reading.shape, reading.value)
        assert isinstance(sizes, Fraction)
        assert len(reading.shape) <= 4
        assert np.array(reading.value, dtype=object).shape == reading.shape


@given(st.text(alphabet="٠١٢３４५६৭", min_size=1, max_size=4))
def test_digits_of_other_scripts_are_refused(typed: str) -> None:
    assert isinstance(read_tensor(f"{typed} 1"), Unreadable)
    assert isinstance(read_tensor(f"[[1, {typed}]]"), Unreadable)


@given(st.text(alphabet="0123456789.,; -\n|", max_size=20))
def test_a_reading_does_not_depend_on_blanks_around_the_rows(typed: str) -> None:
    assert read_tensor(f"\n {typed} \n") == read_tensor(typed)


@pytest.mark.parametrize(
    ("typed", "shape", "value"),
    [
        ("100 200; 300 400", (2, 2), ((100, 200), (300, 400))),
        ("1,2; 3,4", (2, 2), ((1, 2), (3, 4))),
        ("1,2; 3,4", (2, 1), ((Fraction("1.2"),), (Fraction("3.4"),))),
        ("12 544", (2,), (12, 544)),
    ],
)
def test_of_two_readings_the_one_of_the_expected_shape_is_meant(
    typed: str, shape: tuple[int, ...], value: Tensor
) -> None:
    assert read_tensor(typed, shape) == TensorReading(value, shape)


@pytest.mark.parametrize("shape", [(3,), (1, 3)])
def test_a_column_may_be_typed_where_a_row_is_due_and_a_decimal_comma_in_it(shape: tuple[int, ...]) -> None:
    """Read the other way it would have six cells, which nobody asks for."""
    reading = read_tensor("0,2; 0,5; -0,7", shape)

    assert reading == TensorReading(((Fraction(1, 5),), (Fraction(1, 2),), (Fraction(-7, 10),)), (3, 1))


@pytest.mark.parametrize("typed", ["[1,000, 2; 3, 4]", "1,000 2; 3 4", "[[1,000, 2], [3, 4]]"])
def test_a_cell_that_could_be_a_thousand_is_asked_about(typed: str) -> None:
    reading = read_tensor(typed, (2, 2))

    assert isinstance(reading, Unreadable)
    assert Language("en").render(reading.reason) == (
        "Row 1, column 1: “1,000” can be read in two ways. Write 1000 or 1."
    )
    assert read_tensor(typed, (2, 2), measured=True) == TensorReading(
        folded([*map(Fraction, (1, 2, 3, 4))], (2, 2)), (2, 2)
    )


@pytest.mark.parametrize(
    ("typed", "quoted"), [("9**9**9 1", "“9^9^9”"), ("1 \x1b", "“U+001B”"), ("1 xyz", "“xyz”"), ("1 ln", "“ln”")]
)
def test_what_cannot_be_read_is_quoted_as_it_was_typed(typed: str, quoted: str) -> None:
    reading = read_tensor(typed)

    assert isinstance(reading, Unreadable)
    assert quoted in unmarked(Language("en").render(reading.reason))


def test_the_reading_that_fits_says_what_is_wrong_with_it() -> None:
    """As decimals these would be 1/0.1 and 2.3: a column that is not asked for."""
    reading = read_tensor("1/0,1; 2,3", (2, 2))

    assert isinstance(reading, Unreadable)
    assert Language("en").render(reading.reason).startswith("Row 1, column 1: “1/0” cannot be computed")

"""What is typed in the Lab becomes a table, or one sentence about what is wrong and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studycards.locale import Language
from studycards.study.lab.sketch import Draft

POLISH = Language("pl")

NETWORK = "3x32x32 | conv1: conv2d(16, 5, padding=2) | relu | max_pool2d(2)"


def test_a_network_has_a_row_for_each_layer() -> None:
    """16 filters of 3·5·5 weights and a bias: 1216 parameters; 75 multiplications for each of 16·32·32 cells."""
    sketch = Draft().typed(NETWORK).sketch

    assert sketch is not None
    assert [(row.name, row.shape, row.parameters, row.macs) for row in sketch.rows] == [
        ("conv1", (16, 32, 32), 1216, 75 * 16 * 32 * 32),
        ("relu1", (16, 32, 32), 0, 0),
        ("pool1", (16, 16, 16), 0, 0),
    ]
    assert [row.receptive_field and row.receptive_field.size for row in sketch.rows] == [(5, 5), (5, 5), (6, 6)]
    assert sketch.calls == ("conv2d(16, 5, padding=2)", "relu", "max_pool2d(2)")
    assert sketch.totals == (1216, 1_228_800, 2_457_600, 4 * (16_384 + 16_384 + 4096))


def test_an_architecture_is_its_name() -> None:
    sketch = Draft().typed("resnet50").sketch

    assert sketch is not None
    assert sketch.totals.parameters == 25_557_032


def test_branches_at_different_strides_say_why_there_are_no_fields() -> None:
    sketch = Draft().typed("1x8x8 | concat(max_pool2d(2), avg_pool2d(2)) | relu").sketch
    uneven = Draft().typed("1x8x8 | concat(conv2d(1, 2, stride=2), conv2d(1, 5)) | relu").sketch

    assert sketch is not None
    assert sketch.no_fields is None
    assert uneven is not None
    assert uneven.no_fields is not None


def test_while_half_typed_the_last_table_stays_and_the_fault_has_a_place() -> None:
    good = Draft().typed("1x5x5 | relu")
    half = good.typed("1x5x5 | rellu | relu")

    assert half.sketch is good.sketch
    assert half.fault is not None
    assert "1x5x5 | rellu | relu"[half.fault.start : half.fault.end] == "rellu"
    assert "rellu" in POLISH.render(half.fault.reason)


def test_an_impossible_layer_is_a_fault_with_a_place() -> None:
    draft = Draft().typed("1x3x3 | conv1: conv2d(1, 5)")

    assert draft.sketch is None
    assert draft.fault is not None
    assert "1x3x3 | conv1: conv2d(1, 5)"[draft.fault.start :].startswith("conv1")


def test_a_good_text_takes_the_fault_away() -> None:
    assert Draft().typed("1x5x5 |").typed("1x5x5 | relu").fault is None


PIECES = ["1x5x5", "[2, 4]", " | ", "|", "conv2d(", "2", "3", ")", ",", "relu", "residual(", "resnet50", "concat(", "="]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join))
def test_anything_that_is_typed_is_a_table_or_a_sentence(text: str) -> None:
    draft = Draft().typed(text)

    assert (draft.sketch is None) != (draft.fault is None)
    if draft.fault is not None:
        assert POLISH.render(draft.fault.reason)
        assert draft.fault.start is None or 0 <= draft.fault.start <= len(text)

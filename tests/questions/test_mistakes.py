"""The library of mistakes: every rule on its worked example, and a right answer that is never diagnosed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studycards.decks.asking import QUANTITIES, Ask
from studycards.engine.errors import NotationError
from studycards.engine.notation import parse
from studycards.errors import StudycardsError
from studycards.locale import LANGUAGES, Language
from studycards.locale.catalogs.mistake_names import ENTRIES as NAMES
from studycards.locale.catalogs.mistakes import ENTRIES as SENTENCES
from studycards.questions.mistakes import MISTAKES, QUANTITY_MISTAKES, mistaken_answers, wrong_answers
from studycards.questions.variants.quantities import quantity

SHAPE = Ask("output_shape")
COUNT = Ask("parameters")

# From the table of worked examples that the library was written from: the right size, then the wrong one.
SIZES = {
    "size.no_plus_one": ("1x32x32 | conv2d(1, 5, stride=2)", 14, 13),
    "size.pad_once": ("1x32x32 | conv2d(1, 5, padding=2)", 32, 30),
    "size.no_pad": ("1x28x28 | conv2d(1, 5, padding=2)", 28, 24),
    "size.pad_subtracted": ("1x28x28 | conv2d(1, 3, padding=1)", 28, 24),
    "size.ceil": ("1x32x32 | conv2d(1, 5, stride=2)", 14, 15),
    "size.no_stride": ("1x32x32 | conv2d(1, 4, stride=2, padding=1)", 16, 31),
    "size.plus_one_inside": ("1x33x33 | conv2d(1, 4, stride=3, padding=1)", 11, 10),
    "size.no_dilation": ("1x32x32 | conv2d(1, 3, dilation=2)", 28, 30),
    "size.dilation_times_k": ("1x32x32 | conv2d(1, 3, dilation=2)", 28, 27),
    "size.same_assumed": ("1x32x32 | conv2d(1, 5, stride=2, padding=1)", 15, 16),
    "size.pool_stride1": ("1x28x28 | max_pool2d(2)", 14, 27),
    # Family A01 of the course's plan.
    "size.no_overlap": ("1x28x28 | conv2d(1, 5)", 24, 5),
}

SHAPES = {
    "shape.channels_in": ("3x32x32 | conv2d(16, 3, padding=1)", (16, 32, 32), (3, 32, 32)),
    "shape.flatten_no_channels": ("64x7x7 | flatten", (3136,), (49,)),
    # Family B26 of the course's plan.
    "shape.pool_ignored": ("150x14x14 | conv2d(112, 1) | avg_pool2d(2)", (112, 7, 7), (112, 14, 14)),
    "shape.pool_channels": ("64x28x28 | max_pool2d(2)", (64, 14, 14), (32, 14, 14)),
}

CONV = "64x56x56 | conv2d(128, 3, padding=1)"
GROUPED = "64x8x8 | conv2d(128, 3, groups=4)"
SEPARABLE = "64x8x8 | conv2d(64, 3, groups=64, bias=False) | conv2d(128, 1, bias=False)"

COUNTS = {
    "par.no_bias": (CONV, 73_856, 73_728),
    "par.one_bias": (CONV, 73_856, 73_729),
    "par.bias_cin": (CONV, 73_856, 73_792),
    "par.bias_per_pair": (CONV, 73_856, 81_920),
    "par.no_cin": (CONV, 73_856, 1_280),
    "par.no_cout": (CONV, 73_856, 577),
    "par.k_not_squared": (CONV, 73_856, 24_704),
    "par.times_positions": (CONV, 73_856, 231_612_416),
    "par.groups_ignored": (GROUPED, 18_560, 73_856),
    "par.groups_twice": (GROUPED, 18_560, 4_736),
    "par.depthwise_only": (SEPARABLE, 8_768, 576),
    "par.bn_buffers": ("128x8x8 | batch_norm2d", 256, 512),
    "par.bn_gamma_only": ("128x8x8 | batch_norm2d", 256, 128),
    "par.bn_per_element": ("16x32x32 | batch_norm2d", 32, 32_768),
    "par.dense_no_flatten": ("64x7x7 | flatten | linear(10)", 31_370, 650),
    "par.dense_bias_in": ("64x7x7 | flatten | linear(10)", 31_370, 34_496),
    # Families B02 and B12 of the course's plan.
    "par.bias_added": ("16x8x8 | conv2d(32, 3, bias=False) | batch_norm2d", 4_672, 4_704),
    "par.gap_as_flatten": ("64x7x7 | global_avg_pool2d | linear(10)", 650, 31_370),
    "par.pool_has_weights": ("64x8x8 | max_pool2d(2)", 0, 256),
}

TRANSPOSED = {
    "tconv.forward_formula": ("1x7x7 | conv_transpose2d(1, 4, stride=2, padding=1)", 14, 3),
    "tconv.pad_added": ("1x7x7 | conv_transpose2d(1, 4, stride=2, padding=1)", 14, 18),
    # Family A18 of the course's plan.
    "tconv.gap_per_input": ("1x7x7 | conv_transpose2d(1, 4, stride=2, padding=1)", 14, 16),
    "tconv.no_output_padding": ("1x7x7 | conv_transpose2d(1, 3, stride=2, padding=1, output_padding=1)", 14, 13),
}

STRIDED = "64x56x56 | conv2d(128, 3, stride=2, padding=1)"

MACS = {
    "mac.flops_doubled": 115_605_504,
    "mac.input_size": 231_211_008,
    "mac.params": 73_728,
    "mac.no_cin": 903_168,
    # 3·3·64·128·28.
    "mac.one_axis": 2_064_384,
    "mac.bias_counted": 57_903_104,
}

CHAIN = "1x64x64 | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3) | max_pool2d(2) | conv2d(1, 3)"
THREES = "1x64x64 | conv2d(1, 3) | conv2d(1, 3)"
DILATED = "1x64x64 | conv2d(1, 3) | conv2d(1, 3, dilation=2) | conv2d(1, 3, dilation=4)"

FIELDS = {
    "rf.no_jump": (CHAIN, 18, 9),
    "rf.stride_included": (CHAIN, 18, 21),
    "rf.no_pool": (CHAIN, 18, 7),
    "rf.sum_kernels": (CHAIN, 18, 13),
    "rf.product": (THREES, 5, 9),
    # Family D01 of the course's plan.
    "rf.from_zero": (THREES, 5, 4),
    "rf.no_dilation": (DILATED, 15, 7),
}


@pytest.mark.parametrize("mistake", TRANSPOSED)
def test_a_rule_for_transposed_convolution_gives_the_wrong_size_of_its_worked_example(mistake: str) -> None:
    text, right, wrong = TRANSPOSED[mistake]
    network = parse(text)

    assert quantity(network, Ask("output_size")) == right
    assert wrong_answers(network, Ask("output_size"), (mistake,)) == {mistake: wrong}
    assert wrong_answers(network, SHAPE, (mistake,)) == {mistake: (1, wrong, wrong)}


@pytest.mark.parametrize("mistake", MACS)
def test_a_rule_for_macs_gives_the_wrong_count_of_its_worked_example(mistake: str) -> None:
    network = parse(STRIDED)

    assert quantity(network, Ask("macs")) == 57_802_752
    assert wrong_answers(network, Ask("macs"), (mistake,)) == {mistake: MACS[mistake]}


def test_flops_share_the_mistakes_about_macs_but_for_the_factor_two() -> None:
    answers = wrong_answers(parse(STRIDED), Ask("flops"))

    assert answers.pop("mac.not_doubled") == 57_802_752
    assert answers == {name: 2 * macs for name, macs in MACS.items() if name != "mac.flops_doubled"}


def test_the_macs_of_a_dense_layer_have_no_biases_either() -> None:
    """Family C03 of the course's plan: 400·120 = 48 000, with the biases 48 120."""
    answers = wrong_answers(parse("400 | linear(120)"), Ask("macs"))

    assert answers == {"mac.flops_doubled": 96_000, "mac.bias_counted": 48_120}


@pytest.mark.parametrize("mistake", FIELDS)
def test_a_rule_for_receptive_fields_gives_the_wrong_side_of_its_worked_example(mistake: str) -> None:
    text, right, wrong = FIELDS[mistake]
    network = parse(text)

    assert quantity(network, Ask("receptive_field")) == right
    assert wrong_answers(network, Ask("receptive_field"), (mistake,)) == {mistake: wrong}


def test_a_wrong_receptive_field_is_followed_through_the_wider_branch() -> None:
    """Right is 1 + 2 + 4 = 7, without the 1 it is 6; the sides are 3 + 5 and 3·5; the shortcut sees less."""
    network = parse("4x32x32 | residual(conv2d(4, 3, padding=1) | relu | conv2d(4, 5, padding=2))")

    assert quantity(network, Ask("receptive_field")) == 7
    assert wrong_answers(network, Ask("receptive_field")) == {
        "rf.sum_kernels": 8,
        "rf.from_zero": 6,
        "rf.product": 15,
    }


def test_a_wrong_receptive_field_follows_each_axis() -> None:
    """Down 1 + 2 + 2 = 5, across 1 + 4 + 0 = 5: one number; behind the first layer 3×5. Products: 3·3 and 5·1."""
    network = parse("1x32x32 | conv2d(1, (3, 5)) | conv2d(1, (3, 1))")

    assert quantity(network, Ask("receptive_field", "conv1")) == (3, 5)
    assert quantity(network, Ask("receptive_field")) == 5
    assert wrong_answers(network, Ask("receptive_field"), ("rf.product",)) == {"rf.product": (9, 5)}


def test_behind_layers_without_a_window_of_their_own_no_field_is_guessed() -> None:
    network = parse("1x32x32 | conv2d(1, 3) | flatten | linear(2)")

    assert mistaken_answers(network, Ask("receptive_field")) == {}


def test_the_memory_of_activations_is_asked_in_bytes() -> None:
    network = parse("64x56x56 | relu")

    assert quantity(network, Ask("activation_memory")) == 802_816
    assert wrong_answers(network, Ask("activation_memory")) == {"mem.elements_not_bytes": 200_704}


def test_weights_and_biases_are_got_wrong_apart() -> None:
    """3·3·64·128 weights and 128 biases; 64 biases by the inputs, one for each pair of channels 64·128."""
    network = parse("64x8x8 | conv2d(128, 3) | batch_norm2d")

    assert wrong_answers(network, Ask("weights"), ("par.no_cin", "par.no_bias")) == {"par.no_cin": 1_152 + 128}
    assert wrong_answers(network, Ask("biases"), ("par.bias_cin", "par.bias_per_pair", "par.no_cin")) == {
        "par.bias_cin": 64 + 128,
        "par.bias_per_pair": 8_192 + 128,
    }


def test_weights_that_are_used_again_are_not_counted_again() -> None:
    network = parse("4x8x8 | conv1: conv2d(4, 3, padding=1) | relu | conv2d(4, 3, padding=1) sharing conv1")

    assert wrong_answers(network, COUNT, ("par.no_bias",)) == {"par.no_bias": 3 * 3 * 4 * 4}


def test_a_padding_that_differs_from_side_to_side_has_no_mistakes_about_2p() -> None:
    network = parse("1x8x8 | conv2d(1, 2, padding=same)")

    assert wrong_answers(network, Ask("output_size")) == {}


@pytest.mark.parametrize("mistake", SIZES)
def test_a_size_rule_gives_the_wrong_size_of_its_worked_example(mistake: str) -> None:
    text, right, wrong = SIZES[mistake]
    network = parse(text)

    assert network.output_shape == (1, right, right)
    assert wrong_answers(network, SHAPE, (mistake,)) == {mistake: (1, wrong, wrong)}


@pytest.mark.parametrize("mistake", SHAPES)
def test_a_shape_rule_gives_the_wrong_shape_of_its_worked_example(mistake: str) -> None:
    text, right, wrong = SHAPES[mistake]
    network = parse(text)

    assert network.output_shape == right
    assert wrong_answers(network, SHAPE, (mistake,)) == {mistake: wrong}


@pytest.mark.parametrize("mistake", COUNTS)
def test_a_parameter_rule_gives_the_wrong_count_of_its_worked_example(mistake: str) -> None:
    text, right, wrong = COUNTS[mistake]
    network = parse(text)

    assert network.parameters() == right
    assert wrong_answers(network, COUNT, (mistake,)) == {mistake: wrong}


def test_every_mistake_has_a_worked_example() -> None:
    others = {"mac.not_doubled", "mem.elements_not_bytes"}

    assert {*SIZES, *SHAPES, *COUNTS, *TRANSPOSED, *MACS, *FIELDS, *others} == set(QUANTITY_MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_mistake_tells_its_slip_in_both_languages(mistake: str) -> None:
    feedback = MISTAKES[mistake].feedback

    assert Language("pl").render(feedback) != Language("en").render(feedback)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_every_mistake_has_a_short_name_in_both_languages(mistake: str) -> None:
    """Short enough for a line of a statistic, and a phrase, not a sentence."""
    polish, english = (Language(code).render(MISTAKES[mistake].title) for code in LANGUAGES)

    assert polish != english
    assert all(len(name) <= 48 and not name.endswith(".") for name in (polish, english))


def test_no_two_mistakes_are_called_or_told_the_same() -> None:
    for entries in (NAMES, SENTENCES):
        assert len({entry.pl for entry in entries.values()}) == len(entries)
        assert len({entry.en for entry in entries.values()}) == len(entries)


def test_no_sentence_is_without_a_mistake() -> None:
    assert set(SENTENCES) == set(NAMES) == set(MISTAKES)


def test_a_fully_connected_layer_knows_the_bias_mistakes_too() -> None:
    """120·84 + 84 = 10164; without biases 10080, with one for the layer 10081, with one for each input 10200."""
    network = parse("120 | linear(84)")

    assert network.parameters() == 10_164
    assert wrong_answers(network, COUNT) == {
        "par.no_bias": 10_080,
        "par.one_bias": 10_081,
        "par.dense_bias_in": 10_200,
    }


def test_the_channels_before_flattening_survive_an_activation_between() -> None:
    network = parse("64x7x7 | flatten | dropout | linear(10)")

    assert wrong_answers(network, COUNT, ("par.dense_no_flatten",)) == {"par.dense_no_flatten": 650}


def test_only_the_first_layer_behind_the_flattening_takes_channels_for_inputs() -> None:
    """64·20 + 20 instead of 3136·20 + 20, while 20·10 + 10 stays."""
    network = parse("64x7x7 | flatten | linear(20) | linear(10)")

    assert wrong_answers(network, COUNT, ("par.dense_no_flatten",)) == {"par.dense_no_flatten": 1_300 + 210}


def test_asked_for_a_layer_only_that_layer_is_got_wrong() -> None:
    """28 → 28 (padding 2) → 28 (padding 1); without the padding of the second layer 26."""
    network = parse("1x28x28 | conv2d(4, 5, padding=2) | conv2d(8, 3, padding=1)")

    assert wrong_answers(network, Ask("output_shape", "conv2"), ("size.no_pad",)) == {"size.no_pad": (8, 26, 26)}
    assert wrong_answers(network, Ask("parameters", "conv2"), ("par.no_bias",)) == {"par.no_bias": 3 * 3 * 4 * 8}


def test_asked_for_the_network_every_layer_is_got_wrong() -> None:
    """28 − 4 = 24, then 24 − 2 = 22; the biases are 4 and 8."""
    network = parse("1x28x28 | conv2d(4, 5, padding=2) | conv2d(8, 3, padding=1)")

    assert wrong_answers(network, SHAPE, ("size.no_pad",)) == {"size.no_pad": (8, 22, 22)}
    assert wrong_answers(network, COUNT, ("par.no_bias",)) == {"par.no_bias": 5 * 5 * 4 + 3 * 3 * 4 * 8}


def test_each_axis_follows_its_own_options() -> None:
    """H: 29 + 2·2 − 5 = 28, 28/2 + 1 = 15; W: 15 + 2·1 − 7 = 10, 10/1 + 1 = 11. Without the +1: 14 and 10."""
    network = parse("1x29x15 | conv2d(1, (5, 7), stride=(2, 1), padding=(2, 1))")

    assert network.output_shape == (1, 15, 11)
    assert wrong_answers(network, SHAPE, ("size.no_plus_one",)) == {"size.no_plus_one": (1, 14, 10)}


def test_a_rule_that_changes_nothing_in_this_variant_is_dropped() -> None:
    network = parse("1x28x28 | conv2d(1, 5)")

    assert wrong_answers(network, SHAPE, ("size.no_pad", "size.no_dilation")) == {}
    assert mistaken_answers(network, SHAPE, ("size.no_pad",)) == {"size.no_pad": (1, 24, 24)}


def test_a_rule_that_leads_to_no_possible_shape_is_left_out() -> None:
    """Without its padding the 5×5 kernel does not fit on a 3×3 map."""
    network = parse("1x3x3 | conv2d(1, 5, padding=1)")

    assert mistaken_answers(network, SHAPE, ("size.no_pad", "size.pad_subtracted")) == {}


def test_sizes_below_one_do_not_multiply_to_a_length() -> None:
    """3 − 2·2 − 3 + 1 = −3 on both axes: no map, and no vector of 9 either."""
    network = parse("1x3x3 | conv2d(1, 3, padding=2) | flatten")

    assert mistaken_answers(network, SHAPE, ("size.pad_subtracted",)) == {}


def test_a_pooling_that_rounds_up_has_no_size_mistakes() -> None:
    """The rules are about rounding down; one for `ceil_mode` would need formulas of its own."""
    network = parse("4x24x24 | max_pool2d(3, stride=2, ceil_mode=True)")

    assert network.output_shape == (4, 12, 12)
    assert not [name for name in wrong_answers(network, SHAPE) if name.startswith("size.")]


def test_an_unknown_mistake_is_refused_by_name() -> None:
    with pytest.raises(StudycardsError) as refusal:
        wrong_answers(parse("1x8x8 | conv2d(1, 3)"), SHAPE, ("size.nopad",))

    assert refusal.value.values["name"] == "size.nopad"


@given(
    size=st.integers(4, 40),
    channels=st.integers(1, 8),
    kernel=st.integers(1, 7),
    stride=st.integers(1, 4),
    padding=st.integers(0, 3),
    dilation=st.integers(1, 3),
    asked=st.sampled_from([Ask(word, "conv1") for word in QUANTITIES] + [SHAPE, COUNT]),
)
def test_no_wrong_answer_is_the_right_one_or_impossible(
    size: int, channels: int, kernel: int, stride: int, padding: int, dilation: int, asked: Ask
) -> None:
    options = f"{kernel}, stride={stride}, padding={padding}, dilation={dilation}"
    try:
        network = parse(f"{channels}x{size}x{size} | conv2d(4, {options}) | relu | flatten | linear(3)")
    except NotationError:
        assume(condition=False)

    answers = wrong_answers(network, asked).values()

    assert quantity(network, asked) not in answers
    assert all(min(answer) > 0 if isinstance(answer, tuple) else answer >= 0 for answer in answers)

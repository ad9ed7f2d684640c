"""The one-line notation: read, written back, and refused with the place and the nearest valid name."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.layers import (
    AvgPool2d,
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    LeakyReLU,
    Linear,
    MaxPool2d,
    ReLU,
    Sigmoid,
    Softmax,
    Tanh,
)
from studycards.engine.network import Network, Node
from studycards.engine.notation import NotationError, check_syntax, parse, to_text

if TYPE_CHECKING:
    from studycards.engine.layers import (
        Layer,
    )

NUMBERS = {"C": Fraction(3), "H": Fraction(32), "F": Fraction(16), "k": Fraction(5), "p": Fraction(2)}


def test_the_example_of_the_design_is_read() -> None:
    network = parse("3x32x32 | conv2d(16, 5, padding=2) | relu | max_pool2d(2)")

    assert network.input_shape == (3, 32, 32)
    assert [node.layer for node in network.nodes] == [Conv2d(16, 5, padding=2), ReLU(), MaxPool2d(2)]
    assert network.output_shape == (16, 16, 16)


@pytest.mark.parametrize(
    "text",
    [
        "[C, H, H] | conv1: conv2d(F, k, padding=p) | relu",
        "[C,H,H]|conv1:conv2d(F,kernel_size=k,padding=p)|relu()",
        "  [C, 2*16, H]  |  conv1 : conv2d( out_channels = F , kernel_size = k, padding = p )\n | relu1: relu ( )  ",
        "3×32×32 | conv2d(8 * p, (k, 5), 1, (2, p), bias=True) | relu",
        "3 x 32 x 32 | conv2d(padding=p, kernel_size=min(k, H), out_channels=F) | relu",
    ],
)
def test_a_network_may_be_written_in_many_ways(text: str) -> None:
    network = parse(text, NUMBERS)

    assert network.names == ("conv1", "relu1")
    assert network.shapes == ((16, 32, 32), (16, 32, 32))
    assert check_syntax(text, NUMBERS.keys()) == network.names


OPTIONS: list[tuple[str, Layer]] = [
    ("conv2d(4, 3, 2, 1, 1, 2, False)", Conv2d(4, 3, 2, 1, 1, 2, bias=False)),
    ("conv2d(4, (3, 2), stride=(2, 1), dilation=2)", Conv2d(4, (3, 2), stride=(2, 1), dilation=2)),
    ("max_pool2d(3, 2, 1, 1, True)", MaxPool2d(3, 2, 1, 1, ceil_mode=True)),
    ("max_pool2d(3, stride=None)", MaxPool2d(3)),
    ("avg_pool2d(3, count_include_pad=1 > 2)", AvgPool2d(3, count_include_pad=False)),
    ("global_avg_pool2d()", GlobalAvgPool2d()),
    ("batch_norm2d", BatchNorm2d()),
    ("leaky_relu(0.2)", LeakyReLU(Fraction(1, 5))),
    ("leaky_relu", LeakyReLU(0.01)),
    ("dropout(p=0.25)", Dropout(0.25)),
    ("dropout(1)", Dropout(1)),
    ("flatten", Flatten()),
    ("sigmoid", Sigmoid()),
    ("tanh", Tanh()),
    ("softmax", Softmax()),
]


@pytest.mark.parametrize(("text", "layer"), OPTIONS, ids=[text for text, _ in OPTIONS])
def test_options_are_those_of_pytorch_by_position_or_by_name(text: str, layer: Layer) -> None:
    network = parse(f"4x9x9 | it: {text}")

    assert network.nodes == (Node("it", layer, ("input",)),)


def test_a_vector_may_go_in() -> None:
    assert parse("784 | linear(10, bias=False)").parameters() == 7840


FAULTS: list[tuple[str, str, str, str]] = [
    # the text with the offending piece in «», the key, and the sentence
    ("3x32x32«»", "no_layers", "", "write layers after the input, as in 3x32x32 | conv2d(16, 5) | relu"),
    ("3x32x32 |«»", "layer_missing", "", "a layer is needed here, such as relu"),
    ("3x32x32 | «»| relu", "layer_missing", "", "a layer is needed here, such as relu"),
    ("3x32x32 | «»5", "layer_missing", "", "a layer is needed here, such as relu"),
    ("«x32x32» | relu", "input_notation", "", "the input is written 3x32x32 or [C, H, W], not 'x32x32'"),
    ("«CxHxH» | relu", "input_notation", "", "the input is written 3x32x32 or [C, H, W], not 'CxHxH'"),
    ("[C, «W», H] | relu", "unknown_name", "", "unknown name 'W'"),
    ("[C, «», H] | relu", "expression_empty", "", "an expression is needed here"),
    ("3x32x32 | «conf2d»(16, 5)", "unknown_layer_near", "conv2d", "there is no layer 'conf2d'; did you mean 'conv2d'?"),
    ("3x32x32 | a: «MaxPool2d»(2)", "unknown_layer_near", "max_pool2d", "there is no layer 'MaxPool2d'; did you mean"),
    ("3x32x32 | «lstm»(2)", "unknown_layer", "", "there is no layer 'lstm'"),
    ("3x32x32 | conv2d(16, 5, «pading»=2)", "unknown_option_near", "padding", "conv2d has no option 'pading'; did you"),
    ("3x32x32 | relu(«inplace»=True)", "unknown_option", "", "relu has no option 'inplace'"),
    ("3x32x32 | conv2d(16, 5, «kernel_size»=3)", "option_twice", "", "kernel_size is given twice"),
    ("3x32x32 | «conv2d»(16)", "option_missing", "", "conv2d needs kernel_size"),
    ("3x32x32 | «max_pool2d»", "option_missing", "", "max_pool2d needs kernel_size"),
    ("3x32x32 | relu(«3»)", "argument_misplaced", "", "'3' is one argument too many for relu"),
    ("3x32x32 | conv2d(16, padding=2, «5»)", "argument_misplaced", "", "'5' is one argument too many for conv2d, or"),
    (
        "3x32x32 | batch_norm2d(«3»)",
        "inferred_option",
        "",
        "batch_norm2d takes num_features from its input, so that",
    ),
    ("3x32x32 | batch_norm2d(«num_features»=3)", "inferred_option", "", "batch_norm2d takes num_features from its"),
    ("3x32x32 | instance_norm2d(«3», affine=True)", "inferred_option", "", "instance_norm2d takes num_features from"),
    ("3x32x32 | group_norm(1, «3»)", "inferred_option", "", "group_norm takes num_channels from its input, so"),
    ("[C] | layer_norm(«3»)", "inferred_option", "", "layer_norm takes normalized_shape from its input, so"),
    ("3x32x32 | layer_norm2d(«3»)", "inferred_option", "", "layer_norm2d takes normalized_shape from its input, so"),
    ("3x32x32 | layer_scale(«3»)", "inferred_option", "", "layer_scale takes num_channels from its input, so"),
    ("[512] | linear(512, «10»)", "inferred_option", "", "linear takes in_features from its input, so"),
    ("3x32x32 | conv2d(«in_channels»=3, out_channels=16)", "inferred_option", "", "conv2d takes in_channels from its"),
    ("3x32x32 | conv2d(16,«»)", "expression_empty", "", "an expression is needed here"),
    ("3x32x32 | conv2d«(»16, 5 | relu", "parenthesis_open", "", "this parenthesis is never closed"),
    (
        "3x32x32 | conv2d(16, 5)«) | »| relu",
        "behind_layer",
        "",
        "')' cannot stand behind a layer; layers are",
    ),
    ("3x32x32 | relu «max_pool2d»(2)", "behind_layer", "", "'max_pool2d(2)' cannot stand behind a layer"),
    ("3x32x32 | conv2d(16, 5 + «W»)", "unknown_name", "", "unknown name 'W'"),
    ("3x32x32 | conv2d(16, 5 «5»)", "expression_unreadable", "", "the expression cannot be read from '5' on"),
    ("3x32x32 | conv2d(16, __import__(«'»os'))", "unexpected_token", "", "''' cannot stand in an expression"),
    ("3x32x32 | a: relu | «a»: relu", "name_taken", "", "the name 'a' is taken: choose another one"),
    ("3x32x32 | «input»: relu", "name_taken", "", "the name 'input' is taken: choose another one"),
]


def marked(text: str) -> tuple[str, int]:
    """Return a text without its marks, and where the first one stood."""
    return text.replace("«", "").replace("»", ""), text.index("«")


@pytest.mark.parametrize(("text", "key", "nearest", "sentence"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_told_with_its_place_and_the_nearest_valid_name(
    text: str, key: str, nearest: str, sentence: str
) -> None:
    plain, offset = marked(text)
    with pytest.raises(NotationError) as checked:
        check_syntax(plain, {"C", "H"})
    with pytest.raises(NotationError) as parsed:
        parse(plain, {"C": Fraction(3), "H": Fraction(8)})

    assert checked.value.key == f"engine.{key}"
    assert checked.value.offset == offset
    assert str(checked.value).startswith(sentence)
    assert (checked.value.values.get("nearest") or "") == nearest
    assert (parsed.value.key, parsed.value.offset) == (checked.value.key, checked.value.offset)


UNFIT = [
    ("3x32x32 | relu | «linear»(10)", "engine.needs_vector"),
    ("3x8x8 | conv2d(4, 5) | «second: conv2d»(4, 5)", "engine.kernel_too_large"),
    ("3x8x8 | «conv2d»(1/2, 5)", "engine.option_not_whole"),
    ("3x8x8 | «conv2d»(4, k - 3)", "engine.option_out_of_range"),
    ("3x8x8 | «conv2d»(4, 3, bias=2)", "engine.option_not_flag"),
    ("3x8x8 | «max_pool2d»(None)", "engine.option_not_size"),
    ("3x8x8 | conv2d(4, «1 / (k - 3)»)", "engine.division_by_zero"),
    ("«3x8» | relu", "engine.input_shape"),
    ("«512x4096x4096» | conv2d(8, 3)", "engine.input_too_large"),
    ("3x32x32 | «conv2d»(3, 16, 5)", "engine.torch_order"),
    ("3x8x8 | «conv2d»(3, 64, 3)", "engine.torch_order"),
    ("3x8x8 | conv2d(8, 3) | relu | «second: conv2d»(8, 16, 3, padding=1)", "engine.torch_order"),
    ("64x8x8 | «conv_transpose2d»(64, 32, 2, 2)", "engine.torch_order"),
    ("3x8x8 | «conv2d»(8, 9) | conv2d(8, 16, 3)", "engine.kernel_too_large"),
    ("[«C», 8, 1/2] | relu", "engine.input_shape"),
]


@pytest.mark.parametrize(
    "text",
    [
        "64x8x8 | conv2d(64, 3, 1)",
        "64x8x8 | conv2d(64, 4, 2, 1)",
        "3x32x32 | conv2d(3, kernel_size=16, stride=5)",
        "3x32x32 | conv2d(3, 16)",
        "3x224x224 | conv2d(96, 11, 4)",
        "[64] | linear(64, bias=False)",
        "8x4x4 | group_norm(2, eps=0.1)",
        "8x4x4 | batch_norm2d(eps=3)",
    ],
)
def test_what_is_no_order_of_pytorch_is_taken_as_it_stands(text: str) -> None:
    assert str(parse(text)) == str(parse(str(parse(text))))


@pytest.mark.parametrize(("text", "key"), UNFIT, ids=[text for text, _ in UNFIT])
def test_what_only_the_numbers_make_impossible_is_told_with_its_layer(text: str, key: str) -> None:
    plain, offset = marked(text)
    check_syntax(plain, {"C", "k"})
    with pytest.raises(NotationError) as caught:
        parse(plain, {"C": Fraction(3), "k": Fraction(3)})

    assert (caught.value.key, caught.value.offset) == (key, offset)


def test_as_many_layers_as_allowed_are_read() -> None:
    assert len(parse("3x3x3" + " | relu" * 1000).nodes) == 1000


sizes = st.integers(1, 4)
pairs = sizes | st.tuples(sizes, sizes)
probabilities = st.fractions(0, 1, max_denominator=100)

layers_on_maps = st.one_of(
    st.builds(
        Conv2d,
        st.sampled_from([4, 8]),
        pairs,
        stride=pairs,
        padding=st.integers(2, 3) | st.tuples(st.integers(2, 3), st.integers(2, 3)),
        groups=st.sampled_from([1, 2, 4]),
        bias=st.booleans(),
    ),
    st.builds(MaxPool2d, st.integers(1, 2), stride=st.none() | pairs, ceil_mode=st.booleans()),
    st.builds(AvgPool2d, st.integers(1, 2), stride=st.none() | pairs, count_include_pad=st.booleans()),
    st.builds(BatchNorm2d, eps=st.fractions(0, 1, max_denominator=1000)),
    st.builds(LeakyReLU, st.floats(0, 1) | probabilities),
    st.builds(Dropout, probabilities),
    st.sampled_from([ReLU(), Sigmoid(), Tanh(), Softmax()]),
)

heads = st.sampled_from([Flatten(), GlobalAvgPool2d()]).flatmap(
    lambda head: st.lists(st.builds(Linear, st.integers(1, 9), bias=st.booleans()), max_size=2).map(
        lambda linears: [head, *linears]
    )
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Networks of all layers, some of them with names of their own; padding keeps their maps large enough."""
    layers = [*draw(st.lists(layers_on_maps, max_size=4)), *draw(heads)]
    automatic = Network.of((4, 64, 64), layers)
    own = draw(st.lists(st.booleans(), min_size=len(layers), max_size=len(layers)))
    names = [f"my_{name}" if mine else name for name, mine in zip(automatic.names, own, strict=True)]
    return Network((4, 64, 64), tuple(map(Node, names, layers)))


@given(networks())
def test_what_is_written_is_read_back(network: Network) -> None:
    text = to_text(network)

    assert parse(text) == network
    assert parse(text).shapes == network.shapes
    assert check_syntax(text, ()) == network.names
    assert to_text(parse(text)) == text == str(network)


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(["3x8x8", " | ", "conv2d", "(", ")", "16", ",", "padding=", "relu", ":", "a", "[", "]", "="])
    ).map("".join)
)
def test_no_text_makes_it_fail_in_another_way(text: str) -> None:
    """Whatever is written, a network comes back or an error that points into the text, and both doors agree."""
    refusal = refused(text)

    if refusal is None:
        assert check_syntax(text, ()) == parse(text).names
    else:
        assert refusal.offset is None or 0 <= refusal.offset <= len(text)
        assert str(refusal).isprintable()


def refused(text: str) -> NotationError | None:
    try:
        parse(text)
    except NotationError as error:
        return error
    return None

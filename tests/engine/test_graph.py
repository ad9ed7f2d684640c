"""Networks with branches: built, named, refused; run forward and backward through every way that values take."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studycards.engine.graph import Graph
from studycards.engine.layers import (
    Add,
    AvgPool2d,
    BatchNorm2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Flatten,
    LayerError,
    LayerNorm2d,
    Linear,
    MaxPool2d,
    Multiply,
    Sigmoid,
    SiLU,
    Slice,
    Tanh,
)
from studycards.engine.network import INPUT, Network, Node
from studycards.engine.notation import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from studycards.engine.layers import Layer

    Array = npt.NDArray[Any]

TINY = 1e-30
"""A complex step: its square vanishes beside 1, so the derivative is exact to rounding."""


def two_heads() -> Network:
    """A residual block, and two heads of which one branches off before it."""
    graph = Graph((3, 8, 8))
    x = graph.add(Conv2d(4, 3, padding=1), name="stem")
    aux = graph.add(Flatten(), name="aux_flat")
    aux = graph.add(Linear(2), name="aux")
    with graph.within("block1"):
        y = graph.add(Conv2d(4, 3, padding=1), x)
        y = graph.add(Tanh())
        y = graph.add(Conv2d(4, 3, padding=1))
        y = graph.add(Add(), y, x)
    graph.add(Flatten(), y)
    main = graph.add(Linear(10), name="fc")
    return graph.network((main, aux))


def test_a_layer_is_added_behind_the_last_one_or_behind_those_that_are_named() -> None:
    network = two_heads()

    assert network.names == (
        *("stem", "aux_flat", "aux", "block1.conv1", "block1.tanh1", "block1.conv2", "block1.add1"),
        *("flatten2", "fc"),
    )
    assert [node.inputs for node in network.nodes] == [
        *((INPUT,), ("stem",), ("aux_flat",)),
        *(("stem",), ("block1.conv1",), ("block1.tanh1",), ("block1.conv2", "stem")),
        *(("block1.add1",), ("flatten2",)),
    ]
    assert network.outputs == ("fc", "aux")
    assert network.output_shape == (10,)
    assert network.shape_after("aux") == (2,)


def test_a_network_says_its_inputs_and_its_output_by_name_even_where_they_were_left_out() -> None:
    network = Network((1, 4, 4), (Node("a", Tanh()), Node("b", Tanh())))

    assert network == Network((1, 4, 4), (Node("a", Tanh(), (INPUT,)), Node("b", Tanh(), ("a",))), ("b",))


def test_a_group_is_asked_like_a_layer() -> None:
    """Two convolutions 4 → 4 with 3×3 kernels: 2·(4·4·9 + 4) parameters, 2·64·144 multiply-adds."""
    network = two_heads()

    assert network.parameters("block1") == 296
    assert network.macs("block1") == 18_432
    assert network.shape_before("block1") == network.shape_after("block1") == (4, 8, 8)
    assert [node.name for node in network.nodes_of("block1")] == list(network.names[3:7])


def test_groups_in_groups_are_numbered_anew() -> None:
    graph = Graph((1, 9, 9))
    with graph.within("layer1"):
        for number in range(2):
            with graph.within(str(number)):
                graph.add(Conv2d(1, 1))
        graph.add(Tanh(), name="act")
    graph.add(Conv2d(1, 1))

    assert graph.network().names == ("layer1.0.conv1", "layer1.1.conv1", "layer1.act", "conv1")


def test_shared_weights_count_once_and_their_multiply_adds_twice() -> None:
    graph = Graph((4, 8, 8))
    first = graph.add(Conv2d(4, 3, padding=1))
    graph.add(Tanh())
    graph.add(Conv2d(4, 3, padding=1), shares=first)
    network = graph.network()

    assert network.parameters() == network.parameters("conv1") == 148
    assert network.parameters("conv2") == 0
    assert network.macs() == 2 * network.macs("conv1")
    assert network.counts().trainable == 148


REFUSED: list[tuple[tuple[Node, ...], str, str]] = [
    ((Node("a", Tanh(), ("b",)), Node("b", Tanh())), "a", "no layer before a is called 'b'"),
    ((Node("a", Tanh()), Node("bb", Add(), ("a", "inputs"))), "bb", "did you mean 'input'?"),
    ((Node("a", Tanh()), Node("a", Tanh())), "a", "the name 'a' is taken"),
    ((Node("a", Conv2d(2, 1)), Node("b", Add(), ("a", INPUT))), "b", "add cannot bring 2×4×4 and 1×4×4 together"),
    ((Node("a", Conv2d(2, 1)), Node("b", Conv2d(2, 1), shares="a")), "b", "cannot use the weights of 'a'"),
    ((Node("a", Conv2d(1, 1)), Node("b", Conv2d(1, 1), shares="c")), "b", "cannot use the weights of 'c'"),
    ((Node("a", Conv2d(1, 1), shares="a"),), "a", "cannot use the weights of 'a'"),
    ((Node("a", ConvTranspose2d(1, 9, stride=10**9)),), "a", "is too large to think about"),
]


@pytest.mark.parametrize(("nodes", "node", "sentence"), REFUSED, ids=[row[2] for row in REFUSED])
def test_a_node_that_cannot_stand_where_it_stands_is_named(nodes: tuple[Node, ...], node: str, sentence: str) -> None:
    with pytest.raises(LayerError) as caught:
        Network((1, 4, 4), nodes)

    assert caught.value.node == node
    assert sentence in str(caught.value)


def test_an_output_must_be_there() -> None:
    with pytest.raises(LayerError, match="no layer 'fd'"):
        Network((1, 4, 4), (Node("fc", Tanh()),), ("fd",))


def arrays_of(network: Network, seed: int = 0) -> dict[str, Array]:
    generator = np.random.default_rng(seed)
    return {
        f"{name}.{array}": generator.integers(-8, 9, shape) / 8
        for name in network.names
        for array, shape in network.parameter_shapes(name).items()
    }


def test_a_value_used_twice_collects_both_gradients() -> None:
    """y = x² + x: dy/dx = 2x + 1."""
    network = parse("3 | a: multiply of (input, input) | add of (a, input)")
    x = np.array([[1.0, -2.0, 0.5]])
    values = network.forward(x, {})
    gradients = network.backward(np.ones((1, 3)), values, {})

    assert values["add1"].tolist() == [[2.0, 2.0, 0.75]]
    assert gradients["input"].tolist() == [[3.0, -3.0, 2.0]]


def test_a_weight_used_twice_collects_both_gradients() -> None:
    """y = w·(w·x): dy/dw = 2·w·x."""
    network = parse("1x1x1 | conv2d(1, 1, bias=False) | conv2d(1, 1, bias=False) sharing conv1")
    weight = {"conv1.weight": np.full((1, 1, 1, 1), 3.0)}
    x = np.full((1, 1, 1, 1), 5.0)
    values = network.forward(x, weight)
    gradients = network.backward(np.ones((1, 1, 1, 1)), values, weight)

    assert values["conv2"].item() == 45
    assert gradients["conv1.weight"].item() == 30
    assert "conv2.weight" not in gradients


def test_gradients_of_several_outputs_come_together() -> None:
    network = two_heads()
    parameters = arrays_of(network)
    x = np.random.default_rng(1).normal(size=(2, 3, 8, 8))
    values = network.forward(x, parameters)
    main, aux = np.ones((2, 10)), np.ones((2, 2))
    both = network.backward({"fc": main, "aux": aux}, values, parameters)
    one = network.backward(main, values, parameters)
    other = network.backward({"aux": aux}, values, parameters)

    for name, gradient in both.items():
        np.testing.assert_allclose(gradient, one[name] + other[name], rtol=1e-12, atol=1e-12)
    assert not one["aux.weight"].any()
    assert not other["fc"].any()


def test_a_run_can_start_from_any_intermediate_value() -> None:
    network = two_heads()
    parameters = arrays_of(network)
    x = np.random.default_rng(1).normal(size=(2, 3, 8, 8))
    values = network.forward(x, parameters)
    mistaken = values["block1.conv1"] + 1
    again = network.forward(x, parameters, given={"block1.conv1": mistaken})

    assert again["block1.conv1"] is mistaken
    assert (again["block1.tanh1"] == np.tanh(mistaken)).all()
    assert (again["aux"] == values["aux"]).all()
    assert (again["fc"] != values["fc"]).any()
    assert (network.forward(x, parameters, given={"fc": values["fc"]})["fc"] == values["fc"]).all()


def test_a_given_value_must_fit() -> None:
    network = two_heads()
    x, parameters = np.ones((1, 3, 8, 8)), arrays_of(network)

    with pytest.raises(LayerError, match="stem must have the shape 1×4×8×8, not 1×4×8×7"):
        network.forward(x, parameters, given={"stem": np.ones((1, 4, 8, 7))})
    with pytest.raises(LayerError, match="no layer 'stam'; did you mean 'stem'"):
        network.forward(x, parameters, given={"stam": np.ones((1, 4, 8, 8))})
    with pytest.raises(LayerError, match="dy of aux must have the shape 1×2, not 1×3"):
        network.backward({"aux": np.ones((1, 3))}, network.forward(x, parameters), parameters)


SIZE = (4, 4)
SMOOTH: list[Callable[[int], Layer]] = [
    lambda channels: Conv2d(channels, 3, padding=1),
    lambda channels: Conv2d(channels, (1, 3), padding=((0, 0), (2, 0)), bias=False),
    lambda channels: ConvTranspose2d(channels, 3, padding=1),
    lambda _: Tanh(),
    lambda _: Sigmoid(),
    lambda _: SiLU(),
    lambda _: BatchNorm2d(),
    lambda _: LayerNorm2d(),
    lambda _: AvgPool2d(3, stride=1, padding=1),
]
LINEAR: list[Callable[[int], Layer]] = [SMOOTH[0], SMOOTH[1], SMOOTH[2], SMOOTH[8]]


@st.composite
def graphs(draw: st.DrawFn, layers: list[Callable[[int], Layer]], *, products: bool = True) -> Network:
    """Networks on maps of 4×4 whose nodes look at any earlier ones, with weights used twice, and one or two outputs."""
    channels = {INPUT: 2}
    graph = Graph((2, *SIZE))
    convolutions: dict[tuple[int, Layer], str] = {}

    def known(among: list[str]) -> str:
        return draw(st.sampled_from(among))

    for _ in range(draw(st.integers(1, 7))):
        x = known(list(channels))
        alike = [name for name, count in channels.items() if count == channels[x]]
        match draw(st.sampled_from(["layer", "layer", "add", "concat", "multiply", "slice"])):
            case "add":
                name = graph.add(Add(), x, known(alike), known(alike))
            case "concat":
                other = known(list(channels))
                name = graph.add(Concat(), x, other)
                channels[name] = channels[x] + channels[other]
            case "multiply" if products:
                name = graph.add(Multiply(), x, known(alike))
            case "slice" if channels[x] > 1:
                name = graph.add(Slice(1, channels[x]), x)
                channels[name] = channels[x] - 1
            case _:
                layer = draw(st.sampled_from(layers))(draw(st.integers(1, 2)))
                owner = convolutions.get((channels[x], layer)) if draw(st.booleans()) else None
                name = graph.add(layer, x, shares=owner)
                channels[name] = getattr(layer, "out_channels", channels[x])
                if isinstance(layer, Conv2d) and owner is None:
                    convolutions[channels[x], layer] = name
        channels.setdefault(name, channels[x])
    outputs = [graph.last, known([name for name in channels if name != INPUT])]
    return graph.network(tuple(dict.fromkeys(outputs)))


def loss(network: Network, arrays: Mapping[str, Array], dy: Mapping[str, Array]) -> Any:  # noqa: ANN401 - real or complex
    values = network.forward(arrays["input"], arrays)
    return sum((gradient * values[name]).sum() for name, gradient in dy.items())


@given(graphs(SMOOTH), st.integers(0, 99))
def test_gradients_of_any_smooth_network_equal_the_complex_step(network: Network, seed: int) -> None:
    """Along a random direction of all inputs and weights at once: residual, concat, shared weights, two outputs."""
    generator = np.random.default_rng(seed)
    arrays = {"input": generator.normal(size=(2, 2, *SIZE))}
    arrays |= {name: generator.normal(size=array.shape) for name, array in arrays_of(network).items()}
    values = network.forward(arrays["input"], arrays)
    dy = {name: generator.normal(size=values[name].shape) for name in network.outputs}
    gradients = network.backward(dy, values, arrays)
    direction = {name: generator.normal(size=array.shape) for name, array in arrays.items()}
    moved = {name: array + TINY * 1j * direction[name] for name, array in arrays.items()}
    terms = [(gradients[name] * direction[name]).ravel() for name in arrays]

    assert [value.shape[1:] for value in values.values()] == [network.input_shape, *network.shapes]
    assert set(gradients) == {*values, *arrays}
    assert sum(term.sum() for term in terms) == pytest.approx(
        loss(network, moved, dy).imag / TINY, rel=1e-10, abs=1e-10 * sum(abs(term).sum() for term in terms)
    )


@given(graphs(LINEAR, products=False), st.integers(0, 99))
def test_the_gradient_of_the_input_of_a_linear_network_is_its_difference_exactly(network: Network, seed: int) -> None:
    """In fractions: a linear function changes by gradient times direction, with nothing left over."""
    generator = np.random.default_rng(seed)

    def drawn(shape: tuple[int, ...]) -> Array:
        values: Array = np.vectorize(Fraction, otypes=[object])(generator.integers(-8, 9, shape))
        return values

    arrays = {name: drawn(array.shape) for name, array in arrays_of(network).items()}
    x, direction = drawn((1, 2, *SIZE)), drawn((1, 2, *SIZE))
    values = network.forward(x, arrays)
    dy = {name: drawn(values[name].shape) for name in network.outputs}
    gradients = network.backward(dy, values, arrays)
    difference = loss(network, arrays | {"input": x + direction}, dy) - loss(network, arrays | {"input": x}, dy)

    assert (gradients["input"] * direction).sum() == difference


@given(graphs([*SMOOTH, lambda _: MaxPool2d(3, stride=1, padding=1)]))
def test_shapes_are_those_of_the_run_and_what_is_written_is_read_back(network: Network) -> None:
    values = network.forward(np.ones((1, 2, *SIZE)), arrays_of(network))

    assert [value.shape[1:] for value in values.values()] == [network.input_shape, *network.shapes]
    assert parse(str(network)) == network

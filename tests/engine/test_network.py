"""Networks: shapes and counts of published architectures, names, and arrays forward and backward."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from studycards.engine.layers import (
    AvgPool2d,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    LayerError,
    Linear,
    MaxPool2d,
    ReLU,
    Tanh,
)
from studycards.engine.network import Network, Node
from studycards.engine.notation import parse

if TYPE_CHECKING:
    import numpy.typing as npt

    from studycards.engine.layers import Layer, Shape

    Array = npt.NDArray[Any]

LENET = Network.of(
    (1, 32, 32),
    [
        Conv2d(6, 5),
        Tanh(),
        AvgPool2d(2),
        Conv2d(16, 5),
        Tanh(),
        AvgPool2d(2),
        Conv2d(120, 5),
        Tanh(),
        Flatten(),
        Linear(84),
        Tanh(),
        Linear(10),
    ],
)

ALEXNET = Network.of(
    (3, 224, 224),
    [
        *(Conv2d(64, 11, stride=4, padding=2), ReLU(), MaxPool2d(3, stride=2)),
        *(Conv2d(192, 5, padding=2), ReLU(), MaxPool2d(3, stride=2)),
        *(Conv2d(384, 3, padding=1), ReLU()),
        *(Conv2d(256, 3, padding=1), ReLU()),
        *(Conv2d(256, 3, padding=1), ReLU(), MaxPool2d(3, stride=2)),
        *(Flatten(), Dropout(), Linear(4096), ReLU(), Dropout(), Linear(4096), ReLU(), Linear(1000)),
    ],
)


def vgg16() -> Network:
    layers: list[Layer] = []
    for repeats, channels in ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512)):
        layers += [Conv2d(channels, 3, padding=1), ReLU()] * repeats + [MaxPool2d(2)]
    head = [Flatten(), Linear(4096), ReLU(), Linear(4096), ReLU(), Linear(1000)]
    return Network.of((3, 224, 224), [*layers, *head])


def test_lenet5_has_its_published_counts() -> None:
    """With full connections in C3 and pooling that learns nothing."""
    assert LENET.parameters() == 61_706
    assert LENET.macs() == 416_520
    assert [LENET.shape_after(name) for name in ("pool1", "pool2", "conv3", "fc2")] == [
        (6, 14, 14),
        (16, 5, 5),
        (120, 1, 1),
        (10,),
    ]


def test_alexnet_has_the_counts_of_torchvision() -> None:
    assert ALEXNET.parameters() == 61_100_840
    assert ALEXNET.macs() == 714_188_480
    assert ALEXNET.shape_after("pool3") == (256, 6, 6)
    assert ALEXNET.shape_after("flatten") == (9216,)


def test_vgg16_has_the_counts_of_torchvision() -> None:
    """Layer by layer as in table 1 of the paper: the first fully connected layer alone has 102,764,544."""
    network = vgg16()

    assert network.parameters() == 138_357_544
    assert network.macs() == 15_470_264_320
    assert network.parameters("conv1") == 1_792
    assert network.parameters("conv13") == 2_359_808
    assert network.parameters("fc1") == 102_764_544
    assert network.shape_before("fc1") == (25_088,)


def test_shapes_follow_each_other() -> None:
    network = parse("3x32x32 | conv2d(16, 5, padding=2) | relu | max_pool2d(2) | flatten | linear(10)")

    assert network.shapes == ((16, 32, 32), (16, 32, 32), (16, 16, 16), (4096,), (10,))
    assert network.output_shape == (10,)
    assert network.shape_before("conv1") == (3, 32, 32)
    assert network.shape_before("pool1") == network.shape_after("relu1")
    assert network.parameter_shapes("fc1") == {"weight": (10, 4096), "bias": (10,)}
    assert network.parameters("conv1") + network.parameters("fc1") == network.parameters() == 42_186


def test_layers_without_a_name_are_numbered_by_kind() -> None:
    pools = "max_pool2d(2) | conv2d(4, 1) | batch_norm2d | avg_pool2d(2) | global_avg_pool2d"
    network = parse(f"1x20x20 | conv2d(4, 3) | relu | {pools} | linear(2)")

    assert network.names == ("conv1", "relu1", "pool1", "conv2", "bn1", "pool2", "gap1", "fc1")


def test_a_name_takes_no_number_away_from_the_others() -> None:
    assert parse("1x9x9 | stem: conv2d(4, 3) | relu | conv2d(4, 3)").names == ("stem", "relu1", "conv2")


def test_a_sole_layer_is_found_without_its_number() -> None:
    network = parse("1x9x9 | conv2d(4, 3) | relu | conv2d(8, 3)")

    assert network.shape_after("relu") == network.shape_after("relu1") == (4, 7, 7)
    with pytest.raises(LayerError, match="no layer 'conv'; did you mean 'conv"):
        network.shape_after("conv")


def test_an_unknown_layer_is_told_with_the_nearest_one() -> None:
    with pytest.raises(LayerError) as caught:
        LENET.parameters("conf1")

    assert str(caught.value) == "the network has no layer 'conf1'; did you mean 'conv1'?"


def test_names_are_unique_and_the_input_has_its_own() -> None:
    for name in ("conv", "input"):
        with pytest.raises(LayerError, match=f"the name '{name}' is taken"):
            Network((1, 9, 9), (Node("conv", Conv2d(1, 3)), Node(name, ReLU())))


def test_a_layer_that_does_not_fit_is_named() -> None:
    with pytest.raises(LayerError) as caught:
        Network.of((3, 8, 8), [Conv2d(4, 5), ReLU(), Conv2d(4, 5)])

    assert caught.value.node == "conv2"
    assert caught.value.key == "engine.kernel_too_large"


@pytest.mark.parametrize("shape", [(), (3, 4), (1, 2, 3, 4), (0,), (3, -1, -1)])
def test_an_input_is_a_map_or_a_vector(shape: Shape) -> None:
    with pytest.raises(LayerError, match="channels×height×width"):
        Network(shape, ())


def test_another_layer_in_its_place_changes_all_behind_it() -> None:
    network = parse("3x28x28 | conv1: conv2d(8, 5, padding=2) | relu | flatten | linear(10)")
    mistaken = network.replace("conv1", Conv2d(8, 5))

    assert mistaken.shapes == ((8, 24, 24), (8, 24, 24), (4608,), (10,))
    assert network.shape_after("conv1") == (8, 28, 28)
    assert mistaken.names == network.names


SMALL = parse("1x4x4 | conv2d(2, 2) | relu | max_pool2d(2, stride=1) | flatten | linear(3)")


def exact(values: Array) -> Array:
    fractions: Array = np.vectorize(Fraction, otypes=[object])(values)
    return fractions


def small_parameters(seed: int) -> dict[str, Array]:
    """Numbers on a grid of 1/8 without ties: products and sums of them are exact in float64."""
    generator = np.random.default_rng(seed)
    return {
        f"{name}.{array}": generator.permutation(200)[: int(np.prod(shape))].reshape(shape) / 8 - 12
        for name in SMALL.names
        for array, shape in SMALL.parameter_shapes(name).items()
    }


def test_forward_gives_every_intermediate_value() -> None:
    """By hand: X = 0..15, one filter of ones without bias: sums 10, 14, 18, ..., minus 20 the first row vanishes."""
    network = parse("1x4x4 | conv2d(1, 2) | relu | max_pool2d(2, stride=1) | global_avg_pool2d")
    x = np.arange(16.0).reshape(1, 1, 4, 4)
    values = network.forward(x, {"conv1.weight": np.ones((1, 1, 2, 2)), "conv1.bias": np.array([-20.0])})

    assert list(values) == ["input", "conv1", "relu1", "pool1", "gap1"]
    assert values["conv1"].tolist() == [[[[-10, -6, -2], [6, 10, 14], [22, 26, 30]]]]
    assert values["relu1"].tolist() == [[[[0, 0, 0], [6, 10, 14], [22, 26, 30]]]]
    assert values["pool1"].tolist() == [[[[10, 14], [26, 30]]]]
    assert values["gap1"].tolist() == [[20]]


def test_values_have_the_shapes_that_the_structure_says() -> None:
    values = SMALL.forward(np.ones((5, 1, 4, 4)), small_parameters(1))

    assert [value.shape for value in values.values()] == [(5, 1, 4, 4), *((5, *shape) for shape in SMALL.shapes)]


def test_backward_gives_the_gradient_of_every_value_and_parameter() -> None:
    """Central differences of sum(dy * y): exact for a step that crosses no kink, as all is piecewise linear."""
    parameters = small_parameters(2)
    x = np.random.default_rng(3).permutation(32).reshape(2, 1, 4, 4) / 8
    dy = np.arange(6.0).reshape(2, 3) - 2
    values = SMALL.forward(x, parameters)
    gradients = SMALL.backward(dy, values, parameters)
    arrays = {"input": x, **parameters}

    assert set(gradients) == {*SMALL.names, *arrays}
    for name, array in arrays.items():
        assert gradients[name].shape == array.shape
        for index in np.ndindex(array.shape):
            assert gradients[name][index] == slope(arrays, name, index, dy), (name, index)


def slope(arrays: dict[str, Array], name: str, index: tuple[int, ...], dy: Array, step: float = 2.0**-20) -> float:
    def loss(shift: float) -> float:
        moved = arrays[name].copy()
        moved[index] += shift
        changed = {**arrays, name: moved}
        x = changed.pop("input")
        return float((dy * SMALL.forward(x, changed)["fc1"]).sum())

    return (loss(step) - loss(-step)) / (2 * step)


def test_fractions_stay_fractions() -> None:
    parameters = {name: exact(array) / 3 for name, array in small_parameters(4).items()}
    values = SMALL.forward(exact(np.arange(16).reshape(1, 1, 4, 4)), parameters)
    gradients = SMALL.backward(exact(np.ones((1, 3))), values, parameters)

    assert {type(item) for item in values["fc1"].ravel()} == {Fraction}
    assert gradients["fc1.bias"].tolist() == [1, 1, 1]
    assert gradients["conv1.weight"].dtype == object


def test_dropout_changes_nothing_unless_a_mask_is_given() -> None:
    network = parse("4 | dropout(0.5)")
    x, dy = np.array([[1.0, 2, 3, 4]]), np.ones((1, 4))
    mask = {"dropout1.mask": np.array([[1.0, 0, 1, 0]])}

    assert network.forward(x, {})["dropout1"].tolist() == [[1, 2, 3, 4]]
    assert network.forward(x, mask)["dropout1"].tolist() == [[2, 0, 6, 0]]
    assert network.backward(dy, {"input": x}, {})["input"].tolist() == [[1, 1, 1, 1]]
    assert network.backward(dy, {"input": x}, mask)["input"].tolist() == [[2, 0, 2, 0]]


def test_batch_norm_takes_the_statistics_of_the_batch_unless_others_are_given() -> None:
    """x = 1, 3, 5, 7 has mean 4 and variance 5: ±3/√5, ±1/√5, as in the mistake library."""
    network = parse("1x2x2 | batch_norm2d(eps=0)")
    x = np.array([1.0, 3, 5, 7]).reshape(1, 1, 2, 2)
    learned = {"bn1.weight": np.array([1.0]), "bn1.bias": np.array([0.0])}
    running = {"bn1.running_mean": np.array([1.0]), "bn1.running_var": np.array([4.0])}
    by_batch = network.forward(x, learned)["bn1"].ravel()
    by_running = network.forward(x, learned | running)["bn1"].ravel()

    assert by_batch == pytest.approx([-1.3416, -0.4472, 0.4472, 1.3416], abs=1e-4)
    assert by_running.tolist() == [0, 1, 2, 3]


def test_batch_norm_backward_lets_the_statistics_move_with_the_batch() -> None:
    network = parse("1x2x2 | batch_norm2d(eps=0)")
    x = np.array([1.0, 3, 5, 7]).reshape(1, 1, 2, 2)
    learned = {"bn1.weight": np.array([1.0]), "bn1.bias": np.array([0.0])}
    gradients = network.backward(np.array([1.0, 0, 0, 0]).reshape(x.shape), network.forward(x, learned), learned)

    assert gradients["input"].ravel() == pytest.approx([0.1342, -0.1789, -0.0447, 0.0894], abs=1e-4)


def test_every_layer_runs_forward_and_backward() -> None:
    network = parse(
        "4x9x9 | conv2d(6, (3, 2), stride=(1, 2), padding=1, dilation=(2, 1), groups=2, bias=False) | batch_norm2d "
        "| leaky_relu(0.1) | max_pool2d(3, 2, 1, ceil_mode=True) | sigmoid | avg_pool2d(2, 1, count_include_pad=False) "
        "| tanh | dropout | global_avg_pool2d | linear(3, bias=False) | softmax"
    )
    generator = np.random.default_rng(5)
    parameters = {
        f"{name}.{array}": generator.normal(size=shape)
        for name in network.names
        for array, shape in network.parameter_shapes(name).items()
    }
    x = generator.normal(size=(2, 4, 9, 9))
    values = network.forward(x, parameters)
    gradients = network.backward(np.eye(3)[:2], values, parameters)

    assert [value.shape[1:] for value in values.values()] == [network.input_shape, *network.shapes]
    assert {name: gradients[name].shape for name in values} == {name: value.shape for name, value in values.items()}
    assert {name: gradients[name].shape for name in parameters} == {n: p.shape for n, p in parameters.items()}
    assert values["softmax1"].sum(1) == pytest.approx([1, 1])


def test_arrays_that_do_not_fit_are_refused_before_anything_is_computed() -> None:
    parameters = small_parameters(6)
    x = np.ones((1, 1, 4, 4))
    wrong = {**parameters, "fc1.weight": np.ones((3, 9))}

    with pytest.raises(LayerError, match="input must have the shape 1×1×4×4, not 1×1×5×5"):
        SMALL.forward(np.ones((1, 1, 5, 5)), parameters)
    with pytest.raises(LayerError, match=r"fc1\.weight must have the shape 3×8, not 3×9"):
        SMALL.forward(x, wrong)
    with pytest.raises(LayerError, match=r"conv1\.weight is missing"):
        SMALL.forward(x, {})


def test_a_network_without_layers_gives_back_its_input() -> None:
    network = Network((3, 4, 4), ())

    assert network.output_shape == (3, 4, 4)
    assert network.parameters() == network.macs() == 0
    assert str(network) == "3x4x4"


def test_global_average_pooling_gives_a_vector() -> None:
    assert Network.of((512, 7, 7), [GlobalAvgPool2d(), Linear(1000)]).parameters() == 513_000

"""LeNet-5. LeCun, Bottou, Bengio, Haffner: Gradient-Based Learning Applied to Document Recognition, 1998."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.graph import Graph
from studycards.engine.layers import AvgPool2d, Conv2d, Flatten, Linear, Tanh

if TYPE_CHECKING:
    from studycards.engine.layers import Shape
    from studycards.engine.network import Network


def lenet5(input_shape: Shape = (1, 32, 32), num_classes: int = 10) -> Network:
    """Return LeNet-5 as it is taught: every filter of c3 sees all six maps, and the means learn nothing.

    The paper's c3 sees 3 to 6 maps (1,516 parameters instead of 2,416), its s2 and s4 learn a scale and a shift of
    each map (12 and 32 parameters), and its last layer compares with fixed patterns: 60,000 parameters in all.
    """
    graph = Graph(input_shape)
    for number, channels in ((1, 6), (3, 16)):
        x = graph.add(Conv2d(channels, 5), name=f"c{number}")
        x = graph.add(Tanh(), x, name=f"tanh{number}")
        x = graph.add(AvgPool2d(2), x, name=f"s{number + 1}")
    x = graph.add(Conv2d(120, 5), x, name="c5")
    x = graph.add(Tanh(), x, name="tanh5")
    x = graph.add(Flatten(), x, name="flatten")
    x = graph.add(Linear(84), x, name="f6")
    x = graph.add(Tanh(), x, name="tanh6")
    graph.add(Linear(num_classes), name="output")
    return graph.network()


NETWORKS = {
    "lenet5": lenet5,
}

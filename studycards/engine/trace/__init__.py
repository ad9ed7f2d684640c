"""Worked solutions as data: how a size, a count, or one cell of an output or a gradient comes about, term by term.

A solution is a `Step`: a name, a formula with its numbers, and the steps that it uses; `steps` lists them in order.
`OPERATIONS` trace the functions of `functional` by their names, with the arrays and options of the call:

    >>> convolution = OPERATIONS["conv2d"](x, weight, bias, stride=2)
    >>> convolution.output((0, 0, 1, 2)).value                       # is F.conv2d(x, weight, bias, 2)[0, 0, 1, 2]
    >>> convolution.gradient("weight", (0, 0, 0, 0), dy).expression  # each product of dy and x, and the cells of both

`NetworkTrace` does the same for the layers of a network, `traced_loss` and `first_update` for what training adds to it;
`output_shape`, `parameters`, `macs` and `receptive_fields` do without any arrays.
Nothing here imports NumPy: arrays are only read, cell by cell.
"""

from studycards.engine.trace.counts import (
    activation_elements,
    flops,
    layer_macs,
    layer_parameters,
    macs,
    parameters,
)
from studycards.engine.trace.network import NetworkTrace
from studycards.engine.trace.operation import Operation
from studycards.engine.trace.operations import OPERATIONS
from studycards.engine.trace.receptive_field import FieldRow, View, receptive_fields
from studycards.engine.trace.sizes import output_shape
from studycards.engine.trace.solution import numbers, steps
from studycards.engine.trace.terms import (
    Applied,
    Expression,
    Largest,
    Number,
    Power,
    Product,
    Quotient,
    Step,
    Sum,
    Wins,
)
from studycards.engine.trace.training import first_update, traced_loss

__all__ = [
    "OPERATIONS",
    "Applied",
    "Expression",
    "FieldRow",
    "Largest",
    "NetworkTrace",
    "Number",
    "Operation",
    "Power",
    "Product",
    "Quotient",
    "Step",
    "Sum",
    "View",
    "Wins",
    "activation_elements",
    "first_update",
    "flops",
    "layer_macs",
    "layer_parameters",
    "macs",
    "numbers",
    "output_shape",
    "parameters",
    "receptive_fields",
    "steps",
    "traced_loss",
]

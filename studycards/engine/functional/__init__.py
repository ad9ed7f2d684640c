"""Operations on arrays with the names, argument order and defaults of `torch.nn.functional`, each with its backward.

Arrays are NCHW and always have the batch axis. The code is the same for float32, float64, complex128 (complex-step
derivatives) and object arrays of `Fraction` (exact answers): nothing is converted. Options that are true or false are
keyword-only. A backward takes the gradient of the output and then what its forward took. It returns the gradient of
each array argument under the argument's name; a bias or weight that was not given has none.

What does not fit raises a `LayerError` before anything is computed.
"""

from studycards.engine.functional.activation import (
    dropout,
    dropout_backward,
    leaky_relu,
    leaky_relu_backward,
    relu,
    relu_backward,
    sigmoid,
    sigmoid_backward,
    softmax,
    softmax_backward,
    tanh,
    tanh_backward,
)
from studycards.engine.functional.convolution import conv2d, conv2d_backward
from studycards.engine.functional.linear import flatten, flatten_backward, linear, linear_backward
from studycards.engine.functional.normalization import batch_norm, batch_norm_backward, running_statistics
from studycards.engine.functional.pooling import (
    avg_pool2d,
    avg_pool2d_backward,
    global_avg_pool2d,
    global_avg_pool2d_backward,
    max_pool2d,
    max_pool2d_backward,
)

__all__ = [
    "avg_pool2d",
    "avg_pool2d_backward",
    "batch_norm",
    "batch_norm_backward",
    "conv2d",
    "conv2d_backward",
    "dropout",
    "dropout_backward",
    "flatten",
    "flatten_backward",
    "global_avg_pool2d",
    "global_avg_pool2d_backward",
    "leaky_relu",
    "leaky_relu_backward",
    "linear",
    "linear_backward",
    "max_pool2d",
    "max_pool2d_backward",
    "relu",
    "relu_backward",
    "running_statistics",
    "sigmoid",
    "sigmoid_backward",
    "softmax",
    "softmax_backward",
    "tanh",
    "tanh_backward",
]

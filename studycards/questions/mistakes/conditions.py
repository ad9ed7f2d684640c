"""Where a wrong rule can make a difference: questions about the options of a layer and about what enters it."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from studycards.engine.layers import Add, ReLU
from studycards.engine.windows import pair

if TYPE_CHECKING:
    from studycards.questions.mistakes.values import Site


def has_bias(site: Site) -> bool:
    """The layer has biases."""
    return bool(site.layer.bias)


def has_wide_kernel(site: Site) -> bool:
    """The kernel has more than one cell in a channel."""
    return pair(site.layer.kernel_size) != (1, 1)


def has_square_kernel(site: Site) -> bool:
    """Rows and columns of the kernel can be taken for each other."""
    height, width = pair(site.layer.kernel_size)
    return height == width > 1


def is_pointwise(site: Site) -> bool:
    """The convolution looks at one pixel at a time."""
    return not has_wide_kernel(site)


def is_padded(site: Site) -> bool:
    """Cells are put around the input."""
    return site.layer.padding not in (0, (0, 0), ((0, 0), (0, 0)), "valid")


def is_strided(site: Site) -> bool:
    """The windows move by more than one cell."""
    stride = site.layer.stride
    return pair(site.layer.kernel_size if stride is None else stride) != (1, 1)


def is_dilated(site: Site) -> bool:
    """There are gaps between the cells of the kernel."""
    return pair(site.layer.dilation) != (1, 1)


def overlaps(site: Site) -> bool:
    """Neighbouring windows share cells."""
    kernel, stride = pair(site.layer.kernel_size), pair(site.layer.stride or site.layer.kernel_size)
    return any(step < cells for step, cells in zip(stride, kernel, strict=True))


def is_ungrouped(site: Site) -> bool:
    """Each filter sees all channels."""
    return bool(site.layer.groups == 1)


def is_depthwise(site: Site) -> bool:
    """Each filter sees one of several channels."""
    return bool(1 < site.layer.groups == site.entering[0] == site.layer.out_channels)


def sums_channels(site: Site) -> bool:
    """Each filter sees several channels."""
    return is_ungrouped(site) and site.entering[0] > 1


def has_one_filter(site: Site) -> bool:
    """One filter sees all channels."""
    return is_ungrouped(site) and site.layer.out_channels == 1


def is_single(site: Site) -> bool:
    """One filter sees the only channel."""
    return has_one_filter(site) and site.entering[0] == 1


def has_area(site: Site) -> bool:
    """What enters is a map of more than one cell."""
    return prod(site.entering[1:]) > 1


def has_channels(site: Site) -> bool:
    """What enters has several channels."""
    return site.entering[0] > 1


def has_rows(site: Site) -> bool:
    """What enters is a map that rows and columns order differently."""
    return len(site.entering) == 3 and min(site.entering[1:]) > 1


def has_batch(site: Site) -> bool:
    """There are several examples."""
    return site.batch > 1


def has_mask(site: Site) -> bool:
    """It is known which values dropout keeps."""
    return site.has("mask")


def takes_batch_statistics(site: Site) -> bool:
    """The norm is in training: no running statistics are given."""
    return not (site.has("running_mean") and site.has("running_var"))


def is_square_dense(site: Site) -> bool:
    """There are as many outputs as inputs, and more than one."""
    return bool(site.layer.out_features == site.entering[0] > 1)


def is_used_again(site: Site) -> bool:
    """The layer uses the weights of another one."""
    return site.node.shares is not None


def is_used_twice(site: Site) -> bool:
    """The weights of the layer are used at two places."""
    owner = site.node.shares or site.node.name
    return sum(owner in (node.name, node.shares) for node in site.run.network.nodes) == 2


def is_rectified_sum(site: Site) -> bool:
    """The layer adds branches up, and a ReLU comes behind."""
    nodes = site.run.network.nodes
    return any(isinstance(node.layer, ReLU) and site.node.name in node.inputs for node in nodes)


def rectifies_sum(site: Site) -> bool:
    """The ReLU stands behind a sum of branches."""
    sums = [node.name for node in site.run.network.nodes if isinstance(node.layer, Add)]
    return site.node.inputs[0] in sums

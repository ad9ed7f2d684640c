"""Shapes and counts do not pay for arrays."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
import studycards.engine.errors, studycards.engine.expressions, studycards.engine.layers
import studycards.engine.network, studycards.engine.notation, studycards.engine.graph, studycards.engine.summary
network = studycards.engine.notation.parse("3x8x8 | conv2d(4, 3) | relu | max_pool2d(2) | flatten | linear(10)")
print(network.parameters(), network.macs(), network.output_shape)
network.counts(), network.receptive_field(), network.activation_memory(), studycards.engine.summary.summary(network)
str(studycards.engine.notation.parse("3x8x8 | residual(upsample(scale_factor=2) | avg_pool2d(2)) | conv2d(1, 3)"))
print(sorted({"numpy", "yaml", "textual", "fsrs", "sqlite3"} & set(sys.modules)))
"""


def test_shapes_and_counts_need_no_numpy() -> None:
    """conv: 3·3·3·4 + 4 parameters and 36·108 MACs; linear: 36·10 + 10 parameters and 360 MACs."""
    done = subprocess.run([sys.executable, "-I", "-c", CODE], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["482 4248 (10,)", "[]"]

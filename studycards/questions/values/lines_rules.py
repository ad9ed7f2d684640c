"""The rules of values in letters: what a layer computes, and what it sends back. One table for each direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.engine.layers import (
    ELU,
    AdaptiveAvgPool2d,
    AdaptiveMaxPool2d,
    Add,
    AvgPool2d,
    BatchNorm2d,
    Concat,
    Conv2d,
    ConvTranspose2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    GlobalMaxPool2d,
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    LayerNorm2d,
    LayerScale,
    LeakyReLU,
    Linear,
    LogSoftmax,
    MaxPool2d,
    Multiply,
    ReLU,
    ReLU6,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Tanh,
)
from studycards.locale import Text, message
from studycards.questions.values.lines_windows import (
    average_rule,
    convolution_rule,
    dense_rule,
    maximum_rule,
    transposed_rule,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.engine.layers import Layer
    from studycards.engine.loss import Loss
    from studycards.engine.optim import Optimizer
    from studycards.engine.trace import Operation
    from studycards.questions.question import Words

_NORM = "Y = γ·n + β, n = (X − μ)/s, s = √(σ² + ε)"
_NORM_BACK = {
    "x": "dX = (dn − mean(dn) − n·mean(dn·n))/s, dn = dY·γ, s = √(σ² + ε)",
    "weight": "dγ = Σ dY·n",
    "bias": "dβ = Σ dY",
}
_NORMS = (BatchNorm2d, GroupNorm, InstanceNorm2d, LayerNorm, LayerNorm2d)

_BUILT: Mapping[type[Layer], Callable[[Operation, str | None, str], Words | None]] = {
    Conv2d: convolution_rule,
    ConvTranspose2d: transposed_rule,
    MaxPool2d: maximum_rule,
    AvgPool2d: average_rule,
    Linear: dense_rule,
}
"""Layers whose rules depend on their options."""

_FORWARD: Mapping[type[Layer], str] = {
    ReLU: "Y = max(0, X)",
    ReLU6: "Y = min(max(0, X), 6)",
    LeakyReLU: "Y = X (X > 0), a·X (X ≤ 0)",
    ELU: "Y = X (X > 0), α·(e^X − 1) (X ≤ 0)",
    Sigmoid: "Y = 1/(1 + e^(−X))",
    Tanh: "Y = tanh X = (e^X − e^(−X))/(e^X + e^(−X))",
    SiLU: "Y = X·σ(X)",
    Softplus: "Y = ln(1 + e^X)",
    Softmax: "Y[i] = e^X[i]/Σ e^X[j]",
    LogSoftmax: "Y[i] = X[i] − ln Σ e^X[j]",
    Add: "Y = X₀ + X₁",
    Multiply: "Y = X₀·X₁",
    Dropout: "Y = X·m/(1 − p)",
    LayerScale: "Y = γ·X",
    **dict.fromkeys(_NORMS, _NORM),
}

_FORWARD_WORDS: Mapping[type[Layer], str] = {
    Flatten: "flattened",
    Concat: "joined",
    GlobalAvgPool2d: "channel_mean",
    GlobalMaxPool2d: "channel_maximum",
    AdaptiveAvgPool2d: "part_mean",
    AdaptiveMaxPool2d: "part_maximum",
}

_BACK: Mapping[type[Layer], Mapping[str, str]] = {
    LeakyReLU: {"x": "dX = dY (X > 0), a·dY (X ≤ 0)"},
    Sigmoid: {"x": "dX = dY·Y·(1 − Y)"},
    Tanh: {"x": "dX = dY·(1 − Y²)"},
    Softmax: {"x": "dX[i] = Y[i]·(dY[i] − q), q = Σ dY[j]·Y[j]"},
    LogSoftmax: {"x": "dX[i] = dY[i] − p[i]·q, q = Σ dY[j], p = softmax(X)"},
    Add: {"x": "dX = dY"},
    Multiply: {"x": "dX₀ = dY·X₁, dX₁ = dY·X₀"},
    Dropout: {"x": "dX = dY·m/(1 − p)"},
    LayerScale: {"x": "dX = γ·dY", "weight": "dγ = Σ dY·X"},
    GlobalAvgPool2d: {"x": "dX = dY/(H·W)"},
    **dict.fromkeys(_NORMS, _NORM_BACK),
}

_BACK_WORDS: Mapping[type[Layer], str] = {
    ReLU: "relu_back",
    Flatten: "flattened_back",
    Concat: "joined_back",
    GlobalMaxPool2d: "channel_maximum_back",
}

_LOSS: Mapping[str, str] = {
    "cross_entropy": "p = softmax(Z), L = −ln p[t]",
    "nll_loss": "L = −Z[t]",
    "mse_loss": "L = Σ (Z − t)²/m",
    "l1_loss": "L = Σ |Z − t|/m",
    "binary_cross_entropy": "L = −Σ (t·ln Z + (1 − t)·ln(1 − Z))/m",
    "binary_cross_entropy_with_logits": "L = −Σ (t·ln p + (1 − t)·ln(1 − p))/m, p = σ(Z)",
    "half_squared_error": "L = ½·Σ (Z − t)²",
    "l2_penalty": "L = λ·Σ Z²",
}

_LOSS_BACK: Mapping[str, str] = {
    "cross_entropy": "dZ = p − y, p = softmax(Z)",
    "mse_loss": "dZ = 2·(Z − t)/m",
    "binary_cross_entropy": "dZ = (Z − t)/(Z·(1 − Z)·m)",
    "binary_cross_entropy_with_logits": "dZ = (p − t)/m, p = σ(Z)",
    "half_squared_error": "dZ = Z − t",
    "l2_penalty": "dZ = 2·λ·Z",
}

_MEANS_OF_EXAMPLES = {"cross_entropy", "nll_loss"}
"""Losses whose rule is that of one example."""

_EXPLAINED = {
    "cross_entropy": "one_hot",
    "mse_loss": "m_numbers",
    "l1_loss": "m_numbers",
    "binary_cross_entropy": "m_numbers",
    "binary_cross_entropy_with_logits": "m_numbers",
}
"""Sentences that say what a letter of a rule is; of cross-entropy for the gradient only."""

_UPDATE: Mapping[str, str] = {
    "SGD": "{g}",
    "Nesterov": "({g} + μ·{g})",
    "Adam": "m/(√v + ε), m = {g}, v = {g}²",
    "AdamW": "m/(√v + ε), m = {g}, v = {g}²",
    "RMSprop": "{g}/(√v + ε), v = (1 − α)·{g}²",
}
"""The first steps of the optimisers, behind the learning rate."""


def layer_rule(layer: Layer, operation: Operation, argument: str | None, layout: str) -> Words | None:
    """Return what `layer` computes, or what it sends back to `argument`; None where no short rule says it."""
    kind = type(layer)
    array = "x" if argument and argument.startswith("x") else argument
    if kind in _BUILT:
        return _BUILT[kind](operation, array, layout)
    words = (_FORWARD_WORDS if array is None else _BACK_WORDS).get(kind)
    if words is not None:
        return message(f"worked.{words}")
    formula = _FORWARD.get(kind) if array is None else _BACK.get(kind, {}).get(array)
    return None if formula is None else Text.same(formula)


def loss_rule(loss: Loss, batch: int, *, back: bool) -> Words | None:
    """Return the rule of a loss, or of its gradient with respect to what leaves the network."""
    formula = (_LOSS_BACK if back else _LOSS).get(loss.name)
    if formula is None:
        return None
    rule: Words = Text.same(formula)
    if loss.name in _EXPLAINED and (back or loss.name not in _MEANS_OF_EXAMPLES):
        rule = message(f"worked.{_EXPLAINED[loss.name]}", rule=rule)
    if batch > 1 and loss.name in _MEANS_OF_EXAMPLES:
        return message("worked.mean_back" if back else "worked.mean_of_examples", rule=rule, count=batch)
    return rule


def update_rule(optimizer: Optimizer, letter: str) -> Words:
    """Return the first step of an optimiser, with its learning rate."""
    kind = type(optimizer).__name__
    decays = bool(optimizer.weight_decay)
    in_gradient = decays and kind != "AdamW"
    g = "g" if in_gradient else f"d{letter}"
    step = _UPDATE["Nesterov" if getattr(optimizer, "nesterov", False) else kind].format(g=g)
    start = f"{letter}·(1 − η·λ)" if decays and not in_gradient else letter
    decayed = f", g = d{letter} + λ·{letter}" if in_gradient else ""
    return message("worked.update", rule=Text.same(f"{letter}′ = {start} − η·{step}{decayed}"), rate=optimizer.lr)

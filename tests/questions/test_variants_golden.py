"""Variants are for ever: question, answer, hints and solution of 360 of them, byte for byte, in both languages.

A seed in somebody's review log must show the same question on every machine and after every update. The file was
written by `python tests/questions/test_variants_golden.py`. Other words in it are a matter of taste; other numbers
mean that old seeds now ask something else.

The answers are derived a second time here, by plain arithmetic on the drawn numbers.
"""

from __future__ import annotations

import json
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from studycards.decks.varied import Ask, ComputedCard, Decimals, NumberCard, Variable
from studycards.locale import LANGUAGES, Language, Text
from studycards.questions import ask
from studycards.questions.kinds.computed import ShapeQuestion
from studycards.questions.kinds.number import NumberQuestion
from studycards.questions.question import Outcome, Reading
from studycards.questions.variants.drawn import drawn_variant

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    Names = dict[str, Fraction]

GOLDEN = Path(__file__).parents[1] / "golden" / "variants.json"
SEEDS = range(24)


def among(name: str, *values: int) -> Variable:
    return Variable(name, tuple(map(str, values)))


CHANNELS = among("C", 1, 3, 16)
SIZE = among("H", *range(28, 65))
FILTERS = among("F", 8, 16, 32, 64)
KERNEL = among("k", 3, 5, 7)
STRIDE = among("s", 1, 2)
PADDING = among("p", 0, 1, 2, 3)

CARDS: dict[str, ComputedCard | NumberCard] = {
    card.id: card
    for card in (
        ComputedCard(
            id="conv-shape",
            question=Text(
                pl="Wejście ${C}×${H}×${H}, ${F} filtrów ${k}×${k}, krok ${s}, wypełnienie ${p}. Kształt wyjścia?",
                en="Input ${C}×${H}×${H}, ${F} filters ${k}×${k}, stride ${s}, padding ${p}. What is the output shape?",
            ),
            variables=(CHANNELS, SIZE, FILTERS, KERNEL, STRIDE, PADDING),
            require=("p <= k // 2", "p >= s"),
            network="[C, H, H] | conv1: conv2d(F, k, stride=s, padding=p) | relu",
            ask=Ask("output_shape", "conv1"),
        ),
        ComputedCard(
            id="dilated",
            question=Text(pl="n = ${H}, k = ${k}, d = ${d}. Kształt?", en="n = ${H}, k = ${k}, d = ${d}. Shape?"),
            variables=(SIZE, KERNEL, among("d", 2, 3)),
            network="[3, H, H] | conv2d(8, k, dilation=d)",
            ask=Ask("output_shape"),
        ),
        ComputedCard(
            id="rectangle",
            question=Text.same("${H}×${W}, ${k}×${k + 2}, s = (${s}, 1), p = (0, ${p})"),
            variables=(SIZE, among("W", *range(20, 31)), KERNEL, STRIDE, PADDING),
            network="[2, H, W] | conv2d(4, (k, k + 2), stride=(s, 1), padding=(0, p))",
            ask=Ask("output_shape"),
        ),
        ComputedCard(
            id="ceil-pool",
            question=Text.same("${H}, k = ${k}, s = ${s}, p = ${p}, ceil_mode"),
            variables=(SIZE, among("k", 2, 3, 4), among("s", 2, 3, 4), among("p", 0, 1)),
            network="[8, H, H] | max_pool2d(k, stride=s, padding=p, ceil_mode=True)",
            ask=Ask("output_shape"),
        ),
        ComputedCard(
            id="chain",
            question=Text.same("${H} → conv ${a} → 2 → conv ${b} → 2"),
            variables=(SIZE, among("a", 3, 5, 7), among("b", 3, 5)),
            require=("(H - a + 1) % 2 == 0", "((H - a + 1) // 2 - b + 1) % 2 == 0"),
            network="[1, H, H] | conv2d(6, a) | relu | max_pool2d(2) | conv2d(16, b) | relu | max_pool2d(2)",
            ask=Ask("output_shape"),
        ),
        ComputedCard(
            id="conv-parameters",
            question=Text(pl="Splot ${k}×${k}, ${C} → ${F}. Parametry?", en="${k}×${k}, ${C} → ${F}. Parameters?"),
            variables=(KERNEL, CHANNELS, FILTERS),
            network="[C, 16, 16] | conv2d(F, k)",
            ask=Ask("parameters"),
        ),
        ComputedCard(
            id="grouped-parameters",
            question=Text.same("${k}×${k}, ${c} → ${F}, groups = ${g}"),
            variables=(KERNEL, among("c", 8, 16, 32), FILTERS, among("g", 2, 4, 8)),
            network="[c, 16, 16] | conv2d(F, k, groups=g, bias=False)",
            ask=Ask("parameters"),
        ),
        ComputedCard(
            id="network-parameters",
            question=Text.same("${C}×${h}×${h} → ${F} → BN → ${K}"),
            variables=(CHANNELS, among("h", 8, 12, 16), FILTERS, among("K", 2, 5, 10)),
            network="[C, h, h] | conv2d(F, 3, 1, 1, bias=False) | batch_norm2d | max_pool2d(2) | flatten | linear(K)",
            ask=Ask("parameters"),
        ),
        ComputedCard(
            id="size",
            question=Text.same("${H}×${H + 4}, k = ${k}, s = ${s}"),
            variables=(SIZE, KERNEL, STRIDE),
            network="[3, H, H + 4] | conv2d(8, k, stride=s)",
            ask=Ask("output_size"),
        ),
        ComputedCard(
            id="flops",
            question=Text.same("${C}×${h}×${h} → ${F} → ${K}"),
            variables=(CHANNELS, among("h", 8, 12, 16), FILTERS, among("K", 2, 5, 10)),
            network="[C, h, h] | conv2d(F, 3, 1, 1) | relu | max_pool2d(2) | flatten | linear(K)",
            ask=Ask("flops"),
        ),
        ComputedCard(
            id="receptive-field",
            question=Text.same("${a}/${s}, 2/2, ${b}, d = ${d}"),
            variables=(among("a", 3, 5, 7), STRIDE, among("b", 3, 5), among("d", 1, 2)),
            network="3x64x64 | conv2d(8, a, stride=s) | max_pool2d(2) | conv2d(8, b, dilation=d)",
            ask=Ask("receptive_field"),
        ),
        ComputedCard(
            id="memory",
            question=Text.same("${C}×${h}×${h} → ${F}"),
            variables=(CHANNELS, among("h", 8, 12, 16), FILTERS),
            network="[C, h, h] | conv2d(F, 3, 1, 1) | relu | max_pool2d(2)",
            ask=Ask("activation_memory"),
        ),
        ComputedCard(
            id="which-padding",
            question=Text.same("n = ${H}, k = ${k} → ${target}"),
            variables=(SIZE, KERNEL, PADDING),
            network="[1, H, H] | conv2d(8, k, padding=p)",
            ask=Ask("output_size", solve="p"),
        ),
        NumberCard(
            id="smaller-stack",
            question=Text(pl="C = ${C}, M = ${M}. Ile razy?", en="C = ${C}, M = ${M}. How many times?"),
            variables=(among("C", 16, 32), among("M", 8, 24, 40)),
            networks={
                "one": "[C, 8, 8] | conv2d(C, 5, bias=False)",
                "two": "[C, 8, 8] | conv2d(M, 3, bias=False) | conv2d(C, 3, bias=False)",
            },
            answer="parameters(one) / parameters(two)",
            tolerance=Decimals(2),
        ),
        NumberCard(
            id="unused-pixels",
            question=Text.same("n = ${H}, k = ${k}, s = ${s}, 2p = ${q}"),
            variables=(SIZE, KERNEL, among("s", 2, 3, 4), PADDING, Variable("q", expression="2*p")),
            answer="(H + q - k) % s",
        ),
    )
}


def positions(n: Fraction, k: Fraction, s: Fraction | int = 1, p: Fraction | int = 0) -> int:
    """Count the places of the window one by one."""
    places = 0
    while places * s + k <= n + 2 * p:
        places += 1
    return places


def ceil_positions(v: Names) -> int:
    """Count up to the last window that starts within the input or the padding before it."""
    count = ceil((v["H"] + 2 * v["p"] - v["k"]) / v["s"]) + 1
    return count - 1 if (count - 1) * v["s"] >= v["H"] + v["p"] else count


def chain_side(v: Names) -> Fraction:
    return ((v["H"] - v["a"] + 1) / 2 - v["b"] + 1) / 2


EXPECTED: dict[str, Callable[[Names], object]] = {
    "conv-shape": lambda v: (v["F"], *[positions(v["H"], v["k"], v["s"], v["p"])] * 2),
    "dilated": lambda v: (8, *[v["H"] - v["d"] * (v["k"] - 1)] * 2),
    "rectangle": lambda v: (4, positions(v["H"], v["k"], v["s"]), positions(v["W"], v["k"] + 2, 1, v["p"])),
    "ceil-pool": lambda v: (8, *[ceil_positions(v)] * 2),
    "chain": lambda v: (16, *[chain_side(v)] * 2),
    "conv-parameters": lambda v: v["F"] * (v["k"] ** 2 * v["C"] + 1),
    "grouped-parameters": lambda v: v["k"] ** 2 * v["c"] * v["F"] / v["g"],
    "network-parameters": lambda v: 9 * v["C"] * v["F"] + 2 * v["F"] + (v["F"] * (v["h"] / 2) ** 2 + 1) * v["K"],
    "size": lambda v: (positions(v["H"], v["k"], v["s"]), positions(v["H"] + 4, v["k"], v["s"])),
    "flops": lambda v: 2 * (9 * v["C"] * v["F"] * v["h"] ** 2 + v["F"] * (v["h"] / 2) ** 2 * v["K"]),
    "receptive-field": lambda v: (v["a"] + v["s"] + v["d"] * (v["b"] - 1) * 2 * v["s"],) * 2,
    "memory": lambda v: 4 * v["F"] * (2 * v["h"] ** 2 + (v["h"] / 2) ** 2),
    "which-padding": lambda v: v["p"],
    "smaller-stack": lambda v: 25 * v["C"] / (18 * v["M"]),
    "unused-pixels": lambda v: v["H"] + 2 * v["p"] - v["k"] - v["s"] * (positions(v["H"], v["k"], v["s"], v["p"]) - 1),
}


def asked(card: ComputedCard | NumberCard, seed: int) -> ShapeQuestion | NumberQuestion:
    question = ask(card, card.id, seed)
    assert isinstance(question, ShapeQuestion | NumberQuestion)
    return question


def rendered(card: ComputedCard | NumberCard, seed: int) -> dict[str, object]:
    """Return one variant as the golden file holds it."""
    question = asked(card, seed)
    variant: dict[str, object] = {"card": card.id, "seed": seed}
    for code in LANGUAGES:
        write = Language(code).render
        variant[code] = {
            "stem": write(question.stem),
            "answer": write(question.answer),
            "hints": [write(hint) for hint in question.hints],
            "solution": [write(line) for line in question.solution],
        }
    return variant


def all_rendered() -> str:
    variants = [rendered(card, seed) for card in CARDS.values() for seed in SEEDS]
    return json.dumps(variants, ensure_ascii=False, indent=1) + "\n"


def test_variants_never_change() -> None:
    assert all_rendered() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CARDS)
def test_every_answer_is_the_one_derived_by_hand(name: str) -> None:
    card = CARDS[name]
    for seed in SEEDS:
        question = asked(card, seed)

        assert question.value == EXPECTED[name](drawn_variant(card, seed).variables)


@pytest.mark.parametrize("name", CARDS)
def test_whoever_follows_a_wrong_rule_is_told_of_it(name: str) -> None:
    card = CARDS[name]
    for seed in SEEDS:
        question = asked(card, seed)
        for slip in question.wrong:
            verdict = question.grade(Reading(cast("Fraction | tuple[int, ...]", slip.answer)))

            assert verdict.outcome is not Outcome.RIGHT
            assert slip.name in verdict.mistakes
            assert slip.why in verdict.notes


if __name__ == "__main__":
    GOLDEN.write_text(all_rendered(), encoding="utf-8")

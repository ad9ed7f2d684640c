"""No expression runs code, hangs the program, exhausts memory or ends in a traceback."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction

import pytest

from studycards.engine.expressions import ExpressionError, evaluate

NAMES = {"a": 1, "x": 2, "f": lambda x: x}

HOSTILE = [
    # Code
    "__import__('os').system('true')",
    "open('/etc/passwd').read()",
    "exec('x = 1')",
    "eval('1')",
    "().__class__.__bases__[0].__subclasses__()",
    "(1).__class__",
    "1 .real",
    "abs.__globals__",
    "f.__call__(1)",
    "[].append(1)",
    "[x for x in (1, 2)]",
    "(x for x in (1, 2))",
    "{1: 2}",
    "{1, 2}",
    "lambda: 1",
    "(lambda x: x)(1)",
    "(yield)",
    "(yield 1)",
    "await f(1)",
    "(a := 1)",
    "a = 1",
    "del a",
    "import os",
    "import os; os.getcwd()",
    "f'{a}'",
    "'a' * 9999999999",
    '"a"',
    "b'a'",
    "`a`",
    "a[0]",
    "a[0:1]",
    "f(*a)",
    "f(**a)",
    "f(x=1)",
    "f(1)(2)",
    "(f)(1)(2)",
    "min(key=abs)",
    "None",
    "...",
    "1j",
    "a @ a",
    "a is a",
    "a in (1, 2)",
    "~a",
    "a | a",
    "a ^ a",
    "print(a)",
    "globals()",
    "__builtins__",
    "a\x00b",
    "1 # comment",
    "1 \\\n + 1",
    # Size and time
    "9**9**9",
    "9**9**9**9",
    "2**4097",
    "4000000**4000000",
    "3**60000000",
    "(2**64)**64 * (2**64)**64",
    "10**64**64",
    "((((2**60)**60)**60)**60)**60",
    "2**-4097",
    "(1/2)**99999999",
    "1 << 999999999",
    "1e999999999",
    "1e-999999999",
    "9" * 5000,
    "1" * 501,
    "-" * 100000 + "1",
    "-" * 490 + "1",
    "(" * 100000,
    "(" * 240 + "1" + ")" * 240,
    "((" * 100 + "1" + "))" * 100,
    "not " * 120 + "True",
    "1+" * 2000 + "1",
    "1+" * 240 + "1",
    "(1," * 120 + ")" * 120,
    "abs(" * 110 + "1" + ")" * 110,
    "1<" * 240 + "1",
    "round(1, 999999999)",
    "round(1/3, -5)",
    "gcd(2**0.5)",
    "distinct(f)",
    "f(1, 2, 3, 4)",
    # Other scripts and invisible characters
    "١٢٣",
    "１２",
    "²",
    "½",
    "ａbs(1)",
    "a\u200b",
    "\u202ea",
    "\x1b[2J",
    "−1",
    "٣ + 1",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[repr(text[:24]) for text in HOSTILE])
def test_a_hostile_expression_is_refused_in_words(text: str) -> None:
    refuse(text)


def test_hostile_expressions_take_no_memory() -> None:
    tracemalloc.start()
    for text in HOSTILE:
        refuse(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 50e6


def refuse(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate(text, NAMES)
    assert str(caught.value).isprintable()


def test_the_corpus_is_large_enough() -> None:
    assert len(set(HOSTILE)) >= 80


def test_numbers_stay_within_4096_bits() -> None:
    assert evaluate("(2**63)**63") == 2**3969
    assert evaluate("((2**64)**63) - ((2**64)**63)") == 0
    with pytest.raises(ExpressionError, match="at most 4096 bits"):
        evaluate("(2**63)**63 * (2**63)**63")
    with pytest.raises(ExpressionError, match="at most 4096 bits"):
        evaluate("1 / (2**63)**63 / (2**63)**63")


def test_a_given_number_is_bounded_too() -> None:
    with pytest.raises(ExpressionError, match="at most 4096 bits"):
        evaluate("a", {"a": Fraction(1, 2**5000)})

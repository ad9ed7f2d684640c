"""Exact arithmetic in text that others wrote: parsed by Python, evaluated node by node from an allow-list.

Nothing here runs code. Length, nesting, exponents and the size of every number are bounded before anything is
computed, so that no expression can hang the program or exhaust memory.
"""

from __future__ import annotations

import ast
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.engine.arithmetic import FUNCTIONS, Value, binary, compare, exact, number, truth
from studycards.engine.errors import ExpressionError
from studycards.engine.syntax import check_names, parse, wrong_arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["ExpressionError", "Value", "check", "evaluate", "evaluate_condition", "evaluate_number"]

NO_NAMES: Mapping[str, object] = MappingProxyType({})


def evaluate(text: str, names: Mapping[str, object] = NO_NAMES) -> Value:
    """Return the exact value of the expression `text`: a `Fraction`, a bool, or a tuple of values.

    Args:
        text: numbers, names, `+ - * / // % **`, comparisons, `and or not`, `a if c else b`, tuples, and calls of
            `min max sum abs floor ceil round gcd distinct unique_max all any at` or a callable in `names`.
        names: what the names stand for: numbers, truth values, tuples, callables, or arguments for the callables.

    Raises:
        ExpressionError: the text is no expression, uses an unknown name, or has no value (a division by zero, say).
    """
    expression = parse(text)
    check_names(expression, names)
    value = _Evaluation(text, names).value(expression.root)
    if isinstance(value, Fraction | bool | tuple):
        return value
    raise ExpressionError("engine.not_a_number", "a number is needed here", offset=expression.root.col_offset)


def evaluate_number(text: str, names: Mapping[str, object] = NO_NAMES) -> Fraction:
    """Return the value of an expression that must be a number."""
    return number(evaluate(text, names))


def evaluate_condition(text: str, names: Mapping[str, object] = NO_NAMES) -> bool:
    """Return the value of an expression that must be true or false."""
    return truth(evaluate(text, names))


def check(text: str, names: Collection[str]) -> None:
    """Raise the `ExpressionError` that `evaluate` would raise whatever the values of `names` are."""
    check_names(parse(text), names)


class _Evaluation:
    """The value of each node of one expression. Recursion is bounded by the checks of `parse`."""

    def __init__(self, text: str, names: Mapping[str, object]) -> None:
        self.text = text
        self.names = names

    def value(self, node: ast.expr) -> object:
        """Return the value of `node`; an error without a place gets the place of the innermost node."""
        try:
            return self._value(node)
        except ExpressionError as error:
            if error.offset is None:
                error.offset = node.col_offset
            raise

    def _value(self, node: ast.expr) -> object:  # noqa: PLR0911 - one line for each kind of node
        match node:
            case ast.Constant():
                return self._literal(node)
            case ast.Name(id=name):
                return exact(self.names[name])
            case ast.Tuple(elts=items):
                return tuple(self.value(item) for item in items)
            case ast.BinOp(left=left, op=op, right=right):
                return binary(op, self.value(left), self.value(right))
            case ast.UnaryOp(op=op, operand=operand):
                return self._unary(op, self.value(operand))
            case ast.BoolOp():
                return self._logical(node)
            case ast.Compare():
                return self._comparison(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.value(body if truth(self.value(test)) else orelse)
            case ast.Call(func=ast.Name() as name, args=arguments):
                return self._call(name, [self.value(argument) for argument in arguments])
        raise AssertionError(node)

    def _literal(self, node: ast.Constant) -> bool | Fraction:
        """Return what the text says, not what Python's float made of it: 0.1 is one tenth."""
        if isinstance(node.value, bool):
            return node.value
        return Fraction(self.text[node.col_offset : node.end_col_offset])

    def _unary(self, op: ast.unaryop, operand: object) -> object:
        if isinstance(op, ast.Not):
            return not truth(operand)
        return -number(operand) if isinstance(op, ast.USub) else number(operand)

    def _logical(self, node: ast.BoolOp) -> bool:
        """Evaluate only as far as needed: `s > 0 and H % s == 0` never divides by zero."""
        conditions = (truth(self.value(part)) for part in node.values)
        return all(conditions) if isinstance(node.op, ast.And) else any(conditions)

    def _comparison(self, node: ast.Compare) -> Value:
        """Evaluate only as far as needed; what is compared cell by cell is not compared any further."""
        left = self.value(node.left)
        for op, part in zip(node.ops, node.comparators, strict=True):
            right = self.value(part)
            result = compare(op, left, right)
            if isinstance(result, tuple) and len(node.ops) == 1:
                return result
            if not truth(result):
                return False
            left = right
        return True

    def _call(self, name: ast.Name, arguments: list[object]) -> object:
        given = self.names.get(name.id)
        if given is None:
            return FUNCTIONS[name.id].compute(*arguments)
        if not callable(given):
            raise ExpressionError("engine.not_a_function", "'{name}' is no function", name=name.id)
        return exact(_called(given, name, arguments))


def _called(function: Callable[..., object], name: ast.Name, arguments: list[object]) -> object:
    from inspect import signature  # noqa: PLC0415 - 4 ms, needed only by cards that ask a network

    try:
        signature(function).bind(*arguments)
    except TypeError:
        raise wrong_arguments(name) from None
    return function(*arguments)

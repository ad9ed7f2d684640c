"""From the text of an expression to a tree that holds allowed nodes only, within bounds."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.arithmetic import BINARY, EQUALITIES, FUNCTIONS, ORDERINGS
from studycards.engine.errors import ExpressionError, shown

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_TEXT = 500
MOST_NODES = 200
DEEPEST_NESTING = 40

TOKEN = re.compile(
    r"""
    \s+
    | (?: \d[\d_]*\.?[\d_]* | \.\d[\d_]* ) (?: [eE][+-]?\d\d? )? (?![\w.])
    | [A-Za-z_]\w*
    | \*\* | // | [<>=!]= | [-+*/%<>(),]
    """,
    re.ASCII | re.VERBOSE,
)

INSTEAD = {
    **dict.fromkeys("×·⋅", "*"), "÷": "/", **dict.fromkeys("−–", "-"), "^": "**", "²": "**2", "³": "**3",
    "=": "==", "≠": "!=", "≤": "<=", "≥": ">=", "&": "and",
}  # fmt: skip
"""What an expression has for signs that are written elsewhere."""

_PLACEHOLDER = re.compile(r"\$\{\s*(?P<inside>[^{}]*?)\s*\}|\$(?P<name>[A-Za-z_]\w*)", re.ASCII)
_PRODUCT = re.compile(r"(?P<number>\d+)(?P<name>[A-Za-z_]+)")

EXPRESSIONS = (ast.BinOp, ast.BoolOp, ast.Call, ast.Compare, ast.Constant, ast.IfExp, ast.Name, ast.Tuple, ast.UnaryOp)
PARTS = (*BINARY, *EQUALITIES, *ORDERINGS, ast.And, ast.Or, ast.Not, ast.UAdd, ast.USub, ast.Load)
LITERALS = (bool, int, float)


class Expression(NamedTuple):
    """A checked tree whose offsets are those of the text, and each name in it with the call that it heads, if any."""

    root: ast.expr
    names: tuple[tuple[ast.Name, ast.Call | None], ...]


@lru_cache(maxsize=1024)
def parse(text: str) -> Expression:
    """Return what `text` says. Variants of a card evaluate the same texts over and over: each is parsed once.

    Raises:
        ExpressionError: the text is too long, no expression, or uses what is not allowed.
    """
    _check_tokens(text)
    blank = len(text) - len(text.lstrip())
    root = _parsed(text, blank)
    _check_bounds(root)
    for node in ast.walk(root):
        if isinstance(node, ast.expr):
            node.col_offset += blank
            node.end_col_offset = (node.end_col_offset or 0) + blank
        _check_allowed(node, text)
    calls = {node.func: node for node in ast.walk(root) if isinstance(node, ast.Call)}
    names = [node for node in ast.walk(root) if isinstance(node, ast.Name)]
    return Expression(root, tuple((name, calls.get(name)) for name in names))


def check_names(expression: Expression, names: Collection[str]) -> None:
    """Refuse names that are neither in `names` nor functions, and calls with a wrong number of arguments."""
    for node, call in expression.names:
        if node.id not in names:
            _check_function(node, call, names)


def _check_tokens(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise ExpressionError(
            "engine.expression_too_long", "an expression has at most {limit} characters", limit=LONGEST_TEXT
        )
    if not text.strip():
        raise ExpressionError("engine.expression_empty", "an expression is needed here")
    offset = level = 0
    while offset < len(text):
        token = TOKEN.match(text, offset)
        if token is None:
            raise _unexpected(text, offset)
        level += (token[0] == "(") - (token[0] == ")")
        if level > DEEPEST_NESTING:
            raise _nested_too_deeply()
        offset = token.end()


def _unexpected(text: str, offset: int) -> ExpressionError:
    """Return the error for what cannot stand in any expression: a run of digits and letters or one character."""
    run = _PLACEHOLDER.match(text, offset) or re.compile(r"[\w.]+", re.ASCII).match(text, offset)
    found = run[0] if run else text[offset]
    instead = _instead_of(found)
    if instead is None:
        return ExpressionError(
            "engine.unexpected_token", "'{found}' cannot stand in an expression", found=shown(found), offset=offset
        )
    return ExpressionError(
        "engine.unexpected_token_instead",
        "'{found}' cannot stand in an expression; write {instead}",
        found=shown(found),
        instead=shown(instead),
        offset=offset,
    )


def _instead_of(found: str) -> str | None:
    """Return what an expression has for what was found: `**` for `^`, `k` for `${k}`, `2*k` for `2k`."""
    if placeholder := _PLACEHOLDER.fullmatch(found):
        return placeholder["inside"] or placeholder["name"]
    if product := _PRODUCT.fullmatch(found):
        return f"{product['number']}*{product['name']}"
    return INSTEAD.get(found)


def _parsed(text: str, blank: int) -> ast.expr:
    """Return what Python's parser makes of `text` on one line, without the first `blank` characters."""
    line = re.sub(r"\s", " ", text)
    try:
        return ast.parse(line[blank:], mode="eval").body
    except SyntaxError as error:
        raise _unreadable(line, blank + error.offset - 1 if error.offset else len(line)) from None
    except (MemoryError, RecursionError, ValueError):  # how Python's parser gives up on deep nesting
        raise _nested_too_deeply() from None


def _unreadable(line: str, offset: int) -> ExpressionError:
    token = TOKEN.match(line, offset)
    if token is None or token[0].isspace():
        end = len(line.rstrip())
        return ExpressionError("engine.expression_incomplete", "the expression breaks off at its end", offset=end)
    return ExpressionError(
        "engine.expression_unreadable",
        "the expression cannot be read from '{found}' on",
        found=shown(token[0]),
        offset=offset,
    )


def _nested_too_deeply() -> ExpressionError:
    return ExpressionError(
        "engine.expression_too_deep", "the expression is nested more than {limit} levels deep", limit=DEEPEST_NESTING
    )


def _check_bounds(root: ast.expr) -> None:
    """Count nodes and levels without recursion. A sum of many terms is flat, though Python nests it to the left."""
    waiting: list[tuple[ast.AST, int]] = [(root, 1)]
    nodes = 0
    while waiting:
        node, level = waiting.pop()
        nodes += isinstance(node, ast.expr)
        if level > DEEPEST_NESTING:
            raise _nested_too_deeply()
        first = node.left if isinstance(node, ast.BinOp) else None
        waiting += [(child, level + (child is not first)) for child in ast.iter_child_nodes(node)]
    if nodes > MOST_NODES:
        raise ExpressionError(
            "engine.expression_too_complex", "an expression has at most {limit} parts", limit=MOST_NODES
        )


def _check_allowed(node: ast.AST, text: str) -> None:
    if isinstance(node, ast.expr):
        literal = not isinstance(node, ast.Constant) or isinstance(node.value, LITERALS)
        call = not isinstance(node, ast.Call) or (isinstance(node.func, ast.Name) and not node.keywords)
        if not (isinstance(node, EXPRESSIONS) and literal and call):
            raise _not_allowed(node, text)
    elif not isinstance(node, PARTS):
        raise ExpressionError(
            "engine.not_allowed", "'{found}' is not allowed in an expression", found=shown(text.strip())
        )


def _not_allowed(node: ast.expr, text: str) -> ExpressionError:
    return ExpressionError(
        "engine.not_allowed",
        "'{found}' is not allowed in an expression",
        found=shown(text[node.col_offset : node.end_col_offset]),
        offset=node.col_offset,
    )


def _check_function(node: ast.Name, call: ast.Call | None, names: Collection[str]) -> None:
    """Refuse a name that is no variable unless it is one of our functions, called with arguments that it takes."""
    function = FUNCTIONS.get(node.id)
    if function is None:
        raise ExpressionError.unknown(
            "engine.unknown_name",
            "unknown name '{name}'",
            name=node.id,
            known=[*names, *FUNCTIONS],
            offset=node.col_offset,
        )
    if call is None:
        raise ExpressionError(
            "engine.function_not_called",
            "'{name}' is a function: write {name}(...)",
            name=node.id,
            offset=node.col_offset,
        )
    if not function.least <= len(call.args) <= function.most:
        raise wrong_arguments(node)


def wrong_arguments(node: ast.Name) -> ExpressionError:
    """Return the error for a call with too few or too many arguments."""
    return ExpressionError(
        "engine.wrong_arguments",
        "'{name}' does not take this number of arguments",
        name=node.id,
        offset=node.col_offset,
    )

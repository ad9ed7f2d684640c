"""Fill the `${expression}` placeholders of a text, each language with numbers as it writes them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.engine.expressions import evaluate
from studycards.locale import LANGUAGES, Language, Text
from studycards.locale.language import MINUS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACEHOLDER = re.compile(r"\$\$\{|\$\{(?P<expression>[^{}]*)\}")

_NAME = re.compile(r"(?P<name>[A-Za-z_]\w*)(?P<arguments>\([^()]*\))?")

_OPERATOR = re.compile(r" ?(\*\*|\*) ?|-")

_SIGNS = {"**": "^", "*": "·", None: "−"}


def fill(text: Text, names: Mapping[str, object]) -> Text:
    """Return `text` with each `${expression}` replaced by its value over `names`; `$${` stands for a plain `${`.

    Raises:
        ExpressionError: an expression cannot be computed.
    """
    return Text(
        pl=None if text.pl is None else _filled(text.pl, names, Language("pl")),
        en=None if text.en is None else _filled(text.en, names, Language("en")),
    )


def written_number(value: Fraction | int, *, digits: int | None = None) -> Text:
    """Return `value` as each language writes it, rounded to `digits` decimal places where they are given."""
    return Text(pl=Language("pl").number(value, digits=digits), en=Language("en").number(value, digits=digits))


def worked_expression(expression: str, names: Mapping[str, object]) -> Text | None:
    """Return `expression` with the values of its names filled in; None where it has no names."""
    pl, en = (_with_values(expression, names, Language(code)) for code in LANGUAGES)
    return None if en == _with_values(expression, {}, Language("en")) else Text(pl=pl, en=en)


def _with_values(expression: str, names: Mapping[str, object], language: Language) -> str:
    """Replace names and calls such as `parameters(one)` by their values; other functions keep their names."""

    def value(found: re.Match[str]) -> str:
        if found["name"] in names:
            written = _written(evaluate(found[0], names), language)
            return f"({written})" if MINUS in written or "/" in written else written
        return found["name"] + _NAME.sub(value, found["arguments"] or "")

    return _OPERATOR.sub(lambda sign: _SIGNS[sign[1]], _NAME.sub(value, expression))


def _filled(text: str, names: Mapping[str, object], language: Language) -> str:
    def value(placeholder: re.Match[str]) -> str:
        expression = placeholder["expression"]
        return "${" if expression is None else _written(evaluate(expression, names), language)

    return _PLACEHOLDER.sub(value, text)


def _written(value: object, language: Language) -> str:
    if isinstance(value, tuple):
        return "×".join(_written(part, language) for part in value)
    return language.number(value) if isinstance(value, Fraction) else str(value)

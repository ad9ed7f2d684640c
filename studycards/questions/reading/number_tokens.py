"""Cut a typed number or calculation into tokens that the engine can compute and the learner can recognise."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from studycards.engine.errors import shown
from studycards.locale import message

if TYPE_CHECKING:
    from studycards.locale import Message


class Token(NamedTuple):
    """One piece of the answer, as the engine's expressions spell it and as the learner is shown it."""

    source: str
    shown: str


class RefusedError(Exception):
    """A text that is no calculation, or one that could be read in two ways; `reason` tells the learner."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.key)
        self.reason = reason


OPERATORS = {
    "+": Token("+", "+"),
    "-": Token("-", "−"),
    "*": Token("*", "·"),
    "·": Token("*", "·"),
    "/": Token("/", "/"),
    "÷": Token("/", "/"),
    "//": Token("//", "//"),
    "**": Token("**", "^"),
    "^": Token("**", "^"),
    "(": Token("(", "("),
    ")": Token(")", ")"),
}

MAGNITUDES = {"k": 3, "tys.": 3, "tys": 3, "M": 6, "mln": 6, "G": 9, "mld": 9}

_TOKEN = re.compile(
    r"""
    \ ?(?:
      (?P<function>ln|e[x·]p|sqrt|√)(?:\ ?(?P<argument>\d+(?:[.,/]\d+)?)(?![\d.,/^*]))?
    | (?P<mixed>(?P<whole>\d{1,4})\ (?P<top>\d{1,2})/(?P<bottom>\d{1,3}))(?![\d.,'_])
    | (?P<numeral>[.,]?\d(?:[.,'_]|\ ?\d)*)
      (?: [eE](?P<exponent>[-+]?\d{1,3})(?!\d)
        | (?P<half>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
        | \ ?(?P<percent>%)
        | \ ?(?P<magnitude>k|tys\.?|M|mln|G|mld)(?![^\W\d_])
      )?
    | (?P<fraction>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
    | (?P<power>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})
    | (?P<operator>\*\*|//|[-+*/·÷^()])
    )
    """,
    re.VERBOSE | re.ASCII,
)

FUNCTION_NAMES = {"√": "sqrt", "e·p": "exp"}
"""What stands for the name of a function; the x of `exp` looks like a sign of multiplication."""

ROOTS = frozenset({"√", "sqrt"})
"""The functions that a count may contain."""

_NUMERALS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<whole>\d+)(?:(?P<mark>[.,])(?P<decimals>\d*))?",
        r"(?P<whole>)(?P<mark>[.,])(?P<decimals>\d+)",
        r"(?P<whole>[1-9]\d{0,2}(?P<gap>[ _'])\d{3}(?:(?P=gap)\d{3})*)(?:(?P<mark>[.,])(?P<decimals>\d+))?",
        r"(?P<whole>[1-9]\d{0,2}(?P<gap>[.,])\d{3}(?:(?P=gap)\d{3})+)(?P<mark>)(?P<decimals>)",
        r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+)(?P<mark>\.)(?P<decimals>\d+)",
        r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?P<mark>,)(?P<decimals>\d+)",
    )
)
"""How one number may be written, the commonest first; the marks inside `whole` separate thousands."""

_AMBIGUOUS = re.compile(r"(?P<whole>[1-9]\d{0,2})(?P<mark>[.,])(?P<decimals>\d{3})", re.ASCII)

_WORD_OR_SIGN = re.compile(r" ?(?P<found>[^\W\d_]+|.)")

# One character stands for all that look alike; none becomes `*` or `/`, or `2××3` would turn into a power.
_FOLDED = str.maketrans(
    dict.fromkeys("−–‐‑", "-") | dict.fromkeys("×⨯xX⋅∙•∗", "·") | dict.fromkeys(":∕⁄", "÷") | {"’": "'"},
)


def tokens_of(text: str, *, measured: bool = False) -> list[Token]:
    """Return the tokens of `text`, whose words are one space apart.

    In a `measured` number `1,389` can only be a decimal; in a count it may be a thousand and more, so it is refused.
    Only a measured number may be `ln 4` or `exp(-1)`.

    Raises:
        RefusedError: a sign belongs to no calculation, or digits belong to no single number.
    """
    folded = text.translate(_FOLDED)
    tokens: list[Token] = []
    position = 0
    while position < len(folded):
        match = _TOKEN.match(folded, position)
        if match is None:
            raise _unknown(text, position)
        if match["function"] and not measured and match["function"] not in ROOTS:
            raise _unknown(text, position)
        tokens.append(_token(match, measured=measured))
        position = match.end()
    return tokens


def _unknown(text: str, position: int) -> RefusedError:
    """Return the refusal of what stands at a position, as a whole word: the x of `xyz` is no sign of multiplication."""
    first = position
    while first and text[first - 1].isalpha() and not text[first - 2 : first - 1].isdigit():
        first -= 1
    match = _WORD_OR_SIGN.match(text, first)
    found = match["found"] if match else text[first:]
    kind = "word" if len(found) > 1 else "sign"
    return RefusedError(message(f"questions.number_{kind}", found=shown(found)))


def _token(match: re.Match[str], *, measured: bool) -> Token:
    if operator := match["operator"]:
        return OPERATORS[operator]
    if function := match["function"]:
        return _function(match, FUNCTION_NAMES.get(function, function))
    if power := match["power"]:
        exponent = int(unicodedata.normalize("NFKC", power).replace("−", "-"))
        return Token(f"**({exponent})", f"^{exponent}".replace("-", "−"))
    if fraction := match["fraction"]:
        return Token(f"({_quotient(fraction)})", fraction)
    return _mixed(match) if match["mixed"] else _number(match, measured=measured)


def _function(match: re.Match[str], name: str) -> Token:
    """Return a function, with its argument where that is a number without parentheses: `ln 4`."""
    shown = "√" if match["function"] == "√" else name
    argument = match["argument"]
    if argument is None:
        return Token(name, shown)
    return Token(f"{name}({argument.replace(',', '.')})", f"{shown}({argument})")


def _mixed(match: re.Match[str]) -> Token:
    """Return `1 1/2`; `1 5/2` is more likely a slip than a number."""
    whole, top, bottom = int(match["whole"]), int(match["top"]), int(match["bottom"])
    if top >= bottom:
        raise _no_number(match["mixed"])
    return Token(f"({whole}+{top}/{bottom})", f"{whole} {top}/{bottom}")


def _number(match: re.Match[str], *, measured: bool) -> Token:
    """Return a numeral together with what stands behind it: `5.77e2`, `1.5k`, `25%`, `1½`."""
    source, shown = _numeral(match["numeral"])
    if exponent := match["exponent"]:
        return Token(f"({source}*10**({int(exponent)}))", f"{shown}e{exponent}")
    if magnitude := match["magnitude"]:
        return Token(f"({source}*10**{MAGNITUDES[magnitude]})", f"{shown} {magnitude}")
    ambiguous = None if measured else _AMBIGUOUS.fullmatch(match["numeral"])
    if ambiguous:
        raise two_readings(ambiguous)
    if match["percent"]:
        return Token(f"({source}/100)", f"{shown}%")
    return _and_a_half(source, shown, match["half"]) if match["half"] else Token(source, shown)


def _and_a_half(source: str, shown: str, half: str) -> Token:
    if not shown.isdecimal():
        raise _no_number(f"{shown}{half}")
    return Token(f"({source}+{_quotient(half)})", f"{shown}{half}")


def _quotient(fraction: str) -> str:
    """Return `1/2` for `½`."""
    return unicodedata.normalize("NFKD", fraction).replace("\N{FRACTION SLASH}", "/")


def _numeral(written: str) -> Token:
    """Return one number without the marks between its thousands; the decimal mark is shown as typed."""
    match = next(filter(None, (pattern.fullmatch(written) for pattern in _NUMERALS)), None)
    if match is None:
        raise _no_number(written)
    whole = re.sub(r"\D", "", match["whole"]).lstrip("0") or "0"
    decimals = match["decimals"]
    return Token(f"{whole}.{decimals}", f"{whole}{match['mark']}{decimals}") if decimals else Token(whole, whole)


def _no_number(found: str) -> RefusedError:
    return RefusedError(message("questions.number_groups", found=found))


def two_readings(match: re.Match[str]) -> RefusedError:
    """Ask whether `1,500` is a thousand and a half or one and a half, offering notations with a single reading."""
    whole, mark, decimals = match["whole"], match["mark"], match["decimals"]
    significant = decimals.rstrip("0")
    small = f"{whole}{mark}{decimals}0" if significant == decimals else f"{whole}{mark}{significant}".rstrip(mark)
    return RefusedError(message("questions.number_ambiguous", found=match[0], large=f"{whole}{decimals}", small=small))

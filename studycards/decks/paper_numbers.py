"""Numbers as they are written on paper, and not in a deck: `0,33`, `25,088`, `3-7`, `3, 5, 7`; and what to write."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from studycards.decks.kinds import unexpected
from studycards.decks.numerals import decimal, literal
from studycards.decks.report import shortened

if TYPE_CHECKING:
    from studycards.decks.kinds import Reading
    from studycards.decks.nodes import Node
    from studycards.locale import Message

_COMMA = re.compile(r"(?P<whole>[-+]?[0-9]+),(?P<rest>[0-9]+(?:\s*%)?)")
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_HYPHEN = re.compile(r"(?P<first>[-+]?[0-9.]+)\s*[-–—−]\s*(?P<last>[-+]?[0-9.]+)")
_SIGNED = r"[-+]?[0-9.]+"
_SEVERAL = re.compile(rf"{_SIGNED}(?:\s*(?:[-–—−]|,|;)\s*{_SIGNED}){{2,}}|{_SIGNED}(?:(?:,\s+|\s*;\s*){_SIGNED})")


def unexpected_number(node: Node, expected: Message, text: str, reading: Reading) -> None:
    """Report that `text`, which a node says, is no number; one with a comma, with the way in which decks write it."""
    if not reported_comma(node, text, reading):
        unexpected(node, expected, reading)


def reported_comma(node: Node, text: str, reading: Reading) -> bool:
    """Report a number with a comma, if that is what `text` is, and tell whether it was one."""
    number, whole = with_point(text), ungrouped(text)
    if number and whole:
        reading.report(node, "decks.comma", found=shortened(text), number=shortened(number), whole=shortened(whole))
    elif number:
        reading.report(node, "decks.decimal_comma", found=shortened(text), number=shortened(number))
    elif whole:
        reading.report(node, "decks.grouped", found=shortened(text), whole=shortened(whole))
    return bool(number or whole)


def reported_on_paper(node: Node, text: str, reading: Reading) -> bool:
    """Report a range with a hyphen, a list without brackets or a number with a comma, and tell whether it was one."""
    if values := with_dots(text):
        reading.report(node, "decks.range_hyphen", found=shortened(text), values=values)
    elif values := with_brackets(text):
        reading.report(node, "decks.bare_list", found=shortened(text), values=shortened(values))
    else:
        return reported_comma(node, text, reading)
    return True


def with_point(text: str) -> str | None:
    """Return a number with a decimal comma, such as `0,33` or `0,5 %`, as decks write it; None for anything else."""
    found = _COMMA.fullmatch(text)
    return found and f"{found['whole']}.{found['rest']}"


def ungrouped(text: str) -> str | None:
    """Return a number whose commas may be meant to group its thousands without them; None for anything else."""
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else None


def has_comma(text: str) -> bool:
    """Tell a number with a comma, whatever that means, from all else."""
    return bool(with_point(text) or ungrouped(text))


def with_dots(text: str) -> str | None:
    """Return a range that is written with a hyphen, such as `3-7`, as decks write it; None for anything else."""
    found = _HYPHEN.fullmatch(text)
    one, other = (literal(found["first"]), literal(found["last"])) if found else (None, None)
    if one is None or other is None:
        return None
    first, last = sorted((one, other), key=Fraction)
    places = max(len(end.partition(".")[2]) for end in (one, other))
    step = f":{decimal(Fraction(1, 10**places))}" if places else ""
    return f"{first}..{last}{step}"


def with_brackets(text: str) -> str | None:
    """Return several numbers that stand one behind the other, such as `3, 5, 7`, as a list; None for anything else."""
    parts = re.split(r"\s*[,;]\s*|(?<=[0-9.])\s*[-–—−]\s*", text) if _SEVERAL.fullmatch(text) else ()
    numbers = [literal(part) for part in parts]
    return f"[{', '.join(number for number in numbers if number)}]" if numbers and None not in numbers else None

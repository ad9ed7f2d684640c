"""What `argparse` finds wrong with a command line, said in the learner's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studycards.locale import Language

_NAME = r"argument (?P<name>[^:]+): "
_FAULTS = {
    "usage_choice": _NAME + r"invalid choice: ['\"]?(?P<value>.*?)['\"]? \(choose from (?P<choices>.*)\)",
    "usage_number": _NAME + r"invalid int value: ['\"](?P<value>.*)['\"]",
    "usage_positive": _NAME + r"invalid positive value: ['\"](?P<value>.*)['\"]",
    "usage_port": _NAME + r"invalid port value: ['\"](?P<value>.*)['\"]",
    "usage_no_value": _NAME + r"expected .*argument.*",
    "usage_flag": _NAME + r"ignored explicit argument ['\"](?P<value>.*)['\"]",
    "usage_missing": r"the following arguments are required: (?P<name>.*)",
    "usage_unknown": r"unrecognized arguments: (?P<value>.*)",
}
"""The sentence for each complaint; `argparse` has no other way to tell them apart than its English words."""


def positive(text: str) -> int:
    """Read a whole number from 1; the name of this function is part of what `argparse` complains with.

    Raises:
        ValueError: it is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def port(text: str) -> int:
    """Read the number of a port, 0 for any that is free; like `positive` it is named in what `argparse` complains with.

    Raises:
        ValueError: it is none.
    """
    number = int(text)
    if number not in range(65_536):
        raise ValueError(text)
    return number


def usage_words(complaint: str, language: Language) -> str:
    """Return a complaint of `argparse` in `language`; one that is not known stays as it is."""
    for name, pattern in _FAULTS.items():
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            values = {key: value.replace("'", "") for key, value in found.groupdict().items()}
            return language.text(f"cli.{name}", **values)
    return complaint

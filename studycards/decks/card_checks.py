"""What the fields of one card must be together: checks that no single field can make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks.cloze import ClozeError, cloze_groups
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.varied_checks import check_compare, check_computed, check_number, check_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studycards.decks.report import Report

    Check = Callable[[NodeMap, Mapping[str, Any], Report], None]


def check_choice(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """A choice has something right and something wrong, and says so itself when several are right."""
    options = card.values.get("options")
    if not isinstance(options, NodeList) or len(plain.get("options", ())) < 2:
        return
    right = sum("right" in option for option in plain["options"])
    if right == 0:
        report(card.keys["options"], "decks.none_right")
    elif right == len(plain["options"]):
        report(card.keys["options"], "decks.none_wrong")
    elif right > 1 and plain.get("multiple") is False:
        report(card.values["multiple"], "decks.several_right", count=right)


def check_cloze(card: NodeMap, _plain: Mapping[str, Any], report: Report) -> None:
    """A cloze question has holes that can be read, and the same ones in each language."""
    question = card.values.get("question")
    if isinstance(question, Scalar):
        _groups(question, report)
    elif isinstance(question, NodeMap):
        texts = [text for text in question.values.values() if isinstance(text, Scalar)]
        groups = [_groups(text, report) for text in texts]
        if len(groups) == 2 and None not in groups and set(groups[0] or ()) != set(groups[1] or ()):
            one, other = (", ".join(names or ()) for names in groups)
            report(texts[1], "decks.cloze_groups", one=one, other=other)


def _groups(text: Scalar, report: Report) -> tuple[str, ...] | None:
    try:
        groups = cloze_groups(text.text)
    except ClozeError as error:
        report.at(text, error.offset, error.key)
        return None
    if not groups:
        report(text, "decks.cloze_none")
    return groups or None


CHECKS: Mapping[str, Check] = {
    "choice": check_choice,
    "cloze": check_cloze,
    "number": check_number,
    "computed": check_computed,
    "steps": check_steps,
    "compare": check_compare,
}
"""The checks of each type of card that has any."""

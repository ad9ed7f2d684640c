"""What the fields of one card must be together: checks that no single field can make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.decks.cloze import ClozeError, cloze_groups
from studycards.decks.nodes import NodeList, NodeMap, Scalar
from studycards.decks.report import shortened
from studycards.decks.varied_checks import check_compare, check_computed, check_number, check_steps
from studycards.locale import LANGUAGES, Text
from studycards.locale.text import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from studycards.decks.nodes import Node
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
    texts = [option.get("right") or option.get("wrong") or {} for option in plain["options"]]
    _check_distinct(options.items, texts, report)


def check_order(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """No item of an order looks like another: nobody could tell which one comes first."""
    _check_distinct(_items(card, "items"), plain.get("items", ()), report)


def check_match(card: NodeMap, plain: Mapping[str, Any], report: Report) -> None:
    """No half of a pair looks like another on its side: it would belong to two."""
    pairs = plain.get("pairs", ())
    for side in (0, 1):
        halves = [pair.items[side] for pair in _items(card, "pairs") if isinstance(pair, NodeList) and pairs]
        _check_distinct(halves, [pair[side] for pair in pairs], report)


def _items(card: NodeMap, name: str) -> list[Node]:
    found = card.values.get(name)
    return found.items if isinstance(found, NodeList) else []


def _check_distinct(nodes: Sequence[Node], texts: Sequence[Mapping[str, str]], report: Report) -> None:
    """Report what a learner sees twice; `texts` are the plain forms of the nodes, if all of these could be read."""
    reported: set[int] = set()
    for code in LANGUAGES:
        seen: set[str] = set()
        for number, (node, text) in enumerate(zip(nodes, texts, strict=False)):
            shown = " ".join(unmarked(Text(**text).written_in(code)).split())
            if shown in seen and number not in reported:
                reported.add(number)
                report(node, "decks.seen_twice", found=shortened(shown))
            seen.add(shown)


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
    "order": check_order,
    "match": check_match,
    "cloze": check_cloze,
    "number": check_number,
    "computed": check_computed,
    "steps": check_steps,
    "compare": check_compare,
}
"""The checks of each type of card that has any."""

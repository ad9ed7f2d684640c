"""Read one card: its type decides its fields, and some fields only make sense together."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from studycards.decks.card_checks import CHECKS
from studycards.decks.fields import CARD_FIELDS, DEFAULT_TYPE, fields_of, types_with
from studycards.decks.kinds import read_map, unexpected, unknown_field
from studycards.decks.nodes import NodeMap
from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.kinds import Field, Reading
    from studycards.decks.nodes import Node, Scalar
    from studycards.locale import Message


@dataclass(frozen=True, slots=True)
class CardKind:
    """A card of any type."""

    expected: Message = field(default_factory=lambda: message("decks.a_card"))

    def read(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """Return the card with its type filled in."""
        if not isinstance(node, NodeMap):
            unexpected(node, self.expected, reading)
            return None
        card_type = self._type(node, reading)
        if card_type is None:
            return read_map(node, _UNTYPED_FIELDS, reading, unknown=_pass_over)
        plain = read_map(node, fields_of(card_type), reading, unknown=partial(_unknown_field, card_type))
        plain["type"] = card_type
        if check := CHECKS.get(card_type):
            check(node, plain, reading.report)
        return plain

    @staticmethod
    def _type(node: NodeMap, reading: Reading) -> str | None:
        named = node.values.get("type")
        return DEFAULT_TYPE if named is None else CARD_FIELDS["type"].kind.read(named, reading)


_UNTYPED_FIELDS = {name: known for name, known in CARD_FIELDS.items() if name != "type"}
"""What can be read of a card whose type is unknown."""


def _pass_over(_key: Scalar, _fields: Mapping[str, Field], _reading: Reading) -> None:
    """Say nothing of the other fields of such a card."""


def _unknown_field(card_type: str, key: Scalar, fields: Mapping[str, Field], reading: Reading) -> None:
    """Report an unknown field; one that another type has tells that the type is wrong or missing."""
    if others := types_with(key.text):
        reading.report(key, "decks.other_type", field=key.text, type=card_type, others=", ".join(others))
    else:
        unknown_field(key, fields, reading)

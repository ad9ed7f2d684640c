"""The types of cards and their fields: this table is the deck format. The checks and a schema follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from studycards.decks.asking import QUANTITIES
from studycards.decks.experiment_kinds import (
    TRAINING,
    ArrayKind,
    Arrays,
    Cells,
    ExampleAnswer,
    SheetAnswer,
    Step,
    TrainedNetwork,
)
from studycards.decks.kinds import Field, Flag, Line, ListOf, Name, OneOf, Record, Whole, Words, unexpected
from studycards.decks.nodes import NodeList, NodeMap
from studycards.decks.varied_kinds import (
    Asked,
    Expression,
    Mistake,
    Named,
    Network,
    Number,
    Quantity,
    ToleranceKind,
    Values,
)
from studycards.locale import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studycards.decks.kinds import Kind, Reading
    from studycards.decks.nodes import Node
    from studycards.locale import Message

_REJECT = Record({"answer": Field(Words(), required=True), "why": Field(Words(), required=True)})
_WRONG = ListOf(Record({"answer": Field(Expression(), required=True), "why": Field(Words(), required=True)}))
_OPTION = Record({"right": Field(Words()), "wrong": Field(Words()), "why": Field(Words())})


@dataclass(frozen=True, slots=True)
class OptionKind:
    """One option of a choice card: a right one or a wrong one, perhaps with the reason."""

    expected: Message = field(default_factory=lambda: message("decks.an_option"))

    def read(self, node: Node, reading: Reading) -> dict[str, object] | None:
        """Return the option."""
        if not isinstance(node, NodeMap):
            unexpected(node, self.expected, reading)
            return None
        if ("right" in node.values) == ("wrong" in node.values):
            reading.report(node, "decks.option")
        return _OPTION.read(node, reading)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together."""

    expected: Message = field(default_factory=lambda: message("decks.a_pair"))

    def read(self, node: Node, reading: Reading) -> list[object] | None:
        """Return the pair."""
        if isinstance(node, NodeList) and len(node.items) == 2:
            return ListOf(Words()).read(node, reading)
        unexpected(node, self.expected, reading)
        return None


COMPARABLE = tuple(quantity for quantity in QUANTITIES if quantity not in ("output_shape", "output_size"))
"""The quantities of which one network can have more than another."""

_HUMANE = Record({"digits": Field(Whole(1, 12)), "decimals": Field(Whole(0, 12)), "cells": Field(Whole(1, 1000))})


def _varied(answer: Kind, **given: Field) -> dict[str, Field]:
    """Return the fields of every card with variables; its worked examples give `vars`, `given` and an `answer`."""
    example = {"vars": Field(Named(Number())), **given, "answer": Field(answer, required=True)}
    return {
        "vars": Field(Named(Values())),
        "require": Field(ListOf(Expression(), or_one=True)),
        "tests": Field(ListOf(Record(example))),
        "humane": Field(_HUMANE),
    }


def _of_network(answer: Kind) -> dict[str, Field]:
    """Return the fields of every card about one network and what goes through it."""
    return {
        **_varied(answer, data=Field(Arrays(Cells()))),
        "network": Field(TrainedNetwork(), required=True),
        **TRAINING,
        "data": Field(Arrays(ArrayKind())),
        "show": Field(ListOf(Line())),
        "diagnose": Field(ListOf(Mistake())),
        "alike": Field(ListOf(ListOf(Mistake(own=True), least=2))),
        "layout": Field(OneOf(("CHW", "HWC"))),
        "tolerance": Field(ToleranceKind()),
    }


TYPE_FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "basic": {"answer": Field(Words(), required=True), "reverse": Field(Flag())},
        "cloze": {"reject": Field(ListOf(_REJECT)), "typed": Field(Flag())},
        "choice": {
            "options": Field(ListOf(OptionKind(), least=2, most=9), required=True),
            "multiple": Field(Flag()),
            "shuffle": Field(Flag()),
        },
        "true_false": {"answer": Field(Flag(), required=True), "explanation": Field(Words(), required=True)},
        "order": {"items": Field(ListOf(Words(), least=2, most=9), required=True)},
        "match": {"pairs": Field(ListOf(Pair(), least=2, most=9), required=True)},
        "text": {
            "answer": Field(Words(), required=True),
            "accept": Field(ListOf(Words())),
            "reject": Field(ListOf(_REJECT)),
            "typos": Field(Flag()),
            "diacritics": Field(OneOf(("required", "optional"))),
        },
        "number": {
            "answer": Field(Expression(), required=True),
            **_varied(ExampleAnswer()),
            "networks": Field(Named(Network())),
            "tolerance": Field(ToleranceKind()),
            "unit": Field(Words()),
            "wrong": Field(_WRONG),
        },
        "computed": {
            **_of_network(ExampleAnswer(Expression())),
            "ask": Field(Asked(), required=True),
            "wrong": Field(_WRONG),
            "choices": Field(Whole(3, 6)),
        },
        "steps": {
            **_of_network(SheetAnswer()),
            "steps": Field(ListOf(Step(), least=1), required=True),
        },
        "compare": {
            **_varied(ExampleAnswer()),
            "networks": Field(Named(Network(), least=2, most=9), required=True),
            "compare": Field(Quantity(COMPARABLE), required=True),
            "most": Field(Flag()),
            "tolerance": Field(ToleranceKind()),
        },
    }
)
"""The types of cards with the fields that each has of its own."""

CARD_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "id": Field(Name(), required=True),
        "type": Field(OneOf(tuple(TYPE_FIELDS))),
        "level": Field(Whole(1, 5)),
        "question": Field(Words(), required=True),
        "hint": Field(ListOf(Words(), or_one=True)),
        "explanation": Field(Words()),
        "source": Field(Line()),
        "requires": Field(ListOf(Name())),
        "was": Field(ListOf(Name())),
        "tags": Field(ListOf(Name())),
    }
)
"""What every card has, whatever its type."""

DEFAULT_TYPE = "basic"


@cache
def fields_of(card_type: str) -> Mapping[str, Field]:
    """Return all fields of one type of card, its own ones taking precedence."""
    return {**CARD_FIELDS, **TYPE_FIELDS[card_type]}


def types_with(field_name: str) -> tuple[str, ...]:
    """Return the types of cards that have a field."""
    return tuple(name for name, own in TYPE_FIELDS.items() if field_name in own)

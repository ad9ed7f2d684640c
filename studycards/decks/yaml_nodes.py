"""Read YAML into nodes, refusing what a deck has no use for: anchors, aliases, tags, merge keys, doubled keys.

Built on the events of PyYAML's C parser, not on its loader: no value is ever constructed, nothing recurses deeper than
`MOST_LEVELS`, and every node keeps its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from studycards.decks.characters import clean, code_point
from studycards.decks.nodes import NodeList, NodeMap, Refused, Scalar
from studycards.decks.report import shortened
from studycards.decks.yaml_errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studycards.decks.nodes import Node
    from studycards.decks.report import Report

MOST_LEVELS = 20
"""Levels of nesting at most; a deck needs eight."""

MOST_NODES = 1_000_000
"""Values, lists and maps of a file at most: each takes some 150 bytes, and a card has about fifty."""

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where PyYAML was built with it; the other one reads the same, some twenty times slower."""

_TOO_DEEP_FOR_C = "exceeded maximum nesting depth"
"""What libyaml from 0.2.6 on says of 1,000 levels."""

_YAML_TAG = "tag:yaml.org,2002:"


def parse(text: str, report: Report) -> Node | None:
    """Return the tree of the file, or None where it is empty or YAML cannot read it; `report` hears why."""
    try:
        try:
            return _build(text, report, LOADER)
        except yaml.MarkedYAMLError as error:
            if error.problem != _TOO_DEEP_FOR_C:
                raise
            # It reads ahead and gives up before the level that a deck may not have; the slow one comes to it at once.
            return _build(text, report, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        place, key, values = explain(error, report.lines)
    except yaml.YAMLError:
        place, key, values = Refused(1, 1, 0), "decks.yaml_other", {}
    except _TooMuchError as error:
        place, key, values = error.args
    report(place, key, **values)
    return None


def _build(text: str, report: Report, loader: type) -> Node | None:
    return _Builder(yaml.parse(text, Loader=loader), report).document()


class _TooMuchError(Exception):
    """The file is larger or nests deeper than any deck; its arguments are the place, the key and the values."""


class _Builder:
    """Builds nodes from the events of one file."""

    def __init__(self, events: Iterator[yaml.Event], report: Report) -> None:
        self._events = events
        self._report = report
        self._nodes = 0

    def document(self) -> Node | None:
        """Return the tree of the first document and refuse a second one."""
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._report(_place(event), "decks.several_documents")
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def _node(self, event: yaml.Event, level: int) -> Node:
        if type(event) is yaml.AliasEvent:
            alias = _place(event)
            self._report(alias, "decks.alias", name=shortened(event.anchor or ""))
            return alias
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _TooMuchError(_place(event), "decks.too_many_nodes", {"limit": MOST_NODES})
        node = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else self._collection(event, level + 1)
        if event.anchor is not None:
            self._report(node, "decks.anchor", name=shortened(event.anchor))
        if event.tag is not None:
            self._report(node, "decks.tag", name=shortened(event.tag.replace(_YAML_TAG, "!!")))
        return node

    def _collection(self, event: yaml.CollectionStartEvent, level: int) -> Node:
        if level > MOST_LEVELS:
            raise _TooMuchError(_place(event), "decks.too_deep", {"limit": MOST_LEVELS})
        return self._list(event, level) if type(event) is yaml.SequenceStartEvent else self._map(event, level)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        width = end.column - start.column if start.line == end.line else 0
        scalar = Scalar(start.line + 1, start.column + 1, width, event.value, event.implicit[0])
        if event.style == '"':
            scalar.text, refused = clean(event.value)
            if refused:
                self._report(scalar, "decks.escaped_character", character=code_point(refused))
        return scalar

    def _list(self, start: yaml.Event, level: int) -> NodeList:
        place = _place(start)
        items: list[Node] = []
        while type(event := next(self._events)) is not yaml.SequenceEndEvent:
            items.append(self._node(event, level))
        return NodeList(place.line, place.column, 1, items)

    def _map(self, start: yaml.CollectionStartEvent, level: int) -> Node:
        place = _place(start)
        node = NodeMap(place.line, place.column, 1, {}, {})
        doubled = False
        while type(event := next(self._events)) is not yaml.MappingEndEvent:
            key = self._node(event, level)
            value = self._node(next(self._events), level)
            if isinstance(key, NodeMap) and (key.line, key.column) == (place.line, place.column + 1):
                doubled = True
            elif self._accepts(key, node):
                assert isinstance(key, Scalar)
                node.keys[key.text], node.values[key.text] = key, value
        if doubled:
            place.width = len("{{")
            self._report(place, "decks.double_brace")
            return place
        if node.keys and not start.flow_style:
            node.width = next(iter(node.keys.values())).width
        return node

    def _accepts(self, key: Node, node: NodeMap) -> bool:
        """Say whether a key may enter the map; if not, the report says why."""
        if not isinstance(key, Scalar):
            self._report(key, "decks.key")
        elif key.text == "<<" and key.plain:
            self._report(key, "decks.merge_key")
        elif key.text in node.keys:
            self._report(key, "decks.double_key", key=shortened(key.text), line=node.keys[key.text].line)
        else:
            return True
        return False


def _place(event: yaml.Event) -> Refused:
    mark = event.start_mark
    assert mark is not None
    return Refused(mark.line + 1, mark.column + 1, 1)

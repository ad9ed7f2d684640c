"""Putting items into order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from studycards.locale import message
from studycards.tui.pads.pad import Command, Pad, Row, index_of

if TYPE_CHECKING:
    from studycards.locale import Message, Text
    from studycards.questions.kinds.order import OrderQuestion
    from studycards.questions.question import ReadValue

DIGITS = "123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPad(Pad):
    """Items in their present order, as indices; the one at the cursor follows the arrows while it is `held`."""

    items: tuple[Text, ...]
    order: tuple[int, ...]
    held: bool = False

    @property
    def commands(self) -> frozenset[Command]:
        """Moving the cursor, and moving the item at it."""
        return frozenset({Command.UP, Command.DOWN, Command.HOLD, Command.EARLIER, Command.LATER})

    @property
    def rows(self) -> tuple[Row, ...]:
        """The items in their present order; arrows mark the one that is held."""
        return tuple(
            Row(str(place + 1), self.items[item], "↕" if held else " ", chosen=held)
            for place, item in enumerate(self.order)
            for held in [self.held and place == self.cursor]
        )

    @property
    def typed(self) -> str:
        """The numbers that the items had at first, in their present order; the shuffled order itself is no answer."""
        if self.order == tuple(range(len(self.items))):
            return ""
        return " ".join(str(item + 1) for item in self.order)

    @property
    def guide(self) -> Message:
        """Say how to put items into order."""
        return message("tui.guide_order")

    def holding(self, value: ReadValue) -> Self:
        """Put the items into the order that was read."""
        assert isinstance(value, tuple)
        return replace(self, order=value)

    def command(self, command: Command) -> Self:
        """Move the cursor, or the item where it is held or asked to move."""
        if command is Command.HOLD:
            return replace(self, held=not self.held)
        by = -1 if command in {Command.UP, Command.EARLIER} else 1
        if self.held or command in {Command.EARLIER, Command.LATER}:
            return self._placed(min(max(self.cursor + by, 0), len(self.items) - 1))
        return self._moved(by)

    def press(self, character: str) -> Self | None:
        """Put the item at the cursor in the place with this number."""
        place = index_of(character, DIGITS, len(self.items))
        return None if place is None else self._placed(place)

    def _placed(self, place: int) -> Self:
        order = list(self.order)
        order.insert(place, order.pop(self.cursor))
        return replace(self, order=tuple(order), cursor=place)


def order_pad(question: OrderQuestion) -> OrderPad:
    """Return the pad of an order question."""
    return ordering(question.items)


def ordering(items: tuple[Text, ...]) -> OrderPad:
    """Return the pad of an order question, its items as they were shuffled."""
    return OrderPad(items=items, order=tuple(range(len(items))))

"""The sentences about cards in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import message
from studycards.memory import Stage, Wait
from studycards.study.wording import wait_words

if TYPE_CHECKING:
    from studycards.locale import Message
    from studycards.study.browse.order import Order
    from studycards.study.browse.standing import Standing


def due_words(standing: Standing, today: int) -> Message:
    """Say in two words when a card comes."""
    if standing.due_day is None:
        return message("browse.new")
    days = standing.due_day - today
    if days <= 0:
        return message("browse.today")
    return message("browse.tomorrow") if days == 1 else wait_words(Wait(days))


def stage_words(standing: Standing) -> Message:
    """Name the stage of a card."""
    if standing.stage is None:
        return message("browse.new")
    return message("browse.review" if standing.stage is Stage.REVIEW else "browse.learning")


def due_sentence(standing: Standing, today: int) -> Message | None:
    """Say when an answered card comes, or since when it waits."""
    if standing.due_day is None or standing.suspended:
        return None
    late = today - standing.due_day
    if late > 0:
        return message("browse.due_since", wait=wait_words(Wait(late)))
    return message("browse.due_in", wait=due_words(standing, today)) if late else message("browse.due_today")


def order_words(order: Order, *, backwards: bool) -> Message:
    """Name an order."""
    return message("browse.order_backwards" if backwards else "browse.order_as", order=message(f"browse.by_{order}"))


def hits_words(found: int, total: int) -> Message:
    """Count what was found."""
    if found == total:
        return message("browse.all_cards", count=total)
    return message("browse.hits", found=found, count=total)

"""What is wrong with the settings file, its values and its keys together: in one sentence, and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studycards.locale import Message, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studycards.errors import StudycardsError


def summary_of(faults: Sequence[StudycardsError], of_keys: Sequence[Message]) -> Message | None:
    """Return a sentence about all faults: the only one, or how many there are; None where there is none."""
    told = [*(message(fault.key, **fault.values) for fault in faults), *of_keys]
    return message("settings.some_faults", count=len(told)) if len(told) > 1 else next(iter(told), None)


def each_of(faults: Sequence[StudycardsError], of_keys: Sequence[Message]) -> tuple[Message, ...]:
    """Return a sentence for each fault, for a place that names the file once."""
    return (*(message(fault.key, **{**fault.values, **_place(fault)}) for fault in faults), *of_keys)


def _place(fault: StudycardsError) -> dict[str, Message]:
    """Return the line of a fault instead of the file and the line."""
    where = fault.values.get("where")
    return {"where": message("settings.line", line=where.values["line"])} if isinstance(where, Message) else {}

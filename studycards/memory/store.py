"""The file of the review log with all its tables. Rules stand in the modules that it feeds."""

from __future__ import annotations

from studycards.memory.event_log import EventLog
from studycards.memory.state_tables import StateTables


class Store(EventLog, StateTables):
    """An open review log: its events, and the states, marks and settings beside them."""

"""The use cases: a session, the workspace it runs in, the proof of a deck. Both faces work through it.

What a session shows is in `studycards.study.view`.
"""

from studycards.study.deck_summary import DeckSummary
from studycards.study.workspace import Workspace

__all__ = ["DeckSummary", "Workspace"]

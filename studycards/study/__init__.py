"""The use cases: a session, the workspace it runs in, the proof of a deck. Both faces work through it.

What a session shows is in `studycards.study.view`.
"""

from studycards.study.workspace import DeckSummary, Workspace

__all__ = ["DeckSummary", "Workspace"]

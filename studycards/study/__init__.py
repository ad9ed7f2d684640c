"""The use cases: a session, the workspace it runs in, the proof of a deck. Both faces work through it."""

from studycards.study.view import Missed, Mode, Phase, SessionView, Summary
from studycards.study.workspace import DeckSummary, Workspace

__all__ = ["DeckSummary", "Missed", "Mode", "Phase", "SessionView", "Summary", "Workspace"]

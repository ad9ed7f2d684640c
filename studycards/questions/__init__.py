"""Card and seed to question; typed text to reading; reading to verdict."""

from studycards.questions.ask import ask
from studycards.questions.question import Outcome, Question, Reading, Unreadable, Verdict

__all__ = ["Outcome", "Question", "Reading", "Unreadable", "Verdict", "ask"]

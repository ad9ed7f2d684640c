"""Card and seed to question; typed text to reading; reading to verdict."""

from studycards.questions.ask import ask
from studycards.questions.choice import ChoiceQuestion
from studycards.questions.cloze import ClozeQuestion
from studycards.questions.match import MatchQuestion
from studycards.questions.order import OrderQuestion
from studycards.questions.question import Outcome, Question, Reading, Unreadable, Verdict
from studycards.questions.recall import BasicQuestion
from studycards.questions.text import TextQuestion
from studycards.questions.true_false import TrueFalseQuestion

__all__ = [
    "BasicQuestion",
    "ChoiceQuestion",
    "ClozeQuestion",
    "MatchQuestion",
    "OrderQuestion",
    "Outcome",
    "Question",
    "Reading",
    "TextQuestion",
    "TrueFalseQuestion",
    "Unreadable",
    "Verdict",
    "ask",
]

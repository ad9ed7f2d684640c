"""The library of named wrong rules: what each one answers, and what to tell whoever followed it."""

from studycards.questions.mistakes.library import MISTAKES, mistaken_answers, wrong_answers
from studycards.questions.mistakes.mistake import CountMistake, Mistake, ShapeMistake

__all__ = [
    "MISTAKES",
    "CountMistake",
    "Mistake",
    "ShapeMistake",
    "mistaken_answers",
    "wrong_answers",
]

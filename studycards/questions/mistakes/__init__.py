"""The library of named wrong rules: what each one answers, and what to tell whoever followed it."""

from studycards.questions.mistakes.library import (
    MISTAKES,
    QUANTITY_MISTAKES,
    chosen_mistakes,
    mistaken_answers,
    wrong_answers,
)
from studycards.questions.mistakes.mistake import Mistake, QuantityMistake

__all__ = [
    "MISTAKES",
    "QUANTITY_MISTAKES",
    "Mistake",
    "QuantityMistake",
    "chosen_mistakes",
    "mistaken_answers",
    "wrong_answers",
]

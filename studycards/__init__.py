"""Quizzes, flashcards and computed questions on convolutional networks, in the terminal."""

__version__ = "0.1.0"

"""Deck files to cards: the model, the reader with positions, the library of all decks and its cache."""

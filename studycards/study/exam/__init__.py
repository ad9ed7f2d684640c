"""Exams: drawn from a blueprint, answered in any order against the clock, marked at the end. No face is in here."""

"""Worked solutions of counts and shapes, as lines with the numbers of a variant."""

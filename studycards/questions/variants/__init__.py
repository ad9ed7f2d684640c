"""From the variables of a card and a seed to numbers: drawn, required, filled in, checked."""

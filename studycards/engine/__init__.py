"""The NumPy reference engine. Knows networks, nothing about cards."""
